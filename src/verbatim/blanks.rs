//! Names whose letters were left out: `○○委員：費用を知りたい。`, `△△△△　賛成です。`

use crate::line::Line;
use crate::rules::verbatim::is_mark;

/// The marks that open lines only in twos and more, as they do where letters of names are left out: `○○委員：…`, `△△△△　…`
pub(super) fn blanks(body: &[Line], source: &str) -> Vec<char> {
    let marked = |line: &Line| {
        line.first(source).filter(|c| is_mark(*c)).map(|mark| (mark, is_blanked(line.text(source), mark)))
    };
    let mut blanks: Vec<char> = Vec::new();
    let mut others: Vec<char> = Vec::new();
    for (mark, blanked) in body.iter().filter_map(marked) {
        let marks = if blanked { &mut blanks } else { &mut others };
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    blanks.retain(|mark| !others.contains(mark));
    blanks
}

/// Whether the mark stands twice at the beginning of a text.
pub(super) fn is_blanked(text: &str, mark: char) -> bool {
    text.chars().take_while(|c| *c == mark).nth(1).is_some()
}
