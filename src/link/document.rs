//! Stage: every name of a document becomes an organization, or stays open.

use rustc_hash::FxHashMap;

use super::context::{Context, DocumentName, Surroundings};
use super::defined::definition_sign;
use super::ditto::{Last, is_ditto};
use super::leaf::Leaf;
use super::listed::{Known, Listed};
use super::mentions;
use super::places::{body_of, each_opinion_mut, places, texts};
use super::resolution::{Spot, Support};
use crate::classify::speakers::RULE;
use crate::finding::Finding;
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::model::{Document, Evidence, Mention, Organization, Positions};
use crate::span::Span;
use crate::text::normal_form;

/// What was found in a document before anything is written into it.
struct Answers {
    /// For each distinct label.
    labels: FxHashMap<String, Known>,
    /// For each opinion in order, then for each plan item.
    mentions: Vec<Vec<(Mention, Organization)>>,
}

/// Resolves the labels of all parties and cells, lists the organizations, and finds where texts mention them.
///
/// `region` is what the caller knows where the document says none, `left` what no reading has placed.
pub(crate) fn link(
    document: &mut Document,
    register: &Register,
    region: Option<&str>,
    left: &[Span],
    ledger: &Ledger,
    findings: &mut Vec<Finding>,
) {
    let Answers { labels, mentions } = answers(document, register, region, left, ledger);
    let mut listed = Listed::default();
    let mut last = Last::default();
    each_opinion_mut(&mut document.sections, &mut |opinion| {
        let kind = opinion.kind;
        for party in opinion.attribution.iter_mut().flat_map(|attribution| &mut attribution.parties) {
            if is_ditto(&party.label) {
                last.complete(party);
                continue;
            }
            let Some(body) = body_of(party, kind).map(str::to_owned) else { continue };
            if let Some(found) = labels.get(&body) {
                listed.take(&body, &party.spans, found, ledger, findings);
                // Whose the person is says nothing of who the person is.
                if party.person.is_some() {
                    party.organization = found.id();
                    continue;
                }
                // What the heading above shows stays with what the name means.
                let above = std::mem::take(&mut party.evidence);
                found.party(party);
                party.evidence.splice(0..0, above.into_iter().filter(|found| found.rule.as_deref() == Some(RULE)));
            }
        }
        last.follow(opinion);
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
fn answers(
    document: &Document,
    register: &Register,
    known_region: Option<&str>,
    left: &[Span],
    ledger: &Ledger,
) -> Answers {
    let places = places(document);
    let leaves = texts(document);
    let names: Vec<DocumentName> =
        places.iter().map(|(text, standing, _)| DocumentName { text, standing: *standing }).collect();
    // …医師会（以下、医師会） in the head, where nothing else is said of it.
    let sign = |text: &str| text.contains(['＝', '：', '…', '=', ':']) && definition_sign(text).is_some();
    let defining = |span: &Span| span.of(ledger.text()).contains("以下") || sign(span.of(ledger.text()));
    let left: Vec<(String, Span)> =
        left.iter().filter(|span| defining(span)).map(|span| (normal_form(ledger.text(), &[*span]), *span)).collect();
    let texts: Vec<&str> =
        leaves.iter().map(|(text, _)| *text).chain(left.iter().map(|(text, _)| text.as_str())).collect();
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
        Spot::Text { piece, range } => match leaves.get(*piece) {
            Some((text, spans)) => Some(Leaf::new(text, spans, ledger).positions(range.clone(), ledger)),
            None => left.get(*piece - leaves.len()).map(|(text, span)| {
                Leaf::new(text, &ledger.positions(&[*span]), ledger).positions(range.clone(), ledger)
            }),
        },
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
    let said = document.all_opinions();
    let mut mentions: Vec<_> = said.map(|opinion| mentions_of(&opinion.text, &opinion.spans, cx, ledger)).collect();
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
