//! Tables set in columns of spaces, as people pad them and as `pdftotext -layout` prints them, with every cell known.
#![allow(dead_code, reason = "each test file uses a part")]

mod author;
mod page;
mod typeset;

use super::generate::rng::Rng;

/// A table and the text in which it was set.
pub struct Layout {
    pub name: String,
    pub text: String,
    pub caption: Option<String>,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// What a perfect reading gives for one row.
pub struct Row {
    pub number: u32,
    /// Column and text, empty cells left out.
    pub cells: Vec<(String, String)>,
    pub references: Vec<u32>,
    /// First and last line.
    pub lines: (usize, usize),
}

/// Layout number `seed`; the same number gives the same text for ever.
pub fn layout(seed: u64) -> Layout {
    let rng = &mut Rng::new(seed);
    let table = author::Table::random(rng);
    let habits = page::Habits::random(rng, table.rows.len());
    let mut layout = page::set(&table, &habits, rng);
    layout.name = format!("layout {seed} ({habits:?})");
    layout
}
