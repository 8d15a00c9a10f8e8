//! Persons who stand in a trailing bracket: `（遠藤）`, `(小林(東芝))`, `（伊藤 ->★全員）`.
//!
//! Only the attendee list makes a bracket's word a person who speaks.

use std::ops::Range;

use crate::attendees::{Listed, Roster};
use crate::lexicon::roles::{self, Role};
use crate::link::split::split_label;
use crate::span::Span;
use crate::trailing::{Named, Trailing, is_close, matching_open};
use crate::values::person_name::key;
use crate::values::titled::{Titled, titled};

/// Whom a name means.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The name as the list has it, or as it stands where it may be several persons.
    pub name: String,
    /// Whether the list has exactly this name.
    pub exact: bool,
    /// Where the list has it.
    pub at: Vec<Span>,
    /// Several persons whom the name may mean.
    pub candidates: Vec<String>,
}

/// The persons of a bracket; none unless the list knows all of them.
pub(super) fn named(trailing: &Trailing, source: &str, roster: &Roster) -> Option<Vec<Named>> {
    if roster.is_empty() {
        return None;
    }
    let content = trailing.content();
    // 伊藤 ->★全員: who says it stands before the arrow.
    let end = ["->", "→", "⇒", "＞"].iter().filter_map(|arrow| content.find(arrow)).min().unwrap_or(content.len());
    let parts = split_label(&content[..end]).into_iter().flat_map(|part| colleagues(content, part, roster));
    let named = parts.map(|part| {
        let label = &content[part.clone()];
        let at = trailing.content.start + part.start..trailing.content.start + part.end;
        let person = Some(find(label, roster)?);
        let titled = role_behind(label).map(|role| Titled { person: None, role: role.to_owned() });
        Some(Named { label: label.to_owned(), spans: trailing.spans(at, source), person, titled })
    });
    let named: Option<Vec<Named>> = named.collect();
    named.filter(|named| !named.is_empty())
}

/// `仁木・古田`: two whom the list knows.
fn colleagues(content: &str, part: Range<usize>, roster: &Roster) -> Vec<Range<usize>> {
    let own = &content[part.clone()];
    if !own.contains('・') || find(own, roster).is_some() {
        return vec![part];
    }
    let ends = own.match_indices('・').map(|(at, _)| part.start + at).chain([part.end]);
    let starts = own.match_indices('・').map(|(at, dot)| part.start + at + dot.len());
    let pieces: Vec<Range<usize>> =
        std::iter::once(part.start).chain(starts).zip(ends).map(|(from, to)| from..to).collect();
    let known = pieces.iter().all(|piece| !piece.is_empty() && find(&content[piece.clone()], roster).is_some());
    if known { pieces } else { vec![part] }
}

/// Who of the list is meant: `遠藤`, `鵜飼さん`, `小林(東芝)`.
fn find(label: &str, roster: &Roster) -> Option<Person> {
    let (name, body) = match in_bracket(label) {
        Some((name, body)) => (&label[name], Some(&label[body])),
        None => (label, None),
    };
    let name = name.trim_end_matches("さん").trim_end_matches(['氏', '君', '様']).trim();
    let exact = roster.persons(label, None);
    let mut found = if exact.is_empty() { roster.persons(name, None) } else { exact };
    if let Some(Titled { person: Some(person), role }) = titled(label).filter(|_| found.is_empty()) {
        found = roster.persons(&person, Some(&role));
    }
    if found.is_empty() {
        // 松端委員: a name that no list of names has, but this one, with its role.
        found = roster.holders(label).into_iter().filter(|listed| listed.name_end(label).is_some()).collect();
    }
    if let Some(body) = body {
        let of_body: Vec<&Listed> = found.iter().copied().filter(|listed| listed.is_of(body)).collect();
        found = if of_body.is_empty() { found } else { of_body };
    }
    match found.as_slice() {
        [] => None,
        [one] => Some(Person {
            name: one.person.clone(),
            exact: key(&one.person) == key(name),
            at: one.at.clone(),
            candidates: Vec::new(),
        }),
        several => Some(Person {
            name: name.to_owned(),
            exact: false,
            at: Vec::new(),
            candidates: several.iter().map(|listed| listed.person.clone()).collect(),
        }),
    }
}

/// 会長 of `岸本会長`; さん and 氏 say nothing of a part in the meeting.
fn role_behind(label: &str) -> Option<&str> {
    let (at, role) = roles::at_end(label)?;
    (at > 0 && role != Role::Honorific).then(|| &label[at..])
}

/// `小林(東芝)` → the ranges of 小林 and 東芝.
fn in_bracket(label: &str) -> Option<(Range<usize>, Range<usize>)> {
    let inside = label.strip_suffix(is_close)?;
    let open = matching_open(inside)?;
    let begin = open + inside[open..].chars().next()?.len_utf8();
    (open > 0).then_some((0..open, begin..inside.len()))
}
