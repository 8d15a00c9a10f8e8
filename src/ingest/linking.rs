//! Facts → links, in the table `links` and in the documents.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde::Serialize;

use super::error::IngestError;
use super::index::Index;
use super::manifest::{Manifest, Output};
use super::ordered::ordered;
use super::read::sha256;
use super::splice::Splice;
use super::stage::{INTERNAL, Stage};
use crate::dataset::rows::LinkRow;
use crate::dataset::{Fragment, Table, csv_header};
use crate::emit;
use crate::links::{self, Facts};
use crate::model::Link;

/// So many documents' facts, and the rows of their links, are held at once: a long plan has megabytes of them.
const BATCH: usize = 64;

/// What the linking needs.
pub(super) struct Linking<'l> {
    pub data: &'l Path,
    pub stage: &'l Stage,
    pub jobs: usize,
    pub compact: bool,
    pub bom: bool,
}

/// The links of one document, as they were written.
struct Found {
    rows: Fragment,
    /// Relation and decision of each link.
    counts: Vec<(String, String)>,
    /// The document's new length and its links' digest, where these changed.
    output: Option<(u64, Option<String>)>,
}

#[derive(Serialize)]
struct Tail<'t> {
    links: &'t [Link],
}

impl Linking<'_> {
    /// Links all documents whose facts are staged, and enters lengths and sums.
    pub fn link(&self, manifest: &mut Manifest, index: &mut Index) -> Result<(), IngestError> {
        let path = self.stage.path(&format!("{INTERNAL}/facts.ndjson"));
        let known = learn(&path).map_err(IngestError::read(&path))?;
        manifest.totals.organizations = known.organizations();
        let mut out = Writer::new(self, index)?;
        let mut totals: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        let file = File::open(&path).map_err(IngestError::read(&path))?;
        let mut lines = BufReader::with_capacity(1 << 18, file);
        loop {
            let batch = batch(&mut lines).map_err(IngestError::read(&path))?;
            if batch.is_empty() {
                break;
            }
            let mut found = Vec::with_capacity(batch.len());
            let find = |facts: &Facts| self.find(&known, facts, manifest, index);
            ordered(&batch, self.jobs, find, |facts, one| {
                let one = one?;
                out.put(&one.rows)?;
                found.push((facts.id.clone(), one));
                Ok(())
            })?;
            for (id, one) in found {
                enter(&id, one, manifest, index, &mut totals);
            }
        }
        manifest.totals.links = totals;
        out.finish()
    }

    fn find(
        &self,
        known: &links::Index,
        facts: &Facts,
        manifest: &Manifest,
        index: &Index,
    ) -> Result<Found, IngestError> {
        let links = known.links(facts);
        let rows: Vec<LinkRow> =
            links.iter().enumerate().map(|(at, link)| LinkRow::of(&facts.id, at + 1, link)).collect();
        let counts = rows.iter().map(|row| (row.relation.clone(), row.decision.clone())).collect();
        let output = manifest.documents.get(&facts.id).and_then(|entry| entry.output.as_ref());
        let body = index.documents.get(&facts.id).map_or(0, |lengths| lengths.body);
        let output = output.map(|output| self.rewrite(output, body, &self.tail(&links))).transpose()?.flatten();
        Ok(Found { rows: Fragment::of(&rows), counts, output })
    }

    /// The end of the document's file, which holds its links; nothing where there are none.
    fn tail(&self, links: &[Link]) -> Vec<u8> {
        let mut text = Vec::new();
        if !links.is_empty() {
            let write = if self.compact { emit::compact } else { emit::pretty };
            write(&Tail { links }, &mut text).expect("memory takes what is written");
            text[0] = b',';
        }
        text
    }

    /// Puts the links into the document where they are not those it has; gives its new length and their digest.
    fn rewrite(&self, output: &Output, body: u64, tail: &[u8]) -> Result<Option<(u64, Option<String>)>, IngestError> {
        let now = (!tail.is_empty()).then(|| sha256(tail));
        if now == output.links_sha256 {
            return Ok(None);
        }
        let staged = self.stage.path(&output.path);
        let rewrite = || {
            if !staged.is_file() {
                copy(&self.data.join(&output.path), &staged)?;
            }
            patch(&staged, body, tail)
        };
        let bytes = rewrite().map_err(IngestError::write(&staged))?;
        Ok(Some((bytes, now)))
    }
}

/// Enters what was found into manifest, index and sums.
fn enter(
    id: &str,
    found: Found,
    manifest: &mut Manifest,
    index: &mut Index,
    totals: &mut BTreeMap<String, BTreeMap<String, usize>>,
) {
    for (relation, decision) in found.counts {
        *totals.entry(relation).or_default().entry(decision).or_default() += 1;
    }
    let lengths = index.documents.entry(id.to_owned()).or_default();
    lengths.ndjson[Table::Links as usize] = found.rows.ndjson.len() as u64;
    lengths.csv[Table::Links as usize] = found.rows.csv.len() as u64;
    let output = manifest.documents.get_mut(id).and_then(|entry| entry.output.as_mut());
    if let (Some(output), Some((bytes, links_sha256))) = (output, found.output) {
        output.bytes = bytes;
        output.links_sha256 = links_sha256;
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to)?;
    Ok(())
}

/// Puts the tail where the document of `body` bytes closes, and gives the file's new length.
fn patch(path: &Path, body: u64, tail: &[u8]) -> io::Result<u64> {
    let mut file = File::options().read(true).write(true).open(path)?;
    let mut start = [0; 2];
    file.read_exact(&mut start)?;
    let closing: &[u8] = if &start == b"{\n" { b"\n}\n" } else { b"}\n" };
    let tail = if tail.is_empty() { closing } else { tail };
    let inner = body - closing.len() as u64;
    file.set_len(inner)?;
    file.seek(SeekFrom::Start(inner))?;
    file.write_all(tail)?;
    Ok(inner + tail.len() as u64)
}

fn learn(path: &Path) -> io::Result<links::Index> {
    let mut known = links::Index::default();
    let mut lines = BufReader::with_capacity(1 << 18, File::open(path)?);
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 {
        known.learn(&serde_json::from_str::<Facts>(&line)?);
        line.clear();
    }
    known.finish();
    Ok(known)
}

fn batch(lines: &mut impl BufRead) -> io::Result<Vec<Facts>> {
    let mut batch = Vec::new();
    let mut line = String::new();
    while batch.len() < BATCH && lines.read_line(&mut line)? > 0 {
        batch.push(serde_json::from_str(&line)?);
        line.clear();
    }
    Ok(batch)
}

/// The two files of the table `links`.
struct Writer<'l> {
    stage: &'l Stage,
    ndjson: Splice,
    csv: Splice,
}

impl<'l> Writer<'l> {
    fn new(linking: &'l Linking, index: &mut Index) -> Result<Self, IngestError> {
        let stage = linking.stage;
        let open = |path: &str| Splice::new(&stage.path(path), None).map_err(IngestError::write(&stage.path(path)));
        let (ndjson, mut csv) = (open("links.ndjson")?, open("links.csv")?);
        let header = csv_header(Table::Links, linking.bom);
        csv.put(&header).map_err(IngestError::write(&stage.path("links.csv")))?;
        index.headers[Table::Links as usize] = header.len() as u64;
        for lengths in index.documents.values_mut() {
            lengths.ndjson[Table::Links as usize] = 0;
            lengths.csv[Table::Links as usize] = 0;
        }
        Ok(Self { stage, ndjson, csv })
    }

    fn put(&mut self, rows: &Fragment) -> Result<(), IngestError> {
        let put = self.ndjson.put(&rows.ndjson).and_then(|()| self.csv.put(&rows.csv));
        put.map_err(IngestError::write(&self.stage.path("links.ndjson")))
    }

    fn finish(self) -> Result<(), IngestError> {
        let done = self.ndjson.finish().and_then(|()| self.csv.finish());
        done.map_err(IngestError::write(&self.stage.path("links.ndjson")))
    }
}
