//! The lines that a plan is read from: the body, and what only looked like furniture.
//!
//! The head of a table stands at the same place of every page, as a running header does; names come again at like distances,
//! as a footer does; a row's number may stand alone on its line, as a page number does. A plan takes them back.

use crate::blocks::Blocks;
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::non_letters::non_letters;
use crate::rules::is_digit;
use crate::span::Span;

use super::outline::Kind;

/// The lines that a plan may read.
#[derive(Debug)]
pub(super) struct Sheet {
    pub body: Vec<Line>,
    /// Body indices of the lines that looked like furniture.
    pub back: Vec<usize>,
    /// Where the page numbers stand, those that may be rows' among them.
    numbers: Vec<usize>,
}

/// Puts headers and bare numbers back among the body's lines.
pub(super) fn sheet(blocks: &Blocks, source: &str) -> Sheet {
    let numbers = blocks.furniture.iter().filter(|(_, kind)| *kind == FurnitureKind::PageNumber);
    let numbers = numbers.map(|(line, _)| line.span.start).collect();
    let mut sheet = Sheet { body: Vec::with_capacity(blocks.body.len()), back: Vec::new(), numbers };
    let mut back = blocks.furniture.iter().filter(|(line, kind)| may_be_text(line, *kind, source)).peekable();
    for line in &blocks.body {
        while let Some((own, _)) = back.next_if(|(own, _)| own.span.start < line.span.start) {
            sheet.take_back(*own);
        }
        sheet.body.push(*line);
    }
    back.for_each(|(own, _)| sheet.take_back(*own));
    sheet.forget_habitual_gaps(source);
    sheet
}

fn may_be_text(line: &Line, kind: FurnitureKind, source: &str) -> bool {
    match kind {
        FurnitureKind::Header => true,
        FurnitureKind::PageNumber => line.text(source).chars().all(is_digit),
        FurnitureKind::Rule | FurnitureKind::PageTag => false,
    }
}

/// `…、訪問看`, `（既存の部会で`: a line that another one ends.
fn goes_on(text: &str) -> bool {
    text.ends_with('、') || {
        let depth = |c: char| i32::from(c == '（') - i32::from(c == '）');
        non_letters(text).map(depth).sum::<i32>() > 0
    }
}

impl Sheet {
    fn take_back(&mut self, line: Line) {
        self.back.push(self.body.len());
        self.body.push(line);
    }

    /// Where blank lines stand between lines that plainly go on, they say nothing.
    fn forget_habitual_gaps(&mut self, source: &str) {
        let pairs = self.body.windows(2).filter(|pair| goes_on(pair[0].text(source)));
        let (apart, close) = pairs.fold((0, 0), |(apart, close), pair| match pair[1].gap {
            0 => (apart, close + 1),
            _ => (apart + 1, close),
        });
        if apart >= 2 && apart > 4 * close {
            self.body.iter_mut().for_each(|line| line.gap = line.gap.saturating_sub(1));
        }
    }

    /// Counts the pages: by form feeds, else by page numbers, else by the repeated title.
    pub fn count_pages(&mut self, kinds: &[Kind], source: &str) {
        if source.contains('\u{c}') {
            return;
        }
        let claimed = self.claimed(kinds);
        self.numbers.retain(|at| claimed.binary_search_by_key(at, |span| span.start).is_err());
        let top = self.body.first().map_or(0, |line| line.span.start);
        let mut ends = self.numbers.iter().filter(|at| **at > top).peekable();
        let by_title = self.numbers.is_empty();
        let mut page = 1;
        for at in 0..self.body.len() {
            let start = self.body[at].span.start;
            while ends.next_if(|end| **end < start).is_some() {
                page += 1;
            }
            let begins = kinds[at] == Kind::Repeated && (at == 0 || kinds[at - 1] != Kind::Repeated);
            page += usize::from(by_title && begins);
            self.body[at].page = page;
        }
    }

    /// What stands beside a page's end and comes again is a running header after all.
    pub fn mark_headers(&self, kinds: &mut [Kind]) {
        for at in self.back.iter().filter(|at| kinds[**at] == Kind::Text).copied().collect::<Vec<_>>() {
            if self.is_edge(at) {
                kinds[at] = Kind::Furniture;
            }
        }
    }

    /// Whether a page ends right before or after a line.
    fn is_edge(&self, at: usize) -> bool {
        let page = self.body[at].page;
        let other = |other: Option<&Line>| other.is_none_or(|other| other.page != page);
        other(at.checked_sub(1).map(|before| &self.body[before])) || other(self.body.get(at + 1))
    }

    /// The lines that looked like furniture and are none.
    pub fn claimed(&self, kinds: &[Kind]) -> Vec<Span> {
        let claimed = self.back.iter().filter(|at| kinds[**at] != Kind::Furniture);
        let mut spans: Vec<Span> = claimed.map(|at| self.body[*at].span).collect();
        spans.sort_unstable();
        spans
    }
}
