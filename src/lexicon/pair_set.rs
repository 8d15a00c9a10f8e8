//! A set of pairs of neighbouring characters that is asked at every place of a text: one bit each.

/// Pairs of characters, and characters alone, by a bit each. Several pairs may share a bit, so that a caller asks its table for those that are in.
#[derive(Debug, Clone)]
pub struct PairSet(Box<[u64; WORDS]>);

/// A few thousand pairs, as many as the municipalities have, leave nearly all bits free.
const BITS: u32 = 16;
const WORDS: usize = 1 << (BITS - 6);

/// Stands beside a character that is a member alone.
const ALONE: char = '\u{1}';

/// Stands beside the first character of every member.
const ANY: char = '\u{2}';

impl Default for PairSet {
    fn default() -> PairSet {
        PairSet(Box::new([0; WORDS]))
    }
}

impl PairSet {
    pub fn insert(&mut self, first: char, second: char) {
        self.set(first, second);
        self.set(first, ANY);
    }

    /// Adds a character that no other one need stand beside.
    pub fn insert_alone(&mut self, first: char) {
        self.insert(first, ALONE);
    }

    /// Whether a pair may be a member: never wrong about one that is.
    #[inline]
    pub fn may_have(&self, first: char, second: char) -> bool {
        self.is_set(first, second)
    }

    /// Whether a character may be a member alone.
    #[inline]
    pub fn may_have_alone(&self, first: char) -> bool {
        self.is_set(first, ALONE)
    }

    /// Whether any member may begin with this character.
    #[inline]
    pub fn may_have_first(&self, first: char) -> bool {
        self.is_set(first, ANY)
    }

    /// Whether the pair or its first character alone may be a member.
    #[inline]
    pub fn may_have_either(&self, first: char, second: char) -> bool {
        self.may_have_first(first) && (self.may_have(first, second) || self.may_have_alone(first))
    }

    /// Takes over the members of another set.
    pub fn unite(&mut self, other: &PairSet) {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(own, others)| *own |= others);
    }

    fn set(&mut self, first: char, second: char) {
        let bit = bit_of(first, second);
        self.0[bit >> 6] |= 1 << (bit & 63);
    }

    #[inline]
    fn is_set(&self, first: char, second: char) -> bool {
        let bit = bit_of(first, second);
        self.0[bit >> 6] >> (bit & 63) & 1 == 1
    }
}

/// The highest bits of products are those that depend on all bits of a character.
#[inline]
fn bit_of(first: char, second: char) -> usize {
    let product = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca77);
    (product >> (u32::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_and_most_others_are_not() {
        let mut set = PairSet::default();
        set.insert('厚', '木');
        let mut other = PairSet::default();
        other.insert('愛', '川');
        set.unite(&other);
        assert!(set.may_have('厚', '木') && set.may_have('愛', '川'));
        assert!(!set.may_have('木', '厚') && !set.may_have('厚', '川'));
        set.insert_alone('県');
        assert!(set.may_have_either('県', 'は') && !set.may_have_either('厚', 'い'));
    }
}
