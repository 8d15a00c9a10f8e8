//! Minutes that sum up, or a document that is none of all.

use super::Reading;
use super::signs::is_minutes;
use crate::attendees::Attendees;
use crate::blocks::Blocks;
use crate::element::Kind;
use crate::finding::{Finding, FindingKind};
use crate::line::Line;
use crate::model::{DocumentType, Meeting};
use crate::options::TypeHint;
use crate::parsed::Parsed;
use crate::{attribute, classify, plan, segment, survey, verbatim};

impl Reading<'_, '_, '_> {
    /// Minutes that sum up; a document that is none of all is unknown.
    pub(crate) fn summary(mut self, sheet: &Blocks, lines: &[Line], lost: bool, attendees: &Attendees) -> Parsed {
        let source = self.ledger.text();
        let body = attendees.without_lists(&sheet.body);
        let habits = survey::survey(&body, source);
        let elements = classify::classify(&body, source, &habits);
        let ends = attribute::attribute(&elements, source, &self.register, attendees, self.trace.as_deref_mut());
        let is_minutes = self.attached.is_some()
            || self.options.r#type == TypeHint::Minutes
            // A meeting's head, and a table of what was said there.
            || !self.tables.is_empty() && plan::states_meeting(&sheet.body, source)
            || !verbatim::is_letter(&sheet.body, source)
                && is_minutes(&elements, &ends, source, attendees, self.options.r#type);
        // Minutes of a meeting say when it was; a title alone does not outweigh columns that are plainly lost.
        let dated = elements.iter().any(|element| element.kind == Kind::Field(crate::rules::head::Field::Date));
        if lost && !(is_minutes && dated) {
            // Numbers alone on their lines are rows' here, not pages'.
            self.findings.push(Finding { kind: FindingKind::LostColumns, at: Vec::new() });
            return self.finish(lines);
        }
        self.place_furniture(sheet, |_| true);
        if is_minutes {
            if let Some(trace) = &mut self.trace {
                trace.elements(&elements, &body);
                trace.attendees(attendees, &sheet.body, source);
            }
            let mut minutes = segment::segment(&elements, &ends, &mut self.ledger, &mut self.findings);
            attendees.place(&mut minutes.meeting, &mut self.ledger);
            self.document.r#type = DocumentType::Minutes;
            self.document.title = minutes.title;
            self.document.meeting = Some(minutes.meeting).filter(|meeting| *meeting != Meeting::default());
            self.document.sections = minutes.sections;
            self.place_tables();
        } else {
            self.findings.push(Finding { kind: FindingKind::UnknownDocument, at: Vec::new() });
        }
        self.finish(&sheet.body)
    }
}
