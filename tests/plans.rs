//! Habits of plan tables: one small document each, with the rows that it must give.

use giji::model::{Document, DocumentType, PlanItem};
use giji::{Options, parse_str};

fn read(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

/// A row as `number category | name | content | lead | cooperating | other cells`.
fn row(item: &PlanItem) -> String {
    let join = |texts: Vec<&str>| texts.join(" / ");
    let cells: Vec<String> = item.cells.iter().map(|cell| format!("{}={}", cell.column, cell.text)).collect();
    [
        format!(
            "{} {}",
            item.number.map_or_else(|| "?".to_owned(), |number| number.to_string()),
            item.category.as_deref().unwrap_or("-")
        ),
        item.name.clone().unwrap_or_default(),
        join(item.content.iter().map(|cell| &*cell.text).collect()),
        join(item.lead.iter().map(|party| &*party.label).collect()),
        join(item.cooperating.iter().map(|party| &*party.label).collect()),
        cells.join(" / "),
    ]
    .join(" | ")
}

fn check(text: &str, want: &[&str]) -> Document {
    let document = read(text);
    let rows: Vec<String> = document.items.iter().map(row).collect();
    assert_eq!(rows, want, "{text}");
    document
}

#[test]
fn a_title_that_ends_like_a_header_is_none() {
    let document = check(
        "紫野地域の取組\n番号 課題区分 項目 内容 主たる機関 協力機関\n1 体制構築 会議の実施 会議をする 紫野市 紫野医師会\n\
         2 人材育成 研修会 研修をする 紫野医師会 紫野市\n",
        &[
            "1 体制構築 | 会議の実施 | 会議をする | 紫野市 | 紫野医師会 | ",
            "2 人材育成 | 研修会 | 研修をする | 紫野医師会 | 紫野市 | ",
        ],
    );
    let plan = document.plan.expect("a plan has a head");
    assert_eq!(plan.columns, ["番号", "課題区分", "項目", "内容", "主たる機関", "協力機関"]);
    assert_eq!(document.title.expect("it has a title").text, "紫野地域の取組");
}

#[test]
fn one_row_makes_a_plan() {
    check(
        "紫野地域の関係機関が行う取組内容（案）\n番号 課題区分 項目 内容 主たる機関 協力機関\n1 体制構築 会議の実施 会議をする 紫野市 紫野医師会\n",
        &["1 体制構築 | 会議の実施 | 会議をする | 紫野市 | 紫野医師会 | "],
    );
}

#[test]
fn signs_fill_their_cells() {
    check(
        "令和６年度 紫野地域 取組計画\n\n番号 区分 項目 内容 担当課 関係機関\n\n1 啓発 講演会 講演を聞く 紫野市健康課 －\n\n\
         2 啓発 広報紙での周知 記事を載せる 紫野市広報課 紫野医師会\n\n3 啓発 動画の公開 動画を公開する 〃 紫野薬剤師会\n",
        &[
            "1 啓発 | 講演会 | 講演を聞く | 紫野市健康課 |  | ",
            "2 啓発 | 広報紙での周知 | 記事を載せる | 紫野市広報課 | 紫野医師会 | ",
            "3 啓発 | 動画の公開 | 動画を公開する |  | 紫野薬剤師会 | 担当課=〃",
        ],
    );
}

#[test]
fn headings_between_rows_are_the_category_of_the_rows_below_them() {
    let rows = [
        "1 啓発 | 講演会 | 講演を聞く | 紫野市健康課 | 紫野医師会 | ",
        "2 啓発 | 動画の公開 | 動画を公開する | 紫野市広報課 | 紫野市 | ",
        "3 人材育成 | 研修会 | 研修を受ける | 紫野医師会 | 紫野市立病院 | ",
    ];
    for [first, second] in [
        ["【啓発】", "【人材育成】"],
        ["■ 啓発", "■ 人材育成"],
        ["基本方針１　啓発", "基本方針２　人材育成"],
        ["Ⅰ　啓発", "Ⅱ　人材育成"],
        ["（１）啓発", "（２）人材育成"],
    ] {
        let document = check(
            &format!(
                "令和６年度 紫野地域 取組計画\n\n番号 項目 内容 担当課 関係機関\n\n{first}\n\n1 講演会 講演を聞く 紫野市健康課 紫野医師会\n\n\
                 2 動画の公開 動画を公開する 紫野市広報課 紫野市\n\n{second}\n\n3 研修会 研修を受ける 紫野医師会 紫野市立病院\n"
            ),
            &rows,
        );
        assert!(document.residue.is_empty(), "{:?}", document.residue);
        let with_place = document.items.iter().map(|item| item.fields.get("category").is_some());
        assert_eq!(with_place.collect::<Vec<_>>(), [true, false, true]);
    }
}

#[test]
fn headings_beside_a_column_of_categories_are_none() {
    let document = check(
        "令和６年度 紫野地域 取組計画\n\n番号 区分 項目 内容 担当課 関係機関\n\n【重点】\n\n1 啓発 講演会 講演を聞く 紫野市健康課 紫野医師会\n\n\
         【継続】\n\n2 育成 研修会 研修を受ける 紫野医師会 紫野市立病院\n",
        &[
            "1 啓発 | 講演会 | 講演を聞く | 紫野市健康課 | 紫野医師会 | ",
            "2 育成 | 研修会 | 研修を受ける | 紫野医師会 | 紫野市立病院 | ",
        ],
    );
    let residue: Vec<&str> = document.residue.iter().map(|left| &*left.text).collect();
    assert_eq!(residue, ["【重点】", "【継続】"]);
}

#[test]
fn numbers_of_two_parts_are_labels_of_their_rows() {
    for [one, two, three] in [["1-1", "1-2", "2-1"], ["Ⅰ－１", "Ⅰ－２", "Ⅱ－１"]] {
        let document = read(&format!(
            "令和６年度 紫野地域 取組計画\n\n番号 区分 項目 内容 担当課 関係機関\n\n{one} 啓発 講演会 講演を聞く 紫野市健康課 紫野医師会\n\n\
             {two} 啓発 動画の公開 動画を公開する 紫野市広報課 紫野市\n\n{three} 育成 研修会 研修を受ける 紫野医師会 紫野市\n"
        ));
        let ids: Vec<&str> = document.items.iter().map(|item| &*item.id).collect();
        assert_eq!(ids, ["item-1-1", "item-1-2", "item-2-1"]);
        assert!(document.items.iter().all(|item| item.number.is_none()));
        let label = |item: &PlanItem| item.cells[0].text.clone();
        assert_eq!(label(&document.items[2]), giji_form(three));
    }
}

/// Digits in half width, as every text of the output has them.
fn giji_form(text: &str) -> String {
    text.replace('１', "1").replace('２', "2")
}

#[test]
fn cells_of_a_schedule_one_below_the_other_are_as_many() {
    let document = read(
        "令和６年度 紫野地域 取組計画\n番号\n項目\n内容\n担当課\n関係機関\n年度別計画\n令和６年度\n令和７年度\n令和８年度\n1\n講演会\n講演を聞く\n\
         紫野市健康課\n紫野医師会\n検討\n実施\n→\n2\n研修会\n研修を受ける\n紫野医師会\n紫野市\n実施\n継続\n3\n視察\n先進地を訪れる\n紫野医師会\n紫野市\n\
         連絡会開催\n（９月）\n",
    );
    let cells = |item: &PlanItem| item.schedule.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    let schedules: Vec<Vec<String>> = document.items.iter().map(cells).collect();
    assert_eq!(schedules, [vec!["検討", "実施", "→"], vec!["実施", "継続"], vec!["連絡会開催（9月）"]]);
}

#[test]
fn names_without_a_mark_are_told_by_what_stands_beside_them() {
    check(
        "令和６年度 紫野地域 取組計画\n\n番号 項目 内容 担当課 関係機関\n\n1 講演会 講演を聞く 紫野市健康課\n\n紫野市観光課\n北原鉄道株式会社\n紫野商工会議所\n\n\
         2 研修会 研修を受ける 紫野市健康課\n\n紫野市福祉課\n北原鉄道株式会社\n紫野市観光課\n\n3 視察 先進地を訪れる 紫野市健康課\n\n紫野商工会議所\n北原鉄道株式会社\n",
        &[
            "1 - | 講演会 | 講演を聞く | 紫野市健康課 | 紫野市観光課 / 北原鉄道株式会社 / 紫野商工会議所 | ",
            "2 - | 研修会 | 研修を受ける | 紫野市健康課 | 紫野市福祉課 / 北原鉄道株式会社 / 紫野市観光課 | ",
            "3 - | 視察 | 先進地を訪れる | 紫野市健康課 | 紫野商工会議所 / 北原鉄道株式会社 | ",
        ],
    );
}

#[test]
fn entries_glued_on_one_line_and_remarks_behind_names_are_apart() {
    let document = check(
        "令和６年度 紫野地域 取組計画\n番号\n項目\n内容\n担当課\n関係機関\n1\n講演会※新規\n○講演を聞く○動画を公開する\n紫野市健康課\n紫野医師会\n\
         2\n研修会\n○研修を受ける\n紫野医師会\n紫野市\n",
        &[
            "1 - | 講演会 | 講演を聞く / 動画を公開する | 紫野市健康課 | 紫野医師会 | ",
            "2 - | 研修会 | 研修を受ける | 紫野医師会 | 紫野市 | ",
        ],
    );
    assert_eq!(document.items[0].notes[0].text, "新規");
}

#[test]
fn names_between_which_the_cells_border_is_lost_are_left() {
    let document = check(
        "令和６年度 紫野地域 取組計画\n番号\n項目\n内容\n担当課\n関係機関\n1\n講演会\n講演を聞く\n紫野市健康課\n紫野市広報課\n紫野医師会\n紫野市立病院\n\
         2\n研修会\n研修を受ける\n紫野医師会\n紫野市福祉課\n",
        &["1 - | 講演会 | 講演を聞く |  |  | ", "2 - | 研修会 | 研修を受ける | 紫野医師会 | 紫野市福祉課 | "],
    );
    assert!(document.residue.iter().any(|left| left.text.contains("紫野市広報課")));
}

#[test]
fn each_line_may_be_a_cell() {
    check(
        "令和６年度 紫野地域 取組計画\n\n番号\n分野\n重点項目\n取組内容\n実施主体\n関係機関\n1\n啓発\n講演会\n講演を聞く\n紫野市健康課\n\
         紫野医師会 相談支援事業所みどり 紫野市立病院\n2\n啓発\n広報紙での周知\n記事を載せる\n紫野市広報課\n紫野薬剤師会\n",
        &[
            "1 啓発 | 講演会 | 講演を聞く | 紫野市健康課 | 紫野医師会 / 相談支援事業所みどり / 紫野市立病院 | ",
            "2 啓発 | 広報紙での周知 | 記事を載せる | 紫野市広報課 | 紫野薬剤師会 | ",
        ],
    );
}

#[test]
fn numbers_may_stand_in_circles_or_behind_the_category() {
    check(
        "令和６年度 紫野地域 取組計画\n\n№ 項目 内容 担当課 関係機関\n\n① 講演会 講演を聞く 紫野市健康課 紫野医師会\n\n② 研修会 研修を受ける 紫野医師会 紫野市\n",
        &[
            "1 - | 講演会 | 講演を聞く | 紫野市健康課 | 紫野医師会 | ",
            "2 - | 研修会 | 研修を受ける | 紫野医師会 | 紫野市 | ",
        ],
    );
    check(
        "令和６年度 紫野地域 取組計画\n\n区分 № 項目 内容 担当課 関係機関\n\n啓発 1 講演会 講演を聞く 紫野市健康課 紫野医師会\n\n\
         啓発 2 動画の公開 動画を公開する 紫野市広報課 紫野市\n\n育成 3 研修会 研修を受ける 紫野医師会 紫野市\n",
        &[
            "1 啓発 | 講演会 | 講演を聞く | 紫野市健康課 | 紫野医師会 | ",
            "2 啓発 | 動画の公開 | 動画を公開する | 紫野市広報課 | 紫野市 | ",
            "3 育成 | 研修会 | 研修を受ける | 紫野医師会 | 紫野市 | ",
        ],
    );
}

#[test]
fn cells_woven_line_by_line_are_told_or_left() {
    let document = check(
        "令和６年度 紫野地域 取組計画\n\n番号 区分 項目 内容 担当課 関係機関\n\
         1 啓発 講演会 住民を対象に在宅での療養についての講演 紫野市健康課 紫野医師会\nを聞く機会をつくる\n\
         2 啓発 広報紙での周知 記事を載せ、図書館と公民館でも手に取れる 紫野市広報課 紫野薬剤師会\nようにする\n\
         3 育成 研修会 訪問看護の研修を受ける 紫野医師会 紫野市\n紫野市立病院\n\
         4 育成 視察 先進地を訪れる 紫野医師会 紫野市\n",
        &[
            "1 啓発 | 講演会 | 住民を対象に在宅での療養についての講演を聞く機会をつくる | 紫野市健康課 | 紫野医師会 | ",
            "2 啓発 | 広報紙での周知 | 記事を載せ、図書館と公民館でも手に取れるようにする | 紫野市広報課 | 紫野薬剤師会 | ",
            "3 育成 | 研修会 |  |  |  | ",
            "4 育成 | 視察 | 先進地を訪れる | 紫野医師会 | 紫野市 | ",
        ],
    );
    assert!(document.residue.iter().any(|left| left.text.contains("紫野市立病院")));
}

#[test]
fn bullets_and_signs_in_columns_kept_by_spaces_are_no_names() {
    check(
        "令和６年度 紫野地域 取組計画\n\n\
         番号  項目          内容                担当課            関係機関          備考\n\
         1     講演会        講演を聞く          ・紫野市健康課    －                継続\n\
         \u{20}                                       ・紫野市広報課\n\n\
         2     研修会        研修を受ける        紫野医師会        〃                新規\n\
         3     視察          先進地を訪れる      紫野薬剤師会      紫野市            新規\n",
        &[
            "1 - | 講演会 | 講演を聞く | 紫野市健康課 / 紫野市広報課 |  | 備考=継続",
            "2 - | 研修会 | 研修を受ける | 紫野医師会 |  | 関係機関=〃 / 備考=新規",
            "3 - | 視察 | 先進地を訪れる | 紫野薬剤師会 | 紫野市 | 備考=新規",
        ],
    );
}

#[test]
fn rows_of_a_grid_that_two_numbers_count_are_items_too() {
    let document = read(
        "資料１\n紫野市取組一覧\n番号\t項目\t内容\t担当課\t関係機関\n1-1\t講演会※新規\t①講演を聞く②動画を見る\t紫野市健康課\t紫野医師会\n\
         1-2\t研修会\t研修を受ける\t紫野医師会\t紫野市\n",
    );
    assert_eq!(document.r#type, DocumentType::Plan);
    let rows: Vec<String> = document.items.iter().map(row).collect();
    assert_eq!(
        rows,
        [
            "? - | 講演会 | 講演を聞く / 動画を見る | 紫野市健康課 | 紫野医師会 | 番号=1-1",
            "? - | 研修会 | 研修を受ける | 紫野医師会 | 紫野市 | 番号=1-2",
        ]
    );
    assert_eq!(document.items[0].notes[0].text, "新規");
    assert_eq!(document.title.map(|title| title.text).as_deref(), Some("紫野市取組一覧"));
    assert_eq!(document.plan.and_then(|plan| plan.document_label).as_deref(), Some("資料1"));
}

#[test]
fn a_header_of_numbers_may_be_broken_over_two_lines() {
    let document = read(
        "令和６年度 紫野地域 取組計画\n\n\
         番    項目          内容                担当課            関係機関\n号\n\n\
         1     講演会        講演を聞く          紫野市健康課      紫野薬剤師会\n\
         2     研修会        研修を受ける        紫野医師会        紫野市\n\
         3     視察          先進地を訪れる      紫野薬剤師会      紫野市\n",
    );
    assert_eq!(document.items.len(), 3);
    assert_eq!(document.plan.expect("a head").columns[0], "番号");
}

#[test]
fn signs_may_divide_two_tables_and_headings_between_their_rows() {
    let document = read(
        "表１ 令和６年度の取組\n| No. | 取組 | 内容 | 備考 |\n|---|---|---|---|\n| 【啓発】 |  |  |  |\n| 1 | 講演会 | 講演を聞く | 継続 |\n\
         | 2 | 動画の公開 | 動画を公開する |  |\n\n表２ 令和７年度の取組\n| No. | 取組 | 内容 | 備考 |\n|---|---|---|---|\n\
         | 1 | 研修会 | 研修を受ける | 新規 |\n| 2 | 視察 | 先進地を訪れる | 新規 |\n",
    );
    let counts: Vec<usize> = document.tables.iter().map(|table| table.rows.len()).collect();
    assert_eq!(counts, [2, 2]);
    let captions: Vec<Option<&str>> = document.tables.iter().map(|table| table.caption.as_deref()).collect();
    assert_eq!(captions, [Some("表1 令和6年度の取組"), Some("表2 令和7年度の取組")]);
}

#[test]
fn a_month_heads_what_stands_beside_it() {
    let text = "令和５年度行動計画\n№\n項目\n内容\n主担当\nスケジュール\n１\n窓口の一本化\n・窓口を一つにする。\n青波市福祉課\n4月 準備\n7月 開始\n２\n研修会\n\
                ・年２回開く。\n青波保健所\n9月 第1回\n2月 第2回\n";
    let document = parse_str(text, &Options::default()).document;
    let cells: Vec<(&str, Option<u8>)> =
        document.items.iter().flat_map(|item| &item.schedule).map(|cell| (cell.text.as_str(), cell.month)).collect();
    assert_eq!(cells, [("4月 準備", Some(4)), ("7月 開始", Some(7)), ("9月 第1回", Some(9)), ("2月 第2回", Some(2))]);
}

#[test]
fn no_line_goes_on_where_long_lines_end_with_what_they_say() {
    let rows = [
        "1\n早期対応\n手引きの改訂\n○空いた店を借りて集まりの場を日常生活の圏域ごとに１か所以上設ける。\n紫野市福祉課、むらさき医師会、東紫野町福祉課（代表窓口）\n\
         紫野市高齢福祉課、紫野警察署\n準備\n実施\n",
        "2\n連絡網の構築\n○相談先とサービスの流れを示した冊子を改訂し、薬局と診療所に置く。\n家族の会紫野支部\n\
         東紫野町、紫野市図書館、紫野市高齢福祉課、東紫野町健康課、紫野警察署\n進捗報告\n準備\n",
        "3\n本人・家族支援\n支援チームの運営\n※オンライン併用\n中学生を対象とした養成講座を、授業の中で年に２回実施する\n東紫野町図書館、紫野市図書館\n\
         紫野市福祉課、東紫野町図書館、東紫野町福祉課、むらさき医師会、紫野警察署\n準備\n検討\n",
        "4\n協力者の養成\n○相談先とサービスの流れを示した冊子を改訂し、薬局と診療所に置く。\n○後見人の養成研修を修了した方に、支援員として活動してもらう。\n\
         紫野市図書館、むらさき信用金庫、東紫野町福祉課（代表窓口）\nむらさき医師会、紫野市図書館、紫野市社会福祉協議会、紫野警察署\n実施\n",
    ];
    let head =
        "令和７年度紫野地域における見守りの取組計画（案）\n№\n区分\n事業名\n取組内容\n実施主体\n協力機関\n実施時期\n";
    let document = read(&format!("{head}{}", rows.concat()));
    let read: Vec<_> = document.items.iter().map(|item| (item.category.as_deref(), item.name.as_deref())).collect();
    let want = [
        (Some("早期対応"), Some("手引きの改訂")),
        (None, Some("連絡網の構築")),
        (Some("本人・家族支援"), Some("支援チームの運営")),
        (None, Some("協力者の養成")),
    ];
    assert_eq!(read, want);
    let cells =
        document.items.iter().map(|item| item.schedule.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>());
    let schedule = [vec!["準備", "実施"], vec!["進捗報告", "準備"], vec!["準備", "検討"], vec!["実施"]];
    assert_eq!(cells.collect::<Vec<_>>(), schedule);
    let leads: Vec<_> = document.items.iter().map(|item| item.lead.len()).collect();
    assert_eq!(leads, [3, 1, 2, 3]);
}

#[test]
fn what_ends_with_a_figure_names_nobody() {
    let row = |number: u32, goal: &str, lead: &str| {
        format!("{number}\n普及\n冊子の配布{number}\n相談先を示した冊子を作り、窓口に置く\n{goal}\n{lead}\n")
    };
    let rows =
        [("参加者数：300人", "紫野市"), ("実施箇所数　12か所", "東紫野町福祉課"), ("配布数：20,000部", "紫野市福祉課")];
    let rows: String = (1..).zip(rows).map(|(number, (goal, lead))| row(number, goal, lead)).collect();
    let head = "令和７年度紫野地域における見守りの取組計画（案）\n番号\n区分\n事業名\n取組内容\n指標\n主たる機関\n";
    let document = read(&format!("{head}{rows}"));
    let leads: Vec<Vec<_>> =
        document.items.iter().map(|item| item.lead.iter().map(|party| party.label.as_str()).collect()).collect();
    assert_eq!(leads, [["紫野市"], ["東紫野町福祉課"], ["紫野市福祉課"]]);
}
