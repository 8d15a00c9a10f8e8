//! A set of characters that is asked for every character of a text: one bit each.

/// Characters of the basic plane by a bit each; all beyond it count as members, so that a caller asks its table for them.
#[derive(Debug)]
pub struct CharSet(Vec<u64>);

impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> CharSet {
        let mut bits = vec![0; 1 << 10];
        for at in chars.into_iter().map(|c| c as usize).filter(|at| *at < 1 << 16) {
            bits[at >> 6] |= 1 << (at & 63);
        }
        CharSet(bits)
    }
}

impl CharSet {
    /// Whether a character may be a member: never wrong about one that is.
    pub fn may_have(&self, c: char) -> bool {
        let at = c as usize;
        self.0.get(at >> 6).is_none_or(|bits| bits >> (at & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::CharSet;

    #[test]
    fn members_are_found() {
        let set: CharSet = ['市', '𠮷'].into_iter().collect();
        assert!(set.may_have('市') && set.may_have('𠮷'));
        assert!(!set.may_have('町'));
    }
}
