//! A classified stretch of the body: what one or more lines are.

use crate::fold::{Fold, fold_char};
use crate::rules::{head::Field, summary};
use crate::span::{Span, is_space};

/// One opened thing with all its lines, wraps undone.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub kind: Kind,
    /// The rule that decided, as `explain` shows it.
    pub rule: &'static str,
    /// `（１）`, `【№１】`; absent where there is none.
    pub label: Option<Span>,
    /// Bullets, names of fields, colons.
    pub marks: Vec<Span>,
    /// Heading, value or text: one piece for each physical line.
    pub text: Vec<Span>,
    /// The lines, as indices into the body.
    pub lines: std::ops::Range<usize>,
    /// Display column of its first character.
    pub indent: usize,
}

impl Element {
    /// A text of nothing but U+200B and the like is none; its characters stay unplaced.
    pub fn drop_void(&mut self, source: &str) {
        let void = |span: &Span| span.of(source).chars().all(|c| fold_char(c) == Fold::Nothing || is_space(c));
        if self.text.iter().all(void) {
            self.text.clear();
        }
    }
}

/// What an element is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// The document's title.
    Title,
    /// A field of the head.
    Field(Field),
    /// A part of the summary.
    Part(summary::Kind),
    /// A paragraph that nothing marks.
    Paragraph,
}
