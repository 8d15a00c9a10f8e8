//! Stage: elements → the meeting and its sections.

mod head;
mod opinion;
mod sections;
mod summary;
#[cfg(test)]
mod tests;
mod themes;

use crate::attribute::{Duty, End};
use crate::element::{Element, Kind};
use crate::finding::Finding;
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{LineRange, Meeting, Passage, Section};
use crate::rules::head::{Field, NEXT_SENTENCE};
use crate::rules::is_digit;
use crate::rules::summary::{AFFAIRS, Kind as Part};
use crate::title;

pub(crate) use opinion::attribution;
pub(crate) use sections::Sections;
use themes::themes;

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
    let themes = themes(elements, ledger.text());
    for (at, (element, end)) in elements.iter().zip(ends).enumerate() {
        match element.kind {
            Kind::Part(_) if themes[at] => {
                sections.part(Part::Theme, element, end, ledger, findings, &mut head.marks);
            }
            Kind::Title => head.title(element, ledger),
            Kind::Field(Field::Agenda) if has_notes(element, elements.get(at + 1), ledger.text()) => {
                sections.part(Part::Heading, &as_heading(element), end, ledger, findings, &mut head.marks);
            }
            Kind::Field(field) => {
                let ends_topics = !matches!(field, Field::Unnamed | Field::Other) && sections.has_topics();
                let ends_all = matches!(field, Field::Agenda | Field::Next);
                if (ends_all || ends_topics) && element.rule != NEXT_SENTENCE {
                    sections.close_all(ledger);
                }
                let Some(duty) = as_duty(end) else {
                    head.field(field, element, ledger, findings);
                    continue;
                };
                let before = Element { text: duty.text.clone(), ..element.clone() };
                head.field(field, &before, ledger, findings);
                sections.duty(element, duty, ledger);
            }
            Kind::Part(part) => {
                if element.rule == AFFAIRS {
                    sections.close_all(ledger);
                }
                sections.part(part, element, end, ledger, findings, &mut head.marks);
            }
            Kind::Paragraph if sections.is_empty() && !head.has_format() && is_manner(element, ledger.text()) => {
                head.format(element, ledger);
            }
            Kind::Paragraph => sections.paragraph(element, end, ledger, findings),
        }
    }
    let sections = sections.finish(ledger, findings);
    head.finish(sections, ledger)
}

/// Builds the sections of a part behind others, whose ids are used: `（参考）書面で提出された意見` and what stands below.
pub(crate) fn part(
    heading: &Line,
    elements: &[Element],
    ends: &[End],
    ids: Ids,
    ledger: &mut Ledger,
    findings: &mut Vec<Finding>,
) -> Vec<Section> {
    let mut sections = Sections::new(elements).with_ids(ids);
    let mut marks = Vec::new();
    let title = Element {
        kind: Kind::Part(Part::Heading),
        rule: "heading.word",
        label: None,
        marks: Vec::new(),
        text: vec![heading.span],
        lines: 0..1,
        indent: heading.indent,
    };
    sections.part(Part::Heading, &title, &End::Text, ledger, findings, &mut marks);
    for (element, end) in elements.iter().zip(ends) {
        match element.kind {
            Kind::Part(part) => sections.part(part, element, end, ledger, findings, &mut marks),
            Kind::Title | Kind::Field(_) | Kind::Paragraph => sections.paragraph(element, end, ledger, findings),
        }
    }
    let (mut sections, _) = sections.finish(ledger, findings);
    if let Some(last) = sections.last_mut() {
        last.marks.0.extend(ledger.place(&marks).0);
    }
    sections
}

/// `（書面開催）` on a line of its own.
fn is_manner(element: &Element, source: &str) -> bool {
    matches!(element.text.as_slice(), [line] if title::is_manner(line.of(source)))
}

/// Whether something was done under `４　議事` itself: `・会長は、会議を公開とすることについて諮った。`
fn has_notes(element: &Element, next: Option<&Element>, source: &str) -> bool {
    let numbered = matches!(element.marks.as_slice(), [number, _] if number.of(source).starts_with(is_digit));
    let told = |next: &Element| next.text.last().is_some_and(|last| last.of(source).ends_with('。'));
    numbered && next.is_some_and(|next| next.kind == Kind::Part(Part::Bullet) && told(next))
}

/// The same line as a heading with a number.
fn as_heading(element: &Element) -> Element {
    let (label, text) = match element.marks.as_slice() {
        [number, name] => (Some(*number), vec![*name]),
        _ => (None, element.marks.clone()),
    };
    Element { kind: Kind::Part(Part::Heading), label, marks: Vec::new(), text, ..element.clone() }
}

fn as_duty(end: &End) -> Option<&Duty> {
    match end {
        End::Duty(duty) => Some(duty),
        End::Speaker(_) | End::Open { .. } | End::Text => None,
    }
}

/// The smallest range of lines that holds both.
fn hull(a: Option<LineRange>, b: Option<LineRange>) -> Option<LineRange> {
    match (a, b) {
        (Some([a0, a1]), Some([b0, b1])) => Some([a0.min(b0), a1.max(b1)]),
        (range, None) | (None, range) => range,
    }
}
