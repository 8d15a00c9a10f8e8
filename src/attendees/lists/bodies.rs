//! Items of a list that name a body and nobody of it: `気象庁、国土地理院、全国知事会`.

use std::ops::Range;

use crate::attendees::{Facts, count};
use crate::lexicon::brackets::{is_hiragana, is_katakana};
use crate::lexicon::groups::{self, Group};
use crate::lexicon::roles;
use crate::link::shape::{Shape, is_short_school};
use crate::span::is_space;

/// Which items are bodies of which nobody is named: `気象庁、国土地理院、全国知事会`.
///
/// A municipality is one in any list, and so is what no person was read from but whose form is plainly a body's; a form that
/// names may have too (たんぽぽの会), and a word without any, only where most of the others are bodies.
pub(super) fn bodies(whole: &str, parts: &[Range<usize>], read: &[Option<Facts>]) -> Vec<bool> {
    let kinds: Vec<Body> = parts.iter().map(|part| Body::of(whole[part.clone()].trim())).collect();
    let count = kinds.iter().filter(|kind| **kind >= Body::Weak).count();
    let plain = kinds.iter().any(|kind| *kind >= Body::Plain);
    let among_bodies = plain && count >= 2 && count * 2 > parts.len();
    let is_body = |(kind, facts): (&Body, &Option<Facts>)| match kind {
        Body::Government => true,
        Body::Plain => {
            let person = |facts: &Facts| Body::of(whole[facts.person.clone()].trim());
            among_bodies || facts.as_ref().is_none_or(|facts| person(facts) == Body::Plain)
        }
        Body::Weak => among_bodies,
        Body::Named => among_bodies && facts.as_ref().is_none_or(|facts| facts.role.is_none()),
        Body::No => false,
    };
    kinds.iter().zip(read).map(is_body).collect()
}

/// How plainly an item names a body; the order is that of strength.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Body {
    /// A role, a person with one, a count: 主任児童委員, 事務局3人.
    No,
    /// A name that may be anybody's: ふれあい立石（家族会）.
    Named,
    /// ピアサポートの会
    Weak,
    /// 立石市障がい福祉課
    Plain,
    /// 立石市
    Government,
}

impl Body {
    fn of(item: &str) -> Body {
        let shape = Shape::of(item);
        let group = groups::of(item) == Some(Group::Generic);
        let role = roles::at_end(item).is_some() && !group;
        let counted = item.ends_with(['名', '人']) || count::names_nobody(item);
        match shape.form.or(shape.head) {
            // 東村 is a village and a family name.
            _ if shape.is_government() && roles::is_surname(item) => Body::Weak,
            _ if shape.is_government() => Body::Government,
            _ if role || counted => Body::No,
            Some(_) if group => Body::Named,
            // …とは学校、児童相談所、警察: no name, so it may be a sentence that stands here.
            Some(form) if form.suffix == item => Body::Weak,
            Some(form) if form.plain && (form.suffix.chars().nth(1).is_some() || !item.contains(is_space)) => {
                Body::Plain
            }
            Some(_) => Body::Weak,
            // 県: whose officials came; 大竹支援: a school.
            None if groups::of(item) == Some(Group::Government) || is_short_school(&shape) => Body::Weak,
            None if group || is_kana(item) => Body::Named,
            None if item.contains(is_space) || !is_long(item) => Body::No,
            None => Body::Named,
        }
    }
}

/// Whether the line end between two items of a list tears a body's name: `善通寺市子ど` and `も未来課`.
pub(super) fn is_torn_body(head: &str, tail: &str) -> bool {
    let (head, tail) = (head.trim(), tail.trim());
    let whole = Body::of(&format!("{head}{tail}"));
    !head.is_empty() && whole >= Body::Plain && Body::of(head) < Body::Plain
}

/// つくし: nobody's family name is written so.
fn is_kana(item: &str) -> bool {
    item.chars().nth(1).is_some() && item.chars().all(|c| is_hiragana(c) || is_katakana(c))
}

/// Whether an item is longer than a family name.
fn is_long(item: &str) -> bool {
    item.chars().nth(4).is_some()
}
