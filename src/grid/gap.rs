//! The lines between two numbers, and what it costs to cut them at each place.

use super::band::{BodyLine, Lie, Piece};
use super::bond::bond;

/// The farthest from a number line that a cut is looked for.
const REACH: usize = 8;

/// Where the text of a column stands on one side of a number: its first and its last line, counted from the number's.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    column: usize,
    first: isize,
    last: isize,
}

/// The lines between two anchors and what each cut of them costs.
pub(super) struct Gap {
    /// How many lines there are.
    pub count: usize,
    /// The columns of the number line above.
    pub beside: Vec<usize>,
    /// For each cut, what it leaves to the row above, below its number.
    pub below: Vec<Vec<Reach>>,
    /// For each cut, what it leaves to the row below, above its number.
    pub above: Vec<Vec<Reach>>,
    /// Where it may be cut: how many lines go to the row above.
    pub cuts: Vec<usize>,
    /// The cost of each of these cuts.
    pub costs: Vec<f64>,
    /// For each cut, how many cells of the row above would begin below its number.
    pub late: Vec<usize>,
}

impl Gap {
    pub fn new(lines: &[BodyLine], from: usize, to: usize, widths: &[usize], source: &str) -> Self {
        let count = to - from - 1;
        let mut steps = vec![0.0; count + 2];
        let mut first: Vec<(usize, usize)> = Vec::new();
        let mut last: Vec<Option<(usize, &Piece)>> = vec![None; widths.len()];
        for (at, line) in lines.iter().enumerate().take(to + 1).skip(from) {
            let offset = at - from;
            for piece in &line.pieces {
                match last[piece.column].replace((offset, piece)) {
                    Some((above, upper)) => {
                        let (join, cut) = bond(upper, piece, widths[piece.column], source);
                        add(&mut steps, above..offset, cut - join);
                        steps[0] += join;
                    }
                    None if offset > 0 && offset <= count => first.push((offset, piece.column)),
                    None => {}
                }
            }
            if offset > 0 && (line.apart > 0 || line.barrier) {
                let strength = if line.barrier { 40.0 } else { line.apart as f64 * 2.0 };
                steps[0] += strength;
                add(&mut steps, offset - 1..offset, -strength);
            }
        }
        let mut costs = Vec::with_capacity(count + 1);
        let mut sum = 0.0;
        for step in steps.iter().take(count + 1) {
            sum += step;
            costs.push(sum);
        }
        let cuts: Vec<usize> = (0..=count).filter(|cut| *cut <= REACH || count - cut <= REACH).collect();
        Self {
            count,
            beside: lines[from].pieces.iter().map(|piece| piece.column).collect(),
            below: cuts.iter().map(|cut| reaches(&lines[from + 1..=from + cut], 1)).collect(),
            above: cuts.iter().map(|cut| reaches(&lines[from + 1 + cut..to], *cut as isize - count as isize)).collect(),
            late: cuts.iter().map(|cut| first.partition_point(|(offset, _)| offset <= cut)).collect(),
            costs: cuts.iter().map(|cut| costs[*cut]).collect(),
            cuts,
        }
    }
}

/// The columns that lines fill, the first of which stands so far from the number.
fn reaches(lines: &[BodyLine], first: isize) -> Vec<Reach> {
    let mut found: Vec<Reach> = Vec::new();
    for (place, line) in (first..).zip(lines) {
        for piece in &line.pieces {
            match found.iter_mut().find(|reach| reach.column == piece.column) {
                Some(reach) => reach.last = place,
                None => found.push(Reach { column: piece.column, first: place, last: place }),
            }
        }
    }
    found
}

/// Adds a value to a range of a list that is kept as its differences.
fn add(steps: &mut [f64], range: std::ops::Range<usize>, value: f64) {
    steps[range.start] += value;
    steps[range.end] -= value;
}

/// The cost of cells that are not centred in a row whose middle lies so far below its number, in half lines.
pub(super) fn tilt(above: &[Reach], beside: &[usize], below: &[Reach], middle: isize, lie: Lie) -> f64 {
    let weigh = |top: isize, bottom: isize| lie.tilt(top + bottom - middle);
    let mut cost = 0.0;
    for cell in above {
        let lower = below.iter().find(|other| other.column == cell.column).map(|other| other.last);
        let here = beside.contains(&cell.column).then_some(0);
        cost += weigh(cell.first, lower.or(here).unwrap_or(cell.last));
    }
    for cell in below.iter().filter(|cell| above.iter().all(|other| other.column != cell.column)) {
        cost += weigh(if beside.contains(&cell.column) { 0 } else { cell.first }, cell.last);
    }
    cost
}
