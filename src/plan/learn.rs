//! Learning the document's habits: guess, read some rows, look, read again.

use crate::rules::plan::Column;

use super::atoms::{self, Page, Row};
use super::habits::Habits;
use super::labels::Labels;
use super::rows::RowLines;
use super::score::{Assignment, Model};
use super::variety::Variety;

/// From how many rows habits are learned: enough for any page, few enough for a huge file.
const SAMPLE: usize = 200;

/// How often the rows are read before the final reading.
const ROUNDS: usize = 3;

/// What is known of the document before its rows are read for good.
pub(super) struct Learned<'s> {
    pub labels: Labels<'s>,
    pub habits: Habits,
    /// What stands beside the lines of the rows.
    pub variety: Variety<'s>,
    /// The pieces of the first rows, from which the habits are learned.
    pub pieces: Vec<Row>,
}

/// Learns from the first rows.
pub(super) fn learn<'s>(rows: &[RowLines], page: &Page<'s>, columns: &[Column], names: &[String]) -> Learned<'s> {
    let sample = &rows[..rows.len().min(SAMPLE)];
    let labels = Labels::count(sample, page);
    let pieces: Vec<Row> = sample
        .iter()
        .map(|row| {
            let mut pieces = Row::default();
            atoms::collect(row, page, &labels, &mut pieces);
            pieces
        })
        .collect();
    let mut habits = Habits::guess(&pieces, columns, page.source);
    let mut assignment = Assignment::default();
    let mut before: Vec<Vec<usize>> = Vec::new();
    for _ in 0..ROUNDS {
        let model = Model::new(columns, names, &habits, page.source);
        let chosen: Vec<Vec<usize>> = pieces
            .iter()
            .map(|row| {
                model.assign(row, &mut assignment);
                assignment.columns.clone()
            })
            .collect();
        // The same columns teach the same habits: nothing is to be learned any more.
        if chosen == before {
            break;
        }
        habits = habits.learn(&pieces, columns, &chosen, page.source);
        before = chosen;
    }
    let variety = Variety::count(&pieces, page.source);
    Learned { labels, habits, variety, pieces }
}
