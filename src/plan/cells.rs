//! From the pieces of a column to its entries: bullets, remarks, wrapped lines.

use crate::span::Span;

use super::atoms::{Atom, Form};
use super::columns::{Fill, fill};
use super::labels::Labels;
use super::likeness::has_suffix;
use super::list::{is_separator, split_list, without_remark};
use super::stacked::{ends_body, names_part};
use super::variety::Variety;

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

/// How the lines of a column make entries.
#[derive(Clone, Copy)]
pub(super) struct Joining<'a> {
    /// The width at which the column breaks its lines.
    pub width: Option<usize>,
    /// No cell breaks its lines.
    pub unbroken: bool,
    /// For columns of names: those that the document lists, and beside which lines each stands.
    pub names: Option<(&'a Labels<'a>, &'a Variety<'a>)>,
    pub source: &'a str,
}

impl Joining<'_> {
    /// The entries of a cell: each bullet or ※ opens one, and so does a line after one that was not full.
    pub fn entries(self, atoms: &[Atom]) -> Vec<Entry> {
        let mut groups: Vec<&[Atom]> = Vec::new();
        let mut start = 0;
        for at in 1..atoms.len() {
            if self.parts(&atoms[at - 1], &atoms[at]) {
                groups.push(&atoms[start..at]);
                start = at;
            }
        }
        groups.push(&atoms[start..]);
        groups.into_iter().filter(|group| !group.is_empty()).map(entry).collect()
    }

    /// Whether a new entry begins between two pieces.
    fn parts(self, before: &Atom, atom: &Atom) -> bool {
        if matches!(atom.form, Form::Bullet | Form::Note) {
            return true;
        }
        if !atom.first_on_line || atom.open || atom.after_comma || atom.tail {
            return false;
        }
        if self.unbroken {
            return true;
        }
        match self.names {
            Some((labels, variety)) => self.parts_names(labels, variety, before, atom),
            // A sentence ends only where there was plainly room.
            None => self.width.is_some_and(|width| fill(before.width + 10, atom.head, width) == Fill::Short),
        }
    }

    /// A name ends with its line, unless the next one would not have fitted there.
    fn parts_names(self, labels: &Labels, variety: &Variety, before: &Atom, atom: &Atom) -> bool {
        // 区, （事務局）: the rest of the name above, and the remark behind it.
        if atom.likeness.rest > 0 || atom.body().of(self.source).starts_with(['（', '(']) {
            return false;
        }
        let last = split_list(before.body().of(self.source)).last().unwrap_or_default();
        let first = split_list(atom.body().of(self.source)).next().unwrap_or_default();
        if labels.lists(without_remark(&format!("{last}{first}"))) {
            return false;
        }
        let (last, first) = (without_remark(last), without_remark(first));
        let named = |name: &str| labels.repeats(name) || has_suffix(name);
        let lines = [before, atom].map(|line| line.body().of(self.source));
        let listed = lines.iter().any(|line| line.contains(is_separator));
        let varied = || variety.ends(lines[0]) || variety.begins(lines[1]);
        let whole = ends_body(last) && named(first) && !names_part(first);
        if !listed && whole && varied() {
            return true;
        }
        match self.width.map_or(Fill::Nearly, |width| fill(before.width, atom.head, width)) {
            Fill::Short => true,
            Fill::Nearly => named(last) && named(first),
            // 厚木市 and 立病院 look like names too; only what is listed elsewhere is whole on a full line.
            Fill::Full => (named(last) || labels.lists(last)) && labels.lists(first),
        }
    }
}

fn entry(atoms: &[Atom]) -> Entry {
    let first = &atoms[0];
    let mark = Some(first.mark).filter(|mark| !mark.is_empty());
    Entry { mark, text: joined(atoms), note: first.form == Form::Note }
}
