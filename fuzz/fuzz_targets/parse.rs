//! Any bytes give an error or a document that keeps its promises: each
//! character that is not white space lies in exactly one leaf, and siblings stand in
//! the order of the source.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value};

/// Keys under which positions are no leaves, or there are none.
const NO_LEAVES: [&str; 6] = ["mentions", "evidence", "candidates", "organizations", "diagnostics", "at"];

fuzz_target!(|bytes: &[u8]| {
    let options = giji::Options::default();
    let Ok(parsed) = giji::parse(bytes, &options) else {
        return;
    };
    let document = serde_json::to_value(&parsed.document).expect("a document is JSON");

    let mut leaves = Vec::new();
    collect(&document, &mut leaves);
    let placed = without_overlap(leaves);
    check_coverage(&document, &placed, bytes);
    check_order(&document);

    let again = giji::parse(bytes, &options).expect("what was read once is read again");
    let again = serde_json::to_value(&again.document).expect("a document is JSON");
    assert_eq!(document, again, "the same bytes give the same document");
});

/// A half-open range of characters.
type Pair = (u64, u64);

fn pair(value: &Value) -> Pair {
    let at = |index: usize| value[index].as_u64().expect("a position");
    let (start, end) = (at(0), at(1));
    assert!(start < end, "an empty or reversed position: {value}");
    (start, end)
}

/// The positions in the leaves of this object itself, in the order in which they stand.
fn own_leaves(object: &Map<String, Value>) -> Vec<Pair> {
    let lists = ["spans", "marks"].into_iter().filter_map(|key| object.get(key));
    let fields = object.get("fields").and_then(Value::as_object);
    lists
        .chain(fields.into_iter().flat_map(Map::values))
        .flat_map(|list| list.as_array().expect("a list of positions"))
        .map(pair)
        .collect()
}

fn collect(value: &Value, leaves: &mut Vec<Pair>) {
    match value {
        Value::Object(object) => {
            leaves.extend(own_leaves(object));
            for child in children(object) {
                collect(child, leaves);
            }
        }
        Value::Array(list) => list.iter().for_each(|child| collect(child, leaves)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn children(object: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    object
        .iter()
        .filter(|(key, _)| !["spans", "marks", "fields", "lines"].contains(&key.as_str()))
        .filter(|(key, _)| !NO_LEAVES.contains(&key.as_str()))
        .map(|(_, child)| child)
}

/// The leaves by their start; no character lies in two of them.
fn without_overlap(leaves: Vec<Pair>) -> BTreeMap<u64, u64> {
    let count = leaves.len();
    let placed: BTreeMap<u64, u64> = leaves.into_iter().collect();
    assert_eq!(placed.len(), count, "two leaves begin at one place");
    for ((start, end), (next, _)) in placed.iter().zip(placed.iter().skip(1)) {
        assert!(end <= next, "[{start}, {end}] reaches into the leaf at {next}");
    }
    placed
}

/// `coverage` adds up, and where the text is the input itself, nothing is left out.
fn check_coverage(document: &Value, placed: &BTreeMap<u64, u64>, bytes: &[u8]) {
    let count = |key: &str| document["coverage"][key].as_u64().unwrap_or(0);
    assert_eq!(count("characters"), count("placed") + count("furniture") + count("residue"));
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if document["source"]["encoding"] != "utf-8" {
        return;
    }
    let characters: Vec<char> = text.chars().collect();
    let end = placed.values().next_back().copied().unwrap_or(0);
    assert!(end <= characters.len() as u64, "a position beyond the end");
    for (at, c) in characters.iter().enumerate().filter(|(_, c)| !is_space(**c)) {
        let leaf = placed.range(..=at as u64).next_back();
        assert!(leaf.is_some_and(|(_, &end)| (at as u64) < end), "{c:?} at {at} lies in no leaf");
    }
    let solid = characters.iter().filter(|c| !is_space(**c)).count();
    assert_eq!(count("characters"), solid as u64);
}

/// White space as OUTPUT.md counts it, with the four separators of Python's `isspace`.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// The objects of a list are ordered by their first position, but for those that
/// were joined from elsewhere.
fn check_order(value: &Value) {
    match value {
        Value::Object(object) => children(object).for_each(check_order),
        Value::Array(list) => {
            let firsts: Vec<u64> = list.iter().filter_map(first).collect();
            assert!(firsts.is_sorted(), "siblings out of order: {firsts:?}");
            list.iter().for_each(check_order);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The first position in an object and what stands in it; none where it is detached.
fn first(value: &Value) -> Option<u64> {
    match value {
        Value::Object(object) if object.get("detached") == Some(&Value::Bool(true)) => None,
        Value::Object(object) => {
            own_leaves(object).into_iter().map(|(start, _)| start).chain(children(object).filter_map(first)).min()
        }
        Value::Array(list) => list.iter().filter_map(first).min(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}
