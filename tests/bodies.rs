//! Tables of other bodies in the forms that dumps give them: cells one below the other, tabs, bars, columns without numbers.

use serde_json::Value;

fn read(text: &str) -> Value {
    let parsed = giji::parse_str(text, &giji::Options::named("table.txt"));
    serde_json::from_str(&parsed.to_json()).expect("the output is JSON")
}

fn texts<'v>(list: &'v Value, key: &str) -> Vec<&'v str> {
    list.as_array().into_iter().flatten().filter_map(|one| one[key].as_str()).collect()
}

/// The rows of all tables, each `column=text` after column.
fn rows(document: &Value) -> Vec<String> {
    let tables = document["tables"].as_array().into_iter().flatten();
    let rows = tables.flat_map(|table| table["rows"].as_array().into_iter().flatten());
    let cell = |cell: &Value| format!("{}={}", cell["column"].as_str().unwrap(), cell["text"].as_str().unwrap());
    rows.map(|row| row["cells"].as_array().unwrap().iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn tabs_divide_cells_and_nothing_else_does() {
    let text = "第３次男女共同参画計画　進捗管理表\n\n施策番号\t施策\t所管\tR6\tR7\n1-1\t意識の醸成\t広報課\t○\t→\n\
                1-2\t意識の醸成\t市民協働課\t\t○\n2-1\t就業支援\t商工労政課\t検討\n";
    let document = read(text);
    assert_eq!(document["type"], "table");
    assert_eq!(
        rows(&document),
        [
            "施策番号=1-1 施策=意識の醸成 所管=広報課 R6=○ R7=→",
            "施策番号=1-2 施策=意識の醸成 所管=市民協働課 R7=○",
            "施策番号=2-1 施策=就業支援 所管=商工労政課 R6=検討",
        ]
    );
}

#[test]
fn bars_divide_cells() {
    let text = "子育て支援計画　進捗状況\n| 番号 | 事業名 | 担当課 | 備考 |\n|---|---|---|---|\n| 1 | 一時預かり | 保育課 | |\n\
                | 2 | 病児保育 | 保育課 | 看護師の確保が課題 |\n";
    let rows = rows(&read(text));
    assert_eq!(
        rows,
        ["番号=1 事業名=一時預かり 担当課=保育課", "番号=2 事業名=病児保育 担当課=保育課 備考=看護師の確保が課題"]
    );
}

#[test]
fn a_table_without_numbers_has_the_rows_that_its_columns_show() {
    let text = "\
朝霧市障害福祉計画　行動計画

分野      取組項目                取組の内容                      実施主体              実施時期
相談      総合相談窓口の設置      障害の種別を問わない相談窓口を  障がい福祉課          R6.10
                                  設ける。
          夜間相談の試行          電話による夜間相談を試行する。  相談支援センター      R7.4
住まい    グループホームの整備    ・空き家の調査                  障がい福祉課          通年
                                  ・補助の開始

- 1 -
\u{c}分野      取組項目                取組の内容                      実施主体              実施時期
就労      優先調達の推進          実績を公表する。                契約課                毎年度
";
    let document = read(text);
    assert_eq!(
        rows(&document),
        [
            "分野=相談 取組項目=総合相談窓口の設置 取組の内容=障害の種別を問わない相談窓口を設ける。 実施主体=障がい福祉課 実施時期=R6.10",
            "取組項目=夜間相談の試行 取組の内容=電話による夜間相談を試行する。 実施主体=相談支援センター 実施時期=R7.4",
            "分野=住まい 取組項目=グループホームの整備 取組の内容=・空き家の調査・補助の開始 実施主体=障がい福祉課 実施時期=通年",
            "分野=就労 取組項目=優先調達の推進 取組の内容=実績を公表する。 実施主体=契約課 実施時期=毎年度",
        ]
    );
    assert_eq!(document["tables"].as_array().map(Vec::len), Some(1));
}

#[test]
fn marks_stand_below_their_months() {
    let text = "\
年間計画表

取組              担当課        4月   5月   6月
避難所運営訓練    危機管理課           ○     ━
備蓄品の点検      危機管理課     ○
名簿の更新        福祉課         →     →     →
";
    let rows = rows(&read(text));
    assert_eq!(
        rows,
        [
            "取組=避難所運営訓練 担当課=危機管理課 5月=○ 6月=━",
            "取組=備蓄品の点検 担当課=危機管理課 4月=○",
            "取組=名簿の更新 担当課=福祉課 4月=→ 5月=→ 6月=→",
        ]
    );
}

#[test]
fn blank_lines_part_the_rows_around_their_numbers() {
    let text = "\
重点取組一覧

番号   項目               内容                      担当          時期

       在宅医療の推進     ・研修会の開催
 １                       ・事例集の作成            朝霧市        ６月
                          ・普及啓発

       看取りの体制       ・施設職員研修
 ２                                                 夕凪町        10月
                          ・手引きの改訂
";
    let document = read(text);
    let texts = |item: &Value| {
        let content = item["content"].as_array().into_iter().flatten().filter_map(|cell| cell["text"].as_str());
        (item["name"].as_str().unwrap_or_default().to_owned(), content.collect::<Vec<_>>().join(" "))
    };
    let items: Vec<_> = document["items"].as_array().expect("a plan has items").iter().map(texts).collect();
    let want =
        [("在宅医療の推進", "研修会の開催 事例集の作成 普及啓発"), ("看取りの体制", "施設職員研修 手引きの改訂")];
    assert_eq!(items, want.map(|(name, content)| (name.to_owned(), content.to_owned())));
}

#[test]
fn a_plan_with_each_cell_on_lines_of_its_own_keeps_every_column() {
    let text = "令和６年度　朝霧圏域障害者自立支援協議会　行動計画（案）\n番号\n課題区分\n項目\n内容\n主たる機関\n協力機関\nスケジュール\n\
                1\n相談支援\n窓口の周知\n・パンフレットの作成\n・研修会での説明\n朝霧市福祉課\n夕凪市福祉課、朝霧市社会福祉協議会\n4月～9月\n\
                2\n人材育成\n初任者研修の開催\n・研修内容の検討\n・研修の実施\n朝霧保健福祉事務所\n相談支援事業所、各市\n10月\n\
                3\n就労支援\n農福連携の推進\n農業者と事業所のマッチングを行う。\n朝霧農業協同組合\n夕凪市農政課、就労継続支援事業所\n通年\n\
                4\n防災\n個別避難計画の作成支援\n・対象者名簿の整理\n・モデル地区での訓練\n夕凪市総務課\n自主防災組織、民生委員児童委員協議会\n11月\n";
    let document = read(text);
    let items = document["items"].as_array().expect("a plan has items");
    let names: Vec<_> = items.iter().map(|item| (item["category"].as_str(), item["name"].as_str())).collect();
    assert_eq!(
        names,
        [
            (Some("相談支援"), Some("窓口の周知")),
            (Some("人材育成"), Some("初任者研修の開催")),
            (Some("就労支援"), Some("農福連携の推進")),
            (Some("防災"), Some("個別避難計画の作成支援")),
        ]
    );
    assert_eq!(texts(&items[0]["content"], "text"), ["パンフレットの作成", "研修会での説明"]);
    assert_eq!(texts(&items[0]["lead"], "label"), ["朝霧市福祉課"]);
    assert_eq!(texts(&items[0]["cooperating"], "label"), ["夕凪市福祉課", "朝霧市社会福祉協議会"]);
    assert_eq!(texts(&items[3]["lead"], "label"), ["夕凪市総務課"]);
    assert_eq!(texts(&items[3]["schedule"], "text"), ["11月"]);
}

#[test]
fn what_is_no_table_and_no_meeting_is_unknown() {
    let letter = "令和６年５月吉日\n保護者各位\n朝霧小学校長\n\n運動会のお知らせ\n\n新緑の候、ますますご清祥のこととお喜び申し上げます。\n\n\
                  １　日時　５月25日（土）　９時開会\n２　場所　本校校庭\n３　持ち物　水筒、帽子\n";
    let times = "バス時刻表\n停留所　　　１便　　２便\n駅前　　　　７：１０　９：２０\n市役所前　　７：１８　９：２８\n病院前　　　７：２５　９：３５\n";
    for text in [letter, times] {
        let document = read(text);
        assert_eq!(document["type"], "unknown", "{text}");
    }
}
