//! What the columns of a plan hold beside the usual ones, and where the dump shows it: periods with their months, remarks,
//! references, columns that the plan has no field for.

use giji::model::{Document, DocumentType, PlanItem};
use giji::{Options, parse_str};

fn read(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

fn texts<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    texts.map(String::as_str).collect()
}

fn lead(item: &PlanItem) -> Vec<&str> {
    texts(item.lead.iter().map(|party| &party.label))
}

fn cells(item: &PlanItem) -> Vec<(&str, &str)> {
    item.cells.iter().map(|cell| (cell.column.as_str(), cell.text.as_str())).collect()
}

/// A plan of two pages whose columns are kept by spaces; the header stands on both.
const QUARTERS: &str = "\
                     令和５年度　紫野地域の取組内容（案）

                                                                                 年間スケジュール
番号  項目                  内容                        担当課          第１四半期      第２四半期      第３四半期
                                                                        （４月～６月）  （７月～９月）  （10月～12月）
1     手引きの作成          手引きをつくり、窓口に置く  紫野市福祉課    案の作成                        配布
2     講演会の開催          住民向けの講演会を開く      紫野市健康課                    開催
\u{c}
                                                                                 年間スケジュール
番号  項目                  内容                        担当課          第１四半期      第２四半期      第３四半期
                                                                        （４月～６月）  （７月～９月）  （10月～12月）
3     相談員の研修          相談員の研修を企画する      紫野市福祉課                    企画            実施
4     名簿の更新            関係者の名簿を改める        紫野市福祉課    更新
";

#[test]
fn the_months_of_a_quarter_may_stand_below_it() {
    let document = read(QUARTERS);
    let plan = document.plan.expect("it is a plan");
    assert_eq!(plan.columns, ["番号", "項目", "内容", "担当課", "年間スケジュール"]);
    let periods: Vec<(&str, Option<&str>)> =
        plan.periods.iter().map(|period| (period.label.as_str(), period.months.as_deref())).collect();
    let want = [("第1四半期", Some("4月～6月")), ("第2四半期", Some("7月～9月")), ("第3四半期", Some("10月～12月"))];
    assert_eq!(periods, want);
    let cells = document.items.iter().flat_map(|item| &item.schedule);
    let cells: Vec<(&str, Option<u32>)> = cells.map(|cell| (cell.text.as_str(), cell.period)).collect();
    let want = [("案の作成", 1), ("配布", 3), ("開催", 2), ("企画", 2), ("実施", 3), ("更新", 1)];
    assert_eq!(cells, want.map(|(text, period)| (text, Some(period))));
    // What stands over the periods comes again with its page.
    assert!(document.residue.is_empty(), "{:?}", document.residue);
}

#[test]
fn a_remark_below_the_last_name_of_a_page_ends_no_table() {
    let text = "\
紫野地域の取組内容

番号  項目                  内容                          担当課          関係機関
1     手引きの作成          手引きをつくり、窓口に置く    紫野市福祉課    紫野医師会
2     講演会の開催          住民と関係者を招き、年に２    紫野市健康課    紫野医師会
      ※新規                回の講演会を開く              紫野市福祉課    白鷺町
      ※年２回              資料を配る
";
    let document = read(text);
    let last = document.items.last().expect("there are rows");
    assert_eq!(texts(last.notes.iter().map(|note| &note.text)), ["新規", "年2回"]);
    assert_eq!(lead(last), ["紫野市健康課", "紫野市福祉課"]);
    assert!(document.residue.is_empty(), "{:?}", document.residue);
}

#[test]
fn references_in_a_cell_keep_their_signs() {
    let text = "\
紫野地域の取組内容

番号\t項目\t内容\t担当課\t関係機関
1\t手引きの作成※新規※年２回\t手引きをつくる\t紫野市福祉課\t紫野医師会【旧№２、３を統合】※№２とも関連
2\t講演会の開催\t講演会を開く\t紫野市健康課\t※№１とも関連
";
    let document = read(text);
    let references = document.items.iter().flat_map(|item| &item.references);
    assert_eq!(texts(references.map(|reference| &reference.text)), ["【旧№2、3を統合】", "※№2とも関連", "※№1とも関連"]);
    let first = &document.items[0];
    assert_eq!(texts(first.cooperating.iter().map(|party| &party.label)), ["紫野医師会"]);
    assert_eq!(texts(first.notes.iter().map(|note| &note.text)), ["新規", "年2回"]);
}

#[test]
fn a_caption_that_says_plan_makes_one_of_a_table_with_a_column_of_its_own() {
    let table = |caption: &str| {
        format!(
            "{caption}\n\n番号  項目                  内容                        担当課          備考\n\
             1     手引きの作成          手引きをつくり、窓口に置く  紫野市福祉課    新規\n\
             2     講演会の開催          住民向けの講演会を開く      紫野市健康課    継続\n"
        )
    };
    assert_eq!(read(&table("紫野地域に係る取組内容（案）")).r#type, DocumentType::Plan);
    assert_eq!(read(&table("紫野市の取組に係る予算")).r#type, DocumentType::Table);
}

#[test]
fn figures_and_states_are_nobodys_names() {
    let text = "\
紫野地域の取組内容
番号 項目 内容 評価指標 担当課 進捗状況
1 手引きの作成
手引きをつくり、窓口に置く
実施箇所数　12か所
紫野市福祉課
実施済
2 講演会の開催
住民向けの講演会を開く
開催回数　年２回
紫野市健康課
やや遅れ
3 相談員の研修
相談員の研修を企画する
参加者数　80人
紫野市福祉課
未着手
";
    let document = read(text);
    assert_eq!(
        document.items.iter().map(lead).collect::<Vec<_>>(),
        [["紫野市福祉課"], ["紫野市健康課"], ["紫野市福祉課"]]
    );
    assert_eq!(cells(&document.items[0]), [("評価指標", "実施箇所数12か所"), ("進捗状況", "実施済")]);
    assert_eq!(cells(&document.items[1])[1], ("進捗状況", "やや遅れ"));
}

/// Three rows below a head with two periods, each with these cells of the schedule.
fn scheduled(rows: [&str; 3]) -> Vec<Option<u32>> {
    let names = ["手引きの作成", "講演会の開催", "相談員の研修"];
    let row = |(at, cells): (usize, &&str)| {
        format!("{} 体制 {} 関係者が集まって相談する 紫野市 紫野医師会\n\n{cells}\n\n", at + 1, names[at])
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    let head =
        "上半期（４月～９月）\n下半期（10月～３月）\n\nスケジュール\n番号 課題区分 項目 内容 主たる機関 協力機関\n\n";
    let document = read(&format!("令和５年度紫野地域の取組内容（案）\n\n{head}{rows}"));
    document.items.iter().flat_map(|item| item.schedule.iter().map(|cell| cell.period)).collect()
}

#[test]
fn a_row_says_when_others_take_place_only_where_rows_have_as_many_cells() {
    assert_eq!(
        scheduled(["会議（９月） 会議（１月）", "進捗報告 進捗報告", "進捗報告 進捗報告"]),
        [Some(1), Some(2)].repeat(3)
    );
    assert_eq!(
        scheduled(["会議（９月） 会議（１月）", "進捗報告 進捗報告", "進捗報告"]),
        [Some(1), Some(2), None, None, None]
    );
}

#[test]
fn a_name_below_what_is_told_of_a_goal_is_not_told() {
    let text = "令和４年度紫野地区の関係機関が行う防災の取組計画（案）\n番号 分野 事業名 内容 数値目標 実施主体 関係機関\n\
                1 避難体制 個別避難計画の作成 戸別受信機の貸与対象を拡大する\n全地区で１回以上実施する\nNPO法人むらさき\n\
                紫野市防災課、東紫野町総務課、紫野\n市福祉課、むらさきの会\n\
                2 避難体制 防災士の研修 講習会の費用を補助する\n計画作成率を80％まで引き\n上げる\n東紫野町総務課\n紫野市防災課、紫野市福祉課、むらさき\nの会\n\
                3 情報伝達 名簿の更新 福祉の窓口と名簿を照らし合わせる\n全地区で１回以上実施する\n東紫野町\n紫野市福祉課、東紫野町総務課、紫野市\n消防本部、紫野市\n";
    let document = read(text);
    let rows: Vec<_> = document.items.iter().map(|item| (lead(item), cells(item))).collect();
    let want = [
        (vec!["NPO法人むらさき"], vec![("数値目標", "全地区で1回以上実施する")]),
        (vec!["東紫野町総務課"], vec![("数値目標", "計画作成率を80％まで引き上げる")]),
        (vec!["東紫野町"], vec![("数値目標", "全地区で1回以上実施する")]),
    ];
    assert_eq!(rows, want);
}

#[test]
fn names_with_bullets_end_where_the_next_bullet_stands() {
    let text = "\
令和４年度　紫野地区の取組計画（案）

No.  区分      事業名                    内容                                        主たる機関                  協力機関
1    避難体制  個別避難計画の作成        戸別受信機の貸与対象を拡大する。            ・紫野市民生委員児童委員    紫野市防災課
                                                                                     協議会
                                                                                     ・東紫野町総務課の防災係
2    避難体制  防災士の研修              講習会の費用を補助する。                    ・紫野市消防本部            紫野市福祉課
3    情報伝達  名簿の更新                福祉の窓口と名簿を照らし合わせる。          ・紫野市民生委員児童委員    東紫野町
                                                                                     協議会
";
    let document = read(text);
    let leads: Vec<_> = document.items.iter().map(lead).collect();
    let council = "紫野市民生委員児童委員協議会";
    assert_eq!(leads, [vec![council, "東紫野町総務課の防災係"], vec!["紫野市消防本部"], vec![council]]);
}

#[test]
fn what_is_done_by_whom_in_which_month_is_a_plan() {
    let text = "別紙１\n令和３年度　紫野圏域　取組スケジュール（案）\n\n\
                No\t取組項目\t実施主体\t４月\t５月\t６月\t７月\t８月\t９月\n\
                1\t連絡会の開催\t紫野保健福祉事務所\t\t\t○\t\t\t○\n\
                2\t研修会の実施\t紫野養護学校、むらさきの会\t\t準備\t→\t→\t実施\t\n\
                3\t名簿の更新\t紫野市福祉課\t更新\t\t\t\t\t公開\n";
    let document = read(text);
    assert_eq!(document.r#type, DocumentType::Plan);
    let when = |item: &PlanItem| {
        item.schedule.iter().map(|cell| (cell.text.clone(), cell.period.unwrap_or(0))).collect::<Vec<_>>()
    };
    let cells = |cells: &[(&str, u32)]| cells.iter().map(|(text, at)| ((*text).to_owned(), *at)).collect::<Vec<_>>();
    let want = [
        cells(&[("○", 3), ("○", 6)]),
        cells(&[("準備", 2), ("→", 3), ("→", 4), ("実施", 5)]),
        cells(&[("更新", 1), ("公開", 6)]),
    ];
    assert_eq!(document.items.iter().map(when).collect::<Vec<_>>(), want);
    assert_eq!(lead(&document.items[1]), ["紫野養護学校", "むらさきの会"]);
}
