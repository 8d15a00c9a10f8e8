//! Speaker turns: who speaks where, and what is no speech.

use serde_json::Value;

use super::facts::{Facts, shown};
use super::opinions::{Placed, opinions, sections};
use super::reading::{Reading, first_line, list, text};

const HEAD: [&str; 4] = ["date", "start_time", "end_time", "number"];

pub fn compare(gold: &Value, reading: &Reading, facts: &mut Facts) {
    let document = &reading.document;
    if !gold["encoding"].is_null() {
        reading.encoding(gold, facts);
    }
    reading.title(&gold["meeting"], facts);
    facts.fields("head", &HEAD, &gold["meeting"], &document["meeting"]);
    let found = opinions(document);
    let labels = list(&gold["labels"]);
    labels.iter().for_each(|label| facts.want("turn", head(label["line"].as_u64(), text(&label["label"]))));
    for placed in found.iter().filter(|placed| placed.label().is_some()) {
        given(placed, gold, facts);
    }
    for label in labels {
        speech(label, &found, facts);
    }
    notes(gold, document, facts);
}

/// `16 伊吹山防災大臣`: line and label, without spaces.
fn head(line: Option<u64>, label: &str) -> String {
    format!("{} {}", line.unwrap_or_default(), label.replace(' ', ""))
}

fn head_of(placed: &Placed) -> String {
    head(Some(first_line(placed.opinion)), placed.label().unwrap_or_default())
}

fn given(placed: &Placed, gold: &Value, facts: &mut Facts) {
    let own = head_of(placed);
    let is_own = |label: &&Value| head(label["line"].as_u64(), text(&label["label"])) == own;
    let is_named = |party: &Value| !party["person"].is_null() || party["status"] == "resolved";
    if list(&gold["open"]).iter().any(|open| is_own(&open)) {
        // 「一部の委員から」 may stand as an unknown speaker, but never with a name.
        if placed.parties().iter().any(is_named) {
            facts.wrong_name(own);
        }
        return;
    }
    if !list(&gold["labels"]).iter().any(|label| is_own(&label)) {
        facts.wrong_name(own.clone());
    }
    facts.give("turn", own);
}

/// Text and place of a turn, where the labels are sure of them.
fn speech(label: &Value, found: &[Placed], facts: &mut Facts) {
    let own = head(label["line"].as_u64(), text(&label["label"]));
    // Several turns may stand on one line; then the text tells which is meant.
    let said = |placed: &&Placed| placed.opinion["text"] == label["text"];
    let mut same = found.iter().filter(|placed| head_of(placed) == own);
    let placed = same.clone().find(said).or_else(|| same.next()).map(|placed| placed.opinion);
    if !label["text"].is_null() {
        facts.want("text", format!("{own}: {}", text(&label["text"])));
        facts.want("paragraphs", format!("{own}: {}", shown(&label["paragraphs"])));
    }
    let Some(placed) = placed else {
        facts.want("place", own);
        return;
    };
    if !label["text"].is_null() {
        facts.give("text", format!("{own}: {}", text(&placed["text"])));
        facts.give("paragraphs", format!("{own}: {}", shown(&placed["paragraphs"])));
    }
    facts.want("place", own.clone());
    let spans = list(&placed["attribution"]["parties"]).iter().flat_map(|party| list(&party["spans"]));
    let outside = spans.filter(|span| !list(&label["at"]).iter().any(|at| is_inside(span, at))).count();
    let place = if outside == 0 { own } else { format!("{own}: {outside} positions elsewhere") };
    facts.give("place", place);
}

fn is_inside(span: &Value, at: &Value) -> bool {
    span[0].as_u64() >= at[0].as_u64() && span[1].as_u64() <= at[1].as_u64()
}

/// Stage directions and homework, at the lines that the labels name. A line of strokes may be the page's own.
fn notes(gold: &Value, document: &Value, facts: &mut Facts) {
    let notes: Vec<&Value> = sections(document).into_iter().flat_map(|section| list(&section["notes"])).collect();
    let rules = || list(&document["furniture"]).iter().filter(|furniture| furniture["kind"] == "rule");
    for (kind, key) in [("procedure", "procedure"), ("action", "actions")] {
        for label in list(&gold[key]) {
            let line = label["line"].as_u64().unwrap_or_default();
            let sentence = |note: &Value| format!("{line} {} {}", text(&note["text"]), shown(&note["assignee"]));
            let here = |note: &&Value| first_line(note) == line;
            facts.want(kind, sentence(label));
            let own = notes.iter().copied().filter(|note| note["kind"] == kind);
            own.chain(rules()).filter(here).take(1).for_each(|note| facts.give(kind, sentence(note)));
        }
    }
}
