//! Whom does a label mean? The steps in their order; the first that answers decides, and several answers of one step are an ambiguity.

use super::agree::{by_another_legal_form, from_document_and_aliases};
use super::by_document;
use super::context::Context;
use super::defined::defined;
use super::resolution::{Resolution, Support, organization_of_row, organization_of_shape};
use super::shape::Shape;
use super::written::Written;
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
    None.or_else(|| defined(label, cx))
        .or_else(|| spelt_otherwise(label, cx))
        .or_else(|| certain(&shape, cx))
        .or_else(|| group(&shape, cx))
        .or_else(|| from_document_and_aliases(&shape, cx))
        .or_else(|| by_another_legal_form(label, cx))
        .or_else(|| by_form::full_name(&shape, cx))
        .or_else(|| by_office::office_holder(label, cx))
        .or_else(|| placed_by_region(&shape, cx))
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
pub(super) fn identify(name: &str, cx: &Context) -> Resolution {
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

/// Whether a longer name in the document supports a label.
pub(super) fn is_supported(label: &str, cx: &Context) -> bool {
    if defined(label, cx).is_some() {
        return true;
    }
    let identify = |name: &str| identify(name, cx);
    let (shape, long_forms) = (Shape::of(label), expansions(label));
    let written = Written::of(&shape, &long_forms);
    let is_placed = || !by_document::placed(&written, cx, &identify).is_empty();
    is_placed() || !by_document::abbreviated(&written, cx, &identify).is_empty()
}

/// A row of the register, named with a place of this document and the label: 小田原市立病院 for 市立病院.
fn placed_by_region(shape: &Shape, cx: &Context) -> Option<Resolution> {
    if shape.place.is_some() {
        return None;
    }
    let label = shape.label;
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
    Resolution::unregistered(Organization { parent, ..organization_of_shape(shape) })
}
