//! One row of a grid as an item of the plan.

use crate::grid::{Grid, GridRow};
use crate::ledger::Ledger;
use crate::line::columns as columns_of_text;
use crate::model::{Basis, PlanItem, Positions, ScheduleCell};
use crate::rules::plan::Column;
use crate::span::Span;
use crate::text::normal_form;

use super::blank::{Blank, blank};
use super::cells::Entry;
use super::glued::{apart, remarks, unglued};
use super::grid_entries::entries;
use super::likeness::{Whole, has_suffix, likeness};
use super::list::{is_close, is_open, is_separator, split_list};
use super::parties::parties;
use super::periods::{self, PeriodSpans};
use super::stacked::is_part;
use super::words::words;
use super::{leaves, references};

/// How far a wrapped line may fall short of its column's width, in display columns.
const SLACK: usize = 4;

/// An item that still grows.
pub(super) struct Builder<'a, 's> {
    pub names: &'a [String],
    pub widths: &'a [usize],
    pub periods: &'a [Option<PeriodSpans>],
    /// Whether each line of a cell is a line of the dump.
    pub whole_lines: bool,
    pub ledger: &'a mut Ledger<'s>,
    pub item: PlanItem,
    pub marks: Vec<Span>,
}

impl Builder<'_, '_> {
    pub fn row(&mut self, row: &GridRow, kinds: &[Column]) {
        for (column, pieces) in &row.cells {
            let kind = if self.periods[*column].is_some() { Column::Schedule } else { kinds[*column] };
            if self.sign(*column, pieces, kind) {
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
                Column::Schedule => self.schedule(pieces),
                Column::Other => self.item.cells.push(leaves::named(&self.names[*column], pieces, self.ledger)),
            }
        }
    }

    /// `第１四半期 準備` above `第２四半期 実施`: a line each where all begin with a period.
    fn schedule(&mut self, pieces: &[Span]) {
        let source = self.ledger.text();
        let begins = |piece: &Span| words(source, *piece).next().is_some_and(|word| periods::begins(word.of(source)));
        let each = if pieces.iter().all(begins) { 1 } else { pieces.len() };
        for cell in pieces.chunks(each.max(1)) {
            self.item.schedule.extend(leaves::scheduled(cell, &[], &[], self.ledger));
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
            let reach = width(before, self.whole_lines, source);
            let (before, text) = (before.of(source), piece.of(source));
            let last = split_list(before).last().unwrap_or_default();
            let first = split_list(text).next().unwrap_or_default();
            let full = reach + SLACK >= self.widths[column];
            // 区, 支部: the rest of a name that its line has cut.
            let cut = || likeness(first, Whole { begins: true, ends: true }, |_| false).rest > 0;
            let open = || before.matches(is_open).count() > before.matches(is_close).count();
            before.ends_with(is_separator)
                || open()
                || cut()
                || full && is_part(first)
                || full && (listed || !(has_suffix(last) && has_suffix(first)))
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

    pub fn finish(mut self, row: &GridRow) -> PlanItem {
        self.item.references.sort_by(|one, other| one.spans.0.cmp(&other.spans.0));
        self.marks.retain(|mark| !mark.is_empty());
        self.marks.sort_unstable();
        self.item.marks = if self.marks.is_empty() { Positions::default() } else { self.ledger.place(&self.marks) };
        let all: Vec<Span> = row.cells.iter().flat_map(|(_, pieces)| pieces.iter().copied()).collect();
        self.item.lines = self.ledger.lines(&all).unwrap_or([1, 1]);
        self.item
    }
}

/// The widest line of each column, in display columns; of all of them where a cell's lines are the dump's.
pub(super) fn widths(grid: &Grid, source: &str) -> Vec<usize> {
    let mut widths = vec![0; grid.columns.len()];
    for (column, pieces) in grid.rows.iter().flat_map(|row| &row.cells) {
        let widest = pieces.iter().map(|piece| width(*piece, grid.whole_lines, source)).max().unwrap_or(0);
        widths[*column] = widths[*column].max(widest);
    }
    let widest = widths.iter().copied().max().unwrap_or(0);
    if grid.whole_lines { vec![widest; widths.len()] } else { widths }
}

/// How far a line of a cell reaches, in display columns; a label that stands before it on a line of the dump takes room too.
fn width(piece: Span, whole_lines: bool, source: &str) -> usize {
    let label = source[..piece.start].rsplit(crate::ledger::ends_piece).next().filter(|_| whole_lines);
    columns_of_text(&source[piece.start - label.map_or(0, str::len)..piece.end])
}
