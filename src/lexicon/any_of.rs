//! Whether one of a few words stands anywhere in a text: one pass over its characters, whatever the number of words.

/// A list of words that texts are searched for.
pub struct AnyOf {
    words: &'static [&'static str],
    /// A bit for the low ten bits of each word's first character.
    first: [u64; 16],
}

impl AnyOf {
    /// Panics, when compiled, on an empty word.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut first = [0; 16];
        let mut at = 0;
        while at < words.len() {
            let bit = (first_char(words[at].as_bytes(), 0) & 0x3ff) as usize;
            first[bit >> 6] |= 1 << (bit & 63);
            at += 1;
        }
        Self { words, first }
    }

    /// Whether any of the words stands in the text.
    pub fn is_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, c)| self.may_begin_with(c) && self.begins(&text[at..]))
    }

    /// Whether any of the words begins among the first so many characters of the text.
    pub fn is_early_in(&self, text: &str, characters: usize) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        for _ in 0..characters {
            let Some(&first) = bytes.get(at) else { return false };
            let (low, length) = match first {
                0xe0..0xf0 => (usize::from(bytes[at + 1]) << 6 | usize::from(bytes[at + 2] & 0x3f), 3),
                0..0x80 => (usize::from(first), 1),
                _ => text[at..].chars().next().map_or((0, 1), |c| (c as usize, c.len_utf8())),
            };
            if self.has_low(low) && self.begins(&text[at..]) {
                return true;
            }
            at += length;
        }
        false
    }

    /// Whether the text begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.starts_with(word))
    }

    #[inline]
    fn may_begin_with(&self, c: char) -> bool {
        self.has_low(c as usize)
    }

    #[inline]
    fn has_low(&self, scalar: usize) -> bool {
        let bit = scalar & 0x3ff;
        self.first[bit >> 6] >> (bit & 63) & 1 == 1
    }
}

/// The scalar value of the character that begins at a byte of UTF-8.
pub(super) const fn first_char(bytes: &[u8], at: usize) -> u32 {
    let first = bytes[at] as u32;
    if first < 0x80 {
        return first;
    }
    let (mut value, length) = match first {
        0..0xe0 => (first & 0x1f, 2),
        0xe0..0xf0 => (first & 0x0f, 3),
        _ => (first & 0x07, 4),
    };
    let mut next = 1;
    while next < length {
        value = value << 6 | bytes[at + next] as u32 & 0x3f;
        next += 1;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::AnyOf;

    static WORDS: AnyOf = AnyOf::new(&["です", "ます", "end", "é", "𠮷野"]);

    #[test]
    fn a_word_is_found_anywhere() {
        for text in ["そうです", "でます。", "the end", "café", "吉野と𠮷野"] {
            assert!(WORDS.is_in(text), "{text}");
        }
        for text in ["", "でま", "eの", "𠮷田", "で。す"] {
            assert!(!WORDS.is_in(text), "{text}");
        }
    }
}
