//! This date is a misprint: the meeting was held on another day.

use jiff::civil::{Date, Weekday};

use super::anchor::Anchor;
use super::file::Correction;
use super::{Changed, Scene, settle, touches};
use crate::diagnostic::Code;
use crate::model::Document;

pub(super) fn apply(
    document: &mut Document,
    scene: &Scene,
    anchor: &Anchor,
    correction: &Correction,
) -> Option<Changed> {
    let date: Date = correction.date.as_ref()?.parse().ok()?;
    let at = scene.ledger.positions(&anchor.pieces);
    let meeting = document.meeting.as_mut()?;
    let stands_here = meeting.fields.get("date_text")?.0.iter().any(|span| touches(&at.0, span));
    if !stands_here {
        return None;
    }
    let was = meeting.date.replace(date.to_string());
    meeting.weekday_actual = Some(weekday(date.weekday()).to_owned());
    let now = meeting.date.clone();
    settle(document, scene, anchor, &[Code::WeekdayMismatch, Code::ImpossibleDate]);
    Some(Changed { element: None, was, now })
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "月",
        Weekday::Tuesday => "火",
        Weekday::Wednesday => "水",
        Weekday::Thursday => "木",
        Weekday::Friday => "金",
        Weekday::Saturday => "土",
        Weekday::Sunday => "日",
    }
}
