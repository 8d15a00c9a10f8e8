//! 第１回, 第２回 …: the meetings of a series in their order, with its gaps.

use std::collections::HashMap;

use super::facts::Facts;
use crate::model::{Agreement, Decision, Link, LinkRelation, Reason};

/// At most so many missing meetings are listed one by one.
const LISTED: u32 = 30;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Meeting {
    date: Option<String>,
    number: u32,
    document: String,
}

/// All numbered meetings, by series.
#[derive(Default)]
pub(super) struct Meetings {
    series: HashMap<(String, Option<String>), Vec<Meeting>>,
}

impl Meetings {
    pub fn learn(&mut self, facts: &Facts) {
        let (Some(key), Some(meeting)) = (key(facts), &facts.meeting) else { return };
        let Some(number) = meeting.number else { return };
        let meeting = Meeting { date: meeting.date.clone(), number, document: facts.id.clone() };
        self.series.entry(key).or_default().push(meeting);
    }

    /// By date where every meeting of the series has one, else by number.
    pub fn sort(&mut self) {
        for meetings in self.series.values_mut() {
            if meetings.iter().all(|meeting| meeting.date.is_some()) {
                meetings.sort();
            } else {
                meetings.sort_by(|a, b| (a.number, &a.document).cmp(&(b.number, &b.document)));
            }
        }
    }

    pub fn links(&self, facts: &Facts) -> Vec<Link> {
        let Some(meetings) = key(facts).and_then(|key| self.series.get(&key)) else { return Vec::new() };
        let Some(at) = meetings.iter().position(|meeting| meeting.document == facts.id) else { return Vec::new() };
        let here = &meetings[at];
        let before = at.checked_sub(1).map(|before| &meetings[before]);
        let mut links = missing(before.map_or(0, |before| before.number), here.number, before.is_some());
        links.extend(meetings.get(at + 1).map(|next| follow(here, next)));
        links
    }
}

fn key(facts: &Facts) -> Option<(String, Option<String>)> {
    Some((facts.meeting.as_ref()?.name.clone(), facts.region.clone()))
}

/// The meetings that should lie between the number before and this one. Before a first meeting nothing is missing
/// unless its number says so.
fn missing(before: u32, here: u32, known: bool) -> Vec<Link> {
    let first = before + 1;
    if here <= first || here - first > LISTED {
        return Vec::new();
    }
    let there = if known { before.to_string() } else { String::new() };
    let link = |number| Link {
        relation: LinkRelation::EarlierMeeting,
        from: None,
        number: Some(number),
        document: None,
        to: None,
        decision: Decision::Nil,
        reason: Some(Reason::Gap),
        evidence: vec![Agreement::new("number", &here.to_string(), &there)],
    };
    (first..here).map(link).collect()
}

fn follow(here: &Meeting, next: &Meeting) -> Link {
    let dates = (here.date.as_deref().unwrap_or_default(), next.date.as_deref().unwrap_or_default());
    let dated = !dates.0.is_empty() && !dates.1.is_empty();
    let reason = if next.number == here.number {
        Some(Reason::NumberTwice)
    } else if next.number == here.number + 1 {
        (dated && dates.0 > dates.1).then_some(Reason::DateOrder)
    } else if next.number > here.number {
        Some(Reason::Gap)
    } else if next.number == 1 {
        Some(Reason::NumberingRestarts)
    } else {
        Some(Reason::DateOrder)
    };
    Link {
        relation: LinkRelation::NextMeeting,
        from: None,
        number: Some(next.number),
        document: Some(next.document.clone()),
        to: None,
        decision: if reason.is_none() { Decision::Linked } else { Decision::Candidate },
        reason,
        evidence: vec![
            Agreement::new("number", &here.number.to_string(), &next.number.to_string()),
            Agreement::new("date", dates.0, dates.1),
        ],
    }
}
