//! A head without brackets: `雨宮委員長`, `植竹 貴副区長`, `４番`, `小田切`.

use std::ops::Range;

use super::titled::before_role;
use super::{Speaker, Strength};
use crate::lexicon::forms;
use crate::lexicon::roles::{self, Role};
use crate::link::shape::Shape;
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped};

/// A head without brackets, its spaces of no meaning: `雨宮委員長`, `植竹 貴副区長`, `４番`, `小田切`.
pub(super) fn one_word(text: &str, range: Range<usize>) -> Speaker {
    let own = &text[range.clone()];
    if own.chars().all(|c| !is_space(c)) {
        return word(own).shifted(range.start);
    }
    // 加賀美委員長 それは市長: a whole head, and what its holder says.
    let first = own.split(is_space).next().unwrap_or_default();
    let whole = word(first);
    if whole.role.is_some_and(|role| role.end == first.len()) && whole.person.is_some() {
        return Speaker::NOBODY;
    }
    let places: Vec<usize> =
        own.char_indices().filter(|(_, c)| !is_space(*c)).flat_map(|(at, c)| at..at + c.len_utf8()).collect();
    let joined = own.replace(is_space, "");
    let end = |at: usize| places.get(at.wrapping_sub(1)).map_or(0, |place| place + 1);
    let back = |part: Range<usize>| places[part.start] + range.start..end(part.end) + range.start;
    let said = word(&joined);
    let two_part = own.split(is_space).filter(|part| part.chars().count() > 0).count() == 2;
    let strength = match said.strength {
        Strength::Possible if two_part && is_name_shaped(&joined) => Strength::Possible,
        other => other,
    };
    Speaker {
        strength,
        person: said.person.map(back),
        role: said.role.map(back),
        organization: said.organization.map(back),
    }
}

/// One word without spaces.
pub(super) fn word(text: &str) -> Speaker {
    if let Some(said) = numbered(text) {
        return said;
    }
    // ○○委員, △△△△: whose name was left out.
    let named = text.trim_start_matches(['○', '〇', '◯', '●', '◎', '△', '▲', '□', '■', '×']);
    if text[..text.len() - named.len()].chars().nth(1).is_some() {
        let role = roles::at_end(named).filter(|(at, _)| *at == 0).map(|_| text.len() - named.len()..text.len());
        return if named.is_empty() || role.is_some() {
            Speaker { role, ..Speaker::with(Strength::Role) }
        } else {
            Speaker::NOBODY
        };
    }
    if let Some((at, role)) = roles::at_end(text) {
        let (at, role) = behind_family(text, at).unwrap_or((at, role));
        return before_role(text, at, role);
    }
    if roles::is_heading(text) {
        return Speaker::NOBODY;
    }
    // 町民A, 委員1: a letter tells those of one role apart.
    let bare = text.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    if (1..=2).contains(&(text.len() - bare.len()))
        && roles::at_end(bare).is_some_and(|(at, role)| at == 0 && role != Role::Honorific)
    {
        return Speaker { role: Some(0..text.len()), ..Speaker::with(Strength::Role) };
    }
    // 海老名市医師会, 岡山市: 海老名 and 岡山 are family names too.
    if is_known_name(text) && !is_plain_body(text) {
        return Speaker { person: Some(0..text.len()), ..Speaker::with(Strength::Named) };
    }
    if is_plain_body(text) || is_body(text) {
        return Speaker { organization: Some(0..text.len()), ..Speaker::with(Strength::Organization) };
    }
    if is_name_shaped(text) && text.chars().count() <= 6 && !roles::begins_department(text) && !text.contains('の') {
        return Speaker { person: Some(0..text.len()), ..Speaker::with(Strength::Possible) };
    }
    Speaker::NOBODY
}

/// Where the role begins if the longest one took the end of a family name: 服部会長 is the chair 服部, and nobody is called 服.
fn behind_family(text: &str, at: usize) -> Option<(usize, Role)> {
    let next = at + text[at..].chars().next()?.len_utf8();
    // 榎本部長: 榎 is a family name too, but a section has a head more often than a whole one has.
    let section = text[at..].starts_with('本') && text[..at].chars().nth(1).is_none();
    let family = at > 0 && (section || !roles::is_surname(&text[..at])) && roles::is_surname(&text[..next]);
    let (start, role) = roles::at_end(&text[next..]).filter(|_| family)?;
    (start == 0).then_some((next, role))
}

/// Whether a word is a municipality that exists, or ends as no person's name does: 環境課, 医師会.
fn is_plain_body(text: &str) -> bool {
    let ends = || forms::of(text).is_some_and(|form| form.plain && form.suffix.len() < text.len());
    !roles::is_surname(text) && (Shape::of(text).is_government() || ends())
}

/// Whether a word is plainly an organization's name: デジタル庁, 都市整備課; or the body that answers: 市, 行政.
fn is_body(text: &str) -> bool {
    const ANSWERING: [&str; 12] = ["市", "町", "村", "県", "区", "都", "府", "道", "国", "行政", "当局", "事業者"];
    // Ａ社, 甲法人: bodies whose names are not told.
    let bare = text.strip_prefix(|c: char| c.is_ascii_uppercase() || "甲乙丙丁".contains(c));
    if bare.is_some_and(|kind| ["社", "者", "法人", "団体", "事業者", "グループ", "市", "町", "病院"].contains(&kind))
    {
        return true;
    }
    if ANSWERING.contains(&text) {
        return true;
    }
    const ENDS: [char; 12] = ['省', '庁', '局', '課', '室', '署', '部', '市', '町', '村', '県', '府'];
    let formed = forms::of(text).is_some_and(|form| form.plain && form.suffix.len() < text.len());
    (formed || text.ends_with(ENDS)) && (3..=20).contains(&text.chars().count()) && !text.contains('の')
}

/// `12番`, `３番議員`, `12番山田太郎君`.
fn numbered(text: &str) -> Option<Speaker> {
    let digits = text.find(|c: char| !c.is_ascii_digit() && !"一二三四五六七八九十".contains(c))?;
    let rest = text[digits..].strip_prefix('番')?;
    if digits == 0 {
        return None;
    }
    let end = text.len() - rest.len();
    let rest_end = if rest.starts_with("議員") || rest.starts_with("委員") { end + "議員".len() } else { end };
    let role = Some(0..rest_end);
    if rest_end == text.len() {
        return Some(Speaker { role, ..Speaker::with(Strength::Role) });
    }
    let name = word(&text[rest_end..]).shifted(rest_end);
    (name.person.is_some()).then_some(Speaker { role, ..Speaker { strength: Strength::Role, ..name } })
}
