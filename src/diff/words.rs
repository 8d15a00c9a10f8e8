//! Differences word by word, and how alike two texts are.

use serde::Serialize;
use similar::{Algorithm, ChangeTag, capture_diff_slices};

/// A stretch of text and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub operation: Operation,
    pub text: String,
}

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    Same,
    Gone,
    Added,
}

/// The differences between two texts, in reading order.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Piece> {
    let (before, after) = (words(old), words(new));
    let mut pieces: Vec<Piece> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &before, &after) {
        for change in operation.iter_changes(&before, &after) {
            let operation = match change.tag() {
                ChangeTag::Equal => Operation::Same,
                ChangeTag::Delete => Operation::Gone,
                ChangeTag::Insert => Operation::Added,
            };
            match pieces.last_mut() {
                Some(last) if last.operation == operation => last.text.push_str(change.value()),
                Some(_) | None => pieces.push(Piece { operation, text: change.value().to_owned() }),
            }
        }
    }
    pieces
}

/// `研修は年2回ひらく` → `研修 は 年 2 回 ひらく`: runs of one script, everything else by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut script = None;
    for (at, c) in text.char_indices() {
        let here = Script::of(c);
        if at > start && (script != Some(here) || here == Script::Other) {
            words.push(&text[start..at]);
            start = at;
        }
        script = Some(here);
    }
    words.extend((start < text.len()).then(|| &text[start..]));
    words
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Kanji,
    Hiragana,
    Katakana,
    Digit,
    Letter,
    Other,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            'ぁ'..='ゖ' => Self::Hiragana,
            'ァ'..='ヺ' | 'ー' => Self::Katakana,
            '々' | '〆' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
                Self::Kanji
            }
            _ if c.is_numeric() => Self::Digit,
            _ if c.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// The pairs of neighbouring letters of a text, sorted; one that stands twice is there twice.
pub(super) struct Pairs(Vec<(char, char)>);

impl Pairs {
    pub fn of(text: &str) -> Self {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let mut pairs: Vec<(char, char)> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// From 0, nothing in common, to 1, the same letters (Dice's coefficient).
    pub fn likeness(&self, other: &Self) -> f64 {
        let total = self.0.len() + other.0.len();
        if total == 0 {
            return 0.0;
        }
        let (mut here, mut there, mut shared) = (0, 0, 0_usize);
        while let (Some(one), Some(two)) = (self.0.get(here), other.0.get(there)) {
            here += usize::from(one <= two);
            there += usize::from(two <= one);
            shared += usize::from(one == two);
        }
        2.0 * shared as f64 / total as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_the_script_changes() {
        assert_eq!(words("研修は年2回ひらくPTA、ケア"), ["研修", "は", "年", "2", "回", "ひらく", "PTA", "、", "ケア"]);
    }

    #[test]
    fn a_changed_word_stands_between_what_stayed() {
        let pieces = difference("研修を年2回行う", "研修を毎月行う");
        let shown: Vec<(Operation, &str)> = pieces.iter().map(|piece| (piece.operation, piece.text.as_str())).collect();
        assert_eq!(
            shown,
            [
                (Operation::Same, "研修を"),
                (Operation::Gone, "年2回行"),
                (Operation::Added, "毎月行"),
                (Operation::Same, "う")
            ]
        );
    }

    #[test]
    fn likeness_is_one_for_the_same_letters() {
        let of = |a: &str, b: &str| Pairs::of(a).likeness(&Pairs::of(b));
        assert!((of("連絡会議", "連絡会議") - 1.0).abs() < 1e-9);
        assert!(of("連絡会議の開催", "連絡会議を開催") > 0.6);
        assert!(of("連絡会議", "避難訓練") < 0.01);
    }
}
