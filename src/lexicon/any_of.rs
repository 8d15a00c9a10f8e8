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
            let bit = (first_char(words[at]) & 0x3ff) as usize;
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
        text.char_indices().take(characters).any(|(at, c)| self.may_begin_with(c) && self.begins(&text[at..]))
    }

    /// Whether the text begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.starts_with(word))
    }

    #[inline]
    fn may_begin_with(&self, c: char) -> bool {
        let bit = (c as usize) & 0x3ff;
        self.first[bit >> 6] >> (bit & 63) & 1 == 1
    }
}

/// The scalar value of a word's first character.
const fn first_char(word: &str) -> u32 {
    let bytes = word.as_bytes();
    match bytes[0] {
        first if first < 0x80 => first as u32,
        first if first < 0xe0 => (first as u32 & 0x1f) << 6 | continuing(bytes[1]),
        first if first < 0xf0 => (first as u32 & 0x0f) << 12 | continuing(bytes[1]) << 6 | continuing(bytes[2]),
        first => {
            (first as u32 & 0x07) << 18 | continuing(bytes[1]) << 12 | continuing(bytes[2]) << 6 | continuing(bytes[3])
        }
    }
}

const fn continuing(byte: u8) -> u32 {
    byte as u32 & 0x3f
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
