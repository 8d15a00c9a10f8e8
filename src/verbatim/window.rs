//! One or two lines as one string, with the way back: `○国土整備省（穂積⏎都市部長）`.

use std::borrow::Cow;
use std::ops::Range;

use crate::line::Line;
use crate::span::Span;

/// One or two lines as one string, with the way back.
pub(super) struct Window<'s> {
    pub text: Cow<'s, str>,
    pub pieces: Vec<Span>,
}

impl<'s> Window<'s> {
    /// One line as it is.
    pub fn of(line: &Line, source: &'s str) -> Self {
        Self { text: line.text(source).into(), pieces: vec![line.span] }
    }

    /// Whether it is one line, no character of which is another one's stand-in.
    pub fn is_as_written(&self) -> bool {
        self.pieces.len() == 1 && matches!(self.text, Cow::Borrowed(_))
    }

    pub fn spans(&self, range: Range<usize>, source: &str) -> Vec<Span> {
        let mut at = 0;
        let mut spans = Vec::new();
        for piece in &self.pieces {
            let length = piece.end - piece.start;
            let (from, to) = (range.start.max(at), range.end.min(at + length));
            if from < to {
                spans.push(Span::new(piece.start + from - at, piece.start + to - at).trim(source));
            }
            at += length;
        }
        spans.retain(|span| !span.is_empty());
        spans
    }
}
