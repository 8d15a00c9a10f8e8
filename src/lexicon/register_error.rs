//! What can be wrong with a register file.

use std::{fmt, io};

use super::register_file::known_columns;
use crate::lang::Lang;

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
    /// The file cannot be read: the kind of the failure, and the system's words.
    Unreadable(io::ErrorKind, String),
    /// Neither UTF-8, UTF-16 nor Shift_JIS.
    Undecodable,
    /// What the table reader refuses.
    Malformed(String),
    /// The header lacks this column.
    MissingColumn(&'static str),
    /// The header has a column that nothing knows: a slip, perhaps.
    UnknownColumn(String),
    /// The header has a column twice: one of them would be lost.
    DuplicateColumn(&'static str),
    /// A cell that begins with a quote and never ends.
    UnclosedQuote,
    /// A row without an id or a name.
    EmptyCell(&'static str),
    /// More cells than the header has.
    TooManyCells,
    /// Not in the list of classifications.
    UnknownClassification(String),
    /// Not `2016`, `2016-04` or `2016-04-01`.
    BadDate(String),
    /// An organization that ends before it begins: `valid_from`, `valid_to`.
    EndsBeforeItBegins { from: String, to: String },
    /// A row that names itself as its parent.
    OwnParent(String),
    /// Neither `scheme:number` nor 6 or 13 digits.
    BadIdentifier(String),
    /// Two rows of one file with one id; the line of the first.
    DuplicateId { id: String, first: u64 },
}

impl RegisterError {
    /// `list.csv:2:3: 12 is no identifier …`, the place first.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let place = [self.line, self.column.map(|column| column as u64)];
        let place: String = place.into_iter().flatten().map(|number| format!(":{number}")).collect();
        format!("{}{place}: {}", self.file, self.problem.message(lang))
    }
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for RegisterError {}

impl Problem {
    fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Ja => self.japanese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Problem::Unreadable(io::ErrorKind::NotFound, _) => "there is no such file".to_owned(),
            Problem::Unreadable(_, why) => format!("cannot be read: {why}"),
            Problem::Undecodable => "neither UTF-8, UTF-16 nor Shift_JIS".to_owned(),
            Problem::Malformed(why) => format!("not a table: {why}"),
            Problem::MissingColumn(name) => format!("the header lacks the column {name}"),
            Problem::UnknownColumn(name) => format!("unknown column {name}; known: {}", known_columns()),
            Problem::DuplicateColumn(name) => format!("the column {name} is there twice"),
            Problem::UnclosedQuote => "this cell begins with a quote (\") and never ends".to_owned(),
            Problem::EmptyCell(name) => format!("{name} is empty"),
            Problem::TooManyCells => "more cells than the header has".to_owned(),
            Problem::UnknownClassification(word) => format!("unknown classification {word}"),
            Problem::BadDate(text) => format!("{text} is no date (2016, 2016-04 or 2016-04-01)"),
            Problem::EndsBeforeItBegins { from, to } => format!("valid_to {to} is before valid_from {from}"),
            Problem::OwnParent(id) => format!("{id} is its own parent"),
            Problem::BadIdentifier(text) => format!("{text} is no identifier (scheme:number, 6 or 13 digits)"),
            Problem::DuplicateId { id, first } => format!("the id {id} stands in line {first} already"),
        }
    }

    fn japanese(&self) -> String {
        match self {
            Problem::Unreadable(io::ErrorKind::NotFound, _) => "ファイルがありません".to_owned(),
            Problem::Unreadable(_, why) => format!("読み込めません（{why}）"),
            Problem::Undecodable => "UTF-8、UTF-16、Shift_JISのいずれでもありません".to_owned(),
            Problem::Malformed(why) => format!("表として読めません（{why}）"),
            Problem::MissingColumn(name) => format!("見出し行に列「{name}」がありません"),
            Problem::UnknownColumn(name) => format!("列「{name}」は使えません。使える列: {}", known_columns()),
            Problem::DuplicateColumn(name) => format!("列「{name}」が2つあります"),
            Problem::UnclosedQuote => "引用符（\"）で始まるセルが閉じていません".to_owned(),
            Problem::EmptyCell(name) => format!("「{name}」が空です"),
            Problem::TooManyCells => "セルの数が見出し行より多くなっています".to_owned(),
            Problem::UnknownClassification(word) => format!("種別「{word}」はありません"),
            Problem::BadDate(text) => format!("「{text}」は日付ではありません（2016、2016-04、2016-04-01）"),
            Problem::EndsBeforeItBegins { from, to } => {
                format!("終了日（valid_to）{to}が開始日（valid_from）{from}より前です")
            }
            Problem::OwnParent(id) => format!("上位機関が自分自身（{id}）です"),
            Problem::BadIdentifier(text) => {
                format!("「{text}」は識別子ではありません（体系:番号、6桁か13桁の数字）")
            }
            Problem::DuplicateId { id, first } => format!("id「{id}」は{first}行目にもあります"),
        }
    }
}
