//! Whether a text ends with one of a few words: its last two bytes rule out nearly all texts.

/// A list of words that texts may end with.
pub struct AnyEnd {
    words: &'static [&'static str],
    /// A bit for the low ten bits of each word's last two bytes.
    last: [u64; 16],
}

impl AnyEnd {
    /// Panics, when compiled, on a word of one byte.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut last = [0; 16];
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].as_bytes();
            let bit = bit_of(bytes[bytes.len() - 2], bytes[bytes.len() - 1]);
            last[bit >> 6] |= 1 << (bit & 63);
            at += 1;
        }
        Self { words, last }
    }

    /// The text without the word that it ends with: the first of the list that is one.
    #[inline]
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        let [.., before, last] = text.as_bytes() else { return None };
        let bit = bit_of(*before, *last);
        if self.last[bit >> 6] >> (bit & 63) & 1 == 0 {
            return None;
        }
        self.words.iter().find_map(|word| text.strip_suffix(word))
    }

    /// Whether the text ends with any of the words.
    #[inline]
    pub fn ends(&self, text: &str) -> bool {
        self.strip(text).is_some()
    }
}

const fn bit_of(before: u8, last: u8) -> usize {
    (before as usize & 0xf) << 6 | last as usize & 0x3f
}

#[cfg(test)]
mod tests {
    use super::AnyEnd;

    static WORDS: AnyEnd = AnyEnd::new(&["等", "たち", "ST", "関係者", "者"]);

    #[test]
    fn the_first_word_of_the_list_is_taken_off() {
        assert_eq!(WORDS.strip("行政等"), Some("行政"));
        assert_eq!(WORDS.strip("学校関係者"), Some("学校"));
        assert_eq!(WORDS.strip("保護者"), Some("保護"));
        assert_eq!(WORDS.strip("訪問看護ST"), Some("訪問看護"));
        assert!(!WORDS.ends("行政") && !WORDS.ends("T") && !WORDS.ends(""));
    }
}
