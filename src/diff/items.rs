//! Rows of plans and tables: added, gone, merged, moved, reworded.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::document::{FieldChange, fields};
use super::near::{candidates, expected};
use super::words::Pairs;
use crate::model::{Document, PartyCell, PlanItem, Relation, Row};

/// From this likeness on, rows of the same number are the same row.
const SAME_NUMBER: f64 = 0.3;
/// From this likeness on, rows are the same row whatever their numbers are.
const ANY_NUMBER: f64 = 0.6;

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemChange {
    /// One or several: a row can be moved and reworded.
    pub kinds: Vec<ItemKind>,
    /// Ids of the old rows: several for a merged one, none for an added one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub old: Vec<String>,
    /// Id of the new row; absent where it is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// The row's name, in its latest form.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The texts that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
}

/// Kinds of changes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    Added,
    Gone,
    /// Several old rows became one, as the new one says: 【旧№8、9を統合】.
    Merged,
    /// Another number or another category.
    Moved,
    Reworded,
}

/// A row of a plan or of a table.
struct Unit {
    id: String,
    number: Option<u32>,
    category: String,
    name: String,
    supersedes: Vec<u32>,
    texts: Vec<(&'static str, String)>,
    pairs: Pairs,
}

pub(super) fn compare(old: &Document, new: &Document) -> Vec<ItemChange> {
    let (old, new) = (units(old), units(new));
    let matched = pair(&old, &new);
    let mut used = vec![false; old.len()];
    let mut changes = Vec::new();
    for (unit, before) in new.iter().zip(&matched) {
        before.iter().for_each(|at| used[*at] = true);
        let before: Vec<&Unit> = before.iter().map(|at| &old[*at]).collect();
        changes.extend(change(&before, unit));
    }
    let gone = old.iter().zip(&used).filter(|(_, used)| !**used).map(|(unit, _)| ItemChange {
        kinds: vec![ItemKind::Gone],
        old: vec![unit.id.clone()],
        new: None,
        name: unit.name.clone(),
        fields: Vec::new(),
    });
    changes.extend(gone);
    changes
}

fn change(before: &[&Unit], unit: &Unit) -> Option<ItemChange> {
    let mut kinds = Vec::new();
    let mut changed = Vec::new();
    match before {
        [] => kinds.push(ItemKind::Added),
        [old] => {
            changed = fields(&old.texts, &unit.texts);
            if old.number != unit.number || old.category != unit.category {
                kinds.push(ItemKind::Moved);
            }
            if !changed.is_empty() {
                kinds.push(ItemKind::Reworded);
            }
        }
        [_, _, ..] => kinds.push(ItemKind::Merged),
    }
    (!kinds.is_empty()).then(|| ItemChange {
        kinds,
        old: before.iter().map(|old| old.id.clone()).collect(),
        new: Some(unit.id.clone()),
        name: unit.name.clone(),
        fields: changed,
    })
}

/// How alike an old and a new row are.
type Likeness<'t> = &'t dyn Fn(&Unit, &Unit) -> f64;
/// What rows must share to be compared at all.
type Key<'t> = &'t dyn Fn(&Unit) -> Option<String>;

/// For each new row the old rows that it continues, the surest evidence first.
fn pair(old: &[Unit], new: &[Unit]) -> Vec<Vec<usize>> {
    let mut free = vec![true; old.len()];
    let mut matched = stated(old, new, &mut free);
    let tests: [(Key, Likeness); 4] = [
        (&|unit| Some(unit.texts.iter().map(|(_, text)| format!("{text}\n")).collect()), &|_, _| 1.0),
        (&|unit| (!unit.name.is_empty()).then(|| unit.name.clone()), &|a, b| 1.0 + a.pairs.likeness(&b.pairs)),
        (&|unit| unit.number.map(|number| number.to_string()), &|a, b| {
            at_least(a.pairs.likeness(&b.pairs), SAME_NUMBER)
        }),
        (&|_| Some(String::new()), &|a, b| at_least(a.pairs.likeness(&b.pairs), ANY_NUMBER)),
    ];
    for (key, likeness) in tests {
        best_first(old, new, key, likeness, &mut free, &mut matched);
    }
    matched
}

/// For each new row the old ones that it names itself: 【旧№8、9を統合】.
fn stated(old: &[Unit], new: &[Unit], free: &mut [bool]) -> Vec<Vec<usize>> {
    let mut matched = vec![Vec::new(); new.len()];
    let same: HashSet<&[u32]> = old.iter().map(|old| old.supersedes.as_slice()).collect();
    let mut numbered: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, number) in old.iter().enumerate().filter_map(|(at, unit)| Some((at, unit.number?))) {
        numbered.entry(number).or_default().push(at);
    }
    for (unit, matched) in new.iter().zip(&mut matched).filter(|(unit, _)| !unit.supersedes.is_empty()) {
        // Where an old row says the same, this is the same edition and 旧№ means one before it.
        if same.contains(unit.supersedes.as_slice()) {
            continue;
        }
        let stated = unit.supersedes.iter().flat_map(|number| numbered.get(number).into_iter().flatten());
        let mut found: Vec<usize> = stated.copied().filter(|here| free[*here]).collect();
        found.sort_unstable();
        found.dedup();
        // 旧№ may speak of another edition than the one at hand: some likeness must be there.
        if found.iter().any(|here| old[*here].pairs.likeness(&unit.pairs) >= SAME_NUMBER) {
            found.iter().for_each(|here| free[*here] = false);
            *matched = found;
        }
    }
    matched
}

fn at_least(likeness: f64, least: f64) -> f64 {
    if likeness >= least { likeness } else { 0.0 }
}

/// Matches what is free on both sides and shares a key, the greatest likeness first; of equal ones the first in order.
fn best_first(old: &[Unit], new: &[Unit], key: Key, likeness: Likeness, free: &mut [bool], matched: &mut [Vec<usize>]) {
    let olds = by_key(old, key, |here| free[here]);
    let expected = expected(matched.iter().map(|found| found.first().copied()));
    let mut scores: Vec<(f64, usize, usize)> = Vec::new();
    for (key, new_places) in by_key(new, key, |at| matched[at].is_empty()) {
        let Some(old_places) = olds.get(&key) else { continue };
        candidates(
            old_places,
            &new_places,
            |at| expected[at],
            |here, at| {
                let score = likeness(&old[here], &new[at]);
                scores.extend((score > 0.0).then_some((score, here, at)));
            },
        );
    }
    scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, here, at) in scores {
        if free[here] && matched[at].is_empty() {
            free[here] = false;
            matched[at].push(here);
        }
    }
}

fn by_key(units: &[Unit], key: Key, open: impl Fn(usize) -> bool) -> HashMap<String, Vec<usize>> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, unit) in units.iter().enumerate().filter(|(at, _)| open(*at)) {
        if let Some(key) = key(unit) {
            places.entry(key).or_default().push(at);
        }
    }
    places
}

fn units(document: &Document) -> Vec<Unit> {
    let tables = document.tables.iter().enumerate();
    let rows =
        tables.flat_map(|(at, table)| table.rows.iter().enumerate().map(move |(row_at, row)| of_row(at, row_at, row)));
    document.items.iter().map(of_item).chain(rows).collect()
}

fn of_item(item: &PlanItem) -> Unit {
    let cells = |cells: &[PartyCell]| cells.iter().map(|cell| cell.label.as_str()).collect::<Vec<_>>().join("\n");
    let lines = |lines: Vec<&str>| lines.join("\n");
    let content = lines(item.content.iter().map(|cell| cell.text.as_str()).collect());
    let name = item.name.clone().unwrap_or_default();
    let supersedes = item.references.iter().filter(|one| one.relation == Relation::Supersedes);
    Unit {
        id: item.id.clone(),
        number: item.number,
        category: item.category.clone().unwrap_or_default(),
        pairs: Pairs::of(&format!("{name}{content}")),
        supersedes: supersedes.flat_map(|one| one.numbers.iter().copied()).collect(),
        texts: vec![
            ("name", name.clone()),
            ("notes", lines(item.notes.iter().map(|cell| cell.text.as_str()).collect())),
            ("content", content),
            ("lead", cells(&item.lead)),
            ("cooperating", cells(&item.cooperating)),
            ("schedule", lines(item.schedule.iter().map(|cell| cell.text.as_str()).collect())),
            ("references", lines(item.references.iter().map(|one| one.text.as_str()).collect())),
        ],
        name,
    }
}

fn of_row(table: usize, at: usize, row: &Row) -> Unit {
    let text = row.cells.iter().map(|cell| format!("{}: {}", cell.column, cell.text)).collect::<Vec<_>>().join("\n");
    Unit {
        id: format!("table-{}/row-{}", table + 1, at + 1),
        number: row.number,
        category: String::new(),
        name: String::new(),
        supersedes: Vec::new(),
        pairs: Pairs::of(&text),
        texts: vec![("cells", text)],
    }
}
