//! The table `documents`.

use serde::{Deserialize, Serialize};

use super::{Context, OpinionRow, word};
use crate::links::fiscal_year_of;
use crate::model::Document;

/// One source document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "documents")]
pub struct DocumentRow {
    /// Id of the document: its path below the folder, without extension.
    pub document: String,
    /// minutes, plan, table or unknown.
    pub r#type: String,
    /// The title, in normal form.
    pub title: Option<String>,
    /// The region, from the title or from the collection's settings.
    pub region: Option<String>,
    /// Calendar year in which the fiscal year begins (April): the plan's, or that of the meeting's date.
    pub fiscal_year: Option<i16>,
    /// Name of the meeting.
    pub meeting: Option<String>,
    /// Which meeting of its series: 第２回 → 2.
    pub number: Option<u32>,
    /// Date of the meeting, ISO 8601.
    pub date: Option<String>,
    /// When it began, HH:MM.
    pub start_time: Option<String>,
    /// When it ended, HH:MM.
    pub end_time: Option<String>,
    /// Where it was held.
    pub place: Option<String>,
    /// The plan's standing: 案.
    pub edition: Option<String>,
    /// Path of the source below its folder.
    pub path: String,
    /// SHA-256 of the source, hexadecimal.
    pub sha256: String,
    /// Encoding of the source, by a name that Python knows.
    pub encoding: String,
    /// Length of the source in bytes.
    pub bytes: usize,
    /// Length of the source in code points.
    pub characters: usize,
    /// Number of lines of the source.
    pub lines: usize,
    /// Number of opinions.
    pub opinions: usize,
    /// Number of opinions that name a speaker.
    pub attributed: usize,
    /// Number of rows in the table items.
    pub items: usize,
    /// Number of organizations.
    pub organizations: usize,
    /// Number of diagnostics.
    pub diagnostics: usize,
    /// Number of characters that could not be placed.
    pub residue: usize,
}

pub(super) fn row(document: &Document, context: &Context, opinions: &[OpinionRow], items: usize) -> DocumentRow {
    let meeting = document.meeting.as_ref();
    let plan = document.plan.as_ref();
    let date = meeting.and_then(|meeting| meeting.date.clone());
    let of_plan = plan.and_then(|plan| plan.fiscal_year);
    DocumentRow {
        document: document.id.clone(),
        r#type: word(&document.r#type),
        title: document.title.as_ref().map(|title| title.text.clone()),
        region: context.region.clone(),
        fiscal_year: of_plan.or_else(|| fiscal_year_of(date.as_deref()?)),
        meeting: meeting.and_then(|meeting| meeting.name.clone()),
        number: meeting.and_then(|meeting| meeting.number),
        date,
        start_time: meeting.and_then(|meeting| meeting.start_time.clone()),
        end_time: meeting.and_then(|meeting| meeting.end_time.clone()),
        place: meeting.and_then(|meeting| meeting.place.clone()),
        edition: plan.and_then(|plan| plan.status.clone()),
        path: context.path.clone(),
        sha256: document.source.sha256.clone(),
        encoding: document.source.encoding.clone(),
        bytes: document.source.bytes,
        characters: document.source.characters,
        lines: document.source.lines,
        opinions: opinions.len(),
        attributed: opinions.iter().filter(|opinion| opinion.label.is_some()).count(),
        items,
        organizations: document.organizations.len(),
        diagnostics: document.diagnostics.len(),
        residue: document.coverage.residue,
    }
}
