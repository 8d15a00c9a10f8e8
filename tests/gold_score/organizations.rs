//! What no resolution may say, whatever the labels: a municipality's name means the municipality.

use serde_json::Value;

use super::facts::Facts;
use super::reading::{Reading, list, text};

const MUNICIPALITIES: [char; 7] = ['都', '道', '府', '県', '市', '町', '村'];

/// `月代町` is no short form of 月代町教育委員会.
pub fn compare(reading: &Reading, facts: &mut Facts) {
    let organizations = list(&reading.document["organizations"]);
    for party in parties(&reading.document) {
        let label = text(&party["label"]);
        let Some(organization) = organizations.iter().find(|known| known["id"] == party["organization"]) else {
            continue;
        };
        let is_other = !matches!(text(&organization["classification"]), "municipality" | "prefecture");
        if party["status"] == "resolved" && is_other && label.ends_with(MUNICIPALITIES) {
            facts.wrong_name(format!("{} for {label}", text(&organization["name"])));
        }
    }
}

/// Every object that states who it is.
fn parties(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().flat_map(parties).collect(),
        Value::Object(object) if object.contains_key("status") && object.contains_key("label") => vec![value],
        Value::Object(object) => object.values().flat_map(parties).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}
