//! What the document suggests for a label and what the register lists under it, put together: they must agree.

use super::by_attendance;
use super::by_document::{self, Found};
use super::by_register;
use super::context::Context;
use super::resolution::{Candidate, Resolution, Support};
use super::resolve::identify;
use super::shape::Shape;
use super::written::Written;
use crate::lexicon::abbreviations::expansions;
use crate::lexicon::brackets;
use crate::lexicon::register::Row;

/// Longer names in the document, and rows that list the label: they must agree.
pub(super) fn from_document_and_aliases(shape: &Shape, cx: &Context) -> Option<Resolution> {
    let label = shape.label;
    let long_forms = expansions(label);
    let written = Written::of(shape, &long_forms);
    let rows = by_register::aliases(label, cx);
    let identify = |name: &str| identify(name, cx);
    let mut found = by_document::placed(&written, cx, &identify);
    if found.is_empty() {
        found = by_document::abbreviated(&written, cx, &identify);
    }
    if found.is_empty() {
        found = by_attendance::attending(&written, cx, &identify);
    }
    match (rows.as_slice(), found.as_slice()) {
        ([], []) => None,
        ([row], []) => Some(by_register::by_alias(label, row)),
        (rows, []) => Some(in_document(rows, label, cx).unwrap_or_else(|| by_register::several(rows))),
        ([], found) => Some(decide(found, cx)),
        (rows, found) => Some(agree(label, rows, found)),
    }
}

/// NPO法人あおい森 for （特非）あおい森.
pub(super) fn by_another_legal_form(label: &str, cx: &Context) -> Option<Resolution> {
    let shape = Shape::of(brackets::legal_form(label)?);
    let long_forms = expansions(shape.label);
    let mut found = by_document::placed(&Written::of(&shape, &long_forms), cx, &|name: &str| identify(name, cx));
    let itself = |found: &Found| found.resolution.organization.as_ref().is_some_and(|one| one.name == label);
    found.retain(|found| !itself(found));
    (!found.is_empty()).then(|| decide(&found, cx))
}

/// Of several rows that claim a label, the one whose own name the document has.
fn in_document(rows: &[&Row], label: &str, cx: &Context) -> Option<Resolution> {
    let named: Vec<_> = rows
        .iter()
        .filter_map(|row| cx.names().find(|name| name.shape.label == row.name).map(|name| (row, name)))
        .collect();
    let [(row, name)] = named.as_slice() else { return None };
    let mut resolution = by_register::by_alias(label, row);
    resolution.evidence.push(Support::rule("context.document-name").at(Some(name.spot.clone())));
    Some(resolution)
}

/// The register's answer, if the document's names say nothing else.
fn agree(label: &str, rows: &[&Row], found: &[Found]) -> Resolution {
    let same: Vec<_> =
        rows.iter().filter(|row| found.iter().any(|found| found.resolution.id() == Some(&row.id))).collect();
    let others: Vec<_> =
        found.iter().filter(|found| !rows.iter().any(|row| found.resolution.id() == Some(&row.id))).collect();
    match (same.as_slice(), others.as_slice()) {
        ([row], []) => by_register::by_alias(label, row),
        (_, others) => {
            let rows = rows.iter().map(|row| Candidate { id: row.id.clone(), name: row.name.clone() });
            let candidates: Vec<Candidate> = rows.chain(others.iter().flat_map(|found| candidates(found))).collect();
            let evidence = others.iter().flat_map(|found| found.evidence.clone());
            Resolution::ambiguous(candidates, rows_evidence(found, evidence))
        }
    }
}

fn rows_evidence(found: &[Found], evidence: impl Iterator<Item = Support>) -> Vec<Support> {
    let own = found.iter().filter_map(|found| found.resolution.organization.as_ref()?.register.clone());
    own.map(Support::register).chain(evidence).collect()
}

/// One organization that the document suggests, or several.
fn decide(found: &[Found], cx: &Context) -> Resolution {
    let hosted: Vec<&Found> = found.iter().filter(|found| is_of_host(&found.resolution, cx)).collect();
    let chosen: Vec<&Found> = if hosted.len() == 1 { hosted } else { found.iter().collect() };
    match chosen.as_slice() {
        [found] => match &found.resolution.organization {
            Some(organization) => Resolution::resolved(organization.clone(), found.method, with_register(found)),
            None => found.resolution.clone(),
        },
        several => {
            let candidates = several.iter().flat_map(|found| candidates(found)).collect();
            Resolution::ambiguous(candidates, several.iter().flat_map(|found| found.evidence.clone()).collect())
        }
    }
}

/// Whether an organization bears the name of the one government of the title.
fn is_of_host(resolution: &Resolution, cx: &Context) -> bool {
    let Some((host, _)) = &cx.home.sole else { return false };
    resolution.organization.as_ref().is_some_and(|organization| organization.name.starts_with(host.name))
}

fn with_register(found: &Found) -> Vec<Support> {
    let row = found.resolution.organization.as_ref().and_then(|organization| organization.register.clone());
    row.map(Support::register).into_iter().chain(found.evidence.clone()).collect()
}

fn candidates(found: &Found) -> Vec<Candidate> {
    match &found.resolution.organization {
        Some(organization) => vec![Candidate { id: organization.id.clone(), name: organization.name.clone() }],
        None => found.resolution.candidates.clone(),
    }
}
