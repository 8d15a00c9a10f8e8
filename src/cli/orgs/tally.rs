//! The organizations of several documents, those of one id counted together.

use std::collections::{HashMap, HashSet};

use giji::Code;
use giji::model::{Classification, Document, Mention, Method, Opinion, Organization, Party, PartyCell, Status};
use indexmap::IndexMap;

use super::entry::{Counts, Entry, Standing};

/// What has been counted so far.
#[derive(Default)]
pub struct Tally {
    /// By id; an ambiguous label by itself and its candidates.
    entries: IndexMap<String, Entry>,
}

impl Tally {
    /// The entries, those that appear most often first.
    pub fn finish(self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = self.entries.into_values().collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.counts.all()));
        entries
    }

    pub fn add(&mut self, document: &Document, file: &str) {
        let mut adding = Adding::new(&mut self.entries, document, file);
        document.all_opinions().for_each(|opinion| adding.opinion(opinion));
        for item in &document.items {
            item.lead.iter().for_each(|cell| adding.cell(cell, |counts| &mut counts.lead));
            item.cooperating.iter().for_each(|cell| adding.cell(cell, |counts| &mut counts.cooperating));
            item.mentions.iter().for_each(|mention| adding.mention(mention));
        }
        for attendee in document.meeting.iter().flat_map(|meeting| &meeting.attendees) {
            if let Some(id) = &attendee.organization {
                adding.known(id, None, |counts| &mut counts.attendee);
            }
        }
    }
}

/// Where a name stands: the count that it adds to.
type Place = fn(&mut Counts) -> &mut usize;

/// A document whose organizations are being counted.
struct Adding<'t, 'd> {
    entries: &'t mut IndexMap<String, Entry>,
    document: &'d Document,
    file: &'d str,
    /// The organizations that the document lists, by id.
    listed: HashMap<&'d str, &'d Organization>,
    /// The names that nothing knows: each has a diagnostic.
    unregistered: HashSet<&'d str>,
}

impl<'t, 'd> Adding<'t, 'd> {
    fn new(entries: &'t mut IndexMap<String, Entry>, document: &'d Document, file: &'d str) -> Self {
        let listed = document.organizations.iter().map(|organization| (organization.id.as_str(), organization));
        let about = |code| document.diagnostics.iter().filter(move |diagnostic| diagnostic.code == code);
        let label = |diagnostic: &'d giji::Diagnostic| diagnostic.data.get("label")?.as_str();
        let unregistered = about(Code::UnregisteredOrganization).filter_map(label).collect();
        Self { entries, document, file, listed: listed.collect(), unregistered }
    }

    fn opinion(&mut self, opinion: &Opinion) {
        let parties = opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
        // A party without a place in the text repeats what stands elsewhere.
        parties.filter(|party| !party.spans.is_empty()).for_each(|party| self.party(party));
        opinion.mentions.iter().for_each(|mention| self.mention(mention));
    }

    fn party(&mut self, party: &Party) {
        match &party.organization {
            Some(id) => self.known(id, Some((&party.label, party.method)), |counts| &mut counts.speaker),
            None => self.open(&party.label, party.status, &party.candidates, |counts| &mut counts.speaker),
        }
    }

    fn cell(&mut self, cell: &PartyCell, place: Place) {
        match &cell.organization {
            Some(id) => self.known(id, Some((&cell.label, cell.method)), place),
            None => self.open(&cell.label, cell.status, &cell.candidates, place),
        }
    }

    fn mention(&mut self, mention: &Mention) {
        self.known(&mention.organization, Some((&mention.label, None)), |counts| &mut counts.mention);
    }

    /// Counts an organization that the document lists.
    fn known(&mut self, id: &str, label: Option<(&str, Option<Method>)>, place: Place) {
        let Some(organization) = self.listed.get(id) else { return };
        let standing = match organization.classification {
            Classification::Generic => Standing::Generic,
            _ if self.unregistered.contains(organization.name.as_str()) => Standing::Unregistered,
            _ => Standing::Resolved,
        };
        let entry = self.entries.entry(id.to_owned()).or_insert_with(|| Entry::of(organization, standing));
        entry.status = entry.status.max(standing);
        if let Some((label, method)) = label {
            entry.label(label, method);
        }
        *place(&mut entry.counts) += 1;
        entry.found_in(self.document, self.file);
    }

    /// Counts a label without an organization, if it may mean several; a person or a role is nobody's name.
    fn open(&mut self, label: &str, status: Status, candidates: &[String], place: Place) {
        if status != Status::Ambiguous {
            return;
        }
        let key = format!("{label}\n{}", candidates.join("\n"));
        let entry = self.entries.entry(key).or_insert_with(|| Entry::ambiguous(label, candidates));
        entry.label(label, None);
        *place(&mut entry.counts) += 1;
        entry.found_in(self.document, self.file);
    }
}
