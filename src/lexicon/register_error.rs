//! What can be wrong with a register file.

use std::fmt;

use super::register_file::known_columns;

/// What is wrong with a register file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterError {
    pub file: String,
    /// From 1; absent when the file as a whole cannot be read.
    pub line: Option<u64>,
    /// The number of the cell, from 1.
    pub column: Option<usize>,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file cannot be read: the system's words.
    Unreadable(String),
    /// Neither UTF-8, UTF-16 nor Shift_JIS.
    Undecodable,
    /// A quoted cell that never ends, and the like.
    Malformed(String),
    /// The header lacks this column.
    MissingColumn(&'static str),
    /// The header has a column that nothing knows: a slip, perhaps.
    UnknownColumn(String),
    /// A row without an id or a name.
    EmptyCell(&'static str),
    /// More cells than the header has.
    TooManyCells,
    /// Not in the list of classifications.
    UnknownClassification(String),
    /// Not `2016`, `2016-04` or `2016-04-01`.
    BadDate(String),
    /// Neither `scheme:number` nor 6 or 13 digits.
    BadIdentifier(String),
    /// Two rows of one file with one id; the line of the first.
    DuplicateId { id: String, first: u64 },
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ":{column}")?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl std::error::Error for RegisterError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Problem::Unreadable(why) => write!(f, "cannot be read: {why}"),
            Problem::Undecodable => write!(f, "neither UTF-8, UTF-16 nor Shift_JIS"),
            Problem::Malformed(why) => write!(f, "not a table: {why}"),
            Problem::MissingColumn(name) => write!(f, "the header lacks the column {name}"),
            Problem::UnknownColumn(name) => write!(f, "unknown column {name}; known: {}", known_columns()),
            Problem::EmptyCell(name) => write!(f, "{name} is empty"),
            Problem::TooManyCells => write!(f, "more cells than the header has"),
            Problem::UnknownClassification(word) => write!(f, "unknown classification {word}"),
            Problem::BadDate(text) => write!(f, "{text} is no date (2016, 2016-04 or 2016-04-01)"),
            Problem::BadIdentifier(text) => write!(f, "{text} is no identifier (scheme:number, 6 or 13 digits)"),
            Problem::DuplicateId { id, first } => write!(f, "the id {id} stands in line {first} already"),
        }
    }
}
