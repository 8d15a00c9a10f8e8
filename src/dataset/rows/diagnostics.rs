//! The table `diagnostics`.

use serde::{Deserialize, Serialize};

use super::{bounds, word};
use crate::model::Document;

/// One diagnostic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "diagnostics")]
pub struct DiagnosticRow {
    /// Id of the document.
    pub document: String,
    /// Place in the document's list, from 1; 0 where the document could not be read at all.
    pub seq: usize,
    /// What it is about.
    pub code: String,
    /// error, warning or info.
    pub severity: String,
    /// A sentence for a person.
    pub message: String,
    /// First line in the source, from 1.
    pub first_line: Option<usize>,
    /// Last line in the source.
    pub last_line: Option<usize>,
    /// First code point in the source.
    pub start: Option<usize>,
    /// Code point behind it in the source.
    pub end: Option<usize>,
    /// The particulars, a JSON object.
    pub data: Option<String>,
}

pub(super) fn rows(document: &Document) -> Vec<DiagnosticRow> {
    let numbered = document.diagnostics.iter().enumerate();
    numbered
        .map(|(at, one)| {
            let (start, end) = bounds(&one.at);
            DiagnosticRow {
                document: document.id.clone(),
                seq: at + 1,
                code: word(&one.code),
                severity: word(&one.severity),
                message: one.message.clone(),
                first_line: one.lines.map(|lines| lines[0]),
                last_line: one.lines.map(|lines| lines[1]),
                start,
                end,
                data: (!one.data.is_empty()).then(|| serde_json::Value::Object(one.data.clone()).to_string()),
            }
        })
        .collect()
}
