//! The lines above, between and below tables: captions, notes, headers that a page repeats.

use super::Grid;
use super::caption;
use super::sheet::{MOST_ABOVE, Sheet};
use super::table::Part;
use crate::model::FurnitureKind;
use crate::span::Span;

/// What a line of the dump is, as far as tables are concerned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Use {
    Free,
    /// Part of a table's rows, by the table's number.
    Rows(usize),
    /// A table's first header.
    Header(usize),
    /// A header that a page repeats.
    Repeated,
}

/// Keeps account of the lines that tables use.
pub(super) struct Around<'a, 's> {
    sheet: &'a Sheet<'s>,
    uses: Vec<Use>,
    tables: usize,
}

impl<'a, 's> Around<'a, 's> {
    pub fn new(sheet: &'a Sheet<'s>) -> Self {
        Self { sheet, uses: vec![Use::Free; sheet.lines.len()], tables: 0 }
    }

    /// Enters the lines of the next table.
    pub fn add(&mut self, part: &Part) {
        for (at, header) in part.headers.iter().enumerate() {
            let used = if at == 0 { Use::Header(self.tables) } else { Use::Repeated };
            self.uses[header.lines.clone()].fill(used);
        }
        for line in part.panels.iter().flat_map(|panel| &panel.lines) {
            self.uses[*line] = Use::Rows(self.tables);
        }
        self.tables += 1;
    }

    /// Gives every table what stands around it; says what the page prints and how much of the text the tables take.
    pub fn finish(self, tables: &mut [Grid]) -> (Vec<(Span, FurnitureKind)>, usize) {
        let mut furniture = Vec::new();
        let mut above: Vec<usize> = Vec::new();
        let mut table: Option<usize> = None;
        let mut used = 0;
        for at in 0..self.uses.len() {
            let span = self.sheet.span(at);
            if let Some(kind) = self.sheet.furniture[at] {
                furniture.push((span, kind));
                continue;
            }
            match self.uses[at] {
                Use::Repeated => {
                    furniture.push((span, FurnitureKind::Header));
                    used += span.end - span.start;
                }
                Use::Header(number) | Use::Rows(number) => {
                    if table != Some(number) {
                        used += self.entitle(&mut tables[number], &above);
                    }
                    table = Some(number);
                    above.clear();
                    used += span.end - span.start;
                }
                Use::Free => match table.filter(|_| above.is_empty() && self.is_footnote(at)) {
                    Some(number) => tables[number].notes.push(span),
                    None => above.push(at),
                },
            }
        }
        let text: usize = (0..self.uses.len())
            .filter(|at| self.sheet.furniture[*at].is_none())
            .map(|at| self.sheet.span(at))
            .map(|span| span.end - span.start)
            .sum();
        (furniture, used * 100 / text.max(1))
    }

    /// The lines above a table: its caption, and what is said of the whole. What is more is left alone.
    fn entitle(&self, table: &mut Grid, above: &[usize]) -> usize {
        if above.len() > MOST_ABOVE {
            return 0;
        }
        let said = above.iter().filter(|at| !self.sheet.is_note(**at));
        let mut said: Vec<Span> = said.map(|at| self.sheet.span(*at)).collect();
        if table.caption.is_none() {
            table.caption = caption::take(&mut said, self.sheet.source);
        }
        let own = above.iter().map(|at| self.sheet.span(*at)).filter(|span| Some(*span) != table.caption);
        table.notes.extend(own);
        above.iter().map(|at| self.sheet.span(*at)).map(|span| span.end - span.start).sum()
    }

    /// `※…`, `（注）…` below a table.
    fn is_footnote(&self, at: usize) -> bool {
        self.sheet.is_note(at) && !self.sheet.text(at).contains("単位")
    }
}
