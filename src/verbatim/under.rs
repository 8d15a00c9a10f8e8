//! The first turns, below a heading of the front under which something has been told: `（１）計画について⏎資料１を説明した。⏎（委員）…`.
//!
//! The front is read as a summary and the turns are read apart from it; where no heading stands between them, they are of one part.

use rustc_hash::FxHashMap;

use crate::model::{NoteKind, Section};

/// So many lines lie at most between what is told below the heading and the first turn; every other one may be blank.
const NEAR: usize = 3;

/// Puts the turns that no heading precedes under the last heading of the front, if they belong there.
pub(super) fn join(front: &mut [Section], turns: &mut Vec<Section>) {
    let Some(first) = turns.first().filter(|first| is_bare(first) && first.sections.is_empty()) else { return };
    let lines = first.lines;
    let Some(last) = front.last_mut().filter(|section| tells(innermost(section), lines[0])) else { return };
    let bare = turns.remove(0);
    let mut ids = FxHashMap::default();
    take(last, bare, &mut ids);
    turns.iter_mut().for_each(|section| follow(section, &ids));
}

fn is_bare(section: &Section) -> bool {
    section.label.is_none() && section.heading.is_none()
}

fn innermost(section: &Section) -> &Section {
    section.sections.last().map_or(section, innermost)
}

/// Whether something is told below a numbered heading, right above that line: below the last point of an agenda is nothing.
fn tells(section: &Section, line: usize) -> bool {
    let told = |text: &str| text.ends_with('。') || text.ends_with("説明") || text.ends_with("報告");
    let last = section.notes.last();
    let said = last.is_some_and(|note| note.kind == Some(NoteKind::Procedure) || told(&note.text));
    section.label.is_some()
        && section.heading.is_some()
        && section.opinions.is_empty()
        && said
        && line <= section.lines[1] + NEAR
}

/// Moves what the bare section holds to the end of the innermost one.
fn take(section: &mut Section, bare: Section, ids: &mut FxHashMap<String, String>) {
    section.lines[1] = section.lines[1].max(bare.lines[1]);
    if !section.sections.is_empty() {
        if let Some(inner) = section.sections.last_mut() {
            take(inner, bare, ids);
        }
        return;
    }
    for mut opinion in bare.opinions {
        let id = format!("{}/opinion-{}", section.id, section.opinions.len() + 1);
        ids.insert(std::mem::replace(&mut opinion.id, id.clone()), id);
        section.opinions.push(opinion);
    }
    section.opinions.iter_mut().for_each(|opinion| renew(&mut opinion.replies_to, ids));
    section.notes.extend(bare.notes);
    section.marks.0.extend(bare.marks.0);
    section.marks.0.sort_unstable();
}

/// What answers a question that has moved answers it where it stands now.
fn follow(section: &mut Section, ids: &FxHashMap<String, String>) {
    section.opinions.iter_mut().for_each(|opinion| renew(&mut opinion.replies_to, ids));
    section.sections.iter_mut().for_each(|inner| follow(inner, ids));
}

fn renew(id: &mut Option<String>, ids: &FxHashMap<String, String>) {
    if let Some(moved) = id.as_ref().and_then(|id| ids.get(id)) {
        *id = Some(moved.clone());
    }
}
