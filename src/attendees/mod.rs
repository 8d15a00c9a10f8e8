//! Attendee lists: who took part, under which heading, and in what capacity.
//!
//! | step | gives |
//! |---|---|
//! | `lists` | which lines are lists, and under which heading |
//! | `item` | an entry of a list that 、 divides |
//! | `bracket`, `remark` | what a bracket behind a name says: whose and as what; how somebody took part |
//! | `proxy` | who came for another |
//! | `dotted` | the persons that ・ divides |
//! | `together` | what the items of one list tell of each other |
//! | `offices` | names right before an office and its department |
//! | `count` | what names nobody |
//! | `grid` | the entries of a line that white space divides |
//! | `roster` | whom a head may mean |

mod bracket;
mod count;
mod dotted;
mod grid;
mod item;
mod lists;
mod offices;
mod proxy;
mod remark;
mod roster;
mod together;

use std::borrow::Cow;
use std::ops::Range;

pub(crate) use lists::attendees;
pub(crate) use roster::{Listed, Roster};

use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{Attendance, Attendee, Meeting, Presence};
use crate::span::Span;

/// So many blank lines stand for a list that is taken out: more than lie within any paragraph.
const BEHIND_A_LIST: usize = 9;

/// What an entry says, as ranges of its text.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    person: Range<usize>,
    role: Option<Range<usize>>,
    organization: Option<Range<usize>>,
    /// Whether the person came for another.
    proxy: bool,
}

impl Facts {
    fn shifted(self, by: usize) -> Self {
        let shift = |range: Range<usize>| range.start + by..range.end + by;
        Self {
            person: shift(self.person),
            role: self.role.map(shift),
            organization: self.organization.map(shift),
            proxy: self.proxy,
        }
    }
}

/// One entry of a list and its place.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub label: Vec<Span>,
    /// Nobody where a body took part and the list does not say by whom: `気象庁`.
    pub person: Option<String>,
    pub role: Option<String>,
    /// The seat that stands where a role does, by which turns may call the person: `4番`.
    pub seat: Option<String>,
    pub organization: Option<String>,
    pub group: Option<String>,
    pub presence: Option<Presence>,
}

/// What is said of a group that is not listed, and where.
#[derive(Clone, Debug)]
pub(crate) struct Stated {
    pub group: String,
    pub value: Span,
    /// Whether it is said of a group within a list, so that the list is one though it names nobody.
    pub within: bool,
}

/// The attendee lists of a document.
#[derive(Debug, Default)]
pub(crate) struct Attendees {
    pub entries: Vec<Entry>,
    /// What lists say of those whom they do not name: `欠席委員　なし`.
    pub stated: Vec<Stated>,
    /// Headings, separators.
    pub marks: Vec<Span>,
    /// Which lines of the body belong to a list.
    pub listed: Vec<bool>,
}

impl Attendees {
    /// The body without the lines of the lists.
    pub fn without_lists<'l>(&self, body: &'l [Line]) -> Cow<'l, [Line]> {
        if self.entries.is_empty() && self.stated.is_empty() {
            return Cow::Borrowed(body);
        }
        let mut behind = false;
        let kept = body.iter().zip(&self.listed).filter_map(|(line, listed)| {
            // What stands behind a list goes on with nothing that stands before it.
            let gap = if behind { line.gap.max(BEHIND_A_LIST) } else { line.gap };
            behind = *listed;
            (!listed).then_some(Line { gap, ..*line })
        });
        kept.collect()
    }

    /// Whether the lists say of several persons that they were there: then there was a meeting.
    pub fn are_present(&self) -> bool {
        self.entries.iter().filter(|entry| entry.presence == Some(Presence::Present)).count() >= 3
    }

    pub fn roster(&self) -> Roster {
        Roster::of(&self.entries)
    }

    /// Puts the entries into the meeting.
    pub fn place(&self, meeting: &mut Meeting, ledger: &mut Ledger) {
        let mut marks = self.marks.clone();
        for entry in &self.entries {
            let lines = ledger.lines(&entry.label).unwrap_or([1, 1]);
            meeting.attendees.push(Attendee {
                label: ledger.normal_form(&entry.label),
                person: entry.person.clone(),
                role: entry.role.clone(),
                organization: entry.organization.as_ref().map(|name| format!("org:{name}")),
                group: entry.group.clone(),
                presence: entry.presence,
                spans: ledger.place(&entry.label),
                lines,
            });
            let [first, last] = meeting.lines.unwrap_or(lines);
            meeting.lines = Some([first.min(lines[0]), last.max(lines[1])]);
        }
        for Stated { group, value, .. } in &self.stated {
            let passage = ledger.passage(&[*value]);
            meeting.attendance.push(Attendance::of(group.clone(), passage));
        }
        meeting.attendance.sort_by(|one, other| one.spans.0.cmp(&other.spans.0));
        marks.sort_unstable();
        meeting.marks.0.extend(ledger.place(&marks).0);
        meeting.marks.0.sort_unstable();
    }
}
