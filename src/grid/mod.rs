//! Tables whose columns are kept by spaces (`pdftotext -layout`, or typed so).
//!
//! `sheet` cuts the lines into words in display columns, `header` finds the headers, `panel` reads the pages below
//! them, `atom` finds the columns that a page shows (`river` where one stretch is two), `name` and `align` say which
//! columns of the table these are, `band` gathers lines into rows (`top` says where they begin). `divided` reads cells that a sign divides,
//! `celled` cells on lines of their own, `aligned` tables without numbers, `spaced` rows of one line whose cells one space divides (`tail` what has another count). `table` puts it together, `place` enters it into the
//! ledger.

mod align;
mod aligned;
mod around;
mod atom;
mod band;
mod bond;
mod caption;
mod celled;
mod columns;
mod decisions;
mod divided;
mod fields;
mod gap;
mod header;
mod key;
mod known;
mod lines;
mod list;
mod lost;
mod measure;
mod name;
mod panel;
mod place;
mod river;
mod ruled;
mod sheet;
mod spaced;
mod table;
mod tail;
mod top;
mod word;

use crate::line::Line;
use crate::model::FurnitureKind;
use crate::span::Span;

pub(crate) use celled::celled;
pub(crate) use decisions::{decisions, printed};
pub(crate) use key::is_key_header;
pub(crate) use lost::has_lost_columns;
pub(crate) use place::place;
pub(crate) use sheet::may_be_header;
pub(crate) use spaced::read as spaced;

/// The grids of a dump.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub tables: Vec<Grid>,
    /// Page numbers, rules, and headers that a page repeats.
    pub furniture: Vec<(Span, FurnitureKind)>,
    /// How much of the dump's text, in percent, the tables take.
    pub share: usize,
}

impl Reading {
    /// Whether there is nothing but numbers and one text beside each, below no header.
    pub fn is_numbered_list(&self) -> bool {
        let list = |grid: &Grid| grid.columns.len() <= 2 && grid.columns.iter().all(Vec::is_empty);
        self.tables.iter().all(list)
    }
}

/// A table.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub caption: Option<Span>,
    /// `（単位：千円）`, `※…`: one entry for each line.
    pub notes: Vec<Span>,
    /// The headers of the columns, piece by piece; empty for a column without.
    pub columns: Vec<Vec<Span>>,
    /// Headers over several columns.
    pub groups: Vec<Span>,
    pub rows: Vec<GridRow>,
    /// Whether each line of a cell is a line of the dump, with at most a label before it.
    pub whole_lines: bool,
    /// Words that may stand in several columns.
    pub doubts: Vec<Doubt>,
}

/// A row of a table.
#[derive(Debug, Default)]
pub(crate) struct GridRow {
    pub number: Option<u32>,
    /// Which column numbers the row, where one does.
    pub key: Option<usize>,
    /// Column and pieces, in the order of the columns.
    pub cells: Vec<(usize, Vec<Span>)>,
    /// Labels and signs between the cells.
    pub marks: Vec<Span>,
}

/// Text whose column is open.
#[derive(Debug)]
pub(crate) struct Doubt {
    pub span: Span,
    pub columns: Vec<usize>,
}

/// Reads the grids; `None` where there are none.
pub(crate) fn read(lines: &[Line], source: &str) -> Option<Reading> {
    // What signs divide keeps no columns by spaces.
    if fields::sign(lines, source).is_some() {
        return divided::read(lines, source);
    }
    numbered(lines, source).or_else(|| aligned::read(lines, source))
}

/// The tables with a column of numbers.
fn numbered(lines: &[Line], source: &str) -> Option<Reading> {
    let mut sheet = sheet::Sheet::new(lines, source)?;
    let headers = header::headers(&sheet);
    if let Some(first) = headers.first() {
        sheet.mark_printed(first.lines.start);
    }
    let mut parts = table::parts(&sheet, &headers);
    if headers.is_empty() {
        parts.extend(list::part(&sheet));
    }
    let mut around = around::Around::new(&sheet);
    let mut tables = Vec::new();
    for part in &mut parts {
        if let Some(grid) = table::grid(&sheet, part) {
            around.add(part);
            tables.push(grid);
        }
    }
    if tables.is_empty() {
        return None;
    }
    let (furniture, share) = around.finish(&mut tables);
    Some(Reading { tables, furniture, share })
}
