//! What reading a document gives, and its JSON.

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
        String::from_utf8(self.to_json_bytes()).expect("serde_json writes UTF-8")
    }

    /// The document as one line of JSON, with a line feed at its end.
    #[must_use]
    pub fn to_ndjson(&self) -> String {
        String::from_utf8(self.to_ndjson_bytes()).expect("serde_json writes UTF-8")
    }

    /// [`to_json`](Self::to_json) as UTF-8 bytes, for writing.
    #[must_use]
    pub fn to_json_bytes(&self) -> Vec<u8> {
        // Positions and names of fields make the output up to ten times as long as the source; what is reserved and not
        // used costs nothing.
        let mut out = Vec::with_capacity(16 * self.document.source.bytes);
        emit::pretty(&self.document, &mut out).expect("memory takes what is written");
        out
    }

    /// [`to_ndjson`](Self::to_ndjson) as UTF-8 bytes, for writing.
    #[must_use]
    pub fn to_ndjson_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(12 * self.document.source.bytes);
        emit::compact(&self.document, &mut out).expect("memory takes what is written");
        out
    }
}
