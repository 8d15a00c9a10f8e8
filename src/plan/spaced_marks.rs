//! Bullets that a space parts from their text: `- 研修を行う`, `○ 研修を行う`.
//!
//! A sign alone may as well fill a cell (`－`, `○` in the schedule). It is a bullet where lines begin with it, and with a text
//! behind it that no such cell has beside it.

use crate::line::columns;
use crate::rules::{is_bullet, is_digit};
use crate::span::Span;

use super::atoms::Page;
use super::blank::blank;
use super::rows::RowLines;
use super::words::words;

/// The narrowest text behind a bullet that shows what the bullet is, in display columns; and of any other on its line.
const SHOWS: usize = 24;
const NARROWEST: usize = 8;
/// On so many lines a bullet must show itself.
const FEWEST: usize = 2;

/// The bullets behind which a document puts a space.
#[derive(Debug, Default)]
pub(super) struct SpacedMarks(Vec<char>);

impl SpacedMarks {
    pub fn learn(rows: &[RowLines], page: &Page) -> Self {
        let mut seen: Vec<(char, usize)> = Vec::new();
        for line in rows.iter().flat_map(|row| row.lines.clone()).filter(|at| !page.is_apart(*at)) {
            let mut words = words(page.source, page.body[line].span);
            let (Some(mark), Some(text)) = (words.next().and_then(|word| alone(word, page.source)), words.next())
            else {
                continue;
            };
            if columns(text.of(page.source)) < SHOWS {
                continue;
            }
            match seen.iter_mut().find(|(own, _)| *own == mark) {
                Some((_, count)) => *count += 1,
                None => seen.push((mark, 1)),
            }
        }
        Self(seen.into_iter().filter(|(_, count)| *count >= FEWEST).map(|(mark, _)| mark).collect())
    }

    /// The words of a line, such a bullet together with the text behind it.
    pub fn join(&self, words: impl Iterator<Item = Span>, source: &str) -> Vec<Span> {
        let mut joined: Vec<Span> = Vec::new();
        for word in words {
            let begins = joined.len() == 1;
            let text = word.of(source);
            let room = if begins { NARROWEST / 2 } else { NARROWEST };
            let goes_on = columns(text) >= room && blank(text).is_none() && !text.starts_with(is_digit);
            match joined.last_mut().filter(|last| goes_on && self.opens(**last, source)) {
                Some(last) => last.end = word.end,
                None => joined.push(word),
            }
        }
        joined
    }

    fn opens(&self, word: Span, source: &str) -> bool {
        !self.0.is_empty() && alone(word, source).is_some_and(|mark| self.0.contains(&mark))
    }
}

/// A word that is a bullet and nothing else.
fn alone(word: Span, source: &str) -> Option<char> {
    let mut chars = word.of(source).chars();
    let first = chars.next().filter(|c| is_bullet(*c))?;
    chars.next().is_none().then_some(first)
}
