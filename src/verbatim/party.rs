//! The party of a turn: person, role and organization as its head names them.

use rustc_hash::FxHashMap;

use crate::attendees::{Listed, Roster};
use crate::ledger::Ledger;
use crate::lexicon::roles::{self, Role};
use crate::model::{Attribution, Basis, Evidence, Method, Party, Status};
use crate::span::Span;
use crate::values::person_name::key;
use crate::verbatim::legend;
use crate::verbatim::speaker::Speaker;

/// Names the parties of heads; heads recur, so what a head means is remembered.
pub(super) struct Parties<'r> {
    roster: &'r Roster,
    known: FxHashMap<String, Party>,
}

impl<'r> Parties<'r> {
    pub fn new(roster: &'r Roster) -> Self {
        Self { roster, known: FxHashMap::default() }
    }

    /// Whom the document lists.
    pub fn roster(&self) -> &'r Roster {
        self.roster
    }

    /// The attribution of a head. Its spans are placed here.
    pub fn attribution(&mut self, name: &str, speaker: &Speaker, spans: &[Span], ledger: &mut Ledger) -> Attribution {
        // 真壁、五味：…: a party each.
        if spans.len() > 1 && name.matches('、').count() + 1 == spans.len() {
            let each = name.split('、').zip(spans);
            let parties = each.map(|(name, span)| self.one(name, &Speaker::of(name), &[*span], ledger)).collect();
            return Attribution { label: name.to_owned(), parties, basis: None };
        }
        let party = self.one(name, speaker, spans, ledger);
        Attribution { label: name.to_owned(), parties: vec![party], basis: None }
    }

    /// Who a mark stands for, as the legend at `at` says.
    pub fn explained(&mut self, name: &str, speaker: &Speaker, at: Span, ledger: &mut Ledger) -> Attribution {
        let mut party = self.one(name, speaker, &[], ledger);
        let rule = Some(legend::RULE.to_owned());
        party.evidence.push(Evidence { rule, register: None, at: ledger.positions(&[at]) });
        Attribution { label: name.to_owned(), parties: vec![party], basis: Some(Basis::Inferred) }
    }

    /// One party of a head.
    fn one(&mut self, name: &str, speaker: &Speaker, spans: &[Span], ledger: &mut Ledger) -> Party {
        let mut party = match self.known.get(name) {
            Some(party) => party.clone(),
            None => {
                let party = self.party(name, speaker, ledger);
                self.known.insert(name.to_owned(), party.clone());
                party
            }
        };
        party.spans = ledger.place(spans);
        party.lines = ledger.lines(spans);
        party
    }

    fn party(&self, name: &str, speaker: &Speaker, ledger: &Ledger) -> Party {
        let text = |range: &Option<std::ops::Range<usize>>| range.clone().map(|range| name[range].trim().to_owned());
        let mut party = Party {
            label: name.to_owned(),
            spans: crate::model::Positions::default(),
            person: text(&speaker.person),
            role: text(&speaker.role).map(|role| roles::closed_up(&role)),
            organization: None,
            status: Status::Unknown,
            method: None,
            evidence: Vec::new(),
            candidates: Vec::new(),
            lines: None,
        };
        self.resolve(&mut party, ledger);
        party
    }

    /// `矢代市長`, `村上財政課長`: the listed person of that name who holds such an office, and where the office begins.
    fn officer(&self, head: &str) -> (Vec<&'r Listed>, usize) {
        let named = |at: usize| -> Vec<&Listed> {
            let found = self.roster.persons(&head[..at], None);
            found.into_iter().filter(|listed| listed.has_role(&head[at..])).collect()
        };
        // The shortest office first, then what stands before it piece by piece.
        let last = roles::at_end(head).map_or(0, |(at, _)| at);
        let before = head[..last].char_indices().rev().map(|(at, _)| at);
        let mut found = std::iter::once(last).chain(before).filter(|at| *at > 0).map(|at| (named(at), at));
        found.find(|(found, _)| !found.is_empty()).unwrap_or_default()
    }

    /// Parts 岡部会長 as the list does: 岡部 is in it, 岡 is not.
    fn part_at_listed(&self, party: &mut Party) {
        let (Some(person), Some(role)) = (&party.person, &party.role) else { return };
        let first = role.chars().next();
        let Some(at) = first.map(char::len_utf8) else { return };
        let (longer, rest) = (format!("{person}{}", &role[..at]), role[at..].to_owned());
        let titled = roles::at_end(&rest).is_some_and(|(start, _)| start == 0);
        // 岡部会長 where 岡部隆 is listed: 岡 may be a name too, but 岡部 is the longer one.
        let longer_is_name = roles::is_surname(&longer) || self.roster.persons(person, None).is_empty();
        if titled && longer_is_name && !self.roster.persons(&longer, Some(&rest)).is_empty() {
            (party.person, party.role) = (Some(longer), Some(rest));
        }
    }

    /// Says who it is where the attendee list knows exactly one.
    fn resolve(&self, party: &mut Party, ledger: &Ledger) {
        self.part_at_listed(party);
        let found = match (&party.person, &party.role) {
            (Some(person), role) => self.roster.persons(person, role.as_deref()),
            (None, Some(role)) if names_one(role) => match self.roster.holders(role) {
                found if found.is_empty() => {
                    let (found, at) = self.officer(role);
                    // 小林市長: once the person is known, what is left is the role.
                    if found.len() == 1 {
                        party.role = Some(role[at..].to_owned());
                    }
                    found
                }
                found => {
                    // 伊吹山防災大臣: a name that no list of names has, and the office that the list states.
                    if let ([one], Some(at)) = (found.as_slice(), found.first().and_then(|one| one.name_end(role))) {
                        party.person = Some(one.person.clone());
                        party.role = Some(role[at..].to_owned());
                    }
                    found
                }
            },
            (None, Some(_) | None) => return,
        };
        party.status = if party.person.is_some() { Status::Unregistered } else { Status::Unknown };
        match found.as_slice() {
            [] => {}
            [one] => {
                let method = match &party.person {
                    Some(person) if key(person) == key(&one.person) => Method::Exact,
                    Some(_) => Method::Abbreviation,
                    None => Method::Context,
                };
                party.person = Some(one.person.clone());
                party.status = Status::Resolved;
                party.method = Some(method);
                let rule = Some("attendees.list".to_owned());
                party.evidence = vec![Evidence { rule, register: None, at: ledger.positions(&one.at) }];
            }
            several if party.person.is_some() => {
                party.status = Status::Ambiguous;
                party.candidates = several.iter().map(|listed| listed.person.clone()).collect();
            }
            _ => {}
        }
    }
}

/// Whether a role is one that only one person of a meeting has: 会長, 福祉部長, but not 委員.
fn names_one(role: &str) -> bool {
    match roles::at_end(&key(role)) {
        Some((_, Role::Chair | Role::Elected)) => true,
        Some((at, Role::Office)) => at > 0,
        Some((_, Role::Member | Role::Honorific | Role::Desk)) => false,
        None => role.contains('番'),
    }
}

#[cfg(test)]
mod tests {
    use crate::options::Options;

    #[test]
    fn the_listed_name_before_an_office_is_no_part_of_it() {
        let text = "第１回会議 議事要旨\n出席者：\n　議長　久我　総理大臣\n　　　　伊吹山　防災大臣\n　　　　宝生　環境大臣\n\n\
                    ・伊吹山防災大臣から、「使えるようにしたい。」との発言があった。\n・宝生環境大臣から、「公開する。」との発言があった。\n\
                    ・伊吹山防災大臣から、「急ぎたい。」との発言があった。\n";
        let minutes = crate::parse_str(text, &Options::default()).document;
        let opinions = minutes.sections.iter().flat_map(|section| &section.opinions);
        let parties = opinions.flat_map(|opinion| opinion.attribution.iter().flat_map(|named| &named.parties));
        let said: Vec<_> = parties.map(|party| (party.person.as_deref(), party.role.as_deref())).collect();
        let minister = (Some("伊吹山"), Some("防災大臣"));
        assert_eq!(said, [minister, (Some("宝生"), Some("環境大臣")), minister]);
    }
}
