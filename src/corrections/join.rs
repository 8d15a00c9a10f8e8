//! These lines are one opinion: what was read as two, or partly left over, is joined.

use super::anchor::Anchor;
use super::speaker::add;
use super::{Changed, Scene, Unchanged, touches};
use crate::diagnostic::Code;
use crate::model::{Attribution, Document, Opinion, Positions, Residue, Section};

pub(super) fn apply(document: &mut Document, scene: &Scene, anchor: &Anchor) -> Result<Changed, Unchanged> {
    let at = scene.ledger.positions(&anchor.pieces);
    let opinions = opinions(&mut document.sections, &at).ok_or(Unchanged::NotThere)?;
    let here = |opinion: &Opinion| opinion.spans.0.iter().any(|span| touches(&at.0, span));
    let first = opinions.iter().position(here).ok_or(Unchanged::NotThere)?;
    let count = opinions[first..].iter().take_while(|opinion| here(opinion)).count();
    // Who speaks in a joined opinion has one place in it: a second bracket would be in no text and in no mark.
    if opinions[first..first + count].iter().filter(|opinion| states_speaker(opinion)).count() > 1 {
        return Err(Unchanged::TwoSpeakers);
    }
    let rest: Vec<Opinion> = opinions.drain(first + 1..first + count).collect();
    let residue: Vec<Residue> =
        document.residue.extract_if(.., |one| one.spans.0.iter().all(|span| touches(&at.0, span))).collect();
    if rest.is_empty() && residue.is_empty() {
        return Err(Unchanged::NotThere);
    }
    let opinion = &mut opinions[first];
    let was = opinion.text.clone();
    opinion.text = text(opinion, &rest, &residue);
    let mut gone = Vec::with_capacity(rest.len());
    for other in rest {
        gone.push(other.id.clone());
        take(opinion, other);
    }
    for left in residue {
        let ink = scene.ledger.ink(&scene.ledger.spans(&left.spans));
        document.coverage.residue -= ink;
        document.coverage.placed += ink;
        add(&mut opinion.spans, &left.spans);
        widen(opinion, left.lines);
    }
    let (element, now, attributed) = (opinion.id.clone(), opinion.text.clone(), opinion.attribution.is_some());
    redirect(&mut document.sections, &gone, &element);
    let solved = [Code::UnplacedText, Code::UnattributedOpinion];
    document.diagnostics.retain(|one| {
        let inside = one.at.0.iter().any(|span| touches(&at.0, span));
        !(inside && solved.contains(&one.code) && (attributed || one.code == Code::UnplacedText))
    });
    Ok(Changed { element: Some(element), was: Some(was), now: Some(now) })
}

/// The opinions of the section in which one stands here.
fn opinions<'d>(sections: &'d mut [Section], at: &Positions) -> Option<&'d mut Vec<Opinion>> {
    for section in sections {
        let here = |opinion: &Opinion| opinion.spans.0.iter().any(|span| touches(&at.0, span));
        if section.opinions.iter().any(here) {
            return Some(&mut section.opinions);
        }
        if let Some(found) = opinions(&mut section.sections, at) {
            return Some(found);
        }
    }
    None
}

/// Whether the source names the speaker here: `（厚木市）`, not one taken from an opinion further up.
fn states_speaker(opinion: &Opinion) -> bool {
    opinion.attribution.as_ref().is_some_and(is_stated)
}

fn is_stated(attribution: &Attribution) -> bool {
    attribution.parties.iter().any(|party| !party.spans.is_empty())
}

/// All texts in reading order, joined as a wrapped line is: a space only between two Latin words.
fn text(opinion: &Opinion, rest: &[Opinion], residue: &[Residue]) -> String {
    let opinions = std::iter::once(opinion).chain(rest).map(|one| (&one.spans, &one.text));
    let mut parts: Vec<(&Positions, &String)> =
        opinions.chain(residue.iter().map(|one| (&one.spans, &one.text))).collect();
    parts.sort_by_key(|(spans, _)| spans.0.first().copied());
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let mut joined = String::new();
    for (_, part) in parts {
        if word(joined.chars().next_back()) && word(part.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(part);
    }
    joined
}

/// Adds what a later opinion has beside its text: places, marks, mentions, and its speaker where the first states none.
fn take(opinion: &mut Opinion, other: Opinion) {
    add(&mut opinion.spans, &other.spans);
    add(&mut opinion.marks, &other.marks);
    widen(opinion, other.lines);
    opinion.mentions.extend(other.mentions);
    if opinion.paragraphs.is_some() || other.paragraphs.is_some() {
        // The last paragraph of the one and the first of the other are one.
        opinion.paragraphs = Some(opinion.paragraphs.unwrap_or(1) + other.paragraphs.unwrap_or(1) - 1);
    }
    if opinion.attribution.is_none() || other.attribution.as_ref().is_some_and(is_stated) {
        opinion.attribution = other.attribution;
    }
}

fn widen(opinion: &mut Opinion, lines: [usize; 2]) {
    opinion.lines = [opinion.lines[0].min(lines[0]), opinion.lines[1].max(lines[1])];
}

/// What answered an opinion that is now part of another one answers that one.
fn redirect(sections: &mut [Section], gone: &[String], element: &str) {
    for section in sections {
        for opinion in &mut section.opinions {
            if opinion.replies_to.as_ref().is_some_and(|id| gone.contains(id)) {
                opinion.replies_to = (opinion.id != element).then(|| element.to_owned());
            }
        }
        redirect(&mut section.sections, gone, element);
    }
}
