//! The table `links`.

use serde::{Deserialize, Serialize};

use super::word;
use crate::model::{Agreement, Link};

/// One link between documents, or the statement that there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "links")]
pub struct LinkRow {
    /// Id of the document.
    pub document: String,
    /// Place in the document's list, from 1.
    pub seq: usize,
    /// plan-item, earlier-item, related-item, next-meeting, earlier-meeting or same-organization.
    pub relation: String,
    /// Id of the element in this document; null where the document as a whole is meant.
    pub element: Option<String>,
    /// The number that the text names.
    pub number: Option<u32>,
    /// Id of the other document; null where there is none.
    pub to_document: Option<String>,
    /// Id of the element in the other document.
    pub to_element: Option<String>,
    /// linked, candidate or nil.
    pub decision: String,
    /// Why it is not linked.
    pub reason: Option<String>,
    /// What was compared, `what: here | there`, one a line.
    pub evidence: Option<String>,
}

impl LinkRow {
    /// The row of a document's link number `seq`.
    #[must_use]
    pub fn of(document: &str, seq: usize, link: &Link) -> Self {
        let evidence: Vec<String> = link.evidence.iter().map(shown).collect();
        Self {
            document: document.to_owned(),
            seq,
            relation: word(&link.relation),
            element: link.from.clone(),
            number: link.number,
            to_document: link.document.clone(),
            to_element: link.to.clone(),
            decision: word(&link.decision),
            reason: link.reason.map(|reason| word(&reason)),
            evidence: super::lines(evidence.iter().map(String::as_str)),
        }
    }
}

fn shown(one: &Agreement) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "-".to_owned());
    format!("{}: {} | {}", one.what, side(&one.here), side(&one.there))
}
