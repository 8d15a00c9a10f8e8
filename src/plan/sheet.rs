//! The lines that a plan is read from: the body, and what only looked like furniture.
//!
//! The head of a table stands at the same place of every page, as a running header does; names come again at like distances,
//! as a footer does; a row's number may stand alone on its line, as a page number does. A plan takes them back.

use crate::blocks::Blocks;
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::is_digit;
use crate::span::Span;

use super::outline::Kind;

/// Where the pages end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Pages {
    /// Form feeds or page numbers say so.
    Known,
    /// Only a repeated title can say so.
    ByTitle,
}

/// The lines that a plan may read.
#[derive(Debug)]
pub(super) struct Sheet {
    pub body: Vec<Line>,
    /// Body indices of the lines that looked like furniture.
    pub back: Vec<usize>,
    pages: Pages,
}

/// Puts headers and bare numbers back among the body's lines.
pub(super) fn sheet(blocks: &Blocks, source: &str) -> Sheet {
    let numbered = blocks.furniture.iter().any(|(_, kind)| *kind == FurnitureKind::PageNumber);
    let pages = if numbered || source.contains('\u{c}') { Pages::Known } else { Pages::ByTitle };
    let mut sheet = Sheet { body: Vec::with_capacity(blocks.body.len()), back: Vec::new(), pages };
    let mut back = blocks.furniture.iter().filter(|(line, kind)| may_be_text(line, *kind, source)).peekable();
    for line in &blocks.body {
        while let Some((own, _)) = back.next_if(|(own, _)| own.span.start < line.span.start) {
            sheet.take_back(*own);
        }
        sheet.body.push(*line);
    }
    back.for_each(|(own, _)| sheet.take_back(*own));
    sheet.forget_habitual_gaps();
    sheet
}

fn may_be_text(line: &Line, kind: FurnitureKind, source: &str) -> bool {
    match kind {
        FurnitureKind::Header => true,
        FurnitureKind::PageNumber => line.text(source).chars().all(is_digit),
        FurnitureKind::Rule | FurnitureKind::PageTag => false,
    }
}

impl Sheet {
    fn take_back(&mut self, line: Line) {
        self.back.push(self.body.len());
        self.body.push(line);
    }

    /// Where a blank line follows nearly every line, it says nothing.
    fn forget_habitual_gaps(&mut self) {
        let apart = self.body.iter().filter(|line| line.gap > 0).count();
        if apart * 10 > self.body.len() * 9 {
            self.body.iter_mut().for_each(|line| line.gap = line.gap.saturating_sub(1));
        }
    }

    /// Counts pages by the repeated title, where nothing else tells them.
    pub fn count_pages(&mut self, kinds: &[Kind]) {
        if self.pages == Pages::Known {
            return;
        }
        let mut page = 1;
        for at in 0..self.body.len() {
            let begins = kinds[at] == Kind::Repeated && (at == 0 || kinds[at - 1] != Kind::Repeated);
            page += usize::from(begins);
            self.body[at].page = page;
        }
    }

    /// Whether a page ends right before or after a line.
    pub fn is_edge(&self, at: usize) -> bool {
        let page = self.body[at].page;
        let other = |other: Option<&Line>| other.is_none_or(|other| other.page != page);
        other(at.checked_sub(1).map(|before| &self.body[before])) || other(self.body.get(at + 1))
    }

    /// A number that turned out to open a row turns no page.
    pub fn turn_no_page(&mut self, at: usize) {
        let page = self.body[at].page;
        if self.body.get(at + 1).is_some_and(|next| next.page == page + 1) {
            self.body[at + 1..].iter_mut().for_each(|line| line.page -= 1);
        }
    }

    /// The lines that looked like furniture and are none.
    pub fn claimed(&self, kinds: &[Kind]) -> Vec<Span> {
        let claimed = self.back.iter().filter(|at| kinds[**at] != Kind::Furniture);
        claimed.map(|at| self.body[*at].span).collect()
    }
}
