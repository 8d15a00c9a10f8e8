//! The lines that a plan is read from: the body, and what only looked like furniture.
//!
//! The head of a table stands at the same place of every page, as a running header does, and a row's number may stand alone
//! on its line, as a page number does. A plan takes them back.

use crate::blocks::Blocks;
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::is_digit;
use crate::span::Span;

use super::outline::word;
use super::words::words;

/// A line that a plan may read, and whether it was taken for furniture.
#[derive(Debug)]
pub(super) struct Sheet {
    pub body: Vec<Line>,
    /// Body indices of lines that may be page numbers.
    pub numbers: Vec<usize>,
    /// What was taken back, in order.
    pub claimed: Vec<Span>,
}

/// Puts head lines and bare numbers back among the body's lines.
pub(super) fn sheet(blocks: &Blocks, source: &str) -> Sheet {
    let mut sheet = Sheet { body: Vec::with_capacity(blocks.body.len()), numbers: Vec::new(), claimed: Vec::new() };
    let mut back = blocks.furniture.iter().filter(|(line, kind)| may_be_text(line, *kind, source)).peekable();
    for line in &blocks.body {
        while let Some((own, kind)) = back.next_if(|(own, _)| own.span.start < line.span.start) {
            sheet.take_back(*own, *kind);
        }
        sheet.body.push(*line);
    }
    back.for_each(|(own, kind)| sheet.take_back(*own, *kind));
    sheet.forget_habitual_gaps();
    sheet
}

fn may_be_text(line: &Line, kind: FurnitureKind, source: &str) -> bool {
    match kind {
        FurnitureKind::Header => words(source, line.span).all(|span| word(span.of(source)).is_some()),
        FurnitureKind::PageNumber => line.text(source).chars().all(is_digit),
        FurnitureKind::Rule | FurnitureKind::PageTag => false,
    }
}

impl Sheet {
    /// Where a blank line follows nearly every line, it says nothing.
    fn forget_habitual_gaps(&mut self) {
        let apart = self.body.iter().filter(|line| line.gap > 0).count();
        if apart * 10 > self.body.len() * 9 {
            self.body.iter_mut().for_each(|line| line.gap = line.gap.saturating_sub(1));
        }
    }

    fn take_back(&mut self, line: Line, kind: FurnitureKind) {
        if kind == FurnitureKind::PageNumber {
            self.numbers.push(self.body.len());
        } else {
            self.claimed.push(line.span);
        }
        self.body.push(line);
    }

    /// A number that turned out to open a row turns no page.
    pub fn claim_number(&mut self, at: usize) {
        self.claimed.push(self.body[at].span);
        let page = self.body[at].page;
        if self.body.get(at + 1).is_some_and(|next| next.page == page + 1) {
            self.body[at + 1..].iter_mut().for_each(|line| line.page -= 1);
        }
    }
}
