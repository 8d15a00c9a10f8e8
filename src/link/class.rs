//! What a label is by itself, wherever it stands: the form of a name, a role, a group, a phrase.

use super::shape::Shape;
use crate::lexicon::brackets::{self, is_hiragana, is_kanji, is_katakana};
use crate::lexicon::groups::{self, Group};
use crate::model::Classification;

/// What a label is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// In the document's names or a register.
    Known,
    /// 厚木市, 小田原市健康づくり課, 座間養護学校: a place and a form.
    PlaceAndForm,
    /// うわまち病院: a body and a plain form.
    Form,
    /// 医師会, 市立病院: a form without a name.
    BareForm,
    /// 小田原養護: a place and more.
    PlaceAndMore,
    /// 事務局, 座長.
    Role,
    /// ひまわりの家: may be.
    WeakForm,
    /// 行政, 保護者.
    Generic,
    /// 県.
    Government,
    /// たんぽぽ, ドリームハウス, 太陽の門.
    Nickname,
    /// 小田原: a place alone may be a place.
    Place,
    /// 花みずき: nouns, it seems, of more than one script.
    Nouns,
    /// 概算, 努力義務: kanji only, as most words that remark on a text are.
    Word,
    /// 役割分担, 医療的ケア児: an end that names no organization.
    Ending(&'static str),
    /// 約20名, 以下「連絡会」という.
    Refused(&'static str),
}

impl Class {
    /// What `label`, one party of a bracket, is; `known` where the document's names or a register have it.
    pub fn of(label: &str, known: bool) -> Class {
        joined(label, known)
    }

    pub fn weight(self) -> i32 {
        match self {
            Class::Known => 6,
            Class::PlaceAndForm => 5,
            Class::Form => 4,
            Class::BareForm | Class::PlaceAndMore | Class::Role => 3,
            Class::WeakForm | Class::Generic | Class::Government | Class::Nickname => 2,
            Class::Place => 1,
            Class::Nouns => 0,
            Class::Word => -4,
            Class::Ending(_) => -6,
            Class::Refused(_) => super::judge::REFUSED,
        }
    }

    pub fn reason(self) -> &'static str {
        match self {
            Class::Known => "label.known",
            Class::PlaceAndForm => "form.place",
            Class::Form => "form.plain",
            Class::BareForm => "form.bare",
            Class::PlaceAndMore => "label.place-and-more",
            Class::Role => "label.role",
            Class::WeakForm => "form.weak",
            Class::Generic => "label.generic",
            Class::Government => "label.government",
            Class::Nickname => "label.nickname",
            Class::Place => "label.place",
            Class::Nouns => "label.nouns",
            Class::Word => "label.word",
            Class::Ending(reason) | Class::Refused(reason) => reason,
        }
    }

    /// Whether its morphemes may tell more.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Class::Nickname | Class::Nouns | Class::Word)
    }

    /// Whether the label says so little that its place in the text must help.
    pub fn is_weak(self) -> bool {
        self.weight() <= 3
    }
}

/// A longer label without a plain form is a phrase: 「緊急預かり後の入院期間によってはほかの施設へ」.
const LONGEST_NAME: usize = 20;

/// Two names may be joined by ・ though neither is plainly one: 若草の里・ゆずりは.
fn joined(label: &str, known: bool) -> Class {
    let whole = class_of(label, known);
    if !label.contains('・') && !known {
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
    if let Some(reason) = brackets::exact(label).or_else(|| brackets::within(label)) {
        return Class::Refused(reason);
    }
    if shape.place.as_ref().is_some_and(|place| place.full) && names_people(shape.rest) {
        return Class::PlaceAndForm;
    }
    if let Some(group) = groups::of(label) {
        return match group {
            Group::Generic => Class::Generic,
            Group::Role => Class::Role,
            Group::Government => Class::Government,
        };
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

/// In characters.
const LONGEST_PEOPLE: usize = 50;

/// 保健師 of 松本市保健師, 会長 of 松本市医師会会長, 健康づくり課長 of 松本市健康づくり課長.
fn names_people(rest: &str) -> bool {
    let plain = |office: &str| office.is_empty() || Shape::of(office).form.is_some_and(|form| form.plain);
    let people = |word: &str| matches!(groups::of(word), Some(Group::Generic | Group::Role));
    // No word for people is longer, and a label may be as long as a document.
    let near = rest.char_indices().rev().nth(LONGEST_PEOPLE).map_or(0, |(at, _)| at);
    let mut splits = rest[near..].char_indices().map(|(at, _)| rest.split_at(near + at));
    rest.strip_suffix('長').is_some_and(|office| !office.is_empty() && plain(office))
        || splits.any(|(office, word)| people(word) && plain(office))
}

/// A name without the unit in brackets behind it: `町立病院（地域連携室）` → `町立病院`.
fn without_unit(label: &str) -> Option<&str> {
    let inside = label.strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    let unit = inside[open..].trim_start_matches(['（', '(']);
    (open > 0 && Shape::of(unit).form.is_some()).then(|| &label[..open])
}

fn by_form(shape: &Shape) -> Option<Class> {
    if shape.head.is_some() && brackets::end(shape.label).is_none() {
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

/// Two to four characters that a place may be called.
fn is_place_name(body: &str) -> bool {
    (2..=4).contains(&body.chars().count()) && body.chars().all(|c| is_kanji(c) || is_hiragana(c) || is_katakana(c))
}

fn by_script(shape: &Shape) -> Class {
    let label = shape.label;
    if label.chars().any(|c| c.is_ascii_digit()) {
        return Class::Ending("amount");
    }
    if brackets::particle(label) {
        return Class::Ending("predicate");
    }
    if OWNED.iter().any(|word| label.starts_with(word)) {
        return Class::PlaceAndMore;
    }
    if is_nickname_with_kind(label) {
        return Class::WeakForm;
    }
    if let Some(reason) = brackets::end(label) {
        return Class::Ending(reason);
    }
    if label.chars().count() > LONGEST_NAME {
        return Class::Ending("label.long");
    }
    match &shape.place {
        Some(place) if shape.rest.is_empty() => {
            return if place.full { Class::PlaceAndForm } else { Class::Place };
        }
        Some(place) if !place.full => return Class::PlaceAndMore,
        Some(_) | None => {}
    }
    match (is_nickname(label), label.chars().all(is_kanji) || is_verb_stem(label)) {
        (true, _) => Class::Nickname,
        (false, true) => Class::Word,
        (false, false) => Class::Nouns,
    }
}

/// Kanji and one kana at the end: 前倒し, 先送り.
fn is_verb_stem(label: &str) -> bool {
    label
        .strip_suffix(['し', 'り', 'い', 'き', 'け', 'え', 'み', 'れ', 'せ', 'げ', 'べ', 'ち', 'め'])
        .is_some_and(|stem| stem.chars().all(is_kanji))
}

/// A name in kana, or two words joined by の: えーる, ドリームハウス, ひなたの丘.
fn is_nickname(label: &str) -> bool {
    let kana = |c: char| is_hiragana(c) || is_katakana(c) || c == '・';
    let joined =
        label.split_once('の').is_some_and(|(left, right)| is_word(left) && is_word(right) && !right.contains('の'));
    label.chars().all(kana) || joined
}

/// 県立こども: what a government owns has a name.
const OWNED: &[&str] = &["県立", "市立", "町立", "村立", "都立", "府立", "道立", "区立", "国立"];

/// A name in hiragana before a word for its kind: なでしこ訪問看護, となん支援.
fn is_nickname_with_kind(label: &str) -> bool {
    let end = label.char_indices().find(|&(_, c)| !is_hiragana(c)).map_or(label.len(), |(at, _)| at);
    let (kana, kind) = label.split_at(end);
    let short_kind = (2..=4).contains(&kind.chars().count()) && kind.chars().all(is_kanji);
    let particle = kana.ends_with(['も', 'は', 'に', 'の', 'を', 'と', 'で', 'が', 'や']);
    kana.chars().count() >= 3 && short_kind && !particle && !brackets::is_common_kana(kana)
}

/// One to five characters that may be a word of a name.
fn is_word(text: &str) -> bool {
    let length = text.chars().count();
    (1..=5).contains(&length) && text.chars().all(|c| is_hiragana(c) || is_katakana(c) || is_kanji(c))
}
