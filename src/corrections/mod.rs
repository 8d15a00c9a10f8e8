//! A person's corrections: applied on every run, anchored to the text that they quote, visible in the output.
//!
//! A correction whose quotation is no longer there is not applied, and the document says so.

mod anchor;
mod date;
mod file;
mod join;
mod organization;
mod speaker;

use std::sync::Arc;

use crate::decode::{DecodeError, decode};
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::model::{Applied, Basis, CorrectionKind, Document};
use crate::options::Options;
use anchor::{Anchor, Folded};

pub use file::{Correction, Corrections};

/// The text of a document with which corrections are compared.
pub(crate) struct Scene<'s> {
    ledger: Ledger<'s>,
    folded: Folded,
    register: Arc<Register>,
}

/// What a correction changed in one place.
struct Changed {
    element: Option<String>,
    was: Option<String>,
    now: Option<String>,
}

/// Why a correction changes nothing in a place that it quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unchanged {
    /// No element of this kind stands there.
    NotThere,
    /// Two opinions to join each have a speaker of their own: `（厚木市）` and `（愛川町）`.
    TwoSpeakers,
}

impl Corrections {
    /// Applies what concerns this document.
    ///
    /// # Errors
    /// Bytes that cannot be decoded.
    pub fn apply(&self, document: &mut Document, bytes: &[u8], options: &Options) -> Result<(), DecodeError> {
        let id = document.id.clone();
        let own: Vec<&Correction> = self.of(&id).collect();
        if own.is_empty() {
            return Ok(());
        }
        let (source, _) = decode(bytes, &options.name, options.encoding)?;
        let register = options.register.clone().unwrap_or_else(Register::embedded);
        let scene = Scene { folded: Folded::new(&source.text), ledger: Ledger::new(&source), register };
        for correction in own {
            let Err(why) = apply(correction, document, &scene) else { continue };
            // One for many documents need not be in each of them.
            if correction.is_for_one() || why != Unchanged::NotThere {
                document.diagnostics.push(stale(correction, why, options.lang));
            }
        }
        Ok(())
    }
}

/// Applies the correction in each place that it means; where none is changed, says why.
fn apply(correction: &Correction, document: &mut Document, scene: &Scene) -> Result<(), Unchanged> {
    let mut outcome = Err(Unchanged::NotThere);
    for anchor in correction.choose(scene.folded.find(&correction.quote)) {
        let changed = match correction.kind {
            CorrectionKind::NotSpeaker => speaker::apply(document, scene, &anchor).ok_or(Unchanged::NotThere),
            CorrectionKind::Organization => {
                organization::apply(document, scene, &anchor, correction).ok_or(Unchanged::NotThere)
            }
            CorrectionKind::Join => join::apply(document, scene, &anchor),
            CorrectionKind::Date => date::apply(document, scene, &anchor, correction).ok_or(Unchanged::NotThere),
        };
        let changed = match changed {
            Ok(changed) => changed,
            Err(why) => {
                outcome = outcome.map_err(|_| why);
                continue;
            }
        };
        outcome = Ok(());
        document.corrections.push(Applied {
            kind: correction.kind,
            basis: Basis::Corrected,
            quote: correction.quote.clone(),
            at: scene.ledger.positions(&anchor.pieces),
            lines: scene.ledger.lines(&anchor.pieces).unwrap_or([1, 1]),
            element: changed.element,
            was: changed.was,
            now: changed.now,
            note: correction.note.clone(),
        });
    }
    outcome
}

fn stale(correction: &Correction, why: Unchanged, lang: Lang) -> Diagnostic {
    let quote = &correction.quote;
    let message = match (why, lang) {
        (Unchanged::NotThere, Lang::En) => format!("the correction of “{quote}” no longer applies"),
        (Unchanged::NotThere, Lang::Ja) => format!("「{quote}」の訂正は、該当箇所がないため適用できません"),
        (Unchanged::TwoSpeakers, Lang::En) => {
            format!("the correction of “{quote}” does not apply: more than one of its opinions names a speaker")
        }
        (Unchanged::TwoSpeakers, Lang::Ja) => {
            format!("「{quote}」の訂正は、それぞれに発言者の記載がある意見にかかるため適用できません")
        }
    };
    let mut data = serde_json::Map::new();
    data.insert("quote".to_owned(), quote.clone().into());
    Diagnostic {
        code: Code::StaleCorrection,
        severity: Code::StaleCorrection.severity(),
        message,
        at: crate::model::Positions::default(),
        lines: None,
        data,
    }
}

/// Removes the diagnostics of these codes that stand within the anchor.
fn settle(document: &mut Document, scene: &Scene, anchor: &Anchor, codes: &[Code]) {
    let within = scene.ledger.positions(&anchor.pieces);
    document.diagnostics.retain(|one| !codes.contains(&one.code) || !one.at.0.iter().any(|at| touches(&within.0, at)));
}

fn touches(positions: &[[usize; 2]], at: &[usize; 2]) -> bool {
    positions.iter().any(|one| one[0] < at[1] && at[0] < one[1])
}

/// Takes organizations out that nothing refers to any more.
fn drop_unused(document: &mut Document) {
    let used = organization::used(document);
    document.organizations.retain(|one| used.contains(&one.id));
}
