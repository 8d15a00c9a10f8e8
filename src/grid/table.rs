//! Headers and the pages below them → rows and cells.

use super::band::{BodyLine, Piece, bands};
use super::columns::settle;
use super::header::Header;
use super::key::row_number;
use super::panel::{Key, Panel, Role, is_amount, pages};
use super::sheet::Sheet;
use super::word::Word;
use super::{Doubt, Grid, GridRow};
use crate::line::columns;
use crate::span::Span;
use crate::text::normal_form;
use crate::values::number::number;

/// The most columns that a page may show.
const MOST: usize = 80;

/// Lines with one set of columns: the pages of a table.
#[derive(Debug, Default)]
pub(super) struct Part<'h> {
    /// Its header and the repetitions; none for a list.
    pub headers: Vec<&'h Header>,
    pub panels: Vec<Panel<'h>>,
}

/// The headers and their pages; a header that says the same as the one before it goes on with its table.
pub(super) fn parts<'h>(sheet: &Sheet, headers: &'h [Header]) -> Vec<Part<'h>> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, header) in headers.iter().enumerate() {
        let end = headers.get(at + 1).map_or(sheet.lines.len(), |next| next.lines.start);
        let panels = panels(sheet, header, end);
        match parts.last_mut() {
            Some(part) if wording(sheet, part.headers[0]) == wording(sheet, header) => {
                part.headers.push(header);
                part.panels.extend(panels);
            }
            Some(_) | None => parts.push(Part { headers: vec![header], panels }),
        }
    }
    parts
}

/// What a header says, for comparison.
fn wording(sheet: &Sheet, header: &Header) -> Vec<String> {
    let close = |pieces: &[Span]| normal_form(sheet.source, pieces).split_whitespace().collect::<String>();
    header.cells.iter().map(|cell| close(&cell.pieces)).collect()
}

fn panels<'h>(sheet: &Sheet, header: &'h Header, end: usize) -> Vec<Panel<'h>> {
    let mut panels: Vec<Panel> = Vec::new();
    for (page, lines) in pages(sheet, header.lines.end..end).into_iter().enumerate() {
        let below = page == 0 && sheet.lines[lines[0]].page == sheet.lines[header.lines.start].page;
        let key = if below { Some(Key::of(header)) } else { Key::in_lines(sheet, &lines, header.key) };
        let panel = key.and_then(|key| Panel::new(sheet, below.then_some(header), lines, key));
        panels.extend(panel);
    }
    panels
}

/// Puts a part together; `None` where it is no table after all.
pub(super) fn grid(sheet: &Sheet, part: &mut Part) -> Option<Grid> {
    let first = part.panels.first()?;
    let headed = part.headers.is_empty() || first.header.is_some();
    if !headed || part.panels.iter().any(|panel| panel.atoms.atoms.len() > MOST) {
        return None;
    }
    let cells = part.headers.first().map_or(&[][..], |header| header.cells.as_slice());
    let slots = settle(sheet, &mut part.panels, cells.len());
    let name = |slot: &(usize, usize)| if slot.1 == 0 { cells[slot.0 - 1].pieces.clone() } else { Vec::new() };
    let mut grid = Grid {
        columns: slots.iter().map(name).collect(),
        groups: part.headers.first().map_or_else(Vec::new, |header| header.groups.clone()),
        ..Grid::default()
    };
    let body = body(sheet, &part.panels, &mut grid.doubts);
    grid.rows = rows(sheet, &body, &part.panels);
    is_table(&grid, &body, sheet.source).then_some(grid)
}

/// The lines of all pages with what they have in which column of the table.
fn body(sheet: &Sheet, panels: &[Panel], doubts: &mut Vec<Doubt>) -> Vec<BodyLine> {
    let mut body: Vec<BodyLine> = Vec::new();
    for panel in panels {
        for (at, words) in panel.words(sheet).into_iter().enumerate() {
            let line = panel.lines[at];
            let mut read = BodyLine {
                anchor: panel.roles[at] == Role::Opens,
                barrier: panel.roles[at] == Role::Barrier,
                apart: match (at, body.is_empty()) {
                    (0, false) => 2,
                    _ => usize::from(sheet.lines[line].gap > sheet.usual_gap),
                },
                pieces: Vec::new(),
            };
            let places = &panel.atoms.of_words[at];
            for (word, atom) in words.iter().zip(places) {
                add(sheet, panel, word, *atom, &mut read.pieces, doubts);
            }
            body.push(read);
        }
    }
    body
}

/// Enters a word of a line: into the piece before it where that is of the same column, or into the doubts.
fn add(
    sheet: &Sheet,
    panel: &Panel,
    word: &Word,
    atom: Option<usize>,
    pieces: &mut Vec<Piece>,
    doubts: &mut Vec<Doubt>,
) {
    let open = match atom {
        Some(atom) => panel.columns[atom].clone(),
        None => panel.covered(word),
    };
    if let [column] = open.as_slice() {
        let same = pieces.last_mut().filter(|last| last.column == *column);
        let span = same.as_ref().map_or(word.span, |last| Span::new(last.span.start, word.span.end));
        let text = span.of(sheet.source);
        let piece = Piece { column: *column, span, width: columns(text), is_amount: is_amount(text) };
        match same {
            Some(last) => *last = piece,
            None => pieces.push(piece),
        }
        return;
    }
    doubts.push(Doubt { span: word.span, columns: open });
}

/// Gathers the lines into rows.
fn rows(sheet: &Sheet, body: &[BodyLine], panels: &[Panel]) -> Vec<GridRow> {
    let bands = bands(body, sheet.source);
    let keys = panels.iter().flat_map(|panel| {
        let key = panel.key.and_then(|key| panel.columns.get(key)?.first().copied());
        std::iter::repeat_n(key, panel.lines.len())
    });
    let count = body.iter().filter(|line| line.anchor).count();
    let mut rows: Vec<GridRow> = (0..count).map(|_| GridRow::default()).collect();
    for ((line, band), key) in body.iter().zip(bands).zip(keys) {
        let Some(row) = band.and_then(|band| rows.get_mut(band)) else { continue };
        for piece in &line.pieces {
            let cell = row.cells.binary_search_by_key(&piece.column, |(column, _)| *column);
            match cell {
                Ok(cell) => row.cells[cell].1.push(piece.span),
                Err(cell) => row.cells.insert(cell, (piece.column, vec![piece.span])),
            }
            if line.anchor && Some(piece.column) == key {
                row.key = key;
                row.number = row_number(piece.span.of(sheet.source));
            }
        }
    }
    rows
}

/// The last part of a number of several: `1-2` → 2.
fn part(row: &GridRow, source: &str) -> Option<u32> {
    let (_, pieces) = row.cells.iter().find(|(column, _)| Some(*column) == row.key)?;
    number(pieces.first()?.of(source).rsplit(['-', '－', '‐', 'ー', '―']).next()?)
}

/// Whether the rows are rows: two at least, numbers that mostly rise, and hardly a word that fits no column.
fn is_table(grid: &Grid, body: &[BodyLine], source: &str) -> bool {
    let numbers: Vec<u32> = grid.rows.iter().filter_map(|row| row.number.or_else(|| part(row, source))).collect();
    let rising = numbers.windows(2).filter(|pair| pair[0] < pair[1] || pair[1] == 1).count();
    let pieces: usize = body.iter().map(|line| line.pieces.len()).sum();
    let crossing = grid.doubts.iter().filter(|doubt| doubt.columns.len() != 1).count();
    numbers.len() >= 2
        && rising * 10 >= (numbers.len() - 1) * 6
        && pieces * 2 >= grid.rows.len() * 3
        && crossing * 4 <= pieces
}
