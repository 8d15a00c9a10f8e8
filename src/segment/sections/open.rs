//! A section that still grows.

use super::heading::{announces_below, introduces};
use crate::attribute::End;
use crate::classify::answer::answers;
use crate::element::Element;
use crate::finding::Finding;
use crate::ledger::Ledger;
use crate::model::{LineRange, Note, Opinion, OpinionKind, Section, SectionKind};
use crate::rules::headings::lists_decisions;
use crate::segment::hull;
use crate::segment::opinion::{self, Parts};
use crate::span::Span;

/// A section that still grows.
pub(super) struct Open {
    pub section: Section,
    pub marks: Vec<Span>,
    pub lines: Option<LineRange>,
    /// Whether （主な意見） has been passed.
    pub opinions: bool,
    /// The label, or the bracket that opens before it.
    pub first: Option<Span>,
    /// How far its first line is indented.
    pub indent: usize,
}

impl Open {
    pub fn is_marked_heading(&self) -> bool {
        let heading = self.section.kind == SectionKind::Heading;
        heading && self.section.label.is_none() && self.section.heading.is_some()
    }

    /// Whether what stands below it was decided: nobody says it, and opinions that follow are none of it.
    pub fn lists_decisions(&self) -> bool {
        self.section.heading.as_deref().is_some_and(lists_decisions)
    }

    pub fn opinion(&mut self, element: &Element, end: &End, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        let number = self.section.opinions.len() + 1;
        let id = [&self.section.id, "/opinion-", &number.to_string()].concat();
        let kind = match self.section.kind {
            SectionKind::Summary => OpinionKind::Summary,
            SectionKind::Agenda
            | SectionKind::Theme
            | SectionKind::Item
            | SectionKind::Other
            | SectionKind::Heading => OpinionKind::Opinion,
        };
        let parts = Parts::of(element, end);
        if parts.text.is_empty() {
            return;
        }
        let mut opinion: Opinion = opinion::opinion(id, kind, &parts, ledger, findings);
        self.reply(element, &mut opinion, ledger.text());
        self.lines = hull(self.lines, Some(opinion.lines));
        self.section.opinions.push(opinion);
    }

    pub fn note(&mut self, element: &Element, ledger: &mut Ledger) {
        if element.text.is_empty() {
            return;
        }
        let passage = ledger.passage(&element.text);
        self.lines = hull(self.lines, Some(passage.lines));
        self.section.notes.push(Note::new(passage));
    }

    /// What the last note says of the lines below it: `次の意見があった。`, `次の報告があった。`, `【決定事項】`.
    pub fn announced(&mut self) {
        let Some(note) = self.section.notes.last() else { return };
        if announces_below(&note.text) {
            self.opinions = true;
        } else if introduces(&note.text) {
            self.opinions = false;
        }
    }

    /// `→了解した。` below `・出典を明記すること。` answers it; so does a second arrow.
    fn reply(&self, element: &Element, opinion: &mut Opinion, source: &str) {
        let Some(before) = self.section.opinions.last().filter(|_| answers(element, source)) else { return };
        opinion.kind = OpinionKind::Answer;
        // ・場所はどこか。 between them is a note, which nothing can reply to.
        if self.section.notes.last().is_some_and(|note| note.lines[0] > before.lines[1]) {
            return;
        }
        opinion.replies_to = before.replies_to.clone().or_else(|| Some(before.id.clone()));
    }

    pub fn into_section(mut self, ledger: &mut Ledger) -> Option<Section> {
        self.section.marks = ledger.place(&self.marks);
        self.section.lines = self.lines.or_else(|| ledger.lines(&self.marks))?;
        Some(self.section)
    }
}
