//! A head of several parts: `議長（清野一榮議員）`, `知事：朱鷺田 実`, `朝凪町長 矢吹`.

use std::ops::Range;

use super::prose::is_remark;
use super::word::one_word;
use super::{Speaker, Strength};
use crate::lexicon::brackets::{is_hiragana, is_kanji};
use crate::lexicon::forms;
use crate::span::is_space;

/// A whole head or a part of it.
pub(super) fn part(text: &str, range: Range<usize>) -> Speaker {
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
        // 司会（主催者）: nobody is called so.
        (Strength::Role, Strength::Possible | Strength::Named) if text[inner.clone()].ends_with('者') => {}
        // Ａ委員（同窓会）: a word of a name's length that bodies end with.
        (Strength::Role, Strength::Possible) if text[inner.clone()].ends_with(BODIES) => {
            said.organization = Some(inner);
        }
        (Strength::Role, Strength::Named | Strength::Possible | Strength::Role) if said.person.is_none() => {
            said.person = inside.person;
            if said.person.is_none() && inside.strength >= Strength::Named {
                said.organization = inside.organization;
            }
        }
        (Strength::Organization | Strength::Possible | Strength::Named, Strength::Role)
            if !is_torn(&text[outer.clone()]) =>
        {
            said = Speaker { organization: Some(outer), ..inside };
        }
        (Strength::Role, Strength::Organization) => said.organization = Some(inner),
        // 矢代委員（医師会）: a kind of body alone is one here.
        (Strength::Role, Strength::Possible) if forms::of(&text[inner.clone()]).is_some() => {
            said.organization = Some(inner);
        }
        (Strength::Role, _) => {}
        (Strength::Named | Strength::Possible, Strength::Organization) => {
            said.organization = Some(inner);
            said.strength = Strength::Named;
        }
        _ => return Speaker::NOBODY,
    }
    said
}

/// Whether a word is the end of another one that a line end has torn, `ける予定`, rather than a name such as `ひまわり` or `みどり園`.
fn is_torn(word: &str) -> bool {
    word.starts_with(is_hiragana) && word.ends_with(is_kanji) && !word.ends_with(BODIES) && forms::of(word).is_none()
}

/// The last characters of bodies: 同窓会, 商店街組合, 主催団体.
const BODIES: [char; 11] = ['会', '課', '校', '社', '団', '体', '院', '園', '協', '合', '署'];

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

/// `朝凪町長 矢吹`, `参考人 山田太郎君`: a role, a space, a name; `国土整備省計画課・山本課長補佐`: a body and its officer.
fn in_two_words(text: &str, range: &Range<usize>) -> Option<Speaker> {
    let own = &text[range.clone()];
    own.match_indices(|c: char| is_space(c) || c == '・').find_map(|(at, space)| {
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
        // 市民協働・地域政策課長 is one office.
        let apart = space != "・" || affiliated && right.person.is_some();
        (apart && (titled && names || affiliated)).then_some(Speaker {
            strength: Strength::Role,
            person: right.person,
            role: if titled { left.role } else { right.role },
            organization: left.organization,
        })
    })
}
