//! Rows → pages: vertical alignment, blank lines, headers and their repetition, page breaks.

use super::author::{Column, Kind, Table};
use super::typeset::{Measure, Ruler, Side, place, wrapped};
use super::{Layout, Row};
use crate::generate::normal::{normal, text_of};
use crate::generate::rng::Rng;

/// How an office sets its tables and a program prints them.
#[derive(Debug)]
pub struct Habits {
    measure: Measure,
    margin: usize,
    /// The least columns between two columns of the table.
    gap: usize,
    /// Whether cells are centred vertically.
    centred: bool,
    /// Blank lines between rows: never, always, in some places.
    blank: usize,
    per_page: usize,
    repeat_header: bool,
    repeat_caption: bool,
    page_numbers: bool,
    wide_digits: bool,
    header_lines: usize,
    group: bool,
    footnote: bool,
    amounts: Side,
    middle: bool,
}

impl Habits {
    pub fn random(rng: &mut Rng, rows: usize) -> Self {
        let pages = rng.weighted(&[(45, 1), (35, 2), (20, 3)]);
        Self {
            measure: rng.weighted(&[(50, Measure::Display), (50, Measure::Characters)]),
            margin: rng.weighted(&[(50, 0), (30, 1), (20, 5)]),
            gap: rng.weighted(&[(20, 2), (50, 3), (30, 5)]),
            centred: rng.chance(50),
            blank: rng.weighted(&[(40, 0), (40, 1), (20, 2)]),
            per_page: rows.div_ceil(pages).max(4),
            repeat_header: rng.chance(70),
            repeat_caption: rng.chance(30),
            page_numbers: rng.chance(40),
            wide_digits: rng.chance(15),
            header_lines: rng.weighted(&[(75, 1), (25, 2)]),
            group: rng.chance(25),
            footnote: rng.chance(25),
            amounts: rng.weighted(&[(80, Side::Right), (20, Side::Middle)]),
            middle: rng.chance(30),
        }
    }

    fn side(&self, kind: Kind) -> Side {
        match kind {
            Kind::Amount => self.amounts,
            Kind::Mark | Kind::Date => Side::Middle,
            Kind::Key | Kind::Department | Kind::Person if self.middle => Side::Middle,
            Kind::Key | Kind::Department | Kind::Person | Kind::Name | Kind::Text | Kind::Relation => Side::Left,
        }
    }
}

/// A page as it is being written.
struct Page<'a> {
    table: &'a Table,
    habits: &'a Habits,
    lines: Vec<String>,
    /// Start and width of each column on this page.
    columns: Vec<(usize, usize)>,
}

/// Sets a table.
pub fn set(table: &Table, habits: &Habits, rng: &mut Rng) -> Layout {
    let mut page = Page { table, habits, lines: Vec::new(), columns: Vec::new() };
    let mut rows = Vec::new();
    let starts: Vec<usize> = (0..table.rows.len()).step_by(habits.per_page).collect();
    for (number, start) in starts.iter().enumerate() {
        let end = (start + habits.per_page).min(table.rows.len());
        let keeps_places = number > 0 && !habits.repeat_header;
        if !keeps_places {
            page.columns = page.measure(*start..end, number == 0 && !habits.repeat_header);
        }
        let first = page.lines.len();
        page.head(number);
        for row in *start..end {
            rows.push(page.row(row));
            let blank = habits.blank == 1 || habits.blank == 2 && rng.chance(50);
            page.lines.extend(blank.then(String::new));
        }
        if number > 0 {
            page.lines[first].insert(0, '\u{c}');
        }
        if number + 1 == starts.len() && habits.footnote {
            page.lines.extend([String::new(), "※金額は見込みであり、今後変わることがある。".to_string()]);
        }
        if habits.page_numbers {
            page.lines.extend([String::new(), format!("{}- {} -", " ".repeat(30), number + 1)]);
        }
    }
    let columns = table.columns.iter().map(|column| page.named(column)).collect();
    Layout {
        name: String::new(),
        text: page.lines.join("\n") + "\n",
        caption: Some(normal(table.caption)),
        columns,
        rows,
    }
}

impl Page<'_> {
    /// The places of the columns for these rows, or for all rows where later pages keep them.
    fn measure(&self, rows: std::ops::Range<usize>, all: bool) -> Vec<(usize, usize)> {
        let rows = if all { 0..self.table.rows.len() } else { rows };
        let mut start = self.habits.margin;
        let mut places = Vec::new();
        for (at, column) in self.table.columns.iter().enumerate() {
            let cells = rows.clone().flat_map(|row| self.cell(row, at));
            let longest = cells.map(|line| self.habits.measure.of(&line)).max().unwrap_or(0);
            let width =
                longest.max(self.header(column).iter().map(|line| self.habits.measure.of(line)).max().unwrap_or(0));
            places.push((start, width));
            start += width + self.habits.gap;
        }
        places
    }

    /// The lines of a cell.
    fn cell(&self, row: usize, at: usize) -> Vec<String> {
        let column = &self.table.columns[at];
        let mut text = self.table.rows[row][at].clone();
        if self.habits.wide_digits && column.kind != Kind::Amount {
            text = text
                .chars()
                .map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c })
                .collect();
        }
        wrapped(&text, column.width)
    }

    /// The lines of a header: one, or two where it is long enough.
    fn header(&self, column: &Column) -> Vec<String> {
        let letters: Vec<char> = column.header.chars().collect();
        if self.habits.header_lines == 2 && column.kind == Kind::Amount && letters.len() >= 3 {
            return vec![letters.iter().collect(), "（千円）".to_string()];
        }
        vec![column.header.to_string()]
    }

    /// A header as it is read: two letters set apart are one word.
    fn named(&self, column: &Column) -> String {
        let lines = self.header(column);
        text_of(
            &lines.iter().flat_map(|line| line.split('\u{3000}')).filter(|word| !word.is_empty()).collect::<Vec<_>>(),
        )
    }

    fn head(&mut self, number: usize) {
        let full = number == 0;
        if full || self.habits.repeat_caption {
            self.lines.extend([format!("{}{}", " ".repeat(12), self.table.caption), String::new()]);
            self.lines.extend(self.table.note.map(|note| format!("{}{note}", " ".repeat(40))));
        }
        if !full && !self.habits.repeat_header {
            return;
        }
        self.group();
        let headers: Vec<Vec<String>> = self.table.columns.iter().map(|column| self.header(column)).collect();
        let tallest = headers.iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..tallest {
            let mut ruler = Ruler::default();
            for (at, (start, width)) in self.columns.iter().enumerate() {
                let Some(text) = headers[at].get(line) else { continue };
                let side = if at == 0 && self.habits.margin == 0 { Side::Left } else { Side::Middle };
                let length = self.habits.measure.of(text);
                ruler.put(text, place(*start, *width, length, side), self.habits.measure);
            }
            self.lines.push(ruler.finish());
        }
        self.lines.extend((self.habits.blank == 1).then(String::new));
    }

    /// A header over the amounts, where there are two or more side by side.
    fn group(&mut self) {
        let amounts: Vec<usize> =
            (0..self.columns.len()).filter(|at| self.table.columns[*at].kind == Kind::Amount).collect();
        if !self.habits.group || amounts.len() < 2 || amounts[amounts.len() - 1] - amounts[0] != amounts.len() - 1 {
            return;
        }
        let (first, last) = (self.columns[amounts[0]], self.columns[amounts[amounts.len() - 1]]);
        let mut ruler = Ruler::default();
        let text = "予　算　額";
        let width = last.0 + last.1 - first.0;
        ruler.put(text, place(first.0, width, self.habits.measure.of(text), Side::Middle), self.habits.measure);
        self.lines.push(ruler.finish());
    }

    /// Writes a row; says how it should be read.
    fn row(&mut self, row: usize) -> Row {
        let cells: Vec<Vec<String>> = (0..self.table.columns.len()).map(|at| self.cell(row, at)).collect();
        let tallest = cells.iter().map(Vec::len).max().unwrap_or(1);
        let first = self.lines.len() + 1;
        for line in 0..tallest {
            let mut ruler = Ruler::default();
            for (at, (start, width)) in self.columns.iter().enumerate() {
                let above = if self.habits.centred { (tallest - cells[at].len()) / 2 } else { 0 };
                let Some(text) = line.checked_sub(above).and_then(|line| cells[at].get(line)) else { continue };
                let length = self.habits.measure.of(text);
                let side = self.habits.side(self.table.columns[at].kind);
                ruler.put(text, place(*start, *width, length, side), self.habits.measure);
            }
            self.lines.push(ruler.finish());
        }
        let read = |(column, lines): (&Column, &Vec<String>)| (self.named(column), text_of(lines));
        let read = self.table.columns.iter().zip(&cells).map(read).filter(|(_, text)| !text.is_empty()).collect();
        Row {
            number: self.table.numbers[row],
            cells: read,
            references: self.table.references[row].clone(),
            lines: (first, self.lines.len()),
        }
    }
}
