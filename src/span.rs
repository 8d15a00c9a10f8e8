//! One unit for every place in the source.

use std::ops::Range;

/// A half-open range of UTF-8 bytes in [`Source::text`](crate::Source), on character boundaries.
///
/// Positions become code points only at the edge, in [`Positions`](crate::model::Positions).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    #[inline]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    #[inline]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text that the span selects.
    #[inline]
    pub fn of(self, source: &str) -> &str {
        &source[self.range()]
    }

    /// The same span without white space at its ends; empty where there is nothing else.
    pub fn trim(self, source: &str) -> Self {
        let text = self.of(source);
        let mut chars = text.chars();
        // Most pieces have none.
        if !chars.next().is_some_and(is_space) && !chars.next_back().is_some_and(is_space) {
            return self;
        }
        let left = text.trim_start_matches(is_space);
        let start = self.end - left.len();
        Self::new(start, start + left.trim_end_matches(is_space).len())
    }
}

/// White space as the normal form's definition sees it: Unicode White_Space and the four information
/// separators U+001C to U+001F, which Python's `str.isspace` counts too.
#[inline]
pub fn is_space(c: char) -> bool {
    match c {
        ' ' | '\t'..='\r' | '\u{1c}'..='\u{1f}' | '\u{3000}' => true,
        '!'..='~' | '\u{3001}'..='\u{ffff}' => false,
        _ => c.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trim_keeps_to_multi_byte_boundaries() {
        let source = "　番号　 ";
        let span = Span::new(0, source.len()).trim(source);
        assert_eq!(span.of(source), "番号");
        assert!(Span::new(0, 3).trim(source).is_empty());
    }
}
