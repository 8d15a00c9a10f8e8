//! The document before anything is read: what its bytes and its name tell.

use sha2::{Digest, Sha256};

use crate::model::{Coverage, Document, DocumentType, SCHEMA_VERSION, SourceInfo};
use crate::options::Options;
use crate::source::Source;

pub(super) fn envelope(source: &Source, bytes: &[u8], options: &Options) -> Document {
    let digest = Sha256::digest(bytes);
    Document {
        schema_version: SCHEMA_VERSION.to_owned(),
        generator: concat!("giji ", env!("CARGO_PKG_VERSION")).to_owned(),
        id: options.document_id(),
        r#type: DocumentType::Unknown,
        source: SourceInfo {
            name: if options.name.is_empty() { "-".to_owned() } else { options.name.clone() },
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
            encoding: source.encoding.to_string(),
            bytes: source.bytes,
            characters: 0,
            lines: if source.text.is_empty() { 0 } else { source.line_starts.len() },
        },
        title: None,
        meeting: None,
        plan: None,
        sections: Vec::new(),
        items: Vec::new(),
        tables: Vec::new(),
        organizations: Vec::new(),
        furniture: Vec::new(),
        residue: Vec::new(),
        coverage: Coverage { characters: 0, placed: 0, furniture: 0, residue: 0 },
        diagnostics: Vec::new(),
        corrections: Vec::new(),
        links: Vec::new(),
    }
}
