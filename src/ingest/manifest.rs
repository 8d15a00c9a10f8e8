//! `manifest.json`: what came from what. It is written last; what it does not name is no part of the dataset.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::IngestError;
use super::failure::Failure;

/// The version of the dataset's form.
pub(super) const FORMAT: &str = "1";

/// The whole collection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the dataset's form: "1".
    pub format: String,
    /// Name and version of the program.
    pub generator: String,
    /// Sums over all documents.
    pub totals: Totals,
    /// The documents, by id.
    pub documents: BTreeMap<String, Entry>,
}

/// Sums over all documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Documents with an output.
    pub documents: usize,
    pub opinions: usize,
    /// Opinions that name a speaker.
    pub attributed: usize,
    pub items: usize,
    /// Organizations of the whole collection, each once.
    pub organizations: usize,
    /// Diagnostics by code.
    pub diagnostics: BTreeMap<String, usize>,
    /// Links by relation and decision: `plan-item`, `nil`.
    pub links: BTreeMap<String, BTreeMap<String, usize>>,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The folder, as it was given.
    pub root: String,
    /// Path of the source below it.
    pub path: String,
    /// SHA-256 of the source from which the output was made; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Digest of everything else on which the output depends: program, settings, registers, corrections.
    pub settings: String,
    /// Whether the source is still there and was read.
    pub state: State,
    /// Why the source as it is now could not be taken in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// The document that was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<Output>,
}

/// Whether the source is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The output is that of the source.
    Current,
    /// The source is gone; the output stays until `--prune`.
    Vanished,
    /// The source cannot be read now; the output, if any, is that of its last good state.
    Failed,
}

/// One written document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// `documents/<id>.json`
    pub path: String,
    /// minutes, plan, table or unknown.
    pub r#type: String,
    /// Length of the file.
    pub bytes: u64,
    /// SHA-256 of the document without its links.
    pub body_sha256: String,
    /// SHA-256 of its links; absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links_sha256: Option<String>,
    pub opinions: usize,
    pub attributed: usize,
    pub items: usize,
    /// Diagnostics by code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub diagnostics: BTreeMap<String, usize>,
    /// Digests of the corrections that were applied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<String>,
}

impl Manifest {
    /// The manifest at `path`; none where there is no such file.
    ///
    /// # Errors
    /// A file that cannot be read, or that is of another version.
    pub fn load(path: &Path) -> Result<Option<Self>, IngestError> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(cause) => return Err(IngestError::Read { path: path.to_owned(), cause }),
        };
        let wrong = |message: String| IngestError::Manifest { path: path.to_owned(), message };
        let manifest: Self = serde_json::from_slice(&bytes).map_err(|cause| wrong(cause.to_string()))?;
        if manifest.format != FORMAT {
            return Err(wrong(format!("format {} is not {FORMAT}", manifest.format)));
        }
        Ok(Some(manifest))
    }

    /// One line for each document, so that versions can be compared line by line.
    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut out = format!(
            "{{\n\"format\": {},\n\"generator\": {},\n\"totals\": {},\n\"documents\": {{",
            json(&self.format),
            json(&self.generator),
            json(&self.totals)
        );
        for (at, (id, entry)) in self.documents.iter().enumerate() {
            out.push_str(if at == 0 { "\n" } else { ",\n" });
            out.push_str(&format!("{}: {}", json(id), json(entry)));
        }
        out.push_str("\n}\n}\n");
        out.into_bytes()
    }

    /// Sums up the documents; organizations and links are known elsewhere.
    pub(super) fn sum_up(&mut self) {
        let mut totals = Totals {
            organizations: self.totals.organizations,
            links: std::mem::take(&mut self.totals.links),
            ..Totals::default()
        };
        for entry in self.documents.values() {
            if let Some(output) = &entry.output {
                totals.documents += 1;
                totals.opinions += output.opinions;
                totals.attributed += output.attributed;
                totals.items += output.items;
                for (code, count) in &output.diagnostics {
                    *totals.diagnostics.entry(code.clone()).or_default() += count;
                }
            }
            if let Some(failure) = &entry.failure {
                *totals.diagnostics.entry(failure.code.word().to_owned()).or_default() += 1;
            }
        }
        self.totals = totals;
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
