//! Two documents.

use std::collections::BTreeMap;

use serde::Serialize;

use super::items::{self, ItemChange};
use super::lines::{self, Lines};
use super::opinions::{self, OpinionChange};
use super::words::{Piece, difference};
use crate::model::{Document, DocumentType};

/// What differs between two documents. What stayed the same is not listed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DocumentDiff {
    /// Id of the old document.
    pub old: String,
    /// Id of the new one.
    pub new: String,
    /// Type, title, date, place and the like.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<FieldChange>,
    /// Rows of plans and tables.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemChange>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<OpinionChange>,
    #[serde(skip_serializing_if = "Names::is_empty")]
    pub organizations: Names,
    /// Headings, notes and tables of sections.
    #[serde(skip_serializing_if = "Lines::is_empty")]
    pub sections: Lines,
    /// Text that no rule placed, and page headers.
    #[serde(skip_serializing_if = "Lines::is_empty")]
    pub unplaced: Lines,
}

/// A text that changed, word by word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldChange {
    /// Which text: `title`, `content`, `lead`, `speaker`.
    pub field: String,
    pub words: Vec<Piece>,
}

/// Organizations that came, went or changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Names {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<String>,
    /// Ids that stayed, with what is said of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
}

impl Names {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }
}

impl DocumentDiff {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.head.is_empty()
            && self.items.is_empty()
            && self.opinions.is_empty()
            && self.organizations.is_empty()
            && self.sections.is_empty()
            && self.unplaced.is_empty()
    }
}

/// Compares two documents: a re-parse, a corrected version, or two editions of a plan.
#[must_use]
pub fn documents(old: &Document, new: &Document) -> DocumentDiff {
    DocumentDiff {
        old: old.id.clone(),
        new: new.id.clone(),
        head: fields(&head(old), &head(new)),
        items: items::compare(old, new),
        opinions: opinions::compare(old, new),
        organizations: organizations(old, new),
        sections: lines::sections(old, new),
        unplaced: lines::unplaced(old, new),
    }
}

/// The texts that differ, by name.
pub(super) fn fields(old: &[(&str, String)], new: &[(&str, String)]) -> Vec<FieldChange> {
    let changed = old.iter().zip(new).filter(|(before, after)| before.1 != after.1);
    changed
        .map(|(before, after)| FieldChange { field: before.0.to_owned(), words: difference(&before.1, &after.1) })
        .collect()
}

fn head(document: &Document) -> Vec<(&'static str, String)> {
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    let meeting = document.meeting.as_ref();
    let plan = document.plan.as_ref();
    let attendees = meeting.iter().flat_map(|meeting| &meeting.attendees);
    vec![
        ("type", kind(document.r#type).to_owned()),
        ("title", document.title.as_ref().map(|title| title.text.clone()).unwrap_or_default()),
        ("date", text(meeting.and_then(|meeting| meeting.date.as_ref()))),
        ("start_time", text(meeting.and_then(|meeting| meeting.start_time.as_ref()))),
        ("end_time", text(meeting.and_then(|meeting| meeting.end_time.as_ref()))),
        ("place", text(meeting.and_then(|meeting| meeting.place.as_ref()))),
        ("next", meeting.and_then(|meeting| meeting.next.as_ref()).map(|next| next.text.clone()).unwrap_or_default()),
        ("attendees", attendees.map(|one| one.label.as_str()).collect::<Vec<_>>().join("、")),
        ("region", text(plan.and_then(|plan| plan.region.as_ref()))),
        ("fiscal_year", plan.and_then(|plan| plan.fiscal_year).map(|year| year.to_string()).unwrap_or_default()),
        ("status", text(plan.and_then(|plan| plan.status.as_ref()))),
        ("columns", plan.map(|plan| plan.columns.join("、")).unwrap_or_default()),
    ]
}

const fn kind(kind: DocumentType) -> &'static str {
    match kind {
        DocumentType::Minutes => "minutes",
        DocumentType::Plan => "plan",
        DocumentType::Table => "table",
        DocumentType::Unknown => "unknown",
    }
}

fn organizations(old: &Document, new: &Document) -> Names {
    let by_id = |document: &Document| -> BTreeMap<String, (String, String)> {
        let said = |one: &crate::model::Organization| {
            let mut one = one.clone();
            one.other_names.sort();
            serde_json::to_string(&one).unwrap_or_default()
        };
        document.organizations.iter().map(|one| (one.id.clone(), (one.name.clone(), said(one)))).collect()
    };
    let (before, after) = (by_id(old), by_id(new));
    let only = |here: &BTreeMap<String, (String, String)>, there: &BTreeMap<String, (String, String)>| {
        here.iter().filter(|(id, _)| !there.contains_key(*id)).map(|(_, (name, _))| name.clone()).collect()
    };
    let changed = |(id, said): (&String, &(String, String))| {
        after.get(id).filter(|now| *now != said).map(|now| format!("{} ({id})", now.0))
    };
    Names {
        added: only(&after, &before),
        gone: only(&before, &after),
        changed: before.iter().filter_map(changed).collect(),
    }
}
