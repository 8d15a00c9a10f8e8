//! Which piece of a row stands in which column: one scoring model, and a dynamic programme over the column order.
//!
//! Pieces come in the order of the columns, so an assignment never goes back. It is worth the sum of two things: how each
//! piece *fits* its column ([`fit`]), and how likely each *step* from one piece to the next is ([`step`]). The points are
//! rough logarithms of odds: 10 is a hint, 30 is as good as proof. The last state, after all columns, is "no column": what
//! floats.

mod fit;
mod known;
mod other;
mod step;

use crate::rules::plan::Column;

use super::atoms::Row;
use super::habits::Habits;
use known::Known;
use other::Holds;
use step::{MarkWorth, Step};

/// What no assignment may do.
const NEVER: i32 = -10_000;

/// How close the second-best reading must be to be reported.
const CLOSE: i32 = 6;

/// The model for one document.
pub(super) struct Model<'h> {
    columns: &'h [Column],
    habits: &'h Habits,
    source: &'h str,
    /// For each column, what it costs to leave it and all columns before it empty.
    empty: Vec<i32>,
    /// For each column, what a list with 、 and anything else is worth.
    lists: Vec<[i32; 2]>,
    /// For each column, what entries with each mark are worth.
    marks: Vec<MarkWorth>,
    /// What each column holds, where the plan has no field for it.
    holds: Vec<Holds>,
}

/// The columns of a row's pieces, and room for computing them.
#[derive(Debug, Default)]
pub(super) struct Assignment {
    /// For each piece the index of its column; the number of columns where it floats.
    pub columns: Vec<usize>,
    /// For each piece the next best column, where that is nearly as good.
    pub doubts: Vec<Option<usize>>,
    known: Vec<Known>,
    steps: Vec<Step>,
    /// For each piece and state: how it fits, the best that can follow, the best up to here.
    fits: Vec<i32>,
    after: Vec<i32>,
    before: Vec<i32>,
}

impl Model<'_> {
    /// The best columns for the pieces of one row.
    pub fn assign(&self, row: &Row, out: &mut Assignment) {
        let states = self.columns.len() + 1;
        out.known.clear();
        out.known.extend((0..row.atoms.len()).map(|at| self.known(row, at)));
        out.steps.clear();
        out.fits.clear();
        for (at, atom) in row.atoms.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| &row.atoms[before]);
            out.steps.push(self.step(before, atom, &out.known[at]));
            out.fits.extend((0..states).map(|to| self.fit(to, atom, &out.known[at])));
        }
        self.look_ahead(states, out);
        self.choose(states, out);
    }

    /// Fills `after`: for each piece and state, the best that can follow.
    fn look_ahead(&self, states: usize, out: &mut Assignment) {
        let count = out.steps.len();
        out.after.clear();
        out.after.resize(count * states, 0);
        for at in (0..count).rev() {
            let mut best = NEVER;
            for from in (0..states).rev() {
                let value = match out.steps.get(at + 1) {
                    None => self.skips(from + 1, states - 1),
                    Some(step) => {
                        let next = (at + 1) * states;
                        let worth = out.fits[next + from] + out.after[next + from];
                        let value =
                            (step.stay[from] + worth).max(step.leave[from] - self.empty_before(from + 1) + best);
                        best = best.max(step.enter[from] + self.empty_before(from) + worth);
                        value
                    }
                };
                out.after[at * states + from] = value;
            }
        }
    }

    /// Fills `columns` with the best path.
    fn choose(&self, states: usize, out: &mut Assignment) {
        out.columns.clear();
        for (at, step) in out.steps.iter().enumerate() {
            let from = out.columns.last().copied();
            let worth =
                |to: usize| self.value(step, from, to) + out.fits[at * states + to] + out.after[at * states + to];
            // Of equals the first.
            let best = (from.unwrap_or(0)..states).rev().max_by_key(|to| worth(*to)).unwrap_or(0);
            out.columns.push(best);
        }
    }

    /// Fills `doubts`: the next best column of each piece, where a path through it is nearly as good as the best.
    pub fn doubt(&self, out: &mut Assignment) {
        let states = self.columns.len() + 1;
        out.before.clear();
        out.doubts.clear();
        for (at, step) in out.steps.iter().enumerate() {
            let mut best = NEVER;
            for to in 0..states {
                let arrive = match at.checked_sub(1) {
                    None => self.value(step, None, to),
                    Some(last) => {
                        let worth = out.before[last * states + to];
                        let value = (step.stay[to] + worth).max(step.enter[to] + self.empty_before(to) + best);
                        best = best.max(step.leave[to] - self.empty_before(to + 1) + worth);
                        value
                    }
                };
                out.before.push(arrive + out.fits[at * states + to]);
            }
            let through = |to: usize| out.before[at * states + to] + out.after[at * states + to];
            let own = out.columns[at];
            let other = (0..states).filter(|to| *to != own).max_by_key(|to| through(*to));
            out.doubts.push(other.filter(|to| through(own) - through(*to) <= CLOSE));
        }
    }

    /// What it is worth that a piece in column `to` follows one in column `from`, or the row's number.
    fn value(&self, step: &Step, from: Option<usize>, to: usize) -> i32 {
        match from {
            None => step.enter[to] + self.skips(0, to),
            Some(from) if from == to => step.stay[to],
            Some(from) => step.leave[from] + step.enter[to] + self.skips(from + 1, to),
        }
    }

    /// What it costs to leave the columns `from..to` empty.
    fn skips(&self, from: usize, to: usize) -> i32 {
        if from < to { self.empty_before(to) - self.empty_before(from) } else { 0 }
    }

    fn empty_before(&self, column: usize) -> i32 {
        column
            .checked_sub(1)
            .and_then(|last| self.empty.get(last))
            .copied()
            .unwrap_or_else(|| if column == 0 { 0 } else { self.empty.last().copied().unwrap_or(0) })
    }
}

impl<'h> Model<'h> {
    /// The model for these columns; `names` are their headers, as far as they have any.
    pub fn new(columns: &'h [Column], names: &[String], habits: &'h Habits, source: &'h str) -> Self {
        let mut sum = 0;
        let mut empty = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            sum -= step::skip(*column, habits.split) * (20 + habits.filled[at].leaning()) / 20;
            empty.push(sum);
        }
        let lists = columns.iter().zip(&habits.lists).map(|(column, share)| fit::lists(*column, *share)).collect();
        let marks = columns
            .iter()
            .zip(&habits.marks)
            .map(|(column, marks)| step::marks(*column, marks, habits.split))
            .collect();
        let name = |at: usize| names.get(at).map_or("", String::as_str);
        let holds = (0..columns.len()).map(|at| Holds::of(name(at))).collect();
        Self { columns, habits, source, empty, lists, marks, holds }
    }
}
