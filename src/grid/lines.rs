//! A line cut at its white space.

use crate::span::{Span, is_space};

/// What white space divides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Cut {
    /// Two columns or more: two spaces, a full-width space.
    Wide,
    /// Any.
    Any,
}

/// The stretches of a line that such white space parts: `1　見守り　福祉課` → 1, 見守り, 福祉課.
pub(super) fn cut(line: Span, by: Cut, source: &str) -> Vec<Span> {
    let text = line.of(source);
    let mut words: Vec<Span> = Vec::new();
    let mut end = 0;
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let narrow = text[end..at] == *" " && by == Cut::Wide;
        let span = Span::new(line.start + at, line.start + at + word.len());
        match words.last_mut() {
            Some(last) if narrow => last.end = span.end,
            Some(_) | None => words.push(span),
        }
        end = at + word.len();
    }
    words
}
