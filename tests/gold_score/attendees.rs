//! Attendee lists: person, role, organization, group and presence of each.

use serde_json::Value;

use super::facts::{Facts, shown};
use super::reading::{Reading, list, text};

const FIELDS: [&str; 4] = ["role", "organization", "group", "presence"];

pub fn compare(gold: &Value, reading: &Reading, facts: &mut Facts) {
    let document = &reading.document;
    let name = |person: &Value| text(person).replace(' ', "");
    for attendee in list(&gold["attendees"]) {
        let person = name(&attendee["person"]);
        facts.want("attendee", person.clone());
        for field in FIELDS.into_iter().filter(|field| !attendee[*field].is_null()) {
            facts.want("attendee's field", format!("{person} {field}: {}", shown(&attendee[field])));
        }
    }
    let named = |attendee: &&Value| !attendee["person"].is_null();
    for attendee in list(&document["meeting"]["attendees"]).iter().filter(named) {
        let person = name(&attendee["person"]);
        if !list(&gold["attendees"]).iter().any(|gold| name(&gold["person"]) == person) {
            facts.wrong_name(format!("attendee {person}"));
        }
        for field in FIELDS.into_iter().filter(|field| !attendee[*field].is_null()) {
            let value =
                if field == "organization" { organization(document, attendee) } else { shown(&attendee[field]) };
            facts.give("attendee's field", format!("{person} {field}: {value}"));
        }
        facts.give("attendee", person);
    }
}

/// The name of the organization whose id an attendee has.
fn organization(document: &Value, attendee: &Value) -> String {
    let known = list(&document["organizations"]).iter().find(|known| known["id"] == attendee["organization"]);
    known.map_or_else(|| shown(&attendee["organization"]), |known| shown(&known["name"]))
}
