//! An entry that grows word by word until its person is known.

use std::ops::Range;

use super::plain;
use crate::attendees::Facts;
use crate::attendees::item::{self};
use crate::lexicon::roles::{self, Role};
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped};

/// An entry that still grows.
#[derive(Default)]
pub(super) struct Open {
    pub start: Option<usize>,
    pub organization: Option<Range<usize>>,
    pub role: Option<Range<usize>>,
    pub names: Vec<Range<usize>>,
    pub proxy: bool,
    /// Whether 君 or a role stands behind the name.
    pub honoured: bool,
}

impl Open {
    pub fn begin(&mut self, at: usize) {
        self.start.get_or_insert(at);
    }

    pub fn name(&self) -> Option<Range<usize>> {
        Some(self.names.first()?.start..self.names.last()?.end)
    }

    pub fn is_name(&self, line: &str) -> bool {
        self.name().is_some_and(|name| is_person(&line[name]))
    }

    /// Whether the role is one of the meeting's own: 会長, 委員.
    pub fn has_part(&self, line: &str) -> bool {
        let word = self.role.clone().map(|role| plain(&line[role]).replace(is_space, ""));
        let role = word.as_deref().and_then(|word| roles::at_end(word).filter(|(at, _)| *at == 0));
        role.is_some_and(|(_, role)| matches!(role, Role::Chair | Role::Member))
    }

    /// Gives the entry if it has a person; what was open is forgotten unless it may belong to the next name.
    pub fn close(&mut self, line: &str, end: usize) -> Option<(Range<usize>, Facts)> {
        let name = self.name();
        if name.is_none() && end < line.len() {
            // 国土整備省　都市部長　…: nothing is complete yet.
            if self.role.is_some() && !self.has_part(line) {
                self.organization = self.organization.take().or(self.role.take());
            }
            return None;
        }
        let done = std::mem::take(self);
        let person = name?;
        let sure = done.honoured || done.role.is_some() || is_known_name(&line[person.clone()]);
        let end = end.min(line.len());
        let whole = done.start?..line[..end].trim_end_matches(is_space).len();
        let facts =
            Facts { person: person.clone(), role: done.role, organization: done.organization, proxy: done.proxy };
        (sure && is_person(&line[person])).then_some((whole, facts))
    }
}

/// Whether the letters make a name, however they are set apart.
fn is_person(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !is_space(*c)).collect();
    let count = bare.chars().count();
    let shaped = (2..=9).contains(&count) && is_name_shaped(&bare) && !roles::is_heading(&bare);
    !item::is_count(&bare) && !item::names_nobody(&bare) && (shaped || is_known_name(&bare))
}
