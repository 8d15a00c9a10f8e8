//! The head of minutes: title, date, times, place, next meeting.

mod stated;
mod when;

use crate::element::Element;
use crate::finding::Finding;
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::model::{LineRange, Meeting, Passage, Positions, Section};
use crate::rules::head::Field;
use crate::segment::{Minutes, hull};
use crate::span::Span;
use crate::text::{Text, normal_form};
use crate::title;
use crate::values::date::StatedDate;
use stated::is_open_to;

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
    /// The day that the title states, for a head that states none.
    titled: Option<StatedDate>,
}

impl Head {
    pub fn title(&mut self, element: &Element, ledger: &mut Ledger) {
        self.marks.extend(&element.marks);
        let passage = ledger.passage(&element.text);
        let facts = title::facts(&normal_form(ledger.text(), &element.text));
        self.meeting.name = facts.name;
        self.meeting.number = facts.number;
        self.meeting.region = facts.region;
        self.titled = facts.date;
        self.title = Some(passage);
    }

    pub fn field(&mut self, field: Field, element: &Element, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        let known = match field {
            Field::Date if self.meeting.date_text.is_none() => self.date(element, ledger, findings),
            Field::Time | Field::Opening if self.meeting.start_time.is_none() => {
                self.times(&Text::of(ledger.text(), &element.text), 0, ledger)
            }
            Field::Closing if self.meeting.end_time.is_none() => self.closing(element, ledger),
            Field::Opening | Field::Closing => self.statement(element, ledger),
            Field::Place if self.meeting.place.is_none() => self.place(element, ledger),
            Field::Next if self.meeting.next.is_none() => self.next(element, ledger),
            Field::Name => self.name(element, ledger),
            Field::Attendees => self.attendance(element, ledger),
            // 議題 above the one topic of the meeting.
            Field::Agenda if !element.text.is_empty() => self.statement(element, ledger),
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
        if let Some(stated) = self.titled.filter(|_| self.meeting.date_text.is_none()) {
            self.meeting.date = stated.date.map(|date| date.to_string());
            self.meeting.weekday_stated = stated.weekday.map(str::to_owned);
            self.meeting.weekday_actual = stated.weekday_actual().map(str::to_owned);
        }
        Minutes { title: self.title, meeting: self.meeting, sections, ids }
    }
}
