//! A new file from pieces of the old one and new pieces, in order.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// A file in the making.
pub(super) struct Splice {
    old: Option<File>,
    /// The stretch of the old file that is to be copied; neighbours are copied at once.
    kept: (u64, u64),
    out: BufWriter<File>,
}

impl Splice {
    /// A new file at `path`; its old state, if any, is at `old`.
    pub fn new(path: &Path, old: Option<&Path>) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let old = old.map(File::open).transpose()?;
        Ok(Self { old, kept: (0, 0), out: BufWriter::with_capacity(1 << 18, File::create(path)?) })
    }

    /// Adds new bytes.
    pub fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.copy()?;
        self.out.write_all(bytes)
    }

    /// Adds a stretch of the old file.
    pub fn keep(&mut self, start: u64, length: u64) -> io::Result<()> {
        if self.kept.1 != start {
            self.copy()?;
            self.kept = (start, start);
        }
        self.kept.1 += length;
        Ok(())
    }

    fn copy(&mut self) -> io::Result<()> {
        let (start, end) = std::mem::take(&mut self.kept);
        if start == end {
            return Ok(());
        }
        let old = self.old.as_mut().ok_or(io::ErrorKind::NotFound)?;
        old.seek(SeekFrom::Start(start))?;
        let copied = io::copy(&mut old.take(end - start), &mut self.out)?;
        if copied != end - start {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(())
    }

    pub fn finish(mut self) -> io::Result<()> {
        self.copy()?;
        self.out.flush()
    }
}
