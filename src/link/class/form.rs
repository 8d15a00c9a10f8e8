//! What a label is by the form of its end: 座間養護学校, うわまち病院, 医師会.

use super::Class;
use crate::lexicon::brackets::{self, is_hiragana, is_kanji, is_katakana};
use crate::lexicon::forms::Form;
use crate::link::shape::{Shape, place_at_start};
use crate::model::Classification;

pub(super) fn by_form(shape: &Shape) -> Option<Class> {
    if shape.head.is_some_and(|head| brackets::end(name_behind(shape, head)).is_none()) {
        return Some(Class::Form);
    }
    let form = shape.form?;
    if shape.label.chars().any(|c| c.is_ascii_digit()) && shape.place.is_none() {
        return None;
    }
    let body = shape.body();
    let named = match (form.plain, body.is_empty(), shape.place.is_some()) {
        (true, _, true) => Class::PlaceAndForm,
        (true, false, false) if body.chars().nth(1).is_none() => Class::BareForm,
        (true, false, false) => Class::Form,
        (true, true, false) => Class::BareForm,
        (false, _, true) => Class::PlaceAndMore,
        // 同市, 本町 name no place; 潮見市 may be one that no list has.
        (false, false, false) if form.classification == Classification::Municipality && !is_place_name(body) => {
            return None;
        }
        (false, false, false) => Class::WeakForm,
        (false, true, false) => return None,
    };
    let refused = brackets::end(shape.label).filter(|_| !form.plain);
    Some(refused.map_or(named, Class::Ending))
}

/// たいよう of 放課後等デイサービスたいよう: a name all in kana may end in anything.
fn name_behind<'l>(shape: &Shape<'l>, head: &Form) -> &'l str {
    let behind = shape.rest.find(head.suffix).map_or("", |at| &shape.rest[at + head.suffix.len()..]);
    // ハローワーク八戸: the place is no number of houses.
    if !behind.is_empty() && place_at_start(behind).is_some_and(|place| place.written == behind) {
        return "";
    }
    let kana = !behind.is_empty() && behind.chars().all(|c| is_hiragana(c) || is_katakana(c));
    if kana { behind } else { shape.label }
}

/// Two to four characters that a place may be called.
fn is_place_name(body: &str) -> bool {
    (2..=4).contains(&body.chars().count()) && body.chars().all(|c| is_kanji(c) || is_hiragana(c) || is_katakana(c))
}
