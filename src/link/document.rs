//! Stage: every name of a document becomes an organization, or stays open.

use std::collections::HashMap;

use super::context::{Context, DocumentName, Standing, Surroundings};
use super::mentions;
use super::resolution::{Resolution, Spot, Support};
use super::resolve::resolve;
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::model::{
    Candidates, Classification, Document, Evidence, Method, Opinion, Organization, Party, PartyCell, Positions,
    Section, Status,
};
use crate::text::Text;

/// One label and what was found for it.
struct Known {
    resolution: Resolution,
    evidence: Vec<Evidence>,
}

/// Resolves the labels of all parties and cells, lists the organizations, and finds where texts mention them.
pub(crate) fn link(document: &mut Document, register: &Register, ledger: &Ledger, findings: &mut Vec<Finding>) {
    let known = resolve_all(document, register, ledger);
    let mut listed = Listed::default();
    each_opinion_mut(&mut document.sections, &mut |opinion| {
        for party in opinion.attribution.iter_mut().flat_map(|attribution| &mut attribution.parties) {
            if let Some(found) = known.get(&party.label).filter(|_| names_organization(party)) {
                listed.take(&party.label, &party.spans, found, ledger, findings);
                found.party(party);
            }
        }
    });
    for cell in document.items.iter_mut().flat_map(|item| item.lead.iter_mut().chain(&mut item.cooperating)) {
        if let Some(found) = known.get(&cell.label) {
            listed.take(&cell.label, &cell.spans, found, ledger, findings);
            found.cell(cell);
        }
    }
    document.organizations = listed.organizations;
    mentions::mark(document, register, &listed.by_label, ledger);
}

/// What the document tells about each distinct label.
fn resolve_all(document: &Document, register: &Register, ledger: &Ledger) -> HashMap<String, Known> {
    let places = places(document);
    let leaves = texts(document);
    let names: Vec<DocumentName> =
        places.iter().map(|(text, standing, _)| DocumentName { text, standing: *standing }).collect();
    let texts: Vec<&str> = leaves.iter().map(|(text, _)| *text).collect();
    let meeting = document.meeting.as_ref();
    let region = meeting.and_then(|meeting| meeting.region.as_deref());
    let region = region.or(document.plan.as_ref().and_then(|plan| plan.region.as_deref()));
    let cx = Context::new(Surroundings {
        title: document.title.as_ref().map_or("", |title| &title.text),
        region,
        date: meeting.and_then(|meeting| meeting.date.as_deref()),
        names: &names,
        texts: &texts,
        register,
    });
    let title = document.title.as_ref().map(|title| &title.spans);
    let position = |spot: &Spot| match spot {
        Spot::Name(at) => places.get(*at).map(|(_, _, spans)| (*spans).clone()),
        Spot::Text { piece, range } => leaves.get(*piece).map(|(_, spans)| within(spans, range.clone(), ledger)),
        Spot::Title(range) => title.map(|spans| within(spans, range.clone(), ledger)),
    };
    let mut known: HashMap<String, Known> = HashMap::new();
    for (label, _, _) in &places {
        if !known.contains_key(*label) {
            let resolution = resolve(label, &cx);
            let evidence = resolution.evidence.iter().map(|support| evidence(support, &position)).collect();
            known.insert((*label).to_owned(), Known { resolution, evidence });
        }
    }
    known
}

fn evidence(support: &Support, position: &impl Fn(&Spot) -> Option<Positions>) -> Evidence {
    Evidence {
        rule: support.rule.as_deref().map(str::to_owned),
        register: support.register.clone(),
        at: support.at.as_ref().and_then(position).unwrap_or_default(),
    }
}

/// The positions of a range of bytes in the normal form of a leaf.
pub(super) fn within(leaf: &Positions, range: std::ops::Range<usize>, ledger: &Ledger) -> Positions {
    let text = Text::of(ledger.text(), &ledger.spans(leaf));
    ledger.positions(&text.spans(range, ledger.text()))
}

/// A party that stands in the text and is neither a person nor a role.
fn names_organization(party: &Party) -> bool {
    !party.spans.is_empty() && party.person.is_none() && party.role.is_none()
}

/// Every place where an organization is named, in order.
fn places(document: &Document) -> Vec<(&str, Standing, &Positions)> {
    let mut places = Vec::new();
    each_opinion(&document.sections, &mut |opinion| {
        let parties = opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
        places.extend(
            parties
                .filter(|party| names_organization(party))
                .map(|party| (party.label.as_str(), Standing::Speaker, &party.spans)),
        );
    });
    let cells = document.items.iter().flat_map(|item| item.lead.iter().chain(&item.cooperating));
    places.extend(cells.map(|cell| (cell.label.as_str(), Standing::Column, &cell.spans)));
    places
}

/// Every running text.
fn texts(document: &Document) -> Vec<(&str, &Positions)> {
    let mut texts: Vec<(&str, &Positions)> = Vec::new();
    notes(&document.sections, &mut texts);
    for item in &document.items {
        texts.extend(item.content.iter().chain(&item.notes).map(|cell| (cell.text.as_str(), &cell.spans)));
    }
    texts
}

fn notes<'d>(sections: &'d [Section], texts: &mut Vec<(&'d str, &'d Positions)>) {
    for section in sections {
        texts.extend(section.notes.iter().map(|note| (note.text.as_str(), &note.spans)));
        texts.extend(section.opinions.iter().map(|opinion| (opinion.text.as_str(), &opinion.spans)));
        notes(&section.sections, texts);
    }
}

pub(super) fn each_opinion<'d>(sections: &'d [Section], visit: &mut impl FnMut(&'d Opinion)) {
    for section in sections {
        section.opinions.iter().for_each(&mut *visit);
        each_opinion(&section.sections, visit);
    }
}

pub(super) fn each_opinion_mut(sections: &mut [Section], visit: &mut impl FnMut(&mut Opinion)) {
    for section in sections {
        section.opinions.iter_mut().for_each(&mut *visit);
        each_opinion_mut(&mut section.sections, visit);
    }
}

impl Known {
    fn id(&self) -> Option<String> {
        self.resolution.organization.as_ref().map(|organization| organization.id.clone())
    }

    fn candidates(&self) -> Candidates {
        self.resolution.candidates.iter().map(|candidate| candidate.id.clone()).collect()
    }

    fn party(&self, party: &mut Party) {
        // A role that stands with a person is the person's; alone it is the party's.
        if party.role.is_none() {
            party.role.clone_from(&self.resolution.role);
        }
        party.organization = self.id();
        party.status = self.resolution.status;
        party.method = self.resolution.method;
        party.evidence.clone_from(&self.evidence);
        party.candidates = self.candidates();
    }

    fn cell(&self, cell: &mut PartyCell) {
        cell.organization = self.id();
        cell.status = self.resolution.status;
        cell.method = self.resolution.method;
        cell.evidence.clone_from(&self.evidence);
        cell.candidates = self.candidates();
    }
}

/// The organizations in order of first appearance.
#[derive(Default)]
struct Listed {
    organizations: Vec<Organization>,
    by_id: HashMap<String, usize>,
    /// Each label that has been reported, with the id of its organization where it has one.
    by_label: HashMap<String, Option<String>>,
}

impl Listed {
    fn take(&mut self, label: &str, spans: &Positions, found: &Known, ledger: &Ledger, findings: &mut Vec<Finding>) {
        if self.by_label.contains_key(label) {
            return;
        }
        if let Some(organization) = &found.resolution.organization {
            self.list(label, organization);
        }
        let id = found.id().filter(|_| !is_generic(found));
        self.by_label.insert(label.to_owned(), id);
        let at = || ledger.spans(spans);
        findings.extend(remark(label, found, self).map(|kind| Finding { kind, at: at() }));
    }

    fn list(&mut self, label: &str, organization: &Organization) {
        let next = self.organizations.len();
        let at = *self.by_id.entry(organization.id.clone()).or_insert(next);
        if at == next {
            self.organizations.push(organization.clone());
        }
        let listed = &mut self.organizations[at];
        if listed.name != label && !listed.other_names.iter().any(|name| name == label) {
            listed.other_names.push(label.to_owned());
        }
    }
}

fn is_generic(found: &Known) -> bool {
    found.resolution.organization.as_ref().is_some_and(|one| one.classification == Classification::Generic)
}

/// What a reader should know of a label, once.
fn remark(label: &str, found: &Known, listed: &Listed) -> Option<FindingKind> {
    let label = label.to_owned();
    match (found.resolution.status, found.resolution.method) {
        (Status::Ambiguous, _) => {
            let candidates = found.resolution.candidates.iter().map(|candidate| candidate.name.clone()).collect();
            Some(FindingKind::AmbiguousOrganization { label, candidates })
        }
        (Status::Unregistered, _) => Some(FindingKind::UnregisteredOrganization { label }),
        (Status::Resolved, Some(Method::Variant)) => {
            let other = found.id().and_then(|id| listed.spelling(&id, &label))?;
            Some(FindingKind::VariantSpelling { label, other })
        }
        (Status::Resolved | Status::Unknown, _) => None,
    }
}

impl Listed {
    /// Another spelling of the same organization in this document.
    fn spelling(&self, id: &str, label: &str) -> Option<String> {
        let others = self.by_label.iter().filter(|(_, known)| known.as_deref() == Some(id)).map(|(name, _)| name);
        others.filter(|name| name.as_str() != label).min().cloned().or_else(|| {
            let listed = &self.organizations[*self.by_id.get(id)?];
            (listed.name != label).then(|| listed.name.clone())
        })
    }
}
