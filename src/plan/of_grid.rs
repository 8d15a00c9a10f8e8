//! A plan whose columns are kept by spaces: the grid has its rows, here they become items.
//!
//! Which column is which its header says; what the plan has no field for keeps the header as its name.

use crate::grid::{Grid, GridRow};
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::line::columns as columns_of_text;
use crate::model::{Basis, Fields, Plan, PlanItem, Positions, ScheduleCell};
use crate::rules::plan::Column;
use crate::span::Span;
use crate::text::normal_form;

use super::blank::{Blank, blank};
use super::cells::Entry;
use super::glued::{apart, remarks, unglued};
use super::grid_entries::entries;
use super::grid_lines::{headings, is_schedule, label, own_number, periods_of};
use super::groups;
use super::kinds::kinds;
use super::likeness::{Whole, has_suffix, likeness};
use super::list::{is_separator, split_list};
use super::parties::parties;
use super::periods::{self, PeriodSpans};
use super::{PlanParts, item, leaves, references, title};

/// How far a wrapped line may fall short of its column's width, in display columns.
const SLACK: usize = 4;

/// The fewest columns that make a time table: a year has four quarters.
const FEWEST_PERIODS: usize = 4;

/// What each column of a grid holds, where together they make a plan: who leads what, and who is to help or when.
pub(crate) fn columns(grid: &Grid, source: &str) -> Option<Vec<Column>> {
    let names: Vec<String> = grid.columns.iter().map(|header| normal_form(source, header)).collect();
    let kinds = kinds(&names);
    let has = |kind: Column| kinds.contains(&kind);
    let what = has(Column::Name) || has(Column::Content);
    // Who leads a thing and when it is done makes a plan too, but what a budget's rows cost does not.
    let periods = periods_of(grid, source).iter().flatten().count();
    let planned = || has(Column::Schedule) || periods > 0;
    // 取組項目, 実施主体 and a column for each month: what is done, by whom and when.
    let timed = has(Column::Name) && has(Column::Lead) && periods >= FEWEST_PERIODS;
    let plain = || !has(Column::Other);
    let parties = has(Column::Lead) && has(Column::Cooperating);
    let entitled = || grid.caption.is_some_and(|caption| title::is_of_plan(caption.of(source)));
    let told = is_plan(&kinds) && (planned() || plain() || entitled());
    let whole = has(Column::Number) && what && (parties || timed || told);
    // Rows without any number would be lost.
    let numbered = grid.rows.iter().filter(|row| own_number(row, source).is_some()).count() * 10 >= grid.rows.len() * 8;
    (whole && numbered).then_some(kinds)
}

/// Whether columns are what a plan's are, and little else: what is done, and by whom.
pub(super) fn is_plan(columns: &[Column]) -> bool {
    let has = |column: Column| columns.contains(&column);
    let parties = usize::from(has(Column::Lead)) + usize::from(has(Column::Cooperating));
    let others = columns.iter().filter(|column| **column == Column::Other).count();
    has(Column::Content) && parties > 0 && others * 2 <= columns.len() || has(Column::Name) && parties == 2
}

/// Places the rows of a grid as the items of a plan.
pub(crate) fn of_grid(grid: &Grid, kinds: &[Column], ledger: &mut Ledger) -> PlanParts {
    let source = ledger.text();
    let names = names(grid, source);
    let mut plan = grid.caption.map_or_else(Plan::default, |caption| title::facts(&normal_form(source, &[caption])));
    let title = grid.caption.map(|caption| ledger.passage(&[caption]));
    let periods = periods_of(grid, source);
    let plain = || grid.columns.iter().zip(&names).zip(&periods).filter(|(_, period)| period.is_none());
    let mut headers: Vec<Span> = plain().flat_map(|((header, _), _)| header).copied().collect();
    plan.columns = plain().map(|((_, name), _)| name.clone()).collect();
    let (schedule, mut groups): (Vec<Span>, Vec<Span>) =
        grid.groups.iter().partition(|group| is_schedule(**group, source) && periods.iter().any(Option::is_some));
    if let Some(group) = schedule.first() {
        let at = periods.iter().take_while(|period| period.is_none()).count();
        plan.columns.insert(at, normal_form(source, &[*group]));
        headers.extend(&schedule);
    }
    headers.sort_unstable();
    label(&mut plan, grid, ledger);
    let year = plan.fiscal_year;
    let mut place = |period: &PeriodSpans| periods::place(period, year, source, ledger, &mut Vec::new());
    plan.periods = periods.iter().flatten().map(&mut place).collect();
    plan.fields.insert("columns".to_owned(), ledger.place(&headers));
    groups.sort_unstable();
    plan.marks = ledger.place(&groups);
    let widths = widths(grid, source);
    let mut ids = Ids::default();
    let mut items: Vec<PlanItem> = Vec::new();
    let headings = headings(grid, kinds, source);
    let mut group = None;
    for (row, heading) in grid.rows.iter().zip(&headings) {
        group = heading.as_ref().or(group);
        let Some(number) = own_number(row, source) else { continue };
        let item = item::empty(ids.give(None, &format!("item-{}", number.path())), number.whole(), Fields::new());
        let (names, widths, periods) = (&names, &widths, &periods);
        let mut builder = Builder { names, widths, periods, ledger, item, marks: Vec::new() };
        builder.row(row, kinds);
        let mut item = builder.finish(row);
        if let Some(group) = group {
            groups::give(&mut item, group, heading.is_some(), ledger);
        }
        items.push(item);
    }
    PlanParts { title, plan, items, furniture: Vec::new() }
}

/// The widest line of each column, in display columns.
fn widths(grid: &Grid, source: &str) -> Vec<usize> {
    let mut widths = vec![0; grid.columns.len()];
    for (column, pieces) in grid.rows.iter().flat_map(|row| &row.cells) {
        let widest = pieces.iter().map(|piece| columns_of_text(piece.of(source))).max().unwrap_or(0);
        widths[*column] = widths[*column].max(widest);
    }
    widths
}

/// The headers; a column without one is called by its number from 1.
fn names(grid: &Grid, source: &str) -> Vec<String> {
    let name = |(at, header): (usize, &Vec<Span>)| {
        let text = normal_form(source, header);
        if text.is_empty() { (at + 1).to_string() } else { text }
    };
    grid.columns.iter().enumerate().map(name).collect()
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
            if self.sign(*column, pieces, kinds[*column]) {
                continue;
            }
            if let Some(period) = &self.periods[*column] {
                let cell = leaves::scheduled(pieces, &[], &[], self.ledger);
                let of_column = |cell| ScheduleCell { period: Some(period.number), basis: Some(Basis::Stated), ..cell };
                self.item.schedule.extend(cell.map(of_column));
                continue;
            }
            match kinds[*column] {
                Column::Number if self.item.number.is_some() => self.field("number", pieces),
                Column::Number => self.item.cells.push(leaves::named(&self.names[*column], pieces, self.ledger)),
                Column::Category => {
                    self.item.category = Some(self.ledger.normal_form(pieces));
                    self.field("category", pieces);
                }
                Column::Name => self.name(pieces),
                Column::Content => self.content(pieces),
                kind @ (Column::Lead | Column::Cooperating) => self.parties(kind, *column, pieces),
                Column::Schedule => self.item.schedule.extend(leaves::scheduled(pieces, &[], &[], self.ledger)),
                Column::Other => self.item.cells.push(leaves::named(&self.names[*column], pieces, self.ledger)),
            }
        }
    }

    fn field(&mut self, name: &'static str, pieces: &[Span]) {
        self.item.fields.insert(name.to_owned(), self.ledger.place(pieces));
    }

    /// A cell that holds a sign only: `－` is a mark, `〃` stands under its header. Whether it is one.
    fn sign(&mut self, column: usize, pieces: &[Span], kind: Column) -> bool {
        match blank(&normal_form(self.ledger.text(), pieces)) {
            Some(Blank::Empty) if kind != Column::Other => self.marks.extend(pieces),
            Some(Blank::Ditto) => {
                self.item.cells.push(leaves::named(&self.names[column], pieces, self.ledger));
            }
            Some(Blank::Empty) | None => return false,
        }
        true
    }

    /// The name, and the remark behind it.
    fn name(&mut self, pieces: &[Span]) {
        let source = self.ledger.text();
        let (name, notes) = match pieces.iter().position(|piece| piece.of(source).starts_with('※')) {
            Some(at) if at > 0 => {
                let notes = entries(&pieces[at..], source, |_, _| true).into_iter();
                (pieces[..at].to_vec(), notes.flat_map(|note| apart(note, source)).collect())
            }
            Some(_) | None => remarks(pieces.to_vec(), source),
        };
        self.item.name = Some(self.ledger.normal_form(&name));
        self.field("name", &name);
        for note in notes {
            if self.refers(&note) {
                continue;
            }
            self.marks.extend(note.mark);
            self.item.notes.extend(leaves::cell(&note.text, self.ledger));
        }
    }

    /// Whether an entry is nothing but a reference to another row, which is entered as one.
    fn refers(&mut self, entry: &Entry) -> bool {
        let refers = entry.mark.is_none() && references::completes(self.ledger.text(), &entry.text);
        let reference = if refers { leaves::reference(&entry.text, self.ledger) } else { None };
        let entered = reference.is_some();
        self.item.references.extend(reference);
        entered
    }

    /// A bullet or ※ opens an entry; other lines go on.
    fn content(&mut self, pieces: &[Span]) {
        let source = self.ledger.text();
        let entries = entries(pieces, source, |_, _| true).into_iter().flat_map(|entry| unglued(entry, source));
        for entry in entries {
            if self.refers(&entry) {
                continue;
            }
            self.marks.extend(entry.mark);
            self.item.content.extend(leaves::cell(&entry.text, self.ledger));
        }
    }

    /// A line that its column had room behind ends a name, and so does one between two whole names.
    fn parties(&mut self, kind: Column, column: usize, pieces: &[Span]) {
        let source = self.ledger.text();
        let listed = pieces.iter().any(|piece| piece.of(source).contains(is_separator));
        let goes_on = |before: Span, piece: Span| {
            let (before, text) = (before.of(source), piece.of(source));
            let last = split_list(before).last().unwrap_or_default();
            let first = split_list(text).next().unwrap_or_default();
            let full = columns_of_text(before) + SLACK >= self.widths[column];
            // 区, 支部: the rest of a name that its line has cut.
            let cut = || likeness(first, Whole { begins: true, ends: true }, |_| false).rest > 0;
            before.ends_with(is_separator) || cut() || full && (listed || !(has_suffix(last) && has_suffix(first)))
        };
        let found = parties(&entries(pieces, source, goes_on), source);
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
        self.item.references.sort_by(|one, other| one.spans.0.cmp(&other.spans.0));
        self.marks.retain(|mark| !mark.is_empty());
        self.marks.sort_unstable();
        self.item.marks = if self.marks.is_empty() { Positions::default() } else { self.ledger.place(&self.marks) };
        let all: Vec<Span> = row.cells.iter().flat_map(|(_, pieces)| pieces.iter().copied()).collect();
        self.item.lines = self.ledger.lines(&all).unwrap_or([1, 1]);
        self.item
    }
}
