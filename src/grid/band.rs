//! Which lines make up a row.
//!
//! A cell of several lines stands below the line of its row's number, or around it where cells are centred vertically.
//! Both are tried on the whole table, and each stretch between two numbers is cut where it costs least: where text of a
//! column ends, where a blank line stands, and so that rows keep their balance.

use super::gap::Gap;
use super::top::begins_beside;
use crate::span::Span;

/// A line of the table's body.
#[derive(Debug, Default)]
pub(super) struct BodyLine {
    /// Whether it carries a row's number.
    pub anchor: bool,
    /// Whether it belongs to no row: a heading across the table.
    pub barrier: bool,
    /// How strongly it stands apart from the line before it: 0 not at all, 1 by a blank line, 2 by a page's end.
    pub apart: usize,
    /// What stands in which column.
    pub pieces: Vec<Piece>,
}

/// What one line has in one column.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub column: usize,
    pub span: Span,
    /// Display columns.
    pub width: usize,
    pub is_amount: bool,
}

/// Of two readings that are alike else, the one with rows of equal height is taken.
const EVEN: f64 = 0.001;

/// How the rows of a table lie about their numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lie {
    /// All lines from the number down.
    Below,
    /// As many above the number as below; of an odd number of others the last one stands below.
    Around,
    /// The same, and the odd one stands above.
    AroundHigh,
}

/// For each line the number of its row, from 0 in the order of the anchors; none for a line of no row.
pub(super) fn bands(lines: &[BodyLine], source: &str) -> Vec<Option<usize>> {
    let anchors: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].anchor).collect();
    let Some(first) = anchors.first() else { return vec![None; lines.len()] };
    if let Some(rows) = parted(lines) {
        return rows;
    }
    let columns = widths(lines);
    let gaps: Vec<Gap> = anchors.windows(2).map(|pair| Gap::new(lines, pair[0], pair[1], &columns, source)).collect();
    let tail = lines.len() - 1 - anchors[anchors.len() - 1];
    let plan = |lie: Lie| cheapest(&gaps, *first, tail, lie);
    let (mut cost, mut cuts) = plan(Lie::Below);
    let others = if begins_beside(lines, &columns, source) { &[][..] } else { &[Lie::Around, Lie::AroundHigh] };
    for lie in others.iter().copied() {
        let other = plan(lie);
        if other.0 < cost {
            (cost, cuts) = other;
        }
    }
    let mut rows = vec![None; lines.len()];
    for (at, row) in rows.iter_mut().enumerate().filter(|(at, _)| !lines[*at].barrier) {
        let above = anchors.partition_point(|anchor| *anchor <= at);
        let cut = above.checked_sub(1).and_then(|row| Some(anchors[row] + cuts.get(row)?));
        *row = match above {
            0 => Some(0),
            _ if cut.is_some_and(|cut| at > cut) => Some(above),
            _ => Some(above - 1),
        };
    }
    rows
}

/// The rows as blank lines part them, where each of these blocks has one number.
fn parted(lines: &[BodyLine]) -> Option<Vec<Option<usize>>> {
    let begins = |at: usize| at == 0 || lines[at].apart > 0;
    let (mut rows, mut block, mut anchors) = (Vec::with_capacity(lines.len()), 0, 0);
    for (at, line) in lines.iter().enumerate() {
        if at > 0 && begins(at) {
            block += 1;
        }
        anchors += usize::from(line.anchor);
        let closes = at + 1 == lines.len() || begins(at + 1);
        if closes && anchors != block + 1 {
            return None;
        }
        rows.push((!line.barrier).then_some(block));
    }
    Some(rows)
}

/// The widest piece of each column.
fn widths(lines: &[BodyLine]) -> Vec<usize> {
    let mut widths = Vec::new();
    for piece in lines.iter().flat_map(|line| &line.pieces) {
        if widths.len() <= piece.column {
            widths.resize(piece.column + 1, 0);
        }
        widths[piece.column] = widths[piece.column].max(piece.width);
    }
    widths
}

/// The cheapest way to cut all gaps, with its cost.
fn cheapest(gaps: &[Gap], head: usize, tail: usize, lie: Lie) -> (f64, Vec<usize>) {
    let Some(last) = gaps.last() else { return (0.0, Vec::new()) };
    let mut costs: Vec<f64> = Vec::new();
    let mut from: Vec<Vec<usize>> = Vec::with_capacity(gaps.len());
    for (row, gap) in gaps.iter().enumerate() {
        let mut next = Vec::with_capacity(gap.cuts.len());
        let mut how = Vec::with_capacity(gap.cuts.len());
        for (at, below) in gap.cuts.iter().enumerate() {
            let own = gap.costs[at] + late(gap.late[at], lie);
            let best = match row.checked_sub(1).map(|before| &gaps[before]) {
                None => (unbalance(head, *below, lie), 0),
                Some(before) => least(
                    before
                        .cuts
                        .iter()
                        .enumerate()
                        .map(|(cut, kept)| (costs[cut] + unbalance(before.count - kept, *below, lie), cut)),
                ),
            };
            next.push(own + best.0);
            how.push(best.1);
        }
        costs = next;
        from.push(how);
    }
    let ends = last.cuts.iter().enumerate();
    let (cost, mut cut) = least(ends.map(|(cut, kept)| (costs[cut] + unbalance(last.count - kept, tail, lie), cut)));
    let mut cuts = vec![0; gaps.len()];
    for row in (0..gaps.len()).rev() {
        cuts[row] = gaps[row].cuts[cut];
        cut = from[row][cut];
    }
    (cost, cuts)
}

fn least(choices: impl Iterator<Item = (f64, usize)>) -> (f64, usize) {
    choices.fold((f64::INFINITY, 0), |best, choice| if choice.0 < best.0 { choice } else { best })
}

/// The cost of cells that begin below the number of their row, where they should begin beside it.
fn late(cells: usize, lie: Lie) -> f64 {
    match lie {
        Lie::Below => cells as f64 * 0.7,
        Lie::Around | Lie::AroundHigh => 0.0,
    }
}

/// The cost of a row with so many lines above and below its number.
fn unbalance(above: usize, below: usize, lie: Lie) -> f64 {
    match lie {
        Lie::Below => above as f64 * 2.0,
        Lie::Around => lean(above, below),
        Lie::AroundHigh => lean(below, above),
    }
}

/// The cost of `less` lines on one side of a number and `more` on the other, where one more is no matter.
fn lean(less: usize, more: usize) -> f64 {
    let even = ((less + more) as f64).powi(2) * EVEN;
    even + match (more.checked_sub(less), less.saturating_sub(more)) {
        (Some(0 | 1), _) => 0.0,
        (Some(off), _) => off as f64 * 2.0 - 2.0,
        (None, off) => off as f64 * 2.0 - 1.0,
    }
}
