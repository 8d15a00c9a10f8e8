//! A record of a table whose cells a sign divides: a line, or several where quotes hold a cell together.

use super::divided::is_header;
use super::header::is_period;
use super::ruled::is_ruling;
use crate::line::Line;
use crate::rules::plan::COLUMNS;
use crate::span::{Span, is_space};

/// The fewest cells of a line that a sign divides.
const FEWEST: usize = 3;
/// The most lines of one cell in quotes.
const MOST_LINES: usize = 40;
/// Among how many first lines a header is looked for.
const HEAD: usize = 8;

/// A line in cells, empty ones too, and the signs that are more than white space.
pub(super) struct Fields {
    /// The pieces of each cell, line by line.
    pub cells: Vec<Vec<Span>>,
    pub signs: Vec<Span>,
    /// The line behind the record.
    pub end: usize,
}

/// The sign that divides most lines, or a header of columns: the cells of its rows may have lines of their own.
pub(super) fn sign(lines: &[Line], source: &str) -> Option<char> {
    let text = lines.iter().filter(|line| !line.is_blank() && !is_ruling(line, source)).count();
    let divides = |sign: char| {
        let divided = lines.iter().filter(|line| line.text(source).matches(sign).take(FEWEST).count() + 1 >= FEWEST);
        divided.count() * 2 > text
    };
    let bars = || ['\t', '|', '｜', '│', '┃'].into_iter().find(|sign| source.contains(*sign) && divides(*sign));
    let quoted = || ['\t', ','].into_iter().find(|sign| source.contains(*sign) && heads(lines, *sign, source));
    bars().or_else(quoted)
}

/// Whether one of the first lines is a header that the sign divides: most of its words are those of a plan's columns.
fn heads(lines: &[Line], sign: char, source: &str) -> bool {
    let text = lines.iter().filter(|line| !line.is_blank()).take(HEAD);
    text.filter(|line| line.text(source).contains(sign)).any(|line| {
        let cells: Vec<String> =
            line.text(source).split(sign).map(|cell| cell.trim_matches(['"', ' ']).to_owned()).collect();
        let known = cells.iter().filter(|cell| COLUMNS.rule(cell).is_some() || is_period(cell)).count();
        known >= FEWEST && known * 2 >= cells.len() && is_header(&cells)
    })
}

/// The record that begins with a line.
pub(super) fn fields(lines: &[Line], at: usize, sign: char, source: &str) -> Fields {
    let line = &lines[at];
    let mut record = Fields { cells: Vec::new(), signs: Vec::new(), end: at + 1 };
    // A first cell that is empty: the white space before the line is no part of it.
    let margin = &source[..line.span.start];
    let blank = margin.len() - margin.trim_end_matches(|c: char| is_space(c) && !crate::ledger::ends_piece(c)).len();
    let indent = margin[margin.len() - blank..].matches(sign).count();
    record.cells.resize(indent, Vec::new());
    let mut start = line.span.start;
    while let Some(next) = record.cell(lines, start, sign, source) {
        start = next;
    }
    if "|｜│┃".contains(sign) {
        record.inside_bars(line.text(source), sign);
    }
    record
}

impl Fields {
    /// Takes the cell that begins here; where the next one begins, if there is one.
    fn cell(&mut self, lines: &[Line], start: usize, sign: char, source: &str) -> Option<usize> {
        let end = lines[self.end - 1].span.end;
        let rest = &source[start..end.max(start)];
        let quoted = (rest.starts_with('"') && sign != '|').then(|| self.quoted(lines, start, source)).flatten();
        let (mut pieces, behind) = quoted.unwrap_or((Vec::new(), start));
        let end = lines[self.end - 1].span.end;
        let found = source[behind..end.max(behind)].find(sign).map(|at| behind + at);
        pieces.extend(self.pieces(Span::new(behind, found.unwrap_or(end).max(behind)), source));
        self.cells.push(pieces);
        let found = found?;
        let next = found + sign.len_utf8();
        self.signs.extend((sign != '\t').then(|| Span::new(found, next)));
        Some(next)
    }

    /// `"研修⏎視察"`: its pieces, and where it ends; `None` where no quote closes it.
    fn quoted(&mut self, lines: &[Line], start: usize, source: &str) -> Option<(Vec<Span>, usize)> {
        let mut signs = vec![Span::new(start, start + 1)];
        let mut pieces: Vec<Span> = Vec::new();
        let mut from = start + 1;
        for (at, line) in lines.iter().enumerate().skip(self.end - 1).take(MOST_LINES) {
            from = from.max(line.span.start);
            while let Some(quote) = source[from..line.span.end.max(from)].find('"').map(|quote| from + quote) {
                pieces.push(Span::new(from, quote));
                from = quote + 1;
                signs.push(Span::new(quote, from));
                // "" stands for one quote.
                if !source[from..line.span.end].starts_with('"') {
                    self.signs.extend(signs);
                    self.end = at + 1;
                    let pieces = pieces.into_iter().flat_map(|piece| self.pieces(piece, source)).collect();
                    return Some((pieces, from));
                }
                pieces.push(Span::new(from, from + 1));
                from += 1;
            }
            pieces.push(Span::new(from, line.span.end.max(from)));
        }
        None
    }

    /// `研修<br>視察`: the lines of one cell.
    fn pieces(&mut self, cell: Span, source: &str) -> Vec<Span> {
        let mut pieces = Vec::new();
        let mut start = cell.start;
        for (at, _) in cell.of(source).match_indices("<br") {
            let at = cell.start + at;
            let Some(close) = source[at..cell.end].find('>').filter(|close| *close <= "<br /".len()) else { continue };
            pieces.push(Span::new(start, at));
            start = at + close + 1;
            self.signs.push(Span::new(at, start));
        }
        pieces.push(Span::new(start, cell.end));
        pieces.into_iter().map(|piece| piece.trim(source)).filter(|piece| !piece.is_empty()).collect()
    }

    /// | 番号 | 事業名 |: nothing stands outside the first and the last bar.
    fn inside_bars(&mut self, line: &str, sign: char) {
        if line.starts_with(sign) && self.cells.first().is_some_and(Vec::is_empty) {
            self.cells.remove(0);
        }
        if line.ends_with(sign) && self.cells.last().is_some_and(Vec::is_empty) {
            self.cells.pop();
        }
    }
}
