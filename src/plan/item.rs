//! One row of the output, from the pieces of its columns.

use crate::ledger::Ledger;
use crate::model::{Basis, Cell, Fields, PartyCell, Period, PlanItem, Reference, ScheduleCell, Status};
use crate::rules::plan::Column;
use crate::span::Span;
use crate::text::normal_form;

use super::atoms::{Atom, Form};
use super::cells::{Entry, Joining, joined};
use super::labels::Labels;
use super::parties::{Party, parties};
use super::periods::MonthRange;
use super::references;
use super::rows::RowLines;
use super::schedule;

/// What a row is read with.
pub(super) struct Reader<'a> {
    pub columns: &'a [Column],
    pub widths: &'a [Option<usize>],
    pub periods: &'a [Period],
    pub ranges: &'a [MonthRange],
    pub labels: &'a Labels<'a>,
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
        let mut fields = Fields::new();
        fields.insert("number".to_owned(), ledger.place(&[row.digits]));
        let item = empty(id, row.number, fields);
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

fn is_dash(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '‐' | '–' | '—' | '―' | '－' | '−' | 'ー'))
}

fn empty(id: String, number: u32, fields: Fields) -> PlanItem {
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
        mentions: Vec::new(),
        fields,
        marks: crate::model::Positions::default(),
        lines: [0, 0],
    }
}

impl Builder<'_, '_> {
    fn column(&mut self, kind: Column, column: usize, atoms: &[Atom]) {
        if kind == Column::Other {
            return;
        }
        self.all.extend(atoms.iter().map(|atom| atom.span));
        if atoms.iter().all(|atom| is_dash(atom.span.of(self.ledger.text()))) {
            // `－` says that the cell is empty.
            self.marks.extend(atoms.iter().map(|atom| atom.span));
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
        let joining = Joining { width: self.reader.widths[column], labels: None, source: self.ledger.text() };
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
            Column::Number | Column::Other => {}
        }
    }

    fn category(&mut self, atoms: &[Atom]) {
        let spans = joined(atoms);
        if !spans.is_empty() {
            self.read.item.category = Some(normal_form(self.ledger.text(), &spans));
            self.read.item.fields.insert("category".to_owned(), self.ledger.place(&spans));
        }
    }

    /// The name, and from the first ※ on the remarks below it.
    fn name(&mut self, atoms: &[Atom], joining: Joining) {
        let notes = atoms.iter().position(|atom| atom.form == Form::Note).unwrap_or(atoms.len());
        let (name, notes) = atoms.split_at(notes);
        let spans = joined(name);
        if !spans.is_empty() {
            self.marks.extend(name.iter().map(|atom| atom.mark).filter(|mark| !mark.is_empty()));
            self.read.item.name = Some(normal_form(self.ledger.text(), &spans));
            self.read.item.fields.insert("name".to_owned(), self.ledger.place(&spans));
        }
        for note in joining.entries(notes) {
            let cell = self.cell(&note);
            self.read.item.notes.extend(cell);
        }
    }

    fn content(&mut self, atoms: &[Atom], joining: Joining) {
        for entry in joining.entries(atoms) {
            let cell = self.cell(&entry);
            self.read.item.content.extend(cell);
        }
    }

    fn cell(&mut self, entry: &Entry) -> Option<Cell> {
        self.marks.extend(entry.mark);
        let passage = Some(&entry.text)
            .filter(|text| !crate::text::normal_form(self.ledger.text(), text).is_empty())
            .map(|text| self.ledger.passage(text))?;
        Some(Cell { text: passage.text, spans: passage.spans, lines: passage.lines })
    }

    fn parties(&mut self, atoms: &[Atom], joining: Joining) -> Vec<PartyCell> {
        let entries = Joining { labels: Some(self.reader.labels), ..joining }.entries(atoms);
        let found = parties(&entries, self.ledger.text());
        self.marks.extend(found.marks);
        let cells = found.parties.iter().map(|party| self.party(party)).collect();
        for reference in found.references {
            self.reference(reference);
        }
        cells
    }

    fn party(&mut self, party: &Party) -> PartyCell {
        let label = self.ledger.passage(&party.label);
        let mut fields = Fields::new();
        let note = party.note.as_ref().map(|spans| {
            fields.insert("note".to_owned(), self.ledger.place(spans));
            normal_form(self.ledger.text(), spans)
        });
        PartyCell {
            organization: Some(format!("org:{}", label.text)),
            label: label.text,
            spans: label.spans,
            status: Status::Unregistered,
            method: None,
            evidence: Vec::new(),
            candidates: Vec::new(),
            note,
            fields,
            lines: label.lines,
        }
    }

    fn reference(&mut self, spans: Vec<Span>) {
        let source = self.ledger.text();
        let Some(found) = references::find(&normal_form(source, &spans)) else { return };
        let passage = self.ledger.passage(&spans);
        let reference = Reference {
            relation: found.relation,
            text: passage.text,
            numbers: found.numbers,
            spans: passage.spans,
            lines: passage.lines,
        };
        self.read.item.references.push(reference);
        self.read.references.push(spans);
    }

    fn schedule(&mut self, atoms: &[Atom]) {
        self.marks.extend(atoms.iter().map(|atom| atom.mark).filter(|mark| !mark.is_empty()));
        for spans in schedule::cells(atoms, self.ledger.text()) {
            // A bullet that has lost its text, or a character that is none for a reader.
            if crate::text::normal_form(self.ledger.text(), &spans).is_empty() {
                continue;
            }
            let passage = self.ledger.passage(&spans);
            let when = schedule::when(&passage.text, self.reader.periods, self.reader.ranges);
            let stated = when.period.is_some() || when.month.is_some();
            self.read.item.schedule.push(ScheduleCell {
                text: passage.text,
                spans: passage.spans,
                period: when.period,
                month: when.month,
                basis: stated.then_some(Basis::Stated),
                evidence: Vec::new(),
                lines: passage.lines,
            });
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
