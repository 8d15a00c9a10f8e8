//! Stage: source → physical lines.
//!
//! Folding itself is lazy: a line is folded as a [`Text`](crate::Text) where a rule asks for it, since most lines are
//! recognised by their first character and widths must be measured on the source anyway (folding changes them).

use crate::ledger::ends_piece;
use crate::line::{Line, columns, indent};
use crate::source::Source;
use crate::span::Span;

/// Divides the source at line ends, form feeds, NEL and the Unicode separators.
pub(crate) fn normalize(source: &Source) -> Vec<Line> {
    let text: &str = &source.text;
    let mut lines = Vec::with_capacity(text.len() / 48);
    let (mut number, mut page, mut at) = (1, 1, 0);
    for piece in text.split_inclusive(ends_piece) {
        let body = piece.trim_end_matches(ends_piece);
        lines.push(line(text, Span::new(at, at + body.len()), number, page));
        at += piece.len();
        let crlf = piece.ends_with('\r') && text[at..].starts_with('\n');
        match piece.chars().next_back() {
            Some('\n') => number += 1,
            Some('\r') if !crlf => number += 1,
            Some('\u{c}') => page += 1,
            _ => {}
        }
    }
    lines.retain(|line| !is_crlf_half(line, text));
    lines
}

/// The empty stretch between the two characters of a CRLF is no line of its own.
fn is_crlf_half(line: &Line, text: &str) -> bool {
    let at = line.span.start;
    line.is_blank() && at > 0 && text.as_bytes()[at - 1] == b'\r' && text[at..].starts_with('\n')
}

fn line(text: &str, span: Span, number: usize, page: usize) -> Line {
    let indent = indent(span.of(text));
    let body = span.trim(text);
    let width = if body.is_empty() { 0 } else { indent + columns(body.of(text)) };
    Line { span: body, number, page, indent, width, gap: 0 }
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
