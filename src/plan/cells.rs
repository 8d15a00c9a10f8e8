//! From the pieces of a column to its entries: bullets, remarks, wrapped lines.

use crate::span::Span;

use super::atoms::{Atom, Form};
use super::columns::{Fill, fill};

/// One entry of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    /// Its bullet or ※.
    pub mark: Option<Span>,
    /// Its text, a span for each physical line.
    pub text: Vec<Span>,
    /// Whether it is a remark (※).
    pub note: bool,
}

/// The spans of pieces, those of one line as one.
pub(super) fn joined(atoms: &[Atom]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::with_capacity(atoms.len());
    let mut line = None;
    for atom in atoms {
        match spans.last_mut() {
            Some(last) if line == Some(atom.line) => last.end = atom.span.end,
            _ => spans.push(atom.body()),
        }
        line = Some(atom.line);
    }
    spans.retain(|span| !span.is_empty());
    spans
}

/// The entries of a cell: each bullet or ※ opens one, and so does a line after one that was not full.
pub(super) fn entries(atoms: &[Atom], width: Option<usize>, short: Short) -> Vec<Entry> {
    let mut groups: Vec<&[Atom]> = Vec::new();
    let mut start = 0;
    for at in 1..atoms.len() {
        if opens(&atoms[at - 1], &atoms[at], width, short) {
            groups.push(&atoms[start..at]);
            start = at;
        }
    }
    groups.push(&atoms[start..]);
    groups.into_iter().filter(|group| !group.is_empty()).map(entry).collect()
}

/// How short a line must be to end its entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Short {
    /// A name ends with its line, unless the next one would not have fitted.
    Name,
    /// A sentence ends only where there was plainly room.
    Sentence,
}

fn opens(before: &Atom, atom: &Atom, width: Option<usize>, short: Short) -> bool {
    if matches!(atom.form, Form::Bullet | Form::Note) {
        return true;
    }
    if !atom.first_on_line || atom.open || atom.after_comma {
        return false;
    }
    let Some(width) = width else { return short == Short::Name && before.likeness.organization > 0 && atom.likeness.organization > 0 };
    let room = match short {
        Short::Name => 0,
        Short::Sentence => 10,
    };
    fill(before.width + room, atom.head, width) == Fill::Short
}

fn entry(atoms: &[Atom]) -> Entry {
    let first = &atoms[0];
    let mark = Some(first.mark).filter(|mark| !mark.is_empty());
    Entry { mark, text: joined(atoms), note: first.form == Form::Note }
}
