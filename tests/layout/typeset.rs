//! Cells → lines: wrapping inside the column, and the columns' places on a page.

use crate::generate::wrap::{Kinsoku, break_at, columns};

/// How an extractor counts columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// A Japanese character takes two.
    Display,
    /// Every character takes one, as poppler has it.
    Characters,
}

impl Measure {
    pub fn of(self, text: &str) -> usize {
        match self {
            Self::Display => columns(text),
            Self::Characters => text.chars().count(),
        }
    }
}

/// How a cell stands in its column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    Left,
    Right,
    Middle,
}

/// The lines of a cell that is `width` display columns wide.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut lines = Vec::new();
    let mut rest = letters.as_slice();
    while !rest.is_empty() {
        let at = break_at(rest, width, Kinsoku::PushDown, "");
        lines.push(rest[..at].iter().collect());
        rest = &rest[at..];
    }
    lines
}

/// A line of words at their columns.
#[derive(Default)]
pub struct Ruler {
    text: String,
    at: usize,
}

impl Ruler {
    pub fn put(&mut self, text: &str, start: usize, measure: Measure) {
        while self.at < start {
            self.text.push(' ');
            self.at += 1;
        }
        self.text.push_str(text);
        self.at += measure.of(text);
    }

    pub fn finish(self) -> String {
        self.text
    }
}

/// Where a piece of `length` columns begins in a column.
pub fn place(start: usize, width: usize, length: usize, side: Side) -> usize {
    let free = width.saturating_sub(length);
    match side {
        Side::Left => start,
        Side::Right => start + free,
        Side::Middle => start + free / 2,
    }
}
