//! Tables whose cells a sign divides: tabs (`施策番号⇥施策⇥所管`), bars (`| 番号 | 事業名 |`).
//!
//! The sign says where a cell ends, so no column is guessed; a line that does not fit its header's count is no such table's.

use super::key::row_number;
use super::sheet::{MOST_ABOVE, page_furniture, text_lines};
use super::{Grid, GridRow, Reading};
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::table::{BESIDE, WORDS, Word as Kind};
use crate::span::{Span, is_space};

/// The fewest columns, and the fewest rows below the header.
const FEWEST: usize = 3;
const ROWS: usize = 2;
/// The longest header in bytes.
const LONGEST_HEADER: usize = 60;

/// Reads the one table that a dump is; `None` where a line neither belongs to it nor stands around it.
pub(super) fn read(all: &[Line], source: &str) -> Option<Reading> {
    let sign = sign(all, source)?;
    let lines = text_lines(all);
    let mut grid = Grid::default();
    let mut furniture: Vec<(Span, FurnitureKind)> = Vec::new();
    let mut above: Vec<Span> = Vec::new();
    let (mut header, mut key): (Vec<String>, Option<usize>) = (Vec::new(), None);
    for (at, line) in lines.iter().enumerate() {
        if let Some(kind) = page_furniture(&lines, at, source) {
            furniture.push((line.span, kind));
            continue;
        }
        let Fields { cells, signs } = fields(line, sign, source);
        if cells.len() < FEWEST {
            match grid.columns.is_empty() {
                true if above.len() < MOST_ABOVE => above.push(line.span),
                false if BESIDE.rule(line.text(source)).is_some() => grid.notes.push(line.span),
                true | false => return None,
            }
            continue;
        }
        let words: Vec<String> = cells.iter().map(|cell| closed_up(cell.of(source))).collect();
        if grid.columns.is_empty() {
            key = words.iter().position(|word| WORDS.rule(word).is_some_and(|rule| rule.kind == Kind::KeyHeader));
            is_header(&words).then_some(())?;
            grid.columns = cells.iter().map(|cell| vec![*cell]).collect();
            grid.groups.extend(signs);
            header = words;
        } else if words == header {
            furniture.push((line.span, FurnitureKind::Header));
        } else if words.iter().all(|word| word.chars().all(|c| "-－―─:".contains(c))) {
            furniture.push((line.span, FurnitureKind::Rule));
        } else {
            grid.rows.push(row(&cells, header.len(), key, source)?);
            grid.groups.extend(signs);
        }
    }
    grid.caption = above.first().copied();
    grid.notes.splice(0..0, above.into_iter().skip(1));
    (grid.rows.len() >= ROWS).then(|| Reading { tables: vec![grid], furniture, share: 100 })
}

/// The sign that divides most lines.
fn sign(lines: &[Line], source: &str) -> Option<char> {
    let text = lines.iter().filter(|line| !line.is_blank()).count();
    let divides = |sign: char| {
        let divided = lines.iter().filter(|line| line.text(source).matches(sign).take(FEWEST).count() + 1 >= FEWEST);
        divided.count() * 2 > text
    };
    ['\t', '|', '｜'].into_iter().find(|sign| divides(*sign))
}

/// A line in cells, empty ones too, and the signs that are more than white space.
struct Fields {
    cells: Vec<Span>,
    signs: Vec<Span>,
}

fn fields(line: &Line, sign: char, source: &str) -> Fields {
    let (span, text) = (line.span, line.text(source));
    let mut signs: Vec<Span> = Vec::new();
    // A first cell that is empty: the white space before the line is no part of it.
    let margin = &source[..span.start];
    let blank = margin.len() - margin.trim_end_matches(|c: char| is_space(c) && !crate::ledger::ends_piece(c)).len();
    let indent = margin[margin.len() - blank..].matches(sign).count();
    let mut cells: Vec<Span> = (0..indent).map(|_| Span::new(span.start, span.start)).collect();
    let mut start = span.start;
    for (at, found) in text.match_indices(sign) {
        let at = span.start + at;
        cells.push(Span::new(start, at).trim(source));
        start = at + found.len();
        signs.extend((sign != '\t').then(|| Span::new(at, start)));
    }
    cells.push(Span::new(start, span.end).trim(source));
    if sign != '\t' {
        // | 番号 | 事業名 |: nothing stands outside the first and the last bar.
        let outer = |cell: &Span| cell.is_empty();
        if text.starts_with(sign) && cells.first().is_some_and(outer) {
            cells.remove(0);
        }
        if text.ends_with(sign) && cells.last().is_some_and(outer) {
            cells.pop();
        }
    }
    Fields { cells, signs }
}

fn closed_up(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).collect()
}

/// Whether the first divided line says what each column holds: short words, no amounts, none twice.
fn is_header(words: &[String]) -> bool {
    let plain = |word: &String| {
        let amount = word.chars().all(|c| c.is_numeric() || ",，.．-－".contains(c));
        !word.is_empty() && !amount && word.len() <= LONGEST_HEADER && !word.ends_with('。')
    };
    words.iter().all(plain) && words.iter().enumerate().all(|(at, word)| !words[..at].contains(word))
}

/// A row, where it has a cell for each column; cells may lack at its end only where a number shows that it begins here.
fn row(cells: &[Span], columns: usize, key: Option<usize>, source: &str) -> Option<GridRow> {
    let number = key.and_then(|key| cells.get(key)).filter(|cell| !cell.is_empty());
    let numbered = number.is_some_and(|cell| WORDS.rule(cell.of(source)).is_some_and(|rule| rule.kind == Kind::Number));
    let whole = cells.len() == columns || cells.len() < columns && numbered;
    whole.then(|| GridRow {
        number: number.filter(|_| numbered).and_then(|cell| row_number(cell.of(source))),
        key: key.filter(|_| numbered),
        cells: cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(at, cell)| (at, vec![*cell]))
            .collect(),
    })
}
