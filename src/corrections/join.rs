//! These lines are one opinion: what was read as two, or partly left over, is joined.

use super::anchor::Anchor;
use super::speaker::add;
use super::{Changed, Scene, touches};
use crate::diagnostic::Code;
use crate::model::{Document, Opinion, Positions, Section};

pub(super) fn apply(document: &mut Document, scene: &Scene, anchor: &Anchor) -> Option<Changed> {
    let at = scene.ledger.positions(&anchor.pieces);
    let opinions = opinions(&mut document.sections, &at)?;
    let here = |opinion: &Opinion| opinion.spans.0.iter().any(|span| touches(&at.0, span));
    let first = opinions.iter().position(here)?;
    let count = opinions[first..].iter().take_while(|opinion| here(opinion)).count();
    let (rest, residue): (Vec<Opinion>, Vec<_>) = (
        opinions.drain(first + 1..first + count).collect(),
        document.residue.extract_if(.., |one| one.spans.0.iter().all(|span| touches(&at.0, span))).collect(),
    );
    if rest.is_empty() && residue.is_empty() {
        return None;
    }
    let opinion = &mut opinions[first];
    let was = opinion.text.clone();
    for other in rest {
        take(opinion, other);
    }
    for left in residue {
        add_text(opinion, &left.text, &left.spans);
        opinion.lines[1] = opinion.lines[1].max(left.lines[1]);
        document.coverage.residue -= ink(scene, &left.spans);
        document.coverage.placed += ink(scene, &left.spans);
    }
    let (element, now) = (opinion.id.clone(), opinion.text.clone());
    let solved = [Code::UnplacedText, Code::UnattributedOpinion];
    let attributed = opinion.attribution.is_some();
    document.diagnostics.retain(|one| {
        let inside = one.at.0.iter().any(|span| touches(&at.0, span));
        !(inside && solved.contains(&one.code) && (attributed || one.code == Code::UnplacedText))
    });
    Some(Changed { element: Some(element), was: Some(was), now: Some(now) })
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

/// Adds a later opinion: its text, its marks, and its speaker where the first has none.
fn take(opinion: &mut Opinion, other: Opinion) {
    add_text(opinion, &other.text, &other.spans);
    add(&mut opinion.marks, &other.marks);
    opinion.lines[1] = opinion.lines[1].max(other.lines[1]);
    opinion.mentions.extend(other.mentions);
    if opinion.attribution.is_none() {
        opinion.attribution = other.attribution;
    }
}

/// Joined as a wrapped line is: a space only between two Latin words.
fn add_text(opinion: &mut Opinion, text: &str, spans: &Positions) {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if word(opinion.text.chars().next_back()) && word(text.chars().next()) {
        opinion.text.push(' ');
    }
    opinion.text.push_str(text);
    add(&mut opinion.spans, spans);
}

fn ink(scene: &Scene, spans: &Positions) -> usize {
    let characters: Vec<char> = scene.folded.text().chars().collect();
    let inside = spans.0.iter().flat_map(|span| &characters[span[0]..span[1]]);
    inside.filter(|c| !crate::span::is_space(**c)).count()
}
