//! A set of characters that is asked for every character of a text: one bit each.

/// Characters of the basic plane by a bit each; all beyond it count as members, so that a caller asks its table for them.
#[derive(Debug, Clone)]
pub struct CharSet(Vec<u64>);

impl Default for CharSet {
    fn default() -> CharSet {
        CharSet(vec![0; 1 << 10])
    }
}

impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> CharSet {
        let mut set = CharSet::default();
        chars.into_iter().for_each(|c| set.insert(c));
        set
    }
}

impl CharSet {
    pub fn insert(&mut self, c: char) {
        if let Some(bits) = self.0.get_mut(c as usize >> 6) {
            *bits |= 1 << (c as usize & 63);
        }
    }

    /// Whether a character may be a member: never wrong about one that is.
    #[inline]
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
