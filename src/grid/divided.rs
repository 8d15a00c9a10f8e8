//! Tables whose cells a sign divides: tabs (`施策番号⇥施策⇥所管`), bars (`| 番号 | 事業名 |`), commas (`番号,事業名,担当課`).
//!
//! The sign says where a cell ends, so no column is guessed; a line that does not fit its header's count is no such table's.

use super::caption;
use super::fields::{Fields, fields, sign};
use super::key::{is_key_header, row_number};
use super::sheet::{MOST_ABOVE, page_furniture, text_lines};
use super::{Grid, GridRow, Reading, ruled};
use crate::line::{Line, columns as width};
use crate::model::FurnitureKind;
use crate::rules::table::{BESIDE, WORDS, Word as Kind};
use crate::rules::{is_bullet, is_circled};
use crate::span::{Span, is_space};
use crate::title;

/// The fewest columns, and the fewest rows below the header.
const FEWEST: usize = 3;
const ROWS: usize = 2;
/// The longest header in bytes.
const LONGEST_HEADER: usize = 60;

/// How far punctuation at a line's end may hang out, in display columns.
const HANGING: usize = 2;

/// In a row of so many cells one that ends is enough for the others to go on.
const FEW_CELLS: usize = 4;

/// No cell has more lines.
const MOST_PIECES: usize = 60;

/// The longest heading over rows, in characters.
const LONGEST_HEADING: usize = 24;

/// Reads the tables that a dump is; `None` where a line neither belongs to one nor stands around it.
pub(super) fn read(all: &[Line], source: &str) -> Option<Reading> {
    let sign = sign(all, source)?;
    let lines = text_lines(all);
    let mut tables = Tables { source, all: Vec::new(), above: Vec::new(), signs: Vec::new() };
    let mut furniture: Vec<(Span, FurnitureKind)> = Vec::new();
    let mut next = 0;
    let ruled = ruled::parts_rows(&lines, source);
    while let Some(line) = lines.get(next) {
        let ruling = || ruled::is_ruling(line, source).then_some(FurnitureKind::Rule);
        if let Some(kind) = page_furniture(&lines, next, source).or_else(ruling) {
            furniture.push((line.span, kind));
            next += 1;
            continue;
        }
        let record = if ruled { ruled::record } else { fields };
        let Fields { cells, signs, end } = record(&lines, next, sign, source);
        next = end;
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        if cells.len() < FEWEST || tables.all.is_empty() && filled == 1 || is_heading(&cells, source) {
            tables.between(line, &cells, signs)?;
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
    /// Signs above the first table.
    signs: Vec<Span>,
}

impl Tables<'_> {
    /// A line of no columns: what stands above a table, a note, a heading over rows.
    fn between(&mut self, line: &Line, cells: &[Vec<Span>], signs: Vec<Span>) -> Option<()> {
        if !signs.is_empty() {
            let groups = self.all.last_mut().map_or(&mut self.signs, |grid| &mut grid.groups);
            groups.extend(signs);
            self.above.extend(cells.iter().flatten());
            return (self.above.len() <= MOST_ABOVE).then_some(());
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
    fn divided(&mut self, cells: &[Vec<Span>], signs: Vec<Span>) -> Option<Option<FurnitureKind>> {
        let words: Vec<String> = cells.iter().map(|cell| said(cell, self.source)).collect();
        let header = self.all.last().map(|grid| self.words(grid));
        let again = header.as_ref() == Some(&words);
        if header.is_none() || again && self.captioned() {
            is_header(&words).then_some(())?;
            let mut above = std::mem::take(&mut self.above);
            let whole = caption::take(&mut above, self.source);
            // # 令和３年度 …: what makes a heading of it says nothing.
            let caption = whole.map(|caption| title::without_mark(caption, self.source));
            let mark = whole.zip(caption).map(|(whole, bare)| Span::new(whole.start, bare.start).trim(self.source));
            let mut groups = std::mem::take(&mut self.signs);
            groups.extend(mark.filter(|mark| !mark.is_empty()));
            groups.extend(signs);
            self.all.push(Grid { caption, columns: cells.to_vec(), groups, notes: above, ..Grid::default() });
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
        grid.groups.extend(signs);
        match grid.rows.last_mut().filter(|row| goes_on(row, cells, key, self.source)) {
            Some(row) => add(row, cells),
            None => grid.rows.push(row(cells, grid.columns.len(), key, self.source)?),
        }
        Some(None)
    }

    fn words(&self, grid: &Grid) -> Vec<String> {
        grid.columns.iter().map(|cell| said(cell, self.source)).collect()
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
fn is_heading(cells: &[Vec<Span>], source: &str) -> bool {
    let filled: Vec<Span> = cells.iter().flatten().copied().collect();
    is_mark_heading(&filled, source)
}

/// The same of the cells that are not empty: `◆人材育成`.
pub(super) fn is_mark_heading(filled: &[Span], source: &str) -> bool {
    let [one] = filled else { return false };
    let text = one.of(source);
    text.starts_with(['【', '＜', '<', '《', '■', '◆']) && text.chars().count() <= LONGEST_HEADING
}

/// Whether a line says what the header says.
pub(super) fn is_again(words: &[Span], header: &[Span], source: &str) -> bool {
    let said = |words: &[Span]| words.iter().map(|word| closed_up(word.of(source))).collect::<String>();
    words.len() == header.len() && said(words) == said(header)
}

/// What a cell says, without white space.
fn said(cell: &[Span], source: &str) -> String {
    cell.iter().map(|piece| closed_up(piece.of(source))).collect()
}

fn closed_up(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).collect()
}

/// Whether the first divided line says what each column holds: short words, no amounts, none twice.
pub(super) fn is_header(words: &[String]) -> bool {
    let plain = |word: &String| {
        let amount = word.chars().all(|c| c.is_numeric() || ",，.．-－".contains(c));
        !word.is_empty() && !amount && word.len() <= LONGEST_HEADER && !word.ends_with('。')
    };
    words.iter().all(plain) && words.iter().enumerate().all(|(at, word)| !words[..at].contains(word))
}

/// A row, where it has a cell for each column; cells may lack at its end only where a number shows that it begins here, or
/// where nothing numbers the rows and most columns are filled.
fn row(cells: &[Vec<Span>], columns: usize, key: Option<usize>, source: &str) -> Option<GridRow> {
    let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    let cells = &cells[..filled.max(columns).min(cells.len())];
    let number = key.and_then(|key| cells.get(key)?.first());
    let numbered = number.is_some_and(|cell| WORDS.rule(cell.of(source)).is_some_and(|rule| rule.kind == Kind::Number));
    let most = key.is_none() && cells.len() * 2 > columns && cells.iter().all(|cell| !cell.is_empty());
    let whole = cells.len() == columns || cells.len() < columns && (numbered || most);
    let filled = cells.iter().cloned().enumerate().filter(|(_, cell)| !cell.is_empty());
    whole.then(|| numbered_row(filled.collect(), key.filter(|_| numbered), source))
}

/// A row of these cells, which the key's numbers.
pub(super) fn numbered_row(cells: Vec<(usize, Vec<Span>)>, key: Option<usize>, source: &str) -> GridRow {
    let number = cells.iter().find(|(at, _)| Some(*at) == key).and_then(|(_, cell)| cell.first());
    let number = number.and_then(|cell| row_number(cell.of(source)));
    GridRow { number, key, cells, ..GridRow::default() }
}

/// Whether cells go on with those of the row above: none numbers them or stands first, each stands below one that is as wide
/// or opens another entry as that does (`・`), and something of the row above has nothing below it.
fn goes_on(row: &GridRow, cells: &[Vec<Span>], key: Option<usize>, source: &str) -> bool {
    let opens = key.unwrap_or(0);
    let above = |column: usize| row.cells.iter().find(|(at, _)| *at == column).map(|(_, pieces)| pieces);
    let wide = |pieces: &[Span]| pieces.iter().map(|piece| width(piece.of(source))).max().unwrap_or(0);
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let mark = |pieces: &[Span]| pieces.first()?.of(source).chars().next().filter(|c| is_bullet(*c) || is_circled(*c));
    let goes_on = |(column, cell): (usize, &Vec<Span>)| {
        above(column).is_some_and(|own| match (mark(own), mark(cell)) {
            (Some(_), Some(_)) => true,
            (None, Some(_)) => false,
            (_, None) => wide(own) + HANGING >= wide(cell),
        })
    };
    let closed = |(column, _): &&(usize, Vec<Span>)| *column != opens && cells.get(*column).is_none_or(Vec::is_empty);
    // A line with nearly all cells is a row whose number is lost.
    let ended = row.cells.iter().filter(closed).count();
    let enough = ended >= 2 || ended == 1 && row.cells.len() <= FEW_CELLS;
    let short = row.cells.iter().all(|(_, pieces)| pieces.len() < MOST_PIECES);
    cells.get(opens).is_some_and(Vec::is_empty) && enough && short && filled.all(goes_on)
}

fn add(row: &mut GridRow, cells: &[Vec<Span>]) {
    for (column, pieces) in &mut row.cells {
        pieces.extend(cells.get(*column).into_iter().flatten());
    }
}
