//! Rows of the register as cells of a register file: what [`register_file`](super::register_file) reads.

use super::forms;
use super::register::Row;
use super::register_file::COLUMNS;
use crate::model::Identifier;

/// The English names of all columns, in the order of [`record`].
#[must_use]
pub fn columns() -> [&'static str; 11] {
    COLUMNS.map(|(english, _)| english)
}

/// A row as the cells of a register file, with a note that nothing reads.
#[must_use]
pub fn record(row: &Row, note: &str) -> [String; 11] {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let identifier = |known: &Identifier| format!("{}:{}", known.scheme, known.identifier);
    [
        row.id.clone(),
        row.name.clone(),
        row.other_names.join("、"),
        forms::word(row.classification),
        optional(&row.region),
        optional(&row.parent),
        optional(&row.valid_from),
        optional(&row.valid_to),
        row.identifiers.iter().map(identifier).collect::<Vec<_>>().join("、"),
        optional(&row.source),
        note.to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::register::Register;
    use crate::lexicon::register_file::read_tsv;

    #[test]
    fn a_row_that_is_written_reads_as_the_same_row() {
        let rows = Register::embedded().rows().to_vec();
        let lines = rows.iter().map(|row| record(row, "備考").join("\t"));
        let table = std::iter::once(columns().join("\t")).chain(lines).collect::<Vec<_>>().join("\n");
        assert_eq!(read_tsv("t.tsv", &table), Ok(rows));
    }
}
