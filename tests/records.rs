//! Tables whose rows are records: a line, or lines that belong together, and a space or a sign between two cells.

use giji::model::{Document, DocumentType, PlanItem};
use giji::{Options, parse_str};

fn read(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

/// A row as `number name | content | lead | schedule | other cells`.
fn row(item: &PlanItem) -> String {
    let join = |texts: Vec<&str>| texts.join(" / ");
    let cells: Vec<String> = item.cells.iter().map(|cell| format!("{}={}", cell.column, cell.text)).collect();
    let number = item.number.map_or_else(|| "?".to_owned(), |number| number.to_string());
    [
        format!("{number} {}", item.name.as_deref().unwrap_or("-")),
        join(item.content.iter().map(|cell| &*cell.text).collect()),
        join(item.lead.iter().map(|party| &*party.label).collect()),
        join(item.schedule.iter().map(|cell| &*cell.text).collect()),
        cells.join(" / "),
    ]
    .join(" | ")
}

fn check(text: &str, want: &[&str]) -> Document {
    let document = read(text);
    assert_eq!(document.r#type, DocumentType::Plan, "{text}");
    assert_eq!(document.items.iter().map(row).collect::<Vec<_>>(), want, "{text}");
    document
}

/// What a table says, row by row: `header=cell`.
fn cells(document: &Document) -> Vec<String> {
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let cell = |row: &giji::model::Row| {
        row.cells.iter().map(|cell| format!("{}={}", cell.column, cell.text)).collect::<Vec<_>>().join(" ")
    };
    rows.map(cell).collect()
}

const ROWS: [&str; 3] = [
    "1 花壇づくり | 駅前に花を植える | 緑化課 | 5月 | ",
    "2 清掃の日 | 川べりを清掃する | 環境課 / 河川課 | 通年 | ",
    "3 苗木の配布 | 苗木を配る | 緑化課 | 11月 | ",
];

#[test]
fn one_space_divides_cells_where_each_line_has_as_many_as_the_header() {
    for gap in ["　", "  ", " ", "\t"] {
        let lines = [
            ["番号", "事業名", "事業内容", "担当課", "実施時期"],
            ["1", "花壇づくり", "駅前に花を植える", "緑化課", "5月"],
            ["2", "清掃の日", "川べりを清掃する", "環境課、河川課", "通年"],
            ["3", "苗木の配布", "苗木を配る", "緑化課", "11月"],
        ];
        let lines = lines.map(|cells| cells.join(gap));
        let document = check(&format!("令和６年度若葉町緑化計画\n{}\n", lines.join("\n")), &ROWS);
        assert!(document.residue.is_empty(), "{:?}", document.residue);
        assert_eq!(document.title.map(|title| title.text).as_deref(), Some("令和6年度若葉町緑化計画"));
    }
}

#[test]
fn a_row_without_one_of_its_cells_keeps_those_whose_columns_are_sure() {
    let text = "若葉町緑化計画\n番号　事業名　事業内容　担当課　実施時期\n1　花壇づくり　駅前に花を植える　緑化課　5月\n\
                2　清掃の日　川べりを清掃する　環境課　通年\n3　苗木の配布　苗木を配る　緑化課　5月\n4　見学会　里山を見学する　緑化課\n";
    let document = check(
        text,
        &[
            "1 花壇づくり | 駅前に花を植える | 緑化課 | 5月 | ",
            "2 清掃の日 | 川べりを清掃する | 環境課 | 通年 | ",
            "3 苗木の配布 | 苗木を配る | 緑化課 | 5月 | ",
            "4 見学会 | 里山を見学する | 緑化課 |  | ",
        ],
    );
    assert!(document.residue.is_empty(), "{:?}", document.residue);
}

#[test]
fn a_line_of_fewer_pieces_goes_on_with_the_cells_that_are_full() {
    let text = "若葉町緑化計画\n番号　事業名　事業内容　担当課　実施時期\n\
                1　花壇づくり　○駅前に花を植えて、道行く人に楽しん　緑化課　5月\nでもらう\n○当番を決める\n\
                2　清掃の日　○川べりを清掃する　環境課　通年\n\
                3　苗木の配布　○市民に苗木を配り、庭や畑に植えても　緑化課　11月\nらう\n";
    check(
        text,
        &[
            "1 花壇づくり | 駅前に花を植えて、道行く人に楽しんでもらう / 当番を決める | 緑化課 | 5月 | ",
            "2 清掃の日 | 川べりを清掃する | 環境課 | 通年 | ",
            "3 苗木の配布 | 市民に苗木を配り、庭や畑に植えてもらう | 緑化課 | 11月 | ",
        ],
    );
}

#[test]
fn a_record_of_tabs_whose_number_is_empty_goes_on_with_the_one_above() {
    let text = "番号\t事業名\t事業内容\t担当課\t実施時期\n1\t花壇づくり\t駅前に花を\t緑化課\t5月\n\t\t植える\n\
                2\t清掃の日\t川べりを清掃する\t環境課、河川課\t通年\n3\t苗木の配布\t苗木を配る\t緑化課\t11月\n";
    check(text, &ROWS);
}

#[test]
fn quotes_hold_a_cell_of_several_lines_together() {
    let text = "若葉町緑化計画,,,,\n番号,事業名,事業内容,担当課,実施時期\n1,花壇づくり,\"駅前に花を\n植える\",緑化課,5月\n\
                2,清掃の日,川べりを清掃する,\"環境課、河川課\",通年\n3,苗木の配布,苗木を配る,緑化課,11月\n";
    let document = check(text, &ROWS);
    assert!(document.residue.is_empty(), "{:?}", document.residue);
    let text =
        "番号,事業名,事業内容,担当課,事業費（千円）\n1,花壇,植える,緑化課,\"1,200\"\n2,清掃,掃く,環境課,\"2,040\"\n";
    assert_eq!(cells(&read(text))[0], "番号=1 事業名=花壇 事業内容=植える 担当課=緑化課 事業費（千円）=1,200");
}

#[test]
fn a_break_inside_a_cell_of_bars_ends_a_line() {
    let text = "| 番号 | 事業名 | 事業内容 | 担当課 | 実施時期 |\n|---|---|---|---|---|\n\
                | 1 | 花壇づくり | ・花の配達<br>・水やりの当番 | 緑化課 | 5月 |\n| 2 | 清掃の日 | 掃く | 環境課 | 通年 |\n";
    check(text, &["1 花壇づくり | 花の配達 / 水やりの当番 | 緑化課 | 5月 | ", "2 清掃の日 | 掃く | 環境課 | 通年 | "]);
}

#[test]
fn rows_that_nothing_numbers_are_a_table() {
    let text = "若葉町緑化計画\n事業名　事業内容　担当課　実施時期\n花壇づくり　花を植える　緑化課　5月\n\
                清掃の日　川べりを清掃する　環境課　通年\n苗木の配布　苗木を配る　緑化課　11月\n";
    let document = read(text);
    assert_eq!(document.r#type, DocumentType::Table);
    assert_eq!(cells(&document)[1], "事業名=清掃の日 事業内容=川べりを清掃する 担当課=環境課 実施時期=通年");
}

#[test]
fn a_list_of_costs_is_a_table_and_no_plan() {
    let text = "番号　事業名　事業内容　担当課　前年度　本年度\n1　花壇　花を植える　緑化課　120　130\n\
                2　清掃　川べりを掃く　環境課　90　80\n3　苗木　苗木を配る　緑化課　45　45\n";
    assert_eq!(read(text).r#type, DocumentType::Table);
}

#[test]
fn bullets_that_a_space_parts_from_their_text_are_no_empty_cells() {
    for mark in ["-", "○"] {
        let text = format!(
            "若葉町緑化計画\n番号 項目 内容 主たる機関 協力機関\n\n1 花壇づくり\n\n{mark} 駅前の広場に季節の花を植える\n{mark} 水やりの当番を決めて日誌をつける\n\n緑化課\n\n若葉町自治会\n\n\
             2 清掃の日\n\n{mark} 川べりを近くの学校と清掃する\n\n環境課\n\n若葉町商工会\n"
        );
        check(
            &text,
            &[
                "1 花壇づくり | 駅前の広場に季節の花を植える / 水やりの当番を決めて日誌をつける | 緑化課 |  | ",
                "2 清掃の日 | 川べりを近くの学校と清掃する | 環境課 |  | ",
            ],
        );
    }
}

#[test]
fn a_letter_alone_on_its_line_ends_the_word_above_it() {
    let text = "若葉町緑化計画\n番号 項目 内容 担当課 関係機関\n上半期 下半期\n\n1 花壇づくり 花を植える 緑化課 若葉町自治会\n\n会議開\n催\n準備\n\n\
                2 清掃の日 川べりを清掃する 環境課 若葉町商工会\n\n準備\n\n3 見学会 里山を見学する 緑化課 若葉町自治会\n\n会議開\n催\n準備\n";
    let document = read(text);
    let schedule = |item: &PlanItem| item.schedule.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    let schedules: Vec<_> = document.items.iter().map(schedule).collect();
    assert_eq!(schedules, [vec!["会議開催", "準備"], vec!["準備"], vec!["会議開催", "準備"]]);
}

#[test]
fn names_of_two_cells_with_one_mark_are_left_where_no_line_parts_them() {
    let text = "若葉町緑化計画\n番号 項目 内容 担当課 関係機関\n\n1 花壇づくり 花を植える\n・緑化課\n・広報課\n・若葉町自治会\n・若葉町商工会\n\n\
                2 清掃の日 川べりを清掃する ・環境課 ・若葉町商工会\n\n3 見学会 里山を見学する ・緑化課 ・若葉町自治会\n";
    let document = read(text);
    let names = |item: &PlanItem| item.lead.len() + item.cooperating.len();
    assert_eq!(document.items.iter().map(names).collect::<Vec<_>>(), [0, 2, 2]);
    assert_eq!(document.residue.iter().map(|left| left.lines[0]).collect::<Vec<_>>(), [5, 6, 7, 8]);
}

#[test]
fn a_record_with_nearly_all_cells_is_a_row_without_its_number() {
    let text = "番号,課題区分,項目,内容,主たる機関,連携機関,スケジュール\n1,体制,会議,開く,厚木市,愛川町,9月\n,人材,名簿,作る,清川村,,10月\n2,体制,研修,行う,厚木市,愛川町,11月\n";
    let document = read(text);
    let names: Vec<Option<&str>> = document.items.iter().map(|item| item.name.as_deref()).collect();
    let cells = cells(&document).join(" ");
    assert!(!names.contains(&Some("会議名簿")) && !cells.contains("会議名簿"), "{names:?} {cells}");
    assert_eq!(document.items.len() + document.tables.iter().map(|table| table.rows.len()).sum::<usize>(), 3);
}

/// The rows of a plan that lines are drawn around: number, content and lead of each.
fn drawn(text: &str) -> Vec<(Option<u32>, Vec<String>, Vec<String>)> {
    let document = read(text);
    assert_eq!(document.r#type, DocumentType::Plan, "{text}");
    assert_eq!(document.title.map(|title| title.text).as_deref(), Some("令和4年度 紫野圏域における取組内容（案）"));
    assert!(document.residue.is_empty(), "{:?}", document.residue);
    let texts = |item: &PlanItem| item.content.iter().map(|cell| cell.text.clone()).collect();
    let leads = |item: &PlanItem| item.lead.iter().map(|party| party.label.clone()).collect();
    document.items.iter().map(|item| (item.number, texts(item), leads(item))).collect()
}

#[test]
fn lines_drawn_across_part_the_rows_of_a_table() {
    let want: [(_, &[&str], &[&str]); 3] = [
        (Some(1), &["関係者が集まる。", "名簿を作る。"], &["紫野保健福祉事務所"]),
        (Some(2), &["実技研修を行う。"], &["紫野養護学校", "紫野市"]),
        (Some(3), &["講演会を開く。"], &["紫野市"]),
    ];
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let want: Vec<_> = want.iter().map(|(number, texts, leads)| (*number, own(texts), own(leads))).collect();
    let boxes = "資料２\n　　令和４年度　紫野圏域における取組内容（案）\n\
                 ┌──┬────┬──────┬────────┬──────┐\n│番号│課題区分│項目        │内容            │主たる機関  │\n\
                 ├──┼────┼──────┼────────┼──────┤\n│１  │連携体制│連絡会の開催│・関係者が集まる│紫野保健福祉│\n\
                 │    │        │            │　。            │事務所      │\n│    │        │            │・名簿を作る。  │            │\n\
                 ├──┼────┼──────┼────────┼──────┤\n│    │        │            │・実技研修を行う│紫野養護学校│\n\
                 │２  │人材育成│研修会の開催│　。            │、紫野市    │\n\
                 ├──┼────┼──────┼────────┼──────┤\n│３  │普及啓発│講演会      │・講演会を開く。│紫野市      │\n\
                 └──┴────┴──────┴────────┴──────┘\n";
    assert_eq!(drawn(boxes), want);
    let signs = "# 令和４年度　紫野圏域における取組内容（案）\n\n\
                 +------+----------+--------------+--------------------+----------------------+\n\
                 | 番号 | 課題区分 | 項目         | 内容               | 主たる機関           |\n\
                 +======+==========+==============+====================+======================+\n\
                 | 1    | 連携体制 | 連絡会の開催 | - 関係者が集まる。 | 紫野保健福祉事務所   |\n\
                 |      |          |              | - 名簿を作る。     |                      |\n\
                 +------+----------+--------------+--------------------+----------------------+\n\
                 | 2    | 人材育成 | 研修会の開催 | - 実技研修を行う。 | 紫野養護学校、紫野市 |\n\
                 +------+----------+--------------+--------------------+----------------------+\n\
                 | 3    | 普及啓発 | 講演会       | - 講演会を開く。   | 紫野市               |\n\
                 +------+----------+--------------+--------------------+----------------------+\n";
    assert_eq!(drawn(signs), want);
}
