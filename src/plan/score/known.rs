//! What the document says of one piece by repeating it.

use crate::text::normal_form;

use super::super::atoms::Row;
use super::Model;

/// Longer pieces (in bytes) are neither categories nor words of a schedule.
const LONGEST: usize = 60;

/// What is known of a piece.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// It is, or begins, a category that stands in several rows.
    pub category: i32,
    /// With the piece before it, it makes such a category.
    pub completes: bool,
    /// It is a word of the schedule.
    pub schedule: i32,
    /// It floats elsewhere.
    pub loose: bool,
    /// It stands at the end of a page and is no word of the schedule that this document has.
    pub foreign: i32,
}

impl Model<'_> {
    pub(super) fn known(&self, row: &Row, at: usize) -> Known {
        let atoms = &row.atoms;
        let mut known = Known::default();
        let text = atoms[at].span.of(self.source);
        if text.len() <= LONGEST {
            known.loose = self.habits.loose.contains_key(text);
            known.schedule = if self.habits.schedule.get(text).is_some_and(|count| *count > 1) { 30 } else { 0 };
        }
        let dated = atoms[at].likeness.schedule >= 25;
        if row.closing && known.schedule == 0 && !dated {
            known.foreign = self.habits.foreign;
        }
        if at < 3 && text.len() <= LONGEST && !self.habits.categories.is_empty() {
            let count = |from: usize| {
                if atoms[at].span.end - atoms[from].span.start > 2 * LONGEST {
                    return 0;
                }
                let spans: Vec<_> = atoms[from..=at].iter().map(|atom| atom.span).collect();
                self.habits.categories.get(&normal_form(self.source, &spans)).copied().unwrap_or(0)
            };
            known.category = if count(at) > 1 { 30 - 2 * atoms[at].likeness.phrase.min(15) } else { 0 };
            known.completes = at > 0 && count(0) > 1;
        }
        known
    }
}
