//! The normal form of a text, with the exact way back to the source.
//!
//! `平成 29年１月` → `平成29年1月`; `（こども⏎医療）` → `（こども医療）`. A [`Text`] is built from the pieces of the source that
//! make it up, one per physical line, and remembers for each of its bytes where it came from.

mod builder;
mod spaces;

pub(crate) use spaces::is_japanese;

use std::ops::Range;

use crate::span::Span;
use builder::Builder;

/// Text in normal form and, run by run, where it stood.
#[derive(Clone, Debug, Default)]
pub struct Text {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of the text that comes from one stretch of one physical line.
///
/// A copied run is the same bytes in both; any other run maps as a whole (`㈱` ↔ `（株）`).
#[derive(Clone, Copy, Debug)]
struct Run {
    text: usize,
    source: Span,
    copied: bool,
    piece: usize,
}

impl Text {
    /// The normal form of the pieces that `spans` select, in that order.
    pub fn of(source: &str, spans: &[Span]) -> Self {
        let mut builder = Builder { out: Self::default(), tracked: true, copied_to: None };
        builder.pieces(source, spans);
        builder.out
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where a range of the text stood: one span for each physical line piece, without white space at its ends.
    ///
    /// `３回` inside `第３回` → the bytes of `３回`, not of `3回`.
    pub fn spans(&self, range: Range<usize>, source: &str) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        if range.is_empty() {
            return spans;
        }
        let first = self.runs.partition_point(|run| run.text <= range.start).saturating_sub(1);
        let mut piece = None;
        for (at, run) in self.runs.iter().enumerate().skip(first) {
            if run.text >= range.end {
                break;
            }
            let next = self.runs.get(at + 1).map_or(self.text.len(), |next| next.text);
            let Some(part) = run.overlap(next, &range) else { continue };
            match spans.last_mut() {
                Some(last) if piece == Some(run.piece) => last.end = part.end,
                _ => spans.push(part),
            }
            piece = Some(run.piece);
        }
        spans.iter_mut().for_each(|span| *span = span.trim(source));
        spans.retain(|span| !span.is_empty());
        spans
    }
}

impl Run {
    /// The part of the source behind `range`, where this run reaches from its start to `next` in the text.
    fn overlap(&self, next: usize, range: &Range<usize>) -> Option<Span> {
        let (from, to) = (range.start.max(self.text), range.end.min(next));
        if from >= to {
            return None;
        }
        if !self.copied {
            return Some(self.source);
        }
        Some(Span::new(self.source.start + from - self.text, self.source.start + to - self.text))
    }
}

/// The normal form of the pieces that `spans` select: [`Text::of`] without the way back.
pub fn normal_form(source: &str, spans: &[Span]) -> String {
    let mut builder = Builder { out: Text::default(), tracked: false, copied_to: None };
    builder.pieces(source, spans);
    builder.out.text
}
