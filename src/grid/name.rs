//! Which header belongs to which column of its page.
//!
//! Headers are centred over columns whose words stand left or right, a column may be empty on a page, and a page may
//! show one column as two (centred dashes beside right-aligned numbers). The pairing with the least strain is taken.

use super::atom::Atoms;
use super::header::HeaderCell;
use super::word::Word;

/// The strain of a column without a header.
const NAMELESS: f64 = 9.0;
/// The strain of one header over two columns that stand side by side in a row.
const BESIDE: f64 = 12.0;
/// The same where one blank parts them everywhere: rather two words of a cell.
pub(super) const CLOSE: f64 = 1.5;

/// For each column of the page its header; none where it has none.
pub(super) fn names(atoms: &Atoms, lines: &[&[Word]], cells: &[HeaderCell]) -> Vec<Option<usize>> {
    let beside = side_by_side(atoms, lines);
    // `least[h]`: the least strain so far with header `h` as the last one used; `least[0]` uses none, the rest shift by 1.
    let mut least = vec![f64::INFINITY; cells.len() + 1];
    least[0] = 0.0;
    let mut from: Vec<Vec<(usize, bool)>> = Vec::with_capacity(atoms.atoms.len());
    let mut named = vec![false; cells.len() + 1];
    for (atom, beside) in atoms.atoms.iter().zip(beside) {
        let mut next = vec![f64::INFINITY; cells.len() + 1];
        let mut how = vec![(0, false); cells.len() + 1];
        let mut next_named = vec![false; cells.len() + 1];
        let mut before = (f64::INFINITY, 0);
        for last in 0..=cells.len() {
            // No header of its own.
            let strain = least[last] + NAMELESS;
            if strain < next[last] {
                (next[last], how[last], next_named[last]) = (strain, (last, false), false);
            }
            if let Some(cell) = last.checked_sub(1).map(|cell| &cells[cell]) {
                let apart = strain_of(atom.start, atom.end, cell);
                let new = before.0 + apart;
                let shared = least[last] + apart + if named[last] { beside } else { f64::INFINITY };
                if new < next[last] {
                    (next[last], how[last], next_named[last]) = (new, (before.1, true), true);
                }
                if shared < next[last] {
                    (next[last], how[last], next_named[last]) = (shared, (last, true), true);
                }
            }
            if least[last] < before.0 {
                before = (least[last], last);
            }
        }
        (least, named) = (next, next_named);
        from.push(how);
    }
    let best = (0..=cells.len()).min_by(|a, b| least[*a].total_cmp(&least[*b])).unwrap_or(0);
    trace(&from, best)
}

/// For each column of a page without headers the number of the column that it is part of: words that one blank parts
/// everywhere are one column.
pub(super) fn nameless(atoms: &Atoms, lines: &[&[Word]]) -> Vec<usize> {
    let strains = side_by_side(atoms, lines);
    let mut column = 0;
    let number = |at: usize| {
        column += usize::from(at > 0 && strains[at] > CLOSE);
        column
    };
    (0..atoms.atoms.len()).map(number).collect()
}

fn trace(from: &[Vec<(usize, bool)>], mut last: usize) -> Vec<Option<usize>> {
    let mut names = vec![None; from.len()];
    for at in (0..from.len()).rev() {
        let (before, named) = from[at][last];
        names[at] = named.then(|| last - 1);
        last = before;
    }
    names
}

/// How far a header stands from a column: nothing to speak of where they overlap.
fn strain_of(start: usize, end: usize, cell: &HeaderCell) -> f64 {
    let apart = start.saturating_sub(cell.end).max(cell.start.saturating_sub(end));
    let touch = if start < cell.end && cell.start < end { 0.0 } else { 1.0 };
    let off = usize::midpoint(start, end).abs_diff(cell.middle());
    touch + apart as f64 + off as f64 * 0.02
}

/// For each column, the strain of sharing its header with the column before it.
pub(super) fn side_by_side(atoms: &Atoms, lines: &[&[Word]]) -> Vec<f64> {
    let mut wide = vec![0_usize; atoms.atoms.len()];
    let mut close = vec![0_usize; atoms.atoms.len()];
    for (words, places) in lines.iter().zip(&atoms.of_words) {
        for at in 1..words.len() {
            let (Some(left), Some(right)) = (places[at - 1], places[at]) else { continue };
            if right == left + 1 {
                let count = if words[at].gap >= 2 { &mut wide } else { &mut close };
                count[right] += 1;
            }
        }
    }
    wide.iter()
        .zip(&close)
        .map(|(wide, close)| match (wide, close) {
            (0, 0) => 0.2,
            (0, _) => CLOSE,
            (wide, close) if wide * 4 <= *close => CLOSE,
            (_, _) => BESIDE,
        })
        .collect()
}
