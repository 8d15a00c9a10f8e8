//! Lines of a list whose words have one plain order: a body, a whole name, and what its bearer is in brackets.

use std::ops::Range;

use crate::attendees::together::words;
use crate::attendees::{Facts, bracket, item};
use crate::lexicon::brackets::{is_hiragana, is_katakana};
use crate::lexicon::roles::{self, Role};
use crate::link::shape::Shape;
use crate::values::person_name::{is_known_name, key};
use crate::verbatim::speaker::Speaker;

/// `青波養護学校　木村健二（会長）`, `松本　隆座長（にじいろ）`, `にじいろ　松本　隆`, `委員　松本　隆　にじいろ`; `as_above` is whether the
/// entry above ends with whose its person is.
pub(super) fn shaped(line: &str, as_above: bool) -> Option<Facts> {
    titled(line).or_else(|| body_in_bracket(line)).or_else(|| kana_behind(line, as_above)).or_else(|| kana_before(line))
}

/// `青波養護学校　木村健二（会長）`: what the bracket behind the name says is the part in the meeting.
fn titled(line: &str) -> Option<Facts> {
    let (own, inside) = bracket::at_end(line)?;
    let part = |role| matches!(role, Role::Chair | Role::Member);
    roles::at_end(&line[inside.clone()]).filter(|(at, role)| *at == 0 && part(*role))?;
    let facts = kana_before(own).or_else(|| body_before(own)).or_else(|| {
        let facts = item::item(own, 0..own.len())?;
        facts.organization.as_ref().is_some_and(|body| body.end < facts.person.start).then_some(facts)
    })?;
    facts.role.is_none().then_some(Facts { role: Some(inside), ..facts })
}

/// `松本　隆座長（にじいろ）`: behind the part in the meeting, whose its bearer is.
fn body_in_bracket(line: &str) -> Option<Facts> {
    let (own, inside) = bracket::at_end(line)?;
    let shape = Shape::of(&line[inside.clone()]);
    let body = is_kana(&line[inside.clone()]) || shape.head.is_some() || shape.form.is_some_and(|form| form.plain);
    let said = Speaker::of(own);
    let (person, role) = said.person.zip(said.role.filter(|_| body))?;
    let known = person.end <= role.start && is_known_name(&own[person.clone()]);
    known.then_some(Facts { person, role: Some(role), organization: Some(inside), proxy: false })
}

/// `青波市　木村　健二`: what is plainly a body, and a whole name.
fn body_before(line: &str) -> Option<Facts> {
    let words = words(line);
    let (body, name) = words.split_first()?;
    let shape = Shape::of(&line[body.clone()]);
    let plain = shape.is_government() || shape.form.is_some_and(|form| form.plain);
    let person = whole_name(line, name)?;
    plain.then(|| Facts { person, role: None, organization: Some(body.clone()), proxy: false })
}

/// `にじいろ　松本　隆`: nobody's family name is written so.
fn kana_before(line: &str) -> Option<Facts> {
    let words = words(line);
    let (body, name) = words.split_first()?;
    let person = whole_name(line, name).filter(|_| is_kana(&line[body.clone()]))?;
    Some(Facts { person, role: None, organization: Some(body.clone()), proxy: false })
}

/// `委員　松本　隆　にじいろ`: a word in kana behind a whole name is no part of it.
fn kana_behind(line: &str, as_above: bool) -> Option<Facts> {
    let words = words(line);
    let (body, rest) = words.split_last().filter(|(body, _)| is_kana(&line[(*body).clone()]))?;
    let role = |word: &&Range<usize>| roles::at_end(&line[(*word).clone()]).is_some_and(|(at, _)| at == 0);
    let role = rest.first().filter(role).cloned();
    let name = &rest[usize::from(role.is_some())..];
    let person = whole_name(line, name)?;
    // 小野寺　さくら: three letters may be a family name that no list has.
    let whole = as_above || name.len() > 1 || line[person.clone()].chars().nth(3).is_some();
    whole.then(|| Facts { person, role, organization: Some(body.clone()), proxy: false })
}

/// The place of a family name and a given one, in one word or two.
fn whole_name(line: &str, words: &[Range<usize>]) -> Option<Range<usize>> {
    let (first, last) = (words.first()?, words.last()?);
    let place = first.start..last.end;
    let name = &line[place.clone()];
    let apart = words.len() == 1 || roles::is_surname(&line[first.clone()]);
    let whole = apart && words.len() <= 2 && is_known_name(name) && !roles::is_surname(&key(name));
    (whole && name.chars().nth(1).is_some()).then_some(place)
}

/// Whether a word of three letters and more is all in kana: `にじいろ`, `コスモス`.
fn is_kana(word: &str) -> bool {
    word.chars().nth(2).is_some() && word.chars().all(|c| is_hiragana(c) || is_katakana(c))
}
