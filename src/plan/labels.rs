//! The names that the document lists.

use rustc_hash::FxHashMap;

use crate::line::Line;

use super::atoms::Page;
use super::likeness::{Whole, has_suffix, may_be_name};
use super::list::{split_list, without_remark};
use super::rows::RowLines;
use super::spaced_marks::SpacedMarks;
use super::words::words;

/// Names longer than this (in bytes) are no labels.
const LONGEST_LABEL: usize = 75;

/// Names that the document lists more than once.
#[derive(Debug)]
pub(super) struct Labels<'s> {
    counts: FxHashMap<&'s str, u32>,
    /// Which lengths and last bytes names have: most texts are none by that alone.
    shapes: Vec<bool>,
    /// The bullets that a space parts from their text.
    pub marks: SpacedMarks,
}

impl<'s> Labels<'s> {
    /// Counts the items of lists and the pieces that stand alone, as far as no line end can have cut them.
    pub fn count(rows: &[RowLines], page: &Page<'s>) -> Self {
        let marks = SpacedMarks::learn(rows, page);
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        for row in rows {
            let lines: Vec<usize> = row.lines.clone().filter(|at| !page.is_apart(*at)).collect();
            for (nth, at) in lines.iter().enumerate() {
                let span = if *at == row.lines.start { row.rest } else { page.body[*at].span };
                let begins = nth == 0 || opens(&page.body[*at], page.source);
                let ends = lines.get(nth + 1).is_none_or(|next| opens(&page.body[*next], page.source));
                let mut words = marks.join(words(page.source, span), page.source).into_iter().peekable();
                let mut first = true;
                while let Some(word) = words.next() {
                    let whole = Whole { begins: begins || !first, ends: ends || words.peek().is_some() };
                    count_items(word.of(page.source), whole, &mut counts);
                    first = false;
                }
            }
        }
        let mut shapes = vec![false; 1 << 14];
        counts.keys().for_each(|name| shapes[shape(name)] = true);
        Self { counts, shapes, marks }
    }

    /// Whether the document lists the name somewhere.
    pub fn lists(&self, name: &str) -> bool {
        self.count_of(name) > 0
    }

    /// Whether it lists the name more than once.
    pub fn repeats(&self, name: &str) -> bool {
        self.count_of(name) > 1
    }

    fn count_of(&self, name: &str) -> u32 {
        if name.len() > LONGEST_LABEL || !self.shapes[shape(name)] {
            0
        } else {
            self.counts.get(name).copied().unwrap_or(0)
        }
    }
}

/// Length and last byte, which in Japanese text tells a lot.
fn shape(name: &str) -> usize {
    let last = name.as_bytes().last().copied().unwrap_or(0);
    (name.len() & 127) << 7 | usize::from(last & 127)
}

/// Whether nothing on the line before can go on in this one.
pub(super) fn opens(line: &Line, source: &str) -> bool {
    line.gap > 0 || line.first(source).is_some_and(|c| crate::rules::is_bullet(c) || "※【".contains(c))
}

fn count_items<'s>(piece: &'s str, whole: Whole, counts: &mut FxHashMap<&'s str, u32>) {
    let text = piece.trim_start_matches(crate::rules::is_bullet).trim_start();
    // A word alone may be a category or a cell of the schedule; in a list it is a name.
    let listed = text.len() < piece.len() || text.contains('、');
    let mut items = split_list(text).enumerate().peekable();
    while let Some((at, item)) = items.next() {
        let complete = (at > 0 || whole.begins) && (items.peek().is_some() || whole.ends);
        if !complete {
            continue;
        }
        let name = without_remark(item);
        let fits = (4..=LONGEST_LABEL).contains(&name.len());
        if fits && (listed || has_suffix(name)) && may_be_name(name) {
            *counts.entry(name).or_default() += 1;
        }
    }
}
