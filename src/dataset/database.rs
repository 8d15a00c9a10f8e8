//! The SQLite database: the same tables, with keys, indexes and a full-text index.
//!
//! A new database is built beside its place and moved there; an existing one is changed in one transaction. Either way
//! nobody ever sees half of it. Only documents whose rows changed are touched.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::extent::{Files, Member};
use super::record::{Cell, Record};
use super::search::bigrams;
use super::table::{Column, ColumnType, Table};

/// Changes whenever the tables do.
const LAYOUT: &str = "2";

/// Why a database could not be written.
#[derive(Debug)]
pub enum DatabaseError {
    Io(io::Error),
    Sqlite(rusqlite::Error),
}

impl std::fmt::Display for DatabaseError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Io(cause) => cause.fmt(out),
            Self::Sqlite(cause) => cause.fmt(out),
        }
    }
}

impl std::error::Error for DatabaseError {}

impl From<io::Error> for DatabaseError {
    fn from(cause: io::Error) -> Self {
        Self::Io(cause)
    }
}

impl From<rusqlite::Error> for DatabaseError {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Sqlite(cause)
    }
}

/// The generation that the database holds; none where there is no usable database.
#[must_use]
pub fn generation(path: &Path) -> Option<String> {
    if !path.is_file() {
        return None;
    }
    let database = Connection::open(path).ok()?;
    let value = |key: &str| {
        database.query_row("SELECT value FROM giji_meta WHERE key = ?1", [key], |row| row.get::<_, String>(0)).ok()
    };
    if value("layout")? != LAYOUT {
        return None;
    }
    value("generation")
}

/// Brings the database at `path` to what the members say.
///
/// # Errors
/// What the disk or SQLite refuses; the database is then as it was.
pub fn sync(path: &Path, files: &mut Files, members: &[Member], generation: &str) -> Result<(), DatabaseError> {
    if self::generation(path).is_some() {
        let mut database = Connection::open(path)?;
        if let Some(change) = Change::between(&database, members)? {
            return update(&mut database, files, &change, generation);
        }
    }
    build(path, files, members, generation)
}

/// What differs between the database and the members.
struct Change<'m> {
    gone: Vec<String>,
    new: Vec<&'m Member>,
}

impl<'m> Change<'m> {
    /// Nothing where so much changed that building anew is faster.
    fn between(database: &Connection, members: &'m [Member]) -> rusqlite::Result<Option<Self>> {
        let mut held: HashMap<String, String> = HashMap::new();
        let mut statement = database.prepare("SELECT document, digest FROM giji_state")?;
        for row in statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (document, digest) = row?;
            held.insert(document, digest);
        }
        let mut new = Vec::new();
        let mut gone = Vec::new();
        for member in members {
            match held.remove(&member.id) {
                Some(digest) if digest == member.digest => {}
                Some(_) => {
                    gone.push(member.id.clone());
                    new.push(member);
                }
                None => new.push(member),
            }
        }
        gone.extend(held.into_keys());
        gone.sort_unstable();
        let most = members.len() / 4 + 20;
        Ok((gone.len() + new.len() <= most).then_some(Self { gone, new }))
    }
}

fn update(
    database: &mut Connection,
    files: &mut Files,
    change: &Change,
    generation: &str,
) -> Result<(), DatabaseError> {
    database.pragma_update(None, "synchronous", "FULL")?;
    let transaction = database.transaction()?;
    for document in &change.gone {
        remove(&transaction, document)?;
    }
    insert(&transaction, files, &change.new)?;
    set_generation(&transaction, generation)?;
    transaction.commit()?;
    Ok(())
}

fn build(path: &Path, files: &mut Files, members: &[Member], generation: &str) -> Result<(), DatabaseError> {
    let beside = path.with_extension("sqlite.new");
    remove_if_there(&beside)?;
    let mut database = Connection::open(&beside)?;
    database.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384;")?;
    database.execute_batch(&layout())?;
    let transaction = database.transaction()?;
    insert(&transaction, files, &members.iter().collect::<Vec<_>>())?;
    // An index is sorted in so much memory as the cache may have, twice for a moment.
    transaction.execute_batch("PRAGMA cache_size = -8192;")?;
    transaction.execute_batch(&indexes())?;
    transaction.execute("INSERT INTO giji_meta VALUES ('layout', ?1)", [LAYOUT])?;
    set_generation(&transaction, generation)?;
    transaction.commit()?;
    database.close().map_err(|(_, cause)| cause)?;
    File::options().write(true).open(&beside)?.sync_all()?;
    // A journal of the database that is replaced would be rolled back into the new one.
    remove_if_there(&path.with_extension("sqlite-journal"))?;
    fs::rename(&beside, path)?;
    Ok(())
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn set_generation(transaction: &Transaction, generation: &str) -> rusqlite::Result<()> {
    transaction.execute("INSERT OR REPLACE INTO giji_meta VALUES ('generation', ?1)", [generation])?;
    Ok(())
}

fn remove(transaction: &Transaction, document: &str) -> rusqlite::Result<()> {
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

fn insert(transaction: &Transaction, files: &mut Files, members: &[&Member]) -> Result<(), DatabaseError> {
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

/// Tables, keys, the full-text index, and the program's own two tables.
fn layout() -> String {
    let mut sql: String = Table::ALL.into_iter().map(create).collect();
    sql.push_str(
        "CREATE VIRTUAL TABLE search USING fts5(document UNINDEXED, element UNINDEXED, text, tokenize = 'trigram');
CREATE VIRTUAL TABLE search2 USING fts5(pairs, content = '', detail = none, tokenize = \"unicode61 remove_diacritics 0\");
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
INSERT INTO search2 (search2, rank) VALUES ('hashsize', 8388608);
CREATE TABLE giji_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE giji_state (document TEXT PRIMARY KEY, digest TEXT NOT NULL, first_text INTEGER NOT NULL, last_text INTEGER NOT NULL) WITHOUT ROWID;
",
    );
    sql
}

fn create(table: Table) -> String {
    let columns: Vec<String> = table.columns().iter().map(declaration).collect();
    let key = table.key().join(", ");
    // A document that could not be read has diagnostics and no row of its own.
    let foreign = match table {
        Table::Documents | Table::Diagnostics => "",
        Table::Opinions | Table::Items | Table::Parties | Table::Organizations | Table::Links => {
            ",\n  FOREIGN KEY (document) REFERENCES documents (document)"
        }
    };
    format!("CREATE TABLE {} (\n  {},\n  PRIMARY KEY ({key}){foreign}\n);\n", table.name(), columns.join(",\n  "))
}

fn declaration(column: &Column) -> String {
    let r#type = match column.r#type {
        ColumnType::Text => "TEXT",
        ColumnType::Integer | ColumnType::Boolean => "INTEGER",
    };
    let null = if column.optional { "" } else { " NOT NULL" };
    format!("\"{}\" {}{null}", column.name, r#type)
}

fn indexes() -> String {
    let indexes = [
        ("documents", "region, date"),
        ("documents", "meeting, number"),
        ("opinions", "entity"),
        ("opinions", "document, opinion"),
        ("items", "document, item"),
        ("organizations", "document, organization"),
        ("opinions", "document, item_number"),
        ("items", "document, number"),
        ("parties", "entity, part"),
        ("parties", "document, element"),
        ("organizations", "entity"),
        ("organizations", "name"),
        ("diagnostics", "code"),
        ("links", "relation, decision"),
        ("links", "to_document, to_element"),
    ];
    let name = |table: &str, columns: &str| format!("{table}_{}", columns.replace(", ", "_"));
    indexes
        .iter()
        .map(|(table, columns)| format!("CREATE INDEX {} ON {table} ({columns});\n", name(table, columns)))
        .collect()
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
