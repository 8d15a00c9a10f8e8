//! The table `parties`.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Context, bounds, word};
use crate::model::{Attendee, Document, Mention, Opinion, Party, PartyCell};

/// One place where somebody speaks, leads, cooperates, attends or is mentioned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "parties")]
pub struct PartyRow {
    /// Id of the document.
    pub document: String,
    /// Place in this document's list, from 1.
    pub seq: usize,
    /// speaker, lead, cooperating, attendee or mention.
    pub part: String,
    /// Id of the opinion or item; null for attendees.
    pub element: Option<String>,
    /// The name as it stands, in normal form.
    pub label: String,
    /// Id of the organization within the document.
    pub organization: Option<String>,
    /// The organization's name.
    pub name: Option<String>,
    /// The organization in the whole collection.
    pub entity: Option<String>,
    /// resolved, unregistered, ambiguous or unknown; null for attendees and mentions.
    pub status: Option<String>,
    /// exact, variant, alias, abbreviation or context, where it was resolved.
    pub method: Option<String>,
    /// The person's name.
    pub person: Option<String>,
    /// The person's role.
    pub role: Option<String>,
    /// What stands in the bracket behind the name.
    pub note: Option<String>,
    /// First code point of the name in the source; null where the party is inferred.
    pub start: Option<usize>,
    /// Code point behind the name in the source.
    pub end: Option<usize>,
}

/// What somebody does in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Speaker,
    Lead,
    Cooperating,
    Attendee,
    Mention,
}

impl Part {
    /// The word in the column `part`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Lead => "lead",
            Self::Cooperating => "cooperating",
            Self::Attendee => "attendee",
            Self::Mention => "mention",
        }
    }
}

pub(super) fn rows(document: &Document, context: &Context) -> Vec<PartyRow> {
    let known = document.organizations.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
    let mut list = List { document, context, known, rows: Vec::new() };
    for attendee in document.meeting.iter().flat_map(|meeting| &meeting.attendees) {
        list.attendee(attendee);
    }
    document.all_opinions().for_each(|opinion| list.opinion(opinion));
    for item in &document.items {
        item.lead.iter().for_each(|cell| list.cell(Part::Lead, &item.id, cell));
        item.cooperating.iter().for_each(|cell| list.cell(Part::Cooperating, &item.id, cell));
        item.mentions.iter().for_each(|mention| list.mention(&item.id, mention));
    }
    list.rows
}

struct List<'d> {
    document: &'d Document,
    context: &'d Context,
    /// The names of the document's organizations by their ids.
    known: HashMap<&'d str, &'d str>,
    rows: Vec<PartyRow>,
}

impl List<'_> {
    fn opinion(&mut self, opinion: &Opinion) {
        for party in opinion.attribution.iter().flat_map(|attribution| &attribution.parties) {
            self.party(&opinion.id, party);
        }
        opinion.mentions.iter().for_each(|mention| self.mention(&opinion.id, mention));
    }

    /// A row that names an organization, everything else empty.
    fn row(&self, part: Part, element: Option<&str>, label: &str, organization: Option<&String>) -> PartyRow {
        let name = organization.and_then(|id| self.known.get(id.as_str()));
        PartyRow {
            document: self.document.id.clone(),
            seq: self.rows.len() + 1,
            part: part.word().to_owned(),
            element: element.map(str::to_owned),
            label: label.to_owned(),
            organization: organization.cloned(),
            name: name.map(|name| (*name).to_owned()),
            entity: organization.and_then(|id| self.context.entities.get(id).cloned()),
            status: None,
            method: None,
            person: None,
            role: None,
            note: None,
            start: None,
            end: None,
        }
    }

    fn party(&mut self, element: &str, party: &Party) {
        let (start, end) = bounds(&party.spans);
        let row = self.row(Part::Speaker, Some(element), &party.label, party.organization.as_ref());
        self.rows.push(PartyRow {
            status: Some(word(&party.status)),
            method: party.method.map(|method| word(&method)),
            person: party.person.clone(),
            role: party.role.clone(),
            start,
            end,
            ..row
        });
    }

    fn cell(&mut self, part: Part, element: &str, cell: &PartyCell) {
        let (start, end) = bounds(&cell.spans);
        let row = self.row(part, Some(element), &cell.label, cell.organization.as_ref());
        self.rows.push(PartyRow {
            status: Some(word(&cell.status)),
            method: cell.method.map(|method| word(&method)),
            note: cell.note.clone(),
            start,
            end,
            ..row
        });
    }

    fn attendee(&mut self, attendee: &Attendee) {
        let (start, end) = bounds(&attendee.spans);
        let row = self.row(Part::Attendee, None, &attendee.label, attendee.organization.as_ref());
        let (person, role) = (attendee.person.clone(), attendee.role.clone());
        let note = attendee.presence.map(|presence| word(&presence));
        self.rows.push(PartyRow { person, role, note, start, end, ..row });
    }

    fn mention(&mut self, element: &str, mention: &Mention) {
        let (start, end) = bounds(&mention.at);
        let row = self.row(Part::Mention, Some(element), &mention.label, Some(&mention.organization));
        self.rows.push(PartyRow { start, end, ..row });
    }
}
