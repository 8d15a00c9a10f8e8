//! Somebody's office named with the organization: 健康づくり課長, 厚木医師会会長, 松本市保健師.

use super::by_form;
use super::context::Context;
use super::resolution::{Resolution, Support};
use super::resolve::certain;
use super::shape::Shape;

/// 健康づくり課長: the head of 健康づくり課; 厚木医師会会長.
pub(super) fn office_holder(label: &str, cx: &Context) -> Option<Resolution> {
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
