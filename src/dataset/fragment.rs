//! The rows that one document contributes, ready to be put between those of its neighbours.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use serde::Serialize;

use super::rows::Rows;
use super::table::Table;

/// The rows of one document in one table, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fragment {
    /// One object a line.
    pub ndjson: Vec<u8>,
    /// One record a line, without header.
    pub csv: Vec<u8>,
    /// How many rows these are.
    pub rows: usize,
}

impl Fragment {
    /// The fragments of a document's own tables, in the order of [`Table::OWN`].
    #[must_use]
    pub fn all(rows: &Rows) -> [Self; 6] {
        [
            Self::of(&rows.documents),
            Self::of(&rows.opinions),
            Self::of(&rows.items),
            Self::of(&rows.parties),
            Self::of(&rows.organizations),
            Self::of(&rows.diagnostics),
        ]
    }

    /// These rows as text.
    ///
    /// # Panics
    /// Never: rows are flat, and memory takes what is written.
    #[must_use]
    pub fn of<R: Serialize>(rows: &[R]) -> Self {
        let mut ndjson = Vec::new();
        let mut csv = WriterBuilder::new()
            .has_headers(false)
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .from_writer(Vec::new());
        for row in rows {
            serde_json::to_writer(&mut ndjson, row).expect("a row is JSON");
            ndjson.push(b'\n');
            csv.serialize(row).expect("a row is flat");
        }
        Self { ndjson, csv: csv.into_inner().expect("memory takes what is written"), rows: rows.len() }
    }
}

/// The first line of a table's CSV file; with a byte order mark for Excel.
#[must_use]
pub fn csv_header(table: Table, bom: bool) -> Vec<u8> {
    let names: Vec<&str> = table.columns().iter().map(|column| column.name.as_str()).collect();
    let mark = if bom { "\u{feff}" } else { "" };
    format!("{mark}{}\r\n", names.join(",")).into_bytes()
}
