//! Rows of the register that bear a label as their name or as another one.

use super::by_document::{is_full, shortens};
use super::context::Context;
use super::fit::Fit;
use super::resolution::{Candidate, Resolution, Support, organization_of_row};
use super::shape::{Shape, place_at_start};
use super::written::Written;
use crate::lexicon::abbreviations::expansions;
use crate::lexicon::letters::Letters;
use crate::lexicon::register::{By, Row};
use crate::lexicon::variants;
use crate::model::Method;

/// A row with this name, in any spelling: 小田原市立病院.
pub(super) fn name(label: &str, cx: &Context) -> Option<Resolution> {
    let rows: Vec<&Row> = cx
        .around
        .register
        .named(label)
        .filter(|&(row, by)| by == By::Name && is_meant(row, cx))
        .map(|(row, _)| row)
        .collect();
    match nearest(&rows, cx).as_slice() {
        [] => None,
        [row] => {
            let rules = variants::rules(label, &row.name);
            let method = if rules.is_empty() { Method::Exact } else { Method::Variant };
            let evidence =
                [Support::register(&row.id)].into_iter().chain(rules.into_iter().map(Support::rule)).collect();
            Some(Resolution::resolved(organization_of_row(row), method, evidence))
        }
        rows => Some(several(rows)),
    }
}

/// The rows that list this label among their other names and may be meant here.
pub(super) fn aliases<'r>(label: &str, cx: &Context<'r>) -> Vec<&'r Row> {
    // A label that begins with a place in full says itself where it is, unless the document is at home elsewhere.
    let here = |row: &Row| match cx.fit(row) {
        Fit::Here => !is_bare(label) || cx.fits_closely(row),
        Fit::Open => row.is_valid(cx.around.date) && is_located(label),
        Fit::Elsewhere => false,
    };
    let found = cx.around.register.named(label).filter(|&(row, by)| by == By::OtherName && here(row));
    found.map(|(row, _)| row).collect()
}

/// One row found by another name.
pub(super) fn by_alias(label: &str, row: &Row) -> Resolution {
    let spelt = row.other_names.iter().any(|name| name == label);
    let rules = if spelt {
        Vec::new()
    } else {
        row.other_names
            .iter()
            .map(|name| variants::rules(label, name))
            .find(|rules| !rules.is_empty())
            .unwrap_or_default()
    };
    let evidence = [Support::register(&row.id)].into_iter().chain(rules.into_iter().map(Support::rule)).collect();
    Resolution::resolved(organization_of_row(row), Method::Alias, evidence)
}

/// Several rows of equal standing.
pub(super) fn several(rows: &[&Row]) -> Resolution {
    let candidates = rows.iter().map(|row| Candidate { id: row.id.clone(), name: row.name.clone() }).collect();
    Resolution::ambiguous(candidates, rows.iter().map(|row| Support::register(&row.id)).collect())
}

/// Of several namesakes those of the document's own region, if any are.
fn nearest<'r>(rows: &[&'r Row], cx: &Context) -> Vec<&'r Row> {
    let here: Vec<_> = rows.iter().filter(|row| cx.fits_closely(row)).copied().collect();
    if here.is_empty() { rows.to_vec() } else { here }
}

/// A name that says itself where it is, or of which there is hardly another (a university's), is meant anywhere; any other
/// only where the row's region is the document's.
fn is_meant(row: &Row, cx: &Context) -> bool {
    match cx.fit(row) {
        Fit::Here => !is_bare(&row.name) || cx.fits_closely(row),
        Fit::Open => {
            row.is_valid(cx.around.date) && !is_bare(&row.name) && row.name.chars().count() >= 5
                || is_located(&row.name)
        }
        Fit::Elsewhere => row.is_valid(cx.around.date) && is_unique(&row.name),
    }
}

/// Whether a name begins with a place in full, or is a university's.
fn is_located(name: &str) -> bool {
    place_at_start(name).is_some_and(|place| place.full) || name.contains("大学")
}

/// Whether its place is the only one of that name: 府中市 is two.
fn is_unique(name: &str) -> bool {
    let shape = Shape::of(name);
    shape.place.map_or(name.contains("大学"), |place| place.full && place.rows.len() == 1)
}

/// A form without a name: 市民病院, 医師会, こども病院 is not.
fn is_bare(label: &str) -> bool {
    const LOCATORS: &[&str] = &[
        "市立", "市民", "町立", "町民", "村立", "県立", "県民", "都立", "府立", "道立", "区立", "区民", "国立", "中央",
        "市", "町", "村", "県", "区",
    ];
    let shape = Shape::of(label);
    let body = shape.body();
    shape.place.is_none() && shape.form.is_some() && (body.is_empty() || LOCATORS.contains(&body))
}

/// The rows of this region whose name the label shortens: 県立がん for 神奈川県立がんセンター.
pub(super) fn shortened<'r>(label: &str, cx: &Context<'r>) -> Vec<&'r Row> {
    const OWNERS: &[&str] = &["県立", "市立", "町立", "村立", "都立", "府立", "道立", "区立", "国立"];
    let key = variants::key(label);
    let (shape, long_forms) = (Shape::of(&key), expansions(&key));
    if is_full(&shape) {
        return Vec::new();
    }
    let written = Written::of(&shape, &long_forms);
    let named = OWNERS.iter().find_map(|owner| label.strip_prefix(owner)).unwrap_or(label);
    let mut rows: Vec<&Row> = Vec::new();
    let starting_like = |short| cx.around.register.starting_like(short, cx.home.prefecture);
    let may_be_long = |(_, letters): &(&Row, Letters)| written.may_shorten(*letters);
    for (row, _) in starting_like(label).chain(starting_like(named)).filter(may_be_long) {
        let known = rows.iter().any(|known| known.id == row.id);
        if !known && cx.fit(row) == Fit::Here && shortens(&written, &variants::key(&row.name)) {
            rows.push(row);
        }
    }
    rows
}
