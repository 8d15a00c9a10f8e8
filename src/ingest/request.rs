//! What a caller asks of an ingest, and what it is told meanwhile.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::IngestError;
use super::failure::Failure;
use super::process::Change;
use super::read::sha256;
use super::settings::Settings;
use crate::corrections::Corrections;
use crate::lang::Lang;
use crate::lexicon::register::Register;

/// What a caller asks for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folders to walk.
    pub folders: Vec<PathBuf>,
    /// The dataset.
    pub data: PathBuf,
    pub settings: Settings,
    pub lang: Lang,
    /// Number of threads.
    pub jobs: usize,
    /// Hash every source and every document, whatever size and time say.
    pub verify: bool,
    /// Read every source anew.
    pub force: bool,
    /// Remove documents whose sources are gone.
    pub prune: bool,
    /// Say what would be done.
    pub dry_run: bool,
    /// End at the first document that fails.
    pub fail_fast: bool,
}

/// What happens while an ingest runs.
#[derive(Clone, Debug)]
pub enum Event<'e> {
    /// How many documents there are to look at.
    Planned { documents: usize },
    /// A document is done.
    Done { id: &'e str, change: Change },
    /// A document failed; `path` is its source.
    Failed { path: &'e str, failure: &'e Failure },
    /// All documents are read and linked; files and the database are put in place.
    Writing,
}

/// The corrections beside the settings, or beside the sources where no settings are.
pub(super) fn corrections(request: &Request) -> Result<Corrections, IngestError> {
    let named = request.settings.corrections.clone();
    let path = match (&named, &request.settings.path) {
        (Some(path), _) => request.settings.beside(path),
        (None, Some(_)) => request.settings.beside(Path::new("corrections.toml")),
        (None, None) => {
            let beside = request.folders.iter().map(|folder| folder.join("corrections.toml"));
            beside.into_iter().find(|path| path.is_file()).unwrap_or_default()
        }
    };
    if named.is_some() {
        fs::metadata(&path).map_err(IngestError::settings(&path))?;
    }
    Corrections::load(&path)
}

/// The register with the collection's own rows, and a digest of their files.
pub(super) fn register(settings: &Settings) -> Result<(Option<Arc<Register>>, String), IngestError> {
    if settings.registers.is_empty() {
        return Ok((None, String::new()));
    }
    let paths: Vec<PathBuf> = settings.registers.iter().map(|path| settings.beside(path)).collect();
    let mut digests = String::new();
    for path in &paths {
        digests += &sha256(&fs::read(path).map_err(IngestError::settings(path))?);
    }
    let register = Register::with_files(&paths).map_err(|cause| IngestError::Register { cause })?;
    Ok((Some(Arc::new(register)), digests))
}
