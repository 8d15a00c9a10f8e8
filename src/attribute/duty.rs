//! Who has to act, as the end of a text says: `…を確認する（★百目鬼）`, `…を提出する ★福地`, `（議事担当：小保田さん）`.

use std::ops::Range;

use crate::attendees::Roster;
use crate::element::{Element, Kind};
use crate::lexicon::roles;
use crate::rules::action::{DUTIES, Duty as Rule};
use crate::rules::head::Field;
use crate::span::Span;
use crate::text::Text;
use crate::trailing::Trailing;
use crate::verbatim::speaker::{Speaker, Strength};

/// Homework, taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Duty {
    /// The text before the mark.
    pub text: Vec<Span>,
    /// `議事担当`, where the bracket itself says what is to be done.
    pub task: Vec<Span>,
    pub assignee: String,
    pub assignee_at: Vec<Span>,
    /// Bracket, star, colon.
    pub marks: Vec<Span>,
}

/// The duty that an element's end states, given the bracket at that end.
pub(super) fn of(element: &Element, ending: Option<&Trailing>, source: &str, roster: &Roster) -> Option<Duty> {
    // Beside the date of the next meeting stands who keeps its minutes.
    if element.kind == Kind::Field(Field::Next) {
        let closed = element.text.last()?.of(source).trim_end_matches(['。', '．', '.', ' ']).ends_with(['）', ')']);
        let trailing = Trailing::of(&[], Text::of(source, &element.text)).filter(|_| closed)?;
        return in_bracket(&trailing, source, roster).filter(|duty| !duty.task.is_empty());
    }
    if let Some(trailing) = ending {
        return in_bracket(trailing, source, roster);
    }
    let starred = || element.text.iter().rev().take(2).any(|piece| piece.of(source).contains(['★', '☆']));
    (super::is_text(element) && starred()).then(|| behind_star(&Text::of(source, &element.text), source, roster))?
}

fn in_bracket(trailing: &Trailing, source: &str, roster: &Roster) -> Option<Duty> {
    let (rule, caught) = DUTIES.decide(trailing.content())?;
    let assignee = caught.name("assignee")?.range();
    if rule.kind == Rule::Named && !is_somebody(&trailing.content()[assignee.clone()], roster) {
        return None;
    }
    let inside = |range: Range<usize>| trailing.content.start + range.start..trailing.content.start + range.end;
    let assignee = inside(assignee);
    let task = caught.name("task").map(|task| inside(task.range())).filter(|task| !task.is_empty());
    let spans = |range: Range<usize>| trailing.spans(range, source);
    let head = task.clone().map_or(trailing.content.start, |task| task.end);
    let mut marks = spans(trailing.bracket.start..trailing.content.start);
    marks.extend(spans(head..assignee.start));
    marks.extend(spans(assignee.end..trailing.bracket.end));
    Some(Duty {
        text: trailing.text_before(source),
        task: task.map(spans).unwrap_or_default(),
        assignee: trailing.text.as_str()[assignee.clone()].to_owned(),
        assignee_at: spans(assignee),
        marks,
    })
}

/// `…を提出する ★福地`: only a name behind the star is one who has to act.
fn behind_star(text: &Text, source: &str, roster: &Roster) -> Option<Duty> {
    let whole = text.as_str();
    let star = whole.rfind(['★', '☆'])?;
    let (rule, caught) = DUTIES.decide(&whole[star..])?;
    let assignee = caught.name("assignee")?.range();
    if rule.kind != Rule::Starred || !is_somebody(&whole[star..][assignee.clone()], roster) {
        return None;
    }
    let assignee = star + assignee.start..star + assignee.end;
    let mut marks = text.spans(star..assignee.start, source);
    marks.extend(text.spans(assignee.end..whole.len(), source));
    Some(Duty {
        text: text.spans(0..star, source),
        task: Vec::new(),
        assignee: whole[assignee.clone()].to_owned(),
        assignee_at: text.spans(assignee, source),
        marks,
    })
}

/// Whether every word is a person, a role, or all of those present.
fn is_somebody(words: &str, roster: &Roster) -> bool {
    const ALL: [&str; 8] = ["全員", "各自", "各社", "各位", "各委員", "皆", "担当者", "参加者"];
    let is_one = |word: &str| {
        let bare = word.trim().trim_end_matches("さん").trim_end_matches(['氏', '君', '様']);
        ALL.contains(&bare)
            || roster.knows(bare)
            || roles::is_surname(bare)
            || Speaker::of(word.trim()).strength == Strength::Role
    };
    words.split(['、', ',', '，', '・']).all(is_one)
}
