//! Where running text names an organization of the document or of the register.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::document::{each_opinion_mut, within};
use crate::ledger::Ledger;
use crate::lexicon::brackets::{is_hiragana, is_kanji, is_katakana};
use crate::lexicon::register::Register;
use crate::model::{Classification, Document, Mention, Organization, Positions};

/// Finds the names that texts hold.
struct Finder {
    automaton: AhoCorasick,
    /// The organization of each pattern.
    ids: Vec<String>,
}

/// Fills `mentions` of opinions and plan items.
pub(super) fn mark(
    document: &mut Document,
    register: &Register,
    labels: &HashMap<String, Option<String>>,
    ledger: &Ledger,
) {
    let Some(finder) = Finder::new(&document.organizations, register, labels) else { return };
    each_opinion_mut(&mut document.sections, &mut |opinion| {
        opinion.mentions = finder.mentions(&opinion.text, &opinion.spans, ledger);
    });
    for item in &mut document.items {
        let cells = item.notes.iter().chain(&item.content);
        item.mentions = cells.flat_map(|cell| finder.mentions(&cell.text, &cell.spans, ledger)).collect();
    }
}

impl Finder {
    /// The names and labels of the document's organizations and those of the register, each for one organization only.
    fn new(
        organizations: &[Organization],
        register: &Register,
        labels: &HashMap<String, Option<String>>,
    ) -> Option<Self> {
        let mut names: HashMap<&str, Option<&str>> = HashMap::new();
        for organization in organizations.iter().filter(|one| one.classification != Classification::Generic) {
            add(&mut names, &organization.name, &organization.id);
        }
        for row in register.rows() {
            std::iter::once(&row.name).chain(&row.other_names).for_each(|name| add(&mut names, name, &row.id));
        }
        for (label, id) in labels {
            match id {
                Some(id) => add(&mut names, label, id),
                // An ambiguous label, or a group: no mention of one organization.
                None => drop(names.insert(label, None)),
            }
        }
        let mut patterns: Vec<(&str, &str)> = names.into_iter().filter_map(|(name, id)| Some((name, id?))).collect();
        patterns.retain(|(name, _)| is_name(name));
        patterns.sort_unstable();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(patterns.iter().map(|(name, _)| name))
            .ok()?;
        let ids = patterns.iter().map(|(_, id)| (*id).to_owned()).collect();
        (!patterns.is_empty()).then_some(Self { automaton, ids })
    }

    fn mentions(&self, text: &str, spans: &Positions, ledger: &Ledger) -> Vec<Mention> {
        let whole = |found: &aho_corasick::Match| stands_alone(text, found.start(), found.end());
        let found = self.automaton.find_iter(text).filter(whole);
        found
            .map(|found| Mention {
                organization: self.ids[found.pattern().as_usize()].clone(),
                label: text[found.range()].to_owned(),
                at: within(spans, found.range(), ledger),
            })
            .collect()
    }
}

/// Enters a name; one that two organizations bear names neither.
fn add<'n>(names: &mut HashMap<&'n str, Option<&'n str>>, name: &'n str, id: &'n str) {
    let known = names.entry(name).or_insert(Some(id));
    if *known != Some(id) {
        *known = None;
    }
}

/// Two characters or more: a single one is a word of anything.
fn is_name(name: &str) -> bool {
    name.chars().nth(1).is_some()
}

/// Whether a match is a whole word: 厚木市 inside 厚木市立病院 is none, nor 和市 inside 大和市.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let name = &text[start..end];
    let touches = |inside: Option<char>, outside: Option<char>| match (inside, outside) {
        (Some(inside), Some(outside)) => {
            let noun = |c: char| is_kanji(c) || is_katakana(c) || c.is_ascii_alphanumeric();
            noun(outside) && (noun(inside) || !is_hiragana(inside))
        }
        (None, _) | (_, None) => false,
    };
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    // A name in hiragana begins where a particle may end: …はほうあんふじ.
    let kana = name.chars().all(is_hiragana);
    let glued = kana && before.is_some_and(|c| is_hiragana(c) && !"はがをのにへとでもや".contains(c));
    !touches(name.chars().next(), before) && !touches(name.chars().next_back(), after) && !glued
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(text: &str, name: &str) -> bool {
        let start = text.find(name).unwrap();
        stands_alone(text, start, start + name.len())
    }

    #[test]
    fn part_of_a_longer_name_is_no_mention() {
        assert!(alone("小田原市立病院と箱根町が", "箱根町"));
        assert!(alone("ほうあんふじと太陽の門が", "ほうあんふじ"));
        assert!(!alone("厚木市立病院では", "厚木市"));
        assert!(!alone("大和市医師会", "和市"));
        assert!(!alone("箱根町健康づくり課", "箱根町"));
    }
}
