//! Ids of one document: each stands once, and what is referred to is there.

use serde_json::Value;
use std::collections::HashSet;

/// What is wrong with a document's ids; nothing where all is well. A parent may stand in the register alone.
pub fn wrong_ids(document: &Value) -> Vec<String> {
    let (mut given, mut meant) = (Vec::new(), Vec::new());
    for part in ["sections", "items", "organizations", "meeting"] {
        collect(&document[part], &mut given, &mut meant);
    }
    let mut seen = HashSet::new();
    let mut wrong: Vec<String> =
        given.iter().filter(|id| !seen.insert(**id)).map(|id| format!("the id {id} stands twice")).collect();
    wrong.extend(meant.iter().filter(|id| !seen.contains(**id)).map(|id| format!("nothing has the id {id}")));
    wrong
}

/// Takes down which ids are given and which are referred to.
fn collect<'d>(value: &'d Value, given: &mut Vec<&'d str>, meant: &mut Vec<&'d str>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| collect(one, given, meant)),
        Value::Object(object) => {
            for (key, inner) in object {
                match (key.as_str(), inner.as_str()) {
                    ("id", Some(id)) => given.push(id),
                    ("organization" | "replies_to", Some(id)) => meant.push(id),
                    (_, Some(_)) => {}
                    (_, None) => collect(inner, given, meant),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
