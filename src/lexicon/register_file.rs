//! Reading of register files: a table with one header line, TSV or CSV, as spreadsheets save them.

use std::borrow::Cow;
use std::path::Path;

use encoding_rs::{SHIFT_JIS, UTF_8};
use rustc_hash::FxHashMap;

use super::forms;
use super::register::Row;
use super::register_date::is_date;
use super::register_error::{Problem, RegisterError};
use super::register_quotes as quotes;
use crate::model::{Classification, Identifier};

/// A column by its English name (as in the embedded register) and the Japanese one that a spreadsheet may use.
pub(super) const COLUMNS: [(&str, &str); 11] = [
    ("id", "ID"),
    ("name", "名称"),
    ("other_names", "別名"),
    ("classification", "種別"),
    ("region", "地域"),
    ("parent", "上位機関"),
    ("valid_from", "開始日"),
    ("valid_to", "終了日"),
    ("identifiers", "識別子"),
    ("source", "出典"),
    ("note", "備考"),
];

/// The columns for a message.
pub(super) fn known_columns() -> String {
    COLUMNS.map(|(english, japanese)| format!("{english} ({japanese})")).join(", ")
}

/// Reads a file; its rows are separated by tabs where its header holds one, else by commas.
///
/// # Errors
/// The first cell that cannot be read, with file, line and column.
pub fn read(path: &Path) -> Result<Vec<Row>, RegisterError> {
    let file = path.display().to_string();
    let fail = |problem| RegisterError { file: file.clone(), line: None, column: None, problem };
    let bytes = std::fs::read(path).map_err(|error| fail(Problem::Unreadable(error.kind(), error.to_string())))?;
    let text = decode(&bytes).ok_or_else(|| fail(Problem::Undecodable))?;
    let is_tsv = text.lines().find(|line| !line.starts_with('#')).is_some_and(|header| header.contains('\t'));
    read_table(&file, &text, if is_tsv { b'\t' } else { b',' })
}

/// Reads a table separated by tabs.
pub fn read_tsv(file: &str, text: &str) -> Result<Vec<Row>, RegisterError> {
    read_table(file, text, b'\t')
}

/// UTF-8 or UTF-16 by a byte order mark, else UTF-8, else the Shift_JIS of older spreadsheets.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, malformed) = encoding.decode_with_bom_removal(bytes);
        return (!malformed).then_some(text);
    }
    let strict =
        |encoding: &'static encoding_rs::Encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes);
    strict(UTF_8).or_else(|| strict(SHIFT_JIS))
}

fn read_table(file: &str, text: &str, delimiter: u8) -> Result<Vec<Row>, RegisterError> {
    let fail = |byte: u64, column, problem| {
        let line = Some(line_at(text, byte));
        RegisterError { file: file.to_owned(), line, column, problem }
    };
    let mut table = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .comment(Some(b'#'))
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let byte = |position: Option<&csv::Position>| position.map_or(0, csv::Position::byte);
    let malformed = |error: csv::Error| fail(byte(error.position()), None, Problem::Malformed(error.to_string()));
    let mut record = csv::StringRecord::new();
    let has_header = table.read_record(&mut record);
    if let Some((line, column)) = quotes::unclosed(text, delimiter) {
        let (line, column) = (Some(line), Some(column));
        return Err(RegisterError { file: file.to_owned(), line, column, problem: Problem::UnclosedQuote });
    }
    if !has_header.map_err(malformed)? {
        record = csv::StringRecord::new();
    }
    let columns = header(&record).map_err(|(column, problem)| fail(byte(record.position()), column, problem))?;
    let (mut rows, mut seen) = (Vec::new(), FxHashMap::default());
    while table.read_record(&mut record).map_err(malformed)? {
        let byte = byte(record.position());
        if record.iter().all(str::is_empty) {
            continue;
        }
        let cells = Cells { record: &record, columns: &columns };
        let row = cells.row().map_err(|(column, problem)| fail(byte, Some(column), problem))?;
        if let Some(first) = seen.insert(row.id.clone(), byte) {
            let problem = Problem::DuplicateId { id: row.id, first: line_at(text, first) };
            return Err(fail(byte, Some(cells.cell("id").0), problem));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// The line, from 1, of the record that begins at a byte. The reader counts blank lines and comments before a record as its own.
fn line_at(text: &str, byte: u64) -> u64 {
    let byte = usize::try_from(byte).unwrap_or(text.len()).min(text.len());
    let (before, record) = text.as_bytes().split_at(byte);
    let ends = |bytes: &[u8]| bytes.iter().filter(|&&b| b == b'\n').count() as u64;
    let skipped = record
        .split_inclusive(|&b| b == b'\n')
        .take_while(|line| line.starts_with(b"#") || line.trim_ascii().is_empty());
    1 + ends(before) + skipped.map(ends).sum::<u64>()
}

/// For each cell of the header, which of [`COLUMNS`] it names.
fn header(record: &csv::StringRecord) -> Result<Vec<usize>, (Option<usize>, Problem)> {
    let mut columns = Vec::new();
    for (at, cell) in record.iter().enumerate() {
        let known =
            COLUMNS.iter().position(|(english, japanese)| cell.eq_ignore_ascii_case(english) || cell == *japanese);
        let known = known.ok_or_else(|| (Some(at + 1), Problem::UnknownColumn(cell.to_owned())))?;
        if columns.contains(&known) {
            return Err((Some(at + 1), Problem::DuplicateColumn(COLUMNS[known].0)));
        }
        columns.push(known);
    }
    match [0, 1].into_iter().find(|needed| !columns.contains(needed)) {
        Some(missing) => Err((None, Problem::MissingColumn(COLUMNS[missing].0))),
        None => Ok(columns),
    }
}

/// One line of the table.
struct Cells<'a> {
    record: &'a csv::StringRecord,
    columns: &'a [usize],
}

impl Cells<'_> {
    /// The number from 1 and the content of a named cell.
    fn cell(&self, name: &str) -> (usize, &str) {
        let column = COLUMNS.iter().position(|(english, _)| *english == name);
        let at = self.columns.iter().position(|known| Some(*known) == column);
        at.map_or((1, ""), |at| (at + 1, self.record.get(at).unwrap_or_default()))
    }

    fn optional(&self, name: &str) -> Option<String> {
        Some(self.cell(name).1).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn required(&self, name: &'static str) -> Result<String, (usize, Problem)> {
        let (column, text) = self.cell(name);
        if text.is_empty() { Err((column, Problem::EmptyCell(name))) } else { Ok(text.to_owned()) }
    }

    fn row(&self) -> Result<Row, (usize, Problem)> {
        if self.record.len() > self.columns.len() {
            return Err((self.columns.len() + 1, Problem::TooManyCells));
        }
        let name = self.required("name")?;
        let id = self.required("id")?;
        if self.cell("parent").1 == id {
            return Err((self.cell("parent").0, Problem::OwnParent(id)));
        }
        let (valid_from, valid_to) = self.period()?;
        Ok(Row {
            id,
            other_names: list(self.cell("other_names").1).map(str::to_owned).collect(),
            classification: self.classification(&name)?,
            region: self.optional("region"),
            parent: self.optional("parent"),
            valid_from,
            valid_to,
            identifiers: self.identifiers()?,
            source: self.optional("source"),
            name,
        })
    }

    /// The stated classification, else that of the name's form.
    fn classification(&self, name: &str) -> Result<Classification, (usize, Problem)> {
        let (column, word) = self.cell("classification");
        if word.is_empty() {
            return Ok(forms::of(name).map_or(Classification::Other, |form| form.classification));
        }
        forms::classification(word).ok_or_else(|| (column, Problem::UnknownClassification(word.to_owned())))
    }

    /// `valid_from` and `valid_to`, compared as far as both are written.
    fn period(&self) -> Result<(Option<String>, Option<String>), (usize, Problem)> {
        let (from, to) = (self.date("valid_from")?, self.date("valid_to")?);
        if let (Some(from), Some(to)) = (&from, &to) {
            let length = from.len().min(to.len());
            if to[..length] < from[..length] {
                let problem = Problem::EndsBeforeItBegins { from: from.clone(), to: to.clone() };
                return Err((self.cell("valid_to").0, problem));
            }
        }
        Ok((from, to))
    }

    fn date(&self, name: &str) -> Result<Option<String>, (usize, Problem)> {
        let (column, text) = self.cell(name);
        match text {
            "" => Ok(None),
            text if is_date(text) => Ok(Some(text.replace(['/', '.'], "-"))),
            text => Err((column, Problem::BadDate(text.to_owned()))),
        }
    }

    /// `全国地方公共団体コード:142018`; six digits alone are such a code, thirteen a 法人番号.
    fn identifiers(&self) -> Result<Vec<Identifier>, (usize, Problem)> {
        let (column, text) = self.cell("identifiers");
        list(text)
            .map(|entry| {
                let digits = entry.bytes().all(|b| b.is_ascii_digit());
                let (scheme, identifier) = match (entry.split_once([':', '：']), entry.len()) {
                    (Some((scheme, identifier)), _) => (scheme.trim(), identifier.trim()),
                    (None, 6) if digits => ("全国地方公共団体コード", entry),
                    (None, 13) if digits => ("法人番号", entry),
                    (None, _) => return Err((column, Problem::BadIdentifier(entry.to_owned()))),
                };
                Ok(Identifier { scheme: scheme.to_owned(), identifier: identifier.to_owned() })
            })
            .collect()
    }
}

/// The entries of a cell that holds several.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['、', ';', '；', '|', '\n']).map(str::trim).filter(|entry| !entry.is_empty())
}

#[cfg(test)]
#[path = "register_file_tests.rs"]
mod tests;
