//! `giji diff`: items and opinions added, gone, merged, moved, reworded.

mod collection;

use std::fs;

use collection::{Collection, giji, told};
use serde_json::Value;

const MINUTES: &str = "tests/data/example/minutes.txt";

fn diff(collection: &Collection, old: &str, new: &str) -> Value {
    let output = giji(&["diff", "--format", "json", old, new]).current_dir(collection.folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn example(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// A document as JSON, with rows as the contract writes them.
fn plan(rows: &[(u32, &str, &str, &str, &[u32])]) -> String {
    let mut document: Value = serde_json::from_str(&example("tests/data/example/plan.json")).unwrap();
    let item = document["items"][0].clone();
    let items = rows.iter().map(|(number, category, name, content, supersedes)| {
        let mut item = item.clone();
        item["id"] = format!("item-{number}").into();
        item["number"] = (*number).into();
        item["category"] = (*category).into();
        item["name"] = (*name).into();
        item["content"] = serde_json::json!([{ "text": content, "spans": [[0, 1]], "lines": [1, 1] }]);
        let references = serde_json::json!([{ "relation": "supersedes", "text": "旧", "numbers": supersedes, "spans": [[0, 1]], "lines": [1, 1] }]);
        item["references"] = references;
        if supersedes.is_empty() {
            item.as_object_mut().unwrap().remove("references");
        }
        item
    });
    document["items"] = items.collect();
    document.to_string()
}

fn kinds(diff: &Value, new: &str) -> Vec<String> {
    let items = diff["items"].as_array().unwrap();
    let found = items.iter().find(|item| item["new"] == new || item["old"][0] == new && item.get("new").is_none());
    let kinds = found.unwrap_or_else(|| panic!("nothing of {new} in {diff}"))["kinds"].as_array().unwrap();
    kinds.iter().map(|kind| kind.as_str().unwrap().to_owned()).collect()
}

#[test]
fn two_editions_of_a_plan_show_what_became_of_each_row() {
    let collection = Collection::new();
    let old = plan(&[
        (1, "体制", "連絡会議の定期開催", "関係機関が集まり、意見交換を行う", &[]),
        (2, "体制", "窓口の一覧", "相談窓口の一覧を作成する", &[]),
        (3, "人材", "訪問看護師の研修", "訪問看護師を対象に研修を行う", &[]),
        (4, "人材", "学校看護師の研修", "学校看護師を対象に研修を行う", &[]),
        (5, "周知", "市民講演会", "市民を対象に講演会をひらく", &[]),
    ]);
    let new = plan(&[
        (1, "体制", "連絡会議の定期開催", "関係機関が集まり、年二回、意見交換を行う", &[]),
        (2, "人材", "看護師の研修", "訪問看護師と学校看護師を対象に研修を行う", &[3, 4]),
        (3, "体制", "窓口の一覧", "相談窓口の一覧を作成する", &[]),
        (4, "災害", "避難訓練", "停電に備えて訓練する", &[]),
    ]);
    collection.write("old.json", old);
    collection.write("new.json", new);
    let diff = diff(&collection, "source/old.json", "source/new.json");
    assert_eq!(kinds(&diff, "item-1"), ["reworded"]);
    assert_eq!(kinds(&diff, "item-2"), ["merged"]);
    assert_eq!(kinds(&diff, "item-3"), ["moved"]);
    assert_eq!(kinds(&diff, "item-4"), ["added"]);
    assert_eq!(kinds(&diff, "item-5"), ["gone"]);
    assert_eq!(diff["items"].as_array().unwrap().len(), 5);
    let words = diff["items"][0]["fields"][0]["words"].as_array().unwrap();
    let added: Vec<&Value> = words.iter().filter(|piece| piece["operation"] == "added").collect();
    assert_eq!((added.len(), added[0]["text"].as_str().unwrap()), (1, "年二回、"));
}

#[test]
fn minutes_show_what_was_reworded_and_who_else_said_it() {
    let collection = Collection::new();
    let text = example(MINUTES);
    collection.write("old.txt", &text);
    collection.write("new.txt", text.replace("年２回なら", "毎月でも").replace("三浦市、葉山町", "三浦市"));
    let diff = diff(&collection, "source/old.txt", "source/new.txt");
    let kinds: Vec<&Value> = diff["opinions"].as_array().unwrap().iter().map(|opinion| &opinion["kinds"]).collect();
    assert_eq!(kinds, [&serde_json::json!(["reattributed"]), &serde_json::json!(["reworded"])]);
    assert_eq!(diff["organizations"]["gone"], serde_json::json!(["葉山町"]));
}

#[test]
fn a_document_does_not_differ_from_itself() {
    for name in [MINUTES, "tests/data/example/plan.txt", "corpus/kanagawa/atsugi-2017-plan.txt"] {
        let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
        let output = giji(&["diff", "--strict", &path, &path]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    }
}

#[test]
fn two_datasets_show_their_documents() {
    let collection = Collection::small(6);
    collection.ingested("before", &[]);
    collection.write("002.txt", collection::small(50).1);
    collection.remove("005.txt");
    collection.write("neu.txt", collection::small(51).1);
    collection.ingested("after", &[]);
    let diff = diff(&collection, "before", "after");
    assert_eq!(diff["added"], serde_json::json!(["neu"]));
    assert_eq!(diff["gone"], serde_json::json!(["005"]));
    assert_eq!(diff["changed"][0]["new"], "002");
    assert_eq!(diff["changed"].as_array().unwrap().len(), 1);
}

#[test]
fn a_long_document_of_which_every_line_changed_is_compared_in_linear_time() {
    let collection = Collection::new();
    let lines = |said: &str| -> String {
        let word = |number: u32| char::from_u32(0x4e00 + number).unwrap();
        let line = |number: u32| format!("○議長（山田君）　{said}、{}です。（市立病院）\n", word(number));
        (0..4000).map(line).collect()
    };
    collection.write("old.txt", lines("はい"));
    collection.write("new.txt", format!("{}{}", "○議長（山田君）　続けます。\n", lines("いい")));
    let diff = diff(&collection, "source/old.txt", "source/new.txt");
    let opinions = diff["opinions"].as_array().unwrap();
    let of = |kind: &str| opinions.iter().filter(|one| one["kinds"][0] == kind).count();
    assert_eq!((of("reworded"), of("added"), opinions.len()), (4000, 1, 4001));
}

/// What `giji diff --strict` prints of two texts, and its exit code.
fn strict(collection: &Collection, old: &str, new: &str) -> (Option<i32>, String) {
    let output = giji(&["diff", "--strict", old, new]).current_dir(collection.folder.path()).output().unwrap();
    (output.status.code(), told(&output) + &String::from_utf8_lossy(&output.stdout))
}

#[test]
fn unplaced_text_that_differs_is_a_difference() {
    let collection = Collection::new();
    collection.write("old.txt", "こんにちは\n買い物に行く。\n");
    collection.write("new.txt", "こんにちは\nパンを買う。\n");
    let (code, shown) = strict(&collection, "source/old.txt", "source/new.txt");
    assert_eq!(code, Some(1), "{shown}");
    for line in ["- unplaced 買い物に行く。", "+ unplaced パンを買う。", "unplaced lines: 2 changed"] {
        assert!(shown.contains(line), "{shown}");
    }
    collection.write("new.txt", "買い物に行く。\nこんにちは\n");
    let (code, shown) = strict(&collection, "source/old.txt", "source/new.txt");
    assert!(code == Some(1) && shown.contains("another order"), "{shown}");
}

#[test]
fn another_type_and_another_date_are_counted() {
    let collection = Collection::new();
    let text = example(MINUTES);
    let document: Value = serde_json::from_str(&example("tests/data/example/minutes.json")).unwrap();
    let mut other = document.clone();
    other["type"] = "unknown".into();
    other["meeting"]["date"] = "2001-02-03".into();
    collection.write("old.json", document.to_string());
    collection.write("new.json", other.to_string());
    let (code, shown) = strict(&collection, "source/old.json", "source/new.json");
    assert_eq!(code, Some(1), "{shown}");
    for part in ["type: [-minutes-]{+unknown+}", "date: ", "fields: 2 changed"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    collection.write("old.txt", &text);
    let (code, shown) = strict(&collection, "source/old.txt", "source/old.txt");
    assert!(code == Some(0) && !shown.contains("changed"), "{shown}");
}

#[test]
fn several_documents_in_a_file_are_not_compared() {
    let collection = Collection::new();
    let document: Value = serde_json::from_str(&example("tests/data/example/minutes.json")).unwrap();
    collection.write("one.ndjson", format!("{document}\n"));
    collection.write("two.ndjson", format!("{document}\n{document}\n"));
    collection.write("two.txt", format!("{document}\n{document}\n"));
    assert_eq!(strict(&collection, "source/one.ndjson", "source/one.ndjson").0, Some(0));
    for (old, new) in [("one.ndjson", "two.ndjson"), ("two.ndjson", "one.ndjson"), ("two.txt", "one.ndjson")] {
        let (code, shown) = strict(&collection, &format!("source/{old}"), &format!("source/{new}"));
        assert!(code == Some(3) && shown.contains("several documents"), "{code:?} {shown}");
    }
}

#[test]
fn a_heading_that_changed_is_a_difference() {
    let collection = Collection::new();
    let document: Value = serde_json::from_str(&example("tests/data/example/minutes.json")).unwrap();
    let mut other = document.clone();
    other["sections"][0]["heading"] = "別の議題".into();
    collection.write("old.json", document.to_string());
    collection.write("new.json", other.to_string());
    let (code, shown) = strict(&collection, "source/old.json", "source/new.json");
    assert!(code == Some(1) && shown.contains("別の議題") && shown.contains("section lines: 2 changed"), "{shown}");
}
