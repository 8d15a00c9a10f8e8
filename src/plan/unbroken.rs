//! Whether the cells of a plan break their lines at all: a text made of a word processor's file has each entry on one line.

use super::atoms::{Atom, Row};
use super::endings::ACTIONS;
use super::likeness::{has_suffix, is_sentence_end};
use super::list::{is_close, split_list};

/// Whether each row's number has a line of its own, and what stands on a long line ends there: a column that breaks its lines
/// breaks most of them within words.
pub(super) fn is_unbroken(rows: &[Row], source: &str) -> bool {
    let alone = |row: &Row| row.atoms.first().is_none_or(|atom| atom.first_on_line);
    let whole = |atom: &&Atom| atom.first_on_line && atom.last_on_line && atom.width >= LONG;
    let (mut long, mut ended) = (0, 0);
    for atom in rows.iter().flat_map(|row| &row.atoms).filter(whole) {
        let text = atom.body().of(source);
        long += 1;
        ended += usize::from(text.ends_with(is_close) || ends_entry(text));
    }
    long >= FEWEST_LONG && ended * 12 >= long * 11 && rows.iter().all(alone)
}

/// In display columns: few columns of a table are wider.
const LONG: usize = 40;

/// So many long lines tell how the others end.
const FEWEST_LONG: usize = 8;

/// Whether an entry may end as this text does: a sentence, what is done, a name.
fn ends_entry(text: &str) -> bool {
    is_sentence_end(text) || ACTIONS.end(text) || split_list(text).last().is_some_and(has_suffix)
}
