//! Offices beside the names of a list: with their departments, `古賀健夫生涯学習課長`, and with the bodies that have them, `青波市医師会会長`.

use std::ops::Range;

use crate::attendees::{Facts, bracket, item};
use crate::lexicon::municipalities::Municipalities;
use crate::lexicon::{forms, roles};
use crate::span::is_space;
use crate::values::person_name::is_name_shaped;

/// `市川企画政策課主査`: a family name that ends where a department's begins, whatever else is called so.
pub(super) fn of_section(own: &str) -> Option<Facts> {
    let (at, role) = roles::at_end(own)?;
    let family = roles::surnames_at_start(&own[..at]).find(|end| roles::begins_department(&own[*end..at]))?;
    let office = role == roles::Role::Office && !own.contains(is_space) && own[..family].chars().nth(1).is_some();
    office.then_some(Facts { person: 0..family, role: Some(family..own.len()), organization: None, proxy: false })
}

/// Reads `古賀健夫生涯学習課長`, `栃沢高齢者福祉課長`, `黒田市長` where another item of the list is plainly a person.
pub(super) fn fill_officers(text: &str, parts: &[Range<usize>], read: &mut [Option<Facts>]) {
    let offices: Vec<&str> = read.iter().flatten().filter_map(|facts| Some(&text[facts.role.clone()?])).collect();
    let named = |own: &str, at: usize| {
        let full = whole_name(&own[..at]);
        // 栃沢高齢者福祉課長 beside 柴田高齢者福祉課主幹: what stands before the department of both is the name.
        let ends = (2..=4).filter_map(|count| own.char_indices().nth(count).map(|(end, _)| end));
        let known = ends.take_while(|end| *end < at).find(|end| {
            let department = &own[*end..at];
            let long = department.chars().count() >= 3 && is_name_shaped(&own[..*end]);
            long && offices.iter().any(|office| office.starts_with(department) && office.len() > department.len())
        });
        let mayor = roles::is_surname(&own[..at]) && own[at..].starts_with(['市', '県', '区']);
        let mayor = mayor && own[..at].chars().nth(1).is_some() && !names_place(&own[..at], &own[at..]);
        full.or(known).or(mayor.then_some(at))
    };
    let holders: Vec<Option<usize>> = parts
        .iter()
        .zip(read.iter())
        .map(|(part, facts)| {
            let own = &text[part.clone()];
            let bare = own.split(['（', '(']).next().unwrap_or_default();
            let (at, role) = roles::at_end(bare).filter(|(at, _)| facts.is_none() && *at > 0)?;
            matches!(role, roles::Role::Office | roles::Role::Elected).then(|| named(bare, at)).flatten()
        })
        .collect();
    let found = holders.iter().flatten().count();
    if read.iter().flatten().count() == 0 && found < 3 {
        return;
    }
    for ((part, facts), end) in parts.iter().zip(read.iter_mut()).zip(holders) {
        let Some(end) = end else { continue };
        let own = &text[part.clone()];
        let bare = own.split(['（', '(']).next().unwrap_or_default().trim_end().len();
        let person = part.start..part.start + end;
        *facts = Some(Facts { role: Some(person.end..part.start + bare), person, organization: None, proxy: false });
    }
}

/// `財務局長長谷部 健次`: what was taken for a body is an office and a family name.
pub(super) fn part_office(facts: &mut Facts, line: &str) {
    let Some(word) = facts.organization.clone().filter(|word| word.end <= facts.person.start) else { return };
    let between = line[word.end..facts.person.start].trim().is_empty();
    if let Some(end) = item::office_end(&line[word.clone()]).filter(|_| between && facts.role.is_none()) {
        facts.role = Some(word.start..word.start + end);
        facts.person = word.start + end..facts.person.end;
        facts.organization = None;
    }
}

/// `青波市医師会会長　江川　誠`: what was taken for an office is a body and the office there.
pub(super) fn part_body(facts: &mut Facts, line: &str) {
    let Some(word) = facts.role.clone().filter(|_| facts.organization.is_none()) else { return };
    let own = &line[word.clone()];
    let Some(at) = bracket::office_elsewhere(own) else { return };
    // 株式会社はやて交通営業部長: where the department begins nothing tells.
    let within = roles::at_end(own).is_some_and(|(_, role)| role == roles::Role::Office);
    let body = own[..at].trim_end();
    // 選挙管理委員会委員長 is an office of the municipality, as 福祉部長 is.
    if (!within || forms::of(body).is_some()) && !body.ends_with("委員会") {
        facts.organization = Some(word.start..word.start + at);
        facts.role = Some(word.start + at..word.end);
    }
}

/// Where a whole name ends before a department's name: 古賀健夫 of 古賀健夫生涯学習.
fn whole_name(text: &str) -> Option<usize> {
    const BODIES: [char; 16] =
        ['市', '町', '村', '県', '区', '都', '府', '道', '課', '部', '局', '所', '室', '会', '支', '校'];
    roles::surnames_at_start(text).filter(|end| text[..*end].chars().nth(1).is_some()).find_map(|family| {
        // 小笠原長寿介護: a department begins right behind the family name.
        if roles::begins_department(&text[family..]) {
            return Some(family);
        }
        let given = text[family..].char_indices().map(|(at, c)| (at + c.len_utf8(), c)).take(3);
        let given = given.take_while(|(_, c)| !BODIES.contains(c));
        given.map(|(end, _)| family + end).find(|end| roles::begins_department(&text[*end..]))
    })
}

/// Whether the letters and the office's first one are a municipality: `千葉` and `市長`.
fn names_place(family: &str, office: &str) -> bool {
    let Some(kind) = office.chars().next() else { return false };
    Municipalities::all().named(&format!("{family}{kind}")).next().is_some()
}
