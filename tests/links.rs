//! Links across documents: only with evidence, and `nil` with the reason where there is none.

mod collection;

use std::fs;

use collection::{Collection, Dataset};
use serde_json::Value;

/// Minutes that speak of № 1 and № 2 of their region's plan.
fn minutes(number: u32, region: &str, heading: &str, date: &str) -> String {
    format!(
        "第{number}回{region}地域小児等在宅医療連絡会議の概要\n\n１ 日時：{date}14：00～16：00\n２ 場所：保健所\n３ 議題\n（１）{heading}\n（主な意見）\n\
①ネットワークの構築\n【№１】連絡会議\n・顔の見える関係が大切（三浦市）\n【№２】\n・研修は年２回なら可能（中央病院）\n（以上）\n"
    )
}

/// A plan as it is read: parsing plans is tested elsewhere, so this one is made from the contract's example.
fn plan(region: &str, year: &str) -> String {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/example/plan.txt")).unwrap();
    text.replace("平成30年度", year).replace("県央", region)
}

fn links(collection: &Collection, relation: &str) -> Vec<Value> {
    collection.ingested("data", &[]);
    let data = Dataset::read(&collection.path("data"));
    let rows = data.file("links.ndjson").lines().map(|line| serde_json::from_str(line).unwrap());
    rows.filter(|row: &Value| row["relation"] == relation).collect()
}

fn decided(links: &[Value], decision: &str) -> usize {
    links.iter().filter(|row| row["decision"] == decision).count()
}

#[test]
fn the_two_source_documents_have_no_number_in_common() {
    let collection = Collection::new();
    for (name, file) in [("plan", "atsugi-2017-plan"), ("minutes", "odawara-2017-minutes")] {
        let path = format!("{}/corpus/kanagawa/{file}.txt", env!("CARGO_MANIFEST_DIR"));
        collection.write(&format!("{name}.txt"), fs::read(path).unwrap());
    }
    let links = links(&collection, "plan-item");
    assert!(links.len() >= 20);
    assert_eq!(decided(&links, "nil"), links.len());
    assert!(links.iter().all(|row| row["reason"] == "other-region" && row["to_document"].is_null()));
    assert!(links[0]["evidence"].as_str().unwrap().contains("小田原 | 厚木"));
}

#[test]
fn an_opinion_finds_its_item_where_region_year_and_edition_agree() {
    let collection = Collection::new();
    collection.write("plan.txt", plan("三浦", "平成29年度"));
    collection.write("a.txt", minutes(1, "三浦", "平成29年度の取組内容について", "平成29年１月20日"));
    let linked = links(&collection, "plan-item");
    let first = linked.iter().find(|row| row["number"] == 1).unwrap();
    assert_eq!((&first["decision"], &first["to_element"]), (&"linked".into(), &"item-1".into()), "{first}");
    let second = linked.iter().find(|row| row["number"] == 2).unwrap();
    assert_eq!((&second["decision"], &second["reason"]), (&"nil".into(), &"no-such-number".into()), "{second}");
    let document: Value =
        serde_json::from_str(Dataset::read(&collection.path("data")).file("documents/a.json")).unwrap();
    let own = document["links"].as_array().unwrap();
    assert!(own.iter().any(|link| link["relation"] == "plan-item" && link["to"] == "item-1"));
}

#[test]
fn another_year_region_or_edition_gives_nil_with_the_reason() {
    let cases = [
        ("三浦", "平成28年度", "平成29年度の取組内容について", "nil", "other-year"),
        ("湘南", "平成29年度", "平成29年度の取組内容について", "nil", "other-region"),
        ("三浦", "平成29年度", "平成29年度の取組内容（最終案）について", "nil", "other-edition"),
        ("三浦", "平成28年度", "取組内容について", "candidate", "year-of-meeting"),
        ("三浦", "平成29年度", "取組内容について", "nil", "year-unknown"),
    ];
    for (region, year, heading, decision, reason) in cases {
        let collection = Collection::new();
        collection.write("plan.txt", plan(region, year));
        collection.write("a.txt", minutes(1, "三浦", heading, "平成29年１月20日"));
        let links = links(&collection, "plan-item");
        let first = links.iter().find(|row| row["number"] == 1).unwrap();
        assert_eq!((&first["decision"], &first["reason"]), (&decision.into(), &reason.into()), "{first}");
    }
}

#[test]
fn several_editions_are_candidates_and_none_is_chosen() {
    let collection = Collection::new();
    collection.write("p1.txt", plan("三浦", "平成29年度"));
    collection.write("p2.txt", plan("三浦", "平成29年度").replace("（案）", "（最終案）"));
    collection.write("a.txt", minutes(1, "三浦", "平成29年度の取組内容について", "平成29年１月20日"));
    let open = links(&collection, "plan-item");
    let first: Vec<&Value> = open.iter().filter(|row| row["number"] == 1).collect();
    assert_eq!(first.len(), 2);
    assert!(first.iter().all(|row| row["decision"] == "candidate" && row["reason"] == "several-editions"), "{first:?}");
    collection.write("a.txt", minutes(1, "三浦", "平成29年度の取組内容（最終案）について", "平成29年１月20日"));
    let stated = links(&collection, "plan-item");
    let first: Vec<&Value> = stated.iter().filter(|row| row["number"] == 1).collect();
    assert_eq!((first.len(), &first[0]["decision"], &first[0]["to_document"]), (1, &"linked".into(), &"p2".into()));
}

#[test]
fn a_plan_finds_the_items_of_its_earlier_edition_only_where_it_is_there() {
    let collection = Collection::new();
    collection.write("p30.txt", plan("三浦", "平成30年度"));
    let alone = links(&collection, "earlier-item");
    assert!(!alone.is_empty());
    assert!(alone.iter().all(|row| row["decision"] == "nil" && row["reason"] == "no-earlier-edition"), "{alone:?}");
    collection.write("p29.txt", plan("三浦", "平成29年度").replace("\n1 体制構築", "\n2 体制構築"));
    let both = links(&collection, "earlier-item");
    let of_new: Vec<&Value> = both.iter().filter(|row| row["document"] == "p30").collect();
    let two = of_new.iter().find(|row| row["number"] == 2).unwrap();
    assert_eq!((&two["decision"], &two["to_element"]), (&"linked".into(), &"item-2".into()), "{two}");
    let three = of_new.iter().find(|row| row["number"] == 3).unwrap();
    assert_eq!((&three["decision"], &three["reason"]), (&"nil".into(), &"no-such-number".into()), "{three}");
}

#[test]
fn meetings_stand_in_order_with_their_gaps() {
    let collection = Collection::new();
    let heading = "取組について";
    collection.write("x1.txt", minutes(1, "三浦", heading, "平成28年５月20日"));
    collection.write("b2.txt", minutes(2, "三浦", heading, "平成28年９月20日"));
    collection.write("a4.txt", minutes(4, "三浦", heading, "平成29年１月20日"));
    collection.write("other.txt", minutes(3, "湘南", heading, "平成28年12月20日"));
    let next = links(&collection, "next-meeting");
    let from = |document: &str| next.iter().find(|row| row["document"] == document).unwrap();
    assert_eq!((&from("x1")["decision"], &from("x1")["to_document"]), (&"linked".into(), &"b2".into()));
    assert_eq!((&from("b2")["decision"], &from("b2")["reason"]), (&"candidate".into(), &"gap".into()));
    let missing = links(&collection, "earlier-meeting");
    let of = |document: &str| -> Vec<u64> {
        let own = missing.iter().filter(|row| row["document"] == document);
        own.map(|row| row["number"].as_u64().unwrap()).collect()
    };
    assert_eq!((of("a4"), of("other"), of("x1")), (vec![3], vec![1, 2], vec![]));
}

#[test]
fn organizations_are_one_within_a_region_and_not_across() {
    let collection = Collection::new();
    let heading = "取組について";
    collection.write("a1.txt", minutes(1, "三浦", heading, "平成28年５月20日"));
    collection.write("a2.txt", minutes(2, "三浦", heading, "平成28年９月20日"));
    collection.write("z1.txt", minutes(1, "湘南", heading, "平成28年５月20日"));
    let links = links(&collection, "same-organization");
    let hospital = |document: &str| {
        links.iter().find(|row| row["document"] == document && row["element"] == "org:中央病院").unwrap()
    };
    assert_eq!((&hospital("a2")["decision"], &hospital("a2")["to_document"]), (&"linked".into(), &"a1".into()));
    assert_eq!((&hospital("z1")["decision"], &hospital("z1")["reason"]), (&"nil".into(), &"other-region".into()));
    assert!(!links.iter().any(|row| row["document"] == "a1"));
}
