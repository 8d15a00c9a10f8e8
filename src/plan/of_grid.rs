//! A plan whose columns are kept by spaces: the grid has its rows, here they become items.
//!
//! Which column is which its header says; what the plan has no field for keeps the header as its name.

use crate::grid::{Grid, GridRow};
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::model::{Basis, Fields, Plan, PlanItem, Positions, ScheduleCell, TableCell};
use crate::rules::is_bullet;
use crate::rules::plan::{COLUMNS, Column};
use crate::span::Span;
use crate::text::normal_form;

use super::cells::Entry;
use super::likeness::has_suffix;
use super::list::split_list;
use super::parties::parties;
use super::periods::{self, PeriodSpans};
use super::{PlanParts, item, leaves, title};

/// How far a wrapped line may fall short of its column's width, in characters.
const SLACK: usize = 2;

/// What each column of a grid holds, where together they make a plan: who leads what, and who is to help.
pub(crate) fn columns(grid: &Grid, source: &str) -> Option<Vec<Column>> {
    let mut kinds: Vec<Column> = Vec::new();
    for header in &grid.columns {
        let name = normal_form(source, header);
        let kind = COLUMNS.rule(&name).map_or(Column::Other, |rule| rule.kind);
        // Of two columns of one kind the first is meant.
        kinds.push(if kinds.contains(&kind) { Column::Other } else { kind });
    }
    let has = |kind: Column| kinds.contains(&kind);
    let what = has(Column::Name) || has(Column::Content);
    let whole = has(Column::Number) && what && has(Column::Lead) && has(Column::Cooperating);
    whole.then_some(kinds)
}

/// Places the rows of a grid as the items of a plan.
pub(crate) fn of_grid(grid: &Grid, kinds: &[Column], ledger: &mut Ledger) -> PlanParts {
    let source = ledger.text();
    let names: Vec<String> = grid.columns.iter().map(|header| normal_form(source, header)).collect();
    let title = grid.caption.map(|caption| ledger.passage(&[caption]));
    let mut plan = title.as_ref().map_or_else(Plan::default, |title| title::facts(&title.text));
    let periods = periods_of(grid, source);
    let plain = || grid.columns.iter().zip(&names).zip(&periods).filter(|(_, period)| period.is_none());
    let mut headers: Vec<Span> = plain().flat_map(|((header, _), _)| header).copied().collect();
    headers.sort_unstable();
    plan.columns = plain().map(|((_, name), _)| name.clone()).collect();
    let year = plan.fiscal_year;
    let mut place = |period: &PeriodSpans| periods::place(period, year, source, ledger, &mut Vec::new());
    plan.periods = periods.iter().flatten().map(&mut place).collect();
    plan.fields.insert("columns".to_owned(), ledger.place(&headers));
    let mut groups = grid.groups.clone();
    groups.sort_unstable();
    plan.marks = ledger.place(&groups);
    let widths = widths(grid, source);
    let mut ids = Ids::default();
    let mut items: Vec<PlanItem> = Vec::new();
    for row in &grid.rows {
        let Some(number) = row.number else { continue };
        let item = item::empty(ids.give(None, &format!("item-{number}")), number, Fields::new());
        let (names, widths, periods) = (&names, &widths, &periods);
        let mut builder = Builder { names, widths, periods, ledger, item, marks: Vec::new() };
        builder.row(row, kinds);
        items.push(builder.finish(row));
    }
    PlanParts { title, plan, items, furniture: Vec::new() }
}

/// The columns that are periods of the schedule: `４～６月`, `第１四半期`. They count from left to right.
fn periods_of(grid: &Grid, source: &str) -> Vec<Option<PeriodSpans>> {
    let mut count = 0;
    let period = |header: &Vec<Span>| {
        let [one] = header.as_slice() else { return None };
        let found = periods::alone(*one, count + 1, source)?;
        count += 1;
        Some(found)
    };
    grid.columns.iter().map(period).collect()
}

/// The most characters that a line has in each column.
fn widths(grid: &Grid, source: &str) -> Vec<usize> {
    let mut widths = vec![0; grid.columns.len()];
    for (column, pieces) in grid.rows.iter().flat_map(|row| &row.cells) {
        let widest = pieces.iter().map(|piece| piece.of(source).chars().count()).max().unwrap_or(0);
        widths[*column] = widths[*column].max(widest);
    }
    widths
}

/// An item that still grows.
struct Builder<'a, 's> {
    names: &'a [String],
    widths: &'a [usize],
    periods: &'a [Option<PeriodSpans>],
    ledger: &'a mut Ledger<'s>,
    item: PlanItem,
    marks: Vec<Span>,
}

impl Builder<'_, '_> {
    fn row(&mut self, row: &GridRow, kinds: &[Column]) {
        for (column, pieces) in &row.cells {
            if let Some(period) = &self.periods[*column] {
                let cell = leaves::scheduled(pieces, &[], &[], self.ledger);
                let of_column = |cell| ScheduleCell { period: Some(period.number), basis: Some(Basis::Stated), ..cell };
                self.item.schedule.extend(cell.map(of_column));
                continue;
            }
            match kinds[*column] {
                Column::Number => self.field("number", pieces),
                Column::Category => {
                    self.item.category = Some(normal_form(self.ledger.text(), pieces));
                    self.field("category", pieces);
                }
                Column::Name => {
                    self.item.name = Some(normal_form(self.ledger.text(), pieces));
                    self.field("name", pieces);
                }
                Column::Content => self.content(pieces),
                kind @ (Column::Lead | Column::Cooperating) => self.parties(kind, *column, pieces),
                Column::Schedule => self.item.schedule.extend(leaves::scheduled(pieces, &[], &[], self.ledger)),
                Column::Other => {
                    let passage = self.ledger.passage(pieces);
                    let column = self.names[*column].clone();
                    self.item.cells.push(TableCell { column, text: passage.text, spans: passage.spans });
                }
            }
        }
    }

    fn field(&mut self, name: &'static str, pieces: &[Span]) {
        self.item.fields.insert(name.to_owned(), self.ledger.place(pieces));
    }

    /// A bullet or ※ opens an entry; other lines go on.
    fn content(&mut self, pieces: &[Span]) {
        let source = self.ledger.text();
        let mut entries: Vec<Entry> = Vec::new();
        for piece in pieces {
            let first = piece.of(source).chars().next().filter(|c| is_bullet(*c) || *c == '※');
            match (first, entries.last_mut()) {
                (None, Some(entry)) => entry.text.push(*piece),
                (mark, _) => {
                    let behind = piece.start + mark.map_or(0, char::len_utf8);
                    let mark = mark.map(|_| Span::new(piece.start, behind));
                    let text = vec![Span::new(behind, piece.end).trim(source)];
                    entries.push(Entry { mark, text, note: false });
                }
            }
        }
        for mut entry in entries {
            entry.text.retain(|span| !span.is_empty());
            self.marks.extend(entry.mark);
            self.item.content.extend(leaves::cell(&entry.text, self.ledger));
        }
    }

    /// A line that its column had room behind ends a name, and so does one between two whole names.
    fn parties(&mut self, kind: Column, column: usize, pieces: &[Span]) {
        let source = self.ledger.text();
        let mut entries: Vec<Entry> = Vec::new();
        for piece in pieces {
            let text = piece.of(source);
            let goes_on = entries.last().and_then(|entry| entry.text.last()).is_some_and(|before| {
                let before = before.of(source);
                let last = split_list(before).last().unwrap_or_default();
                let first = split_list(text).next().unwrap_or_default();
                let full = before.chars().count() + SLACK >= self.widths[column];
                before.ends_with(['、', '，', ',']) || full && !(has_suffix(last) && has_suffix(first))
            });
            match entries.last_mut().filter(|_| goes_on) {
                Some(entry) => entry.text.push(*piece),
                None => entries.push(Entry { mark: None, text: vec![*piece], note: false }),
            }
        }
        let found = parties(&entries, source);
        self.marks.extend(found.marks);
        for party in &found.parties {
            let cell = leaves::party(party, self.ledger);
            let list = if kind == Column::Lead { &mut self.item.lead } else { &mut self.item.cooperating };
            list.push(cell);
        }
        for spans in found.references {
            self.item.references.extend(leaves::reference(&spans, self.ledger));
        }
    }

    fn finish(mut self, row: &GridRow) -> PlanItem {
        self.marks.retain(|mark| !mark.is_empty());
        self.marks.sort_unstable();
        self.item.marks = if self.marks.is_empty() { Positions::default() } else { self.ledger.place(&self.marks) };
        let all: Vec<Span> = row.cells.iter().flat_map(|(_, pieces)| pieces.iter().copied()).collect();
        self.item.lines = self.ledger.lines(&all).unwrap_or([1, 1]);
        self.item
    }
}
