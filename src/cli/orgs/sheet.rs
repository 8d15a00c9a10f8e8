//! The organizations for other programs: JSON and CSV.

use serde_json::json;

use super::entry::{Entry, Label};
use crate::cli::flat::{list, word};

/// `{"organizations": […]}`, indented.
pub fn json(entries: &[Entry]) -> String {
    let mut text = serde_json::to_string_pretty(&json!({ "organizations": entries })).expect("plain data");
    text.push('\n');
    text
}

const COLUMNS: [&str; 15] = [
    "id",
    "name",
    "status",
    "classification",
    "parent",
    "region",
    "labels",
    "methods",
    "candidates",
    "speaker",
    "lead",
    "cooperating",
    "attendee",
    "mention",
    "files",
];

/// One row for each; a list inside a cell has one entry a line, and the methods stand in the order of the labels.
pub fn csv(entries: &[Entry]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).expect("memory takes what is written");
    for entry in entries {
        writer.write_record(cells(entry)).expect("memory takes what is written");
    }
    String::from_utf8(writer.into_inner().expect("memory takes what is written")).expect("the cells are UTF-8")
}

fn cells(entry: &Entry) -> [String; COLUMNS.len()] {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let counts = &entry.counts;
    [
        optional(&entry.id),
        entry.name.clone(),
        word(entry.status),
        entry.classification.map(word).unwrap_or_default(),
        optional(&entry.parent),
        optional(&entry.region),
        list(entry.labels.iter().map(|label| &label.label)),
        list(entry.labels.iter().map(Label::methods)),
        list(entry.candidates.iter()),
        counts.speaker.to_string(),
        counts.lead.to_string(),
        counts.cooperating.to_string(),
        counts.attendee.to_string(),
        counts.mention.to_string(),
        list(entry.files.iter()),
    ]
}
