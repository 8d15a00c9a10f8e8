//! A list of numbered lines in columns, without a header: `議案第１号    令和４年度…`.

use super::panel::{Key, Panel, Role, pages};
use super::sheet::Sheet;
use super::table::Part;
use crate::rules::table::{WORDS, Word as Kind};
use crate::values::number::number;

/// The fewest rows that make a list.
pub(super) const FEWEST: usize = 5;
/// The most lines above it: a title and what is said of the whole.
const MOST_ABOVE: usize = 4;

/// The list that a dump is; `None` where anything else stands in it, or too few lines are numbered one after the other.
pub(super) fn part<'h>(sheet: &Sheet) -> Option<Part<'h>> {
    let numbered: Vec<usize> = (0..sheet.lines.len()).filter(|at| is_numbered(sheet, *at)).collect();
    let (first, last) = (*numbered.first()?, *numbered.last()?);
    let within = last + 1 - first;
    let dense = numbered.len() >= FEWEST && numbered.len() * 5 >= within * 2;
    if !dense || first > MOST_ABOVE || !runs_on(sheet, &numbered) {
        return None;
    }
    let mut part = Part::default();
    for lines in pages(sheet, first..sheet.lines.len()) {
        let panel = Key::in_lines(sheet, &lines, 0).and_then(|key| Panel::new(sheet, None, lines, key));
        part.panels.extend(panel);
    }
    is_whole(sheet, &part, first).then_some(part)
}

/// Whether all lines from the first number on are numbered ones, or what one of these goes on with in its last column.
fn is_whole(sheet: &Sheet, part: &Part, first: usize) -> bool {
    let used: usize = part.panels.iter().map(|panel| panel.lines.len()).sum();
    let text = (first..sheet.lines.len()).filter(|at| sheet.furniture[*at].is_none()).count();
    let plain = part.panels.iter().all(|panel| {
        panel.lines.iter().zip(&panel.roles).all(|(at, role)| match role {
            Role::Opens => is_numbered(sheet, *at),
            Role::Belongs => sheet.chunks(*at) == 1,
            Role::Barrier => false,
        })
    });
    plain && used == text
}

/// Whether a line begins with a number and has something in a column of its own behind it.
fn is_numbered(sheet: &Sheet, at: usize) -> bool {
    let [first, second, ..] = sheet.words[at].as_slice() else { return false };
    sheet.furniture[at].is_none() && second.gap >= 2 && sheet.kind(first) == Some(Kind::Number)
}

/// Whether nearly every number follows the one before it, or begins a new count.
fn runs_on(sheet: &Sheet, numbered: &[usize]) -> bool {
    let value = |at: &usize| {
        let (_, caught) = WORDS.decide(sheet.words[*at][0].text(sheet.source))?;
        number(caught.text("number"))
    };
    let values: Vec<Option<u32>> = numbered.iter().map(value).collect();
    let follows = |pair: &&[Option<u32>]| pair[1] == Some(1) || pair[0].is_some_and(|n| pair[1] == n.checked_add(1));
    values.windows(2).filter(follows).count() * 10 >= (values.len() - 1) * 8
}
