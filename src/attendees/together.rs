//! What the items of one list tell of each other: `富士通 大内` among pairs, `神楽課長` among persons, `伊藤(有一)` beside 伊藤.

use std::ops::Range;

use crate::attendees::Facts;
use crate::attendees::item::{affiliated, is_family_shaped, may_be_named, trimmed};
use crate::attendees::offices::fill_officers;
use crate::lexicon::{forms, roles};
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped, is_whole_name};
use crate::verbatim::speaker::{Speaker, Strength};

/// Reads `富士通 大内` as an organization and a name, though 富士 is a family name too, where the other items of two
/// words are plainly such pairs.
pub(super) fn align(text: &str, parts: &[Range<usize>], read: &mut [Option<Facts>]) {
    let pairs = |facts: &&Facts| {
        facts.role.is_none() && facts.organization.as_ref().is_some_and(|own| own.end < facts.person.start)
    };
    let plain = read.iter().flatten().filter(pairs).count();
    for (part, facts) in parts.iter().zip(read.iter_mut()) {
        let own = &text[part.clone()];
        // NEC 米嶋: the normal form keeps no space behind half-width letters.
        let latin = own.len() - own.trim_start_matches(|c: char| c.is_ascii_graphic()).len();
        if facts.is_none() && plain >= 2 && latin >= 2 && is_family_shaped(own[latin..].trim()) {
            *facts = Some(affiliated(latin, trimmed(own, latin..own.len())).shifted(part.start));
            continue;
        }
        let words: Vec<&str> = own.split(is_space).filter(|word| !word.is_empty()).collect();
        let [first, last] = words.as_slice() else { continue };
        let whole = facts.as_ref().is_some_and(|facts| facts.role.is_none() && facts.person == *part);
        if whole && plain >= 2 && roles::is_surname(last) {
            *facts = Some(affiliated(first.len(), own.len() - last.len()..own.len()).shifted(part.start));
        }
    }
}

/// Divides `オリンパス 出口 小泉` before the second name: an organization and two family names.
pub(super) fn colleagues(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let own = &text[part.clone()];
    let mut words: Vec<Range<usize>> = words(own);
    // …　水谷管理官　他: others, whom nobody names.
    if words.len() > 2 && words.last().is_some_and(|last| is_others(&own[last.clone()])) {
        words.pop();
    }
    // 東田浩 中村健太: a line end that the extractor has made a space.
    let whole = |word: &Range<usize>| {
        let word = &own[word.clone()];
        let other = roles::at_end(word).is_some() || forms::of(word).is_some_and(|form| form.plain);
        (3..=6).contains(&word.chars().count()) && is_whole_name(word) && !other
    };
    let apart = |words: &[Range<usize>]| -> Vec<Range<usize>> {
        words.iter().map(|word| part.start + word.start..part.start + word.end).collect()
    };
    if words.len() == 2 && words.iter().all(whole) {
        return apart(&words);
    }
    // 柴田部長 大野課長 安藤主査: an office behind every name.
    if words.len() >= 2 && words.iter().all(|word| is_titled(&own[word.clone()])) {
        let named = |word: &&Range<usize>| Speaker::of(&own[(*word).clone()]).person.is_some();
        let count = words.iter().filter(named).count();
        if count * 2 >= words.len() && (words.len() > 2 || count == 2) {
            return apart(&words);
        }
    }
    let [first, names @ ..] = words.as_slice() else { return vec![part] };
    let all = names.len() >= 2 && names.iter().all(|name| roles::is_surname(&own[name.clone()]));
    if !all || is_known_name(&own[first.clone()]) || Speaker::of(own).strength == Strength::Role {
        return vec![part];
    }
    let starts = std::iter::once(0).chain(names[1..].iter().map(|name| name.start));
    let ends = names.iter().map(|name| name.end);
    starts.zip(ends).map(|(start, end)| part.start + start..part.start + end).collect()
}

/// Whether a word ends with a role and does not begin with it: `柴田生活部長`.
fn is_titled(word: &str) -> bool {
    roles::at_end(word).is_some_and(|(at, role)| at > 0 && role != roles::Role::Honorific && role != roles::Role::Desk)
}

/// `他`, `ほか`: those whom a list does not name.
fn is_others(word: &str) -> bool {
    matches!(word, "他" | "ほか" | "外" | "等")
}

/// Whether white space divides persons each with an office behind the name: `柴田部長　大野課長　安藤主査`.
pub(super) fn are_titled(line: &str) -> bool {
    let mut words = words(line);
    words.retain(|word| !is_others(&line[word.clone()]));
    words.len() >= 3 && words.iter().all(|word| is_titled(&line[word.clone()]))
}

/// Where the words stand that white space divides.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_space(c) {
            words.extend((start < at).then_some(start..at));
            start = at + c.len_utf8();
        }
    }
    words
}

/// Reads `神楽課長` where another item of the list is plainly a person and none is plainly a department.
pub(super) fn fill(text: &str, parts: &[Range<usize>], read: &mut [Option<Facts>]) {
    let office = |part: &Range<usize>| {
        let own = &text[part.clone()];
        let (at, role) = roles::at_end(own)?;
        (role == roles::Role::Office).then_some((at, own))
    };
    let department = parts.iter().zip(read.iter()).any(|(part, facts)| {
        facts.is_none() && office(part).is_none_or(|(at, own)| at == 0 || roles::begins_department(own))
    });
    fill_officers(text, parts, read);
    if department || read.iter().flatten().count() == 0 {
        return;
    }
    for (part, facts) in parts.iter().zip(read.iter_mut()).filter(|(_, facts)| facts.is_none()) {
        let Some((at, own)) = office(part) else { continue };
        // 白石総務部長: the family name ends where a department begins.
        let family = roles::surnames_at_start(&own[..at]).find(|end| roles::begins_department(&own[*end..at]));
        if let Some(end) = family {
            let person = part.start..part.start + end;
            *facts = Some(Facts { role: Some(person.end..part.end), person, organization: None, proxy: false });
            continue;
        }
        // 築地農林課長: where a name that no list has ends before a department's, who can tell.
        let section = own[..at].char_indices().skip(1).any(|(start, _)| roles::is_modifier(&own[start..at]));
        if !section && is_name_shaped(&own[..at]) && (2..=4).contains(&own[..at].chars().count()) {
            let person = part.start..part.start + at;
            *facts = Some(Facts { role: Some(person.end..part.end), person, organization: None, proxy: false });
        }
    }
}

/// Reads names that no list of names has (`當麻`, `見ル野一太`) where most items of the list are plainly persons.
pub(super) fn fill_names(text: &str, parts: &[Range<usize>], read: &mut [Option<Facts>]) {
    // 会長 笠置、委員 奥脇、蓑田: that some have roles says nothing against the others.
    let named = |facts: &&Facts| facts.role.is_none() || is_known_name(&text[facts.person.clone()]);
    let persons = read.iter().flatten().filter(named).count();
    let whole = |facts: &&Facts| facts.role.is_none() && text[facts.person.clone()].chars().nth(2).is_some();
    // 矢代正一、市柳恵子、水谷淳: two whole names beside one that no list has.
    let beside = parts.len() == 3 && read.iter().flatten().filter(whole).count() == 2;
    if (persons < 3 || persons * 2 <= parts.len()) && !beside {
        return;
    }
    for (part, facts) in parts.iter().zip(read.iter_mut()).filter(|(_, facts)| facts.is_none()) {
        let own = &text[part.clone()];
        let said = Speaker::of(own).strength;
        if may_be_named(own) && said <= Strength::Possible {
            *facts = Some(Facts { person: part.clone(), role: None, organization: None, proxy: false });
        }
    }
}

/// Takes `築地　勝` for one name where most others of the list are whole names in two words: no body is among them.
pub(super) fn join_names(text: &str, parts: &[Range<usize>], read: &mut [Option<Facts>]) {
    let whole = |facts: &&Facts| {
        facts.role.is_none() && facts.organization.is_none() && text[facts.person.clone()].trim().contains(is_space)
    };
    let count = read.iter().flatten().filter(whole).count();
    if count < 3 || count * 2 <= parts.len() {
        return;
    }
    for (part, facts) in parts.iter().zip(read.iter_mut()) {
        let Some(own) = facts else { continue };
        let (Some(body), None) = (own.organization.clone(), &own.role) else { continue };
        let first = &text[body.clone()];
        let name = body.end < own.person.start && is_family_shaped(first.trim()) && forms::of(first).is_none();
        if name && text[own.person.clone()].chars().count() <= 3 && own.person.end == part.end {
            *facts = Some(Facts { person: body.start..own.person.end, role: None, organization: None, proxy: false });
        }
    }
}

/// Keeps `伊藤(有一)` one name where another 伊藤 stands in the list without a bracket: the given name tells them apart.
pub(super) fn tell_apart(text: &str, parts: &[Range<usize>], read: &mut [Option<Facts>]) {
    let bare: Vec<&str> = parts.iter().map(|part| &text[part.clone()]).filter(|own| roles::is_surname(own)).collect();
    for (part, facts) in parts.iter().zip(read.iter_mut()) {
        let Some(facts) = facts else { continue };
        let short = facts.organization.as_ref().filter(|own| {
            own.start > facts.person.end
                && is_name_shaped(&text[(*own).clone()])
                && text[(*own).clone()].chars().count() <= 3
        });
        if short.is_some() && bare.contains(&&text[facts.person.clone()]) {
            *facts = Facts { person: part.clone(), organization: None, ..facts.clone() };
        }
    }
}
