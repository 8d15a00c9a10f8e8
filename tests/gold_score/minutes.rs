//! Minutes: head, agenda, and each opinion with text, speaker and place.

use serde_json::Value;

use super::facts::{Facts, shown};
use super::opinions::{Placed, opinions, sections};
use super::reading::{Reading, list, text};

const HEAD: [&str; 10] = [
    "name",
    "number",
    "region",
    "date",
    "date_text",
    "weekday_stated",
    "weekday_actual",
    "start_time",
    "end_time",
    "place",
];
const NEXT: [&str; 5] = ["text", "year", "month", "day", "approximate"];

pub fn compare(gold: &Value, reading: &Reading, facts: &mut Facts) {
    let document = &reading.document;
    reading.encoding(&gold["conventions"], facts);
    reading.title(gold, facts);
    facts.fields("head", &HEAD, gold, &document["meeting"]);
    facts.fields("next meeting", &NEXT, &gold["next"], &document["meeting"]["next"]);
    agenda(gold, document, facts);
    summary(gold, document, facts);
    list(&gold["opinions"]).iter().for_each(|opinion| wanted(opinion, facts));
    let found: Vec<Placed> = opinions(document).into_iter().filter(|placed| !placed.is_summary()).collect();
    found.iter().for_each(|placed| given(placed, facts));
    for placed in found.iter().filter(|placed| !is_right_name(placed, gold)) {
        facts.wrong_name(format!("{} for {}", placed.label().unwrap_or_default(), text(&placed.opinion["text"])));
    }
}

/// Headings and notes; where the levels are no numbered agenda, only the text of those that are labelled.
fn agenda(gold: &Value, document: &Value, facts: &mut Facts) {
    let (kind, headings, notes) = if gold["headings"].is_null() {
        ("agenda", &gold["agenda"], &gold["agenda_notes"])
    } else {
        ("heading", &gold["headings"], &gold["heading_notes"])
    };
    for (at, heading) in list(headings).iter().enumerate() {
        facts.want("agenda", text(heading));
        list(&notes[at]).iter().for_each(|note| facts.want("agenda note", format!("{heading}: {note}")));
    }
    let asked =
        |section: &&Value| section["kind"] == kind || kind == "heading" && list(headings).contains(&section["heading"]);
    for section in sections(document).into_iter().filter(asked) {
        let heading = &section["heading"];
        facts.give("agenda", text(heading));
        let notes = list(&section["notes"]).iter();
        notes.for_each(|note| facts.give("agenda note", format!("{heading}: {}", note["text"])));
    }
}

/// 【総括】: its points are the 座長's.
fn summary(gold: &Value, document: &Value, facts: &mut Facts) {
    list(&gold["summary"]).iter().for_each(|point| facts.want("closing summary", format!("座長: {}", text(point))));
    for placed in opinions(document).iter().filter(|placed| placed.is_summary()) {
        let role = placed.parties().first().map_or("-".to_owned(), |party| shown(&party["role"]));
        facts.give("closing summary", format!("{role}: {}", text(&placed.opinion["text"])));
    }
    if let Some(note) = gold["summary_note"].as_str() {
        facts.want("closing summary", format!("note: {note}"));
        let closing = sections(document).into_iter().filter(|section| section["kind"] == "summary");
        let notes = closing.flat_map(|section| list(&section["notes"]));
        notes.for_each(|note| facts.give("closing summary", format!("note: {}", text(&note["text"]))));
    }
}

fn wanted(opinion: &Value, facts: &mut Facts) {
    let said = text(&opinion["text"]);
    facts.want("opinion", said);
    facts.want("speaker", format!("{}: {said}", shown(&opinion["attribution"])));
    facts.want("theme", format!("{}: {said}", shown(&opinion["theme"])));
    facts.want("item", format!("{} {}: {said}", opinion["numbers"], shown(&opinion["heading"])));
    facts.want("other", format!("{}: {said}", opinion["other"]));
    facts.want("lines", format!("{}: {said}", opinion["lines"]));
    if !opinion["parties"].is_null() {
        facts.want("parties", format!("{}: {said}", opinion["parties"]));
    }
}

fn given(placed: &Placed, facts: &mut Facts) {
    let said = text(&placed.opinion["text"]);
    let item = placed.place.item.unwrap_or(&Value::Null);
    let numbers = list(&item["label"]["numbers"]).to_vec();
    facts.give("opinion", said);
    facts.give("speaker", format!("{}: {said}", placed.label().unwrap_or("-")));
    facts.give("theme", format!("{}: {said}", placed.place.theme.map_or("-".to_owned(), shown)));
    facts.give("item", format!("{} {}: {said}", Value::Array(numbers), shown(&item["heading"])));
    facts.give("other", format!("{}: {said}", placed.place.other));
    facts.give("lines", format!("{}: {said}", placed.opinion["lines"]));
    if placed.parties().len() > 1 {
        let labels: Value = placed.parties().iter().map(|party| party["label"].clone()).collect();
        facts.give("parties", format!("{labels}: {said}"));
    }
}

/// A text may be cut wrongly; who said it may not be wrong.
fn is_right_name(placed: &Placed, gold: &Value) -> bool {
    let opening = |text: &str| text.chars().take(6).collect::<String>();
    let Some(label) = placed.label() else { return true };
    let said = text(&placed.opinion["text"]);
    let is_said_by = |gold: &&Value| gold["attribution"] == label;
    let golds = list(&gold["opinions"]);
    match golds.iter().find(|gold| gold["text"] == said) {
        Some(gold) => is_said_by(&gold),
        None => golds.iter().filter(is_said_by).any(|gold| opening(text(&gold["text"])) == opening(said)),
    }
}
