//! Plans that are no tables in the dump: cards with a field for each column, and columns that stand one below the other.

use giji::model::{Document, DocumentType, PlanItem};
use giji::{Code, Options, parse_str};

fn read(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

/// A row as `number category | name | notes | content | lead | cooperating | schedule | references`.
fn row(item: &PlanItem) -> String {
    let join = |texts: Vec<String>| texts.join(" / ");
    let party = |party: &giji::model::PartyCell| match &party.note {
        Some(note) => format!("{}［{note}］", party.label),
        None => party.label.clone(),
    };
    let when = |cell: &giji::model::ScheduleCell| {
        let stated = [cell.period.map(|period| format!("p{period}")), cell.month.map(|month| format!("m{month}"))];
        [vec![cell.text.clone()], stated.into_iter().flatten().collect()].concat().join(" ")
    };
    let number = item.number.map_or_else(|| item.cells[0].text.clone(), |number| number.to_string());
    [
        format!("{number} {}", item.category.as_deref().unwrap_or("-")),
        item.name.clone().unwrap_or_default(),
        join(item.notes.iter().map(|cell| cell.text.clone()).collect()),
        join(item.content.iter().map(|cell| cell.text.clone()).collect()),
        join(item.lead.iter().map(party).collect()),
        join(item.cooperating.iter().map(party).collect()),
        join(item.schedule.iter().map(when).collect()),
        join(item.references.iter().map(|reference| reference.text.clone()).collect()),
    ]
    .join(" | ")
}

fn check(text: &str, want: &[&str]) -> Document {
    let document = read(text);
    assert_eq!(document.r#type, DocumentType::Plan, "{text}");
    assert_eq!(document.items.iter().map(row).collect::<Vec<_>>(), want, "{text}");
    document
}

#[test]
fn a_card_is_a_row_and_its_labels_are_columns() {
    let text = "\
資料２
令和５年度紫野圏域の関係機関が行う在宅医療に係る取組内容（案）

№１　連絡会議の定期開催
※医師会と共催
課題区分：体制構築
内容：・関係機関が集まり、地域の課題について意見
交換を行う
・窓口の一覧を作成する
主たる機関：紫野市医師会（とりまとめ）
協力機関：紫野市、青葉町、訪問看護ステーションひ
だまり
【旧№２、３を統合】
スケジュール：会議開催（９月頃）

№２　研修会の実施
課題区分：人材育成
内容：多職種を対象とした研修会を開催する
主たる機関：紫野保健所
協力機関：なし
スケジュール：第１四半期　準備
第３四半期　実施（10月）
";
    let document = check(
        text,
        &[
            "1 体制構築 | 連絡会議の定期開催 | 医師会と共催 | 関係機関が集まり、地域の課題について意見交換を行う / 窓口の一覧を作成する \
             | 紫野市医師会［とりまとめ］ | 紫野市 / 青葉町 / 訪問看護ステーションひだまり | 会議開催（9月頃） m9 | 【旧№2、3を統合】",
            "2 人材育成 | 研修会の実施 |  | 多職種を対象とした研修会を開催する | 紫野保健所 |  | 第1四半期 準備 p1 / 第3四半期 実施（10月） p3 m10 | ",
        ],
    );
    let plan = document.plan.expect("it is a plan");
    assert_eq!(plan.columns, ["課題区分", "内容", "主たる機関", "協力機関", "スケジュール"]);
    assert_eq!(plan.document_label.as_deref(), Some("資料2"));
    assert_eq!((plan.fiscal_year, plan.status.as_deref()), (Some(2023), Some("案")));
    assert!(document.residue.is_empty(), "{:?}", document.residue);
}

#[test]
fn labels_may_stand_alone_and_pages_repeat_their_heads() {
    let text = "\
令和６年度　紫野地区観光振興に係る取組内容

番号：１
取組名：案内板の整備
【取組内容】
●三つの言語の案内板を設置する
●案内所の地図を改める
【実施主体】
紫野市観光課
【連携機関】
・紫野観光協会
・青葉町商工会

- 1 -
令和６年度　紫野地区観光振興に係る取組内容

番号：２
取組名：周遊バスの運行
【取組内容】
土日に駅と城跡を結ぶ
【実施主体】
紫野バス株式会社
【連携機関】
－
";
    let marked = text.replace("番号：", "【番号】").replace("取組名：", "【取組名】");
    for text in [marked.clone(), marked.replace('【', "■").replace("】\n", "\n").replace('】', "\n")] {
        let document = check(
            &text,
            &[
                "1 - | 案内板の整備 |  | 三つの言語の案内板を設置する / 案内所の地図を改める | 紫野市観光課 | 紫野観光協会 / 青葉町商工会 |  | ",
                "2 - | 周遊バスの運行 |  | 土日に駅と城跡を結ぶ | 紫野バス株式会社 |  |  | ",
            ],
        );
        assert_eq!(document.furniture.len(), 2, "{:?}", document.furniture);
        assert_eq!(document.plan.expect("a plan").columns[..2], ["番号", "取組名"]);
        assert!(document.residue.is_empty(), "{:?}", document.residue);
    }
}

#[test]
fn what_a_heading_says_is_the_name_unless_it_comes_again() {
    let card = |heading: &str, label: &str, value: &str| {
        format!("{heading}\n{label}：{value}\n取組内容：{value}を進める\n担当課：紫野市企画課\n\n")
    };
    let title = "紫野市の行動計画\n\n";
    let groups =
        [card("【№１】農地", "施策", "集積"), card("【№２】農地", "施策", "調査"), card("【№３】販路", "施策", "輸出")];
    check(
        &format!("{title}{}", groups.concat()),
        &[
            "1 農地 | 集積 |  | 集積を進める | 紫野市企画課 |  |  | ",
            "2 農地 | 調査 |  | 調査を進める | 紫野市企画課 |  |  | ",
            "3 販路 | 輸出 |  | 輸出を進める | 紫野市企画課 |  |  | ",
        ],
    );
    let names = [
        card("取組１　集積", "施策", "農地"),
        card("取組２　調査", "施策", "農地"),
        card("取組３　輸出", "施策", "販路"),
    ];
    check(
        &format!("{title}{}", names.concat()),
        &[
            "1 農地 | 集積 |  | 農地を進める | 紫野市企画課 |  |  | ",
            "2 農地 | 調査 |  | 農地を進める | 紫野市企画課 |  |  | ",
            "3 販路 | 輸出 |  | 販路を進める | 紫野市企画課 |  |  | ",
        ],
    );
}

#[test]
fn a_card_may_be_numbered_in_parts_and_have_no_blank_line_below() {
    let text = "\
施策１－１　相談支援体制の充実
　担当課：障がい福祉課
　実施時期：令和６年度～
　内容：窓口を設置し、助言を行う。
施策１－２　虐待防止
　担当課：障がい福祉課
　実施時期：通年
　内容：研修会を開催する。
";
    check(
        text,
        &[
            "1－1 - | 相談支援体制の充実 |  | 窓口を設置し、助言を行う。 | 障がい福祉課 |  | 令和6年度～ | ",
            "1－2 - | 虐待防止 |  | 研修会を開催する。 | 障がい福祉課 |  | 通年 | ",
        ],
    );
    let spaced = text.replace('：', "　　").replace("内容", "内　　容");
    assert_eq!(read(&spaced).items.len(), 2);
}

#[test]
fn what_stands_between_cards_is_no_value() {
    let text = "\
紫野圏域の取組内容

取組１　研修の実施
内容：研修を行う
主たる機関：紫野市

次年度に見直す。

【体制】
取組２　窓口の設置
内容：窓口を置く
主たる機関：青葉町

※ 本表は案である。
";
    let document = check(
        text,
        &[
            "1 - | 研修の実施 |  | 研修を行う | 紫野市 |  |  | ",
            "2 体制 | 窓口の設置 |  | 窓口を置く | 青葉町 |  |  | ",
        ],
    );
    let left: Vec<&str> = document.residue.iter().map(|residue| residue.text.as_str()).collect();
    assert_eq!(left, ["次年度に見直す。", "※ 本表は案である。"]);
}

#[test]
fn fields_below_the_items_of_an_agenda_make_no_plan() {
    let text = "\
紫野市総合計画審議会　会議録
日時　令和５年７月３日
場所　市役所
議題
（１）窓口の統合
担当課：企画課
概要：三つの窓口を一つにする。
○会長　質問はありますか。
○委員　費用はいくらですか。
（２）分館の廃止
担当課：生涯学習課
概要：分館を廃止する。
○委員　利用者の声を聞いてほしい。
";
    assert_ne!(read(text).r#type, DocumentType::Plan);
    let opinion = |number: &str| {
        format!("【№{number}】\n意見の内容：窓口{number}を残してほしい。\n担当課：市民課\n市の考え方：検討する。\n\n")
    };
    let text = format!("計画案に寄せられた意見\n\n{}{}", opinion("１"), opinion("２"));
    assert_ne!(read(&text).r#type, DocumentType::Plan);
}

const COLUMNS: &str = "\
紫野圏域の取組内容

番号

１
２
３

課題区分

体制

体制

人材

項目

連絡会の開催

窓口の設置

研修の実施

内容

・三者が集まり、課題を話し
合う
・一覧をつくる

窓口を置く

研修を行う

主たる機関

紫野市

青葉町、紫野医師会

紫野保健所

実施時期

７月～９月

通年

10月頃
";

#[test]
fn columns_of_as_many_cells_make_rows() {
    let document = check(
        COLUMNS,
        &[
            "1 体制 | 連絡会の開催 |  | 三者が集まり、課題を話し合う / 一覧をつくる | 紫野市 |  | 7月～9月 | ",
            "2 体制 | 窓口の設置 |  | 窓口を置く | 青葉町 / 紫野医師会 |  | 通年 | ",
            "3 人材 | 研修の実施 |  | 研修を行う | 紫野保健所 |  | 10月頃 m10 | ",
        ],
    );
    assert!(document.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::InferredRows));
    assert_eq!(document.plan.expect("a plan").columns[0], "番号");
}

#[test]
fn the_columns_of_periods_have_a_header_above_them() {
    let periods = "スケジュール\n\n第１四半期\n\n準備\n\n－\n\n準備\n\n第２四半期\n\n実施\n\n実施\n\n－\n";
    let text = COLUMNS.replace("実施時期\n\n７月～９月\n\n通年\n\n10月頃\n", periods);
    let document = read(&text);
    let cells = |item: &PlanItem| item.schedule.iter().map(|cell| (cell.text.clone(), cell.period)).collect::<Vec<_>>();
    let want = [vec![("準備", 1), ("実施", 2)], vec![("実施", 2)], vec![("準備", 1)]];
    let want =
        want.map(|row| row.into_iter().map(|(text, period)| (text.to_owned(), Some(period))).collect::<Vec<_>>());
    assert_eq!(document.items.iter().map(cells).collect::<Vec<_>>(), want);
}

#[test]
fn columns_that_miss_a_cell_are_not_read() {
    for missing in ["紫野保健所\n\n", "体制\n\n人材\n\n", "３\n"] {
        let document = read(&COLUMNS.replacen(missing, "", 1));
        assert_eq!(document.r#type, DocumentType::Unknown, "{missing}");
        assert!(document.items.is_empty());
    }
}
