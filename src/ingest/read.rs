//! File → bytes that belong together: what changes while it is read is read again.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::error::cause_text;
use super::failure::{Failure, FailureCode};
use super::seen::Stamp;
use crate::lang::Lang;

/// How often a file that changes is read before it is given up.
const TRIES: usize = 3;

/// A file as it was at one moment.
pub(super) struct Content {
    pub bytes: Vec<u8>,
    pub stamp: Stamp,
    pub sha256: String,
}

/// Reads a file of at most `limit` bytes.
pub(super) fn read(path: &Path, limit: u64, lang: Lang) -> Result<Content, Failure> {
    for _ in 0..TRIES {
        match attempt(path, limit) {
            Ok(Some(content)) => return Ok(content),
            Ok(None) => {}
            Err(Problem::TooLarge(bytes)) => return Err(Failure::new(FailureCode::TooLarge, bytes.to_string())),
            Err(Problem::Io(cause)) => {
                return Err(Failure::new(FailureCode::UnreadableFile, cause_text(&cause, lang)));
            }
        }
    }
    Err(Failure::new(FailureCode::ChangedWhileRead, ""))
}

enum Problem {
    TooLarge(u64),
    Io(io::Error),
}

impl From<io::Error> for Problem {
    fn from(cause: io::Error) -> Self {
        Self::Io(cause)
    }
}

/// Nothing where size or time changed during the reading.
fn attempt(path: &Path, limit: u64) -> Result<Option<Content>, Problem> {
    let mut file = File::open(path)?;
    let before = Stamp::of(&file.metadata()?);
    if before.bytes > limit {
        return Err(Problem::TooLarge(before.bytes));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(before.bytes).unwrap_or(0) + 1);
    (&mut file).take(limit + 1).read_to_end(&mut bytes)?;
    let after = Stamp::of(&file.metadata()?);
    let replaced = Stamp::of(&path.metadata()?) != after;
    if before != after || replaced || bytes.len() as u64 != after.bytes {
        return Ok(None);
    }
    Ok(Some(Content { sha256: sha256(&bytes), bytes, stamp: before }))
}

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
