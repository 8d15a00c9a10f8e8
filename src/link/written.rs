//! What a label may be written for: itself, and itself with each short form in it written out.

use std::borrow::Cow;

use super::shape::Shape;
use crate::lexicon::abbreviations::Abbreviation;
use crate::lexicon::letters::Letters;
use crate::lexicon::variants;

/// A label with its key and those of its long forms: 小田原HWC, 小田原保健福祉事務所.
pub(super) struct Written<'l> {
    pub shape: &'l Shape<'l>,
    pub key: Cow<'l, str>,
    letters: Letters,
    pub expanded: Vec<Expanded<'l>>,
}

/// One of a label's long forms.
pub(super) struct Expanded<'l> {
    pub key: Cow<'l, str>,
    letters: Letters,
    /// The short form that is written out: `HWC`.
    pub short: &'static str,
}

impl<'l> Written<'l> {
    /// `long_forms` as [`expansions`](crate::lexicon::abbreviations::expansions) gives them.
    pub fn of(shape: &'l Shape<'l>, long_forms: &'l [(String, &'static Abbreviation)]) -> Written<'l> {
        let key = variants::key(shape.label);
        let expanded = long_forms.iter().map(|(long, row)| {
            let key = variants::key(long);
            Expanded { letters: Letters::of(&key), key, short: row.short }
        });
        Written { shape, letters: Letters::of(&key), key, expanded: expanded.collect() }
    }

    /// The label's key first.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.key).chain(self.expanded.iter().map(|long| &*long.key))
    }

    /// Whether a name of these letters may be what the label shortens.
    pub fn may_shorten(&self, name: Letters) -> bool {
        self.letters.may_be_in(name) || self.expanded.iter().any(|long| long.letters.may_be_in(name))
    }
}
