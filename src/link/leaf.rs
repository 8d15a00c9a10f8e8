//! The way from a range of a text of the output to its positions in the source.

use std::ops::Range;

use crate::ledger::Ledger;
use crate::model::Positions;
use crate::text::Text;

/// A leaf's text as the output writes it, and the way from there to the source.
pub(super) struct Leaf<'t> {
    written: &'t str,
    /// The same without the line feeds between paragraphs.
    joined: Text,
    /// Where each paragraph begins, in the written text and in the joined one.
    paragraphs: Vec<(usize, usize)>,
}

impl<'t> Leaf<'t> {
    pub fn new(written: &'t str, spans: &Positions, ledger: &Ledger) -> Self {
        let joined = Text::of(ledger.written(), &ledger.spans(spans));
        let mut paragraphs = vec![(0, 0)];
        let (mut at, mut to) = (0, 0);
        for paragraph in written.split_inclusive('\n').filter(|paragraph| paragraph.ends_with('\n')) {
            // A line feed is nothing there, or a space between words.
            let spaced = joined.as_str().as_bytes().get(to + paragraph.len() - 1) == Some(&b' ');
            at += paragraph.len();
            to += paragraph.len() - usize::from(!spaced);
            paragraphs.push((at, to));
        }
        Self { written, joined, paragraphs }
    }

    /// The positions of a range of bytes of the written text.
    pub fn positions(&self, range: Range<usize>, ledger: &Ledger) -> Positions {
        let joined = self.joined_at(range.start)..self.joined_at(range.end);
        match self.joined.as_str().get(joined.clone()) == self.written.get(range) {
            true => ledger.positions(&self.joined.spans(joined, ledger.written())),
            // A name that two paragraphs tear has no place of its own.
            false => Positions::default(),
        }
    }

    /// Where a byte of the written text stands in the joined one.
    fn joined_at(&self, at: usize) -> usize {
        let paragraph = self.paragraphs.partition_point(|(start, _)| *start <= at) - 1;
        let (start, to) = self.paragraphs[paragraph];
        to + at - start
    }
}
