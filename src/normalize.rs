//! Stage: source → physical lines.
//!
//! Folding itself is lazy: a line is folded as a [`Text`](crate::Text) where a rule asks for it, since most lines are
//! recognised by their first character and widths must be measured on the source anyway (folding changes them).

use crate::line::{Line, Look, indent};
use crate::source::Source;
use crate::span::Span;

/// Divides the source at line ends, form feeds, NEL and the Unicode separators.
pub(crate) fn normalize(source: &Source) -> Vec<Line> {
    let text: &str = &source.text;
    let mut lines = Vec::with_capacity(text.len() / 48);
    let (mut number, mut page, mut at) = (1, 1, 0);
    while at < text.len() {
        let (end, next) = next_break(text, at);
        lines.push(line(text, Span::new(at, end), number, page));
        match &text[end..next] {
            "\n" | "\r" | "\r\n" => number += 1,
            "\u{c}" => page += 1,
            // A vertical tab, NEL, U+2028 or U+2029, or the end of the text.
            _ => {}
        }
        at = next;
    }
    lines
}

/// Where the piece that begins at `at` ends, and where the next one begins.
fn next_break(text: &str, at: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(byte) = bytes.get(end) {
        match byte {
            // The first of three bytes, of which most Japanese characters are made.
            0xe3..=0xef => end += 3,
            b'\r' if bytes.get(end + 1) == Some(&b'\n') => return (end, end + 2),
            b'\n' | b'\r' | 0x0b | 0x0c => return (end, end + 1),
            0xc2 if bytes.get(end + 1) == Some(&0x85) => return (end, end + 2),
            0xe2 if matches!(bytes.get(end + 1..end + 3), Some([0x80, 0xa8 | 0xa9])) => return (end, end + 3),
            _ => end += 1,
        }
    }
    (end, end)
}

fn line(text: &str, span: Span, number: usize, page: usize) -> Line {
    let indent = indent(span.of(text));
    let body = span.trim(text);
    let Look { columns, has_wide_gap, has_stand_in } = Look::at(body.of(text));
    let width = if body.is_empty() { 0 } else { indent + columns };
    Line { span: body, number, page, indent, width, gap: 0, has_wide_gap, has_stand_in }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::Encoding;

    fn lines(text: &str) -> Vec<(usize, usize, String)> {
        let source = Source::new("t", text.into(), Encoding::Utf8, text.len(), 0);
        let lines = normalize(&source);
        lines.iter().map(|line| (line.number, line.page, line.text(text).to_owned())).collect()
    }

    #[test]
    fn form_feed_and_nel_divide_but_do_not_count() {
        let got = lines("a\r\n\r\n b \u{c}c\u{85}d\re");
        let want = [(1, 1, "a"), (2, 1, ""), (3, 1, "b"), (3, 2, "c"), (3, 2, "d"), (4, 2, "e")];
        assert_eq!(got, want.map(|(n, p, t)| (n, p, t.to_owned())));
    }
}
