//! What a head says of its speaker: person, role, organization; or that it names nobody.

use std::ops::Range;

use crate::lexicon::any_of::AnyOf;
use crate::lexicon::roles::{self, Role};
use crate::lexicon::{forms, municipalities::Municipalities};
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped, key};

/// How surely a text names a speaker.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Strength {
    /// A heading, a sentence, a field.
    No,
    /// It has the form of a name: `暁烏`.
    Possible,
    /// It is an organization: `デジタル庁`.
    Organization,
    /// It is a known family name: `小田切`.
    Named,
    /// It has a role: `内田議長`, `４番（奈良祥孝君）`, `事務局`.
    Role,
}

/// A head's content, taken apart. Ranges are of its normal form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Speaker {
    pub strength: Strength,
    pub person: Option<Range<usize>>,
    pub role: Option<Range<usize>>,
    pub organization: Option<Range<usize>>,
}

impl Speaker {
    const NOBODY: Self = Self { strength: Strength::No, person: None, role: None, organization: None };

    /// Reads the content of a head in normal form: `議長（清野一榮議員）`.
    pub fn of(text: &str) -> Self {
        let end = text.trim_end().len();
        let start = text.len() - text.trim_start().len();
        if start >= end || text.chars().count() > 45 || is_prose(text) {
            return Self::NOBODY;
        }
        part(text, start..end)
    }

    fn with(strength: Strength) -> Self {
        Self { strength, ..Self::NOBODY }
    }
}

/// Words that stand in sentences and headings, not in heads.
static PROSE: AnyOf = AnyOf::new(&[
    "について",
    "による",
    "に関する",
    "です",
    "ます",
    "した",
    "する",
    "から",
    "より",
    "であ",
    "となる",
    "という",
    "登壇",
    "降壇",
    "着席",
    "退席",
    "退場",
    "入場",
    "起立",
    "拍手",
    "異議",
]);

fn is_prose(text: &str) -> bool {
    text.contains(is_sentence_sign) || PROSE.is_in(text)
}

/// A character that no head has inside.
fn is_sentence_sign(c: char) -> bool {
    let stop = matches!(c, '。' | '？' | '?' | '！' | '!' | '「' | '」' | '『' | '』' | '｢' | '｣' | '．' | ';' | '；');
    let sign = matches!(c, '※' | '→' | '⇒' | '…' | '=' | '＝' | '＊' | '*');
    stop || sign || matches!(c, '<' | '>' | '＜' | '＞' | '【' | '】' | '〔' | '〕')
}

/// A whole head or a part of it.
fn part(text: &str, range: Range<usize>) -> Speaker {
    let own = &text[range.clone()];
    if let Some((outer, inner)) = bracketed(own) {
        let (outer, inner) = (shift(outer, range.start), shift(inner, range.start));
        return with_bracket(text, range, outer, inner);
    }
    if let Some(colon) = own.find(['：', ':']) {
        let after = range.start + colon + own[colon..].chars().next().map_or(1, char::len_utf8);
        return after_colon(text, range.start..range.start + colon, after..range.end);
    }
    in_two_words(text, &range).unwrap_or_else(|| one_word(text, range))
}

/// `議長（清野一榮議員）`, `国土整備省（穂積都市部長）`, `山田委員（オンライン）`, `（鬼頭（ま）委員）`.
fn with_bracket(text: &str, whole: Range<usize>, outer: Range<usize>, inner: Range<usize>) -> Speaker {
    if outer.is_empty() {
        return part(text, inner);
    }
    let before = part(text, outer.clone());
    let inside = part(text, inner.clone());
    let mut said = before.clone();
    match (before.strength, inside.strength) {
        (_, Strength::No) if is_remark(&text[inner.clone()]) => {}
        // A disambiguating letter alone: 鬼頭（ま）.
        (Strength::Named | Strength::Possible, _) if text[inner.clone()].chars().count() <= 2 => {
            said.person = Some(whole);
        }
        (Strength::Role, Strength::Named | Strength::Possible | Strength::Role) if said.person.is_none() => {
            said.person = inside.person;
            if said.person.is_none() && inside.strength >= Strength::Named {
                said.organization = inside.organization;
            }
        }
        (Strength::Organization | Strength::Possible | Strength::Named, Strength::Role) => {
            said = Speaker { organization: Some(outer), ..inside };
        }
        (Strength::Role, Strength::Organization) => said.organization = Some(inner),
        (Strength::Role, _) => {}
        (Strength::Named | Strength::Possible, Strength::Organization) => {
            said.organization = Some(inner);
            said.strength = Strength::Named;
        }
        _ => return Speaker::NOBODY,
    }
    said
}

/// `知事：朱鷺田 実`, `提出者：左近構成員`, `相談支援部会:大久保委員`.
fn after_colon(text: &str, before: Range<usize>, after: Range<usize>) -> Speaker {
    if before.is_empty() || after.is_empty() {
        return Speaker::NOBODY;
    }
    let title = part(text, before.clone());
    let mut name = part(text, after);
    match (title.strength, name.strength) {
        (_, Strength::No) => Speaker::NOBODY,
        (Strength::Role, _) => {
            if name.role.is_none() {
                name.role = title.role;
            }
            Speaker { strength: Strength::Role, ..name }
        }
        (_, Strength::Role) => Speaker { organization: Some(before), ..name },
        _ => Speaker::NOBODY,
    }
}

/// `朝凪町長 矢吹`, `参考人 山田太郎君`: a role, a space, a name.
fn in_two_words(text: &str, range: &Range<usize>) -> Option<Speaker> {
    let own = &text[range.clone()];
    own.match_indices(is_space).find_map(|(at, space)| {
        let left = one_word(text, range.start..range.start + at);
        let after = range.start + at + space.len();
        let right = one_word(text, after..range.end);
        let names = match right.strength {
            Strength::Named | Strength::Possible => true,
            Strength::Role => right.person.is_some(),
            Strength::No | Strength::Organization => false,
        };
        let titled = left.strength == Strength::Role && left.person.is_none() && own[..at].chars().count() >= 2;
        let affiliated = left.strength == Strength::Organization && right.strength == Strength::Role;
        (titled && names || affiliated).then_some(Speaker {
            strength: Strength::Role,
            person: right.person,
            role: if titled { left.role } else { right.role },
            organization: left.organization,
        })
    })
}

/// A head without brackets, its spaces of no meaning: `雨宮委員長`, `植竹 貴副区長`, `４番`, `小田切`.
fn one_word(text: &str, range: Range<usize>) -> Speaker {
    let own = &text[range.clone()];
    if own.chars().all(|c| !is_space(c)) {
        return word(own).shifted(range.start);
    }
    let places: Vec<usize> =
        own.char_indices().filter(|(_, c)| !is_space(*c)).flat_map(|(at, c)| at..at + c.len_utf8()).collect();
    let joined: String = own.chars().filter(|c| !is_space(*c)).collect();
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

impl Speaker {
    fn shifted(self, by: usize) -> Self {
        let shift = |range: Range<usize>| range.start + by..range.end + by;
        Self {
            strength: self.strength,
            person: self.person.map(shift),
            role: self.role.map(shift),
            organization: self.organization.map(shift),
        }
    }
}

/// One word without spaces.
fn word(text: &str) -> Speaker {
    if let Some(said) = numbered(text) {
        return said;
    }
    if let Some((at, role)) = roles::at_end(text) {
        return before_role(text, at, role);
    }
    if roles::is_heading(text) {
        return Speaker::NOBODY;
    }
    if is_known_name(text) {
        return Speaker { person: Some(0..text.len()), ..Speaker::with(Strength::Named) };
    }
    if is_body(text) {
        return Speaker { organization: Some(0..text.len()), ..Speaker::with(Strength::Organization) };
    }
    if is_name_shaped(text) && text.chars().count() <= 6 && !roles::begins_department(text) && !text.contains('の') {
        return Speaker { person: Some(0..text.len()), ..Speaker::with(Strength::Possible) };
    }
    Speaker::NOBODY
}

/// Whether a word is plainly an organization's name: デジタル庁, 都市整備課.
fn is_body(text: &str) -> bool {
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

/// What stands before a role: nothing, a person, a department, or what makes it a heading.
fn before_role(text: &str, at: usize, role: Role) -> Speaker {
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
    if roles::is_surname(prefix) && !place && !(role == Role::Elected && of_place) {
        return person;
    }
    for end in roles::surnames_at_start(prefix) {
        let rest = &prefix[end..];
        let place = place || Municipalities::all().core_at_start(prefix).is_some();
        if roles::begins_department(rest) && !place && !roles::begins_department(prefix) {
            return Speaker { person: Some(0..end), role: Some(end..text.len()), ..Speaker::with(Strength::Role) };
        }
        let full = prefix[..end].chars().count() >= 2;
        let given = full && (1..=3).contains(&rest.chars().count()) && !roles::begins_department(prefix);
        if role == Role::Elected && given && !place && is_name_shaped(rest) {
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

/// What a bracket behind a name may say of how somebody takes part.
static REMARKS: AnyOf = AnyOf::new(&[
    "オンライン",
    "WEB",
    "Web",
    "web",
    "Zoom",
    "ZOOM",
    "リモート",
    "代理",
    "欠席",
    "書面",
    "続き",
    "兼",
    "名",
    "代読",
]);

/// Whether a bracket says how somebody takes part: オンライン, 代理, 10名.
fn is_remark(text: &str) -> bool {
    REMARKS.is_in(text)
}

/// A closing bracket at the end and what stands before it: `議長（清野一榮議員）` → 議長, 清野一榮議員.
fn bracketed(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let inside = text.strip_suffix(['）', ')'])?;
    let mut depth = 1;
    for (at, c) in inside.char_indices().rev() {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let outer = text[..at].trim_end().len();
            return Some((0..outer, at + c.len_utf8()..inside.len()));
        }
    }
    None
}

fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (Strength, Option<&str>, Option<&str>, Option<&str>) {
        let speaker = Speaker::of(text);
        let part = |range: Option<Range<usize>>| range.map(|range| &text[range]);
        (speaker.strength, part(speaker.person), part(speaker.role), part(speaker.organization))
    }

    #[test]
    fn every_form_of_a_head_is_taken_apart() {
        use Strength::Role;
        let cases = [
            ("内田議長", Some("内田"), Some("議長"), None),
            ("議長（清野一榮議員）", Some("清野一榮"), Some("議長"), None),
            ("市長（櫻田 宏）", Some("櫻田 宏"), Some("市長"), None),
            ("おのせ康裕議長", Some("おのせ康裕"), Some("議長"), None),
            ("植竹 貴副区長", Some("植竹 貴"), Some("副区長"), None),
            ("4番（奈良祥孝君）", Some("奈良祥孝"), Some("4番"), None),
            ("国土整備省（穂積都市部長）", Some("穂積"), Some("都市部長"), Some("国土整備省")),
            ("鬼頭（ま）委員", Some("鬼頭（ま）"), Some("委員"), None),
            ("委員長(相馬君)", Some("相馬"), Some("委員長"), None),
            ("本間君", Some("本間"), None, None),
            ("知事：朱鷺田 実", Some("朱鷺田 実"), Some("知事"), None),
            ("相談支援部会:大久保委員", Some("大久保"), Some("委員"), Some("相談支援部会")),
            ("朝凪町長 矢吹", Some("矢吹"), Some("朝凪町長"), None),
            ("福祉総務課長", None, Some("福祉総務課長"), None),
            ("千葉市長", None, Some("千葉市長"), None),
            ("織部総務部長", Some("織部"), Some("総務部長"), None),
            ("議 長", None, Some("議 長"), None),
            ("事務局", None, Some("事務局"), None),
            ("A委員", None, Some("A委員"), None),
            ("各委員", None, Some("各委員"), None),
            ("久保洋子教育委員", Some("久保洋子"), Some("教育委員"), None),
            ("参考人（常夏島農協 宇良氏）", Some("宇良"), Some("参考人"), None),
        ];
        for (text, person, role, organization) in cases {
            assert_eq!(said(text), (Role, person, role, organization), "{text}");
        }
    }

    #[test]
    fn what_is_no_head_names_nobody() {
        for text in [
            "議事日程",
            "出席委員",
            "日時",
            "議題",
            "主な意見及び質疑応答",
            "事務局説明",
            "応用編のレビュー",
            "その他",
            "皆様",
        ] {
            assert_eq!(said(text).0, Strength::No, "{text}");
        }
        assert_eq!(said("小田切").0, Strength::Named);
        assert_eq!(said("芦澤 美智子").0, Strength::Named);
        assert_eq!(said("デジタル庁").0, Strength::Organization);
    }
}
