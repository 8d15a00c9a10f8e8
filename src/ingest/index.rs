//! How long the rows of each document are in the table files: with this an unchanged document's rows are copied.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::stage::INTERNAL;
use crate::dataset::{Extent, Member, Table};

/// Lengths of one document's rows, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lengths {
    /// In the NDJSON files, in the order of [`Table::ALL`].
    pub ndjson: [u64; 7],
    /// In the CSV files.
    pub csv: [u64; 7],
    /// In the file of facts.
    pub facts: u64,
    /// Of the document without its links.
    pub body: u64,
}

/// The lengths of all documents, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Index {
    /// SHA-256 of the manifest to which this belongs.
    pub generation: String,
    /// Length of each CSV file's first line.
    pub headers: [u64; 7],
    pub documents: BTreeMap<String, Lengths>,
}

impl Index {
    /// The index in a folder; none where it cannot be read.
    pub fn load(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join(INTERNAL).join("index.json")).ok()?).ok()
    }

    /// Whether the table files are as long as the documents' rows say.
    pub fn fits(&self, data: &Path) -> bool {
        let sum = |length: fn(&Lengths, usize) -> u64, at: usize| {
            self.documents.values().map(|one| length(one, at)).sum::<u64>()
        };
        let size = |path: &Path| path.metadata().map_or(u64::MAX, |metadata| metadata.len());
        Table::ALL.into_iter().enumerate().all(|(at, table)| {
            size(&data.join(format!("{}.ndjson", table.name()))) == sum(|one, at| one.ndjson[at], at)
                && size(&data.join(format!("{}.csv", table.name())))
                    == self.headers[at] + sum(|one, at| one.csv[at], at)
        }) && size(&data.join(INTERNAL).join("facts.ndjson")) == sum(|one, _| one.facts, 0)
    }

    /// Where each document's rows stand, for the database; `digest` tells when they change.
    pub fn members(&self, digest: impl Fn(&str) -> String) -> Vec<Member> {
        let mut starts = [0; 7];
        let member = |(id, lengths): (&String, &Lengths)| {
            let mut extents = [Extent::default(); 7];
            for at in 0..7 {
                extents[at] = Extent { start: starts[at], length: lengths.ndjson[at] };
                starts[at] += lengths.ndjson[at];
            }
            Member { id: id.clone(), digest: digest(id), extents }
        };
        self.documents.iter().map(member).collect()
    }
}
