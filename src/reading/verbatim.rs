//! Minutes in which turns have been found, and what is summarised behind them: `（参考）書面で提出された意見`.

use super::Reading;
use crate::attendees::Attendees;
use crate::blocks::Blocks;
use crate::ids::Ids;
use crate::line::Line;
use crate::model::{DocumentType, Meeting};
use crate::parsed::Parsed;
use crate::{attribute, classify, segment, survey, verbatim};

impl Reading<'_, '_, '_> {
    /// Minutes in which turns have been found.
    pub(crate) fn verbatim(mut self, sheet: &Blocks, heads: &[verbatim::Head], attendees: &Attendees) -> Parsed {
        self.place_furniture(sheet, |_| true);
        let tail = verbatim::tail(&sheet.body, heads, self.ledger.text());
        if let Some(trace) = &mut self.trace {
            trace.attendees(attendees, &sheet.body, self.ledger.text());
            trace.lines(verbatim::decisions(&sheet.body[..tail], heads, attendees, self.ledger.text()));
        }
        let minutes =
            verbatim::read(&sheet.body[..tail], heads, attendees, &self.register, &mut self.ledger, &mut self.findings);
        self.document.r#type = DocumentType::Minutes;
        self.document.title = minutes.title;
        self.document.meeting = Some(minutes.meeting).filter(|meeting| *meeting != Meeting::default());
        self.document.sections = minutes.sections;
        self.written(&sheet.body[tail..], minutes.ids, attendees);
        self.place_tables();
        self.finish(&sheet.body)
    }

    /// What stands behind the turns under a heading of its own, summarised: `（参考）書面で提出された意見`.
    pub(super) fn written(&mut self, lines: &[Line], ids: Ids, attendees: &Attendees) {
        let Some((heading, lines)) = lines.split_first() else { return };
        let source = self.ledger.text();
        let habits = survey::survey(lines, source);
        let elements = classify::classify_part(lines, source, &habits);
        let ends = attribute::attribute(&elements, source, &self.register, attendees, self.trace.as_deref_mut());
        if let Some(trace) = &mut self.trace {
            trace.elements(&elements, lines);
        }
        let sections = segment::part(heading, &elements, &ends, ids, &mut self.ledger, &mut self.findings);
        self.document.sections.extend(sections);
    }
}
