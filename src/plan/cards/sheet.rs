//! The lines of cards without what pages print.

use rustc_hash::FxHashSet;

use crate::blocks::{Rows, blocks};
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::span::Span;

/// The lines, and what pages print.
pub(super) struct Sheet {
    pub lines: Vec<Line>,
    pub furniture: Vec<(Span, FurnitureKind)>,
    /// The widest line, in display columns.
    pub widest: usize,
    /// Whether a blank line says anything: it does not where one stands below nearly every line.
    pub gaps_tell: bool,
    /// Whether numbers count on below a label: the cells of a column, not of a card.
    pub counts_on: bool,
}

/// Takes out what pages print: numbers, rules, and what stands above the first card again.
pub(super) fn sheet(lines: &[Line], source: &str, is_label: impl Fn(&Line) -> bool) -> Sheet {
    let found = blocks(lines, source, Rows::Unnumbered);
    let mut all: Vec<(Line, Option<FurnitureKind>)> = found.body.into_iter().map(|line| (line, None)).collect();
    all.extend(found.furniture.into_iter().map(|(line, kind)| (line, Some(kind))));
    all.sort_by_key(|(line, _)| line.span);
    let mut sheet = Sheet {
        lines: Vec::with_capacity(all.len()),
        furniture: Vec::new(),
        widest: 0,
        gaps_tell: true,
        counts_on: false,
    };
    let mut above: FxHashSet<&str> = FxHashSet::default();
    let mut labelled = false;
    let mut beside_print = false;
    let mut below_label = false;
    let mut below_number = false;
    let mut first = None;
    for (line, kind) in all {
        let label = is_label(&line);
        labelled |= label;
        let top = *first.get_or_insert(line.text(source)) == line.text(source);
        let turned = top || beside_print || sheet.lines.last().is_some_and(|before| before.page != line.page);
        let again = labelled && turned && above.contains(line.text(source));
        if !labelled {
            above.insert(line.text(source));
        }
        sheet.counts_on |= below_number && kind == Some(FurnitureKind::PageNumber);
        below_number = below_label && kind == Some(FurnitureKind::PageNumber);
        let printed = match kind {
            Some(FurnitureKind::Header) | None => again.then_some(FurnitureKind::Header),
            // ２ below 番号： is the card's.
            Some(FurnitureKind::PageNumber) if below_label => None,
            Some(FurnitureKind::PageNumber | FurnitureKind::Rule | FurnitureKind::PageTag) => kind,
        };
        below_label = label;
        match printed.filter(|_| !label) {
            Some(kind) => sheet.furniture.push((line.span, kind)),
            None => {
                let gap = if beside_print && kind.is_none() { 0 } else { line.gap };
                sheet.widest = sheet.widest.max(line.width);
                sheet.lines.push(Line { gap, ..line });
            }
        }
        beside_print = printed.is_some_and(|kind| kind != FurnitureKind::Rule);
    }
    let apart = sheet.lines.iter().filter(|line| line.gap > 0).count();
    sheet.gaps_tell = apart * 10 < sheet.lines.len() * 8;
    sheet
}
