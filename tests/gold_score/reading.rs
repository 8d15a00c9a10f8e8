//! A document as it was read, with its source.

use serde_json::Value;

use super::facts::Facts;

/// The output for one document and the text to which its positions refer.
pub struct Reading {
    pub document: Value,
    pub source: String,
}

impl Reading {
    pub fn of(bytes: &[u8], document: &str) -> Self {
        let name = format!("{}.txt", document.rsplit('/').next().unwrap_or(document));
        let options = giji::Options::named(&name);
        let parsed = giji::parse(bytes, &options).expect("the corpus can be decoded");
        let (source, _) = giji::decode::decode(bytes, &name, None).expect("the corpus can be decoded");
        Self {
            document: serde_json::to_value(&parsed.document).expect("a document is JSON"),
            source: source.text.into_owned(),
        }
    }

    /// Whether the bytes were read in the encoding that the labels name.
    pub fn encoding(&self, gold: &Value, facts: &mut Facts) {
        facts.fields("encoding", &["encoding"], gold, &self.document["source"]);
    }

    pub fn title(&self, gold: &Value, facts: &mut Facts) {
        if gold["title"].is_null() {
            return;
        }
        facts.want("title", super::facts::shown(&gold["title"]));
        if let Some(title) = self.document["title"]["text"].as_str() {
            facts.give("title", title);
        }
    }
}

/// The entries of a list; none where it is absent.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The text of a value; empty where it is absent.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The first line of an object.
pub fn first_line(value: &Value) -> u64 {
    value["lines"][0].as_u64().unwrap_or_default()
}
