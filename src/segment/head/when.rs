//! When and where they met, and when they meet again.

use super::Head;
use crate::element::Element;
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::lexicon::any_of::AnyOf;
use crate::model::{Meeting, NextMeeting, Passage, Positions};
use crate::rules::head::BARE_DATE;
use crate::segment::hull;
use crate::span::Span;
use crate::text::Text;
use crate::values::{date, time};

impl Head {
    /// `平成 29年１月 30日（水）19：00～21：00`.
    pub(super) fn date(&mut self, element: &Element, ledger: &mut Ledger, findings: &mut Vec<Finding>) -> bool {
        let text = Text::of(ledger.text(), &element.text);
        let found = date::find(text.as_str());
        let dated = found.is_some();
        let Some(stated) = found.or_else(|| date::without_year(text.as_str())) else { return false };
        let more = date::days_behind(text.as_str(), &stated);
        let end = more.last().map_or(stated.range.end, |last| last.range.end);
        let spans = text.spans(stated.range.start..end, ledger.text());
        self.meeting.date_text = Some(ledger.normal_form(&spans));
        self.meeting.date = stated.date.map(|date| date.to_string());
        self.meeting.end_date = more.last().and_then(|last| last.date).map(|date| date.to_string());
        self.meeting.weekday_stated = stated.weekday.map(str::to_owned);
        self.meeting.weekday_actual = stated.weekday_actual().map(str::to_owned);
        if dated {
            for day in std::iter::once(&stated).chain(&more) {
                let at = text.spans(day.range.clone(), ledger.text());
                findings.extend(doubts(day, &at, self.meeting.date_text.as_deref()));
            }
        }
        self.place_field("date_text", &spans, ledger);
        if more.is_empty() {
            // 時間：14:00～15:00 above the day has stated them.
            if self.meeting.start_time.is_none() {
                self.times(&text, end, ledger);
            }
            if self.meeting.place.is_none() {
                // 日時及び場所, 日時・場所: the name announces both.
                let both = element.marks.iter().any(|mark| mark.of(ledger.text()).ends_with("場所"));
                if element.rule == BARE_DATE || both {
                    self.place_behind(&text, end, ledger);
                } else {
                    self.place_named(&text, end, ledger);
                }
            }
        } else {
            self.mark_until(&text, end, ledger);
        }
        true
    }

    /// `令和５年９月27日（水）　14時～16時　役場２階会議室`: what stands behind date and times, where it reads like a place.
    pub(super) fn place_behind(&mut self, text: &Text, from: usize, ledger: &mut Ledger) {
        static PLACES: AnyOf =
            AnyOf::new(&["室", "館", "ホール", "センター", "役所", "役場", "庁舎", "会場", "オンライン"]);
        let behind = &text.as_str()[from..];
        let (start, end) = time::find(behind);
        let rest = &behind[end.or(start).map_or(0, |last| last.range.end)..];
        let rest = rest.trim_start();
        let rest = UNTIL_WORDS.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest).trim_start();
        let named = PLACE_NAMES.iter().find_map(|name| rest.strip_prefix(name)).map(str::trim_start);
        if named.is_some_and(|place| !place.is_empty()) {
            return self.place_named(text, from, ledger);
        }
        // 会見時間：36分: a field of another name.
        if rest.contains(['：', ':']) {
            return;
        }
        if PLACES.is_in(rest) && !rest.contains('。') && rest.chars().nth(40).is_none() {
            let spans = text.spans(text.as_str().len() - rest.len()..text.as_str().len(), ledger.text());
            self.meeting.place = Some(ledger.normal_form(&spans));
            self.place_field("place", &spans, ledger);
        }
    }

    /// `とき：令和４年７月28日　ところ：福祉会館`: both fields on one line.
    pub(super) fn place_named(&mut self, text: &Text, from: usize, ledger: &mut Ledger) {
        let behind = &text.as_str()[from..];
        let found = PLACE_NAMES.iter().find_map(|name| behind.find(name).map(|at| (at, at + name.len())));
        let Some((start, end)) = found.filter(|(_, end)| !behind[*end..].trim().is_empty()) else { return };
        let place = from + end + behind[end..].len() - behind[end..].trim_start().len();
        let spans = text.spans(place..text.as_str().len(), ledger.text());
        self.marks.extend(text.spans(from + start..from + end, ledger.text()));
        self.meeting.place = Some(ledger.normal_form(&spans));
        self.place_field("place", &spans, ledger);
    }

    /// The times from byte `from` of the text on. The character between two times is a mark.
    pub(super) fn times(&mut self, text: &Text, from: usize, ledger: &mut Ledger) -> bool {
        let (start, end) = time::find(&text.as_str()[from..]);
        let Some(start) = start else { return false };
        let source = ledger.text();
        let place = |range: &std::ops::Range<usize>| text.spans(from + range.start..from + range.end, source);
        let spans = place(&start.range);
        self.meeting.start_time = Some(start.time);
        self.place_field("start_time", &spans, ledger);
        if end.is_none() {
            self.mark_until(text, from + start.range.end, ledger);
        }
        if let Some(end) = end {
            self.marks.extend(place(&(start.range.end..end.range.start)));
            self.mark_until(text, from + end.range.end, ledger);
            self.meeting.end_time = Some(end.time);
            self.place_field("end_time", &place(&end.range), ledger);
        }
        true
    }

    /// `閉会　午前11時17分`: the end alone.
    pub(super) fn closing(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        let text = Text::of(ledger.text(), &element.text);
        let (Some(end), _) = time::find(text.as_str()) else { return false };
        let spans = text.spans(end.range.clone(), ledger.text());
        self.meeting.end_time = Some(end.time);
        self.place_field("end_time", &spans, ledger);
        true
    }

    /// 午前10時から正午まで, 午後2時41分散会: the last word says no more than that it is the end, or the beginning.
    pub(super) fn mark_until(&mut self, text: &Text, from: usize, ledger: &Ledger) {
        let behind = &text.as_str()[from..];
        if let Some(rest) = UNTIL_WORDS.iter().find_map(|word| behind.trim_start().strip_prefix(word)) {
            self.marks.extend(text.spans(from..from + behind.len() - rest.len(), ledger.text()));
        }
    }

    pub(super) fn place(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        if element.text.is_empty() {
            return false;
        }
        let text = Text::of(ledger.text(), &element.text);
        // 開催場所 above 議長（委員長）の氏名: the next name of a form whose values stand elsewhere.
        if text.as_str().ends_with("の氏名") {
            return false;
        }
        let dated = date::find(text.as_str()).filter(|found| found.range.start == 0);
        let spans = match dated.filter(|_| self.meeting.date_text.is_none()) {
            // 日時　場所　令和６年…: both names first, then both values.
            Some(found) => {
                let (start, end) = time::find(&text.as_str()[found.range.end..]);
                let times = end.or(start).map_or(0, |last| last.range.end);
                self.date(element, ledger, &mut Vec::new());
                let rest = found.range.end + times;
                text.spans(rest..text.as_str().len(), ledger.text())
            }
            None => element.text.clone(),
        };
        if !spans.is_empty() {
            self.meeting.place = Some(ledger.normal_form(&spans));
            self.place_field("place", &spans, ledger);
        }
        true
    }

    pub(super) fn next(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        if element.text.is_empty() {
            return true;
        }
        let passage = ledger.passage(&element.text);
        self.lines = hull(self.lines, Some(passage.lines));
        self.meeting.next = Some(next_meeting(passage));
        true
    }
}

/// What a passage says of the next meeting: `平成29年９月頃`.
fn next_meeting(passage: Passage) -> NextMeeting {
    const APPROXIMATE: [&str; 9] = ["頃", "ころ", "ごろ", "予定", "上旬", "中旬", "下旬", "目途", "めど"];
    let stated = date::partial(&passage.text);
    NextMeeting {
        approximate: APPROXIMATE.iter().any(|word| passage.text.contains(word)),
        text: passage.text,
        spans: passage.spans,
        year: stated.year,
        month: stated.month,
        day: stated.day,
        lines: passage.lines,
    }
}

impl Meeting {
    /// Sets the next meeting: the positions of the field's name, and what stands behind it.
    pub(crate) fn set_next(&mut self, name: Positions, passage: Passage) {
        self.lines = hull(self.lines, Some(passage.lines));
        self.marks.0.extend(name.0);
        self.next = Some(next_meeting(passage));
        self.marks.0.sort_unstable();
    }
}

/// What announces a place on the date's line.
const PLACE_NAMES: [&str; 9] = ["ところ：", "ところ:", "場所：", "場所:", "会場：", "会場:", "於：", "於:", "於　"];

/// What may stand behind a time.
const UNTIL_WORDS: [&str; 14] =
    ["まで", "から", "より", "閉会", "散会", "終了", "閉議", "開会", "開議", "開始", "～", "〜", "~", "頃"];

/// What is doubtful about a stated date.
fn doubts(stated: &date::StatedDate, spans: &[Span], text: Option<&str>) -> Option<Finding> {
    let kind = match (stated.date, stated.weekday, stated.weekday_actual()) {
        (None, _, _) => FindingKind::ImpossibleDate { text: text.unwrap_or_default().to_owned() },
        (Some(date), Some(said), Some(actual)) if said != actual => {
            FindingKind::WeekdayMismatch { date: date.to_string(), stated: said.to_owned(), actual: actual.to_owned() }
        }
        (Some(_), _, _) => return None,
    };
    Some(Finding { kind, at: spans.to_vec() })
}
