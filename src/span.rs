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
        if !text.is_empty() && begins_with_ink(text.as_bytes()) && ends_with_ink(text.as_bytes()) {
            return self;
        }
        let left = text.trim_start_matches(is_space);
        let start = self.end - left.len();
        Self::new(start, start + left.trim_end_matches(is_space).len())
    }
}

/// Whether the first bytes are plainly those of a character that is no white space: a shorter way for most texts.
fn begins_with_ink(bytes: &[u8]) -> bool {
    match bytes {
        [0xe3, 0x80, 0x80, ..] => false,
        [b'!'..=b'~' | 0xe3..=0xef, ..] => true,
        _ => false,
    }
}

/// The same of the last bytes.
fn ends_with_ink(bytes: &[u8]) -> bool {
    match bytes {
        [.., 0xe3, 0x80, 0x80] => false,
        [.., b'!'..=b'~'] | [.., 0xe3..=0xef, _, _] => true,
        _ => false,
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

    #[test]
    fn the_shorter_way_is_never_taken_for_white_space() {
        for c in '\0'..='\u{10ffff}' {
            let text = String::from(c);
            let ink = (begins_with_ink(text.as_bytes()), ends_with_ink(text.as_bytes()));
            assert!(ink == (false, false) || !is_space(c), "{c:?}");
        }
    }
}
