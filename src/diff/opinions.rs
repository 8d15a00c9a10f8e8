//! Opinions: added, gone, moved, reworded, said by somebody else.

use std::collections::HashMap;

use serde::Serialize;

use super::document::{FieldChange, fields};
use super::near::{are_few, candidates, expected};
use super::words::Pairs;
use crate::model::{Document, Opinion};

/// From this likeness on, two opinions of a section are one that was reworded.
const LIKE: f64 = 0.5;
/// The same for opinions in the same place.
const LIKE_IN_PLACE: f64 = 0.25;

/// What became of an opinion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OpinionChange {
    pub kinds: Vec<OpinionKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// The beginning of its text, in its latest form.
    pub text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
}

/// Kinds of changes of an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpinionKind {
    Added,
    Gone,
    /// It stands in another section.
    Moved,
    Reworded,
    /// Another speaker, or the same label resolved to another organization.
    Reattributed,
}

struct Said<'d> {
    section: &'d str,
    opinion: &'d Opinion,
}

pub(super) fn compare(old: &Document, new: &Document) -> Vec<OpinionChange> {
    let (before, after) = (all(old), all(new));
    let matched = pair(&before, &after);
    let mut used = vec![false; before.len()];
    let mut changes = Vec::new();
    for (now, at) in after.iter().zip(&matched) {
        match at {
            Some(at) => {
                used[*at] = true;
                changes.extend(change(&before[*at], now));
            }
            None => changes.push(one_sided(OpinionKind::Added, now)),
        }
    }
    let gone = before.iter().zip(&used).filter(|(_, used)| !**used);
    changes.extend(gone.map(|(said, _)| one_sided(OpinionKind::Gone, said)));
    changes
}

fn all(document: &Document) -> Vec<Said<'_>> {
    let mut said = Vec::new();
    for section in document.all_sections() {
        said.extend(section.opinions.iter().map(|opinion| Said { section: &section.id, opinion }));
    }
    said
}

fn one_sided(kind: OpinionKind, said: &Said) -> OpinionChange {
    let id = Some(said.opinion.id.clone());
    let (old, new) = if kind == OpinionKind::Gone { (id, None) } else { (None, id) };
    OpinionChange { kinds: vec![kind], old, new, text: beginning(&said.opinion.text), fields: Vec::new() }
}

fn change(before: &Said, now: &Said) -> Option<OpinionChange> {
    let mut kinds = Vec::new();
    let label = |said: &Said| said.opinion.attribution.as_ref().map(|one| one.label.clone()).unwrap_or_default();
    let text = |said: &Said| {
        vec![("text", said.opinion.text.clone()), ("speaker", label(said)), ("organizations", organizations(said))]
    };
    let changed = fields(&text(before), &text(now));
    if before.section != now.section {
        kinds.push(OpinionKind::Moved);
    }
    if before.opinion.text != now.opinion.text {
        kinds.push(OpinionKind::Reworded);
    }
    if changed.iter().any(|change| change.field != "text") {
        kinds.push(OpinionKind::Reattributed);
    }
    (!kinds.is_empty()).then(|| OpinionChange {
        kinds,
        old: Some(before.opinion.id.clone()),
        new: Some(now.opinion.id.clone()),
        text: beginning(&now.opinion.text),
        fields: changed,
    })
}

fn organizations(said: &Said) -> String {
    let parties = said.opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
    parties.filter_map(|party| party.organization.clone()).collect::<Vec<_>>().join("、")
}

fn beginning(text: &str) -> String {
    let mut beginning: String = text.chars().take(40).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().count() > 40 {
        beginning.push('…');
    }
    beginning
}

/// For each new opinion the old one: the same text in the same section, the same text anywhere, then the most alike.
fn pair(before: &[Said], after: &[Said]) -> Vec<Option<usize>> {
    let mut matched = vec![None; after.len()];
    let mut free = vec![true; before.len()];
    by_key(before, after, |said| (said.section, said.opinion.text.as_str()), &mut free, &mut matched);
    by_key(before, after, |said| ("", said.opinion.text.as_str()), &mut free, &mut matched);
    by_likeness(before, after, &mut free, &mut matched);
    matched
}

fn by_key<'d>(
    before: &[Said<'d>],
    after: &[Said<'d>],
    key: impl Fn(&Said<'d>) -> (&'d str, &'d str),
    free: &mut [bool],
    matched: &mut [Option<usize>],
) {
    let mut places: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for at in (0..before.len()).rev().filter(|at| free[*at]) {
        places.entry(key(&before[at])).or_default().push(at);
    }
    for (at, said) in after.iter().enumerate().filter(|(at, _)| matched[*at].is_none()).collect::<Vec<_>>() {
        if let Some(place) = places.get_mut(&key(said)).and_then(Vec::pop) {
            free[place] = false;
            matched[at] = Some(place);
        }
    }
}

/// Pairs the most alike first. A long document is compared section by section, a long section only near the place
/// where an opinion is expected: what was reworded and moved far away there is gone and added.
fn by_likeness(before: &[Said], after: &[Said], free: &mut [bool], matched: &mut [Option<usize>]) {
    let old: Vec<usize> = (0..before.len()).filter(|at| free[*at]).collect();
    let new: Vec<usize> = (0..after.len()).filter(|at| matched[*at].is_none()).collect();
    let pairs = |said: &[Said], places: &[usize]| -> HashMap<usize, Pairs> {
        places.iter().map(|at| (*at, Pairs::of(&said[*at].opinion.text))).collect()
    };
    let (letters, others) = (pairs(before, &old), pairs(after, &new));
    let expected = expected(matched.iter().copied());
    let mut scores = Vec::new();
    let mut score = |here: usize, at: usize| {
        let likeness = letters[&here].likeness(&others[&at]);
        let in_place = before[here].opinion.id == after[at].opinion.id;
        let least = if in_place { LIKE_IN_PLACE } else { LIKE };
        scores.extend((likeness >= least).then_some((likeness, here, at)));
    };
    if are_few(old.len(), new.len()) {
        candidates(&old, &new, |at| expected[at], &mut score);
    } else {
        let olds = by_section(before, &old);
        for (section, new) in by_section(after, &new) {
            if let Some(old) = olds.get(section) {
                candidates(old, &new, |at| expected[at], &mut score);
            }
        }
    }
    scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, here, at) in scores {
        if free[here] && matched[at].is_none() {
            free[here] = false;
            matched[at] = Some(here);
        }
    }
}

fn by_section<'d>(said: &[Said<'d>], places: &[usize]) -> HashMap<&'d str, Vec<usize>> {
    let mut sections: HashMap<&str, Vec<usize>> = HashMap::new();
    places.iter().for_each(|at| sections.entry(said[*at].section).or_default().push(*at));
    sections
}
