//! What a head states under other names: who may come, how they met, that nobody was away.

use super::Head;
use crate::element::Element;
use crate::ledger::Ledger;
use crate::model::{Attendance, Passage, Statement};
use crate::segment::hull;
use crate::span::Span;
use crate::text::normal_form;
use crate::values::attendance;

impl Head {
    /// `傍聴者：なし`, `出席委員　別紙のとおり`: a statement that names nobody.
    pub(super) fn attendance(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
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
    pub(super) fn statement(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
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
    pub(super) fn manner(&mut self, element: &Element, ledger: &mut Ledger) -> bool {
        self.meeting.format = Some(ledger.normal_form(&element.text));
        self.place_field("format", &element.text, ledger);
        true
    }

    /// Whether it has been said how they met.
    pub(in crate::segment) fn has_format(&self) -> bool {
        self.meeting.format.is_some()
    }

    /// `（書面開催）` below the title.
    pub(in crate::segment) fn format(&mut self, element: &Element, ledger: &mut Ledger) {
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
}

/// `公開（傍聴者1名）`, `一部非公開`.
pub(super) fn is_open_to(text: &str) -> bool {
    ["公開", "非公開", "一部公開", "一部非公開", "全部公開"].iter().any(|word| text.starts_with(word))
}

const BRACKETS: [char; 4] = ['（', '(', '）', ')'];
