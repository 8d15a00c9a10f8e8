//! Whether a row of the register may be meant in a document: 厚木市立病院 is not, where 小田原 is at home.

use super::context::Context;
use crate::lexicon::register::Row;

/// How the region of a register row and that of a document agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Here,
    Elsewhere,
    /// One of the two is not known.
    Open,
}

impl Context<'_> {
    /// Whether a row of the register may be meant in this document.
    pub(super) fn fit(&self, row: &Row) -> Fit {
        if !row.is_valid(self.around.date) {
            return Fit::Elsewhere;
        }
        let Some(region) = row.region.as_deref() else { return Fit::Here };
        let rows = self.around.register.places(region);
        let same_text = self.home.region.as_deref().is_some_and(|home| home == region);
        match self.home.prefecture {
            _ if same_text => Fit::Here,
            Some(digits) if rows.iter().any(|row| row.prefecture() == digits) => Fit::Here,
            Some(_) if !rows.is_empty() => Fit::Elsewhere,
            Some(_) | None => Fit::Open,
        }
    }

    /// Whether a row belongs to the document's own municipality, or to its prefecture as a whole.
    pub(super) fn fits_closely(&self, row: &Row) -> bool {
        let region = row.region.as_deref().unwrap_or_default();
        let rows = self.around.register.places(region);
        let prefectural = rows.iter().any(|row| row.is_prefecture() && Some(row.prefecture()) == self.home.prefecture);
        prefectural
            || rows.iter().any(|row| self.home.municipalities.contains(row))
            || self.fit(row) == Fit::Here && rows.is_empty()
    }
}
