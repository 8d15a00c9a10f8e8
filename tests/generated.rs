//! Documents made from known structure must come back as that structure.
//!
//! `GIJI_CASES=2000 cargo test --test generated` tries more documents; `GIJI_VERBOSE=1` lists every miss.
//! `GIJI_DUMP_GENERATED=DIR cargo test --test generated -- --ignored` writes the documents with their answers.

mod generate;

use generate::Document;
use generate::score::{self, OPINIONS, REAL, ROWS, SPEAKERS, Tally};
use serde_json::Value;
use std::{env, fs, path::Path};

#[test]
fn minutes_of_known_structure_come_back() {
    let mut tally = Tally::default();
    for seed in 0..cases(120) {
        let document = generate::minutes(seed);
        score::minutes(&document.name, &parsed(&document), &document.gold, &mut tally);
    }
    show(&tally);
    assert_eq!(tally.rate(SPEAKERS), 1.0, "a wrong name stated as a speaker\n{}", tally.table());
    assert!(tally.rate(OPINIONS) >= 0.98, "too few opinions are exact\n{}", tally.table());
    assert!(tally.rate(REAL) >= 0.98, "too many opinions are not there\n{}", tally.table());
}

#[test]
fn plans_of_known_structure_come_back() {
    let mut tally = Tally::default();
    for seed in 0..cases(60) {
        let document = generate::plan(seed);
        score::plan(&document.name, &parsed(&document), &document.gold, &mut tally);
    }
    show(&tally);
    assert!(tally.rate(ROWS) >= 0.95, "too few rows are exact\n{}", tally.table());
    assert!(tally.rate("rows that are real") >= 0.95, "too many rows are not there\n{}", tally.table());
}

#[test]
fn the_normal_form_of_the_answers_is_the_contract_s() {
    let vectors: &[(&[&str], &str)] = &[
        (&["平成 29年１月 30日"], "平成29年1月30日"),
        (&["おだわら総合医療福祉会館 ４階会議室１"], "おだわら総合医療福祉会館 4階会議室1"),
        (&["ｽﾃｰｼｮﾝ･ｶﾞｲﾄﾞ｡"], "ステーション・ガイド。"),
        (&["瀬⼾市、⿊川、⻑野、⻄区、⻘葉区"], "瀬戸市、黒川、長野、西区、青葉区"),
        (&["㈱日立 ℡03 １０㍑ ㍻29 ㋿５年"], "（株）日立 TEL03 10リットル 平成29 令和5年"),
        (&["①関係機関（１）②"], "①関係機関（1）②"),
        (&["震 災 を 経 験 さ れ た"], "震災を経験された"),
        (&["番 号"], "番 号"),
        (&["GitHub", "page へ"], "GitHub pageへ"),
        (&["ＮＩ", "ＣＵ"], "NICU"),
        (&["1. 3 倍"], "1. 3倍"),
        (&["厚木市　福祉課"], "厚木市 福祉課"),
    ];
    for (pieces, wanted) in vectors {
        assert_eq!(generate::normal::text_of(pieces), *wanted);
    }
}

#[test]
#[ignore = "writes documents for other tools when GIJI_DUMP_GENERATED names a folder"]
fn generated_documents_are_written_for_other_tools() {
    let Ok(folder) = env::var("GIJI_DUMP_GENERATED") else {
        return;
    };
    for seed in 0..cases(60) {
        write(&Path::new(&folder).join("minutes"), &generate::minutes(seed));
    }
    for seed in 0..cases(60).div_ceil(2) {
        write(&Path::new(&folder).join("plan"), &generate::plan(seed));
    }
}

fn parsed(document: &Document) -> Value {
    let options = giji::Options { name: format!("{}.txt", document.name), ..giji::Options::default() };
    let parsed = giji::parse(&document.bytes, &options).unwrap_or_else(|error| panic!("{}: {error:?}", document.name));
    serde_json::to_value(&parsed.document).expect("a document is JSON")
}

fn cases(usual: u64) -> u64 {
    env::var("GIJI_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

fn show(tally: &Tally) {
    if env::var_os("GIJI_VERBOSE").is_some() {
        tally.misses.iter().for_each(|miss| println!("{miss}"));
    }
    println!("{}", tally.table());
}

fn write(folder: &Path, document: &Document) {
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::write(folder.join(format!("{}.txt", document.name)), &document.bytes).expect("the document can be written");
    let gold = serde_json::to_string_pretty(&document.gold).expect("gold is JSON");
    fs::write(folder.join(format!("{}.gold.json", document.name)), gold).expect("the answer can be written");
}
