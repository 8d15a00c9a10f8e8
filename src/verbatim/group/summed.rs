//! Which forms open no turns because what they name stands in a summary: points that towns or members have made, and answers to
//! them.

use super::Group;
use crate::line::Line;
use crate::rules::is_bullet;
use crate::rules::verbatim::Style;
use crate::verbatim::candidate::Candidate;

impl Group {
    /// Whether towns and offices and beside them little more than the desk stand above what they said in few words, as in
    /// `三沢市⏎・人が足りない。⏎事務局⏎・調べる。`: a summary, in which every point is an opinion of its own.
    pub(super) fn summarises(&self) -> bool {
        // 座長 once among many towns says no more than they do.
        let others = self.named.saturating_sub(self.desks);
        let bodies = self.bodies >= 2 && self.bodies + self.desks > 2 && self.bodies > 2 * others;
        bodies && self.courteous * 5 < self.bodies + self.desks && !self.reports()
    }

    /// Whether nobody but the desk is named so, below bulleted points of others: a summary with answers.
    pub(super) fn answers_points(&self) -> bool {
        let bracketed = self.style == Some(Style::Bracketed);
        bracketed && self.desks == self.named && self.bodies == 0 && self.below_points * 5 >= self.desks * 4
    }

    /// Whether marks and names open what `（主な意見）` announces and hardly anybody says です or ます: `・会長：費用が重い。`, points of a
    /// summary.
    pub(super) fn lists_opinions(&self) -> bool {
        let marked = matches!(self.style, Some(Style::MarkBracketed | Style::MarkColon));
        marked && self.tells_opinions && self.named >= 3 && self.polite * 5 < self.named
    }
}

/// How many lines of a point are looked at above an answer to it.
const POINT: usize = 8;

/// Whether a bulleted text ends above the line.
pub(super) fn stands_below_point(candidate: &Candidate, lines: &[Line], source: &str) -> bool {
    let above = &lines[candidate.line.saturating_sub(POINT)..candidate.line];
    let indent = lines[candidate.line].indent;
    above.iter().rev().find(|line| line.first(source).is_some_and(is_bullet)).is_some_and(|line| line.indent <= indent)
}
