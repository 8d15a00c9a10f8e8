//! The table `opinions`.

use serde::{Deserialize, Serialize};

use super::{Context, bounds, word};
use crate::model::{Document, Opinion, Section, SectionKind};

/// One thing that was said or written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "opinions")]
pub struct OpinionRow {
    /// Id of the document.
    pub document: String,
    /// Id of the opinion within the document.
    pub opinion: String,
    /// Place in the document, from 1.
    pub seq: usize,
    /// opinion, speech, question, answer, explanation or summary.
    pub kind: String,
    /// Id of the section in which it stands.
    pub section: String,
    /// Heading of the agenda item above it.
    pub agenda: Option<String>,
    /// Heading of the theme above it.
    pub theme: Option<String>,
    /// Label of the item above it: 【№1】.
    pub item: Option<String>,
    /// Heading of the item above it.
    pub item_heading: Option<String>,
    /// First number of the item above it.
    pub item_number: Option<u32>,
    /// Who said it, as written; null where nobody is named.
    pub label: Option<String>,
    /// Number of organizations or persons named as its speakers; the table parties lists them.
    pub speakers: usize,
    /// Id of the speaking organization, where there is exactly one.
    pub organization: Option<String>,
    /// The same in the whole collection.
    pub entity: Option<String>,
    /// Name of the speaking person, where there is exactly one.
    pub person: Option<String>,
    /// inferred or corrected, where the speaker does not stand with the text.
    pub basis: Option<String>,
    /// Id of the opinion that this one answers.
    pub replies_to: Option<String>,
    /// What was said, in normal form; paragraphs are separated by a line feed.
    pub text: String,
    /// First line in the source, from 1.
    pub first_line: usize,
    /// Last line in the source.
    pub last_line: usize,
    /// First code point of the text in the source, from 0.
    pub start: Option<usize>,
    /// Code point behind the text in the source.
    pub end: Option<usize>,
}

pub(super) fn rows(document: &Document, context: &Context) -> Vec<OpinionRow> {
    let mut rows = Vec::new();
    collect(document, context, &document.sections, &Above::default(), &mut rows);
    rows
}

/// The headings above an opinion.
#[derive(Clone, Copy, Default)]
struct Above<'d> {
    agenda: Option<&'d str>,
    theme: Option<&'d str>,
    item: Option<&'d Section>,
}

impl<'d> Above<'d> {
    fn with(self, section: &'d Section) -> Self {
        let heading = section.heading.as_deref().or_else(|| section.label.as_ref().map(|label| label.text.as_str()));
        match section.kind {
            SectionKind::Agenda => Self { agenda: heading, theme: None, item: None },
            SectionKind::Theme => Self { theme: heading, item: None, ..self },
            SectionKind::Item => Self { item: Some(section), ..self },
            SectionKind::Other | SectionKind::Summary | SectionKind::Heading => self,
        }
    }
}

fn collect<'d>(
    document: &'d Document,
    context: &Context,
    sections: &'d [Section],
    above: &Above<'d>,
    rows: &mut Vec<OpinionRow>,
) {
    for section in sections {
        let above = above.with(section);
        for opinion in &section.opinions {
            let seq = rows.len() + 1;
            rows.push(row(document, context, section, &above, opinion, seq));
        }
        collect(document, context, &section.sections, &above, rows);
    }
}

fn row(
    document: &Document,
    context: &Context,
    section: &Section,
    above: &Above,
    opinion: &Opinion,
    seq: usize,
) -> OpinionRow {
    let (start, end) = bounds(&opinion.spans);
    let parties = opinion.attribution.as_ref().map_or(&[][..], |attribution| &attribution.parties);
    let only = if let [only] = parties { Some(only) } else { None };
    let organization = only.and_then(|party| party.organization.clone());
    let label = above.item.and_then(|item| item.label.as_ref());
    OpinionRow {
        document: document.id.clone(),
        opinion: opinion.id.clone(),
        seq,
        kind: word(&opinion.kind),
        section: section.id.clone(),
        agenda: above.agenda.map(str::to_owned),
        theme: above.theme.map(str::to_owned),
        item: label.map(|label| label.text.clone()),
        item_heading: above.item.and_then(|item| item.heading.clone()),
        item_number: label.and_then(|label| label.numbers.first().copied()),
        label: opinion.attribution.as_ref().map(|attribution| attribution.label.clone()),
        speakers: parties.len(),
        entity: organization.as_ref().and_then(|id| context.entities.get(id).cloned()),
        organization,
        person: only.and_then(|party| party.person.clone()),
        basis: opinion.attribution.as_ref().and_then(|attribution| attribution.basis).map(|basis| word(&basis)),
        replies_to: opinion.replies_to.clone(),
        text: opinion.text.clone(),
        first_line: opinion.lines[0],
        last_line: opinion.lines[1],
        start,
        end,
    }
}
