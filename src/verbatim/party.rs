//! The party of a turn: person, role and organization as its head names them.

use rustc_hash::FxHashMap;

use crate::attendees::{Listed, Roster};
use crate::ledger::Ledger;
use crate::lexicon::roles::{self, Role};
use crate::model::{Attribution, Evidence, Method, Party, Status};
use crate::span::Span;
use crate::values::person_name::key;
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

    /// The attribution of a head. Its spans are placed here.
    pub fn attribution(&mut self, name: &str, speaker: &Speaker, spans: &[Span], ledger: &mut Ledger) -> Attribution {
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
        Attribution { label: name.to_owned(), parties: vec![party], basis: None }
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

    /// `矢代市長`: the listed person of that name who holds such an office.
    fn officer(&self, head: &str) -> Vec<&'r Listed> {
        let Some((at, _)) = roles::at_end(head).filter(|(at, _)| *at > 0) else { return Vec::new() };
        let found = self.roster.persons(&head[..at], None);
        found.into_iter().filter(|listed| listed.has_role(&head[at..])).collect()
    }

    /// Says who it is where the attendee list knows exactly one.
    fn resolve(&self, party: &mut Party, ledger: &Ledger) {
        let found = match (&party.person, &party.role) {
            (Some(person), role) => self.roster.persons(person, role.as_deref()),
            (None, Some(role)) if names_one(role) => match self.roster.holders(role) {
                found if found.is_empty() => {
                    let found = self.officer(role);
                    // 小林市長: once the person is known, what is left is the role.
                    if let ([_], Some((at, _))) = (found.as_slice(), roles::at_end(role)) {
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
