//! Names in brackets above bulleted points: `＜松本由美＞⏎・増やしたい。⏎・名簿が要る。` below （主な意見） sums up, and opens no turns.

use crate::line::Line;
use crate::rules::is_bullet;
use crate::rules::verbatim::Style;
use crate::verbatim::candidate::Candidate;

/// Fewer heads tell no habit.
const FEWEST: usize = 2;

/// Takes out the heads in brackets on lines of their own where nine in ten of them stand right above a bullet.
pub(super) fn take_out(all: &mut Vec<Candidate>, body: &[Line], source: &str, tells_opinions: impl Fn() -> bool) {
    let alone = |candidate: &Candidate| candidate.form.style == Style::Bracketed && candidate.text.is_empty();
    let bulleted = |candidate: &&Candidate| {
        let next = body.get(candidate.line + candidate.height.max(1));
        next.is_some_and(|next| next.first(source).is_some_and(is_bullet))
    };
    let heads = all.iter().filter(|candidate| alone(candidate)).count();
    let above = all.iter().filter(|candidate| alone(candidate)).filter(bulleted).count();
    if above >= FEWEST && above * 10 >= heads * 9 && tells_opinions() {
        all.retain(|candidate| !alone(candidate));
    }
}
