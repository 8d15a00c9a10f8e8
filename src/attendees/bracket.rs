//! What a bracket behind a name says: the body or the office.

use std::ops::Range;

use crate::attendees::Facts;
use crate::attendees::item::{plain, trimmed};
use crate::attendees::remark::{TAKING_PART, is_for_another, says_how};
use crate::lexicon::{forms, roles};
use crate::link::shape::Shape;
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped};
use crate::verbatim::speaker::{Speaker, Strength};

/// What stands before the bracket at a text's end, and the place of what stands in it.
pub(super) fn at_end(text: &str) -> Option<(&str, Range<usize>)> {
    let inside = text.strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    let begin = open + inside[open..].chars().next()?.len_utf8();
    Some((text[..open].trim_end(), begin..inside.len()))
}

/// `鵜飼（帆波システムズ）`, `馬場賢輔 (厚木歯科医師会 会長)`.
pub(super) fn with_bracket(own: &str) -> Option<Facts> {
    let (name, content) = at_end(own)?;
    let shaped = is_known_name(name) || is_name_shaped(&name.replace(is_space, ""));
    let outer = Speaker::of(name).strength;
    let bare = shaped && outer < Strength::Organization || outer == Strength::Named;
    // 渡辺(裕): which 渡辺 it is.
    let inside = &own[content.clone()];
    let one = inside.chars().count() <= 1 && !says_how(inside);
    if one && roles::is_surname(name) && is_name_shaped(inside) {
        return Some(Facts { person: 0..own.len(), role: None, organization: None, proxy: false });
    }
    if !bare || one {
        return None;
    }
    // 野口（欠席）, 牛山委員（オンライン）: how somebody took part is no body.
    if TAKING_PART.iter().any(|word| inside.trim_start().starts_with(word)) {
        return plain(name).or_else(|| {
            shaped.then_some(Facts { person: 0..name.len(), role: None, organization: None, proxy: false })
        });
    }
    if says_how(inside) || is_for_another(inside.trim()) {
        return Some(Facts { person: 0..name.len(), role: None, organization: None, proxy: false });
    }
    let said = Speaker::of(inside);
    let (role, organization) = match (said.strength, last_office(inside).map(|space| content.start + space)) {
        (_, Some(space)) => (Some(space..content.end), Some(content.start..space)),
        (Strength::Role, _) => (Some(content), None),
        _ => (None, Some(content)),
    };
    Some(Facts { person: 0..name.len(), role: role.map(|range| trimmed(own, range)), organization, proxy: false })
}

/// Where the last space of a bracket's text stands if an office is behind it: `厚木医師会 会長`, whose first words are the body.
pub(super) fn last_office(text: &str) -> Option<usize> {
    text.rfind(is_space).filter(|&at| roles::at_end(&text[at..]).is_some())
}

/// Where an office begins behind the name of the body that has it: 会長 of `青波市婦人会会長`, but none of `福祉課長`, `青波市長`.
pub(super) fn office_elsewhere(text: &str) -> Option<usize> {
    let (at, role) = roles::at_end(text).filter(|(at, _)| *at > 0)?;
    let body = text[..at].trim_end();
    let form = forms::of(body)
        .filter(|form| form.plain && form.suffix.chars().nth(1).is_some() && form.suffix.len() < body.len());
    // 株式会社あけぼの交通
    let shape = Shape::of(body);
    let legal = shape.head.is_some_and(|form| form.plain) && body.chars().nth(4).is_some();
    let office =
        !matches!(role, roles::Role::Honorific | roles::Role::Desk | roles::Role::Member) || text[at..] == *"理事";
    let own = (form.is_some() || legal)
        && !shape.is_government()
        && (!body.ends_with(['課', '部', '局', '室', '係']) || body.ends_with("支部"));
    (office && own && !body.contains(['（', '('])).then_some(at)
}

/// `委員 安達 幸男（委員長）`: a bracket that says more of the part in the meeting.
pub(super) fn chair_in_bracket(own: &str, facts: Facts) -> Facts {
    let part = |word: &str, wanted: roles::Role| {
        roles::at_end(&word.replace(is_space, "")).is_some_and(|(at, role)| at == 0 && role == wanted)
    };
    let member = facts.role.clone().is_some_and(|role| part(&own[role], roles::Role::Member));
    let Some((name, content)) = at_end(own).filter(|_| member) else { return facts };
    if facts.person.end <= name.len() && part(&own[content.clone()], roles::Role::Chair) {
        return Facts { role: Some(content), ..facts };
    }
    facts
}
