//! What reading a document gives, and its JSON.

use std::io::{self, Write};

use crate::emit;
use crate::model::Document;

/// A document that was read. It always exists; what went wrong stands in `document.diagnostics`.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub document: Document,
}

impl Parsed {
    /// The document as indented JSON, with a line feed at its end.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.in_memory(emit::pretty)
    }

    /// The document as one line of JSON, with a line feed at its end.
    #[must_use]
    pub fn to_ndjson(&self) -> String {
        self.in_memory(emit::compact)
    }

    /// Writes [`to_json`](Self::to_json) piece by piece: the text is up to ten times as long as the source, and never needs
    /// to be in memory. Best given a buffered writer.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write_json(&self, mut out: impl Write) -> io::Result<()> {
        emit::pretty(&self.document, &mut out)
    }

    /// Writes [`to_ndjson`](Self::to_ndjson) piece by piece.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write_ndjson(&self, mut out: impl Write) -> io::Result<()> {
        emit::compact(&self.document, &mut out)
    }

    fn in_memory(&self, write: impl FnOnce(&Document, &mut Vec<u8>) -> io::Result<()>) -> String {
        let mut out = Vec::with_capacity(8 * self.document.source.bytes);
        write(&self.document, &mut out).expect("memory takes what is written");
        String::from_utf8(out).expect("serde_json writes UTF-8")
    }
}
