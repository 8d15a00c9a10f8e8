//! Tables: every cell of generated layouts, the labelled tables of the corpus, and what is no table.

mod generate;
mod layout;

use std::path::{Path, PathBuf};
use std::{env, fs};

use generate::positions::{empty_places, faults};
use layout::{Layout, layout};
use serde_json::Value;

/// How much of something came back.
#[derive(Default)]
struct Tally {
    asked: usize,
    right: usize,
    wrong: usize,
    shown: Vec<String>,
}

impl Tally {
    fn share(&self) -> f64 {
        self.right as f64 / self.asked.max(1) as f64
    }

    fn report(&self) -> String {
        let shown: Vec<&str> = self.shown.iter().take(30).map(String::as_str).collect();
        format!("{} of {} right, {} wrong\n{}", self.right, self.asked, self.wrong, shown.join("\n"))
    }
}

#[test]
fn every_cell_of_generated_layouts_comes_back() {
    let mut tally = Tally::default();
    for seed in 0..cases(150) {
        let asked = layout(seed);
        let document = read(asked.text.as_bytes());
        check(&asked, &document, &mut tally);
    }
    println!("{}", tally.report());
    assert!(tally.share() >= 0.98, "{}", tally.report());
    assert!(tally.wrong * 200 <= tally.asked, "{}", tally.report());
}

#[test]
fn generated_layouts_keep_every_character() {
    for seed in 0..cases(150) {
        let asked = layout(seed);
        let document = read(asked.text.as_bytes());
        let mut found = faults(&document, &asked.text);
        found.extend(empty_places(&document));
        assert!(found.is_empty(), "{}: {found:?}", asked.name);
    }
}

/// Compares cells, numbers, references and lines of each row; anything that was not asked for is wrong.
fn check(asked: &Layout, document: &Value, tally: &mut Tally) {
    let rows: Vec<&Value> = list(&document["tables"]).iter().flat_map(|table| list(&table["rows"])).collect();
    let columns: Vec<&str> = list(&document["tables"][0]["columns"]).iter().filter_map(Value::as_str).collect();
    let before = (tally.right, tally.asked, tally.wrong);
    for row in &asked.rows {
        let found = rows.iter().find(|found| found["number"].as_u64() == Some(u64::from(row.number)));
        let cells: Vec<(String, String)> = found.map(|found| cells(found)).unwrap_or_default();
        for cell in &row.cells {
            tally.asked += 1;
            tally.right += usize::from(cells.contains(cell));
            if found.is_some() && !cells.contains(cell) && tally.shown.len() < 60 {
                tally.shown.push(format!("  row {} {cell:?} in {cells:?}", row.number));
            }
        }
        tally.wrong += cells.iter().filter(|cell| !row.cells.contains(cell)).count();
        let named: Vec<u64> = found.map(|found| references(found)).unwrap_or_default();
        let want: Vec<u64> = row.references.iter().map(|number| u64::from(*number)).collect();
        tally.wrong += usize::from(found.is_some() && named != want);
    }
    let clean = tally.right - before.0 == tally.asked - before.1 && tally.wrong == before.2;
    if !clean || columns != asked.columns || document["tables"][0]["caption"].as_str() != asked.caption.as_deref() {
        let found = &document["tables"][0]["caption"];
        tally.shown.push(format!("{}: {} rows of {}, {columns:?}, {found}", asked.name, rows.len(), asked.rows.len()));
    }
}

fn cells(row: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    list(&row["cells"]).iter().map(|cell| (text(&cell["column"]), text(&cell["text"]))).collect()
}

fn references(row: &Value) -> Vec<u64> {
    list(&row["references"])
        .iter()
        .flat_map(|reference| list(&reference["numbers"]))
        .filter_map(Value::as_u64)
        .collect()
}

#[test]
fn the_tables_of_the_corpus_are_read_as_labelled() {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let mut seen = 0;
    for path in files(&gold, ".table.json") {
        let asked: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let region = path.parent().and_then(Path::file_name).unwrap();
        let text =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(region).join(asked["file"].as_str().unwrap());
        let document = read(&fs::read(&text).unwrap());
        let name = asked["file"].as_str().unwrap();
        seen += 1;
        if asked["columns_lost"] == Value::Bool(true) {
            assert_eq!(document["type"], "unknown", "{name}");
            assert!(codes(&document).contains(&"lost-columns"), "{name}");
            assert_eq!(document["coverage"]["residue"], document["coverage"]["characters"], "{name}");
            continue;
        }
        let table = &document["tables"][0];
        assert_eq!(table["caption"], asked["caption"], "{name}");
        assert_eq!(table["columns"], asked["columns"], "{name}");
        assert_eq!(list(&table["rows"]).len(), list(&asked["rows"]).len(), "{name}");
        for (row, want) in list(&table["rows"]).iter().zip(list(&asked["rows"])) {
            let found: serde_json::Map<String, Value> =
                cells(row).into_iter().map(|(column, text)| (column, Value::from(text))).collect();
            assert_eq!((&row["number"], &row["lines"]), (&want["number"], &want["lines"]), "{name}");
            assert_eq!(Value::from(found), want["cells"], "{name} row {}", want["number"]);
            let named: Vec<u64> = list(&want["references"]).iter().filter_map(Value::as_u64).collect();
            assert_eq!(references(row), named, "{name} row {}", want["number"]);
        }
    }
    assert!(seen >= 3, "the labelled tables are not there");
}

#[test]
fn nothing_else_of_the_corpus_is_a_table() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for path in files(&corpus, ".txt") {
        let labelled = path.to_string_lossy().replace("corpus", "tests/gold").replace(".txt", ".table.json");
        let document = read(&fs::read(&path).unwrap());
        assert_eq!(document["type"] == "table", Path::new(&labelled).exists() && !is_lost(&labelled), "{path:?}");
        assert!(codes(&document).contains(&"lost-columns") == is_lost(&labelled), "{path:?}");
    }
}

fn is_lost(gold: &str) -> bool {
    fs::read_to_string(gold).is_ok_and(|text| text.contains("columns_lost"))
}

#[test]
fn real_tables_keep_number_name_and_department() {
    let Some(folder) = real() else {
        println!("skipped: no folder of real documents");
        return;
    };
    for (name, rows) in [("aichi", 181), ("nankoku_R4", 27), ("nankoku_426", 25)] {
        for path in files(&folder.join("tables"), ".txt").iter().filter(|path| stem(path).starts_with(name)) {
            let bytes = fs::read(path).unwrap();
            let document = read(&bytes);
            assert!(faults(&document, &String::from_utf8(bytes).unwrap()).is_empty(), "{path:?}");
            if !stem(path).ends_with(".layout") {
                assert!(codes(&document).contains(&"lost-columns"), "{path:?}");
                assert_eq!(document["coverage"]["residue"], document["coverage"]["characters"], "{path:?}");
                continue;
            }
            let found = list(&document["tables"][0]["rows"]);
            assert_eq!(found.len(), rows, "{path:?}");
            // A number, and a name and a department beside it; in the list without a header a name.
            let fewest = if rows == 25 { 2 } else { 3 };
            for row in found {
                assert!(row["number"].is_u64() && list(&row["cells"]).len() >= fewest, "{path:?} {row}");
            }
        }
    }
}

#[test]
fn no_real_minutes_are_a_table() {
    let Some(folder) = real() else {
        println!("skipped: no folder of real documents");
        return;
    };
    for path in files(&folder, ".txt").iter().filter(|path| !path.to_string_lossy().contains("/tables/")) {
        let document = read(&fs::read(path).unwrap());
        assert_ne!(document["type"], "table", "{path:?}");
        let dump_of_table = stem(path).contains("pdfdump");
        assert!(dump_of_table || !codes(&document).contains(&"lost-columns"), "{path:?}");
    }
}

/// The folder of real documents, where it is at hand.
fn real() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real");
    let folder = env::var_os("GIJI_REAL").map_or(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn read(bytes: &[u8]) -> Value {
    let options = giji::Options::named("table.txt");
    let parsed = giji::parse(bytes, &options).expect("the text can be decoded");
    serde_json::to_value(&parsed.document).expect("a document is JSON")
}

fn codes(document: &Value) -> Vec<&str> {
    list(&document["diagnostics"]).iter().filter_map(|found| found["code"].as_str()).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    let inside = |path: PathBuf| if path.is_dir() { files(&path, ending) } else { vec![path] };
    let all = found.into_iter().flat_map(inside);
    all.filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

fn cases(usual: u64) -> u64 {
    env::var("GIJI_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

fn parsed(text: &str) -> serde_json::Value {
    let read = giji::parse(text.as_bytes(), &giji::Options::named("a.txt")).expect("a text");
    serde_json::from_str(&read.to_json()).expect("JSON")
}

#[test]
fn a_table_inside_minutes_belongs_to_the_section_in_which_it_stands() {
    let table = "（別表）事業の一覧\n番号    事業名                    担当課          予算額\n  1     相談支援の充実            福祉課          1,200\n  2     学習会の開催              子育て支援課      350\n\n";
    let verbatim = format!(
        "第２回福祉協議会 会議録\n\n○小田切会長　資料を御覧ください。\n\n{table}○倉石委員　何回開きますか。\n○小田切会長　事務局から。\n"
    );
    let summary = format!(
        "第３回地域連絡会議の概要\n\n１ 日時：平成29年２月１日（水）\n２ 議題\n（１）取組について\n（主な意見）\n・空きがわからない（三浦市）\n\n{table}（２）その他\n・次回は５月に開催する。\n"
    );
    for (text, section, opinions) in [(verbatim, "section-1", 3), (summary, "agenda-1", 1)] {
        let document = parsed(&text);
        let found = &document["sections"][0];
        assert_eq!(found["id"], section);
        assert_eq!(found["opinions"].as_array().map(Vec::len), Some(opinions), "{text}");
        let table = &found["tables"][0];
        assert_eq!(table["caption"], "（別表）事業の一覧");
        assert_eq!(table["rows"][1]["cells"][1]["text"], "学習会の開催");
        assert_eq!(document["coverage"]["residue"], 0);
        let spoken = found["opinions"].to_string();
        assert!(!spoken.contains("担当課"), "no cell is anybody's speech: {spoken}");
    }
}

#[test]
fn a_plan_in_columns_of_spaces_is_a_plan_and_keeps_its_other_columns() {
    let text = "平成30年度 みなと地域連絡会議 取組計画（案）\n\n番号  課題区分    項目              内容                      主たる機関    協力を得たい関係機関    目標\n  1   連携        連絡会議の開催    ・年２回開催する          保健所        市町、病院              ２回\n                                    ・議題を事前に募る\n  2   人材育成    研修会の開催      ・看護職を対象にする      医師会        訪問看護ステーション    30人\n";
    let document = parsed(text);
    assert_eq!((&document["type"], &document["plan"]["fiscal_year"]), (&"plan".into(), &2018.into()));
    let item = &document["items"][0];
    assert_eq!(
        (&item["number"], &item["name"], &item["category"]),
        (&1.into(), &"連絡会議の開催".into(), &"連携".into())
    );
    assert_eq!(item["content"][1]["text"], "議題を事前に募る");
    assert_eq!(item["lead"][0]["label"], "保健所");
    let helpers: Vec<&str> =
        item["cooperating"].as_array().into_iter().flatten().filter_map(|cell| cell["label"].as_str()).collect();
    assert_eq!(helpers, ["市町", "病院"]);
    assert_eq!((&item["cells"][0]["column"], &item["cells"][0]["text"]), (&"目標".into(), &"2回".into()));
    assert_eq!(document["coverage"]["residue"], 0);
}

#[test]
fn months_below_the_header_of_the_schedule_are_its_periods() {
    let text = "令和６年度　みなと地域　取組一覧（案）\n\n\
        No.  区分      取組内容                    実施主体          協力機関             実施時期\n                                                                                  ４～６月  ７～９月  10～12月  １～３月\n\
        １   人材育成  看護師向け研修会の開催      県看護協会        県、医師会                                講師選定  開催\n\
        ２   災害対策  避難計画の作成支援          市町村            保健所、訪問看護ＳＴ  周知      ○         ○\n";
    let document = parsed(text);
    let plan = &document["plan"];
    let period = |at: usize, key: &str| plan["periods"][at][key].as_str().unwrap_or_default().to_owned();
    assert_eq!((period(0, "label"), period(0, "start")), ("4～6月".to_owned(), "2024-04".to_owned()));
    assert_eq!((period(3, "label"), period(3, "end")), ("1～3月".to_owned(), "2025-03".to_owned()));
    assert_eq!(plan["columns"].as_array().map(Vec::len), Some(6), "実施時期 over its periods is a column");
    let times = |at: usize| -> Vec<(&str, u64)> {
        let cells = document["items"][at]["schedule"].as_array().into_iter().flatten();
        cells.filter_map(|cell| Some((cell["text"].as_str()?, cell["period"].as_u64()?))).collect()
    };
    assert_eq!(times(0), [("講師選定", 3), ("開催", 4)]);
    assert_eq!(times(1), [("周知", 1), ("○", 2), ("○", 3)]);
    assert_eq!(document["coverage"]["residue"], 0);
}

/// The cells of a document's only table, row by row, as `column=text`.
fn rows_of(text: &str) -> Vec<String> {
    let document = read(text.as_bytes());
    let rows = document["tables"][0]["rows"].as_array().cloned().unwrap_or_default();
    let row = |row: &Value| cells(row).iter().map(|(column, text)| format!("{column}={text}")).collect::<Vec<_>>();
    rows.iter().map(|one| row(one).join(" | ")).collect()
}

#[test]
fn a_remark_in_brackets_is_of_the_cell_above_it() {
    let text = "        指定管理者候補者一覧

 番号        施設名                候補者                  所管課
  1     市民文化会館        株式会社ひかりステージ        文化課
  2     総合体育館          北陵スポーツ共同事業体        文化課
                            （代表：㈱みどりスポーツ）
  3     児童センター        特定非営利活動法人こども      こども課
                            の広場
";
    let wanted = [
        "番号=1 | 施設名=市民文化会館 | 候補者=株式会社ひかりステージ | 所管課=文化課",
        "番号=2 | 施設名=総合体育館 | 候補者=北陵スポーツ共同事業体（代表：（株）みどりスポーツ） | 所管課=文化課",
        "番号=3 | 施設名=児童センター | 候補者=特定非営利活動法人こどもの広場 | 所管課=こども課",
    ];
    assert_eq!(rows_of(text), wanted);
}

#[test]
fn a_name_and_a_numbered_point_are_no_columns_of_their_own() {
    let text = "           一般質問通告一覧

順位     議員名             質問事項                      質問の要旨               答弁者
 1      木村和子     １ 防災対策について       (1) 備蓄品の状況は                    市長
                                               (2) 避難所の運営は
 2     石川　豊      １ 農業振興について       (1) 後継者対策の現状と課題            市長
 3      谷　正       １ 学校の統廃合について   (1) 今後の方針を伺う                 教育長
                     ２ 通学路の安全対策       (2) 点検の結果は
";
    let rows = rows_of(text);
    assert_eq!(
        rows[1],
        "順位=2 | 議員名=石川 豊 | 質問事項=1 農業振興について | 質問の要旨=(1) 後継者対策の現状と課題 | 答弁者=市長"
    );
    assert!(rows[2].contains("質問事項=1 学校の統廃合について2 通学路の安全対策"), "{}", rows[2]);
}

#[test]
fn rows_may_be_numbered_in_parts_or_by_the_meeting() {
    let parts = "        進捗管理表

番号     施策名           所管課        目標      評価
1-1    窓口の周知度     総務課          35％       B
1-2    育児休業取得率   人事課          30％       A
2-1    講座の開催       市民課          60％       C
";
    assert_eq!(rows_of(parts)[1], "番号=1-2 | 施策名=育児休業取得率 | 所管課=人事課 | 目標=30％ | 評価=A");
    let meetings = " 回     開催日             会場           主な議題
  1    令和5年5月16日     第１会議室     正副会長の選任
  2    令和5年8月8日      オンライン     骨子案
  3    令和5年11月14日    第１会議室     素案
";
    assert_eq!(rows_of(meetings)[2], "回=3 | 開催日=令和5年11月14日 | 会場=第1会議室 | 主な議題=素案");
}
