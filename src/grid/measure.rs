//! How a dump counts display columns.
//!
//! Authors who pad with spaces count a Japanese character as two columns; poppler's `-layout` counts every character
//! as one. The document shows which: under the right measure the words of its rows begin and end in the same columns.

use unicode_width::UnicodeWidthChar;

use rustc_hash::FxHashMap;

use super::word::words;
use crate::line::{Line, columns_of};

/// How many lines are looked at.
const SAMPLE: usize = 600;

/// A way to count columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Measure {
    /// Wide and ambiguous characters take two columns.
    Wide,
    /// Wide characters take two columns, ambiguous ones (①, △, ・) one.
    Narrow,
    /// Every character takes one column.
    Characters,
}

/// By what words stand below each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Edge {
    Start,
    End,
    Middle,
}

impl Measure {
    /// Columns of a character that is no tab.
    pub fn of(self, c: char) -> usize {
        match self {
            Self::Wide => columns_of(c),
            Self::Narrow => c.width().unwrap_or(0),
            Self::Characters => 1,
        }
    }

    /// The measure under which most words stand below each other.
    pub fn of_dump(lines: &[Line], source: &str) -> Self {
        let mut best = (0, Self::Wide);
        for measure in [Self::Wide, Self::Narrow, Self::Characters] {
            let score = measure.alignment(lines, source);
            if score > best.0 {
                best = (score, measure);
            }
        }
        best.1
    }

    /// How often two words begin, end or have their middles in the same column of one page: the more, the better.
    fn alignment(self, lines: &[Line], source: &str) -> usize {
        let mut edges: FxHashMap<(usize, usize, Edge), usize> = FxHashMap::default();
        for line in lines.iter().filter(|line| line.has_wide_gap).take(SAMPLE) {
            for word in words(line, source, self).iter().filter(|word| word.gap >= 2) {
                *edges.entry((line.page, word.start, Edge::Start)).or_default() += 1;
                *edges.entry((line.page, word.end, Edge::End)).or_default() += 1;
                *edges.entry((line.page, word.start + word.end, Edge::Middle)).or_default() += 1;
            }
        }
        edges.values().map(|count| count * count).sum()
    }
}
