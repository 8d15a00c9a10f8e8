//! What the items of one list tell of each other: `富士通 大内` among pairs, `神楽課長` among persons, `伊藤(有一)` beside 伊藤.

use std::ops::Range;

use crate::attendees::Facts;
use crate::attendees::item::{affiliated, is_family_shaped, trimmed};
use crate::lexicon::brackets::is_kanji;
use crate::lexicon::{forms, roles};
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped};
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
    let words: Vec<Range<usize>> = words(own);
    // 東田浩 中村健太: a line end that the extractor has made a space.
    let whole = |word: &Range<usize>| {
        let word = &own[word.clone()];
        let other = roles::at_end(word).is_some() || forms::of(word).is_some_and(|form| form.plain);
        (3..=6).contains(&word.chars().count()) && is_known_name(word) && !roles::is_surname(word) && !other
    };
    if words.len() == 2 && words.iter().all(whole) {
        return words.into_iter().map(|word| part.start + word.start..part.start + word.end).collect();
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
        if is_name_shaped(&own[..at]) && (2..=4).contains(&own[..at].chars().count()) {
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
    if persons < 3 || persons * 2 <= parts.len() {
        return;
    }
    for (part, facts) in parts.iter().zip(read.iter_mut()).filter(|(_, facts)| facts.is_none()) {
        let own = &text[part.clone()];
        let said = Speaker::of(own).strength;
        let shaped = is_name_shaped(own) && own.contains(is_kanji) && (2..=6).contains(&own.chars().count());
        let office = roles::at_end(own).is_some() || roles::begins_department(own) || roles::is_heading(own);
        if shaped && !office && said <= Strength::Possible {
            *facts = Some(Facts { person: part.clone(), role: None, organization: None, proxy: false });
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
