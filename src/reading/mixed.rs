//! A file of minutes and a plan: each part is read as what it is, and both are kept.

use super::Reading;
use crate::attendees::Attendees;
use crate::blocks::Blocks;
use crate::finding::{Finding, FindingKind};
use crate::ids::Ids;
use crate::line::Line;
use crate::model::{Document, DocumentType, Fields, Passage, Section, SectionKind};
use crate::parsed::Parsed;
use crate::plan;
use crate::span::Span;

/// The plan below or above minutes, as far as the minutes' own reading has no place for it.
pub(super) struct Attached {
    /// Its title, which becomes the heading of a section.
    title: Option<Passage>,
    pub lines: Vec<Line>,
}

impl Reading<'_, '_, '_> {
    /// The same, with a plan read that stands below or above the minutes.
    pub fn with_plan(mut self, draft: &plan::Draft, sheet: &Blocks) -> Self {
        self.place_furniture(sheet, |line| !draft.claims(line));
        let parts = self.place_plan(draft);
        self.document.plan = Some(parts.plan);
        self.document.items = parts.items;
        self.document.furniture.extend(parts.furniture);
        let lines = draft.body().to_vec();
        self.says_mixed(lines.first().map(|line| line.span));
        self.attached = Some(Attached { title: parts.title, lines });
        self
    }

    /// A plan, and below it what was said about it.
    pub fn plan_and_minutes(mut self, draft: &plan::Draft, sheet: &Blocks, below: &Blocks) -> Parsed {
        self.place_furniture(below, |_| true);
        let first = below.body.first().map(|line| line.span);
        self.says_mixed(first);
        self.written(&below.body, Ids::default(), &Attendees::default());
        self.plan(draft, sheet)
    }

    fn says_mixed(&mut self, at: Option<Span>) {
        self.findings.push(Finding { kind: FindingKind::MixedDocument, at: at.into_iter().collect() });
    }
}

/// Puts the plan's title among the sections, and says what most of the document is.
pub(super) fn complete(document: &mut Document, attached: &Attached, minutes: usize) {
    if attached.lines.len() > minutes {
        document.r#type = DocumentType::Plan;
    }
    // 【№１】 of the minutes and row 1 are two.
    if document.sections.iter().any(|section| document.items.iter().any(|item| item.id == section.id)) {
        document.items.iter_mut().for_each(|item| item.id.insert_str(0, "plan/"));
    }
    let Some(title) = attached.title.clone() else { return };
    let mut fields = Fields::new();
    fields.insert("heading", title.spans);
    let mut section = Section::new("plan".to_owned(), SectionKind::Heading, None, Some(title.text), fields);
    section.lines = title.lines;
    let at = document.sections.partition_point(|other| other.lines[0] < section.lines[0]);
    document.sections.insert(at, section);
}
