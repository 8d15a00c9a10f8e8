//! How much of a gold answer a document gives, strictly: texts equal or not.

use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Right ones and all of them, by measure.
#[derive(Default)]
pub struct Tally {
    counts: BTreeMap<&'static str, (usize, usize)>,
    /// What went wrong, for a person.
    pub misses: Vec<String>,
}

pub const SPEAKERS: &str = "named speakers that are right";
pub const OPINIONS: &str = "opinions with exact text and speaker";
pub const REAL: &str = "opinions that are real";
pub const ROWS: &str = "whole rows";

impl Tally {
    pub fn add(&mut self, measure: &'static str, right: bool) {
        let count = self.counts.entry(measure).or_default();
        count.0 += usize::from(right);
        count.1 += 1;
    }

    pub fn rate(&self, measure: &str) -> f64 {
        self.counts.get(measure).map_or(1.0, |(right, all)| *right as f64 / *all as f64)
    }

    pub fn table(&self) -> String {
        self.counts
            .iter()
            .map(|(measure, (right, all))| format!("{measure}: {right}/{all} = {:.4}\n", *right as f64 / *all as f64))
            .collect()
    }

    fn check(&mut self, measure: &'static str, name: &str, got: &Value, gold: &Value) {
        let right = same(got, gold);
        self.add(measure, right);
        if !right {
            self.misses.push(format!("{name}: {measure}: {got} for {gold}"));
        }
    }
}

/// Equal but for the width of round brackets; what is absent equals null and an empty list.
fn same(a: &Value, b: &Value) -> bool {
    let plain = |v: &Value| v.to_string().replace('(', "（").replace(')', "）");
    let nothing = |v: &Value| {
        v.is_null() || v.as_array().is_some_and(Vec::is_empty) || v.as_object().is_some_and(|o| o.is_empty())
    };
    (nothing(a) && nothing(b)) || plain(a) == plain(b)
}

/// An opinion of a document with the sections in which it stands.
#[derive(Clone)]
struct Found {
    text: Value,
    label: Value,
    numbers: Value,
    heading: Value,
    theme: Value,
    summary: bool,
}

fn opinions(sections: &Value, above: &Found, found: &mut Vec<Found>) {
    for section in sections.as_array().into_iter().flatten() {
        let mut here = above.clone();
        match section["kind"].as_str() {
            Some("theme") => here = Found { theme: section["heading"].clone(), ..nowhere() },
            Some("agenda" | "other" | "summary") => here = nowhere(),
            Some("item") => {
                here.numbers = section["label"]["numbers"].clone();
                here.heading = section["heading"].clone();
            }
            _ => {}
        }
        for opinion in section["opinions"].as_array().into_iter().flatten() {
            found.push(Found {
                text: opinion["text"].clone(),
                label: opinion["attribution"]["label"].clone(),
                summary: opinion["kind"] == "summary",
                ..here.clone()
            });
        }
        opinions(&section["sections"], &here, found);
    }
}

fn nowhere() -> Found {
    Found {
        text: Value::Null,
        label: Value::Null,
        numbers: json!([]),
        heading: Value::Null,
        theme: Value::Null,
        summary: false,
    }
}

/// Compares minutes with their gold answer.
pub fn minutes(name: &str, document: &Value, gold: &Value, tally: &mut Tally) {
    let meeting = &document["meeting"];
    tally.check("title", name, &document["title"]["text"], &gold["title"]);
    for (measure, field) in [
        ("date", "date"),
        ("meeting number", "number"),
        ("place", "place"),
        ("start time", "start_time"),
        ("end time", "end_time"),
        ("region", "region"),
    ] {
        if !gold[field].is_null() {
            tally.check(measure, name, &meeting[field], &gold[field]);
        }
    }
    tally.check("next meeting", name, &meeting["next"]["text"], &gold["next"]);
    agenda(name, document, gold, tally);
    let mut all = Vec::new();
    opinions(&document["sections"], &nowhere(), &mut all);
    let summary: Value = all.iter().filter(|o| o.summary).map(|o| o.text.clone()).collect();
    tally.check("closing summary", name, &summary, &gold["summary"]);
    all.retain(|o| !o.summary);
    matched(name, all, gold, tally);
}

fn agenda(name: &str, document: &Value, gold: &Value, tally: &mut Tally) {
    let sections = document["sections"].as_array().cloned().unwrap_or_default();
    let agenda: Vec<&Value> = sections.iter().filter(|s| s["kind"] == "agenda").collect();
    tally.check("agenda", name, &agenda.iter().map(|s| s["heading"].clone()).collect(), &gold["agenda"]);
    let notes: Value = agenda
        .iter()
        .map(|s| s["notes"].as_array().into_iter().flatten().map(|n| n["text"].clone()).collect::<Value>())
        .collect();
    tally.check("agenda notes", name, &notes, &gold["agenda_notes"]);
}

fn matched(name: &str, mut got: Vec<Found>, gold: &Value, tally: &mut Tally) {
    let total = got.len();
    let golds = gold["opinions"].as_array().cloned().unwrap_or_default();
    for want in &golds {
        let at = got.iter().position(|o| same(&o.text, &want["text"]));
        tally.add("opinions with exact text", at.is_some());
        let Some(at) = at else {
            tally.add(OPINIONS, false);
            tally.misses.push(format!("{name}: missed {} ({})", want["text"], want["attribution"]));
            continue;
        };
        let one = got.remove(at);
        tally.check(OPINIONS, name, &one.label, &want["attribution"]);
        if !one.label.is_null() {
            tally.add(SPEAKERS, same(&one.label, &want["attribution"]));
        }
        tally.check("item numbers", name, &one.numbers, &want["numbers"]);
        tally.check("item heading", name, &one.heading, &want["heading"]);
        tally.check("theme", name, &one.theme, &want["theme"]);
    }
    (0..total).for_each(|i| tally.add(REAL, i >= got.len()));
    for extra in got {
        tally.misses.push(format!("{name}: not there: {} ({})", extra.text, extra.label));
        if !extra.label.is_null() {
            tally.add(
                SPEAKERS,
                golds
                    .iter()
                    .any(|g| same(&g["attribution"], &extra.label) && opening(&g["text"]) == opening(&extra.text)),
            );
        }
    }
}

fn opening(text: &Value) -> String {
    text.as_str().unwrap_or_default().chars().take(6).collect()
}

/// Compares a plan with its gold answer.
pub fn plan(name: &str, document: &Value, gold: &Value, tally: &mut Tally) {
    tally.check("plan title", name, &document["title"]["text"], &gold["title"]);
    tally.check("fiscal year", name, &document["plan"]["fiscal_year"], &gold["fiscal_year"]);
    tally.check("plan region", name, &document["plan"]["region"], &gold["region"]);
    let items = document["items"].as_array().cloned().unwrap_or_default();
    let golds = gold["items"].as_array().cloned().unwrap_or_default();
    for item in &items {
        tally.add("rows that are real", golds.iter().any(|g| g["number"] == item["number"]));
    }
    for want in &golds {
        let same_number: Vec<&Value> = items.iter().filter(|i| i["number"] == want["number"]).collect();
        tally.add("rows found once", same_number.len() == 1);
        let right = same_number.first().is_some_and(|item| row(name, item, want, tally));
        tally.add(ROWS, right);
    }
    let residue: String =
        document["residue"].as_array().into_iter().flatten().filter_map(|r| r["text"].as_str()).collect();
    let loose =
        gold["residue"].as_array().into_iter().flatten().filter_map(Value::as_str).all(|text| residue.contains(text));
    tally.add("loose cells are residue", loose);
}

fn row(name: &str, item: &Value, gold: &Value, tally: &mut Tally) -> bool {
    let list = |field: &str, key: &str| -> Value {
        item[field].as_array().into_iter().flatten().map(|x| x[key].clone()).collect()
    };
    let notes: Value = Value::Object(
        item["lead"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|x| !x["note"].is_null())
            .filter_map(|x| Some((x["label"].as_str()?.to_string(), x["note"].clone())))
            .collect(),
    );
    let references = |relation: &str| -> Value {
        let mut numbers: Vec<u64> = item["references"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|r| r["relation"] == relation)
            .flat_map(|r| r["numbers"].as_array().into_iter().flatten().filter_map(Value::as_u64))
            .collect();
        numbers.sort_unstable();
        json!(numbers)
    };
    let cells: [(&'static str, Value, &Value); 10] = [
        ("category", item["category"].clone(), &gold["category"]),
        ("name", item["name"].clone(), &gold["name"]),
        ("notes", list("notes", "text"), &gold["notes"]),
        ("content", list("content", "text"), &gold["content"]),
        ("lead", list("lead", "label"), &gold["lead"]),
        ("lead notes", notes, &gold["lead_notes"]),
        ("cooperating", list("cooperating", "label"), &gold["cooperating"]),
        ("related", references("related"), &gold["related"]),
        ("supersedes", references("supersedes"), &gold["supersedes"]),
        ("schedule", list("schedule", "text"), &gold["schedule"]),
    ];
    let place = format!("{name} 番号{}", gold["number"]);
    cells.iter().for_each(|(measure, got, want)| tally.check(measure, &place, got, want));
    cells.iter().all(|(_, got, want)| same(got, want))
}
