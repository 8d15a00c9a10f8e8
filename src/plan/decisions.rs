//! What each line of a plan is, for `explain`. Which cell its pieces fill is scored and shows in the leaves.

use super::Draft;
use super::outline::Kind;
use crate::span::Span;
use crate::trace::Decision;

impl Draft {
    /// The lines with what they were read as: `plan.row` where a number opens one.
    pub fn decisions(&self) -> Vec<(Span, Decision)> {
        let lines = self.sheet.body.iter().zip(&self.outline.kinds).enumerate();
        lines.map(|(at, (line, kind))| (line.span, self.decision(at, *kind))).collect()
    }

    fn decision(&self, at: usize, kind: Kind) -> Decision {
        let whole = |rule| Decision { rule, continues: false };
        match kind {
            Kind::Title => whole("plan.title"),
            Kind::Repeated => whole("plan.repeated-title"),
            Kind::Label => whole("plan.document-label"),
            Kind::Head => whole("plan.head"),
            Kind::Furniture => whole("furniture.repeated-header"),
            Kind::Text => match self.rows.iter().find(|row| row.lines.contains(&at)) {
                Some(row) => Decision { rule: "plan.row", continues: row.lines.start < at },
                None => whole("plan.between-rows"),
            },
        }
    }
}
