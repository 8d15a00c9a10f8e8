//! Two datasets, document by document.

use std::fs;
use std::path::Path;

use serde::Serialize;

use super::document::{DocumentDiff, documents};
use crate::ingest::{Entry, IngestError, Manifest};
use crate::model::Document;

/// What differs between two datasets.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DatasetDiff {
    /// Ids of new documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// Ids of documents that are gone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<String>,
    /// Documents whose content differs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<DocumentDiff>,
}

impl DatasetDiff {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }
}

/// Compares two datasets. Only documents whose content differs are opened.
///
/// # Errors
/// A dataset that cannot be read.
pub fn datasets(old: &Path, new: &Path) -> Result<DatasetDiff, IngestError> {
    let (before, after) = (load(old)?, load(new)?);
    let has = |manifest: &Manifest, id: &str| manifest.documents.get(id).is_some_and(|entry| entry.output.is_some());
    let ids = |here: &Manifest, there: &Manifest| -> Vec<String> {
        let ids = here.documents.keys().filter(|id| has(here, id) && !has(there, id));
        ids.cloned().collect()
    };
    let mut changed = Vec::new();
    for (id, now) in &after.documents {
        let Some(was) = before.documents.get(id) else { continue };
        if differs(was, now) {
            let diff = documents(&document(old, was)?, &document(new, now)?);
            changed.extend((!diff.is_empty()).then_some(diff));
        }
    }
    Ok(DatasetDiff { added: ids(&after, &before), gone: ids(&before, &after), changed })
}

fn load(data: &Path) -> Result<Manifest, IngestError> {
    let path = data.join("manifest.json");
    let missing = || IngestError::Manifest { path: path.clone(), message: "there is no manifest".to_owned() };
    Manifest::load(&path)?.ok_or_else(missing)
}

fn differs(was: &Entry, now: &Entry) -> bool {
    match (&was.output, &now.output) {
        (Some(was), Some(now)) => was.body_sha256 != now.body_sha256,
        (Some(_), None) | (None, Some(_) | None) => false,
    }
}

fn document(data: &Path, entry: &Entry) -> Result<Document, IngestError> {
    let path = data.join(entry.output.as_ref().map_or("", |output| output.path.as_str()));
    let bytes = fs::read(&path).map_err(|cause| IngestError::Read { path: path.clone(), cause })?;
    serde_json::from_slice(&bytes).map_err(|cause| IngestError::Manifest { path, message: cause.to_string() })
}
