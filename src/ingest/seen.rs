//! Size and time of every file at its last reading, so that an unchanged one is not read again.
//!
//! This is a cache and no part of the dataset: lost, it costs one reading of the sources. A file whose time is younger
//! than the reading by less than the clock's grain is not trusted, for it may have changed since within one tick.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::error::IngestError;
use super::stage::{INTERNAL, write_beside};

const GRAIN: Duration = Duration::from_secs(2);

/// Size and time of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    pub bytes: u64,
    /// Nanoseconds since 1970.
    pub modified: u64,
}

impl Stamp {
    pub fn of(metadata: &Metadata) -> Self {
        let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0);
        Self { bytes: metadata.len(), modified }
    }

    /// Whether the file cannot have changed since without another time.
    fn settled(self, now: SystemTime) -> bool {
        self.modified > 0 && UNIX_EPOCH + Duration::from_nanos(self.modified) + GRAIN < now
    }
}

/// One file as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Reading {
    stamp: Stamp,
    path: String,
    sha256: String,
}

/// All files as they were read, by id.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    files: BTreeMap<String, Reading>,
}

impl Seen {
    /// What the last run saw; nothing where it cannot be read.
    pub fn load(data: &Path) -> Self {
        let bytes = fs::read(data.join(INTERNAL).join("seen.json")).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// The content's SHA-256, where size, time and path are those of the last reading.
    pub fn sha256(&self, id: &str, path: &Path, stamp: Stamp) -> Option<&str> {
        let reading = self.files.get(id)?;
        (reading.stamp == stamp && reading.path == shown(path)).then_some(reading.sha256.as_str())
    }

    pub fn note(&mut self, id: &str, path: &Path, stamp: Stamp, sha256: &str, now: SystemTime) {
        if stamp.settled(now) {
            let reading = Reading { stamp, path: shown(path), sha256: sha256.to_owned() };
            self.files.insert(id.to_owned(), reading);
        } else {
            self.files.remove(id);
        }
    }

    pub fn forget(&mut self, id: &str) {
        self.files.remove(id);
    }

    pub fn save(&self, data: &Path) -> Result<(), IngestError> {
        let path = data.join(INTERNAL).join("seen.json");
        let write = || -> io::Result<()> { write_beside(&path, &serde_json::to_vec(self)?) };
        write().map_err(IngestError::write(&path))
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
