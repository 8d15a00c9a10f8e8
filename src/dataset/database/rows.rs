//! The rows of a document: put into the tables and the full-text index, and taken out of them.

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension, Transaction, params};

use super::DatabaseError;
use crate::dataset::extent::{Files, Member};
use crate::dataset::record::{Cell, Record};
use crate::dataset::search::bigrams;
use crate::dataset::table::Table;

/// Takes away what the tables hold of a document.
pub(super) fn remove(transaction: &Transaction, document: &str) -> rusqlite::Result<()> {
    let texts: Option<(i64, i64)> = transaction
        .prepare_cached("SELECT first_text, last_text FROM giji_state WHERE document = ?1")?
        .query_row([document], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (first, last) = texts.unwrap_or((1, 0));
    for text in first..=last {
        unindex(transaction, text)?;
    }
    // What refers to a document goes before it.
    for table in Table::ALL.into_iter().rev() {
        let name = table.name();
        transaction.prepare_cached(&format!("DELETE FROM {name} WHERE document = ?1"))?.execute([document])?;
    }
    transaction.prepare_cached("DELETE FROM giji_state WHERE document = ?1")?.execute([document])?;
    Ok(())
}

/// A table without content forgets a row only when it is told what the row was. Newer SQLite can do without, but the
/// SQLite of others shall read this database too.
fn unindex(transaction: &Transaction, rowid: i64) -> rusqlite::Result<()> {
    let text: String =
        transaction.prepare_cached("SELECT text FROM search WHERE rowid = ?1")?.query_row([rowid], |row| row.get(0))?;
    transaction
        .prepare_cached("INSERT INTO search2 (search2, rowid, pairs) VALUES ('delete', ?1, ?2)")?
        .execute(params![rowid, bigrams(&text)])?;
    transaction.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([rowid])?;
    Ok(())
}

/// Adds the rows of documents, and what the full-text index takes of them.
pub(super) fn insert(transaction: &Transaction, files: &mut Files, members: &[&Member]) -> Result<(), DatabaseError> {
    let last: Option<i64> = transaction.query_row("SELECT max(last_text) FROM giji_state", [], |row| row.get(0))?;
    let mut text = last.unwrap_or(0);
    for member in members {
        let first = text + 1;
        for table in Table::ALL {
            let mut rows = transaction.prepare_cached(&insertion(table))?;
            files.rows(member, table, |record| {
                rows.execute(rusqlite::params_from_iter(&record.0))?;
                if let Some((element, searched)) = searched(table, &record) {
                    text += 1;
                    index(transaction, text, &member.id, element, &searched)?;
                }
                Ok::<(), DatabaseError>(())
            })?;
        }
        transaction.prepare_cached("INSERT INTO giji_state VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            member.id,
            member.digest,
            first,
            text
        ])?;
    }
    Ok(())
}

fn index(transaction: &Transaction, rowid: i64, document: &str, element: &str, text: &str) -> rusqlite::Result<()> {
    transaction
        .prepare_cached("INSERT INTO search (rowid, document, element, text) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![rowid, document, element, text])?;
    transaction
        .prepare_cached("INSERT INTO search2 (rowid, pairs) VALUES (?1, ?2)")?
        .execute(params![rowid, bigrams(text)])?;
    Ok(())
}

/// The element's id and the text of it that the full-text index takes.
fn searched(table: Table, record: &Record) -> Option<(&str, String)> {
    let columns: (&str, &[&str]) = match table {
        Table::Opinions => ("opinion", &["text"]),
        Table::Items => ("item", &["category", "name", "notes", "content"]),
        Table::Documents | Table::Parties | Table::Organizations | Table::Diagnostics | Table::Links => return None,
    };
    let cell = |name: &str| {
        let at = table.columns().iter().position(|column| column.name == name)?;
        match &record.0[at] {
            Cell::Text(text) => Some(text.as_str()),
            Cell::Null | Cell::Boolean(_) | Cell::Integer(_) => None,
        }
    };
    let texts: Vec<&str> = columns.1.iter().filter_map(|name| cell(name)).collect();
    Some((cell(columns.0)?, texts.join("\n")))
}

fn insertion(table: Table) -> String {
    let places = vec!["?"; table.columns().len()].join(", ");
    format!("INSERT INTO {} VALUES ({places})", table.name())
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Boolean(value) => ValueRef::Integer(i64::from(*value)),
            Self::Integer(value) => ValueRef::Integer(*value),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}
