//! A document as it lies in the dataset: written, and read again where its rows are to be made from it.

use std::collections::BTreeMap;
use std::fs;

use super::error::IngestError;
use super::manifest::Output;
use super::plan::Task;
use super::process::Readers;
use super::read::sha256;
use crate::dataset::rows::Rows;
use crate::emit;
use crate::model::Document;

/// A document as it lies in the dataset, without its links.
pub(super) struct Stored {
    pub document: Document,
    /// Whether it was written without white space.
    pub compact: bool,
}

impl Stored {
    /// The bytes that were written, without links.
    pub fn body(&self) -> Vec<u8> {
        body(&self.document, self.compact)
    }
}

impl Readers<'_> {
    /// The document as it was written, without its links.
    pub(super) fn stored(&self, output: &Output) -> Result<Stored, String> {
        let path = self.data.join(&output.path);
        let bytes = fs::read(&path).map_err(|cause| format!("{}: {cause}", path.display()))?;
        let mut document: Document =
            serde_json::from_slice(&bytes).map_err(|cause| format!("{}: {cause}", path.display()))?;
        document.links.clear();
        Ok(Stored { document, compact: !bytes.starts_with(b"{\n") })
    }

    /// Writes a document into the stage and says what the manifest tells of it.
    pub(super) fn write(&self, task: &Task, document: &Document, rows: &Rows) -> Result<Output, IngestError> {
        let body = body(document, self.compact);
        let path = format!("documents/{}.json", task.id);
        let staged = self.stage.path(&path);
        if let Some(folder) = staged.parent() {
            fs::create_dir_all(folder).map_err(IngestError::write(folder))?;
        }
        fs::write(&staged, &body).map_err(IngestError::write(&staged))?;
        let row = rows.documents.first();
        let mut diagnostics = BTreeMap::new();
        for diagnostic in &rows.diagnostics {
            *diagnostics.entry(diagnostic.code.clone()).or_default() += 1;
        }
        Ok(Output {
            path,
            r#type: row.map_or(String::new(), |row| row.r#type.clone()),
            bytes: body.len() as u64,
            body_sha256: sha256(&body),
            links_sha256: None,
            opinions: rows.opinions.len(),
            attributed: row.map_or(0, |row| row.attributed),
            items: rows.items.len(),
            diagnostics,
            corrections: self.corrections.applied(document),
        })
    }
}

/// The document as text, without links.
fn body(document: &Document, compact: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let write = if compact { emit::compact } else { emit::pretty };
    write(document, &mut bytes).expect("memory takes what is written");
    bytes
}
