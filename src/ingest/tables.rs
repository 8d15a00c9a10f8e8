//! The table files in the making.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::error::IngestError;
use super::index::{Index, Lengths};
use super::process::{Contribution, Fresh};
use super::splice::Splice;
use super::stage::{INTERNAL, Stage};
use crate::dataset::{Table, csv_header};

/// The tables that come from one document each, and the facts.
pub(super) struct Tables<'i> {
    ndjson: Vec<Splice>,
    csv: Vec<Splice>,
    facts: Splice,
    old: &'i Index,
    /// Where the old rows of the next document stand.
    at: Lengths,
    /// What was written.
    pub index: Index,
}

impl<'i> Tables<'i> {
    /// New files in the stage. `old` describes the files of `data`, where there are such.
    pub fn new(data: &Path, stage: &Stage, old: &'i Index, bom: bool) -> Result<Self, IngestError> {
        let usable = !old.documents.is_empty();
        let open = |path: String| {
            let before = data.join(&path);
            Splice::new(&stage.path(&path), usable.then_some(before.as_path()))
                .map_err(IngestError::write(&stage.path(&path)))
        };
        let mut index = Index::default();
        let mut csv = Vec::new();
        for table in Table::OWN {
            let header = csv_header(table, bom);
            index.headers[table as usize] = header.len() as u64;
            let path = format!("{}.csv", table.name());
            let mut splice = open(path.clone())?;
            splice.put(&header).map_err(IngestError::write(&stage.path(&path)))?;
            csv.push(splice);
        }
        let ndjson =
            Table::OWN.iter().map(|table| open(format!("{}.ndjson", table.name()))).collect::<Result<_, _>>()?;
        let facts = open(format!("{INTERNAL}/facts.ndjson"))?;
        let at = Lengths { csv: old.headers, ..Lengths::default() };
        Ok(Self { ndjson, csv, facts, old, at, index })
    }

    /// Adds the rows of one document; documents come in the order of their ids.
    pub fn add(&mut self, id: &str, rows: &Contribution) -> io::Result<()> {
        let before = self.old.documents.get(id).copied().unwrap_or_default();
        match rows {
            Contribution::Kept => self.keep(id, before)?,
            Contribution::New(fresh) => self.put(id, fresh)?,
            Contribution::None => {}
        }
        for table in 0..7 {
            self.at.ndjson[table] += before.ndjson[table];
            self.at.csv[table] += before.csv[table];
        }
        self.at.facts += before.facts;
        Ok(())
    }

    fn keep(&mut self, id: &str, before: Lengths) -> io::Result<()> {
        for table in 0..Table::OWN.len() {
            self.ndjson[table].keep(self.at.ndjson[table], before.ndjson[table])?;
            self.csv[table].keep(self.at.csv[table], before.csv[table])?;
        }
        self.facts.keep(self.at.facts, before.facts)?;
        self.index.documents.insert(id.to_owned(), before);
        Ok(())
    }

    fn put(&mut self, id: &str, fresh: &Fresh) -> io::Result<()> {
        let mut lengths = Lengths { facts: fresh.facts.len() as u64, body: fresh.body, ..Lengths::default() };
        for (table, fragment) in fresh.fragments.iter().enumerate() {
            self.ndjson[table].put(&fragment.ndjson)?;
            self.csv[table].put(&fragment.csv)?;
            lengths.ndjson[table] = fragment.ndjson.len() as u64;
            lengths.csv[table] = fragment.csv.len() as u64;
        }
        self.facts.put(&fresh.facts)?;
        self.index.documents.insert(id.to_owned(), lengths);
        Ok(())
    }

    /// Writes what is left and gives the index of the new files.
    pub fn finish(self) -> io::Result<Index> {
        self.ndjson.into_iter().chain(self.csv).chain([self.facts]).try_for_each(Splice::finish)?;
        Ok(self.index)
    }
}

/// The index without lengths, where the old files cannot serve.
pub(super) fn no_index() -> Index {
    Index { documents: BTreeMap::new(), ..Index::default() }
}

/// The lengths of the CSV files' first lines.
pub(super) fn headers(bom: bool) -> [u64; 7] {
    Table::ALL.map(|table| csv_header(table, bom).len() as u64)
}
