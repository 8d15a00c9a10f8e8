//! What a line would open if it stood alone: a field (`日時：…`), a heading, a bullet, or nothing.

use super::Classifier;
use super::answer::answer;
use super::bullet::run_of_marks;
use super::own_label::numbers_items;
use super::topics::{NUMBERED, Style, topic};
use super::uses::Use;
use crate::element::{Element, Kind};
use crate::leading::{self, Sign};
use crate::line::Line;
use crate::rules::asides::{BETWEEN_DASHES, is_between_dashes};
use crate::rules::head::{BARE_DATE, CLOSED_AT, FIELDS, Field, OPENED_AT, TOPICS_ABOVE};
use crate::rules::summary::{Kind as Part, RULES};
use crate::rules::{LEADING_MARK, Rule, is_bullet, is_digit};
use crate::span::Span;
use crate::text::normal_form;
use crate::values::counter::is_counter;
use crate::values::{attendance, date};

/// What a line would open, seen by itself.
pub(super) struct Opening {
    pub kind: Kind,
    pub rule: &'static str,
    pub label: Option<Span>,
    pub marks: Vec<Span>,
    pub text: Span,
}

impl Classifier<'_> {
    /// What the line would open if it stood alone.
    pub(super) fn opening(&self, at: usize) -> Option<Opening> {
        let line = &self.body[at];
        let text = line.text(self.source);
        self.field(text, at).or_else(|| {
            let torn = |sign: Sign| sign == Sign::HalfBracket && self.depth > 0;
            if self.led.is_some_and(|sign| !torn(sign) && self.may_be_told(text) && leading::opens(text, sign)) {
                return Some(paragraph(line, Kind::Part(Part::Bullet), "opinion.led"));
            }
            if self.answers_by_name(text) {
                return Some(paragraph(line, Kind::Part(Part::Bullet), "opinion.led"));
            }
            if let Some(opening) = answer(line, self.source).filter(|_| self.in_body) {
                return Some(opening);
            }
            if let Some(opening) = self.desk_answers(at) {
                return Some(opening);
            }
            if is_between_dashes(text) {
                return Some(paragraph(line, Kind::Paragraph, BETWEEN_DASHES));
            }
            if self.uses.precede_rules(at, text)
                && let Some(numbered) = self.topic(at, text)
            {
                return Some(numbered);
            }
            if let Some(opening) = self.marked_heading(text, line) {
                return Some(opening);
            }
            if let Some((rule, mark)) = RULES.leading(text) {
                return Some(leading(rule, run_of_marks(text, mark), line));
            }
            let Some((rule, caught)) = RULES.decide(text) else {
                let topic = self.topic(at, text).or_else(|| self.bracketed_heading(at));
                return topic.or_else(|| self.bare_heading(line, text));
            };
            if rule.pattern == LEADING_MARK {
                let mark = text.chars().next().map_or(0, char::len_utf8);
                return Some(leading(rule, run_of_marks(text, mark), line));
            }
            let part = |name: &str| caught.name(name).map(|found| shifted(found.range(), line));
            let label = part("label");
            let text =
                part("text").or(part("counted")).or(part("near")).unwrap_or(Span::new(line.span.end, line.span.end));
            // 25 件: a figure and what it counts.
            if rule.kind == Part::Heading && label.is_some() && is_counter(text.of(self.source)) {
                return None;
            }
            // １．開会: the full stop behind the number.
            let between = label.map(|label| Span::new(label.end, text.start).trim(self.source));
            // 7 会議概要 | |: bars that an extractor left of a form's cells.
            // （１）前回の確認、 before （２）… on the same line: the comma parts the two.
            let divided = self.body.get(at + 1).is_some_and(|next| next.number == line.number);
            let sign = |c| matches!(c, '|' | '｜' | ' ' | '\u{3000}') || divided && matches!(c, '、' | '，');
            let bare = text.of(self.source).trim_end_matches(sign).len();
            let bars = Span::new(text.start + bare, text.end).trim(self.source);
            let text = if bars.is_empty() { text } else { Span::new(text.start, text.start + bare) };
            let around = part("mark").into_iter().chain(between).chain(part("close")).chain([bars]);
            let marks = around.filter(|mark| !mark.is_empty()).collect();
            let opening = Opening { kind: Kind::Part(rule.kind), rule: rule.id, label, marks, text };
            Some(whole_line_mark(opening, rule, line))
        })
    }

    /// Whether the head is over: the topics have begun, or a sentence stands below a numbered heading that is no field.
    fn may_be_told(&self, text: &str) -> bool {
        let heads = |element: &Element| matches!(element.kind, Kind::Part(Part::Heading | Part::Bullet));
        let headed = || {
            let numbered = self.counters.iter().any(|(part, _)| *part == Part::Heading);
            numbered || self.elements.iter().rev().take(8).any(heads)
        };
        self.in_body || text.contains('。') && headed()
    }

    /// `Ⅰ 連携`, where this document sets off its themes so; `１）…`, where it numbers its opinions.
    fn topic(&self, at: usize, text: &str) -> Option<Opening> {
        let (line, topic) = (&self.body[at], topic(text).or_else(|| self.uses.own(text))?);
        // 【公開用】 above the title heads nothing.
        let bracketed = matches!(topic.style, Style::Lenticular | Style::Enclosed(_));
        let early = bracketed && !self.in_body && self.elements.len() < 3;
        let used = self.uses.of(topic.style, at).filter(|_| !early)?;
        let label = topic.label.map(|label| shifted(label, line));
        let text = shifted(topic.text, line);
        let front = Span::new(label.map_or(line.span.start, |label| label.end), text.start).trim(self.source);
        let behind = Span::new(text.end, line.span.end).trim(self.source);
        let mut marks: Vec<Span> = [front, behind].into_iter().filter(|mark| !mark.is_empty()).collect();
        Some(match used {
            // Below （主な意見） it is a theme; that is for the sections to say.
            Use::Theme if topic.style == Style::Ordinal => {
                Opening { kind: Kind::Part(Part::Agenda), rule: "theme.topic", label, marks, text }
            }
            Use::Theme if label.is_some_and(|label| topic.style.is_own() && numbers_items(label.of(self.source))) => {
                Opening { kind: Kind::Part(Part::Item), rule: "item.counted", label, marks, text }
            }
            Use::Theme => Opening { kind: Kind::Part(Part::Theme), rule: "theme.topic", label, marks, text },
            Use::Part => Opening { kind: Kind::Part(Part::Heading), rule: "heading.topic", label, marks, text },
            Use::List => {
                marks.splice(0..0, label);
                Opening { kind: Kind::Part(Part::Bullet), rule: NUMBERED, label: None, marks, text }
            }
        })
    }

    /// A field of the head, which lasts until something is told. Below it only what announces an agenda or the next meeting
    /// is one.
    fn field(&self, text: &str, at: usize) -> Option<Opening> {
        let line = &self.body[at];
        let first = text.chars().next()?;
        let over = self.in_body && self.told;
        let bracketed = matches!(first, '（' | '(');
        if over && !bracketed && !(is_digit(first) || "次今議案協検■□●◆◇◎○〇◯【〔［[＜〈《".contains(first))
        {
            return None;
        }
        // （３）次回の日程について is on the agenda; （５）次回会議 above a date ends it.
        let dated = || self.is_dated_below(at) || dates_next(text);
        if over && bracketed && !(text.contains("次回") && dated()) {
            return None;
        }
        let (rule, caught) = FIELDS.decide(text)?;
        if matches!(rule.id, TOPICS_ABOVE | OPENED_AT | CLOSED_AT) && self.in_body {
            return None;
        }
        if over && bracketed && rule.kind != Field::Next {
            return None;
        }
        // （３）今後について is on the agenda; ４ 今後の日程 ends it.
        let when = |name: &str| ["開", "日", "予", "会", "期"].iter().any(|word| name.contains(word));
        if rule.kind == Field::Next
            && caught.name("name").is_some_and(|name| name.as_str().starts_with('今') && !when(name.as_str()))
        {
            return None;
        }
        // ■事務局　来月に集める。: who was there is no sentence, and below （主な意見） the desk says something.
        let desk = || caught.name("name").is_some_and(|name| name.as_str() == "事務局");
        if rule.kind == Field::Attendees && (text.contains('。') || over && desk()) {
            return None;
        }
        // ・会場　市民会館 below （１）研修 is a matter of that item.
        let of_item = |element: &Element| matches!(element.kind, Kind::Part(Part::Agenda | Part::Theme | Part::Item));
        if self.in_body
            && matches!(rule.kind, Field::Place | Field::Manner)
            && is_bullet(first)
            && self.elements.last().is_some_and(of_item)
        {
            return None;
        }
        // ５ 配布資料 above a list of them is a heading.
        let value = |name: &str| caught.name(name).is_some_and(|value| !value.as_str().trim().is_empty());
        if rule.kind == Field::Other && text.ends_with('料') && !value("value") && !value("spaced") && is_digit(first)
        {
            return None;
        }
        // 日時 above 平成27年…: the name has opened the field already. Below the head a date may begin any line.
        let date = Kind::Field(Field::Date);
        let opened = self.elements.last().is_some_and(|open| open.kind == date);
        if rule.id == BARE_DATE && (self.in_body || opened) {
            return None;
        }
        // ○医師会：産業医が足りない。: no field's value is a sentence, nor does a bullet behind a heading open one.
        let begun = || self.elements.iter().any(|element| matches!(element.kind, Kind::Part(_)));
        let listed = || topic(text).is_some_and(|topic| self.uses.of(topic.style, at) == Some(Use::List));
        // 議題１：見守りについて, ■第１号議案：決算: a part of the meeting.
        let agenda = || RULES.rule(text).is_some_and(|rule| rule.kind == Part::Agenda);
        if rule.kind == Field::Unnamed && (text.contains('。') || is_bullet(first) && begun() || listed() || agenda())
        {
            return None;
        }
        let part = |name: &str| caught.name(name).map(|found| shifted(found.range(), line));
        let value = part("value").or(part("spaced")).or(part("joined"));
        if self.in_body && !self.is_late_field(rule.kind, value, line) {
            return None;
        }
        let mut value = value.unwrap_or(Span::new(line.span.end, line.span.end));
        let bar = value.of(self.source).trim_end_matches(['|', '｜']).len();
        let tail = part("close").unwrap_or(Span::new(value.start + bar, value.end));
        value.end = tail.start;
        let head = Span::new(line.span.start, value.start).trim(self.source);
        let marks = match part("name") {
            Some(name) if name.start > head.start => {
                let number = Span::new(head.start, name.start).trim(self.source);
                vec![number, Span::new(name.start, head.end)]
            }
            _ => vec![head],
        };
        let marks = marks.into_iter().chain((!tail.is_empty()).then_some(tail)).collect();
        Some(Opening { kind: Kind::Field(rule.kind), rule: rule.id, label: None, marks, text: value })
    }

    /// Whether a date or a month stands right below and nothing else.
    fn is_dated_below(&self, at: usize) -> bool {
        let below = self.body.get(at + 1).map_or("", |next| next.text(self.source));
        is_date(below)
    }

    /// Whether a field may stand behind the list of topics: `２　日時　令和５年…` below `１　議題`, `７　傍聴者　２名`.
    fn is_late_field(&self, field: Field, value: Option<Span>, line: &Line) -> bool {
        let stated = value.map_or(String::new(), |value| normal_form(self.source, &[value]));
        match field {
            Field::Agenda | Field::Next => true,
            Field::Attendees if stated.is_empty() => {
                let next = self.body.partition_point(|other| other.span.start <= line.span.start);
                self.body.get(next).is_some_and(|next| attendance::is_stated(&normal_form(self.source, &[next.span])))
            }
            Field::Attendees => attendance::is_stated(&stated),
            Field::Date => !self.told && (stated.is_empty() || date::find(&stated).is_some()),
            // 〇場所 alone on its line, with its value below.
            Field::Place if stated.is_empty() => {
                !self.told && self.elements.iter().all(|open| open.kind != Kind::Field(Field::Place))
            }
            Field::Opening | Field::Closing => !self.told,
            Field::Time | Field::Place | Field::Manner => !self.told && !stated.is_empty() && !stated.ends_with('。'),
            Field::Other => !self.told && value.is_some(),
            Field::Name | Field::Unnamed => false,
        }
    }
}

/// Whether the line says when, and no more: `（５）次回会議：令和５年３月頃`.
fn dates_next(text: &str) -> bool {
    text.split_once(['：', ':']).is_some_and(|(_, value)| is_date(value.trim()))
}

/// Whether words are a date or a month and nothing else.
fn is_date(words: &str) -> bool {
    let dated = words.starts_with(is_digit) || ["令和", "平成", "昭和"].iter().any(|era| words.starts_with(era));
    dated && words.contains('月') && !words.contains('。') && words.chars().nth(24).is_none()
}

fn shifted(range: std::ops::Range<usize>, line: &Line) -> Span {
    Span::new(line.span.start + range.start, line.span.start + range.end)
}

/// A mark of so many bytes and the text behind it.
fn leading(rule: &Rule<Part>, mark: usize, line: &Line) -> Opening {
    let behind = line.span.start + mark;
    Opening {
        kind: Kind::Part(rule.kind),
        rule: rule.id,
        label: None,
        marks: vec![Span::new(line.span.start, behind)],
        text: Span::new(behind, line.span.end),
    }
}

pub(super) fn paragraph(line: &Line, kind: Kind, rule: &'static str) -> Opening {
    Opening { kind, rule, label: None, marks: Vec::new(), text: line.span }
}

/// （主な意見） and （以上） are marks as a whole.
fn whole_line_mark(mut opening: Opening, rule: &Rule<Part>, line: &Line) -> Opening {
    if matches!(rule.kind, Part::Opinions | Part::End) {
        opening.marks = vec![line.span];
    }
    opening
}
