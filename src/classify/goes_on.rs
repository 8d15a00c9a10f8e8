//! Whether an unmarked line goes on with what is open: `…保健⏎福祉事務所…`.

use super::Classifier;
use crate::blocks::ends_sentence;
use crate::element::{Element, Kind};
use crate::line::Line;
use crate::rules::head::Field;
use crate::rules::is_digit;
use crate::rules::summary::Kind as Part;
use crate::survey::NARROW;
use crate::text::normal_form;
use crate::trailing::{is_close, is_open};
use crate::values::time;

impl Classifier<'_> {
    /// Whether an unmarked line goes on with what is open.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let (Some(open), Some(before)) = (self.elements.last(), at.checked_sub(1)) else { return false };
        let line = &self.body[at];
        let near = line.gap <= self.habits.gap;
        let wrapped = self.habits.is_full(&self.body[before]) && near;
        if self.depth > 0 && open.lines.len() < 40 && !matches!(open.kind, Kind::Title) {
            return true;
        }
        match open.kind {
            Kind::Part(Part::Bullet | Part::Note) => {
                let hangs = near && line.indent > open.indent;
                let torn = near || self.depth > 0 || self.habits.is_full(&self.body[before]);
                torn && !self.is_finished(open) || wrapped || hangs || self.is_bracket(line)
            }
            // A short line that the width does not end ends where its author likes.
            Kind::Paragraph => {
                let may = self.in_body && self.body[before].width >= NARROW;
                wrapped || near && !self.is_finished(open) && open.indent >= line.indent && may
            }
            Kind::Part(Part::Heading) if open.label.is_none() => false,
            // …について ends a heading.
            Kind::Part(Part::Agenda | Part::Theme | Part::Item | Part::Heading)
                if self.depth == 0
                    && self.body[before].text(self.source).ends_with("について")
                    && !line.first(self.source).is_some_and(|c| "（(のはを、".contains(c)) =>
            {
                false
            }
            Kind::Part(Part::Agenda | Part::Theme | Part::Item | Part::Heading) => {
                let wide = near && self.habits.is_nearly_full(&self.body[before]);
                wrapped || wide || near && open.text.is_empty() && !self.ends_with_stop(line)
            }
            Kind::Field(Field::Date | Field::Place | Field::Time | Field::Next | Field::Name) => {
                open.text.is_empty() || wrapped || near && line.indent > open.indent || self.is_time(line, open)
            }
            Kind::Part(Part::Other | Part::Summary | Part::Opinions | Part::End)
            | Kind::Field(Field::Agenda | Field::Attendees | Field::Unnamed)
            | Kind::Title => false,
        }
    }

    fn ends_with_stop(&self, line: &Line) -> bool {
        matches!(line.last(self.source), Some('。' | '．'))
    }

    /// A line that is one bracket: the attribution that found no place on the line before.
    fn is_bracket(&self, line: &Line) -> bool {
        let text = line.text(self.source);
        text.starts_with(is_open) && text.trim_end_matches('。').ends_with(is_close)
    }

    /// Whether what is open ends as a text may end: with a full stop or a closed bracket.
    pub(super) fn is_finished(&self, open: &Element) -> bool {
        let last = open.text.last().and_then(|piece| piece.of(self.source).chars().next_back());
        self.depth == 0 && last.is_some_and(|c| ends_sentence(c) && !matches!(c, '」' | '』'))
    }

    /// `19：00～21：00` on a line of its own below the date.
    pub(super) fn is_time(&self, line: &Line, open: &Element) -> bool {
        let first = line.first(self.source).is_some_and(|c| is_digit(c) || c == '午');
        open.kind == Kind::Field(Field::Date)
            && first
            && time::find(&normal_form(self.source, &[line.span])).0.is_some()
    }
}
