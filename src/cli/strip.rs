//! A stretch of lines to show, with marks.

use std::ops::Range;

/// Lines to show, safe to print, and what of them is marked.
#[derive(Default)]
pub struct Strip {
    pub first: usize,
    pub last: usize,
    pub text: String,
    pub marks: Vec<Range<usize>>,
    /// Of a cut line, the place of its first mark, from 1, in characters.
    pub column: Option<usize>,
}

impl Strip {
    /// Adds a stretch of the source and marks the places in it.
    pub fn push(&mut self, text: &str, stretch: Range<usize>, places: &[Range<usize>]) {
        let mut marks: Vec<Option<Range<usize>>> = vec![None; places.len()];
        for (at, c) in text[stretch.clone()].char_indices() {
            let start = self.text.len();
            self.text.push(visible(c));
            for (place, mark) in places.iter().zip(&mut marks) {
                if place.contains(&(stretch.start + at)) {
                    let start = mark.as_ref().map_or(start, |mark| mark.start);
                    *mark = Some(start..self.text.len());
                }
            }
        }
        self.marks.extend(marks.into_iter().flatten());
    }
}

/// What would break a line or has no width becomes a space; the renderer takes care of the other controls.
fn visible(c: char) -> char {
    match c {
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\r' | '\t' => ' ',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        _ => c,
    }
}
