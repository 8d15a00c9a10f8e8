//! Every place of a document that names an organization or may: speakers, cells, the attendee list, running texts.

use super::affiliated::body_and_person;
use super::context::Standing;
use super::ditto::is_ditto;
use crate::classify::speakers::RULE;
use crate::model::{Document, Opinion, OpinionKind, Party, Positions, Section};

/// A party that stands in the text and is neither a person nor a role.
fn names_organization(party: &Party) -> bool {
    let placed = !party.spans.is_empty() || party.evidence.iter().any(|found| found.rule.as_deref() == Some(RULE));
    placed && party.person.is_none() && party.role.is_none()
}

/// The words of a summary's party that name an organization: all of them, or those beside a person, `医師会　鈴木委員`.
pub(super) fn body_of(party: &Party, kind: OpinionKind) -> Option<&str> {
    if names_organization(party) {
        return Some(party.label.as_str()).filter(|label| !is_ditto(label));
    }
    let named = party.person.is_some() || party.role.is_some();
    let beside = named && party.organization.is_none() && kind != OpinionKind::Speech;
    body_and_person(&party.label).filter(|_| beside && !party.spans.is_empty()).map(|(body, _)| body)
}

/// Every place where an organization is named, in order.
pub(super) fn places(document: &Document) -> Vec<(&str, Standing, &Positions)> {
    let mut places: Vec<_> = attending(document).map(|(name, spans)| (name, Standing::Attendee, spans)).collect();
    for opinion in document.all_opinions() {
        let parties = opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
        places
            .extend(parties.filter_map(|party| Some((body_of(party, opinion.kind)?, Standing::Speaker, &party.spans))));
    }
    let cells = document.items.iter().flat_map(|item| item.lead.iter().chain(&item.cooperating));
    places.extend(cells.map(|cell| (cell.label.as_str(), Standing::Column, &cell.spans)));
    places
}

/// The organizations of the attendee list, each with its entry.
fn attending(document: &Document) -> impl Iterator<Item = (&str, &Positions)> {
    let attendees = document.meeting.iter().flat_map(|meeting| &meeting.attendees);
    attendees.filter_map(|attendee| {
        let name = attendee.organization.as_deref()?;
        Some((name.trim_start_matches("org:"), &attendee.spans))
    })
}

/// Every running text.
pub(super) fn texts(document: &Document) -> Vec<(&str, &Positions)> {
    let mut texts: Vec<(&str, &Positions)> = Vec::new();
    for section in document.all_sections() {
        texts.extend(section.notes.iter().map(|note| (note.text.as_str(), &note.spans)));
        texts.extend(section.opinions.iter().map(|opinion| (opinion.text.as_str(), &opinion.spans)));
    }
    for item in &document.items {
        texts.extend(item.content.iter().chain(&item.notes).map(|cell| (cell.text.as_str(), &cell.spans)));
    }
    texts
}

pub(super) fn each_opinion_mut(sections: &mut [Section], visit: &mut impl FnMut(&mut Opinion)) {
    for section in sections {
        section.opinions.iter_mut().for_each(&mut *visit);
        each_opinion_mut(&mut section.sections, visit);
    }
}
