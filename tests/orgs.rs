//! `giji orgs`, and the loop from what the register lacks to a register that has it.

mod command;

use std::fs;
use std::path::PathBuf;

use command::{code, err, giji, out, run};
use serde_json::Value;
use tempfile::TempDir;

const ODAWARA: &str = "corpus/kanagawa/odawara-2017-minutes.txt";
const ATSUGI: &str = "corpus/kanagawa/atsugi-2017-plan.txt";

fn organizations(arguments: &[&str]) -> Vec<Value> {
    let output = run(&[&["orgs", "--format", "json"], arguments].concat());
    let mut value: Value = serde_json::from_str(&out(&output)).unwrap();
    value["organizations"].as_array_mut().map(std::mem::take).unwrap()
}

fn named<'o>(organizations: &'o [Value], name: &str) -> &'o Value {
    organizations.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name} in {organizations:?}"))
}

/// Minutes whose opinions each end with one of these labels.
fn minutes(region: &str, labels: &[&str]) -> String {
    let opinions: String =
        labels.iter().map(|label| format!("・関わり方が見えにくいという声がある。（{label}）\n")).collect();
    format!(
        "第２回{region}地域連絡会議の概要\n\n１ 日時：平成29年２月１日（水）\n２ 場所：会議室\n３ 議題\n（１）取組について\n（主な意見）\n{opinions}"
    )
}

/// A folder with one text, and a register that the test writes.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), text).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        let path: PathBuf = self.folder.path().join(name);
        path.to_str().unwrap().to_owned()
    }

    /// The suggested rows, the header first, each as its cells.
    fn suggested(&self) -> Vec<Vec<String>> {
        let output = run(&["orgs", "--suggest", &self.path("a.txt")]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        out(&output).lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
    }

    /// Status, organization and method of each party, with these rows as a register.
    fn parties(&self, rows: &[Vec<String>]) -> Vec<[String; 3]> {
        let table: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        fs::write(self.path("r.tsv"), table.join("\n")).unwrap();
        let output = run(&["parse", &self.path("a.txt"), "--register", &self.path("r.tsv")]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        let document: Value = serde_json::from_str(&out(&output)).unwrap();
        let mut parties = Vec::new();
        collect(&document["sections"], &mut parties);
        parties
    }
}

fn collect(sections: &Value, parties: &mut Vec<[String; 3]>) {
    for section in sections.as_array().into_iter().flatten() {
        for opinion in section["opinions"].as_array().into_iter().flatten() {
            for party in opinion["attribution"]["parties"].as_array().into_iter().flatten() {
                parties.push(
                    ["status", "organization", "method"].map(|key| party[key].as_str().unwrap_or_default().to_owned()),
                );
            }
        }
        collect(&section["sections"], parties);
    }
}

/// The row with this id, for editing.
fn row<'r>(rows: &'r mut [Vec<String>], id: &str) -> &'r mut Vec<String> {
    let known = format!("{rows:?}");
    rows.iter_mut().find(|row| row[0] == id).unwrap_or_else(|| panic!("no {id} in {known}"))
}

#[test]
fn organizations_are_counted_by_where_they_stand() {
    let odawara = organizations(&[ODAWARA]);
    let hospital = named(&odawara, "小田原市立病院");
    assert_eq!((&hospital["speaker"], &hospital["id"]), (&4.into(), &"odawara-city-hospital".into()));
    let labels: Vec<_> =
        hospital["labels"].as_array().unwrap().iter().map(|label| (&label["label"], &label["methods"])).collect();
    assert!(labels.contains(&(&"市立病院".into(), &serde_json::json!(["context"]))), "{labels:?}");
    assert_eq!(named(&odawara, "ほうあんふじ")["status"], "unregistered");
    let rehab = named(&odawara, "リハセンター");
    assert_eq!((&rehab["status"], &rehab["candidates"][0]), (&"ambiguous".into(), &"kanagawa-rehab-center".into()));
    let atsugi = organizations(&[ATSUGI]);
    let school = named(&atsugi, "座間養護学校");
    assert_eq!((&school["lead"], &school["cooperating"]), (&4.into(), &2.into()));
    assert_eq!(named(&atsugi, "行政")["status"], "generic");
}

#[test]
fn one_organization_in_several_files_is_one_entry() {
    let kcmc = |files: &[&str]| named(&organizations(files), "神奈川県立こども医療センター").clone();
    let (one, other, both) = (kcmc(&[ODAWARA]), kcmc(&[ATSUGI]), kcmc(&[ODAWARA, ATSUGI]));
    for count in ["speaker", "lead", "cooperating", "attendee", "mention"] {
        let number = |entry: &Value| entry[count].as_u64().unwrap();
        assert_eq!(number(&both), number(&one) + number(&other), "{count}");
    }
    assert_eq!(both["files"], serde_json::json!([ODAWARA, ATSUGI]));
}

#[test]
fn standard_input_is_read_and_a_table_is_printed_in_both_languages() {
    let text = fs::read(ODAWARA).unwrap();
    for (lang, word, sum) in [("en", "organization", "ambiguous labels: 1"), ("ja", "機関", "あいまいな表記1")]
    {
        let output = assert_cmd::Command::from_std(giji(&["orgs", "--lang", lang, "-"]))
            .write_stdin(text.clone())
            .output()
            .unwrap();
        assert_eq!(code(&output), 0);
        assert!(out(&output).lines().next().unwrap().contains(word), "{}", out(&output));
        assert!(out(&output).contains(sum), "{}", out(&output));
    }
}

#[test]
fn the_csv_has_a_row_for_each_organization() {
    let output = run(&["orgs", "--format", "csv", ODAWARA]);
    let text = out(&output);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<std::collections::HashMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), organizations(&[ODAWARA]).len());
    let row = rows.iter().find(|row| row["id"] == "odawara-city-hospital").unwrap();
    assert_eq!((row["labels"].as_str(), row["methods"].as_str()), ("小田原市立病院\n市立病院", "exact\ncontext"));
}

#[test]
fn a_file_that_cannot_be_read_is_reported_and_the_others_are_counted() {
    let output = run(&["orgs", "missing.txt", ODAWARA]);
    assert_eq!(code(&output), 3);
    assert!(err(&output).contains("missing.txt: there is no such file"), "{}", err(&output));
    assert!(out(&output).contains("小田原市立病院"));
    assert_eq!(code(&run(&["orgs"])), 2);
    assert_eq!(code(&run(&["orgs", "--suggest", "--format", "json", ODAWARA])), 2);
}

#[test]
fn an_unregistered_name_is_suggested_corrected_and_then_resolved() {
    let desk = Desk::new(&minutes("小田原", &["太陽の門", "小田原市立病院", "太陽の門"]));
    let mut rows = desk.suggested();
    assert_eq!(rows.len(), 2, "{rows:?}");
    let open = row(&mut rows, "org:太陽の門");
    assert_eq!(open[4], "小田原");
    open[0] = "taiyo-no-mon".to_owned();
    open[1] = "太陽の門福祉医療センター".to_owned();
    open[2] = "太陽の門".to_owned();
    let parties = desk.parties(&rows);
    assert_eq!(parties[0], ["resolved", "taiyo-no-mon", "alias"]);
    assert_eq!(parties[0], parties[2]);
}

#[test]
fn an_unregistered_name_that_is_fed_back_as_it_is_keeps_its_id() {
    let desk = Desk::new(&minutes("小田原", &["ほうあんふじ", "小田原市立病院", "ほうあんふじ"]));
    assert_eq!(desk.parties(&desk.suggested())[0], ["resolved", "org:ほうあんふじ", "exact"]);
}

#[test]
fn an_ambiguous_label_that_is_left_to_one_row_is_resolved() {
    let desk = Desk::new(&minutes("小田原", &["リハセンター", "小田原市立病院", "リハセンター"]));
    let mut rows = desk.suggested();
    assert_eq!(desk.parties(&rows)[0][0], "ambiguous", "as long as nobody decides");
    row(&mut rows, "kanagawa-rehab-support")[2].clear();
    assert_eq!(desk.parties(&rows)[0], ["resolved", "kanagawa-rehab-center", "alias"]);
}

#[test]
fn of_towns_of_one_name_the_one_whose_row_is_kept_is_meant() {
    let desk = Desk::new(&minutes("中央", &["池田町", "たんぽぽ", "池田町健康福祉課"]));
    let mut rows = desk.suggested();
    let parties = desk.parties(&rows);
    assert_eq!((parties[0][0].as_str(), parties[2][0].as_str()), ("ambiguous", "ambiguous"), "{rows:?}");
    rows.retain(|row| {
        !row[0].contains("池田町") && !row[0].starts_with("lg:")
            || row[0] == "lg:204811"
            || row[0].contains("長野県池田町")
    });
    let parties = desk.parties(&rows);
    assert_eq!(parties[0], ["resolved", "lg:204811", "exact"]);
    assert_eq!(parties[2][0], "resolved", "{rows:?}");
}

#[test]
fn a_register_that_makes_no_sense_is_named_with_line_and_column() {
    let desk = Desk::new(&minutes("小田原", &["太陽の門"]));
    fs::write(desk.path("r.csv"), "id,名称,種別\nx,みなと病院,hospitl\n").unwrap();
    for command in ["parse", "check", "explain", "orgs"] {
        let output = run(&[command, &desk.path("a.txt"), "--register", &desk.path("r.csv")]);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{command}");
        assert!(err(&output).contains("r.csv:2:3: unknown classification hospitl"), "{}", err(&output));
    }
    let output = run(&["orgs", &desk.path("a.txt"), "--register", &desk.path("none.csv"), "--lang", "ja"]);
    assert!(err(&output).contains("none.csv: ファイルがありません"), "{}", err(&output));
}

#[test]
fn a_later_register_goes_before_an_earlier_one() {
    let desk = Desk::new(&minutes("小田原", &["太陽の門"]));
    fs::write(desk.path("one.csv"), "id,name,other_names\na,みなと学園,太陽の門\n").unwrap();
    fs::write(desk.path("two.csv"), "id,name\na,みなと学園\nb,太陽の門\n").unwrap();
    let ask = |registers: [&str; 2]| {
        let output = run(&[
            "orgs",
            "--format",
            "json",
            &desk.path("a.txt"),
            "--register",
            &desk.path(registers[0]),
            "--register",
            &desk.path(registers[1]),
        ]);
        let value: Value = serde_json::from_str(&out(&output)).unwrap();
        value["organizations"][0]["id"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(ask(["one.csv", "two.csv"]), "b");
}

#[test]
fn the_settings_of_a_collection_name_its_registers() {
    let desk = Desk::new(&minutes("小田原", &["太陽の門"]));
    fs::write(desk.path("giji.toml"), "registers = [\"r.csv\"]\n").unwrap();
    let data = tempfile::tempdir().unwrap();
    let ingest = || run(&["ingest", &desk.path(""), "--out", data.path().to_str().unwrap()]);
    fs::write(desk.path("r.csv"), "id,name,valid_from\nx,太陽の門,H28\n").unwrap();
    let output = ingest();
    assert_eq!(code(&output), 2, "{}", err(&output));
    assert_eq!(err(&output).matches("r.csv").count(), 1, "{}", err(&output));
    assert!(err(&output).contains("r.csv:2:3: H28 is no date"), "{}", err(&output));
    fs::write(desk.path("r.csv"), "id,name,valid_from\ntaiyo,太陽の門,2016\n").unwrap();
    assert_eq!(code(&ingest()), 0);
    let document: Value = serde_json::from_slice(&fs::read(data.path().join("documents/a.json")).unwrap()).unwrap();
    assert_eq!(document["organizations"][0]["register"], "taiyo");
}
