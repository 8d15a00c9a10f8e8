//! This bracket names no speaker: it is part of the text.

use super::anchor::Anchor;
use super::{Changed, Scene, drop_unused, settle};
use crate::diagnostic::Code;
use crate::finding::{Finding, FindingKind};
use crate::lang::Lang;
use crate::model::{Document, Opinion, Positions, Section};
use crate::text::normal_form;

pub(super) fn apply(document: &mut Document, scene: &Scene, anchor: &Anchor) -> Option<Changed> {
    let anchor = &scene.folded.with_brackets(anchor);
    let at = scene.ledger.positions(&anchor.pieces);
    let opinion = find(&mut document.sections, &at)?;
    let attribution = opinion.attribution.take()?;
    let bracket = normal_form(scene.folded.text(), &anchor.pieces);
    let first = opinion.spans.0.first().map_or(usize::MAX, |span| span[0]);
    opinion.text = if at.0[0][0] < first { bracket + &opinion.text } else { format!("{}{bracket}", opinion.text) };
    opinion.marks.0.retain(|mark| !super::touches(&at.0, mark));
    add(&mut opinion.spans, &at);
    let (element, now) = (opinion.id.clone(), opinion.text.clone());
    let (spans, lines) = (opinion.spans.clone(), opinion.lines);
    settle(
        document,
        scene,
        anchor,
        &[Code::UnregisteredOrganization, Code::AmbiguousOrganization, Code::UnknownSpeaker],
    );
    drop_unused(document);
    let mut finding =
        Finding { kind: FindingKind::UnattributedOpinion, at: Vec::new() }.diagnostic(Lang::En, &scene.ledger);
    finding.at = spans;
    finding.lines = Some(lines);
    document.diagnostics.push(finding);
    Some(Changed { element: Some(element), was: Some(attribution.label), now: Some(now) })
}

/// The opinion whose speaker stands here, with nothing of the bracket left outside the quotation.
fn find<'d>(sections: &'d mut [Section], at: &Positions) -> Option<&'d mut Opinion> {
    for section in sections {
        let speaks_here = |opinion: &&mut Opinion| {
            let parties = opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
            let mut stated = parties.flat_map(|party| &party.spans.0).peekable();
            stated.peek().is_some() && stated.all(|span| within(&at.0, span))
        };
        if let Some(opinion) = section.opinions.iter_mut().find(speaks_here) {
            return Some(opinion);
        }
        if let Some(opinion) = find(&mut section.sections, at) {
            return Some(opinion);
        }
    }
    None
}

fn within(positions: &[[usize; 2]], span: &[usize; 2]) -> bool {
    positions.iter().any(|one| one[0] <= span[0] && span[1] <= one[1])
}

/// Adds positions in their order; neighbours become one.
pub(super) fn add(spans: &mut Positions, more: &Positions) {
    spans.0.extend(&more.0);
    spans.0.sort_unstable();
    let mut joined: Vec<[usize; 2]> = Vec::with_capacity(spans.0.len());
    for span in &spans.0 {
        match joined.last_mut() {
            Some(last) if last[1] >= span[0] => last[1] = last[1].max(span[1]),
            Some(_) | None => joined.push(*span),
        }
    }
    spans.0 = joined;
}
