//! Lines of such a table that have another count of cells than its header: what goes on with the row above, and rows in which
//! a cell is empty.

use rustc_hash::FxHashSet;

use super::divided::numbered_row;
use super::spaced::Below;
use super::{Doubt, Grid};
use crate::line::columns;
use crate::rules::{is_bullet, is_circled};
use crate::span::Span;

/// The narrowest column in which a cell may go on in another line, in display columns, and how far short a full line falls.
const NARROWEST: usize = 16;
const SHORT: usize = 3;
/// The most cells that a row may lack, and the most columns among which they are looked for.
const MOST_LACKING: usize = 2;
const MOST_COLUMNS: usize = 16;
/// By how much the best reading of a row must be better than another one to be the only one.
const MARGIN: usize = 2;

/// What the whole rows show of each column.
pub(super) struct Known<'s> {
    /// The widest first line.
    widths: Vec<usize>,
    /// The cells, and their last characters.
    cells: Vec<FxHashSet<&'s str>>,
    ends: Vec<FxHashSet<char>>,
}

impl<'s> Known<'s> {
    pub fn of(below: &[Below], count: usize, source: &'s str) -> Self {
        let mut known = Self {
            widths: vec![0; count],
            cells: vec![FxHashSet::default(); count],
            ends: vec![FxHashSet::default(); count],
        };
        for line in below {
            let Below::Whole(words) = line else { continue };
            for (column, word) in words.iter().enumerate() {
                known.widths[column] = known.widths[column].max(columns(word.of(source)));
                known.cells[column].insert(word.of(source));
                known.ends[column].extend(word.of(source).chars().next_back());
            }
        }
        known
    }

    /// Whether a cell's last line fills its column, so that it may go on.
    fn is_full(&self, column: usize, last: Span, source: &str) -> bool {
        let width = self.widths[column];
        width >= NARROWEST && columns(last.of(source)) + SHORT >= width && !last.of(source).ends_with('。')
    }

    /// Whether a row's line has a cell that may go on.
    pub fn any_full(&self, words: &[Span], source: &str) -> bool {
        words.len() == self.widths.len() && words.iter().enumerate().any(|(at, word)| self.is_full(at, *word, source))
    }

    /// How well a cell suits each column: best where another row has the same, well where another ends alike.
    fn fits(&self, word: &str) -> Vec<usize> {
        let last = word.chars().next_back();
        let fit = |column: usize| match last {
            _ if self.cells[column].contains(word) => 3,
            Some(last) if self.ends[column].contains(&last) => 2,
            Some(_) | None => 0,
        };
        (0..self.cells.len()).map(fit).collect()
    }
}

/// A line that goes on with cells of the row above: `○` opens another entry of the cell that has such, and other pieces are
/// known where as many cells are full. Else these stay open, for a cell without its end says something else.
pub(super) fn wrapped(words: &[Span], known: &Known, grid: &mut Grid, source: &str) {
    let all = || (0..grid.columns.len()).collect();
    let Some(row) = grid.rows.last_mut() else { return doubt(words, all(), grid) };
    // What the line before this one has gone on with is open; what it has not is closed.
    let lines = row.cells.iter().map(|(_, pieces)| pieces.len()).max().unwrap_or(0);
    let last = |cell: &(usize, Vec<Span>)| cell.1.last().copied().filter(|_| cell.1.len() == lines);
    let marked = |cell: &(usize, Vec<Span>)| cell.1.first().and_then(|first| mark(*first, source)).is_some();
    let opens = words.iter().any(|word| mark(*word, source).is_some());
    let open: Vec<usize> = (0..row.cells.len())
        .filter(|at| {
            let cell = &row.cells[*at];
            let full = last(cell).is_some_and(|last| known.is_full(cell.0, last, source));
            full || opens && marked(cell) && last(cell).is_some()
        })
        .collect();
    let suits = |(at, word): (&usize, &Span)| mark(*word, source).is_none() || marked(&row.cells[*at]);
    if open.len() == words.len() && open.iter().zip(words).all(suits) {
        for (at, word) in open.iter().zip(words) {
            row.cells[*at].1.push(*word);
        }
        return;
    }
    let columns: Vec<usize> = open.iter().map(|at| row.cells[*at].0).collect();
    let unsure: Vec<Span> = open.iter().rev().flat_map(|at| row.cells.remove(*at).1).collect();
    doubt(&unsure, columns.clone(), grid);
    doubt(words, columns, grid);
}

fn mark(word: Span, source: &str) -> Option<char> {
    word.of(source).chars().next().filter(|c| is_bullet(*c) || is_circled(*c))
}

/// A row without all of its cells: each stands where it does in every likely reading, as its order and the other rows' cells
/// tell.
pub(super) fn lacking(words: &[Span], key: Option<usize>, known: &Known, grid: &mut Grid, source: &str) {
    let count = grid.columns.len();
    let lacks = count.saturating_sub(words.len());
    let mut cells: Vec<(usize, Vec<Span>)> = Vec::new();
    let mut open: Vec<Span> = Vec::new();
    let readings = if (1..=MOST_LACKING).contains(&lacks) && count <= MOST_COLUMNS {
        likely(words, &without(count, lacks), known, source)
    } else {
        Vec::new()
    };
    for (at, word) in words.iter().enumerate() {
        let column = readings.first().map_or(at, |columns| columns[at]);
        let sure = readings.iter().all(|columns| columns[at] == column) && !readings.is_empty();
        match sure || Some(at) == key {
            true => cells.push((column, vec![*word])),
            false => open.push(*word),
        }
    }
    grid.rows.push(numbered_row(cells, key, source));
    doubt(&open, (0..count).collect(), grid);
}

/// The choices of columns that suit the cells best, or nearly.
fn likely(words: &[Span], choices: &[Vec<usize>], known: &Known, source: &str) -> Vec<Vec<usize>> {
    let fits: Vec<Vec<usize>> = words.iter().map(|word| known.fits(word.of(source))).collect();
    let fit = |columns: &Vec<usize>| columns.iter().zip(&fits).map(|(column, fits)| fits[*column]).sum::<usize>();
    let best = choices.iter().map(fit).max().unwrap_or(0);
    choices.iter().filter(|columns| fit(columns) + MARGIN > best).cloned().collect()
}

fn doubt(words: &[Span], columns: Vec<usize>, grid: &mut Grid) {
    grid.doubts.extend(words.iter().map(|word| Doubt { span: *word, columns: columns.clone() }));
}

/// The columns that are left of `count` where `lacks` of them are empty: every choice.
fn without(count: usize, lacks: usize) -> Vec<Vec<usize>> {
    let mut choices: Vec<Vec<usize>> = vec![(0..count).collect()];
    for _ in 0..lacks {
        choices = choices
            .iter()
            .flat_map(|columns| (0..columns.len()).map(|at| [&columns[..at], &columns[at + 1..]].concat()))
            .collect();
    }
    choices.sort_unstable();
    choices.dedup();
    choices
}
