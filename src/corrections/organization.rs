//! This label is that organization.

use std::collections::BTreeSet;

use super::anchor::{Anchor, is_label};
use super::file::Correction;
use super::{Changed, Scene, drop_unused, settle};
use crate::diagnostic::Code;
use crate::lexicon::register::{By, Register, Row};
use crate::model::{
    Basis, Classification, Document, Evidence, Mention, Opinion, Organization, Positions, Section, Status,
};

pub(super) fn apply(
    document: &mut Document,
    scene: &Scene,
    anchor: &Anchor,
    correction: &Correction,
) -> Option<Changed> {
    let at = scene.ledger.positions(&anchor.pieces);
    let target = Target::of(correction, &scene.register)?;
    let place = Place { at, quote: &correction.quote };
    let hit = in_sections(&mut document.sections, &place, &target).or_else(|| in_items(document, &place, &target))?;
    settle(
        document,
        scene,
        anchor,
        &[Code::UnregisteredOrganization, Code::AmbiguousOrganization, Code::UnknownSpeaker],
    );
    target.enter(document);
    drop_unused(document);
    Some(Changed { element: Some(hit.element), was: hit.was, now: Some(target.id) })
}

/// Where the label stands and what it is.
struct Place<'c> {
    at: Positions,
    quote: &'c str,
}

impl Place<'_> {
    /// Whether this label is meant: it stands here and is the quotation, no longer name that contains it.
    fn is(&self, label: &str, spans: &Positions) -> bool {
        spans.0.iter().any(|span| super::touches(&self.at.0, span)) && is_label(self.quote, label)
    }
}

/// The organization that is meant.
struct Target {
    id: String,
    name: String,
    /// Its row, where the register has one.
    row: Option<Row>,
}

struct Hit {
    element: String,
    was: Option<String>,
}

impl Target {
    /// `lg:142107`, or a name, which the register may know; a name that it does not know gives `org:` and the name.
    fn of(correction: &Correction, register: &Register) -> Option<Self> {
        let written = correction.organization.as_deref()?;
        let mut named = register.named(written).filter(|(_, by)| *by == By::Name).map(|(row, _)| row);
        let row = register.by_id(written).or_else(|| named.next().filter(|_| named.next().is_none()));
        let (id, name) = match (row, written.split_once(':')) {
            (Some(row), _) => (row.id.clone(), row.name.clone()),
            (None, Some((_, rest))) => (written.to_owned(), rest.to_owned()),
            (None, None) => (format!("org:{written}"), written.to_owned()),
        };
        Some(Self { id, name: correction.name.clone().unwrap_or(name), row: row.cloned() })
    }

    /// Adds the organization where the document does not have it.
    fn enter(&self, document: &mut Document) {
        if document.organizations.iter().any(|one| one.id == self.id) {
            return;
        }
        let row = self.row.as_ref();
        document.organizations.push(Organization {
            id: self.id.clone(),
            name: self.name.clone(),
            other_names: Vec::new(),
            classification: row.map_or(Classification::Other, |row| row.classification),
            parent: row.and_then(|row| row.parent.clone()),
            region: row.and_then(|row| row.region.clone()),
            identifiers: row.map(|row| row.identifiers.clone()).unwrap_or_default(),
            register: (!self.id.starts_with("org:")).then(|| self.id.clone()),
        });
    }

    fn evidence(&self) -> Vec<Evidence> {
        vec![Evidence { rule: Some("correction".to_owned()), ..Evidence::default() }]
    }
}

fn in_sections(sections: &mut [Section], place: &Place, target: &Target) -> Option<Hit> {
    sections.iter_mut().find_map(|section| {
        let found = section.opinions.iter_mut().find_map(|opinion| in_opinion(opinion, place, target));
        found.or_else(|| in_sections(&mut section.sections, place, target))
    })
}

fn in_opinion(opinion: &mut Opinion, place: &Place, target: &Target) -> Option<Hit> {
    let attribution = opinion.attribution.as_mut()?;
    let party = attribution.parties.iter_mut().find(|party| place.is(&party.label, &party.spans))?;
    let was = party.organization.replace(target.id.clone());
    party.status = Status::Resolved;
    party.method = None;
    party.candidates.clear();
    party.evidence = target.evidence();
    attribution.basis = Some(Basis::Corrected);
    Some(Hit { element: opinion.id.clone(), was })
}

fn in_items(document: &mut Document, place: &Place, target: &Target) -> Option<Hit> {
    for item in &mut document.items {
        for cell in item.lead.iter_mut().chain(&mut item.cooperating) {
            if place.is(&cell.label, &cell.spans) {
                let was = cell.organization.replace(target.id.clone());
                cell.status = Status::Resolved;
                cell.method = None;
                cell.candidates.clear();
                cell.evidence = target.evidence();
                return Some(Hit { element: item.id.clone(), was });
            }
        }
    }
    None
}

/// The ids of all organizations to which something refers, and of their parents.
pub(super) fn used(document: &Document) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let attendees = document.meeting.iter().flat_map(|meeting| &meeting.attendees);
    used.extend(attendees.filter_map(|attendee| attendee.organization.clone()));
    for opinion in document.all_opinions() {
        let parties = opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
        used.extend(parties.filter_map(|party| party.organization.clone()));
        mentioned(&opinion.mentions, &mut used);
    }
    for item in &document.items {
        used.extend(item.lead.iter().chain(&item.cooperating).filter_map(|cell| cell.organization.clone()));
        mentioned(&item.mentions, &mut used);
    }
    let parents =
        document.organizations.iter().filter(|one| used.contains(&one.id)).filter_map(|one| one.parent.clone());
    let parents: Vec<String> = parents.collect();
    used.extend(parents);
    used
}

fn mentioned(mentions: &[Mention], used: &mut BTreeSet<String>) {
    used.extend(mentions.iter().map(|mention| mention.organization.clone()));
}
