//! Positions are recomputed from the JSON alone: every character in one leaf, every text what its spans select.

use super::normal::text_of;
use serde_json::{Map, Value};

/// Values read from their positions, not the text there.
const TYPED: &[&str] = &["start_time", "end_time", "date"];

/// Keys that hold positions which are no leaves.
const NO_LEAVES: &[&str] = &["spans", "fields", "marks", "at", "mentions", "evidence", "lines"];

/// Positions of one leaf and the text that they are said to select.
pub struct Leaf<'a> {
    pub spans: Vec<(usize, usize)>,
    pub said: Option<&'a str>,
}

/// What is wrong with a document's positions; nothing where all is well.
pub fn faults(document: &Value, source: &str) -> Vec<String> {
    let chars: Vec<char> = source.chars().collect();
    let mut faults = Vec::new();
    let mut seen = vec![0_u32; chars.len()];
    for leaf in leaves(document) {
        if leaf.spans.iter().any(|&(start, end)| start >= end || end > chars.len()) {
            faults.push(format!("a position outside the source: {:?}", leaf.spans));
            continue;
        }
        leaf.spans.iter().flat_map(|&(start, end)| start..end).for_each(|i| seen[i] += 1);
        if let Some(said) = leaf.said.filter(|said| !said.contains('\n')) {
            let pieces: Vec<String> =
                leaf.spans.iter().map(|&(start, end)| chars[start..end].iter().collect()).collect();
            let got = text_of(&pieces);
            if got != said {
                faults.push(format!("{said:?} but its spans select {got:?}"));
            }
        }
    }
    faults.extend(uncovered(&chars, &seen));
    faults.extend(wrong_figures(document, &chars));
    faults.extend(disorder(document));
    faults
}

fn uncovered(chars: &[char], seen: &[u32]) -> Vec<String> {
    let wrong: Vec<usize> = (0..chars.len()).filter(|&i| !chars[i].is_whitespace() && seen[i] != 1).collect();
    let near = |i: usize| chars[i.saturating_sub(8)..(i + 12).min(chars.len())].iter().collect::<String>();
    wrong
        .first()
        .map(|&i| {
            format!(
                "{} characters not in exactly one leaf, the first ({} times) in {:?}",
                wrong.len(),
                seen[i],
                near(i)
            )
        })
        .into_iter()
        .collect()
}

fn wrong_figures(document: &Value, chars: &[char]) -> Vec<String> {
    let count = chars.iter().filter(|c| !c.is_whitespace()).count() as u64;
    let figure = |name: &str| document["coverage"][name].as_u64();
    let parts: Option<u64> = ["placed", "furniture", "residue"].iter().map(|name| figure(name)).sum();
    let right = figure("characters") == Some(count) && parts == Some(count);
    (!right).then(|| format!("coverage {} of {count} characters", document["coverage"])).into_iter().collect()
}

/// All leaves of a value, in the order of its keys.
pub fn leaves(value: &Value) -> Vec<Leaf<'_>> {
    let mut found = Vec::new();
    collect(value, &mut found);
    found
}

fn collect<'a>(value: &'a Value, found: &mut Vec<Leaf<'a>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| collect(v, found)),
        Value::Object(object) => collect_object(object, found),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn collect_object<'a>(object: &'a Map<String, Value>, found: &mut Vec<Leaf<'a>>) {
    if let Some(spans) = object.get("spans") {
        let said = object.get("text").or(object.get("label")).and_then(Value::as_str);
        found.push(Leaf { spans: pairs(spans), said });
    }
    for (name, spans) in object.get("fields").and_then(Value::as_object).into_iter().flatten() {
        let value = object.get(name);
        let said = match value {
            Some(Value::String(text)) if !TYPED.contains(&name.as_str()) => Some(text.as_str()),
            Some(Value::Object(label)) if name == "label" => label.get("text").and_then(Value::as_str),
            _ => None,
        };
        found.push(Leaf { spans: pairs(spans), said });
    }
    if let Some(marks) = object.get("marks") {
        found.push(Leaf { spans: pairs(marks), said: None });
    }
    object.iter().filter(|(name, _)| !NO_LEAVES.contains(&name.as_str())).for_each(|(_, v)| collect(v, found));
}

fn pairs(spans: &Value) -> Vec<(usize, usize)> {
    let number = |v: &Value| v.as_u64().map(|n| n as usize);
    spans.as_array().into_iter().flatten().filter_map(|pair| Some((number(&pair[0])?, number(&pair[1])?))).collect()
}

/// Siblings that do not follow each other, and pieces that do not.
fn disorder(document: &Value) -> Vec<String> {
    let mut faults: Vec<String> = leaves(document)
        .iter()
        .filter(|leaf| leaf.spans.windows(2).any(|w| w[0].1 > w[1].0))
        .map(|leaf| format!("pieces out of order: {:?}", leaf.spans))
        .collect();
    siblings(document, &mut faults);
    faults
}

fn siblings(value: &Value, faults: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            let starts: Vec<usize> =
                list.iter().filter(|v| v["detached"] != Value::Bool(true)).filter_map(first_position).collect();
            if starts.windows(2).any(|w| w[0] > w[1]) {
                faults.push(format!("siblings out of order: they begin at {starts:?}"));
            }
            list.iter().for_each(|v| siblings(v, faults));
        }
        Value::Object(object) => object
            .iter()
            .filter(|(name, _)| {
                !matches!(name.as_str(), "diagnostics" | "organizations" | "evidence" | "spans" | "marks" | "fields")
            })
            .for_each(|(_, v)| siblings(v, faults)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn first_position(value: &Value) -> Option<usize> {
    value.is_object().then(|| leaves(value).iter().flat_map(|leaf| &leaf.spans).map(|(start, _)| *start).min())?
}

/// Where a value is null or empty: what is not stated is absent.
pub fn empty_places(value: &Value) -> Vec<String> {
    let below = |name: &str, value: &Value| -> Vec<String> {
        empty_places(value).into_iter().map(|place| format!("{name}/{place}")).collect()
    };
    match value {
        Value::Null => vec!["is null".to_string()],
        Value::String(text) if text.is_empty() => vec!["is an empty text".to_string()],
        Value::Array(list) if list.is_empty() => vec!["is an empty list".to_string()],
        Value::Object(object) if object.is_empty() => vec!["is an empty object".to_string()],
        Value::Array(list) => list.iter().enumerate().flat_map(|(i, v)| below(&i.to_string(), v)).collect(),
        Value::Object(object) => object.iter().flat_map(|(name, v)| below(name, v)).collect(),
        Value::String(_) | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}
