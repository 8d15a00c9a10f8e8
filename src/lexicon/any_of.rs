//! Whether one of a few words stands in a text: one pass over its bytes, many at a time, whatever the number of words.

use std::sync::OnceLock;

use aho_corasick::packed::Searcher;

/// A list of words that texts are searched for.
pub struct AnyOf {
    words: &'static [&'static str],
    /// Made when a text is first searched.
    searcher: OnceLock<Option<Searcher>>,
}

impl AnyOf {
    pub const fn new(words: &'static [&'static str]) -> Self {
        Self { words, searcher: OnceLock::new() }
    }

    /// Whether any of the words stands in the text.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text.as_bytes()).is_some()
    }

    /// Whether any of the words begins among the first so many characters of the text; what stands behind them is not looked at.
    pub fn is_early_in(&self, text: &str, characters: usize) -> bool {
        let longest = self.words.iter().map(|word| word.len()).max().unwrap_or(0);
        // A character has four bytes at most.
        let end = characters.saturating_mul(4).saturating_add(longest).min(text.len());
        let found = self.find(&text.as_bytes()[..end]);
        found.is_some_and(|at| at < characters || text[..at].chars().count() < characters)
    }

    /// Whether the text begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.starts_with(word))
    }

    /// The byte at which the first word begins.
    fn find(&self, text: &[u8]) -> Option<usize> {
        let searcher = self.searcher.get_or_init(|| Searcher::new(self.words));
        match searcher {
            Some(searcher) => searcher.find(text).map(|found| found.start()),
            // Teddy takes no empty list and no more than some hundred words.
            None => (0..text.len()).find(|at| self.words.iter().any(|word| text[*at..].starts_with(word.as_bytes()))),
        }
    }
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
