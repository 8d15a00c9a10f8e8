//! Whom does a label mean? The steps in their order; the first that answers decides, and several answers of one step are an ambiguity.

use super::by_document::{self, Found};
use super::context::Context;
use super::resolution::{
    Candidate, Resolution, Spot, Support, organization_of_government, organization_of_name, organization_of_row,
};
use super::shape::Shape;
use super::{by_form, by_register};
use crate::lexicon::abbreviations::expansions;
use crate::lexicon::brackets;
use crate::lexicon::departments;
use crate::lexicon::forms::{Form, Gives};
use crate::lexicon::groups::{self, Group};
use crate::lexicon::municipalities::{Municipalities, Municipality};
use crate::lexicon::register::Row;
use crate::model::{Classification, Method, Organization, Status};

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
        .or_else(|| office_holder(label, cx))
        .or_else(|| placed_by_region(label, cx))
        .or_else(|| shortened_in_register(label, cx))
        .or_else(|| sure_abbreviation(label, cx))
        .or_else(|| of_host(&shape, cx))
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
        .unwrap_or_else(|| unregistered(&shape, cx))
}

/// A register row of this name, or a municipality.
fn certain(shape: &Shape, cx: &Context) -> Option<Resolution> {
    by_register::name(shape.label, cx).or_else(|| by_form::government(shape, cx))
}

/// An earlier spelling of the same name in this document.
fn spelt_otherwise(label: &str, cx: &Context) -> Option<Resolution> {
    let (name, rules) = by_document::other_spelling(label, cx)?;
    let identified = identify(name.shape.label, cx);
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
        Group::Government => Some(the_government(label, cx).unwrap_or_else(|| Resolution::generic(label))),
    }
}

/// 県 in a document of 神奈川県, 本市 in one of 厚木市.
fn the_government(label: &str, cx: &Context) -> Option<Resolution> {
    let word = label
        .trim_start_matches(['本', '当'])
        .trim_end_matches("役所")
        .trim_end_matches("役場")
        .trim_end_matches('庁')
        .trim_end_matches('側');
    let (row, at) = government_called(word, cx)?;
    let evidence = vec![Support::register(row.id()), Support::rule("context.government").at(at)];
    Some(Resolution::resolved(organization_of_government(row), Method::Context, evidence))
}

/// The government of this document that a word like 県 or 市 means.
fn government_called(word: &str, cx: &Context) -> Option<(&'static Municipality, Option<Spot>)> {
    let host = cx.home.sole.as_ref().map(|(row, range)| (*row, Some(Spot::Title(range.clone()))));
    let city_of_ward =
        |row: &'static Municipality| row.ward_of.and_then(|city| Municipalities::all().by_code(city)).unwrap_or(row);
    match word {
        "県" | "都" | "府" | "道" => {
            cx.home.prefecture_row().filter(|row| row.name.ends_with(word)).map(|row| (row, None))
        }
        "市" => host.map(|(row, at)| (city_of_ward(row), at)).filter(|(row, _)| row.name.ends_with('市')),
        "町" | "村" | "区" => host.filter(|(row, _)| row.name.ends_with(word)),
        _ => None,
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

/// 健康づくり課長: the head of 健康づくり課; 厚木医師会会長.
fn office_holder(label: &str, cx: &Context) -> Option<Resolution> {
    const OFFICES: &[&str] = &[
        "課長",
        "部長",
        "室長",
        "係長",
        "局長",
        "所長",
        "会長",
        "院長",
        "校長",
        "園長",
        "館長",
        "署長",
        "センター長",
        "施設長",
        "課長補佐",
    ];
    const PEOPLE: &[&str] =
        &["職員", "担当者", "医師", "保健師", "看護師", "代表", "委員", "理事", "事務局", "相談員", "支援員", "教諭"];
    let offices = OFFICES.iter().filter_map(|office| {
        let body = office.trim_end_matches("補佐").trim_end_matches('長');
        label.strip_suffix(office).map(|name| (format!("{name}{body}"), *office))
    });
    let doubled = OFFICES.iter().filter_map(|office| label.strip_suffix(office).map(|name| (name.to_owned(), *office)));
    let people = PEOPLE.iter().filter_map(|word| label.strip_suffix(word).map(|name| (name.to_owned(), *word)));
    for (name, role) in offices.chain(doubled).chain(people) {
        let shape = Shape::of(&name);
        if shape.place.is_none() || shape.rest.is_empty() && role.ends_with('長') {
            continue;
        }
        let Some(mut resolution) = certain(&shape, cx).or_else(|| by_form::full_name(&shape, cx)) else { continue };
        resolution.role = Some(role.to_owned());
        resolution.evidence.push(Support::rule("label.office"));
        return Some(resolution);
    }
    None
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

/// A department without its government, in a meeting of one government alone: 健康づくり課, 市教育委員会, 県社協.
fn of_host(shape: &Shape, cx: &Context) -> Option<Resolution> {
    if shape.place.is_some() {
        return None;
    }
    let (full, at) = match shape.label.char_indices().nth(1) {
        Some((second, _)) if shape.label.starts_with(['市', '県', '町', '村', '区', '都', '府', '道']) => {
            // 県西, 市民, 道央: the word goes on.
            let goes_on = [
                '西', '東', '南', '北', '央', '中', '内', '外', '民', '立', '営', '街', '長', '下', '上', '境', '域',
                '界',
            ];
            let (row, at) = government_called(&shape.label[..second], cx).filter(|_| {
                !shape.label[second..].starts_with(goes_on) && !departments::begins_with_word(shape.label)
            })?;
            (format!("{}{}", row.name, &shape.label[second..]), at)
        }
        Some(_) | None => {
            shape.form.filter(|form| form.plain && is_governments(shape.label, form))?;
            let (row, range) = cx.home.sole.as_ref()?;
            (format!("{}{}", super::resolution::full_name(row), shape.label), Some(Spot::Title(range.clone())))
        }
    };
    // A city may have no 市立病院 under that name, or two.
    let owned = Shape::of(&full).place.is_some_and(|place| place.owner);
    let resolution = resolve_full(&full, cx).filter(|resolution| resolution.status == Status::Resolved && !owned)?;
    let evidence = [Support::rule("context.government").at(at)].into_iter().chain(resolution.evidence).collect();
    Some(Resolution::resolved(resolution.organization?, Method::Context, evidence))
}

/// Whether a name without its government can be one of its: its board of education, its council of social welfare, a
/// department by its name.
fn is_governments(label: &str, form: &Form) -> bool {
    let by_law = form.gives == Gives::Region && form.suffix == label;
    let of_board = label.starts_with("教育委員会") || label.starts_with("教委");
    let department = form.classification == Classification::Department && !of_board;
    by_law || form.gives == Gives::Parent && (!department || departments::is_governments(label))
}

fn resolve_full(name: &str, cx: &Context) -> Option<Resolution> {
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
