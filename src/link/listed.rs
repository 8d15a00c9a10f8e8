//! The organizations of a document, listed label by label, and what was found for each label.

use rustc_hash::FxHashMap;

use super::resolution::Resolution;
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::model::{
    Candidates, Classification, Evidence, Mention, Method, Organization, Party, PartyCell, Positions, Status,
};

/// One label and what was found for it.
pub(super) struct Known {
    pub resolution: Resolution,
    pub evidence: Vec<Evidence>,
    /// How the document spells the same name elsewhere.
    pub other_spelling: Option<String>,
}

impl Known {
    pub fn id(&self) -> Option<String> {
        self.resolution.organization.as_ref().map(|organization| organization.id.clone())
    }

    pub fn candidates(&self) -> Candidates {
        self.resolution.candidates.iter().map(|candidate| candidate.id.clone()).collect()
    }

    pub fn party(&self, party: &mut Party) {
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

    pub fn cell(&self, cell: &mut PartyCell) {
        cell.organization = self.id();
        cell.status = self.resolution.status;
        cell.method = self.resolution.method;
        cell.evidence.clone_from(&self.evidence);
        cell.candidates = self.candidates();
    }
}

/// The organizations of the document, collected label by label.
#[derive(Default)]
pub(super) struct Listed {
    organizations: Vec<Organization>,
    /// Where each is first named.
    first: Vec<usize>,
    by_id: FxHashMap<String, usize>,
    /// Each label that has been reported, with the id of its organization where it has one.
    by_label: FxHashMap<String, Option<String>>,
}

impl Listed {
    pub fn take(
        &mut self,
        label: &str,
        spans: &Positions,
        found: &Known,
        ledger: &Ledger,
        findings: &mut Vec<Finding>,
    ) {
        if self.by_label.contains_key(label) {
            return;
        }
        if let Some(organization) = &found.resolution.organization {
            self.list(label, organization, first(spans));
        }
        let id = found.id().filter(|_| !is_generic(found));
        self.by_label.insert(label.to_owned(), id);
        let at = || ledger.spans(spans);
        findings.extend(remark(label, found, self).map(|kind| Finding { kind, at: at() }));
    }

    /// Lists the organizations of mentions, too.
    pub fn mentioned(&mut self, mentions: Vec<(Mention, Organization)>) -> Vec<Mention> {
        let listed = mentions.into_iter().map(|(mention, organization)| {
            self.list(&mention.label, &organization, first(&mention.at));
            mention
        });
        listed.collect()
    }

    /// The organizations in order of first appearance.
    pub fn in_order(self) -> Vec<Organization> {
        let mut organizations: Vec<(usize, Organization)> = self.first.into_iter().zip(self.organizations).collect();
        organizations.sort_by_key(|(first, _)| *first);
        organizations.into_iter().map(|(_, organization)| organization).collect()
    }

    fn list(&mut self, label: &str, organization: &Organization, first: usize) {
        let next = self.organizations.len();
        let at = *self.by_id.entry(organization.id.clone()).or_insert(next);
        if at == next {
            self.organizations.push(organization.clone());
            self.first.push(first);
        }
        self.first[at] = self.first[at].min(first);
        let listed = &mut self.organizations[at];
        if listed.name != label && !listed.other_names.iter().any(|name| name == label) {
            listed.other_names.push(label.to_owned());
        }
    }

    /// Another spelling of the same organization in this document.
    fn spelling(&self, id: &str, label: &str) -> Option<String> {
        let others = self.by_label.iter().filter(|(_, known)| known.as_deref() == Some(id)).map(|(name, _)| name);
        others.filter(|name| name.as_str() != label).min().cloned().or_else(|| {
            let listed = &self.organizations[*self.by_id.get(id)?];
            (listed.name != label).then(|| listed.name.clone())
        })
    }
}

/// Where positions begin, in the document.
fn first(positions: &Positions) -> usize {
    positions.0.first().map_or(usize::MAX, |[start, _]| *start)
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
        (Status::Resolved, _) => {
            found.other_spelling.clone().map(|other| FindingKind::VariantSpelling { label, other })
        }
        (Status::Unknown, _) => None,
    }
}
