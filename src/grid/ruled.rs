//! Tables that are drawn with lines, `┌─┬─┐` or `+---+---+`: what stands between two lines across is one row.

use super::fields::{Fields, fields};
use crate::line::Line;
use crate::span::Span;

/// Whether a line is one drawn across a table.
pub(super) fn is_ruling(line: &Line, source: &str) -> bool {
    let text = line.text(source);
    let drawn = |c: char| matches!(c, '\u{2500}'..='\u{257f}' | ' ' | '\u{3000}');
    let corner = |c: char| matches!(c, '\u{250c}'..='\u{254b}' | '\u{2550}'..='\u{256c}');
    let typed = || text.starts_with('+') && text.ends_with('+') && text.chars().all(|c| "+-=: ".contains(c));
    let upright = |c: char| matches!(c, '│' | '┃' | '║');
    text.chars().all(drawn) && text.contains(corner) && !text.contains(upright) || text.len() > 2 && typed()
}

/// Whether lines across part the rows too, and not the header alone: three at least have rows between them.
pub(super) fn parts_rows(lines: &[Line], source: &str) -> bool {
    let rulings: Vec<usize> = (0..lines.len()).filter(|at| is_ruling(&lines[*at], source)).collect();
    rulings.windows(2).filter(|pair| pair[1] > pair[0] + 1).count() > 2
}

/// The record of all lines from `at` to the next line across; just the first one where they have not as many cells each.
pub(super) fn record(lines: &[Line], at: usize, sign: char, source: &str) -> Fields {
    let mut whole = fields(lines, at, sign, source);
    let inside = whole.cells.len() > 1;
    while let Some(line) = lines.get(whole.end).filter(|line| inside && !is_ruling(line, source)) {
        let more = fields(lines, whole.end, sign, source);
        if more.cells.len() != whole.cells.len() || line.page != lines[at].page {
            break;
        }
        let pieces = more.cells.into_iter();
        whole.cells.iter_mut().zip(pieces).for_each(|(cell, pieces): (&mut Vec<Span>, _)| cell.extend(pieces));
        whole.signs.extend(more.signs);
        whole.end = more.end;
    }
    whole
}
