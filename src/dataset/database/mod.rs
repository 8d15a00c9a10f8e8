//! The SQLite database: the same tables, with keys, indexes and a full-text index.
//!
//! A new database is built beside its place and moved there; an existing one is changed in one transaction. Either way
//! nobody ever sees half of it. Only documents whose rows changed are touched.

mod layout;
mod rows;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rusqlite::{Connection, Transaction};

use super::extent::{Files, Member};

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
        rows::remove(&transaction, document)?;
    }
    rows::insert(&transaction, files, &change.new)?;
    set_generation(&transaction, generation)?;
    transaction.commit()?;
    Ok(())
}

fn build(path: &Path, files: &mut Files, members: &[Member], generation: &str) -> Result<(), DatabaseError> {
    let beside = path.with_extension("sqlite.new");
    remove_if_there(&beside)?;
    let mut database = Connection::open(&beside)?;
    database.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384;")?;
    database.execute_batch(&layout::tables())?;
    let transaction = database.transaction()?;
    rows::insert(&transaction, files, &members.iter().collect::<Vec<_>>())?;
    // An index is sorted in so much memory as the cache may have, twice for a moment.
    transaction.execute_batch("PRAGMA cache_size = -8192;")?;
    transaction.execute_batch(&layout::indexes())?;
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
