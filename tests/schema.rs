//! The schemas in `schemas/` are those of the types, every output obeys them, and damaged ones do not.
//!
//! `UPDATE_SCHEMAS=1 cargo test --test schema` writes `schemas/` anew.

use std::path::{Path, PathBuf};

use giji::{Options, parse, schema};
use jsonschema::Validator;
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema::schema("document").unwrap()).unwrap()
}

/// Every text of the corpus and of the examples.
fn sources() -> Vec<PathBuf> {
    let regions = std::fs::read_dir(root().join("corpus")).unwrap().map(|entry| entry.unwrap().path());
    let folders = regions.filter(|path| path.is_dir()).chain([root().join("tests/data/example")]);
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let mut texts: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.sort();
    texts
}

fn output_of(path: &Path) -> Value {
    let name = path.file_name().unwrap().to_string_lossy();
    let parsed = parse(&std::fs::read(path).unwrap(), &Options::named(&name)).unwrap();
    serde_json::from_str(&parsed.to_json()).unwrap()
}

fn example(name: &str) -> Value {
    let path = root().join("tests/data/example").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schemas_in_the_folder_are_those_of_the_types() {
    for name in schema::NAMES {
        let path = root().join(format!("schemas/{name}.schema.json"));
        let text = schema::to_json(&schema::schema(name).unwrap());
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(written == text, "{} is out of date; run UPDATE_SCHEMAS=1 cargo test --test schema", path.display());
    }
}

#[test]
fn every_output_of_the_corpus_and_the_examples_obeys_the_schema() {
    let validator = validator();
    let sources = sources();
    assert!(sources.len() > 10, "the corpus is missing");
    for path in sources {
        let found = complaints(&validator, &output_of(&path));
        assert!(found.is_empty(), "{}: {found:#?}", path.display());
    }
}

#[test]
fn the_examples_of_the_contract_obey_the_schema() {
    for name in ["minutes.json", "plan.json"] {
        let found = complaints(&validator(), &example(name));
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

/// Replaces the value at a JSON pointer.
fn with(mut value: Value, pointer: &str, new: Value) -> Value {
    *value.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = new;
    value
}

/// Takes a key out of the object at a JSON pointer.
fn without(mut value: Value, pointer: &str, key: &str) -> Value {
    let object = value.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap_or_else(|| panic!("{pointer}"));
    assert!(object.remove(key).is_some(), "{pointer}/{key}");
    value
}

/// Adds a key to the object at a JSON pointer.
fn plus(mut value: Value, pointer: &str, key: &str, new: Value) -> Value {
    let object = value.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap_or_else(|| panic!("{pointer}"));
    assert!(object.insert(key.to_owned(), new).is_none(), "{pointer}/{key}");
    value
}

#[test]
fn damaged_outputs_are_refused() {
    let minutes = || example("minutes.json");
    let plan = || example("plan.json");
    let opinion = "/sections/0/sections/0/sections/0/opinions/0";
    let at = |key: &str| format!("{opinion}/{key}");
    let damaged = [
        ("a key is missing", without(minutes(), "", "coverage")),
        ("a key is missing deep inside", without(minutes(), opinion, "spans")),
        ("a row has lost its id", without(plan(), "/items/0", "id")),
        ("a key is unknown", plus(minutes(), "", "mood", json!("good"))),
        ("a key is unknown deep inside", plus(minutes(), opinion, "speaker", json!("市"))),
        ("null stands for nothing", with(minutes(), "/meeting/place", Value::Null)),
        ("null stands for an object", with(minutes(), "/meeting/next", Value::Null)),
        ("null stands for a list", with(minutes(), "/organizations", Value::Null)),
        ("a text is empty", with(minutes(), "/meeting/place", json!(""))),
        ("a list is empty", with(plan(), "/items/0/content", json!([]))),
        ("a kind is not in its list", with(minutes(), &at("kind"), json!("remark"))),
        ("a code is not in its list", with(minutes(), "/diagnostics/0/code", json!("oops"))),
        ("a type is not in its list", with(minutes(), "/type", json!("letter"))),
        ("a version is another", with(minutes(), "/schema_version", json!("2"))),
        ("a position is a number", with(minutes(), &at("spans"), json!([137, 162]))),
        ("a position has one end", with(minutes(), &at("spans"), json!([[137]]))),
        ("a position has three numbers", with(minutes(), &at("spans"), json!([[137, 162, 163]]))),
        ("a position is negative", with(minutes(), &at("spans"), json!([[-1, 162]]))),
        ("a position is a fraction", with(minutes(), &at("spans"), json!([[1.5, 162]]))),
        ("a position is a text", with(minutes(), &at("spans"), json!([["137", "162"]]))),
        ("a position is an object", with(minutes(), &at("spans"), json!({ "start": 137, "end": 162 }))),
        ("lines are one number", with(minutes(), &at("lines"), json!(11))),
        ("a number is a text", with(plan(), "/items/0/number", json!("1"))),
        ("a field has no name here", plus(minutes(), "/meeting/fields", "colour", json!([[0, 1]]))),
        ("a digest is no digest", with(minutes(), "/source/sha256", json!("3f53"))),
        ("a date is no date", with(minutes(), "/meeting/date", json!("平成29年2月1日"))),
        ("a time is no time", with(minutes(), "/meeting/start_time", json!("2 pm"))),
        ("a month does not exist", with(plan(), "/items/0/schedule/0/month", json!(13))),
    ];
    let validator = validator();
    for (what, value) in damaged {
        assert!(!validator.is_valid(&value), "{what}, and the schema takes it");
    }
}

#[test]
fn every_object_of_the_schema_is_closed_and_has_a_description() {
    let schema = schema::schema("document").unwrap();
    assert_eq!(schema["$id"], "urn:giji:schema:document:1");
    let types = schema["$defs"].as_object().unwrap().iter().map(|(name, value)| (name.as_str(), value));
    for (name, value) in types.chain([("the document", &schema)]) {
        assert!(value["description"].is_string(), "{name} has no description");
        let Some(properties) = value["properties"].as_object() else { continue };
        assert_eq!(value["additionalProperties"], false, "{name} is open");
        for (key, property) in properties {
            assert!(property["description"].is_string(), "{name}.{key} has no description");
        }
    }
}
