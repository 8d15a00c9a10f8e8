//! Tables whose cells a sign divides: tabs (`施策番号⇥施策⇥所管`), bars (`| 番号 | 事業名 |`).
//!
//! The sign says where a cell ends, so no column is guessed; a line that does not fit its header's count is no such table's.

use super::caption;
use super::key::{is_key_header, row_number};
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

/// The longest heading over rows, in characters.
const LONGEST_HEADING: usize = 24;

/// Reads the tables that a dump is; `None` where a line neither belongs to one nor stands around it.
pub(super) fn read(all: &[Line], source: &str) -> Option<Reading> {
    let sign = sign(all, source)?;
    let lines = text_lines(all);
    let mut tables = Tables { source, all: Vec::new(), above: Vec::new() };
    let mut furniture: Vec<(Span, FurnitureKind)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(kind) = page_furniture(&lines, at, source) {
            furniture.push((line.span, kind));
            continue;
        }
        let Fields { cells, signs } = fields(line, sign, source);
        if cells.len() < FEWEST || is_heading(&cells, source) {
            tables.between(line, signs)?;
        } else if let Some(kind) = tables.divided(&cells, signs)? {
            furniture.push((line.span, kind));
        }
    }
    let tables = tables.finish();
    (!tables.is_empty()).then_some(Reading { tables, furniture, share: 100 })
}

/// The tables while their lines are read.
struct Tables<'s> {
    source: &'s str,
    all: Vec<Grid>,
    /// Lines of one cell that no row has followed yet.
    above: Vec<Span>,
}

impl Tables<'_> {
    /// A line of no columns: what stands above a table, a note, a heading over rows.
    fn between(&mut self, line: &Line, signs: Vec<Span>) -> Option<()> {
        if let (Some(grid), false) = (self.all.last_mut(), signs.is_empty()) {
            grid.groups.extend(signs);
            let text = line.span.of(self.source).trim_matches(|c: char| is_space(c) || "|｜".contains(c));
            let start = line.span.start + line.span.of(self.source).find(text).unwrap_or(0);
            self.above.push(Span::new(start, start + text.len()));
            return Some(());
        }
        let text = line.text(self.source);
        let plain = !text.ends_with('。') && text.chars().count() <= LONGEST_HEADING;
        match self.all.last_mut() {
            Some(grid) if BESIDE.rule(text).is_some() => grid.notes.push(line.span),
            Some(_) if !plain && !names_table(text) => return None,
            Some(_) | None => self.above.push(line.span),
        }
        (self.above.len() <= MOST_ABOVE).then_some(())
    }

    /// A header, a row, or what a page prints.
    fn divided(&mut self, cells: &[Span], signs: Vec<Span>) -> Option<Option<FurnitureKind>> {
        let words: Vec<String> = cells.iter().map(|cell| closed_up(cell.of(self.source))).collect();
        let header = self.all.last().map(|grid| self.words(grid));
        let again = header.as_ref() == Some(&words);
        if header.is_none() || again && self.captioned() {
            is_header(&words).then_some(())?;
            let mut above = std::mem::take(&mut self.above);
            let caption = caption::take(&mut above, self.source);
            let columns = cells.iter().map(|cell| vec![*cell]).collect();
            self.all.push(Grid { caption, columns, groups: signs, notes: above, ..Grid::default() });
            return Some(None);
        }
        let grid = self.all.last_mut()?;
        // A heading over rows is said of all of them, and a title comes again with its page.
        grid.notes.append(&mut self.above);
        if again {
            return Some(Some(FurnitureKind::Header));
        }
        if words.iter().all(|word| word.chars().all(|c| "-－―─:".contains(c))) {
            return Some(Some(FurnitureKind::Rule));
        }
        let key = header.iter().flatten().position(|word| is_key_header(word));
        grid.rows.push(row(cells, grid.columns.len(), key, self.source)?);
        grid.groups.extend(signs);
        Some(None)
    }

    fn words(&self, grid: &Grid) -> Vec<String> {
        grid.columns.iter().flatten().map(|cell| closed_up(cell.of(self.source))).collect()
    }

    /// Whether another caption stands above the same header: another table.
    fn captioned(&self) -> bool {
        let first = self.all.last().and_then(|grid| grid.caption);
        let other = |line: &Span| first.is_none_or(|first| first.of(self.source) != line.of(self.source));
        self.above.iter().any(|line| names_table(line.of(self.source)) && other(line))
    }

    fn finish(mut self) -> Vec<Grid> {
        if let Some(last) = self.all.last_mut() {
            last.notes.append(&mut self.above);
        }
        self.all.retain(|grid| grid.rows.len() >= ROWS);
        self.all
    }
}

/// `表２　令和４年度の取組計画`, `別表`.
fn names_table(text: &str) -> bool {
    text.starts_with(['表', '別', '第']) || text.contains("年度") || text.ends_with(['表', '画', '覧'])
}

/// `| 【人材育成】 |  |  |`: one cell in brackets, and nothing beside it.
fn is_heading(cells: &[Span], source: &str) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.of(source));
    let (Some(text), None) = (filled.next(), filled.next()) else { return false };
    text.starts_with(['【', '＜', '<', '《', '■', '◆']) && text.chars().count() <= LONGEST_HEADING
}

/// The sign that divides most lines.
pub(super) fn sign(lines: &[Line], source: &str) -> Option<char> {
    let text = lines.iter().filter(|line| !line.is_blank()).count();
    let divides = |sign: char| {
        let divided = lines.iter().filter(|line| line.text(source).matches(sign).take(FEWEST).count() + 1 >= FEWEST);
        divided.count() * 2 > text
    };
    ['\t', '|', '｜'].into_iter().find(|sign| source.contains(*sign) && divides(*sign))
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
