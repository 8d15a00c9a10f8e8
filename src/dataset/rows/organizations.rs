//! The table `organizations`.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Context, Part, PartyRow, word};
use crate::model::{Document, Organization};

/// One organization of one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "organizations")]
pub struct OrganizationRow {
    /// Id of the document.
    pub document: String,
    /// Id of the organization within the document.
    pub organization: String,
    /// Place in the document's list, from 1.
    pub seq: usize,
    /// The organization in the whole collection; null for groups that are no organization.
    pub entity: Option<String>,
    /// Its name.
    pub name: String,
    /// Other names in this document, one a line.
    pub other_names: Option<String>,
    /// What kind of organization it is.
    pub classification: String,
    /// Id of the organization to which it belongs.
    pub parent: Option<String>,
    /// Its region.
    pub region: Option<String>,
    /// Id of its register row.
    pub register: Option<String>,
    /// Public identifiers, `scheme:identifier`, one a line.
    pub identifiers: Option<String>,
    /// How often it speaks in this document.
    pub speaks: usize,
    /// How many items it leads.
    pub leads: usize,
    /// With how many items it cooperates.
    pub cooperates: usize,
    /// How many of its people are listed as attending.
    pub attends: usize,
    /// How often it is mentioned.
    pub mentioned: usize,
}

pub(super) fn rows(document: &Document, context: &Context, parties: &[PartyRow]) -> Vec<OrganizationRow> {
    let mut parts = Parts::new();
    for party in parties {
        if let Some(id) = &party.organization {
            *parts.entry((id, &party.part)).or_default() += 1;
        }
    }
    let numbered = document.organizations.iter().enumerate();
    numbered.map(|(at, one)| row(document, context, &parts, one, at + 1)).collect()
}

/// How often an organization takes each part, by its id and the word for the part.
type Parts<'p> = HashMap<(&'p str, &'p str), usize>;

fn row(document: &Document, context: &Context, parts: &Parts, one: &Organization, seq: usize) -> OrganizationRow {
    let count = |part: Part| parts.get(&(one.id.as_str(), part.word())).copied().unwrap_or(0);
    let identifiers: Vec<String> =
        one.identifiers.iter().map(|known| format!("{}:{}", known.scheme, known.identifier)).collect();
    OrganizationRow {
        document: document.id.clone(),
        organization: one.id.clone(),
        seq,
        entity: context.entities.get(&one.id).cloned(),
        name: one.name.clone(),
        other_names: super::lines(one.other_names.iter().map(String::as_str)),
        classification: word(&one.classification),
        parent: one.parent.clone(),
        region: one.region.clone(),
        register: one.register.clone(),
        identifiers: super::lines(identifiers.iter().map(String::as_str)),
        speaks: count(Part::Speaker),
        leads: count(Part::Lead),
        cooperates: count(Part::Cooperating),
        attends: count(Part::Attendee),
        mentioned: count(Part::Mention),
    }
}
