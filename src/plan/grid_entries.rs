//! The entries of a grid's cell, whose lines are known: `・研修`, `・視察`.

use crate::rules::{is_bullet, is_circled};
use crate::span::Span;

use super::cells::Entry;
use super::references;
use super::words::words;

/// The most lines that a reference takes.
const LONGEST_REFERENCE: usize = 3;

/// The entries of a cell: each begins with a mark, at a line's beginning or behind a space, or where the line before does not
/// go on. `※№9とも関連` is an entry too, whose ※ is a part of what it says.
pub(super) fn entries(pieces: &[Span], source: &str, goes_on: impl Fn(Span, Span) -> bool) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for piece in pieces.iter().flat_map(|line| at_marks(*line, source)) {
        let refers = references::opens(piece.of(source));
        let mark = piece.of(source).chars().next().filter(|c| is_bullet(*c) || is_circled(*c) || *c == '※' && !refers);
        let before = entries.last().and_then(|entry| entry.text.last().copied());
        let referring = entries.last().is_some_and(|entry| is_torn(entry, source));
        // ・…児童委員 above 協議会: where names have bullets, a line without one begins none.
        let listed = entries.last().is_some_and(|entry| entry.mark.is_some());
        let joins = |before: Span| before.is_empty() || referring || !refers && (listed || goes_on(before, piece));
        match (mark, entries.last_mut()) {
            (None, Some(entry)) if before.is_none_or(joins) => entry.text.push(piece),
            (mark, _) => {
                let behind = piece.start + mark.map_or(0, char::len_utf8);
                let mark = mark.map(|_| Span::new(piece.start, behind));
                let text = vec![Span::new(behind, piece.end).trim(source)];
                entries.push(Entry { mark, text, note: false });
            }
        }
    }
    entries.iter_mut().for_each(|entry| entry.text.retain(|span| !span.is_empty()));
    entries
}

/// `【旧№８、９`: a reference that a line end has cut.
fn is_torn(entry: &Entry, source: &str) -> bool {
    let opens = |first: &Span| references::opens(first.of(source));
    entry.text.len() < LONGEST_REFERENCE
        && entry.text.first().is_some_and(opens)
        && !references::completes(source, &entry.text)
}

/// `・研修 ・視察` → `・研修`, `・視察`: a line parted where the mark with which it begins stands behind a space.
fn at_marks(line: Span, source: &str) -> Vec<Span> {
    let Some(mark) = line.of(source).chars().next().filter(|c| is_bullet(*c)) else { return vec![line] };
    let mut parts: Vec<Span> = Vec::new();
    for word in words(source, line) {
        match parts.last_mut().filter(|_| !word.of(source).starts_with(mark)) {
            Some(part) => part.end = word.end,
            None => parts.push(word),
        }
    }
    parts
}
