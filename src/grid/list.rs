//! A list of numbered lines in columns, without a header: `議案第１号    令和４年度…`.

use super::panel::{Key, Panel, pages};
use super::sheet::Sheet;
use super::table::Part;
use crate::rules::table::{WORDS, Word as Kind};
use crate::values::number::number;

/// The fewest rows that make a list.
const FEWEST: usize = 5;

/// The list of a dump; `None` where too few of its lines are numbered one after the other.
pub(super) fn part<'h>(sheet: &Sheet) -> Option<Part<'h>> {
    let numbered: Vec<usize> = (0..sheet.lines.len()).filter(|at| is_numbered(sheet, *at)).collect();
    let (first, last) = (*numbered.first()?, *numbered.last()?);
    let within = last + 1 - first;
    if numbered.len() < FEWEST || numbered.len() * 5 < within * 2 || !runs_on(sheet, &numbered) {
        return None;
    }
    let mut part = Part::default();
    for lines in pages(sheet, first..sheet.lines.len()) {
        let panel = Key::in_lines(sheet, &lines, 0).and_then(|key| Panel::new(sheet, None, lines, key));
        part.panels.extend(panel);
    }
    Some(part)
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
        number(&caught["number"])
    };
    let values: Vec<Option<u32>> = numbered.iter().map(value).collect();
    let follows = |pair: &&[Option<u32>]| pair[1] == Some(1) || pair[0].is_some_and(|n| pair[1] == n.checked_add(1));
    values.windows(2).filter(follows).count() * 10 >= (values.len() - 1) * 8
}
