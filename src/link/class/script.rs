//! What a label without a form is by its script: たんぽぽ, ひなたの丘, 概算, 花みずき.

use super::Class;
use crate::lexicon::brackets::{self, is_hiragana, is_kanji, is_katakana};
use crate::link::shape::Shape;

/// A longer label without a plain form is a phrase: 「緊急預かり後の入院期間によってはほかの施設へ」.
const LONGEST_NAME: usize = 20;

pub(super) fn by_script(shape: &Shape) -> Class {
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
