//! Whom does a label mean? The steps in their order; the first that answers decides, and several answers of one step are an ambiguity.

use super::by_document::{self, Found};
use super::context::Context;
use super::resolution::{Candidate, Resolution, Support, organization_of_name, organization_of_row};
use super::shape::Shape;
use super::{by_form, by_host, by_office, by_register};
use crate::lexicon::abbreviations::expansions;
use crate::lexicon::brackets;
use crate::lexicon::forms::Gives;
use crate::lexicon::groups::{self, Group};
use crate::lexicon::register::Row;
use crate::model::{Method, Organization, Status};

/// Resolves a label (one party, in normal form) in its document.
///
/// `市立病院` in a document of 小田原 is 小田原市立病院, by context; `ほうあんふじ` stays a name that no register has;
/// `リハセンター`, which two rows claim, is ambiguous; `行政` is nobody.
pub fn resolve(label: &str, cx: &Context) -> Resolution {
    let label = without_brackets(label.trim());
    let shape = Shape::of(label);
    None.or_else(|| spelt_otherwise(label, cx))
        .or_else(|| certain(&shape, cx))
        .or_else(|| group(&shape, cx))
        .or_else(|| from_document_and_aliases(label, cx))
        .or_else(|| by_form::full_name(&shape, cx))
        .or_else(|| by_office::office_holder(label, cx))
        .or_else(|| placed_by_region(label, cx))
        .or_else(|| shortened_in_register(label, cx))
        .or_else(|| sure_abbreviation(label, cx))
        .or_else(|| by_host::of_host(&shape, cx))
        .unwrap_or_else(|| unregistered(&shape, cx))
}

/// A cell may stand wholly in brackets: （医療型障害児入所施設）.
fn without_brackets(label: &str) -> &str {
    let inside = label.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    inside.filter(|inside| !inside.contains(['（', '(', '）', ')'])).unwrap_or(label)
}

/// What a name is by itself, without the document's other names: for the names that the document suggests.
fn identify(name: &str, cx: &Context) -> Resolution {
    let shape = Shape::of(name);
    let alias = || match by_register::aliases(name, cx).as_slice() {
        [] => None,
        [row] => Some(by_register::by_alias(name, row)),
        rows => Some(by_register::several(rows)),
    };
    certain(&shape, cx)
        .or_else(alias)
        .or_else(|| by_form::full_name(&shape, cx))
        .or_else(|| sure_abbreviation(name, cx))
        .unwrap_or_else(|| unregistered(&shape, cx))
}

/// A register row of this name, or a municipality.
pub(super) fn certain(shape: &Shape, cx: &Context) -> Option<Resolution> {
    by_register::name(shape.label, cx).or_else(|| by_form::government(shape, cx))
}

/// An earlier spelling of the same name in this document.
fn spelt_otherwise(label: &str, cx: &Context) -> Option<Resolution> {
    let (name, rules) = by_document::other_spelling(label, cx)?;
    // The first spelling has no other one before it, so this ends.
    let identified = resolve(name.shape.label, cx);
    let organization = identified.organization.filter(|_| identified.status != Status::Unknown)?;
    if organization.register.is_some() {
        return None;
    }
    let evidence = rules.into_iter().map(|rule| Support::rule(rule).at(Some(name.spot.clone()))).collect();
    Some(Resolution::resolved(organization, Method::Variant, evidence))
}

/// 座長, 行政, 県; 厚木市内の病院.
fn group(shape: &Shape, cx: &Context) -> Option<Resolution> {
    let label = shape.label;
    let several = shape.place.is_some() && shape.form.is_some() && by_form::is_phrase(shape.body());
    if several || shape.place.is_none() && brackets::particle(label) && !label.ends_with('会') {
        return Some(Resolution::generic(label));
    }
    match groups::of(label)? {
        Group::Role => Some(Resolution::role(label)),
        Group::Generic => Some(Resolution::generic(label)),
        Group::Government => Some(by_host::the_government(label, cx).unwrap_or_else(|| Resolution::generic(label))),
    }
}

/// Longer names in the document, and rows that list the label: they must agree.
fn from_document_and_aliases(label: &str, cx: &Context) -> Option<Resolution> {
    let rows = by_register::aliases(label, cx);
    let identify = |name: &str| identify(name, cx);
    let mut found = by_document::placed(label, cx, &identify);
    if found.is_empty() {
        found = by_document::abbreviated(label, cx, &identify);
    }
    match (rows.as_slice(), found.as_slice()) {
        ([], []) => None,
        ([row], []) => Some(by_register::by_alias(label, row)),
        (rows, []) => Some(in_document(rows, label, cx).unwrap_or_else(|| by_register::several(rows))),
        ([], found) => Some(decide(found, cx)),
        (rows, found) => Some(agree(label, rows, found)),
    }
}

/// Whether a longer name in the document supports a label.
pub(super) fn is_supported(label: &str, cx: &Context) -> bool {
    let identify = |name: &str| identify(name, cx);
    !by_document::placed(label, cx, &identify).is_empty() || !by_document::abbreviated(label, cx, &identify).is_empty()
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

/// A row of the register, named with a place of this document and the label: 小田原市立病院 for 市立病院.
fn placed_by_region(label: &str, cx: &Context) -> Option<Resolution> {
    if Shape::of(label).place.is_some() {
        return None;
    }
    let prefecture = cx.home.prefecture_row();
    let mut rows: Vec<&Row> = Vec::new();
    for place in cx.home.municipalities.iter().copied().chain(prefecture) {
        for name in
            [format!("{}{label}", place.name), format!("{}{label}", place.core()), format!("{}立{label}", place.name)]
        {
            let named = cx.around.register.named(&name).map(|(row, _)| row).filter(|row| row.is_valid(cx.around.date));
            rows.extend(named);
        }
    }
    rows.dedup_by_key(|row| row.id.clone());
    match rows.as_slice() {
        [] => None,
        [row] => {
            let evidence = vec![Support::register(&row.id), Support::rule("context.region")];
            Some(Resolution::resolved(organization_of_row(row), Method::Context, evidence))
        }
        rows => Some(by_register::several(rows)),
    }
}

/// A row whose name the label shortens.
fn shortened_in_register(label: &str, cx: &Context) -> Option<Resolution> {
    let found = by_register::shortened(label, cx);
    match found.as_slice() {
        [] => None,
        [row] => {
            let evidence = vec![Support::register(&row.id), Support::rule("abbreviation.alignment")];
            Some(Resolution::resolved(organization_of_row(row), Method::Abbreviation, evidence))
        }
        rows => Some(by_register::several(rows)),
    }
}

/// 小田原養護 can only be 小田原養護学校.
fn sure_abbreviation(label: &str, cx: &Context) -> Option<Resolution> {
    let sure = expansions(label).into_iter().filter(|(_, row)| row.sure);
    let mut long_forms = sure.filter_map(|(long, row)| {
        let shape = Shape::of(&long);
        let resolution = certain(&shape, cx).or_else(|| by_form::full_name(&shape, cx))?;
        Some((resolution, row.short))
    });
    let (resolution, short) = long_forms.next()?;
    if resolution.status != Status::Resolved {
        return Some(resolution);
    }
    let evidence = [Support::rule(format!("abbreviation.{short}"))].into_iter().chain(resolution.evidence).collect();
    Some(Resolution::resolved(resolution.organization?, Method::Abbreviation, evidence))
}

/// What a whole name is, by register, form or sure abbreviation.
pub(super) fn resolve_full(name: &str, cx: &Context) -> Option<Resolution> {
    let shape = Shape::of(name);
    by_register::name(name, cx).or_else(|| by_form::full_name(&shape, cx)).or_else(|| sure_abbreviation(name, cx))
}

/// A name, and nothing more is known; a form may tell its kind and its parent.
fn unregistered(shape: &Shape, cx: &Context) -> Resolution {
    let own = !shape.rest.is_empty() && !by_form::holds_another(shape.body());
    let place = shape.place.as_ref().filter(|place| place.full && own);
    let parent =
        place.filter(|_| shape.form.is_some_and(|form| form.gives == Gives::Parent)).and_then(|place| {
            match cx.home.narrow(&place.rows)[..] {
                [row] => Some(row.id()),
                _ => None,
            }
        });
    Resolution::unregistered(Organization { parent, ..organization_of_name(shape.label) })
}
