//! Who stands below those who were away without a heading of their own: the staff.

use super::Reader;
use super::heading::stands_beside;
use crate::attendees::{Entry, item};
use crate::lexicon::roles::{self, Role};
use crate::link::shape::Shape;
use crate::model::Presence;
use crate::span::is_space;
use crate::values::person_name::is_known_name;

impl Reader<'_> {
    /// Takes who stands below 欠席者　梅津委員, as far left as that word, for nobody of whom it is said: the next line of the
    /// same names would stand below the names.
    pub(super) fn pass_beside(&mut self, at: usize, before: usize) {
        let beside = self.headed != Some(self.begun) && self.body[at].indent <= self.body[self.begun].indent;
        let first = self.body[at].text(self.source).split(is_space).next().unwrap_or_default();
        let named = is_known_name(first) || item::item(first, 0..first.len()).is_some();
        if self.presence != Some(Presence::Absent) || !beside || named || before >= self.out.entries.len() {
            return;
        }
        for entry in self.out.entries[before..].iter_mut().filter(|entry| entry.presence == Some(Presence::Absent)) {
            entry.presence = None;
            entry.group = None;
        }
        self.presence = None;
        self.group = None;
    }

    /// Takes 福祉課長　上原 below 欠席委員　梅津 for nobody of whom it is said that they were away.
    ///
    /// A list of members who were away goes on with those of the office where the form has no word for them. So it is where a
    /// line has only such offices, no member before it has one, and none of those who were there.
    pub(super) fn pass_staff(&mut self, before: usize) {
        if self.presence != Some(Presence::Absent) || before <= self.heads || before >= self.out.entries.len() {
            return;
        }
        let (above, own) = self.out.entries.split_at(before);
        let staff = own.iter().all(is_staff) && !above[self.heads..].iter().any(is_staff);
        let first = self.open.map_or(0, |open| open.entries);
        let member = |entry: &&Entry| {
            let beside = entry.group.as_deref().is_some_and(stands_beside);
            entry.presence == Some(Presence::Present) && !beside
        };
        if !staff || above[first..self.heads].iter().filter(member).any(is_staff) {
            return;
        }
        for entry in &mut self.out.entries[before..] {
            entry.presence = None;
            entry.group = None;
        }
        self.presence = None;
        self.group = None;
    }
}

/// Whether somebody holds an office as those have who run a meeting for a municipality, and states no body but a part of it.
fn is_staff(entry: &Entry) -> bool {
    const ENDS: [&str; 12] =
        ["課長", "部長", "局長", "室長", "係長", "補佐", "主幹", "主査", "主任", "主事", "次長", "参事"];
    let Some(role) = entry.role.as_deref() else { return false };
    let office = roles::at_end(role).is_some_and(|(_, kind)| kind == Role::Office);
    let own = |body: &str| {
        let shape = Shape::of(body.trim_start_matches("org:"));
        shape.is_government() || body.ends_with(['課', '部', '局', '室', '係', '班'])
    };
    office && ENDS.iter().any(|end| role.ends_with(end)) && entry.organization.as_deref().is_none_or(own)
}
