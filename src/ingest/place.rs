//! Where a dataset may lie: in a folder of its own, apart from the sources.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::IngestError;
use super::stage::{INTERNAL, Stage};

/// Refuses a dataset that would lie over somebody's files, or among the sources.
pub(super) fn check(data: &Path, sources: &[PathBuf]) -> Result<(), IngestError> {
    let place = resolved(data);
    for source in sources {
        // A source that is not there is the walk's to report.
        let Ok(folder) = fs::canonicalize(source) else { continue };
        if place.starts_with(&folder) || folder.starts_with(&place) {
            return Err(IngestError::Overlap { data: data.to_owned(), source: source.clone() });
        }
    }
    match is_ours(data) || is_empty(data)? {
        true => Ok(()),
        false => Err(IngestError::Foreign { path: data.to_owned() }),
    }
}

/// Whether a run has written here, or was interrupted while it did.
fn is_ours(data: &Path) -> bool {
    let marks = [data.join("manifest.json"), data.join(INTERNAL).join("index.json")];
    Stage::of(data).pending() || marks.iter().any(|mark| mark.is_file())
}

/// Whether there is no folder yet, or nothing in it but what systems put there: `.DS_Store`, `lost+found`.
fn is_empty(data: &Path) -> Result<bool, IngestError> {
    let entries = match fs::read_dir(data) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(true),
        entries => entries.map_err(IngestError::read(data))?,
    };
    for entry in entries {
        let name = entry.map_err(IngestError::read(data))?.file_name();
        if !name.to_string_lossy().starts_with('.') && name != "lost+found" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The path without links, `.` and `..`, though its last folders may not be there yet.
fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut real = PathBuf::new();
    for component in whole.components() {
        match component {
            Component::ParentDir => drop(real.pop()),
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                real.push(component);
                real = fs::canonicalize(&real).unwrap_or(real);
            }
        }
    }
    real
}
