//! Heads that are the name of a body and nothing else, though no form of names tells: `【医師会】`, `手をつなぐ親の会：…`.

use crate::leading;
use crate::line::Line;
use crate::rules::head::{FIELDS, Field};
use crate::rules::verbatim::{HALF_BRACKET, Style};
use crate::verbatim::around::{says_itself, stands_after_sentence};
use crate::verbatim::candidate::Candidate;
use crate::verbatim::speaker::Strength;

/// Whether a head holds a body's name: alone in its brackets, or before a colon with a sentence behind it.
pub(super) fn names_body(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let told = match candidate.form.style {
        // 【医師会】, 【ＰＴＡ連合会】: a kind of body that stands for the one of this place.
        Style::Bracketed => {
            let begins = || stands_after_sentence(candidate, body, source);
            candidate.text.is_empty() || begins() && says_itself(candidate, body, source)
        }
        Style::Colon => candidate.rule != HALF_BRACKET && says_itself(candidate, body, source),
        Style::MarkBracketed | Style::MarkColon | Style::Mark | Style::Alone | Style::Spaced => false,
        Style::Quoted | Style::Narrative | Style::Announced => false,
    };
    let open = candidate.speaker.strength < Strength::Organization && !candidate.listed;
    told && open && leading::is_name(&candidate.name)
}

/// Whether a field says when or where somebody met, or who was there: what offices have done in a year has none.
pub(super) fn states_meeting(body: &[Line], source: &str) -> bool {
    let field = |line: &Line| FIELDS.rule(line.text(source)).map(|rule| rule.kind);
    body.iter().filter_map(field).any(|field| matches!(field, Field::Date | Field::Place | Field::Attendees))
}
