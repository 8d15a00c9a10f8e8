//! Plans whose columns a dump gives one below the other: all numbers, then all names, …
//!
//! Which cells make a row nothing but their count can say. So every column must have exactly as many cells as there are numbers,
//! with a blank line between any two of them; else the document is left unknown.

use crate::finding::{Finding, FindingKind};
use crate::grid::{Grid, GridRow, Reading, is_key_header};
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::furniture::{Kind as Print, RULES};
use crate::rules::plan::Column;
use crate::rules::{is_circled, is_digit};
use crate::span::Span;
use crate::text::normal_form;
use crate::values::number::number;

use super::kinds::kinds;
use super::likeness::is_sentence;
use super::outline::{Word, word};
use super::words::words;
use super::{Inferred, check, of_grid, title};

/// Among how many first lines the numbers begin.
const MOST_ABOVE: usize = 24;
/// Fewer cells could be as many by chance.
const FEWEST: usize = 3;
/// The longest number with what stands around it, in bytes.
const LONGEST_NUMBER: usize = 16;
/// The most lines below the table.
const MOST_BELOW: usize = 3;

/// Reads the columns, from lines that are not blank; nothing where their cells do not count as many as the rows.
pub(super) fn read(lines: &[Line], source: &str) -> Option<Inferred> {
    let first = first_number(lines, source)?;
    let mut table = Table { lines, source, grid: Grid::default(), furniture: Vec::new(), at: 0, above: Vec::new() };
    table.at = table.header_above(first)?;
    table.above = lines[..table.at].iter().map(|line| line.text(source)).collect();
    let top = table.at;
    while table.page()? {}
    let below = &lines[table.at..];
    if below.len() > MOST_BELOW {
        return None;
    }
    table.grid.notes.extend(below.iter().map(|line| line.span));
    title::above(&mut table.grid, &lines[..top], source);
    let kinds = table.kinds()?;
    let mut findings =
        vec![Finding { kind: FindingKind::InferredRows { rows: table.grid.rows.len() }, at: Vec::new() }];
    check::rows(&table.grid.rows, &mut findings);
    Some(Inferred {
        grids: Reading { tables: vec![table.grid], furniture: table.furniture, share: 100 },
        kinds,
        findings,
    })
}

/// Whether lines near the top are numbers that count from one on.
pub(super) fn may_be(top: &[Line], source: &str) -> bool {
    first_number(top, source).is_some()
}

/// The first of the lines that are numbers alone.
fn first_number(lines: &[Line], source: &str) -> Option<usize> {
    (0..lines.len().min(MOST_ABOVE)).find(|at| counts(&lines[*at..], 1, source) >= FEWEST)
}

/// How many of these lines are numbers alone that count from one on.
fn counts(lines: &[Line], from: u32, source: &str) -> usize {
    let numbers = lines.iter().map(|line| alone(line.text(source)));
    numbers.zip(from..).take_while(|(found, wanted)| *found == Some(*wanted)).count()
}

/// `３`, `（３）`, `③`, `№3`.
fn alone(text: &str) -> Option<u32> {
    if text.len() > LONGEST_NUMBER {
        return None;
    }
    let bare = text.trim_start_matches(['№', '(', '（', '【']).trim_end_matches([')', '）', '】', '.', '．']);
    let circled = || bare.chars().count() == 1 && bare.starts_with(is_circled);
    let plain = !bare.is_empty() && bare.chars().all(is_digit);
    if plain || circled() { number(bare) } else { None }
}

struct Table<'a> {
    lines: &'a [Line],
    source: &'a str,
    grid: Grid,
    furniture: Vec<(Span, FurnitureKind)>,
    /// The next line.
    at: usize,
    /// What stands above the table, and again on its pages.
    above: Vec<&'a str>,
}

impl Table<'_> {
    fn text(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |line| line.text(self.source))
    }

    /// Where the headers begin that end above a line: 番号 alone, or lines of headers that begin with it.
    fn header_above(&self, first: usize) -> Option<usize> {
        let is_head = |at: &usize| {
            words(self.source, self.lines[*at].span).all(|word_at| word(word_at.of(self.source)).is_some())
        };
        let start = (0..first).rev().take_while(is_head).last()?;
        let key = |at: &usize| words(self.source, self.lines[*at].span).next().map(|word| word.of(self.source));
        (start..first).find(|at| key(at).is_some_and(is_key_header))
    }

    /// Reads the columns of the next page; false where none follows.
    fn page(&mut self) -> Option<bool> {
        let known = self.grid.rows.len();
        if known > 0 {
            self.printed();
            if !self.opens_page() {
                return Some(false);
            }
        }
        let headed = self.top_headers(known == 0);
        let rows = self.numbers()?;
        let mut column = 1;
        while if headed > 1 { column < headed } else { self.next_header(known == 0, rows) } {
            self.column(column, known, rows)?;
            column += 1;
        }
        (column == self.grid.columns.len()).then_some(true)
    }

    /// The rows of a page, by their numbers; how many they are.
    fn numbers(&mut self) -> Option<usize> {
        let known = self.grid.rows.len();
        let below = self.lines.get(self.at..)?;
        let rows = counts(below, u32::try_from(known + 1).ok()?, self.source);
        for line in &below[..rows] {
            let cells = vec![(0, vec![line.span])];
            self.grid.rows.push(GridRow {
                number: alone(line.text(self.source)),
                key: Some(0),
                cells,
                ..GridRow::default()
            });
        }
        self.at += rows;
        let enough = if known == 0 { rows >= FEWEST } else { rows > 0 };
        enough.then_some(rows)
    }

    /// What pages print: their numbers, and what stands above the table again.
    fn printed(&mut self) {
        while self.at < self.lines.len() {
            let text = self.text(self.at);
            let kind = match RULES.rule(text).map(|rule| rule.kind) {
                Some(Print::PageNumber | Print::BareNumber) => FurnitureKind::PageNumber,
                Some(Print::Rule) => FurnitureKind::Rule,
                Some(Print::PageTag) => FurnitureKind::PageTag,
                None if self.above.contains(&text) => FurnitureKind::Header,
                None => break,
            };
            self.furniture.push((self.lines[self.at].span, kind));
            self.at += 1;
        }
    }

    /// Takes the headers of the numbers, and of what else has its header above them.
    fn top_headers(&mut self, first: bool) -> usize {
        let mut taken = 0;
        while self.said(self.at).iter().all(Option::is_some) && self.at < self.lines.len() {
            taken += self.header(first, false);
        }
        taken
    }

    /// Takes the header of the next column, with that of the schedule above its first period; whether one stands here.
    fn next_header(&mut self, first: bool, rows: usize) -> bool {
        if !self.is_header(self.at) || self.opens_page() {
            return false;
        }
        // ７月～９月 below 実施時期 is its first cell where with it the column has as many as there are rows.
        let mut end = self.at + 1;
        (0..rows).for_each(|_| end = self.behind_cell(end));
        let whole = end >= self.lines.len() || self.is_header(end);
        let period = matches!(self.said(self.at + 1).first(), Some(Some(Word::Period(_))));
        let is_group = period && !whole && self.said(self.at) == [Some(Word::Column(Column::Schedule))];
        if is_group {
            self.header(first, true);
        }
        self.header(first, false);
        true
    }

    /// Whether a line is the header of one column.
    fn is_header(&self, at: usize) -> bool {
        matches!(self.said(at).as_slice(), [Some(Word::Column(_) | Word::Period(_))])
    }

    /// Where the cell ends that begins here.
    fn behind_cell(&self, start: usize) -> usize {
        let below = self.lines.get(start..).unwrap_or_default();
        start + below.windows(2).take_while(|pair| pair[1].number <= pair[0].number + 1).count() + 1
    }

    /// Enters the headers of a line, or on later pages what is printed again; how many they are.
    fn header(&mut self, first: bool, is_group: bool) -> usize {
        let line = self.lines[self.at];
        self.at += 1;
        let own: Vec<Span> = words(self.source, line.span).collect();
        let headers = own.len();
        match (first, is_group) {
            (false, _) => self.furniture.push((line.span, FurnitureKind::Header)),
            (true, true) => self.grid.groups.extend(own),
            (true, false) => self.grid.columns.extend(own.into_iter().map(|header| vec![header])),
        }
        headers
    }

    /// What each word of a line says as a header.
    fn said(&self, at: usize) -> Vec<Option<Word>> {
        let line = self.lines.get(at).map(|line| line.span);
        line.into_iter().flat_map(|line| words(self.source, line)).map(|span| word(span.of(self.source))).collect()
    }

    /// Whether a line begins with the header of the numbers.
    fn opens_page(&self) -> bool {
        let line = self.lines.get(self.at).map(|line| line.span);
        let first = line.and_then(|line| words(self.source, line).next());
        first.is_some_and(|word| is_key_header(word.of(self.source)))
    }

    /// Reads a cell for each row of the page: what stands between two blank lines.
    fn column(&mut self, column: usize, known: usize, rows: usize) -> Option<()> {
        for row in known..known + rows {
            let start = self.at;
            if start >= self.lines.len() {
                return None;
            }
            self.at = self.behind_cell(start);
            let cell = self.lines[start..self.at].iter().map(|line| line.span).collect();
            self.grid.rows[row].cells.push((column, cell));
        }
        Some(())
    }

    /// What the columns hold, where they make a plan and no sentence stands where names do.
    fn kinds(&self) -> Option<Vec<Column>> {
        let names: Vec<String> = self.grid.columns.iter().map(|header| normal_form(self.source, header)).collect();
        let kinds = kinds(&names);
        let is_name = |column: usize| matches!(kinds[column], Column::Lead | Column::Cooperating);
        let mut cells = self.grid.rows.iter().flat_map(|row| &row.cells).filter(|(column, _)| is_name(*column));
        let header = |column: usize| self.grid.columns[column].first().map_or("", |span| span.of(self.source));
        let period = |column: usize| matches!(word(header(column)), Some(Word::Period(_)));
        let held: Vec<Column> =
            (0..kinds.len()).map(|at| if period(at) { Column::Schedule } else { kinds[at] }).collect();
        let fits = cells.all(|(_, cell)| !is_sentence(&normal_form(self.source, cell)));
        (fits && of_grid::is_plan(&held) && kinds[0] == Column::Number).then_some(kinds)
    }
}
