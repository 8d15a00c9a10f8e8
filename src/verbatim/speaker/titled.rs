//! What stands before a role: a person (`神楽課長`), a department (`総務部長`), a place (`千葉市長`), or nothing.

use super::word::word;
use super::{Speaker, Strength};
use crate::lexicon::roles::{self, Role};
use crate::lexicon::{forms, municipalities::Municipalities};
use crate::values::person_name::{is_known_name, is_name_shaped, key};

/// What stands before a role: nothing, a person, a department, or what makes it a heading.
pub(super) fn before_role(text: &str, at: usize, role: Role) -> Speaker {
    let prefix = &text[..at];
    let whole = || Speaker { role: Some(0..text.len()), ..Speaker::with(Strength::Role) };
    if roles::heads_list(prefix) {
        return Speaker::NOBODY;
    }
    if prefix.is_empty() {
        return if role == Role::Honorific { Speaker::NOBODY } else { whole() };
    }
    if role == Role::Honorific {
        return if roles::is_modifier(prefix) { Speaker::NOBODY } else { honoured(text, at) };
    }
    if roles::is_modifier(prefix) || is_letter(prefix) || role == Role::Desk {
        return whole();
    }
    let person = Speaker { person: Some(0..at), role: Some(at..text.len()), ..Speaker::with(Strength::Role) };
    match role {
        Role::Chair | Role::Member => member(text, at, person),
        Role::Elected | Role::Office => officer(text, at, role, person),
        Role::Honorific | Role::Desk => whole(),
    }
}

/// `本間君`, `宇良氏`, `門脇委員長殿`, `大河内係長さん`.
fn honoured(text: &str, at: usize) -> Speaker {
    let inner = word(&text[..at]);
    match inner.strength {
        Strength::Role => inner,
        Strength::Named | Strength::Possible => Speaker { strength: Strength::Role, ..inner },
        Strength::No | Strength::Organization => Speaker::NOBODY,
    }
}

/// `大槻委員`, `岡部（隆）委員`, `久保洋子教育委員`; but not `医師会会長`, whose name is not told.
fn member(text: &str, at: usize, person: Speaker) -> Speaker {
    let prefix = &text[..at];
    let bare = key(&prefix.replace(['（', '）', '(', ')'], ""));
    let body = forms::of(prefix).is_some()
        || prefix.ends_with(['会', '課', '部', '省', '庁', '局', '所', '市', '町', '村', '県']);
    if is_known_name(&bare) || is_name_shaped(&bare) && !body && !roles::begins_department(&bare) {
        return person;
    }
    let organization = body.then_some(0..at);
    let plain = prefix.chars().count() <= 20;
    let strength = if plain { Strength::Role } else { Strength::No };
    Speaker { organization, role: Some(at..text.len()), ..Speaker::with(strength) }
}

/// Offices that no department's name stands before, so that a full name may: `工藤一郎主査`.
const LONE: [&str; 8] = ["主査", "主幹", "主任", "主事", "係長", "参事", "技師", "課長補佐"];

/// The characters with which municipalities and their parts end.
const SEATS: [char; 10] = ['都', '道', '府', '県', '市', '区', '町', '村', '郡', '部'];

/// `神楽課長`, `織部総務部長`, `矢代正樹市長`; but not `総務部長` or `千葉市長`, whose names are not told.
fn officer(text: &str, at: usize, role: Role, person: Speaker) -> Speaker {
    let prefix = &text[..at];
    let whole = Speaker { role: Some(0..text.len()), ..Speaker::with(Strength::Role) };
    if prefix.chars().count() > 24 {
        return Speaker::NOBODY;
    }
    let place = names_place(text, at);
    // 矢吹町長 may be the mayor of 矢吹町: only the attendee list can tell.
    let of_place = text[at..].ends_with(['長', '事']) && text[at..].contains(['市', '区', '町', '村', '知']);
    // 髙木課長: another spelling of a family name's ideographs.
    let short = prefix.chars().nth(4).is_none();
    let family = roles::is_surname(prefix) || short && roles::is_surname(&key(prefix));
    if family && !place && !(role == Role::Elected && of_place) {
        return person;
    }
    for end in roles::surnames_at_start(prefix) {
        let rest = &prefix[end..];
        // 村上総務大臣: no municipality has a minister.
        let minister = text.ends_with("大臣") || text.ends_with("政務官");
        let place = place || !minister && Municipalities::all().core_at_start(prefix).is_some();
        if roles::begins_department(rest) && !place && !roles::begins_department(prefix) {
            return Speaker { person: Some(0..end), role: Some(end..text.len()), ..Speaker::with(Strength::Role) };
        }
        let full = prefix[..end].chars().count() >= 2;
        let given = full && (1..=3).contains(&rest.chars().count()) && !roles::begins_department(prefix);
        let given = given && !roles::begins_department(rest);
        // 平田恵子教育長: 平田 is a village too, but no village's name goes on so.
        let free = !text[at..].starts_with(SEATS) && rest.chars().nth(1).is_some() && !rest.contains(SEATS);
        let place = place && !free;
        if (role == Role::Elected || LONE.contains(&&text[at..])) && given && !place && is_name_shaped(rest) {
            return person;
        }
    }
    whole
}

/// Whether the words before 市長 or 町長 are the municipality's: `千葉市長`.
fn names_place(text: &str, at: usize) -> bool {
    let head = text[at..].chars().find(|c| "都道府県市区町村".contains(*c));
    let Some(head) = head else { return false };
    let name = format!("{}{head}", &text[..at]);
    Municipalities::all().named(&name).next().is_some()
}

/// `Ａ委員`, `1委員`: a letter that stands for somebody.
fn is_letter(prefix: &str) -> bool {
    let mut chars = prefix.chars();
    let one = chars.next().is_some_and(|c| c.is_ascii_alphanumeric() || "甲乙丙丁〇○◯△□".contains(c));
    one && chars.as_str().chars().count() <= 1 && chars.as_str().chars().all(|c| c.is_ascii_alphanumeric())
}
