//! `Source`: a decoded document, to which every position refers.

use std::borrow::Cow;

use memchr::{memchr_iter, memchr2_iter, memchr3_iter};

use crate::encoding::Encoding;

/// A decoded document. Positions inside the library are bytes of `text`.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The name to show: a path, or `-`.
    pub name: String,
    /// The text without a BOM, its line ends untouched; each malformed byte
    /// sequence is a U+FFFD. Valid UTF-8 is borrowed.
    pub text: Cow<'a, str>,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// The number of bytes of the file, its BOM included.
    pub bytes: usize,
    /// Where each line begins, in bytes of `text`; never empty for a text.
    pub line_starts: Vec<usize>,
    /// How many malformed runs there are; only the first ones are listed.
    pub undecodable: usize,
}

impl<'a> Source<'a> {
    pub(crate) fn new(name: &str, text: Cow<'a, str>, encoding: Encoding, bytes: usize, undecodable: usize) -> Self {
        let line_starts = line_starts(&text);
        Self { name: name.to_owned(), text, encoding, bytes, line_starts, undecodable }
    }

    /// The number, from 1, of the line that holds the byte `at` of `text`.
    #[must_use]
    pub fn line_of(&self, at: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= at).max(1)
    }

    /// The runs of private-use characters: gaiji, whose meaning only the
    /// writer's machine knew.
    #[must_use]
    pub fn private_use(&self) -> Vec<PrivateUse> {
        // A text without these bytes, the usual one, is not looked at by character.
        let bytes = self.text.as_bytes();
        let rare = memchr3_iter(0xee, 0xf3, 0xf4, bytes).next().is_some();
        // 0xEF leads full-width forms too, which are frequent; its second byte tells.
        if !rare && !memchr_iter(0xef, bytes).any(|at| bytes.get(at + 1).is_some_and(|next| *next <= 0xa3)) {
            return Vec::new();
        }
        let mut runs: Vec<PrivateUse> = Vec::new();
        for (at, c) in self.text.char_indices().filter(|&(_, c)| is_private_use(c)) {
            match runs.last_mut() {
                Some(run) if run.at + run.characters.len() == at => run.characters.push(c),
                Some(_) | None => runs.push(PrivateUse { at, line: self.line_of(at), characters: c.to_string() }),
            }
        }
        runs
    }
}

/// A run of bytes that mean nothing in the encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Undecodable {
    /// Where the run begins, in bytes of the file (its BOM counts).
    pub byte_offset: usize,
    /// How many bytes it has.
    pub length: usize,
    /// Where its first U+FFFD stands, in bytes of the text.
    pub at: usize,
    /// How many U+FFFD stand there, one after the other.
    pub replacements: usize,
    /// The line of the text, from 1.
    pub line: usize,
}

/// A run of private-use characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrivateUse {
    /// Where it begins, in bytes of the text.
    pub at: usize,
    /// The line of the text, from 1.
    pub line: usize,
    /// The characters themselves.
    pub characters: String,
}

fn is_private_use(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// Lines end at LF, CRLF or CR. A form feed, NEL or U+2028 ends none, and
/// nothing after the last line end is no line.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for end in memchr2_iter(b'\n', b'\r', bytes) {
        let inside_crlf = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
        if !inside_crlf && end + 1 < bytes.len() {
            starts.push(end + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source<'_> {
        Source::new("t", Cow::Borrowed(text), Encoding::Utf8, text.len(), 0)
    }

    fn lines(text: &str) -> Vec<&str> {
        let source = source(text);
        let ends = source.line_starts[1..].iter().copied().chain([text.len()]);
        source.line_starts.iter().zip(ends).map(|(&start, end)| &text[start..end]).collect()
    }

    #[test]
    fn lines_end_at_lf_crlf_and_cr_only() {
        assert_eq!(lines("あ\nい\r\nう\rえ"), ["あ\n", "い\r\n", "う\r", "え"]);
        assert_eq!(lines("あ\u{c}い\u{85}う\u{2028}え\n"), ["あ\u{c}い\u{85}う\u{2028}え\n"]);
        assert_eq!(lines("\n\r\r\n\n"), ["\n", "\r", "\r\n", "\n"]);
    }

    #[test]
    fn a_line_end_belongs_to_the_line_that_it_ends() {
        let source = source("あ\r\nい");
        assert_eq!([0, 3, 4, 5].map(|at| source.line_of(at)), [1, 1, 1, 2]);
    }

    #[test]
    fn private_use_characters_are_listed_by_run() {
        let source = source("髙\n\u{E000}\u{E001}い\u{F8FF}");
        let found: Vec<_> = source.private_use();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].characters.as_str()), (2, "\u{E000}\u{E001}"));
        assert!(source.text[found[1].at..].starts_with('\u{F8FF}'));
    }
}
