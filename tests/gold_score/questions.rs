//! Questions and answers: each question, and which answers reply to it.

use serde_json::Value;

use super::facts::Facts;
use super::opinions::opinions;
use super::reading::{Reading, first_line, list, text};

const HEAD: [&str; 3] = ["date", "start_time", "end_time"];

pub fn compare(gold: &Value, reading: &Reading, facts: &mut Facts) {
    let document = &reading.document;
    reading.title(&gold["meeting"], facts);
    facts.fields("head", &HEAD, &gold["meeting"], &document["meeting"]);
    for pair in list(&gold["pairs"]) {
        let question = &pair["question"];
        wanted("question", question, facts);
        for answer in list(&pair["answers"]) {
            wanted("answer", answer, facts);
            facts.want("reply", format!("{} to {}", answer["line"], question["line"]));
        }
    }
    let found: Vec<&Value> = opinions(document).iter().map(|placed| placed.opinion).collect();
    for opinion in &found {
        let measure = match opinion["kind"].as_str() {
            Some("question") => "question",
            Some("answer") => "answer",
            _ => "other opinion",
        };
        let line = first_line(opinion);
        facts.give(measure, format!("{line}: {}", text(&opinion["text"])));
        if measure != "other opinion" {
            facts.give("mark", format!("{line}: {}", mark(opinion, &reading.source)));
        }
        if let Some(question) = found.iter().find(|other| other["id"] == opinion["replies_to"]) {
            facts.give("reply", format!("{line} to {}", first_line(question)));
        }
    }
}

fn wanted(measure: &'static str, said: &Value, facts: &mut Facts) {
    facts.want(measure, format!("{}: {}", said["line"], text(&said["text"])));
    facts.want("mark", format!("{}: {}", said["line"], bare(text(&said["mark"]))));
}

/// What stands before the text, without its colon: `問１`.
fn mark(opinion: &Value, source: &str) -> String {
    let start = opinion["spans"][0][0].as_u64();
    let before = list(&opinion["marks"]).iter().filter(|pair| pair[1].as_u64() <= start);
    let written = before.filter_map(|pair| {
        let end = |at: usize| pair[at].as_u64().and_then(|number| usize::try_from(number).ok());
        let (start, end) = (end(0)?, end(1)?);
        Some(source.chars().skip(start).take(end - start).collect::<String>())
    });
    bare(&super::normal::normal(&written.collect::<String>())).to_owned()
}

fn bare(mark: &str) -> &str {
    mark.trim_matches(['：', ':', ' ', '.', '．'])
}
