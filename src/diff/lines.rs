//! Text that is neither row nor opinion, line by line: headings, notes, page headers, what no rule placed.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{Document, FurnitureKind, Section};

/// Lines that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Lines {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<String>,
    /// Whether they are the same lines in another order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reordered: bool,
}

impl Lines {
    /// Whether none differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many differ; another order counts as one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.added.len() + self.gone.len() + usize::from(self.reordered)
    }
}

/// The residue and the page headers.
pub(super) fn unplaced(old: &Document, new: &Document) -> Lines {
    let lines = |document: &Document| -> Vec<String> {
        let headers = document.furniture.iter().filter(|one| one.kind == FurnitureKind::Header);
        document.residue.iter().map(|one| one.text.clone()).chain(headers.map(|one| one.text.clone())).collect()
    };
    compare(&lines(old), &lines(new))
}

/// Headings, notes and tables of the sections: `【№1】 連絡会議の開催`.
pub(super) fn sections(old: &Document, new: &Document) -> Lines {
    let lines = |document: &Document| document.all_sections().flat_map(lines).collect::<Vec<String>>();
    compare(&lines(old), &lines(new))
}

/// A section's own lines: its head, its notes and the rows of its tables.
fn lines(section: &Section) -> Vec<String> {
    let label = section.label.iter().map(|label| label.text.as_str());
    let head: Vec<&str> = label.chain(section.heading.as_deref()).collect();
    let mut lines: Vec<String> = (!head.is_empty()).then(|| head.join(" ")).into_iter().collect();
    lines.extend(section.notes.iter().map(|note| note.text.clone()));
    for row in section.tables.iter().flat_map(|table| &table.rows) {
        lines.push(row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "));
    }
    lines
}

fn compare(before: &[String], after: &[String]) -> Lines {
    let (added, gone) = (beyond(after, before), beyond(before, after));
    let reordered = added.is_empty() && gone.is_empty() && before != after;
    Lines { added, gone, reordered }
}

/// The lines that are here more often than there.
fn beyond(here: &[String], there: &[String]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    there.iter().for_each(|line| *counts.entry(line).or_default() += 1);
    let mut is_beyond = |line: &str| match counts.get_mut(line) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        Some(_) | None => true,
    };
    here.iter().filter(|line| is_beyond(line)).cloned().collect()
}
