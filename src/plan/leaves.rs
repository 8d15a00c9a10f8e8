//! What the ledger makes of a row's pieces, however the row was found: names, references, cells of the schedule.

use crate::ledger::Ledger;
use crate::model::{Basis, Cell, Fields, PartyCell, Period, Reference, ScheduleCell, Status, TableCell};
use crate::span::Span;
use crate::text::normal_form;

use super::parties::Party;
use super::periods::MonthRange;
use super::{references, schedule};

/// A text of the content or of a note; none where nothing is left of it for a reader.
pub(super) fn cell(text: &[Span], ledger: &mut Ledger) -> Option<Cell> {
    if ledger.normal_form(text).is_empty() {
        return None;
    }
    let passage = ledger.passage(text);
    Some(Cell { text: passage.text, spans: passage.spans, lines: passage.lines })
}

/// A cell for which the plan has no field, under its column's header.
pub(super) fn named(column: &str, text: &[Span], ledger: &mut Ledger) -> TableCell {
    let passage = ledger.passage(text);
    TableCell { column: column.to_owned(), text: passage.text, spans: passage.spans }
}

/// A name as it stands; whom it means is for `link` to say.
pub(super) fn party(party: &Party, ledger: &mut Ledger) -> PartyCell {
    let label = ledger.passage(&party.label);
    let mut fields = Fields::new();
    let note = party.note.as_ref().map(|spans| {
        fields.insert("note".to_owned(), ledger.place(spans));
        ledger.normal_form(spans)
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

/// `※№9とも関連`; none where the pieces are no reference.
pub(super) fn reference(spans: &[Span], ledger: &mut Ledger) -> Option<Reference> {
    let found = references::find(&normal_form(ledger.text(), spans))?;
    let passage = ledger.passage(spans);
    Some(Reference {
        relation: found.relation,
        text: passage.text,
        numbers: found.numbers,
        spans: passage.spans,
        lines: passage.lines,
    })
}

/// A cell of the schedule with the time that it states; none for a bullet that has lost its text, or a character that is none
/// for a reader.
pub(super) fn scheduled(
    spans: &[Span],
    periods: &[Period],
    ranges: &[MonthRange],
    ledger: &mut Ledger,
) -> Option<ScheduleCell> {
    if ledger.normal_form(spans).is_empty() {
        return None;
    }
    let passage = ledger.passage(spans);
    let when = schedule::when(&passage.text, periods, ranges);
    let stated = when.period.is_some() || when.month.is_some();
    Some(ScheduleCell {
        text: passage.text,
        spans: passage.spans,
        period: when.period,
        month: when.month,
        basis: stated.then_some(Basis::Stated),
        evidence: Vec::new(),
        lines: passage.lines,
    })
}
