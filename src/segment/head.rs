//! The head of minutes: title, date, times, place, next meeting.

use crate::element::Element;
use crate::finding::{Finding, FindingKind};
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::lexicon::any_of::AnyOf;
use crate::model::{Attendance, LineRange, Meeting, NextMeeting, Passage, Positions, Section, Statement};
use crate::rules::head::{BARE_DATE, Field};
use crate::segment::{Minutes, hull};
use crate::span::Span;
use crate::text::{Text, normal_form};
use crate::title;
use crate::values::{attendance, date, time};

/// The head as it fills.
#[derive(Default)]
pub(super) struct Head {
    title: Option<Passage>,
    /// Whether the title is what a form states as the meeting's name, and where the form's own heading stands.
    named: bool,
    form: Option<Positions>,
    meeting: Meeting,
    /// Marks of the head and of what frames the whole, （以上）.
    pub marks: Vec<Span>,
    lines: Option<LineRange>,
}

impl Head {
    pub fn title(&mut self, element: &Element, ledger: &mut Ledger) {
        self.marks.extend(&element.marks);
        let passage = ledger.passage(&element.text);
        let facts = title::facts(&passage.text);
        self.meeting.name = facts.name;
        self.meeting.number = facts.number;
        self.meeting.region = facts.region;
        self.title = Some(passage);
    }

    pub fn field(&mut self, field: Field, element: &Element, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        let known = match field {
            Field::Date if self.meeting.date_text.is_none() => self.date(element, ledger, findings),
            Field::Time if self.meeting.start_time.is_none() => {
                self.times(&Text::of(ledger.text(), &element.text), 0, ledger)
            }
            Field::Place if self.meeting.place.is_none() => self.place(element, ledger),
            Field::Next if self.meeting.next.is_none() => self.next(element, ledger),
            Field::Name => self.name(element, ledger),
            Field::Attendees => self.attendance(element, ledger),
            Field::Agenda => true,
            // 開催形態　公開（傍聴者1名） says who may come.
            Field::Manner if element.text.first().is_some_and(|text| is_open_to(text.of(ledger.text()))) => {
                self.statement(element, ledger)
            }
            Field::Manner if self.meeting.format.is_none() && !element.text.is_empty() => self.manner(element, ledger),
            // 配布資料 above a list.
            Field::Other if element.text.is_empty() => true,
            Field::Other | Field::Unnamed => self.statement(element, ledger),
            Field::Date | Field::Time | Field::Place | Field::Next | Field::Manner => false,
        };
        if known {
            self.marks.extend(&element.marks);
        }
    }

    /// `会議名：令和5年第3回定例会`: what a form states goes before the heading of the form.
    fn name(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        if element.text.is_empty() || self.named {
            return element.text.is_empty();
        }
        self.named = true;
        if let Some(form) = self.title.take() {
            self.form = Some(form.spans);
        }
        self.marks.extend(&element.marks);
        let marks = std::mem::take(&mut self.marks);
        self.title(element, ledger);
        self.marks = marks;
        false
    }

    /// `平成 29年１月 30日（水）19：00～21：00`.
    fn date(&mut self, element: &Element, ledger: &mut Ledger, findings: &mut Vec<Finding>) -> bool {
        let text = Text::of(ledger.text(), &element.text);
        let found = date::find(text.as_str());
        let dated = found.is_some();
        let Some(stated) = found.or_else(|| date::without_year(text.as_str())) else { return false };
        let more = date::days_behind(text.as_str(), &stated);
        let end = more.last().map_or(stated.range.end, |last| last.range.end);
        let spans = text.spans(stated.range.start..end, ledger.text());
        self.meeting.date_text = Some(normal_form(ledger.text(), &spans));
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
            self.times(&text, end, ledger);
            if self.meeting.place.is_none() {
                if element.rule == BARE_DATE {
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
    fn place_behind(&mut self, text: &Text, from: usize, ledger: &mut Ledger) {
        static PLACES: AnyOf =
            AnyOf::new(&["室", "館", "ホール", "センター", "役所", "役場", "庁舎", "会場", "オンライン"]);
        let behind = &text.as_str()[from..];
        let (start, end) = time::find(behind);
        let rest = &behind[end.or(start).map_or(0, |last| last.range.end)..];
        let rest = rest.trim_start();
        let rest = UNTIL_WORDS.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest).trim_start();
        if PLACES.is_in(rest) && !rest.contains('。') && rest.chars().nth(40).is_none() {
            let spans = text.spans(text.as_str().len() - rest.len()..text.as_str().len(), ledger.text());
            self.meeting.place = Some(normal_form(ledger.text(), &spans));
            self.place_field("place", &spans, ledger);
        }
    }

    /// `とき：令和４年７月28日　ところ：福祉会館`: both fields on one line.
    fn place_named(&mut self, text: &Text, from: usize, ledger: &mut Ledger) {
        const NAMES: [&str; 6] = ["ところ：", "ところ:", "場所：", "場所:", "会場：", "会場:"];
        let behind = &text.as_str()[from..];
        let found = NAMES.iter().find_map(|name| behind.find(name).map(|at| (at, at + name.len())));
        let Some((start, end)) = found.filter(|(_, end)| !behind[*end..].trim().is_empty()) else { return };
        let place = from + end + behind[end..].len() - behind[end..].trim_start().len();
        let spans = text.spans(place..text.as_str().len(), ledger.text());
        self.marks.extend(text.spans(from + start..from + end, ledger.text()));
        self.meeting.place = Some(normal_form(ledger.text(), &spans));
        self.place_field("place", &spans, ledger);
    }

    /// The times from byte `from` of the text on. The character between two times is a mark.
    fn times(&mut self, text: &Text, from: usize, ledger: &mut Ledger) -> bool {
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

    /// 午前10時から正午まで, 午後2時41分散会: the last word says no more than that it is the end, or the beginning.
    fn mark_until(&mut self, text: &Text, from: usize, ledger: &Ledger) {
        let behind = &text.as_str()[from..];
        if let Some(rest) = UNTIL_WORDS.iter().find_map(|word| behind.trim_start().strip_prefix(word)) {
            self.marks.extend(text.spans(from..from + behind.len() - rest.len(), ledger.text()));
        }
    }

    /// `傍聴者：なし`, `出席委員　別紙のとおり`: a statement that names nobody.
    fn attendance(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        let stated = normal_form(ledger.text(), &element.text);
        // A number may stand before the field's name, a form's bars behind its value.
        let mut names = element.marks.iter().map(|mark| normal_form(ledger.text(), &[*mark]));
        let name = names.find(|name| name.contains(char::is_alphabetic));
        // 事務局：皆さんこんにちは。… is said by somebody.
        let told = stated.trim_end_matches('。').contains('。');
        let Some(name) = name.filter(|_| !told && attendance::is_stated(&stated)) else { return false };
        let group = name.chars().filter(|c| c.is_alphanumeric()).collect();
        let passage = ledger.passage(&element.text);
        self.lines = hull(self.lines, Some(passage.lines));
        self.meeting.attendance.push(Attendance::of(group, passage));
        true
    }

    /// `公開・非公開の別　公開`: a name of its own, and what it says.
    fn statement(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        let told = |piece: &Span| piece.of(ledger.text()).contains('。');
        if element.text.is_empty() || element.text.iter().any(told) {
            return false;
        }
        // A number may stand before the field's name.
        let Some(name) = element
            .marks
            .iter()
            .map(|mark| normal_form(ledger.text(), &[*mark]))
            .rfind(|mark| mark.contains(char::is_alphabetic))
        else {
            return false;
        };
        let name = name.trim_matches(|c: char| "：:|｜【】〔〕［］[]".contains(c) || c.is_whitespace()).to_owned();
        let passage = ledger.passage(&element.text);
        self.lines = hull(self.lines, Some(passage.lines));
        let who = ["出席", "参加", "欠席", "傍聴"].iter().any(|word| name.starts_with(word));
        if who && attendance::is_stated(&passage.text) {
            self.meeting.attendance.push(Attendance::of(name, passage));
        } else {
            let Passage { text, spans, lines } = passage;
            self.meeting.statements.push(Statement { name, text, spans, lines });
        }
        true
    }

    /// `開催方法：Ｗｅｂ会議`.
    fn manner(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        self.meeting.format = Some(normal_form(ledger.text(), &element.text));
        self.place_field("format", &element.text, ledger);
        true
    }

    /// Whether it has been said how they met.
    pub fn has_format(&self) -> bool {
        self.meeting.format.is_some()
    }

    /// `（書面開催）` below the title.
    pub fn format(&mut self, element: &Element, ledger: &mut Ledger) {
        let source = ledger.text();
        let inside = |span: &Span| {
            let text = span.of(source);
            let (start, end) =
                (text.len() - text.trim_start_matches(BRACKETS).len(), text.trim_end_matches(BRACKETS).len());
            Span::new(span.start + start, span.start + end.max(start))
        };
        let spans: Vec<Span> = element.text.iter().map(inside).collect();
        for (whole, inner) in element.text.iter().zip(&spans) {
            self.marks.push(Span::new(whole.start, inner.start));
            self.marks.push(Span::new(inner.end, whole.end));
        }
        self.marks.retain(|mark| !mark.is_empty());
        self.meeting.format = Some(normal_form(source, &spans));
        self.place_field("format", &spans, ledger);
    }

    fn place(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        if element.text.is_empty() {
            return false;
        }
        let text = Text::of(ledger.text(), &element.text);
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
            self.meeting.place = Some(normal_form(ledger.text(), &spans));
            self.place_field("place", &spans, ledger);
        }
        true
    }

    fn next(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        if element.text.is_empty() {
            return true;
        }
        let passage = ledger.passage(&element.text);
        let stated = date::partial(&passage.text);
        let approximate = ["頃", "ころ", "ごろ", "予定", "上旬", "中旬", "下旬", "目途", "めど"];
        self.lines = hull(self.lines, Some(passage.lines));
        self.meeting.next = Some(NextMeeting {
            approximate: approximate.iter().any(|word| passage.text.contains(word)),
            text: passage.text,
            spans: passage.spans,
            year: stated.year,
            month: stated.month,
            day: stated.day,
            lines: passage.lines,
        });
        true
    }

    fn place_field(&mut self, name: &'static str, spans: &[Span], ledger: &mut Ledger) {
        self.lines = hull(self.lines, ledger.lines(spans));
        self.meeting.fields.insert(name, ledger.place(spans));
    }

    /// Closes the head around the finished sections.
    pub fn finish(mut self, (sections, ids): (Vec<Section>, Ids), ledger: &mut Ledger) -> Minutes {
        self.marks.sort_unstable();
        self.meeting.marks = ledger.place(&self.marks);
        if let Some(form) = self.form {
            self.meeting.marks.0.extend(form.0);
            self.meeting.marks.0.sort_unstable();
        }
        self.meeting.lines = self.lines;
        Minutes { title: self.title, meeting: self.meeting, sections, ids }
    }
}

/// `公開（傍聴者1名）`, `一部非公開`.
fn is_open_to(text: &str) -> bool {
    ["公開", "非公開", "一部公開", "一部非公開", "全部公開"].iter().any(|word| text.starts_with(word))
}

/// What may stand behind a time.
const UNTIL_WORDS: [&str; 12] =
    ["まで", "から", "より", "閉会", "散会", "終了", "閉議", "開会", "開議", "開始", "～", "〜"];

const BRACKETS: [char; 4] = ['（', '(', '）', ')'];

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
