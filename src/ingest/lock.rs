//! One ingest at a time. The lock is the system's own: it ends with the process, however that ends.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use super::error::IngestError;

/// Held while an ingest writes.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of the dataset in `data`.
    pub fn take(data: &Path) -> Result<Self, IngestError> {
        let folder = data.join(super::stage::INTERNAL);
        fs::create_dir_all(&folder).map_err(IngestError::write(&folder))?;
        let path = folder.join("lock");
        let options = File::options().write(true).create(true).truncate(false).open(&path);
        let file = options.map_err(IngestError::write(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(IngestError::Locked { path: data.to_owned() }),
            Err(TryLockError::Error(cause)) => Err(IngestError::Write { path, cause }),
        }
    }
}
