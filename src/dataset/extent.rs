//! Where the rows of one document stand in the table files.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::record::Record;
use super::table::Table;

/// A stretch of an NDJSON file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    pub start: u64,
    pub length: u64,
}

/// A document with its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: String,
    /// Changes whenever a row of the document does.
    pub digest: String,
    /// In the order of [`Table::ALL`].
    pub extents: [Extent; 7],
}

/// The NDJSON files of a dataset.
pub struct Files {
    readers: Vec<Positioned>,
}

struct Positioned {
    path: PathBuf,
    reader: BufReader<File>,
    at: u64,
}

impl Files {
    /// Opens `documents.ndjson` and the others of a folder.
    ///
    /// # Errors
    /// A file that cannot be opened.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let open = |table: Table| {
            let path = folder.join(format!("{}.ndjson", table.name()));
            let reader = BufReader::with_capacity(1 << 18, File::open(&path)?);
            Ok(Positioned { path, reader, at: 0 })
        };
        Ok(Self { readers: Table::ALL.into_iter().map(open).collect::<io::Result<_>>()? })
    }

    /// Hands each row of a document in one table to `take`.
    pub(super) fn rows<E: From<io::Error>>(
        &mut self,
        member: &Member,
        table: Table,
        mut take: impl FnMut(Record) -> Result<(), E>,
    ) -> Result<(), E> {
        let file = &mut self.readers[table as usize];
        let extent = member.extents[table as usize];
        if extent.length == 0 {
            return Ok(());
        }
        if file.at != extent.start {
            file.reader.seek(SeekFrom::Start(extent.start))?;
        }
        file.at = extent.start + extent.length;
        let mut line = String::new();
        let mut rows = file.reader.by_ref().take(extent.length);
        while rows.read_line(&mut line)? > 0 {
            let record = serde_json::from_str(&line).map_err(|cause| damaged(&file.path, &cause))?;
            take(record)?;
            line.clear();
        }
        Ok(())
    }
}

fn damaged(path: &Path, cause: &serde_json::Error) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{}: {cause}", path.display()))
}
