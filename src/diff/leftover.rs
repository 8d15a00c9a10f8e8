//! Text that no rule placed, and what repeats on each page: which lines came and which went.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{Document, FurnitureKind};

/// Lines of the residue and page headers that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Leftover {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<String>,
    /// Whether they are the same lines in another order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reordered: bool,
}

impl Leftover {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && !self.reordered
    }
}

pub(super) fn compare(old: &Document, new: &Document) -> Leftover {
    let (before, after) = (lines(old), lines(new));
    let (added, gone) = (beyond(&after, &before), beyond(&before, &after));
    let reordered = added.is_empty() && gone.is_empty() && before != after;
    Leftover { added, gone, reordered }
}

fn lines(document: &Document) -> Vec<&str> {
    let headers = document.furniture.iter().filter(|one| one.kind == FurnitureKind::Header);
    document.residue.iter().map(|one| one.text.as_str()).chain(headers.map(|one| one.text.as_str())).collect()
}

/// The lines that are here more often than there.
fn beyond(here: &[&str], there: &[&str]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    there.iter().for_each(|line| *counts.entry(line).or_default() += 1);
    let mut is_beyond = |line: &&&str| match counts.get_mut(**line) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        Some(_) | None => true,
    };
    here.iter().filter(|line| is_beyond(line)).map(|line| (*line).to_owned()).collect()
}
