//! Is a bracket at the end of a paragraph a speaker? One decision, made of scored reasons.
//!
//! A wrong speaker is worse than none, so a label needs both: nothing that speaks against a name, and enough that speaks for one.

use super::shape::Shape;
use super::split::split_label;
use crate::lexicon::brackets::{self, is_hiragana, is_kanji, is_katakana};
use crate::lexicon::groups::{self, Group};

/// Where a bracket stands: `…が見えにくい（小田原市健康づくり課）`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Position<'a> {
    /// The paragraph's text before the bracket; empty where the bracket stands alone.
    pub before: &'a str,
    /// Nothing but white space follows it in its paragraph.
    pub last_in_paragraph: bool,
    /// How often the same label stands at the end of other paragraphs of the document.
    pub elsewhere: usize,
    /// The share, in percent, of the paragraphs around it (the same region of the document) that end with a bracket.
    pub habit: u8,
    /// The document's own names (attendees, columns, headings) or a register have it.
    pub known: bool,
}

/// What is decided about a bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Speaker,
    NotSpeaker,
    /// Neither is sure: the text stays text.
    Unknown,
}

/// A decision with everything that led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    pub score: i32,
    /// Each reason with its weight, strongest evidence of form first: `("form.place", 5)`.
    pub reasons: Vec<(&'static str, i32)>,
}

/// From here on a label is a speaker.
const SPEAKER: i32 = 5;
/// Down from here it is none.
const NOT_SPEAKER: i32 = 0;
/// The weight of a reason that no support outweighs.
const REFUSED: i32 = -20;

/// Decides whether a bracket's content (in normal form, brackets left out) names who speaks.
///
/// `小田原市健康づくり課` is a speaker anywhere at a paragraph's end; `たんぽぽ` where the document's paragraphs use to end with
/// speakers; `敬称略` never.
pub fn judge(label: &str, position: &Position) -> Judgement {
    let mut reasons = Vec::with_capacity(6);
    let parties: Vec<&str> = split_label(label).into_iter().map(|range| &label[range]).collect();
    if !position.last_in_paragraph {
        reasons.push(("position.inside", REFUSED));
    }
    if label.trim().is_empty() {
        reasons.push(("label.empty", REFUSED));
    }
    if let Some(reason) = brackets::exact(label).filter(|_| !position.known) {
        reasons.push((reason, REFUSED));
    }
    let classes = parties.iter().map(|party| class_of(party, position.known));
    let weakest = classes.min_by_key(|class| class.weight());
    if let Some(class) = weakest {
        reasons.push((class.reason(), class.weight()));
        push_position(position, class.is_weak(), &mut reasons);
    }
    decide(reasons)
}

fn decide(reasons: Vec<(&'static str, i32)>) -> Judgement {
    let score: i32 = reasons.iter().map(|(_, weight)| weight).sum();
    let verdict = if score >= SPEAKER {
        Verdict::Speaker
    } else if score <= NOT_SPEAKER {
        Verdict::NotSpeaker
    } else {
        Verdict::Unknown
    };
    Judgement { verdict, score, reasons }
}

/// What a label is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
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
    fn weight(self) -> i32 {
        match self {
            Class::Known => 6,
            Class::PlaceAndForm => 5,
            Class::Form => 4,
            Class::BareForm | Class::PlaceAndMore | Class::Role => 3,
            Class::WeakForm | Class::Generic | Class::Government | Class::Nickname => 2,
            Class::Place => 1,
            Class::Nouns => 0,
            Class::Word => -2,
            Class::Ending(_) => -6,
            Class::Refused(_) => REFUSED,
        }
    }

    fn reason(self) -> &'static str {
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

    /// Whether the label says so little that its place in the text must help.
    fn is_weak(self) -> bool {
        self.weight() <= 3
    }
}

/// A longer label without a plain form is a phrase: 「緊急預かり後の入院期間によってはほかの施設へ」.
const LONGEST_NAME: usize = 20;

fn class_of(label: &str, known: bool) -> Class {
    if let Some(outer) = without_unit(label).filter(|outer| Shape::of(outer).is_plain()) {
        return class_of(outer, known);
    }
    let shape = Shape::of(label);
    if known || shape.is_government() {
        return if known { Class::Known } else { Class::PlaceAndForm };
    }
    if shape.head.is_some_and(|head| head.classification == "company") && brackets::end(label).is_none() {
        return Class::Form;
    }
    if let Some(reason) = brackets::start(label).or_else(|| brackets::within(label)) {
        return Class::Refused(reason);
    }
    if label.starts_with(|c: char| c.is_ascii_digit()) && !shape.is_plain() {
        return Class::Refused("amount");
    }
    if let Some(group) = groups::of(label) {
        return match group {
            Group::Generic => Class::Generic,
            Group::Role => Class::Role,
            Group::Government => Class::Government,
        };
    }
    if label.chars().nth(1).is_none() {
        return Class::Refused("label.one-character");
    }
    by_form(&shape).unwrap_or_else(|| by_script(&shape))
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
        (false, false, false) if form.classification == "municipality" && !is_place_name(body) => return None,
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
    match (is_nickname(label), label.chars().all(is_kanji)) {
        (true, _) => Class::Nickname,
        (false, true) => Class::Word,
        (false, false) => Class::Nouns,
    }
}

/// A name in kana, or two words joined by の: えーる, ドリームハウス, ひなたの丘.
fn is_nickname(label: &str) -> bool {
    let kana = |c: char| is_hiragana(c) || is_katakana(c) || c == '・';
    let joined =
        label.split_once('の').is_some_and(|(left, right)| is_word(left) && is_word(right) && !right.contains('の'));
    label.chars().all(kana) || joined
}

/// One to five characters that may be a word of a name.
fn is_word(text: &str) -> bool {
    let length = text.chars().count();
    (1..=5).contains(&length) && text.chars().all(|c| is_hiragana(c) || is_katakana(c) || is_kanji(c))
}

fn push_position(position: &Position, weak: bool, reasons: &mut Vec<(&'static str, i32)>) {
    let before = position.before.trim_end();
    if before.is_empty() {
        reasons.push(("position.alone", 2));
    } else if before.ends_with(['。', '．', '！', '？', '!', '?']) {
        reasons.push(("position.after-sentence", 3));
    } else if ends_like_a_sentence(before) {
        reasons.push(("position.after-predicate", 1));
    } else if weak {
        reasons.push(("position.after-noun", -1));
    }
    match position.elsewhere {
        0 => {}
        1 | 2 => reasons.push(("document.elsewhere", 2)),
        3.. => reasons.push(("document.often-elsewhere", 3)),
    }
    match position.habit {
        0..20 => {}
        20..50 => reasons.push(("document.some-brackets", 2)),
        50.. => reasons.push(("document.bracket-habit", 4)),
    }
}

/// Nouns that end an opinion without a verb: 「…による連携が必要」.
const CLOSING_NOUNS: &[&str] = &[
    "必要",
    "可能",
    "重要",
    "大切",
    "困難",
    "課題",
    "曖昧",
    "不明",
    "不足",
    "検討",
    "希望",
    "実施",
    "不可欠",
    "十分",
    "大事",
    "有効",
    "こと",
    "もの",
    "予定",
    "継続",
    "中",
    "状況",
    "状態",
    "不安",
    "心配",
    "大変",
    "問題",
    "効果的",
    "理想",
    "現状",
    "多数",
    "少数",
    "様子",
    "印象",
    "同様",
    "適切",
    "ところ",
    "ため",
    "べき",
    "済み",
    "等",
    "など",
];

/// The last kana of verbs, adjectives and of what follows them: 見えにくい, 集う, いる, した, とよいか.
fn ends_like_a_sentence(before: &str) -> bool {
    before.ends_with([
        'い', 'る', 'た', 'う', 'く', 'す', 'つ', 'む', 'ぬ', 'ぐ', 'ぶ', 'よ', 'ね', 'か', 'ん', 'だ', '」', '』',
    ]) || CLOSING_NOUNS.iter().any(|noun| before.ends_with(noun))
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
