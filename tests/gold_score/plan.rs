//! Plans: head, columns, quarters, each row and every cell, and what no row owns.

use serde_json::Value;

use super::facts::{Facts, shown};
use super::normal;
use super::reading::{Reading, list, text};

const HEAD: [&str; 5] = ["region", "fiscal_year", "fiscal_year_text", "status", "document_label"];

pub fn compare(gold: &Value, reading: &Reading, facts: &mut Facts) {
    let document = &reading.document;
    reading.encoding(&gold["conventions"], facts);
    reading.title(gold, facts);
    facts.fields("head", &HEAD, gold, &document["plan"]);
    if !gold["columns"].is_null() {
        facts.want("columns", gold["columns"].to_string());
        facts.give("columns", document["plan"]["columns"].to_string());
    }
    if !gold["periods"].is_null() {
        list(&gold["periods"]).iter().for_each(|period| facts.want("period", quarter(period)));
        list(&document["plan"]["periods"]).iter().for_each(|period| facts.give("period", quarter(period)));
    }
    for row in list(&gold["items"]) {
        let cells = wanted_cells(row);
        cells.iter().for_each(|(measure, cell)| facts.want(measure, cell.clone()));
        facts.want("whole row", whole(&cells));
    }
    for row in list(&document["items"]) {
        let cells = given_cells(row);
        let labels = list(&gold["items"]).iter().find(|gold| gold["number"] == row["number"]);
        optional(labels.unwrap_or(&Value::Null), row, facts);
        cells.iter().for_each(|(measure, cell)| facts.give(measure, cell.clone()));
        facts.give("whole row", whole(&cells));
    }
    loose_cells(gold, reading, facts);
}

fn quarter(period: &Value) -> String {
    ["number", "label", "months", "start", "end"].map(|field| shown(&period[field])).join(" ")
}

type Cells = Vec<(&'static str, String)>;

fn whole(cells: &Cells) -> String {
    cells.iter().map(|(measure, cell)| format!("{measure} {cell}\n")).collect()
}

/// A fact for each cell of a row, with the row's number and the cell's place among its neighbours.
fn cells(row: &Value, lists: [(&'static str, Vec<&str>); 5], mut more: Cells) -> Cells {
    let number = &row["number"];
    let mut cells: Cells = vec![("row", number.to_string())];
    let scalars = ["category", "name"].into_iter().filter(|field| !row[*field].is_null());
    cells.extend(scalars.map(|field| (field, format!("{number}: {}", text(&row[field])))));
    for (measure, texts) in lists {
        cells.extend(texts.iter().enumerate().map(|(at, text)| (measure, format!("{number}.{at}: {text}"))));
    }
    more.sort();
    cells.extend(more);
    cells
}

fn wanted_cells(row: &Value) -> Cells {
    let texts = |field: &str| list(&row[field]).iter().map(text).collect();
    let number = &row["number"];
    let notes = row["lead_notes"].as_object().into_iter().flatten();
    let mut more: Cells =
        notes.map(|(label, note)| ("lead note", format!("{number}: {label} {}", text(note)))).collect();
    for relation in ["related", "supersedes"] {
        more.extend(list(&row[relation]).iter().map(|other| ("reference", format!("{number} {relation} {other}"))));
    }
    let lists = [
        ("note", texts("notes")),
        ("content", texts("content")),
        ("lead", texts("lead")),
        ("cooperating", texts("cooperating")),
        ("schedule", texts("schedule")),
    ];
    cells(row, lists, more)
}

fn given_cells(row: &Value) -> Cells {
    let texts = |field: &str, key: &str| list(&row[field]).iter().map(|cell| text(&cell[key])).collect();
    let number = &row["number"];
    let with_note = list(&row["lead"]).iter().filter(|party| !party["note"].is_null());
    let mut more: Cells = with_note
        .map(|party| ("lead note", format!("{number}: {} {}", text(&party["label"]), text(&party["note"]))))
        .collect();
    for reference in list(&row["references"]) {
        let relation = text(&reference["relation"]);
        let others = list(&reference["numbers"]).iter();
        more.extend(others.map(|other| ("reference", format!("{number} {relation} {other}"))));
    }
    let lists = [
        ("note", texts("notes", "text")),
        ("content", texts("content", "text")),
        ("lead", texts("lead", "label")),
        ("cooperating", texts("cooperating", "label")),
        ("schedule", texts("schedule", "text")),
    ];
    cells(row, lists, more)
}

/// What some labels say of a row and others do not: its lines, and the month and quarter of its cells.
fn optional(gold: &Value, row: &Value, facts: &mut Facts) {
    let number = &row["number"];
    if !gold["lines"].is_null() {
        facts.want("lines", format!("{number}: {}", gold["lines"]));
        facts.give("lines", format!("{number}: {}", row["lines"]));
    }
    let detail = |cell: &Value| {
        format!("{number}: {}", ["text", "period", "month", "basis"].map(|field| shown(&cell[field])).join(" "))
    };
    if !gold["schedule_detail"].is_null() {
        list(&gold["schedule_detail"]).iter().for_each(|cell| facts.want("schedule detail", detail(cell)));
        list(&row["schedule"]).iter().for_each(|cell| facts.give("schedule detail", detail(cell)));
    }
}

/// A loose text is residue as often as the source has it outside the labelled cells.
fn loose_cells(gold: &Value, reading: &Reading, facts: &mut Facts) {
    let source: String = reading.source.lines().map(normal::normal).collect();
    let rows = gold["items"].to_string();
    let residue: String = list(&reading.document["residue"]).iter().map(|residue| text(&residue["text"])).collect();
    for loose in list(&gold["residue"]).iter().map(text) {
        let count = |text: &str| text.matches(loose).count();
        (0..count(&source).saturating_sub(count(&rows))).for_each(|_| facts.want("loose cell", loose));
        (0..count(&residue)).for_each(|_| facts.give("loose cell", loose));
    }
}
