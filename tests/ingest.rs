//! A folder of dumps becomes a dataset, run after run.

mod collection;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use collection::{Collection, Dataset, TABLES, giji, query, told};
use giji::schema;
use rusqlite::Connection;
use serde_json::Value;

fn ndjson(data: &Dataset, table: &str) -> Vec<Value> {
    data.file(&format!("{table}.ndjson")).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn of<'r>(rows: &'r [Value], column: &str, value: &str) -> Vec<&'r Value> {
    rows.iter().filter(|row| row[column] == value).collect()
}

#[test]
fn a_second_run_with_nothing_new_does_nothing_and_says_so() {
    let collection = Collection::small(30);
    let first = collection.ingested("data", &[]);
    assert!(first.contains("documents: 30 new, 0 changed"), "{first}");
    let before = Dataset::read(&collection.path("data"));
    let written = fs::metadata(collection.path("data/manifest.json")).unwrap().modified().unwrap();
    let second = collection.ingested("data", &[]);
    assert!(second.contains("30 same") && second.contains("nothing new"), "{second}");
    assert_eq!(fs::metadata(collection.path("data/manifest.json")).unwrap().modified().unwrap(), written);
    before.assert_same(&Dataset::read(&collection.path("data")), "second run");
    let third = collection.ingested("data", &["--verify"]);
    assert!(third.contains("30 same") && third.contains("nothing new"), "{third}");
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes() {
    let collection = Collection::small(60);
    let first = {
        collection.ingested("data1", &["--jobs", "1"]);
        Dataset::read(&collection.path("data1"))
    };
    for jobs in ["2", "5"] {
        let out = format!("data{jobs}");
        collection.ingested(&out, &["--jobs", jobs]);
        first.assert_same(&Dataset::read(&collection.path(&out)), jobs);
        let database = |out: &str| fs::read(collection.path(out).join("dataset.sqlite")).unwrap();
        assert!(database("data1") == database(&out), "the database's bytes differ with {jobs} jobs");
    }
}

#[test]
fn a_dataset_that_grew_equals_one_made_at_once() {
    let collection = Collection::small(40);
    collection.ingested("data", &[]);
    let (changed, text) = collection::small(8);
    collection.write(&changed, [text, "・追加の意見（三浦市）\n".as_bytes().to_vec()].concat());
    collection.write("新しい/第９９号.txt", collection::small(44).1);
    let (gone, _) = collection::small(12);
    collection.remove(&gone);
    let told = collection.ingested("data", &["--prune"]);
    assert!(told.contains("1 new, 1 changed, 38 same, 0 failed, 0 vanished, 1 removed"), "{told}");
    collection.undisturbed().assert_same(&Dataset::read(&collection.path("data")), "grown");
}

#[test]
fn a_vanished_document_stays_until_it_is_pruned() {
    let collection = Collection::small(12);
    collection.ingested("data", &[]);
    collection.remove(&collection::small(5).0);
    for _ in 0..2 {
        let output = collection.ingest("data", &[]);
        assert!(told(&output).contains("1 vanished"), "{}", told(&output));
        assert!(told(&output).contains("005: the source is gone"), "{}", told(&output));
        assert!(collection.path("data/documents/005.json").is_file());
    }
    assert!(collection.ingested("data", &["--prune"]).contains("1 removed"));
    assert!(!collection.path("data/documents/005.json").exists());
    collection.undisturbed().assert_same(&Dataset::read(&collection.path("data")), "pruned");
}

#[test]
fn documents_of_a_folder_that_is_not_walked_stay() {
    let collection = Collection::small(6);
    collection.ingested("data", &[]);
    fs::create_dir(collection.path("more")).unwrap();
    fs::write(collection.path("more/z.txt"), collection::small(20).1).unwrap();
    let output = giji(&["ingest", "more", "--out", "data", "--prune"]).current_dir(collection.folder.path()).output();
    let said = told(&output.unwrap());
    assert!(said.contains("1 new, 0 changed, 6 same, 0 failed, 0 vanished, 0 removed"), "{said}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let collection = Collection::small(5);
    let said = collection.ingested("data", &["--dry-run"]);
    assert!(said.contains("5 new") && said.contains("nothing was written"), "{said}");
    assert!(!collection.path("data").exists());
    collection.ingested("data", &[]);
    let before = Dataset::read(&collection.path("data"));
    collection.write("next.txt", collection::small(9).1);
    assert!(collection.ingested("data", &["--dry-run"]).contains("1 new, 0 changed, 5 same"));
    before.assert_same(&Dataset::read(&collection.path("data")), "dry run");
}

#[test]
fn tables_documents_and_database_say_the_same() {
    let collection = Collection::small(50);
    collection.ingested("data", &[]);
    let data = Dataset::read(&collection.path("data"));
    let (mut opinions, mut attributed, mut codes) = (0, 0, BTreeMap::new());
    for (name, bytes) in data.files.iter().filter(|(name, _)| name.starts_with("documents/")) {
        let document: Value = serde_json::from_slice(bytes).unwrap_or_else(|cause| panic!("{name}: {cause}"));
        count_opinions(&document["sections"], &mut opinions, &mut attributed);
        for diagnostic in document["diagnostics"].as_array().into_iter().flatten() {
            *codes.entry(diagnostic["code"].as_str().unwrap().to_owned()).or_insert(0) += 1;
        }
    }
    let rows = ndjson(&data, "opinions");
    assert!(opinions > 100 && attributed > 50);
    assert_eq!(rows.len(), opinions);
    assert_eq!(rows.iter().filter(|row| !row["label"].is_null()).count(), attributed);
    let database = Connection::open(collection.path("data/dataset.sqlite")).unwrap();
    let number = |sql: &str| -> usize { database.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap() as usize };
    assert_eq!(number("SELECT sum(opinions) FROM documents"), opinions);
    assert_eq!(number("SELECT count(label) FROM opinions"), attributed);
    for (code, count) in codes {
        assert_eq!(number(&format!("SELECT count(*) FROM diagnostics WHERE code = '{code}'")), count, "{code}");
    }
    assert_eq!(query(&database, "PRAGMA foreign_key_check"), Vec::<String>::new());
    for table in TABLES {
        let rows = ndjson(&data, table);
        assert_eq!(number(&format!("SELECT count(*) FROM {table}")), rows.len());
        let mut csv = csv::Reader::from_reader(data.files[&format!("{table}.csv")].as_slice());
        let columns: Vec<String> = csv.headers().unwrap().iter().map(str::to_owned).collect();
        for (record, row) in csv.records().zip(&rows) {
            let row: Vec<String> = row.as_object().unwrap().iter().map(|(_, value)| cell(value)).collect();
            assert_eq!(record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>(), row);
        }
        let keys: Vec<&String> = rows.first().map(|row| row.as_object().unwrap().keys().collect()).unwrap_or_default();
        assert!(rows.is_empty() || columns.iter().collect::<Vec<_>>() == keys, "{table}");
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn count_opinions(sections: &Value, all: &mut usize, attributed: &mut usize) {
    for section in sections.as_array().into_iter().flatten() {
        for opinion in section["opinions"].as_array().into_iter().flatten() {
            *all += 1;
            *attributed += usize::from(opinion.get("attribution").is_some());
        }
        count_opinions(&section["sections"], all, attributed);
    }
}

#[test]
fn every_row_and_every_document_obeys_its_schema() {
    let collection = Collection::small(20);
    collection.ingested("data", &[]);
    let data = Dataset::read(&collection.path("data"));
    for table in TABLES {
        let validator = jsonschema::draft202012::new(&schema::schema(table).unwrap()).unwrap();
        for row in ndjson(&data, table) {
            assert!(validator.is_valid(&row), "{table}: {row}");
        }
    }
    let validator = jsonschema::draft202012::new(&schema::schema("document").unwrap()).unwrap();
    for (name, bytes) in data.files.iter().filter(|(name, _)| name.starts_with("documents/")) {
        let document: Value = serde_json::from_slice(bytes).unwrap();
        let complaints: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(complaints.is_empty(), "{name}: {complaints:?}");
        assert!(document.get("links").is_some(), "{name} has no links");
    }
}

#[test]
fn every_column_is_described_with_its_type() {
    for table in giji::dataset::Table::ALL {
        for column in table.columns() {
            assert!(!column.description.is_empty(), "{} {}", table.name(), column.name);
        }
        for key in table.key() {
            assert!(table.columns().iter().any(|column| column.name == *key && !column.optional), "{}", table.name());
        }
    }
}

#[test]
fn words_of_two_characters_and_more_are_found() {
    let collection = Collection::small(30);
    collection.ingested("data", &[]);
    let rows = ndjson(&Dataset::read(&collection.path("data")), "opinions");
    let database = Connection::open(collection.path("data/dataset.sqlite")).unwrap();
    for word in ["研修", "入所", "短期入所", "関係", "連絡会議", "病院", "空きが", "海"] {
        let wanted = rows.iter().filter(|row| row["text"].as_str().unwrap().contains(word)).count();
        let index = match word.chars().count() {
            2 => "search2",
            1 => continue,
            _ => "search",
        };
        let sql = format!("SELECT count(*) FROM {index} WHERE {index} MATCH '{word}'");
        let found = database.query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap() as usize;
        assert_eq!(found, wanted, "{word}");
    }
}

#[test]
fn other_tools_read_the_same_figures() {
    let collection = Collection::small(30);
    collection.ingested("data", &["--excel"]);
    let data = Dataset::read(&collection.path("data"));
    assert!(data.files["opinions.csv"].starts_with(b"\xef\xbb\xbf"));
    let opinions = ndjson(&data, "opinions").len();
    let python = "import csv, sqlite3\n\
rows = list(csv.DictReader(open('data/opinions.csv', encoding='utf-8-sig', newline='')))\n\
count, = sqlite3.connect('data/dataset.sqlite').execute('SELECT count(*) FROM opinions').fetchone()\n\
print(len(rows), count, sum(int(r['speakers']) for r in rows))";
    let speakers: u64 = ndjson(&data, "opinions").iter().map(|row| row["speakers"].as_u64().unwrap()).sum();
    expect(&collection, "python3", &["-c", python], &format!("{opinions} {opinions} {speakers}\n"));
    expect(&collection, "sqlite3", &["data/dataset.sqlite", "SELECT count(*) FROM opinions"], &format!("{opinions}\n"));
}

/// Runs a tool where there is one.
fn expect(collection: &Collection, tool: &str, arguments: &[&str], wanted: &str) {
    match Command::new(tool).args(arguments).current_dir(collection.folder.path()).output() {
        Ok(output) => assert_eq!(String::from_utf8_lossy(&output.stdout), wanted, "{tool}: {}", told(&output)),
        Err(cause) => eprintln!("{tool} is not here, skipped: {cause}"),
    }
}

#[test]
fn two_files_of_one_id_fail_and_the_others_are_done() {
    let collection = Collection::small(4);
    collection.write("giji.toml", "include = [\"**/*.txt\", \"**/*.text\"]");
    collection.write("002.text", "別の文書");
    let output = collection.ingest("data", &[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(told(&output).contains("source/002.text: 002.txt would have the same id"), "{}", told(&output));
    assert!(told(&output).contains("3 new"), "{}", told(&output));
}

#[test]
fn settings_reach_the_files_they_name_and_mistakes_are_refused() {
    let collection = Collection::new();
    let text = "会議の概要\n（主な意見）\n・研修を行う（県）\n";
    collection.write("odd/a.txt", encoding_rs::EUC_JP.encode(text).0);
    collection.write(
        "giji.toml",
        "[[files]]\nmatch = \"odd/**\"\nencoding = \"euc_jp\"\ntype = \"minutes\"\nregion = \"三浦\"\n",
    );
    collection.ingested("data", &[]);
    let rows = ndjson(&Dataset::read(&collection.path("data")), "documents");
    assert_eq!(
        (&rows[0]["encoding"], &rows[0]["region"], &rows[0]["type"]),
        (&"euc_jp".into(), &"三浦".into(), &"minutes".into())
    );
    let organizations = |rows: &[Value]| rows.iter().map(|row| row["organization"].clone()).collect::<Vec<_>>();
    let opinions = ndjson(&Dataset::read(&collection.path("data")), "opinions");
    assert_eq!(organizations(&opinions), ["lg:140007"], "県 is that of the region in the settings");
    collection.write("giji.toml", "encodign = \"cp932\"\n");
    let output = collection.ingest("data", &[]);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains("encodign"), "{}", told(&output));
}

#[test]
fn corrections_apply_on_every_run_and_say_when_they_no_longer_do() {
    let collection = Collection::new();
    let text = |first: &str| {
        format!(
            "第３回三浦半島地域連絡会議の概要\n１ 日時：平成29年２月１日（木）14：00～16：00\n２ 場所：保健所\n３ 議題\n（１）取組について\n（主な意見）\n{first}\
・連絡会を続けたい（市立病院）\n・短期入所の空きがわからない。\n・続きの文です（三浦市）\n（以上）\n"
        )
    };
    collection.write("a.txt", text(""));
    collection.write(
        "corrections.toml",
        "[[correction]]\ndocument = \"*\"\nkind = \"organization\"\nquote = \"市立病院\"\norganization = \"横須賀市立うわまち病院\"\nnote = \"電話で確認\"\n\
[[correction]]\ndocument = \"a\"\nkind = \"date\"\nquote = \"平成29年2月1日\"\ndate = \"2017-02-02\"\n\
[[correction]]\ndocument = \"a\"\nkind = \"join\"\nquote = \"短期入所の空きがわからない。 ・続きの文です\"\n",
    );
    for first in ["", "・はじめの意見（葉山町）\n"] {
        collection.write("a.txt", text(first));
        collection.ingested("data", &[]);
        let data = Dataset::read(&collection.path("data"));
        let rows = ndjson(&data, "opinions");
        let hospital = of(&rows, "label", "市立病院")[0].clone();
        assert_eq!(
            (&hospital["organization"], &hospital["basis"]),
            (&"org:横須賀市立うわまち病院".into(), &"corrected".into())
        );
        assert_eq!(of(&rows, "text", "短期入所の空きがわからない。続きの文です")[0]["label"], "三浦市");
        assert_eq!(ndjson(&data, "documents")[0]["date"], "2017-02-02");
        let document: Value = serde_json::from_str(data.file("documents/a.json")).unwrap();
        assert_eq!(document["corrections"].as_array().unwrap().len(), 3);
        assert!(document["corrections"].as_array().unwrap().iter().all(|one| one["basis"] == "corrected"));
        assert!(of(&ndjson(&data, "diagnostics"), "code", "weekday-mismatch").is_empty());
    }
    collection.write("a.txt", text("").replace("わからない", "分からない").replace("市立病院", "県立病院"));
    let output = collection.ingest("data", &["--strict"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(told(&output).contains("市立病院") && told(&output).contains("applies nowhere"), "{}", told(&output));
    let rows = ndjson(&Dataset::read(&collection.path("data")), "diagnostics");
    assert_eq!(of(&rows, "code", "stale-correction").len(), 1);
}

#[test]
fn what_is_no_speaker_becomes_part_of_the_text_again() {
    let collection = Collection::small(1);
    collection.write(
        "corrections.toml",
        "[[correction]]\ndocument = \"**\"\nkind = \"not-speaker\"\nquote = \"（うわまち病院）\"\n",
    );
    collection.ingested("data", &[]);
    let data = Dataset::read(&collection.path("data"));
    let rows = ndjson(&data, "opinions");
    let text = of(&rows, "text", "研修は年2回なら可能（うわまち病院）");
    assert_eq!((text.len(), &text[0]["label"]), (1, &Value::Null));
    assert!(of(&ndjson(&data, "organizations"), "name", "うわまち病院").is_empty());
    let document: Value =
        serde_json::from_slice(data.files.iter().find(|(name, _)| name.starts_with("documents/")).unwrap().1).unwrap();
    let coverage = &document["coverage"];
    let sum = |key: &str| coverage[key].as_u64().unwrap();
    assert_eq!(sum("characters"), sum("placed") + sum("furniture") + sum("residue"));
}

#[test]
fn reading_from_standard_input_and_writing_to_standard_output_works_in_a_pipe() {
    let collection = Collection::small(1);
    let (name, _) = collection::small(0);
    let binary = assert_cmd::cargo::cargo_bin!("giji");
    let script = format!("cat 'source/{name}' | '{}' parse --format ndjson - | head -c 21", binary.display());
    let output = Command::new("sh").args(["-c", &script]).current_dir(collection.folder.path()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "{\"schema_version\":\"1\"");
}

#[test]
fn a_database_that_was_lost_or_damaged_is_rebuilt_and_the_run_says_so() {
    let collection = Collection::small(10);
    collection.ingested("data", &[]);
    let wanted = Dataset::read(&collection.path("data"));
    let database = collection.path("data/dataset.sqlite");
    let damages: [&dyn Fn(); 2] =
        [&|| fs::remove_file(&database).unwrap(), &|| fs::write(&database, "no database").unwrap()];
    for damage in damages {
        for more in [&[][..], &["--verify"]] {
            damage();
            assert!(!collection.ingested("data", &["--dry-run"]).contains("rebuilt"));
            let said = collection.ingested("data", more);
            assert!(said.contains("it was rebuilt") && !said.contains("nothing was written"), "{said}");
            wanted.assert_same(&Dataset::read(&collection.path("data")), "rebuilt");
        }
    }
    assert!(collection.ingested("data", &[]).contains("nothing new: nothing was written"));
}

#[test]
fn a_folder_that_is_given_twice_is_taken_once() {
    let collection = Collection::small(4);
    collection.write("giji.toml", "excel = true\n");
    let again = collection.source();
    let output = collection.ingest("data", &["source/", "./source", again.to_str().unwrap()]);
    assert!(output.status.success() && told(&output).contains("4 new"), "{}", told(&output));
}

#[test]
fn lines_about_documents_hold_no_pictures_of_tabs_and_a_failure_is_told_once() {
    let collection = Collection::small(2);
    let output = collection.ingest("data", &["--verbose"]);
    assert!(told(&output).contains("new       a folder/1 \n"), "{}", told(&output));
    collection.write("empty.txt", "");
    for more in [&["--fail-fast"][..], &["--fail-fast", "--dry-run"], &[], &["--fail-fast"]] {
        let output = collection.ingest("data", more);
        assert_eq!(output.status.code(), Some(3), "{}", told(&output));
        assert_eq!(told(&output).matches("source/empty.txt: ").count(), 1, "{more:?}: {}", told(&output));
    }
}

#[test]
fn a_stated_encoding_that_turns_a_file_into_noise_is_told_with_the_file() {
    let text = "第１回三浦半島地域連絡会議の概要\n日時：平成29年２月１日\n（主な意見）\n・研修を年２回ひらきたい（横須賀市）\n";
    let cp932 = encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
    let euc_jp = encoding_rs::EUC_JP.encode(text).0.into_owned();
    for (stated, likely, bytes) in [
        ("cp932", "utf-8", text.as_bytes()),
        ("euc_jp", "utf-8", text.as_bytes()),
        ("utf-16-le", "utf-8", text.as_bytes()),
        ("utf-8", "cp932", &cp932),
        ("cp932", "euc_jp", &euc_jp),
    ] {
        let collection = Collection::new();
        collection.write("wrong.txt", bytes);
        if stated != "utf-16-le" {
            collection.write("right.txt", "ascii only\n");
        }
        // What is damaged in itself reads no better as anything else.
        collection.write("damaged.txt", [bytes, b"\x80\xff\xff"].concat());
        collection.write("giji.toml", format!("[[files]]\nmatch = \"**\"\nencoding = \"{stated}\"\n"));
        let output = collection.ingest("data", &[]);
        let said = told(&output);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains(&format!("source/wrong.txt: warning: parts of it cannot be read as {stated}")), "{said}");
        assert!(said.contains(&format!("as {likely} all of it can")), "{said}");
        assert_eq!(said.matches("warning").count(), 1, "{said}");
        let output = collection.ingest("data", &["--again", "--lang", "ja"]);
        assert!(told(&output).contains(&format!("wrong.txt: 警告: 設定の文字コード {stated}")), "{}", told(&output));
    }
}
