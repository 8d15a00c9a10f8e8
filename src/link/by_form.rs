//! What a name's own form says: 厚木市 is a municipality, 箱根町健康づくり課 a department of 箱根町.

use super::branch::branch;
use super::context::Context;
use super::resolution::{
    Candidate, Resolution, Support, name_with_prefecture, organization_of_government, organization_of_shape,
};
use super::shape::{Place, Rows, Shape};
use crate::lexicon::abbreviations::is_short;
use crate::lexicon::forms::{self, Form, Gives};
use crate::lexicon::municipalities::{Municipalities, Municipality};
use crate::lexicon::variants;
use crate::model::{Classification, Method, Organization};

/// A municipality, ward or prefecture in full: `厚木市`, `神奈川県厚木市`, `青葉区`.
pub(super) fn government(shape: &Shape, cx: &Context) -> Option<Resolution> {
    let place = shape.place.as_ref().filter(|_| shape.is_government())?;
    match &*governments_here(place, cx) {
        [] => None,
        [row] if place.rows.len() == 1 => is_not_elsewhere(row, place, cx).then(|| known_government(row, shape.label)),
        [row] => {
            let evidence = vec![Support::register(row.id()), Support::rule("context.prefecture")];
            Some(Resolution::resolved(organization_of_government(row), Method::Context, evidence))
        }
        rows => Some(Resolution::ambiguous(
            rows.iter().map(|row| candidate(row, "")).collect(),
            vec![Support::rule("name.several-municipalities")],
        )),
    }
}

/// A town or village that lies elsewhere than all that the document is about may be a namesake that no longer exists; a city
/// may be a slip for one that is spelt alike.
fn is_not_elsewhere(row: &Municipality, place: &Place, cx: &Context) -> bool {
    // 広島県府中市 in a document of 東京都.
    if place.written.len() > row.name.len()
        && Municipalities::all().prefecture(row.prefecture()).is_some_and(|own| place.written.starts_with(own.name))
    {
        return true;
    }
    let town = row.name.ends_with(['町', '村']) && place.written == row.name;
    let named_there = || {
        let there =
            |row: &Municipality, other: &Municipality| row.prefecture() == other.prefecture() && row.code != other.code;
        cx.listed()
            .iter()
            .filter_map(|name| name.shape.place.as_ref())
            .any(|place| place.full && place.rows.iter().any(|other| there(row, other)))
    };
    let known = cx.home.prefecture.is_some_and(|digits| digits != row.prefecture());
    !known || (!town || named_there()) && !has_twin(row, cx)
}

/// Whether the document's own prefecture has a government that one spells in the same way: 鹿嶋市 where 鹿島市 is named.
fn has_twin(row: &Municipality, cx: &Context) -> bool {
    let key = variants::key(row.name);
    let same = |other: &&Municipality| other.code != row.code && variants::key(other.name) == key;
    cx.home
        .prefecture
        .is_some_and(|digits| Municipalities::all().in_prefecture(digits).iter().any(|other| same(&other)))
}

fn known_government(row: &Municipality, label: &str) -> Resolution {
    let rules = if label.ends_with(row.name) { Vec::new() } else { variants::rules(label, row.name) };
    let method = if rules.is_empty() { Method::Exact } else { Method::Variant };
    let evidence = [Support::register(row.id())].into_iter().chain(rules.into_iter().map(Support::rule)).collect();
    Resolution::resolved(organization_of_government(row), method, evidence)
}

/// The governments that a place may be, as far as the document narrows them.
fn governments_here(place: &Place, cx: &Context) -> Rows {
    if place.rows.len() == 1 { place.rows.clone() } else { cx.home.narrow(&place.rows).into() }
}

/// One of several governments, or the organization of each that the rest of a name tells: `東京都府中市` + `福祉課`.
fn candidate(row: &Municipality, rest: &str) -> Candidate {
    let name = format!("{}{rest}", name_with_prefecture(row));
    if rest.is_empty() { Candidate { id: row.id(), name } } else { Candidate { id: format!("org:{name}"), name } }
}

/// A full name that tells by its form what it is: 箱根町健康づくり課, 小田原保健福祉事務所, 厚生労働省.
pub(super) fn full_name(shape: &Shape, cx: &Context) -> Option<Resolution> {
    let form = shape.form.filter(|form| form.plain && !is_short(shape.label));
    let Some(place) = &shape.place else {
        return form.and_then(|form| ministry(shape, form)).or_else(|| branch(shape, cx));
    };
    if place.full && matches!(shape.rest, "役所" | "役場" | "庁") {
        return seat(place, cx);
    }
    branch(shape, cx).or_else(|| of_place(shape, form?, place, cx))
}

/// 厚木市役所 is 厚木市.
fn seat(place: &Place, cx: &Context) -> Option<Resolution> {
    let [row] = governments_here(place, cx)[..] else { return None };
    let evidence = vec![Support::rule("form.government-seat"), Support::register(row.id())];
    Some(Resolution::resolved(organization_of_government(row), Method::Alias, evidence))
}

/// A form after a place: what the form gives decides whether the place is the parent.
pub(super) fn of_place(shape: &Shape, form: &'static Form, place: &Place, cx: &Context) -> Option<Resolution> {
    let named = !shape.body().is_empty() || form.suffix.chars().nth(1).is_some();
    let gives_parent = match form.gives {
        Gives::Parent | Gives::Owner if holds_another(shape.body()) => return None,
        Gives::Parent => place.full && named,
        Gives::Owner => place.owner,
        Gives::Region | Gives::Place => {
            return (named && is_one_place(place, cx)).then(|| exact(shape, form, None));
        }
        Gives::Member | Gives::Itself | Gives::Nothing => false,
    };
    if !gives_parent {
        return (place.owner && form.gives == Gives::Nothing).then(|| owned(shape, form, place, cx)).flatten();
    }
    owned(shape, form, place, cx)
}

/// Whether the body names another organization, which stands between the place and the form: 体育協会 in 厚木市体育協会総務課.
pub(super) fn holds_another(body: &str) -> bool {
    let ends = body.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.filter_map(|end| forms::of(&body[..end])).any(|form| {
        form.plain && form.suffix.chars().nth(1).is_some() && form.classification != Classification::Department
    })
}

/// Not a name but words about several: 管内の, 地区の.
pub(super) fn is_phrase(body: &str) -> bool {
    const AROUND: &[&str] = &["内", "管内", "周辺", "近隣", "各", "全", "等", "ほか", "他"];
    body.contains('の') || AROUND.iter().any(|word| body.starts_with(word))
}

/// The organization of the government named before it; ambiguous where that is.
fn owned(shape: &Shape, form: &'static Form, place: &Place, cx: &Context) -> Option<Resolution> {
    match &*governments_here(place, cx) {
        [] => None,
        [row] => Some(exact(shape, form, Some(row))),
        rows => {
            let candidates = rows.iter().map(|row| candidate(row, shape.rest)).collect();
            Some(Resolution::ambiguous(candidates, vec![Support::rule("name.several-municipalities")]))
        }
    }
}

fn exact(shape: &Shape, form: &Form, parent: Option<&Municipality>) -> Resolution {
    let organization = Organization {
        classification: form.classification,
        parent: parent.map(Municipality::id),
        ..organization_of_shape(shape)
    };
    Resolution::resolved(organization, Method::Exact, vec![Support::rule(rule(form, parent))])
}

/// `form.municipal-department` where the parent is known, else the form's own rule.
fn rule(form: &Form, parent: Option<&Municipality>) -> String {
    let kind = form.rule.trim_start_matches("form.");
    match parent {
        Some(row) if row.is_prefecture() => format!("form.prefectural-{kind}"),
        Some(_) => format!("form.municipal-{kind}"),
        None => form.rule.to_owned(),
    }
}

/// Whether all rows of a place lie in one prefecture, or the document tells which.
fn is_one_place(place: &Place, cx: &Context) -> bool {
    let rows = governments_here(place, cx);
    rows.first().is_some_and(|first| rows.iter().all(|row| row.prefecture() == first.prefecture()))
}

/// 厚生労働省, and its departments: 厚生労働省医政局.
fn ministry(shape: &Shape, form: &'static Form) -> Option<Resolution> {
    let label = shape.label;
    if form.classification == Classification::Ministry {
        return (form.suffix == label).then(|| exact(shape, form, None));
    }
    let name = label.char_indices().map(|(at, _)| &label[..at]).filter(|name| name.chars().count() > 2);
    let parent = name.rev().find(|name| {
        forms::exactly(name).is_some_and(|form| form.plain && form.classification == Classification::Ministry)
    })?;
    let department = form.gives == Gives::Parent;
    let organization = Organization {
        classification: form.classification,
        parent: Some(format!("org:{parent}")),
        ..organization_of_shape(shape)
    };
    department
        .then(|| Resolution::resolved(organization, Method::Exact, vec![Support::rule("form.ministry-department")]))
}
