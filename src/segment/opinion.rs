//! One opinion: its text, its bullet and brackets, its speaker.

use crate::attribute::{End, Person, Voice};
use crate::classify::speakers;
use crate::element::Element;
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::model::{Attribution, Basis, Evidence, Method, Opinion, OpinionKind, Party, Status};
use crate::span::Span;
use crate::values::titled::Titled;

/// The places of an opinion.
pub(super) struct Parts<'e> {
    pub text: Vec<Span>,
    /// Bullet and brackets.
    marks: Vec<Span>,
    voice: Option<&'e Voice>,
    /// A bracket that may name a speaker.
    doubt: Option<(&'e str, &'e [Span])>,
}

impl<'e> Parts<'e> {
    pub fn of(element: &Element, end: &'e End) -> Self {
        let mut marks = element.marks.clone();
        match end {
            End::Speaker(voice) => {
                marks.extend(&voice.marks);
                Self { text: voice.text.clone(), marks, voice: Some(voice), doubt: None }
            }
            End::Open { label, at } => {
                Self { text: element.text.clone(), marks, voice: None, doubt: Some((label, at)) }
            }
            End::Text | End::Duty(_) => Self { text: element.text.clone(), marks, voice: None, doubt: None },
        }
    }

    fn all(&self) -> Vec<Span> {
        let parties = self.voice.iter().flat_map(|voice| &voice.parties);
        let named = parties.flat_map(|party| &party.spans);
        self.text.iter().chain(&self.marks).chain(named).copied().collect()
    }
}

/// Places an opinion and says whether it names nobody.
pub(super) fn opinion(
    id: String,
    kind: OpinionKind,
    parts: &Parts,
    ledger: &mut Ledger,
    findings: &mut Vec<Finding>,
) -> Opinion {
    let passage = ledger.passage(&parts.text);
    let lines = ledger.lines(&parts.all()).unwrap_or(passage.lines);
    if parts.voice.is_none() {
        findings.push(Finding { kind: FindingKind::UnattributedOpinion, at: parts.text.clone() });
    }
    if let Some((label, at)) = parts.doubt {
        findings.push(Finding { kind: FindingKind::UnknownSpeaker { label: label.to_owned() }, at: at.to_vec() });
    }
    Opinion {
        id,
        kind,
        text: passage.text,
        spans: passage.spans,
        marks: ledger.place(&parts.marks),
        detached: false,
        lines,
        attribution: parts.voice.map(|voice| attribution(voice, ledger)),
        paragraphs: None,
        replies_to: None,
        mentions: Vec::new(),
    }
}

/// The label and its parties; who an organization is, is for `link` to say.
pub(crate) fn attribution(voice: &Voice, ledger: &mut Ledger) -> Attribution {
    let parties = voice.parties.iter().map(|named| {
        let party = Party {
            label: named.label.clone(),
            spans: ledger.place(&named.spans),
            person: named.titled.as_ref().and_then(|titled| titled.person.clone()),
            role: named.titled.as_ref().map(|titled| titled.role.clone()).filter(|role| !role.is_empty()),
            organization: None,
            status: status_of(named.titled.as_ref()),
            method: None,
            evidence: Vec::new(),
            candidates: Vec::new(),
            lines: ledger.lines(&named.spans),
        };
        let mut party = match &named.person {
            Some(person) => of_person(party, person, ledger),
            None => party,
        };
        if !voice.heading.is_empty() {
            let rule = Some(speakers::RULE.to_owned());
            party.evidence.push(Evidence { rule, register: None, at: ledger.positions(&voice.heading) });
        }
        party
    });
    let basis = (!voice.heading.is_empty()).then_some(Basis::Inferred);
    Attribution { parties: parties.collect(), label: voice.label.clone(), basis }
}

/// 山田委員 is plainly a name, nowhere known; A委員 names nobody.
fn status_of(titled: Option<&Titled>) -> Status {
    let named = titled.is_some_and(|titled| titled.person.is_some());
    if named { Status::Unregistered } else { Status::Unknown }
}

/// A party that the attendee list knows.
fn of_person(party: Party, person: &Person, ledger: &Ledger) -> Party {
    let person_name = Some(person.name.clone());
    if !person.candidates.is_empty() {
        let candidates = person.candidates.clone();
        return Party { person: person_name, status: Status::Ambiguous, candidates, ..party };
    }
    let method = Some(if person.exact { Method::Exact } else { Method::Abbreviation });
    let rule = Some("attendees.list".to_owned());
    let evidence = vec![Evidence { rule, register: None, at: ledger.positions(&person.at) }];
    Party { person: person_name, status: Status::Resolved, method, evidence, ..party }
}
