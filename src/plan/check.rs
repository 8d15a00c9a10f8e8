//! What the rows say of each other: numbers that are missing or stand twice, references that are not returned.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::finding::{Finding, FindingKind};
use crate::grid::GridRow;
use crate::model::Relation;
use crate::span::Span;

use super::item::Read;

/// The longest gap that is spelled out.
const LONGEST_GAP: u32 = 20;

/// Findings about numbers; `places` are those of the rows' numbers.
pub(super) fn numbers(numbers: &[(u32, Span)], findings: &mut Vec<Finding>) {
    let mut seen: FxHashSet<u32> = FxHashSet::default();
    let mut last = 0;
    for (number, place) in numbers {
        if !seen.insert(*number) {
            findings.push(Finding { kind: FindingKind::DuplicateNumber { number: *number }, at: vec![*place] });
        } else if *number > last + 1 && number - last <= LONGEST_GAP {
            let missing = (last + 1..*number).collect();
            findings.push(Finding { kind: FindingKind::NumberGap { missing }, at: vec![*place] });
        }
        last = *number;
    }
}

/// The same of a grid's rows, whose numbers stand in their first cells.
pub(super) fn rows(rows: &[GridRow], findings: &mut Vec<Finding>) {
    let number = |row: &GridRow| Some((row.number?, row.cells.first()?.1.first().copied()?));
    numbers(&rows.iter().filter_map(number).collect::<Vec<_>>(), findings);
}

/// A row that says ※№9とも関連 while row 9 does not name it. Numbers of an earlier edition are another matter.
pub(super) fn references(rows: &[Read], findings: &mut Vec<Finding>) {
    let mut related: FxHashMap<u32, FxHashSet<u32>> = FxHashMap::default();
    for row in rows {
        if let Some(number) = row.item.number {
            related.entry(number).or_default().extend(related_numbers(row));
        }
    }
    for row in rows {
        let Some(from) = row.item.number else { continue };
        for (reference, place) in row
            .item
            .references
            .iter()
            .zip(&row.references)
            .filter(|(reference, _)| reference.relation == Relation::Related)
        {
            let one_way =
                reference.numbers.iter().filter(|to| related.get(to).is_some_and(|back| !back.contains(&from)));
            let kinds = one_way.map(|to| FindingKind::OneWayReference { from, to: *to });
            findings.extend(kinds.map(|kind| Finding { kind, at: place.clone() }));
        }
    }
}

fn related_numbers(row: &Read) -> impl Iterator<Item = u32> + '_ {
    let related = row.item.references.iter().filter(|reference| reference.relation == Relation::Related);
    related.flat_map(|reference| reference.numbers.iter().copied())
}
