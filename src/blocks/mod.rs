//! Stage: lines → what the page prints on every sheet, and the body that remains.
//!
//! No vocabulary here but that of page furniture. A page number may stand in mid-sentence; taking it out lets the
//! lines around it meet again.

mod bars;
mod headers;
mod numbers;
mod said;
mod title_prints;

use headers::Key;

use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::furniture::{Kind, RULES};
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::values::number::number;

/// The dump without its page furniture.
pub(crate) struct Blocks {
    /// The text lines, in order, with the blank lines between them counted in `gap`.
    pub body: Vec<Line>,
    /// Page numbers, repeated headers, rules.
    pub furniture: Vec<(Line, FurnitureKind)>,
    /// Whether any line is a number alone.
    pub has_numbers: bool,
}

impl Blocks {
    /// The lines before a place of the source, and those from it on.
    pub fn divided(&self, cut: usize) -> (Blocks, Blocks) {
        let part = |keep: &dyn Fn(&Line) -> bool| Blocks {
            body: self.body.iter().filter(|line| keep(line)).copied().collect(),
            furniture: self.furniture.iter().filter(|(line, _)| keep(line)).copied().collect(),
            has_numbers: self.has_numbers,
        };
        (part(&|line| line.span.start < cut), part(&|line| line.span.start >= cut))
    }
}

/// Whether a number alone on its line may be the number of a table's row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Rows {
    Numbered,
    Unnumbered,
}

/// A line that may open or continue a text: neither blank nor furniture.
struct Sheet<'l> {
    source: &'l str,
    /// The lines that are not blank.
    lines: Vec<Line>,
    kinds: Vec<Option<FurnitureKind>>,
    widest: usize,
    keys: Vec<Key>,
    /// Lines that are a number alone, with its value.
    numbers: Vec<(usize, u32)>,
}

/// Sorts out page numbers, rules, page tags and repeated headers.
pub(crate) fn blocks(lines: &[Line], source: &str, rows: Rows) -> Blocks {
    let mut sheet = Sheet::new(lines, source);
    sheet.mark_plain();
    sheet.leave_figures();
    sheet.mark_repeated();
    sheet.mark_bracketed_numbers();
    sheet.mark_bare_numbers();
    if rows == Rows::Unnumbered {
        sheet.mark_counting_numbers();
    }
    sheet.mark_repeated();
    sheet.mark_title_prints();
    sheet.count_pages();
    sheet.divide()
}

impl<'l> Sheet<'l> {
    fn new(all: &[Line], source: &'l str) -> Self {
        let mut lines: Vec<Line> = Vec::with_capacity(all.len());
        for line in all.iter().filter(|line| !line.is_blank()) {
            // Blank lines around a page's end say nothing about paragraphs.
            let gap = match lines.last() {
                Some(before) if before.page != line.page => 0,
                Some(before) => line.number.saturating_sub(before.number + 1),
                None => line.number - 1,
            };
            lines.push(Line { gap, ..*line });
        }
        let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
        let keys = lines.iter().map(|line| Key::of(line.text(source))).collect();
        Self { source, kinds: vec![None; lines.len()], keys, lines, widest, numbers: Vec::new() }
    }

    /// What its own decoration makes furniture.
    fn mark_plain(&mut self) {
        for at in 0..self.lines.len() {
            if let Some(rule) = RULES.rule(self.text(at)) {
                if rule.kind == Kind::BareNumber {
                    self.numbers.extend(number(self.text(at)).map(|value| (at, value)));
                }
                self.kinds[at] = match rule.kind {
                    Kind::PageNumber => Some(FurnitureKind::PageNumber),
                    Kind::Rule => Some(FurnitureKind::Rule),
                    Kind::PageTag => Some(FurnitureKind::PageTag),
                    Kind::BareNumber => None,
                };
            }
        }
    }

    fn is_marked(&self, line: &Line) -> bool {
        let Some(c) = line.first(self.source) else { return false };
        is_bullet(c) || is_circled(c) || is_digit(c) || "（(【※".contains(c)
    }

    fn text(&self, at: usize) -> &'l str {
        self.lines[at].text(self.source)
    }

    /// Where the dump has no form feeds, page numbers or repeated titles tell the pages.
    fn count_pages(&mut self) {
        if self.lines.iter().any(|line| line.page > 1) {
            return;
        }
        let turn = [FurnitureKind::PageNumber, FurnitureKind::Header]
            .into_iter()
            .find(|kind| self.kinds.contains(&Some(*kind)));
        let Some(turn) = turn else { return };
        let mut page = 1;
        for at in 0..self.lines.len() {
            let turns = self.kinds[at] == Some(turn) && (at == 0 || self.kinds[at - 1] != Some(turn));
            if turns && turn == FurnitureKind::Header {
                page += 1;
            }
            self.lines[at].page = page;
            if turns && turn == FurnitureKind::PageNumber && at > 0 {
                page += 1;
            }
        }
    }

    fn divide(self) -> Blocks {
        let mut blocks = Blocks {
            body: Vec::with_capacity(self.lines.len()),
            furniture: Vec::new(),
            has_numbers: !self.numbers.is_empty(),
        };
        let mut turned = false;
        let ends_cells = self.ends_cells();
        for (line, kind) in self.lines.iter().zip(&self.kinds) {
            let line = if turned && kind.is_none() { Line { gap: 0, ..*line } } else { *line };
            turned = kind.is_some();
            match kind {
                Some(kind) => blocks.furniture.push((line, *kind)),
                None => match self.without_bars(&line).filter(|_| ends_cells) {
                    Some((cell, bars)) => {
                        blocks.body.extend(Some(cell).filter(|cell| !cell.is_blank()));
                        blocks.furniture.push((bars, FurnitureKind::Rule));
                    }
                    None => blocks.body.push(line),
                },
            }
        }
        blocks
    }
}

/// Whether a character can be the last of a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '．' | '.' | '！' | '!' | '？' | '?' | '」' | '』' | '）' | ')' | '】' | '〕' | ']' | '］')
}
