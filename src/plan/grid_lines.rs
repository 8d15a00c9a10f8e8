//! What a grid says of its rows beside their cells: their numbers, the handout's label, headings over rows, the periods of the schedule.

use crate::grid::{Grid, GridRow};
use crate::ledger::Ledger;
use crate::model::Plan;
use crate::rules::plan::{COLUMNS, Column, LABELS};
use crate::span::Span;
use crate::text::normal_form;

use super::groups;
use super::number::Number;
use super::periods::{self, PeriodSpans};

/// What numbers a row: `3`, `1-2`.
pub(super) fn own_number(row: &GridRow, source: &str) -> Option<Number> {
    let (_, pieces) = row.cells.iter().find(|(column, _)| Some(*column) == row.key)?;
    row.number.map(Number::of).or_else(|| Number::of_parts(&normal_form(source, pieces)))
}

/// The handout's label among the lines above the table.
pub(super) fn label(plan: &mut Plan, grid: &Grid, ledger: &mut Ledger) {
    let is_label = |note: &&Span| LABELS.rule(note.of(ledger.text())).is_some();
    if let Some(label) = grid.notes.iter().find(is_label) {
        plan.document_label = Some(ledger.normal_form(&[*label]));
        plan.fields.insert("document_label".to_owned(), ledger.place(&[*label]));
    }
}

/// The heading that stands above each row, where the table has no column for what it says.
pub(super) fn headings(grid: &Grid, kinds: &[Column], source: &str) -> Vec<Option<groups::Heading>> {
    let mut end = grid.columns.iter().flatten().map(|header| header.end).max().unwrap_or(0);
    let heading = |(at, row): (usize, &GridRow)| {
        let pieces = || row.cells.iter().flat_map(|(_, pieces)| pieces);
        let (start, above) = (pieces().map(|piece| piece.start).min().unwrap_or(0), end);
        end = pieces().map(|piece| piece.end).max().unwrap_or(end);
        let note = grid.notes.iter().rfind(|note| above <= note.start && note.end <= start)?;
        groups::alone(*note, at, source).filter(|_| !kinds.contains(&Column::Category))
    };
    grid.rows.iter().enumerate().map(heading).collect()
}

/// `年間スケジュール` over the columns of its periods.
pub(super) fn is_schedule(group: Span, source: &str) -> bool {
    COLUMNS.rule(group.of(source)).is_some_and(|rule| rule.kind == Column::Schedule)
}

/// The columns that are periods of the schedule: `４～６月`, `第１四半期`. They count from left to right.
pub(super) fn periods_of(grid: &Grid, source: &str) -> Vec<Option<PeriodSpans>> {
    let mut count = 0;
    let period = |header: &Vec<Span>| {
        let found = periods::alone(header, count + 1, source)?;
        count += 1;
        Some(found)
    };
    grid.columns.iter().map(period).collect()
}
