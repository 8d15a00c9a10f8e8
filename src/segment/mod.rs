//! Stage: elements → the meeting and its sections.

mod head;
mod opinion;
mod sections;
mod summary;

use crate::attribute::End;
use crate::element::{Element, Kind};
use crate::finding::Finding;
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::model::{LineRange, Meeting, Passage, Section};
use crate::rules::head::Field;

pub(crate) use sections::Sections;

/// The minutes as far as elements tell them.
pub(crate) struct Minutes {
    pub title: Option<Passage>,
    pub meeting: Meeting,
    pub sections: Vec<Section>,
    /// The ids that the sections have taken; a stage that adds sections goes on from here.
    pub ids: Ids,
}

/// Builds head and sections, placing what it uses.
pub(crate) fn segment(elements: &[Element], ends: &[End], ledger: &mut Ledger, findings: &mut Vec<Finding>) -> Minutes {
    let mut head = head::Head::default();
    let mut sections = Sections::new(elements);
    for (element, end) in elements.iter().zip(ends) {
        match element.kind {
            Kind::Title => head.title(element, ledger),
            Kind::Field(field) => {
                if matches!(field, Field::Agenda | Field::Next) {
                    sections.close_all(ledger);
                }
                head.field(field, element, ledger, findings);
            }
            Kind::Part(part) => sections.part(part, element, end, ledger, findings, &mut head.marks),
            Kind::Paragraph => sections.paragraph(element, end, ledger, findings),
        }
    }
    let sections = sections.finish(ledger, findings);
    head.finish(sections, ledger)
}

/// The smallest range of lines that holds both.
fn hull(a: Option<LineRange>, b: Option<LineRange>) -> Option<LineRange> {
    match (a, b) {
        (Some([a0, a1]), Some([b0, b1])) => Some([a0.min(b0), a1.max(b1)]),
        (range, None) | (None, range) => range,
    }
}
