//! Minutes whose opinions stand in a table below the head. Invented documents.

use giji::model::{Document, DocumentType, Table};
use giji::{Options, parse_str};

const HEAD: &str = "第３回青波市地域包括ケア推進会議における意見と対応\n１　日時：令和５年５月18日（木）15：30～16：00\n\
                    ２　場所　青波合同庁舎　２階講堂\n\n３　主な意見\n";

const COLUMNS: [&str; 4] = ["番号", "発言者", "主な意見", "対応"];
const ROWS: [[&str; 4]; 4] = [
    ["1", "青波市医師会", "夜間の相談先が少ない。", "次回までに整理する。"],
    ["2", "石黒委員", "研修に福祉職も呼んでほしい。昨年にも同じ意見が出ていた。", "ご意見として承る。"],
    ["3", "青波養護", "送迎の範囲が限られる", "検討する"],
    ["4", "座長", "一枚にまとめたものがよい。", "次回までに整理する。"],
];

fn read(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

fn tables(document: &Document) -> Vec<&Table> {
    document.all_sections().flat_map(|section| &section.tables).collect()
}

/// The table as the dump has it: `between` divides the cells of a row.
fn dump(between: &str) -> String {
    let rows = std::iter::once(COLUMNS).chain(ROWS).map(|row| row.join(between) + "\n");
    HEAD.to_owned() + &rows.collect::<String>()
}

#[test]
fn a_table_of_what_was_said_stands_below_the_head_of_its_minutes() {
    for between in ["\t", "\n", "\n\n"] {
        let document = read(&dump(between));
        let meeting = document.meeting.as_ref().expect("a head");
        assert_eq!(document.r#type, DocumentType::Minutes);
        assert_eq!(meeting.name.as_deref(), Some("青波市地域包括ケア推進会議"));
        assert_eq!(
            (meeting.date.as_deref(), meeting.place.as_deref()),
            (Some("2023-05-18"), Some("青波合同庁舎 2階講堂"))
        );
        let [table] = tables(&document)[..] else { panic!("{between:?}") };
        assert_eq!(table.columns, COLUMNS);
        let cells = |row: &giji::model::Row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
        let want: Vec<Vec<String>> =
            ROWS.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        assert_eq!(table.rows.iter().map(cells).collect::<Vec<_>>(), want, "{between:?}");
        assert_eq!((document.all_opinions().count(), document.diagnostics.len()), (0, 0), "{between:?}");
    }
}

#[test]
fn text_below_such_a_table_is_none_of_it() {
    let document = read(&(dump("\n") + "\n４　その他\n・次回は６月に開く。（事務局）\n"));
    assert_eq!(tables(&document)[0].rows.len(), ROWS.len());
    let said: Vec<&str> = document.all_opinions().map(|opinion| opinion.text.as_str()).collect();
    assert_eq!(said, ["次回は6月に開く。"]);
}

#[test]
fn cells_on_lines_of_their_own_are_a_table_only_if_each_row_has_all_of_them() {
    // A cell that a line end breaks, one that is missing, and numbers that do not count on.
    for (from, to) in
        [("送迎の範囲が", "送迎の範囲が\n"), ("一枚に", "一枚に\n"), ("検討する\n", ""), ("3\n青波", "5\n青波")]
    {
        let document = read(&dump("\n").replace(from, to));
        assert!(tables(&document).is_empty(), "{to:?}");
    }
}

#[test]
fn a_list_of_persons_on_lines_of_their_own_is_no_table_of_what_they_said() {
    let text = "第３回青波市地域包括ケア推進会議会議録\n日時：令和５年５月18日（木）15：30\n場所：青波合同庁舎\n出席者\n番号\n氏名\n所属\n\
                1\n石黒　正\n青波市医師会\n2\n市川　豊\n青波市\n3\n林　守男\n青波市商工会\n議題\n・水が要る。（青波市）\n";
    assert!(tables(&read(text)).is_empty());
}
