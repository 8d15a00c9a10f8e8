//! How the text sounds that follows a head: whether a sentence ends in it, and whether it says です or ます.

use rustc_hash::FxHashMap;

use crate::lexicon::any_of::AnyOf;
use crate::line::Line;
use crate::verbatim::candidate::{Candidate, Form};
use crate::verbatim::speaker::Strength;

/// How many lines below a head are searched for a full stop.
const REACH: usize = 12;

/// Endings of speech to others.
static POLITE: AnyOf = AnyOf::new(&["ます", "です", "まし", "ませ", "くださ", "でしょう"]);

/// What follows a candidate.
#[derive(Clone, Copy, Default)]
pub(super) struct Manner {
    /// A sentence ends in it.
    pub spoken: bool,
    /// It says です or ます.
    pub polite: bool,
}

impl Manner {
    fn of(text: &str) -> Self {
        Self { spoken: text.contains(['。', '．', '？']) || text.ends_with('?'), polite: POLITE.is_in(text) }
    }

    pub fn join(&mut self, other: Self) {
        self.spoken |= other.spoken;
        self.polite |= other.polite;
    }
}

/// How the text sounds that follows each candidate, up to the next one of its form that names somebody.
pub(super) fn manners(all: &[Candidate], body: &[Line], source: &str) -> Vec<Manner> {
    let mut manners = vec![Manner::default(); all.len()];
    let mut following: FxHashMap<Form, usize> = FxHashMap::default();
    // Candidates stand close together: what lies below one lies below the next.
    let mut lines: Vec<Option<Manner>> = vec![None; body.len()];
    for (at, candidate) in all.iter().enumerate().rev() {
        let next = following.get(&candidate.form).copied().unwrap_or(body.len());
        let end = next.min(candidate.line + candidate.height + REACH);
        let mut manner = Manner::default();
        for span in &candidate.text {
            manner.join(Manner::of(span.of(source)));
        }
        for below in (candidate.line + candidate.height).min(end)..end {
            if manner.spoken && manner.polite {
                break;
            }
            manner.join(*lines[below].get_or_insert_with(|| Manner::of(body[below].text(source))));
        }
        manners[at] = manner;
        if candidate.speaker.strength >= Strength::Organization {
            following.insert(candidate.form, candidate.line);
        }
    }
    manners
}
