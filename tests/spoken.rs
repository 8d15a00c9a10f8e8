//! Verbatim minutes of known turns must come back as those turns, whatever opens them and however they are dumped.
//!
//! `GIJI_CASES=2000 cargo test --test spoken` tries more documents; `GIJI_VERBOSE=1` lists every miss;
//! `GIJI_DUMP_GENERATED=DIR` writes the documents.

#[path = "generate/mod.rs"]
mod generate;
#[path = "spoken/mod.rs"]
mod minutes;

use std::collections::BTreeMap;
use std::env;

use generate::normal::text_of;
use minutes::spoken;
use serde_json::Value;

#[derive(Default)]
struct Count {
    wanted: usize,
    given: usize,
    right: usize,
    texts: usize,
}

/// Line, label and text of every opinion that names its speaker.
fn turns(sections: &Value, found: &mut Vec<(usize, String, String)>) {
    for section in sections.as_array().into_iter().flatten() {
        for opinion in section["opinions"].as_array().into_iter().flatten() {
            if let Some(label) = opinion["attribution"]["label"].as_str() {
                let line = opinion["lines"][0].as_u64().unwrap_or_default() as usize;
                found.push((line, label.replace(' ', ""), opinion["text"].as_str().unwrap_or_default().to_owned()));
            }
        }
        turns(&section["sections"], found);
    }
}

#[test]
fn turns_of_every_style_come_back_and_no_name_is_wrong() {
    let cases: u64 = env::var("GIJI_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    let verbose = env::var_os("GIJI_VERBOSE").is_some();
    let mut total = Count::default();
    let mut wrong = Vec::new();
    let mut by_style: BTreeMap<u64, (usize, usize, usize)> = BTreeMap::new();
    for seed in 0..cases {
        let asked = spoken(seed);
        if let Ok(folder) = env::var("GIJI_DUMP_GENERATED") {
            std::fs::write(format!("{folder}/spoken-{seed:04}.txt"), &asked.bytes)
                .expect("the document can be written");
        }
        let read = giji::parse(&asked.bytes, &giji::Options::named("a.txt")).expect("a text");
        let document: Value = serde_json::to_value(&read.document).expect("a document is JSON");
        let mut found = Vec::new();
        turns(&document["sections"], &mut found);
        let style = by_style.entry(seed % 28).or_default();
        for (line, label, paragraphs) in &asked.turns {
            let label = text_of(&[label]).replace(' ', "");
            let paragraphs: Vec<String> = paragraphs.iter().map(|text| text_of(&[text])).collect();
            let own = found.iter().find(|turn| turn.0 == *line && turn.1 == label);
            let exact = own.is_some_and(|turn| turn.2 == paragraphs.join("\n"));
            total.wanted += 1;
            total.right += usize::from(own.is_some());
            total.texts += usize::from(exact);
            *style = (style.0 + 1, style.1 + usize::from(own.is_some()), style.2 + usize::from(exact));
            if verbose && !exact {
                println!("{}\n  {line} {label}: {own:?}\n  for {}", asked.name, paragraphs.join("\\n"));
            }
        }
        let known = |turn: &&(usize, String, String)| {
            asked.turns.iter().any(|(line, label, _)| *line == turn.0 && text_of(&[label]).replace(' ', "") == turn.1)
        };
        total.given += found.len();
        wrong.extend(found.iter().filter(|turn| !known(turn)).map(|turn| format!("{}: {turn:?}", asked.name)));
    }
    println!("style: turns, found, texts exact {by_style:?}");
    println!("{} turns, {} found, {} given, {} texts exact", total.wanted, total.right, total.given, total.texts);
    assert!(wrong.is_empty(), "names that are not there:\n{}", wrong.join("\n"));
    let f1 = 2.0 * total.right as f64 / (total.wanted + total.given) as f64;
    assert!(f1 >= 0.98, "F1 {f1:.4}");
}

#[test]
fn heads_that_half_a_bracket_closes_are_heard_and_torn_brackets_are_none() {
    let text = "公民館運営審議会　議事録\n日時　令和５年２月22日（水）\n議事\n１　報告について\n\
                委員）講座について伺いたい。\n事務局）前は１班であったが、今は２班に分かれている。\n委員長）予防が大切と感じる。\n\
                委員）そのとおりである。詳しくは別紙（県薬\n剤師会）にある。\n";
    let document = giji::parse_str(text, &giji::Options::default()).document;
    let opinions = document
        .sections
        .iter()
        .flat_map(|section| section.opinions.iter().chain(section.sections.iter().flat_map(|inner| &inner.opinions)));
    let labels: Vec<&str> =
        opinions.map(|opinion| opinion.attribution.as_ref().map_or("", |said| said.label.as_str())).collect();
    assert_eq!(labels, ["委員", "事務局", "委員長", "委員"]);
}
