//! The answer that a reader of the minutes would give, read off the lines that were written.

use super::minutes::Minutes;
use super::minutes_sheet::Writer;
use serde_json::{Map, Value, json};

impl Writer<'_> {
    /// The answer in the shape that the scorer reads, with more beside it.
    pub fn gold(&self, minutes: &Minutes) -> Value {
        let day = &minutes.day;
        let opinions: Vec<Value> = self
            .asked
            .iter()
            .map(|o| {
                json!({
                    "text": self.sheet.text(o.text),
                    "attribution": o.label.map(|l| self.sheet.text(l)),
                    "numbers": o.numbers,
                    "heading": o.heading.map(|h| self.sheet.text(h)),
                    "theme": o.theme.map(|t| self.sheet.text(t)),
                })
            })
            .collect();
        let mut gold = Map::new();
        for (name, place) in &self.fields {
            gold.insert(name.to_string(), json!(self.sheet.text(*place)));
        }
        gold.insert("date".into(), json!(format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)));
        gold.insert("weekday".into(), json!(day.weekday.to_string()));
        gold.insert("start_time".into(), json!(format!("{:02}:{:02}", day.start.0, day.start.1)));
        gold.insert("end_time".into(), json!(format!("{:02}:{:02}", day.end.0, day.end.1)));
        if self.spelling.title % 5 != 3 {
            gold.insert("region".into(), json!(minutes.region.name));
        }
        gold.insert("number".into(), json!(minutes.number));
        gold.insert("agenda".into(), self.agenda.iter().map(|(h, _)| self.sheet.text(*h)).collect());
        gold.insert(
            "agenda_notes".into(),
            self.agenda.iter().map(|(_, notes)| notes.iter().map(|n| self.sheet.text(*n)).collect::<Value>()).collect(),
        );
        gold.insert("summary".into(), self.summary.iter().map(|s| self.sheet.text(*s)).collect());
        gold.insert("opinions".into(), json!(opinions));
        gold.insert("conventions".into(), json!({ "encoding": self.habits.saved.name() }));
        Value::Object(gold)
    }
}
