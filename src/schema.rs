//! The JSON Schema of the output, generated from the types of [`model`](crate::model).
//!
//! serde says which keys there are; this file adds what the output contract says of values: nothing is null, no text
//! and no list is empty, and `fields` names only fields that its object can have.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform, transform_subschemas};
use serde_json::{Map, Value, json};

use crate::dataset::Table;
use crate::model::Document;

/// The schemas that exist, by name: `document`, and one for the rows of each table of a dataset.
pub const NAMES: [&str; 8] =
    ["document", "documents", "opinions", "items", "parties", "organizations", "diagnostics", "links"];

/// The schema of this name.
///
/// ```
/// let schema = giji::schema::schema("document").unwrap();
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// assert_eq!(giji::schema::schema("letter"), None);
/// ```
#[must_use]
pub fn schema(name: &str) -> Option<Value> {
    match name {
        "document" => Some(document()),
        _ => Table::ALL.into_iter().find(|table| table.name() == name).map(Table::schema),
    }
}

/// The schema as text: indented by two spaces, with a line feed at its end.
#[must_use]
pub fn to_json(schema: &Value) -> String {
    format!("{schema:#}\n")
}

fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Document>();
    RecursiveTransform(tighten).transform(&mut schema);
    Bounds.transform(&mut schema);
    // A URN, for the schema lives with the program and under no host.
    let mut root = Map::new();
    root.insert("$schema".to_owned(), schema.remove("$schema").unwrap_or_default());
    root.insert("$id".to_owned(), json!("urn:giji:schema:document:1"));
    root.append(schema.ensure_object());
    Value::Object(root)
}

/// Takes out what serde allows and the contract does not.
fn tighten(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    object.remove("default");
    // `uint32` and its like are names of Rust; `minimum` and `maximum` say the same to everybody.
    object.remove("format");
    forbid_null(object);
    name_fields(object);
}

/// `"type": ["string", "null"]` → `"string"`; `anyOf` with null → its other branch.
fn forbid_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(branches)) = object.get_mut("anyOf") else { return };
    branches.retain(|branch| branch["type"] != "null");
    if let [Value::Object(only)] = branches.as_slice() {
        let only = only.clone();
        object.remove("anyOf");
        object.extend(only);
    }
}

/// The keys of `fields` are names of keys beside it: a section has `label` and `heading`.
fn name_fields(object: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = object.get_mut("properties") else { return };
    let structural = ["fields", "marks", "lines", "spans", "id"];
    let names: Vec<Value> =
        properties.keys().filter(|name| !structural.contains(&name.as_str())).map(|name| json!(name)).collect();
    if let Some(Value::Object(fields)) = properties.get_mut("fields") {
        fields.insert("propertyNames".to_owned(), json!({ "enum": names }));
    }
}

/// Says that texts, lists and maps are not empty, wherever they stand.
struct Bounds;

impl Transform for Bounds {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else { return };
        let kind = object.get("type").and_then(Value::as_str);
        let bound = match kind {
            Some("string") if !object.contains_key("const") && !object.contains_key("enum") => "minLength",
            Some("array") => "minItems",
            Some("object") if !object.contains_key("properties") => "minProperties",
            _ => return,
        };
        object.entry(bound).or_insert(json!(1));
    }
}
