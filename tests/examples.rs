//! The two examples of the output contract: source and JSON, exact.

use std::path::PathBuf;

use giji::{Document, Options, Parsed, parse};
use serde_json::Value;

fn read(name: &str) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "data", "example", name].iter().collect();
    std::fs::read(path).unwrap()
}

/// What resolution adds or changes: what a name is resolved to, and the organizations that come of it.
const RESOLUTION: [&str; 5] = ["organization", "status", "method", "evidence", "candidates"];

/// A document without what resolution decides.
fn unresolved(value: Value) -> Value {
    match value {
        Value::Object(mut object) => {
            if object.contains_key("label") {
                object.retain(|key, _| !RESOLUTION.contains(&key.as_str()));
            }
            object.remove("organizations");
            object.remove("mentions");
            Value::Object(object.into_iter().map(|(key, value)| (key, unresolved(value))).collect())
        }
        Value::Array(list) => {
            Value::Array(list.into_iter().filter(|entry| !is_about_names(entry)).map(unresolved).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

/// A diagnostic that resolution gives.
fn is_about_names(value: &Value) -> bool {
    let codes = ["ambiguous-organization", "unregistered-organization", "variant-spelling"];
    value["code"].as_str().is_some_and(|code| codes.contains(&code))
}

/// Where two values differ: JSON pointer, what is wanted, what was got.
fn differences(at: &str, want: &Value, got: &Value, found: &mut Vec<String>) {
    match (want, got) {
        (Value::Object(wanted), Value::Object(have)) => {
            for (key, value) in wanted {
                let got = have.get(key).unwrap_or(&Value::Null);
                differences(&format!("{at}/{key}"), value, got, found);
            }
            let extra = have.iter().filter(|(key, _)| !wanted.contains_key(*key));
            found.extend(extra.map(|(key, value)| format!("{at}/{key}: nothing is wanted, not {value}")));
        }
        (Value::Array(wanted), Value::Array(have)) if wanted.len() == have.len() => {
            let pairs = wanted.iter().zip(have).enumerate();
            pairs.for_each(|(index, (want, got))| differences(&format!("{at}/{index}"), want, got, found));
        }
        _ if want == got => {}
        _ => found.push(format!("{at}: {want} is wanted, not {got}")),
    }
}

fn check(name: &str) {
    let options = Options::named(&format!("{name}.txt"));
    let parsed = parse(&read(&format!("{name}.txt")), &options).unwrap();
    let got: Value = serde_json::from_str(&parsed.to_json()).unwrap();
    let want: Value = serde_json::from_slice(&read(&format!("{name}.json"))).unwrap();
    let mut found = Vec::new();
    differences("", &unresolved(want), &unresolved(got), &mut found);
    assert!(found.is_empty(), "{name}.txt:\n{}", found.join("\n"));
}

#[test]
fn the_minutes_of_the_contract_come_out_exactly() {
    check("minutes");
}

#[test]
fn the_plan_of_the_contract_comes_out_exactly() {
    check("plan");
}

#[test]
fn the_layout_of_the_json_is_that_of_the_contract_byte_for_byte() {
    for name in ["minutes.json", "plan.json"] {
        let want = String::from_utf8(read(name)).unwrap();
        let document: Document = serde_json::from_str(&want).unwrap();
        let got = Parsed { document }.to_json();
        let line = want.lines().zip(got.lines()).position(|(want, got)| want != got);
        let first = line.map(|at| (at + 1, want.lines().nth(at), got.lines().nth(at)));
        assert!(want == got, "{name} differs first at (line, wanted, got) {first:?}");
    }
}

#[test]
fn a_document_survives_the_way_through_either_form_of_json() {
    for name in ["minutes.json", "plan.json"] {
        let document: Document = serde_json::from_slice(&read(name)).unwrap();
        let parsed = Parsed { document };
        let from_lines: Document = serde_json::from_str(&parsed.to_ndjson()).unwrap();
        let from_indented: Document = serde_json::from_str(&parsed.to_json()).unwrap();
        assert_eq!(from_lines, parsed.document, "{name}");
        assert_eq!(from_indented, parsed.document, "{name}");
        assert_eq!(parsed.to_ndjson().lines().count(), 1, "{name}");
    }
}
