//! Somebody's office named with the organization: 健康づくり課長, 厚木医師会会長, 松本市保健師.

use super::by_form;
use super::context::Context;
use super::resolution::{Resolution, Support};
use super::resolve::certain;
use super::shape::Shape;

/// 健康づくり課長: the head of 健康づくり課; 厚木医師会会長.
pub(super) fn office_holder(label: &str, cx: &Context) -> Option<Resolution> {
    if !label.ends_with(LAST) {
        return None;
    }
    let office =
        |(office, body): &(&'static str, &str)| Some((format!("{}{body}", label.strip_suffix(office)?), *office));
    let alone = |word: &&'static str| Some((label.strip_suffix(word)?.to_owned(), *word));
    let offices = OFFICES.iter().filter_map(office);
    let doubled = OFFICES.iter().map(|(office, _)| office).filter_map(alone);
    let people = PEOPLE.iter().filter_map(alone);
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

/// An office at a name's end, and what of it is the name's: 健康づくり課 of 健康づくり課長.
const OFFICES: &[(&str, &str)] = &[
    ("課長", "課"),
    ("部長", "部"),
    ("室長", "室"),
    ("係長", "係"),
    ("局長", "局"),
    ("所長", "所"),
    ("会長", "会"),
    ("院長", "院"),
    ("校長", "校"),
    ("園長", "園"),
    ("館長", "館"),
    ("署長", "署"),
    ("センター長", "センター"),
    ("施設長", "施設"),
    ("課長補佐", "課"),
];

/// Those who work there.
const PEOPLE: &[&str] =
    &["職員", "担当者", "医師", "保健師", "看護師", "代表", "委員", "理事", "事務局", "相談員", "支援員", "教諭"];

/// With what all of these words end; few labels do.
const LAST: [char; 9] = ['長', '佐', '員', '者', '師', '表', '事', '局', '諭'];

#[test]
fn every_office_ends_as_the_list_of_ends_says() {
    let words = OFFICES.iter().map(|(office, _)| office).chain(PEOPLE);
    assert!(words.into_iter().all(|word| word.ends_with(LAST)));
}
