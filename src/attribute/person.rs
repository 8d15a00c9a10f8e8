//! Persons who stand in a trailing bracket: `（遠藤）`, `(小林(東芝))`, `（伊藤 ->★全員）`.
//!
//! Only the attendee list makes a bracket's word a person who speaks.

use std::ops::Range;

use crate::attendees::{Listed, Roster};
use crate::lexicon::groups;
use crate::lexicon::roles::{self, Role};
use crate::link::split::split_label;
use crate::span::Span;
use crate::trailing::{Named, Trailing, matching_open};
use crate::values::person_name::{is_known_name, key};
use crate::verbatim::speaker::{Speaker, Strength};

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
    let parts = split_label(&content[..end]);
    let named = parts.iter().map(|part| {
        let label = &content[part.clone()];
        let at = trailing.content.start + part.start..trailing.content.start + part.end;
        let person = Some(find(label, roster)?);
        Some(Named { label: label.to_owned(), spans: trailing.spans(at, source), person, is_role: false })
    });
    let named: Option<Vec<Named>> = named.collect();
    named.filter(|named| !named.is_empty())
}

/// Whether a bracket names a person by a part in the meeting, `三浦構成員`: without a list that is no organization.
pub(super) fn is_member(content: &str) -> bool {
    let said = Speaker::of(content);
    let known = said.person.is_some_and(|person| is_known_name(&content[person]));
    known && said.strength == Strength::Role && said.organization.is_none() && groups::of(content).is_none()
}

/// Who of the list is meant: `遠藤`, `鵜飼さん`, `小林(東芝)`.
fn find(label: &str, roster: &Roster) -> Option<Person> {
    let (name, body) = match in_bracket(label) {
        Some((name, body)) => (&label[name], Some(&label[body])),
        None => (label, None),
    };
    let name = name.trim_end_matches("さん").trim_end_matches(['氏', '君', '様']).trim();
    // 三浦構成員: the part in the meeting is none of the name.
    let part = roles::at_end(name).filter(|(at, role)| *at > 0 && matches!(role, Role::Chair | Role::Member));
    let name = part.map_or(name, |(at, _)| &name[..at]);
    let exact = roster.persons(label, None);
    let mut found = if exact.is_empty() { roster.persons(name, None) } else { exact };
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

/// `小林(東芝)` → the ranges of 小林 and 東芝.
fn in_bracket(label: &str) -> Option<(Range<usize>, Range<usize>)> {
    let inside = label.strip_suffix(['）', ')'])?;
    let open = matching_open(inside)?;
    let begin = open + inside[open..].chars().next()?.len_utf8();
    (open > 0).then_some((0..open, begin..inside.len()))
}
