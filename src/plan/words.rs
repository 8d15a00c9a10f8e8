//! Whitespace-separated words of a line, with their places.

use crate::span::{Span, is_space};

/// The words of the text that `span` selects.
pub(super) fn words(source: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let text = span.of(source);
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text[at..].trim_start_matches(is_space);
        let start = text.len() - rest.len();
        let length = rest.find(is_space).unwrap_or(rest.len());
        at = start + length;
        (length > 0).then(|| Span::new(span.start + start, span.start + at))
    })
}
