//! Tables of any columns: caption, columns, each row and every cell; or all in residue, where the dump lost the columns.

use serde_json::Value;

use super::facts::{Facts, shown};
use super::opinions::sections;
use super::reading::{Reading, list, text};

pub fn compare(gold: &Value, reading: &Reading, facts: &mut Facts) {
    let document = &reading.document;
    if !gold["encoding"].is_null() {
        reading.encoding(gold, facts);
    }
    facts.fields("type", &["type"], gold, document);
    let inside = sections(document).into_iter().flat_map(|section| list(&section["tables"]));
    let tables: Vec<&Value> = list(&document["tables"]).iter().chain(inside).collect();
    list(&gold["rows"]).iter().for_each(|row| wanted(row, facts));
    let rows = tables.iter().flat_map(|table| list(&table["rows"]));
    rows.for_each(|row| given(row, facts));
    // A row of a plan is a row that nobody labelled.
    list(&document["items"]).iter().for_each(|row| facts.give("row", row["number"].to_string()));
    if gold["everything_in_residue"] == true {
        facts.want("in residue", document["coverage"]["characters"].to_string());
        facts.give("in residue", document["coverage"]["residue"].to_string());
        return;
    }
    facts.want("columns", gold["columns"].to_string());
    facts.want("caption", shown(&gold["caption"]));
    for table in tables {
        facts.give("columns", table["columns"].to_string());
        facts.give("caption", shown(&table["caption"]));
    }
    for furniture in list(&gold["furniture"]) {
        facts.want("furniture", text(furniture));
        let found = list(&document["furniture"]).iter().filter(|found| found["text"] == *furniture);
        found.take(1).for_each(|found| facts.give("furniture", text(&found["text"])));
    }
}

fn wanted(row: &Value, facts: &mut Facts) {
    let number = &row["number"];
    facts.want("row", number.to_string());
    facts.want("lines", format!("{number}: {}", row["lines"]));
    for (column, cell) in row["cells"].as_object().into_iter().flatten() {
        facts.want("cell", format!("{number} {column}: {}", text(cell)));
    }
    list(&row["references"]).iter().for_each(|other| facts.want("reference", format!("{number} to {other}")));
}

fn given(row: &Value, facts: &mut Facts) {
    let number = &row["number"];
    facts.give("row", number.to_string());
    facts.give("lines", format!("{number}: {}", row["lines"]));
    for cell in list(&row["cells"]) {
        facts.give("cell", format!("{number} {}: {}", text(&cell["column"]), text(&cell["text"])));
    }
    let others = list(&row["references"]).iter().flat_map(|reference| list(&reference["numbers"]));
    others.for_each(|other| facts.give("reference", format!("{number} to {other}")));
}
