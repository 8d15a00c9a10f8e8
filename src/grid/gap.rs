//! The lines between two numbers, and what it costs to cut them at each place.

use super::band::{BodyLine, Piece};
use super::bond::bond;

/// The farthest from a number line that a cut is looked for.
const REACH: usize = 8;

/// The lines between two anchors and what each cut of them costs.
pub(super) struct Gap {
    /// How many lines there are.
    pub count: usize,
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
            late: cuts.iter().map(|cut| first.partition_point(|(offset, _)| offset <= cut)).collect(),
            costs: cuts.iter().map(|cut| costs[*cut]).collect(),
            cuts,
        }
    }
}

/// Adds a value to a range of a list that is kept as its differences.
fn add(steps: &mut [f64], range: std::ops::Range<usize>, value: f64) {
    steps[range.start] += value;
    steps[range.end] -= value;
}
