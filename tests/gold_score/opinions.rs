//! The opinions of a document, each with the sections in which it stands.

use serde_json::Value;

use super::reading::list;

/// An opinion and where it stands.
#[derive(Clone, Copy)]
pub struct Placed<'d> {
    pub opinion: &'d Value,
    pub place: Place<'d>,
}

/// What the sections above an opinion are.
#[derive(Clone, Copy, Default)]
pub struct Place<'d> {
    /// Heading of ①….
    pub theme: Option<&'d Value>,
    /// 【№n】.
    pub item: Option<&'d Value>,
    /// Whether it is under 【その他】.
    pub other: bool,
}

impl<'d> Placed<'d> {
    pub fn label(&self) -> Option<&'d str> {
        self.opinion["attribution"]["label"].as_str()
    }

    pub fn is_summary(&self) -> bool {
        self.opinion["kind"] == "summary"
    }

    pub fn parties(&self) -> &'d [Value] {
        list(&self.opinion["attribution"]["parties"])
    }
}

/// All opinions, in the order of the sections.
pub fn opinions(document: &Value) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    walk(&document["sections"], Place::default(), &mut found);
    found
}

fn walk<'d>(sections: &'d Value, above: Place<'d>, found: &mut Vec<Placed<'d>>) {
    for section in list(sections) {
        let place = match section["kind"].as_str() {
            Some("theme") => Place { theme: Some(&section["heading"]), ..Place::default() },
            Some("item") => Place { item: Some(section), ..above },
            Some("other") => Place { other: true, ..Place::default() },
            Some("agenda" | "summary") => Place::default(),
            _ => above,
        };
        found.extend(list(&section["opinions"]).iter().map(|opinion| Placed { opinion, place }));
        walk(&section["sections"], place, found);
    }
}

/// All sections, each before its parts.
pub fn sections(document: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut open: Vec<&Value> = list(&document["sections"]).iter().rev().collect();
    while let Some(section) = open.pop() {
        found.push(section);
        open.extend(list(&section["sections"]).iter().rev());
    }
    found
}
