//! Stage: every name of a document becomes an organization, or stays open.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::context::{Context, DocumentName, Standing, Surroundings};
use super::mentions;
use super::resolution::{Resolution, Spot, Support};
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::model::{
    Candidates, Classification, Document, Evidence, Mention, Method, Opinion, Organization, Party, PartyCell,
    Positions, Section, Status,
};
use crate::text::Text;

/// One label and what was found for it.
struct Known {
    resolution: Resolution,
    evidence: Vec<Evidence>,
    /// How the document spells the same name elsewhere.
    other_spelling: Option<String>,
}

/// What was found in a document before anything is written into it.
struct Answers {
    /// For each distinct label.
    labels: FxHashMap<String, Known>,
    /// For each opinion in order, then for each plan item.
    mentions: Vec<Vec<(Mention, Organization)>>,
}

/// Resolves the labels of all parties and cells, lists the organizations, and finds where texts mention them.
///
/// `region` is what the caller knows where the document says none.
pub(crate) fn link(
    document: &mut Document,
    register: &Register,
    region: Option<&str>,
    ledger: &Ledger,
    findings: &mut Vec<Finding>,
) {
    let Answers { labels, mentions } = answers(document, register, region, ledger);
    let mut listed = Listed::default();
    each_opinion_mut(&mut document.sections, &mut |opinion| {
        for party in opinion.attribution.iter_mut().flat_map(|attribution| &mut attribution.parties) {
            if let Some(found) = labels.get(&party.label).filter(|_| names_organization(party)) {
                listed.take(&party.label, &party.spans, found, ledger, findings);
                found.party(party);
            }
        }
    });
    for cell in document.items.iter_mut().flat_map(|item| item.lead.iter_mut().chain(&mut item.cooperating)) {
        if let Some(found) = labels.get(&cell.label) {
            listed.take(&cell.label, &cell.spans, found, ledger, findings);
            found.cell(cell);
        }
    }
    for attendee in document.meeting.iter_mut().flat_map(|meeting| &mut meeting.attendees) {
        let name = attendee.organization.take().map(|id| id.trim_start_matches("org:").to_owned());
        if let Some((name, found)) = name.and_then(|name| labels.get(&name).map(|found| (name, found))) {
            listed.take(&name, &attendee.spans, found, ledger, findings);
            attendee.organization = found.resolution.organization.as_ref().map(|organization| organization.id.clone());
        }
    }
    let mut mentions = mentions.into_iter();
    let mut next = || mentions.next().unwrap_or_default();
    each_opinion_mut(&mut document.sections, &mut |opinion| opinion.mentions = listed.mentioned(next()));
    for item in &mut document.items {
        item.mentions = listed.mentioned(next());
    }
    document.organizations = listed.in_order();
}

/// What the document tells about each distinct label and each text.
fn answers(document: &Document, register: &Register, known_region: Option<&str>, ledger: &Ledger) -> Answers {
    let places = places(document);
    let leaves = texts(document);
    let names: Vec<DocumentName> =
        places.iter().map(|(text, standing, _)| DocumentName { text, standing: *standing }).collect();
    let texts: Vec<&str> = leaves.iter().map(|(text, _)| *text).collect();
    let meeting = document.meeting.as_ref();
    let region = meeting.and_then(|meeting| meeting.region.as_deref());
    let region = region.or(document.plan.as_ref().and_then(|plan| plan.region.as_deref())).or(known_region);
    let cx = Context::new(Surroundings {
        title: document.title.as_ref().map_or("", |title| &title.text),
        region,
        date: meeting.and_then(|meeting| meeting.date.as_deref()),
        names: &names,
        texts: &texts,
        register,
    });
    let title = document.title.as_ref();
    let position = |spot: &Spot| match spot {
        Spot::Name(at) => places.get(*at).map(|(_, _, spans)| (*spans).clone()),
        Spot::Text { piece, range } => {
            leaves.get(*piece).map(|(text, spans)| Leaf::new(text, spans, ledger).positions(range.clone(), ledger))
        }
        Spot::Title(range) => {
            title.map(|title| Leaf::new(&title.text, &title.spans, ledger).positions(range.clone(), ledger))
        }
    };
    let mut labels: FxHashMap<String, Known> = FxHashMap::default();
    for label in places.iter().map(|(label, _, _)| *label) {
        if !labels.contains_key(label) {
            let resolution = cx.resolve(label);
            let evidence = resolution.evidence.iter().map(|support| evidence(support, &position)).collect();
            let other_spelling = cx.other_spelling(label);
            labels.insert(label.to_owned(), Known { resolution, evidence, other_spelling });
        }
    }
    Answers { labels, mentions: all_mentions(document, &cx, ledger) }
}

/// The mentions of each opinion in order, then of each plan item.
fn all_mentions(document: &Document, cx: &Context, ledger: &Ledger) -> Vec<Vec<(Mention, Organization)>> {
    let mut mentions = Vec::new();
    each_opinion(&document.sections, &mut |opinion| {
        mentions.push(mentions_of(&opinion.text, &opinion.spans, cx, ledger))
    });
    for item in &document.items {
        let cells = item.notes.iter().chain(&item.content);
        mentions.push(cells.flat_map(|cell| mentions_of(&cell.text, &cell.spans, cx, ledger)).collect());
    }
    mentions
}

fn mentions_of(text: &str, spans: &Positions, cx: &Context, ledger: &Ledger) -> Vec<(Mention, Organization)> {
    let found = mentions::mentions(text, cx);
    if found.is_empty() {
        return Vec::new();
    }
    let leaf = Leaf::new(text, spans, ledger);
    let placed = found.into_iter().filter_map(|found| {
        let organization = found.resolution.organization?;
        let label = text[found.range.clone()].to_owned();
        let at = leaf.positions(found.range, ledger);
        Some((Mention { organization: organization.id.clone(), label, at }, organization))
    });
    placed.filter(|(mention, _)| !mention.at.is_empty()).collect()
}

fn evidence(support: &Support, position: &impl Fn(&Spot) -> Option<Positions>) -> Evidence {
    Evidence {
        rule: support.rule.as_deref().map(str::to_owned),
        register: support.register.clone(),
        at: support.at.as_ref().and_then(position).unwrap_or_default(),
    }
}

/// A leaf's text as the output writes it, and the way from there to the source.
struct Leaf<'t> {
    written: &'t str,
    /// The same without the line feeds between paragraphs.
    joined: Text,
    /// Where each paragraph begins, in the written text and in the joined one.
    paragraphs: Vec<(usize, usize)>,
}

impl<'t> Leaf<'t> {
    fn new(written: &'t str, spans: &Positions, ledger: &Ledger) -> Self {
        let joined = Text::of(ledger.text(), &ledger.spans(spans));
        let mut paragraphs = vec![(0, 0)];
        let (mut at, mut to) = (0, 0);
        for paragraph in written.split_inclusive('\n').filter(|paragraph| paragraph.ends_with('\n')) {
            // A line feed is nothing there, or a space between words.
            let spaced = joined.as_str().as_bytes().get(to + paragraph.len() - 1) == Some(&b' ');
            at += paragraph.len();
            to += paragraph.len() - usize::from(!spaced);
            paragraphs.push((at, to));
        }
        Self { written, joined, paragraphs }
    }

    /// The positions of a range of bytes of the written text.
    fn positions(&self, range: Range<usize>, ledger: &Ledger) -> Positions {
        let joined = self.joined_at(range.start)..self.joined_at(range.end);
        match self.joined.as_str().get(joined.clone()) == self.written.get(range) {
            true => ledger.positions(&self.joined.spans(joined, ledger.text())),
            // A name that two paragraphs tear has no place of its own.
            false => Positions::default(),
        }
    }

    /// Where a byte of the written text stands in the joined one.
    fn joined_at(&self, at: usize) -> usize {
        let paragraph = self.paragraphs.partition_point(|(start, _)| *start <= at) - 1;
        let (start, to) = self.paragraphs[paragraph];
        to + at - start
    }
}

/// A party that stands in the text and is neither a person nor a role.
fn names_organization(party: &Party) -> bool {
    !party.spans.is_empty() && party.person.is_none() && party.role.is_none()
}

/// Every place where an organization is named, in order.
fn places(document: &Document) -> Vec<(&str, Standing, &Positions)> {
    let mut places: Vec<_> = attending(document).map(|(name, spans)| (name, Standing::Attendee, spans)).collect();
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

/// The organizations of the attendee list, each with its entry.
fn attending(document: &Document) -> impl Iterator<Item = (&str, &Positions)> {
    let attendees = document.meeting.iter().flat_map(|meeting| &meeting.attendees);
    attendees.filter_map(|attendee| {
        let name = attendee.organization.as_deref()?;
        Some((name.trim_start_matches("org:"), &attendee.spans))
    })
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

/// Where positions begin, in the document.
fn first(positions: &Positions) -> usize {
    positions.0.first().map_or(usize::MAX, |[start, _]| *start)
}

/// The organizations of the document, collected label by label.
#[derive(Default)]
struct Listed {
    organizations: Vec<Organization>,
    /// Where each is first named.
    first: Vec<usize>,
    by_id: FxHashMap<String, usize>,
    /// Each label that has been reported, with the id of its organization where it has one.
    by_label: FxHashMap<String, Option<String>>,
}

impl Listed {
    fn take(&mut self, label: &str, spans: &Positions, found: &Known, ledger: &Ledger, findings: &mut Vec<Finding>) {
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
    fn mentioned(&mut self, mentions: Vec<(Mention, Organization)>) -> Vec<Mention> {
        let listed = mentions.into_iter().map(|(mention, organization)| {
            self.list(&mention.label, &organization, first(&mention.at));
            mention
        });
        listed.collect()
    }

    /// The organizations in order of first appearance.
    fn in_order(self) -> Vec<Organization> {
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
