//! The same organization in several documents: by register, code or exact name within a region, never by chance.

use std::collections::HashMap;

use super::facts::{Facts, Named};
use crate::model::{Agreement, Decision, Link, LinkRelation, Reason};

/// Where an organization stands first.
struct Place {
    document: String,
    organization: String,
}

/// Where the collection names each organization first, and each name.
#[derive(Default)]
pub(super) struct Organizations {
    first: HashMap<String, Place>,
    /// The entity that bears a name first.
    by_name: HashMap<String, String>,
}

impl Organizations {
    pub fn learn(&mut self, facts: &Facts) {
        for named in &facts.organizations {
            if !self.first.contains_key(&named.entity) {
                let place = Place { document: facts.id.clone(), organization: named.id.clone() };
                self.first.insert(named.entity.clone(), place);
            }
            if !self.by_name.contains_key(&named.name) {
                self.by_name.insert(named.name.clone(), named.entity.clone());
            }
        }
    }

    pub fn count(&self) -> usize {
        self.first.len()
    }

    /// One link at most for each organization: to its first place, or `nil` to the first that bears the same name.
    pub fn links(&self, facts: &Facts) -> Vec<Link> {
        facts.organizations.iter().filter_map(|named| self.link(facts, named)).collect()
    }

    fn link(&self, facts: &Facts, named: &Named) -> Option<Link> {
        let first = self.first.get(&named.entity)?;
        if first.document != facts.id {
            return Some(link(named, first, Decision::Linked, None, evidence(named, &named.entity)));
        }
        let entity = self.by_name.get(&named.name).filter(|entity| **entity != named.entity)?;
        let other = self.first.get(entity).filter(|place| place.document != facts.id)?;
        let (decision, reason) = compare(&named.entity, entity);
        Some(link(named, other, decision, Some(reason), evidence(named, entity)))
    }
}

/// Two entities of one name.
fn compare(here: &str, there: &str) -> (Decision, Reason) {
    let kind = |entity: &str| match entity.strip_prefix("org:").and_then(|rest| rest.rsplit_once('@')) {
        None => Kind::Registered,
        Some((_, place)) if place.starts_with("document:") => Kind::Nowhere,
        Some(_) => Kind::Region,
    };
    match (kind(here), kind(there)) {
        (Kind::Registered, Kind::Registered) => (Decision::Nil, Reason::OtherOrganization),
        (Kind::Registered, _) | (_, Kind::Registered) => (Decision::Candidate, Reason::OneUnregistered),
        (Kind::Region, Kind::Region) => (Decision::Nil, Reason::OtherRegion),
        (Kind::Nowhere, _) | (Kind::Region, Kind::Nowhere) => (Decision::Nil, Reason::RegionUnknown),
    }
}

/// What an entity's id is built on.
enum Kind {
    Registered,
    Region,
    Nowhere,
}

fn evidence(named: &Named, there: &str) -> Vec<Agreement> {
    vec![Agreement::new("name", &named.name, &named.name), Agreement::new("entity", &named.entity, there)]
}

fn link(named: &Named, place: &Place, decision: Decision, reason: Option<Reason>, evidence: Vec<Agreement>) -> Link {
    Link {
        relation: LinkRelation::SameOrganization,
        from: Some(named.id.clone()),
        number: None,
        document: Some(place.document.clone()),
        to: Some(place.organization.clone()),
        decision,
        reason,
        evidence,
    }
}
