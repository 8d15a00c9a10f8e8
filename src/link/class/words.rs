//! What a label is by the words in it: a known one, a role (座長), a group (行政), people of a place (松本市保健師), or a word
//! that no name has.

use super::Class;
use super::form::by_form;
use super::script::by_script;
use crate::lexicon::brackets::{self, is_katakana};
use crate::lexicon::forms;
use crate::lexicon::groups::{self, Group};
use crate::link::affiliated::body_and_person;
use crate::link::shape::{Shape, is_short_school};
use crate::model::Classification;
use crate::values::titled::titled;

/// Two names may be joined by ・ though neither is plainly one: 若草の里・ゆずりは.
pub(super) fn joined(label: &str, known: bool) -> Class {
    let whole = class_of(label, known);
    if !label.contains('・') && !known {
        return whole;
    }
    if is_weekdays(label) {
        return whole;
    }
    let parts = label.split('・').map(|part| class_of(part, false)).min_by_key(|class| class.weight());
    parts.filter(|parts| whole.weight() < parts.weight()).unwrap_or(whole)
}

fn class_of(label: &str, known: bool) -> Class {
    if let Some(outer) = without_unit(label).filter(|outer| Shape::of(outer).is_plain()) {
        return class_of(outer, known);
    }
    let shape = Shape::of(label);
    if known || shape.is_government() {
        return if known { Class::Known } else { Class::PlaceAndForm };
    }
    if shape.head.is_some_and(|head| head.classification == Classification::Company) && brackets::end(label).is_none() {
        return Class::Form;
    }
    // 釧路市：大野, though what stands before a colon is mostly no name.
    if label.contains(['：', ':']) && is_colleague(label) {
        return Class::Form;
    }
    if let Some(reason) = brackets::exact(label).or_else(|| brackets::within(label)) {
        return Class::Refused(reason);
    }
    if shape.place.as_ref().is_some_and(|place| place.full) && names_people(shape.rest) {
        return Class::PlaceAndForm;
    }
    if is_short_school(&shape) {
        return Class::PlaceAndMore;
    }
    if let Some(group) = groups::of(label) {
        return match group {
            Group::Generic => Class::Generic,
            Group::Role => Class::Role,
            Group::Government => Class::Government,
        };
    }
    if titled(label).is_some() {
        return Class::Role;
    }
    if body_and_person(label).is_some() {
        return Class::Form;
    }
    if is_weekdays(label) {
        return Class::Refused("time");
    }
    if brackets::legal_form(label).is_some_and(|name| name.chars().nth(1).is_some()) {
        return Class::Form;
    }
    if is_head_of_body(label) || speaks_for_body(label) {
        return Class::Role;
    }
    if let Some(reason) = brackets::start(label) {
        return Class::Refused(reason);
    }
    if label.starts_with(|c: char| c.is_ascii_digit()) && !shape.is_plain() {
        return Class::Refused("amount");
    }
    if label.chars().nth(1).is_none() {
        return Class::Refused("label.one-character");
    }
    by_form(&shape).unwrap_or_else(|| by_script(&shape))
}

/// A body and whose family name a colon sets behind it; オブザーバー：大野 is somebody's part.
fn is_colleague(label: &str) -> bool {
    let plain = |body: &str| !body.chars().all(is_katakana);
    body_and_person(label).is_some_and(|(body, person)| person.person.is_some() && plain(body))
}

/// 火・金, 月～金: when, not who.
fn is_weekdays(label: &str) -> bool {
    label.contains(['・', '～', '〜', '-', '－', '、'])
        && label.chars().all(|c| "月火水木金土日祝・～〜-－、".contains(c))
}

/// In characters.
const LONGEST_PEOPLE: usize = 50;

/// 保健師 of 松本市保健師, 会長 of 松本市医師会会長, 健康づくり課長 of 松本市健康づくり課長.
fn names_people(rest: &str) -> bool {
    let may_be_plain = |office: &str| forms::all_at_end(office).any(|form| form.plain);
    let is_plain = |office: &str| may_be_plain(office) && Shape::of(office).form.is_some_and(|form| form.plain);
    let plain = |office: &str| office.is_empty() || is_plain(office);
    let people = |word: &str| matches!(groups::of(word), Some(Group::Generic | Group::Role));
    // No word for people is longer, and a label may be as long as a document.
    let near = rest.char_indices().rev().nth(LONGEST_PEOPLE).map_or(0, |(at, _)| at);
    let mut splits = rest[near..].char_indices().map(|(at, _)| rest.split_at(near + at));
    rest.strip_suffix('長').is_some_and(|office| !office.is_empty() && plain(office))
        || splits.any(|(office, word)| plain(office) && people(word))
}

/// `山際病院長`, `保健所長`: who heads a body.
fn is_head_of_body(label: &str) -> bool {
    label.strip_suffix('長').is_some_and(|body| Shape::of(body).form.is_some_and(|form| form.plain && body.len() > 6))
}

/// `ＰＴＡ代表`, `自治会代表`: whom a body has sent.
fn speaks_for_body(label: &str) -> bool {
    let body = label.strip_suffix("代表").map(|body| body.strip_suffix('の').unwrap_or(body));
    body.filter(|body| body.chars().nth(1).is_some()).is_some_and(|body| match class_of(body, false) {
        Class::PlaceAndForm | Class::Form | Class::BareForm | Class::PlaceAndMore | Class::Role | Class::Generic => {
            true
        }
        Class::Known | Class::WeakForm | Class::Government | Class::Nickname | Class::Place | Class::Nouns => false,
        Class::Word | Class::Ending(_) | Class::Refused(_) => false,
    })
}

/// A name without the unit in brackets behind it: `町立病院（地域連携室）` → `町立病院`.
fn without_unit(label: &str) -> Option<&str> {
    let inside = label.strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    let unit = inside[open..].trim_start_matches(['（', '(']);
    (open > 0 && Shape::of(unit).form.is_some()).then(|| &label[..open])
}
