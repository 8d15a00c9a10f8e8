//! Which letters a name has, told so that most names that cannot hold another's letters are passed over at one look.

/// A bit for the low six bits of each character.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Letters(u64);

impl Letters {
    pub fn of(text: &str) -> Letters {
        Letters(text.chars().fold(0, |letters, c| letters | 1 << (c as u32 & 63)))
    }

    /// Whether another name may have all of these letters: never wrong about one that has.
    #[inline]
    pub fn may_be_in(self, other: Letters) -> bool {
        self.0 & !other.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn a_short_form_has_letters_of_its_long_one() {
        let long = Letters::of("小田原保健福祉事務所");
        assert!(Letters::of("小田原").may_be_in(long));
        assert!(!Letters::of("厚木").may_be_in(long));
    }
}
