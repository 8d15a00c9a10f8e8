//! The rows of the tables. Every row is flat, and every column is always there: what is not known is null.
//!
//! The doc comments are the descriptions of the columns in `schemas/`.

mod diagnostics;
mod documents;
mod items;
mod links;
mod opinions;
mod organizations;
mod parties;

pub use diagnostics::DiagnosticRow;
pub use documents::DocumentRow;
pub use items::ItemRow;
pub use links::LinkRow;
pub use opinions::OpinionRow;
pub use organizations::OrganizationRow;
pub use parties::{Part, PartyRow};

use std::collections::HashMap;

use crate::model::Document;

/// What a row needs to know beside the document itself.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Path of the source below its folder, with `/` between names.
    pub path: String,
    /// The region, from the document or from the settings.
    pub region: Option<String>,
    /// The organizations of the whole collection, by the ids of this document.
    pub entities: HashMap<String, String>,
}

/// All rows of one document.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub documents: Vec<DocumentRow>,
    pub opinions: Vec<OpinionRow>,
    pub items: Vec<ItemRow>,
    pub parties: Vec<PartyRow>,
    pub organizations: Vec<OrganizationRow>,
    pub diagnostics: Vec<DiagnosticRow>,
}

impl Rows {
    /// The rows of a document.
    #[must_use]
    pub fn of(document: &Document, context: &Context) -> Self {
        let opinions = opinions::rows(document, context);
        let items = items::rows(document);
        let parties = parties::rows(document, context);
        let organizations = organizations::rows(document, context, &parties);
        let diagnostics = diagnostics::rows(document);
        let documents = vec![documents::row(document, context, &opinions, items.len())];
        Self { documents, opinions, items, parties, organizations, diagnostics }
    }
}

/// The name that serde gives a value of an enum: `paren-digit`.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

/// First and last code point of positions.
fn bounds(positions: &crate::model::Positions) -> (Option<usize>, Option<usize>) {
    (positions.0.iter().map(|pair| pair[0]).min(), positions.0.iter().map(|pair| pair[1]).max())
}

/// Texts on lines of their own; none where there is nothing.
fn lines<'t>(texts: impl Iterator<Item = &'t str>) -> Option<String> {
    let joined = texts.collect::<Vec<_>>().join("\n");
    (!joined.is_empty()).then_some(joined)
}
