//! Readings are held to what a person read in the corpus (`tests/gold/`), fact by fact.
//!
//! `GIJI_VERBOSE=1 cargo test --test gold` lists every fact that is missed or not there.

mod gold_score;

use std::io::{Write, stderr};
use std::{env, iter};

use gold_score::{Case, Count, Score, cases};
use serde_json::json;

/// What precision and recall must reach, where that is not yet 1. A floor only ever rises; a document that reaches 1
/// leaves the list.
const FLOORS: &[(&str, f64)] = &[
    // （会場は未定） behind the next date.
    ("aotani/aotani-2021-minutes.gold", 0.99),
    // 〇事務局の説明 and 〇審議結果 are headings here, their notes the agenda's there.
    ("awayuki/awayuki-2019-iryoshingikai.gold", 0.86),
    ("hozuki/opengiji-20220915-wg.attendees", 0.95),
];

/// Names that are stated today and wrong; the list only ever gets shorter.
const WRONG_NAMES: &[(&str, &str)] = &[];

fn floor(name: &str) -> f64 {
    FLOORS.iter().find(|(document, _)| *document == name).map_or(1.0, |(_, floor)| *floor)
}

/// Written past the test harness, so that an ordinary run shows it.
fn show(lines: impl Iterator<Item = String>) {
    let text: String = lines.map(|line| line + "\n").collect();
    stderr().lock().write_all(text.as_bytes()).expect("the terminal takes it");
}

fn figures(name: &str, count: Count) -> String {
    let Count { right, wanted, given } = count;
    let (precision, recall) = (count.precision(), count.recall());
    format!("{name:<52} precision {precision:.4} ({right}/{given}) recall {recall:.4} ({right}/{wanted})")
}

/// A document's figures; those of its measures and its differences where somebody wants to see them.
fn report(case: &Case, score: &Score) -> Vec<String> {
    let name = case.name();
    let rises = if score.rate() >= floor(&name) + 0.01 { ", may rise" } else { "" };
    let own = format!("{} (at least {:.2}{rises})", figures(&name, score.total()), floor(&name));
    let measures = score.measures.iter().map(|(measure, count)| figures(&format!("    {measure}"), *count));
    let differences = score.differences.iter().map(|difference| format!("        {difference}"));
    let verbose = if env::var_os("GIJI_VERBOSE").is_some() { usize::MAX } else { 0 };
    iter::once(own).chain(measures.chain(differences).take(verbose)).collect()
}

#[test]
fn every_labelled_document_reaches_its_floor() {
    let cases = cases();
    let scores: Vec<Score> = cases.iter().map(Case::score).collect();
    let outcomes = || cases.iter().zip(&scores);
    show(outcomes().flat_map(|(case, score)| report(case, score)));
    let low = outcomes().filter(|(case, score)| score.rate() < floor(&case.name()));
    let shown = low.map(|(case, score)| format!("{}\n{}", case.name(), score.differences.join("\n")));
    let shown: Vec<String> = shown.collect();
    assert!(shown.is_empty(), "below the floor:\n{}", shown.join("\n"));
}

#[test]
fn no_document_names_a_wrong_person() {
    let named = |case: &Case| case.score().wrong_names.into_iter().map(|name| (case.name(), name)).collect::<Vec<_>>();
    let found: Vec<(String, String)> = cases().iter().flat_map(named).collect();
    let known: Vec<(String, String)> =
        WRONG_NAMES.iter().map(|(case, name)| ((*case).to_owned(), (*name).to_owned())).collect();
    assert_eq!(found, known, "wrong names, and those that are known");
}

#[test]
fn every_position_holds_when_recomputed_from_the_json() {
    for case in cases() {
        let faults = case.score().faults;
        assert!(faults.is_empty(), "{}:\n{}", case.name(), faults.join("\n"));
    }
}

#[test]
fn every_floor_belongs_to_labels_and_is_below_one() {
    let names: Vec<String> = cases().iter().map(Case::name).collect();
    for (name, floor) in FLOORS {
        assert!(names.iter().any(|known| known == name), "{name} has no labels");
        assert!((0.0..1.0).contains(floor), "{name}: a floor of {floor} needs no entry");
        assert!(!name.starts_with("kanagawa/"), "{name}: the source documents are demanded in full");
    }
}

fn case(name: &str) -> Case {
    cases().into_iter().find(|case| case.name() == name).expect("the document is labelled")
}

#[test]
fn a_changed_reading_of_minutes_loses_its_score() {
    let minutes = case("kanagawa/odawara-2017-minutes.gold");
    let opinions = "/sections/1/sections/0/sections/0/opinions";
    let label = format!("{opinions}/0/attribution/label");
    let renamed = minutes.score_changed(|document| {
        *document.pointer_mut(&label).expect("the first opinion names its speaker") = json!("青い森");
    });
    assert_eq!(renamed.wrong_names.len(), 1, "{:?}", renamed.wrong_names);
    assert_eq!(renamed.measures["speaker"].right + 1, renamed.measures["speaker"].wanted);
    let shortened = minutes.score_changed(|document| {
        document.pointer_mut(opinions).and_then(|list| list.as_array_mut()).expect("the item has opinions").remove(0);
    });
    let count = shortened.measures["opinion"];
    assert_eq!((count.right, count.given), (count.wanted - 1, count.wanted - 1));
    assert!(!shortened.faults.is_empty(), "the lost characters are in no leaf");
}

#[test]
fn a_changed_reading_of_a_plan_loses_its_score() {
    let plan = case("kanagawa/atsugi-2017-plan.gold");
    let moved = plan.score_changed(|document| {
        let row = &mut document["items"][2];
        let party = row["cooperating"].as_array_mut().expect("the row has partners").remove(0);
        row["lead"].as_array_mut().expect("the row has a lead").push(party);
    });
    let count = moved.measures["whole row"];
    assert_eq!((count.right, count.given, count.wanted), (count.wanted - 1, count.wanted, count.wanted));
    assert!(moved.measures["lead"].precision() < 1.0 && moved.measures["cooperating"].recall() < 1.0);
}
