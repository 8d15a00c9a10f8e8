//! What stands before the first turn: title, fields, agenda. Nobody speaks there.

use std::collections::HashMap;

use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{Note, Section};
use crate::segment::{self, Minutes};
use crate::{attribute, classify, survey};

/// Reads the lines before the first turn, without those of attendee lists.
pub(crate) fn front(lines: &[Line], ledger: &mut Ledger, findings: &mut Vec<Finding>) -> Minutes {
    let source = ledger.text();
    let habits = survey::survey(lines, source);
    let elements = classify::classify(lines, source, &habits);
    let ends = vec![attribute::End::Text; elements.len()];
    let mut own = Vec::new();
    let mut minutes = segment::segment(&elements, &ends, ledger, &mut own);
    own.retain(|finding| !matches!(finding.kind, FindingKind::UnattributedOpinion));
    findings.extend(own);
    minutes.sections.iter_mut().for_each(silence);
    minutes
}

/// The ids that the sections of the front have taken.
pub(crate) fn ids(sections: &[Section]) -> HashMap<String, usize> {
    let mut used: HashMap<String, usize> = sections.iter().map(|section| (section.id.clone(), 1)).collect();
    let unlabelled = sections.iter().filter(|section| section.id.starts_with("section-")).count();
    used.insert("section".to_owned(), unlabelled);
    used
}

/// Makes notes of what looked like opinions: bulleted lines of an agenda.
fn silence(section: &mut Section) {
    for opinion in std::mem::take(&mut section.opinions) {
        section.marks.0.extend(opinion.marks.0);
        section.notes.push(Note {
            text: opinion.text,
            kind: None,
            assignee: None,
            spans: opinion.spans,
            lines: opinion.lines,
            detached: false,
        });
    }
    section.notes.sort_by_key(|note| note.spans.0.first().copied());
    section.marks.0.sort_unstable();
    section.sections.iter_mut().for_each(silence);
}
