//! One row of the output, from the pieces of its columns.

use crate::ledger::Ledger;
use crate::model::{Cell, Fields, PartyCell, Period, PlanItem};
use crate::rules::plan::Column;
use crate::span::Span;

use super::atoms::{Atom, Form};
use super::blank::{Blank, blank};
use super::cells::{Entry, Joining, joined};
use super::glued::{remarks, unglued};
use super::labels::Labels;
use super::leaves;
use super::parties::parties;
use super::periods::MonthRange;
use super::rows::RowLines;
use super::schedule;
use super::variety::Variety;

/// What a row is read with.
pub(super) struct Reader<'a> {
    pub columns: &'a [Column],
    /// The headers of the columns, as far as they have any.
    pub names: &'a [String],
    /// The header of the numbers, where there is one.
    pub number: Option<&'a str>,
    pub widths: &'a [Option<usize>],
    /// No cell breaks its lines.
    pub unbroken: bool,
    pub periods: &'a [Period],
    pub ranges: &'a [MonthRange],
    pub labels: &'a Labels<'a>,
    pub variety: &'a Variety<'a>,
    /// The room that a cell of the schedule has at least, in display columns.
    pub room: schedule::Room,
}

/// A row and the places that later stages point to.
pub(super) struct Read {
    pub item: PlanItem,
    /// The places of the schedule's cells.
    pub schedule: Vec<Vec<Span>>,
    /// The places of the references.
    pub references: Vec<Vec<Span>>,
}

/// A row while its leaves are being placed.
struct Builder<'a, 's> {
    reader: &'a Reader<'a>,
    ledger: &'a mut Ledger<'s>,
    read: Read,
    marks: Vec<Span>,
    all: Vec<Span>,
}

impl Reader<'_> {
    /// Places the pieces of a row; `chosen` gives each its column.
    pub fn read(&self, row: &RowLines, id: String, atoms: &[Atom], chosen: &[usize], ledger: &mut Ledger) -> Read {
        let mut item = empty(id, row.number.whole(), Fields::new());
        number(self.number, row.digits, &mut item, ledger);
        let read = Read { item, schedule: Vec::new(), references: Vec::new() };
        let mut all = row.marks.clone();
        all.push(row.digits);
        let mut builder = Builder { reader: self, ledger, read, marks: row.marks.clone(), all };
        let mut start = 0;
        while start < atoms.len() {
            let column = chosen[start];
            let end = start + chosen[start..].iter().take_while(|other| **other == column).count();
            if let Some(kind) = self.columns.get(column) {
                builder.column(*kind, column, &atoms[start..end]);
            }
            start = end;
        }
        builder.finish()
    }
}

/// Places what numbers a row: a number is a field of its own, `1-2` a cell under its header.
pub(super) fn number(header: Option<&str>, digits: Span, item: &mut PlanItem, ledger: &mut Ledger) {
    if item.number.is_some() {
        item.fields.insert("number".to_owned(), ledger.place(&[digits]));
    } else {
        // A column without a header is called by its number.
        item.cells.push(leaves::named(header.unwrap_or("1"), &[digits], ledger));
    }
}

pub(super) fn empty(id: String, number: Option<u32>, fields: Fields) -> PlanItem {
    PlanItem {
        id,
        number,
        category: None,
        name: None,
        notes: Vec::new(),
        content: Vec::new(),
        lead: Vec::new(),
        cooperating: Vec::new(),
        schedule: Vec::new(),
        references: Vec::new(),
        cells: Vec::new(),
        mentions: Vec::new(),
        fields,
        marks: crate::model::Positions::default(),
        lines: [0, 0],
    }
}

impl Builder<'_, '_> {
    fn column(&mut self, kind: Column, column: usize, atoms: &[Atom]) {
        self.all.extend(atoms.iter().map(|atom| atom.span));
        if atoms.iter().all(|atom| blank(atom.span.of(self.ledger.text())).is_some()) {
            self.signs(column, atoms);
            return;
        }
        let mut own: Vec<Atom> = Vec::with_capacity(atoms.len());
        let mut at = 0;
        while at < atoms.len() {
            let rest = atoms[at + 1..].iter().take_while(|atom| atom.form == Form::ReferenceRest).count();
            match atoms[at].form {
                Form::Reference | Form::ReferenceRest => self.reference(joined(&atoms[at..=at + rest])),
                Form::Plain | Form::Bullet | Form::Note => own.extend(&atoms[at..=at + rest]),
            }
            at += rest + 1;
        }
        let Reader { widths, unbroken, .. } = *self.reader;
        let joining = Joining { width: widths[column], unbroken, names: None, source: self.ledger.text() };
        match kind {
            Column::Category => self.category(&own),
            Column::Name => self.name(&own, joining),
            Column::Content => self.content(&own, joining),
            Column::Lead => {
                let cells = self.parties(&own, joining);
                self.read.item.lead.extend(cells);
            }
            Column::Cooperating => {
                let cells = self.parties(&own, joining);
                self.read.item.cooperating.extend(cells);
            }
            Column::Schedule => self.schedule(&own),
            Column::Number => {}
            Column::Other => self.other(column, &own),
        }
    }

    /// A cell for which the plan has no field: `備考`.
    fn other(&mut self, column: usize, atoms: &[Atom]) {
        let name = self.reader.names.get(column).filter(|name| !name.is_empty());
        if let (Some(name), false) = (name, atoms.is_empty()) {
            self.read.item.cells.push(leaves::named(name, &joined(atoms), self.ledger));
        }
    }

    /// A cell that holds signs only: `－` is a mark; `〃` stands under its column's header, and what it repeats is the
    /// reader's to say.
    fn signs(&mut self, column: usize, atoms: &[Atom]) {
        let source = self.ledger.text();
        if atoms.iter().all(|atom| blank(atom.span.of(source)) == Some(Blank::Empty)) {
            self.marks.extend(atoms.iter().map(|atom| atom.span));
        } else {
            self.other(column, atoms);
        }
    }

    fn category(&mut self, atoms: &[Atom]) {
        if let Some((text, spans)) = self.words(atoms) {
            self.read.item.category = Some(text);
            self.read.item.fields.insert("category".to_owned(), self.ledger.place(&spans));
        }
    }

    /// What a reader sees of a cell; none where that is nothing but U+200B and the like.
    fn words(&self, atoms: &[Atom]) -> Option<(String, Vec<Span>)> {
        self.legible(joined(atoms))
    }

    fn legible(&self, spans: Vec<Span>) -> Option<(String, Vec<Span>)> {
        let text = self.ledger.normal_form(&spans);
        (!text.is_empty()).then_some((text, spans))
    }

    /// The name, and from the first ※ on the remarks below it.
    fn name(&mut self, atoms: &[Atom], joining: Joining) {
        let notes = atoms.iter().position(|atom| atom.form == Form::Note).unwrap_or(atoms.len());
        let (name, notes) = atoms.split_at(notes);
        let (spans, glued) = remarks(joined(name), self.ledger.text());
        if let Some((text, spans)) = self.legible(spans) {
            // 試行 ・担当者: a mark between two words of one line is part of the text.
            let outside = |mark: &Span| !spans.iter().any(|span| span.start <= mark.start && mark.end <= span.end);
            self.marks.extend(name.iter().map(|atom| atom.mark).filter(|mark| !mark.is_empty()).filter(outside));
            self.read.item.name = Some(text);
            self.read.item.fields.insert("name".to_owned(), self.ledger.place(&spans));
        }
        for note in glued.into_iter().chain(joining.entries(notes)) {
            let cell = self.cell(&note);
            self.read.item.notes.extend(cell);
        }
    }

    fn content(&mut self, atoms: &[Atom], joining: Joining) {
        for entry in joining.entries(atoms).into_iter().flat_map(|entry| unglued(entry, joining.source)) {
            let cell = self.cell(&entry);
            self.read.item.content.extend(cell);
        }
    }

    fn cell(&mut self, entry: &Entry) -> Option<Cell> {
        self.marks.extend(entry.mark);
        leaves::cell(&entry.text, self.ledger)
    }

    fn parties(&mut self, atoms: &[Atom], joining: Joining) -> Vec<PartyCell> {
        let entries = Joining { names: Some((self.reader.labels, self.reader.variety)), ..joining }.entries(atoms);
        let found = parties(&entries, self.ledger.text());
        self.marks.extend(found.marks);
        let cells = found.parties.iter().map(|party| leaves::party(party, self.ledger)).collect();
        for reference in found.references {
            self.reference(reference);
        }
        cells
    }

    fn reference(&mut self, spans: Vec<Span>) {
        let Some(reference) = leaves::reference(&spans, self.ledger) else { return };
        // A cell's columns are read one after the other, its references stand in the order of the text.
        let at = self.read.references.partition_point(|before| *before < spans);
        self.read.item.references.insert(at, reference);
        self.read.references.insert(at, spans);
    }

    fn schedule(&mut self, atoms: &[Atom]) {
        self.marks.extend(atoms.iter().map(|atom| atom.mark).filter(|mark| !mark.is_empty()));
        for spans in schedule::cells(atoms, self.ledger.text(), self.reader.room, self.reader.periods.len()) {
            let cell = leaves::scheduled(&spans, self.reader.periods, self.reader.ranges, self.ledger);
            let Some(cell) = cell else { continue };
            self.read.item.schedule.push(cell);
            self.read.schedule.push(spans);
        }
    }

    fn finish(mut self) -> Read {
        self.marks.sort_unstable();
        self.read.item.marks = self.ledger.place(&self.marks);
        self.read.item.lines = self.ledger.lines(&self.all).unwrap_or([1, 1]);
        self.read
    }
}
