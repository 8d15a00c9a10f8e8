//! A physical line of the dump.

use unicode_width::UnicodeWidthChar;

use crate::plain::stands_for_another;
use crate::span::{Span, is_space};

/// One physical line: a stretch between two breaks, with what can be said of it without any vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it stands, without white space at its ends; empty for a blank line.
    pub span: Span,
    /// The counted line in which it lies, from 1. A form feed or NEL divides a counted line into several of these.
    pub number: usize,
    /// The page, from 1, as far as form feeds tell.
    pub page: usize,
    /// Display columns of white space before its first character.
    pub indent: usize,
    /// Display columns up to its last character, the indent included.
    pub width: usize,
    /// Blank lines between this line and the text line before it.
    pub gap: usize,
    /// Whether two columns or more of white space may part two of its words.
    pub has_wide_gap: bool,
    /// Whether it has characters that stand for another one: `⽇時`, `場所︓`.
    pub has_stand_in: bool,
}

impl Line {
    pub fn is_blank(&self) -> bool {
        self.span.is_empty()
    }

    /// The line as written, without white space at its ends.
    pub fn text<'s>(&self, source: &'s str) -> &'s str {
        self.span.of(source)
    }

    pub fn first(&self, source: &str) -> Option<char> {
        self.text(source).chars().next()
    }

    pub fn last(&self, source: &str) -> Option<char> {
        self.text(source).chars().next_back()
    }
}

/// What one pass over a text tells of it.
pub(crate) struct Look {
    pub columns: usize,
    pub has_wide_gap: bool,
    pub has_stand_in: bool,
}

impl Look {
    /// Looks at every character once, by its first bytes as far as they decide.
    pub fn at(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut look = Self { columns: 0, has_wide_gap: false, has_stand_in: false };
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let (length, width) = match byte {
                b' ' => {
                    look.has_wide_gap |= bytes.get(at + 1) == Some(&b' ');
                    (1, 1)
                }
                b'!'..=b'~' => (1, 1),
                // U+3000 to U+9FFF: the full-width space, kana, ideographs, Japanese punctuation.
                0xe3 => {
                    look.has_wide_gap |= matches!(bytes[at + 1..], [0x80, 0x80, ..]);
                    look.has_stand_in |= matches!(bytes[at + 1..], [0x80, 0x96..=0x9b, ..]);
                    (3, 2)
                }
                0xe4..=0xe9 => (3, 2),
                _ => text[at..].chars().next().map_or((1, 0), |c| {
                    look.has_wide_gap |= c == '\t';
                    look.has_stand_in |= stands_for_another(c);
                    (c.len_utf8(), columns_of(c))
                }),
            };
            at += length;
            look.columns += width;
        }
        look
    }
}

/// Display columns of a text in a Japanese font: East Asian wide, full-width and ambiguous characters take two.
pub(crate) fn columns(text: &str) -> usize {
    Look::at(text).columns
}

pub(crate) fn columns_of(c: char) -> usize {
    match c {
        '\t' => 8,
        ' '..='~' => 1,
        '\u{3000}'..='\u{d7ff}' | '\u{ff01}'..='\u{ff60}' => 2,
        _ => c.width_cjk().unwrap_or(0),
    }
}

/// Display columns of the white space at the beginning.
pub(crate) fn indent(text: &str) -> usize {
    text.chars().take_while(|c| is_space(*c)).map(columns_of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ambiguous_and_full_width_characters_take_two_columns() {
        assert_eq!(columns("①・Ａa～"), 2 + 2 + 2 + 1 + 2);
        assert_eq!(indent("　 ・a"), 3);
    }
}
