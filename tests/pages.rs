//! Minutes that were copied from a web page: what the site shows around them is no part of them. Invented documents.

use giji::model::{Document, Section};
use giji::{Options, explain, parse_str};

fn document(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

fn left(document: &Document) -> Vec<&str> {
    document.residue.iter().map(|one| one.text.as_str()).collect()
}

/// Who says what, section by section.
fn said(sections: &[Section]) -> Vec<(String, String)> {
    let own = |section: &Section| {
        let turns = section.opinions.iter();
        let turns = turns.map(|turn| {
            let label = turn.attribution.as_ref().map_or(String::new(), |who| who.label.clone());
            (label, turn.text.clone())
        });
        turns.chain(said(&section.sections)).collect::<Vec<_>>()
    };
    sections.iter().flat_map(own).collect()
}

const HEAD: &str = "第２回川崎市環境審議会 会議録";
const BODY: &str = "日時\n令和３年６月10日（木）午後２時から午後４時まで\n場所\n青波市役所 ３階会議室\n議事\n\
                    （会長）資料の説明をお願いします。\n（事務局）資料１をご覧ください。\n";

#[test]
fn what_stands_above_the_title_of_a_page_is_left_over() {
    let above = [
        "トップページ > 市政情報 > 審議会 > 第２回川崎市環境審議会 会議録",
        "本文へスキップ\n青波市\n現在位置：ホーム ＞ 市政情報 ＞ 審議会",
        "1. ホーム\n2. 市政情報\n3. 審議会\n市政情報",
        "ページの先頭です。 メニューを飛ばして本文へ",
        "更新日：2021年7月1日\nページID：1012345\nここから本文です。",
        "メニュー",
        "検索\n文字サイズ\n標準\n拡大",
    ];
    for above in above {
        let document = document(&format!("{above}\n{HEAD}\n{BODY}"));
        let title = document.title.as_ref().map(|title| title.text.as_str());
        assert_eq!(title, Some("第2回川崎市環境審議会 会議録"), "{above}");
        let meeting = document.meeting.as_ref().unwrap();
        assert_eq!((meeting.name.as_deref(), meeting.region.as_deref()), (Some("川崎市環境審議会"), Some("川崎市")));
        assert_eq!(left(&document).len(), above.lines().count(), "{:?}", left(&document));
    }
}

#[test]
fn what_stands_between_title_and_fields_of_a_page_is_no_field() {
    let between = "掲載日：2021年7月1日更新　印刷用ページを表示する\n印刷\nページ番号1012345　[2021年7月1日]";
    let document = document(&format!("{HEAD}\n{between}\n{BODY}"));
    let meeting = document.meeting.as_ref().unwrap();
    assert_eq!((meeting.date.as_deref(), meeting.statements.len()), (Some("2021-06-10"), 0));
    assert_eq!(left(&document).len(), 3);
}

#[test]
fn what_stands_below_the_last_turn_of_a_page_is_nobody_s() {
    let below = [
        "このページに関するお問い合わせ\n環境部環境政策課\n〒123-4567 青波市本町一丁目１番１号\n電話番号：0123-45-6789",
        "お問い合わせ先\n青波市役所 環境政策課\n電話：0123-45-6789（直通）\nFAX：0123-45-6780",
        "担当課：環境政策課\n電話番号 0123-45-6789\nお問合せフォーム",
        "PDFファイルをご覧になるには、Adobe Readerが必要です。お持ちでない方はリンク先からダウンロードしてください。\nページの先頭へ戻る",
        "【問い合わせ先】\n環境政策課　電話：0123-45-6789",
        "担当：環境政策課　電話：0123-45-6789",
        "関連ファイル\n会議録（PDF：123KB）\n次第 [PDFファイル／45KB]\nお問い合わせ\n環境政策課\n電話：0123-45-6789",
        "このページの作成担当\n環境政策課\n審議会一覧\n会議録一覧\n先頭に戻る\nCopyright (C) Aonami City All Rights Reserved.",
    ];
    for below in below {
        let document = document(&format!("{HEAD}\n{BODY}\n{below}\n"));
        let said = said(&document.sections);
        let said: Vec<(&str, &str)> = said.iter().map(|(who, text)| (who.as_str(), text.as_str())).collect();
        assert_eq!(said, [("会長", "資料の説明をお願いします。"), ("事務局", "資料1をご覧ください。")], "{below}");
        assert_eq!(left(&document).len(), below.lines().count(), "{:?}", left(&document));
    }
}

#[test]
fn whom_to_ask_in_the_middle_of_minutes_ends_nothing() {
    let text = format!("{HEAD}\n{BODY}お問い合わせ先\n電話：0123-45-6789\n（会長）ここに掛けてください。\n");
    let document = document(&text);
    assert_eq!(said(&document.sections).len(), 3);
}

#[test]
fn explain_says_which_rule_makes_a_line_the_site_s() {
    let text = format!("青波市\nホーム > 市政 > 会議録\n{HEAD}\n{BODY}このページの作成担当\n環境政策課\n");
    let lines = explain(text.as_bytes(), &Options::default()).unwrap();
    let rules = |line: usize| lines[line - 1].decisions.iter().map(|decision| decision.rule).collect::<Vec<_>>();
    assert_eq!((rules(1), rules(2)), (vec!["site.around"], vec!["site.path"]));
    assert_eq!((rules(11), rules(12)), (vec!["site.closing"], vec!["site.beside"]));
}

#[test]
fn fields_may_be_a_page_s_list_with_values_below() {
    let text = format!(
        "{HEAD}\n\n  • 日時\n    令和３年６月10日（木）午後２時開会\n  • 場所\n    青波市役所 ３階会議室\n  • 傍聴者\n    ２人\n\n会議録\n\n\
         （会長）資料の説明をお願いします。\n\n（事務局）資料１をご覧ください。\n"
    );
    let meeting = document(&text).meeting.unwrap();
    assert_eq!((meeting.date.as_deref(), meeting.place.as_deref()), (Some("2021-06-10"), Some("青波市役所 3階会議室")));
    assert_eq!(meeting.attendance[0].count, Some(2));
}

#[test]
fn names_of_fields_may_be_glued_to_their_values() {
    for number in [["", "", "", ""], ["1 ", "2 ", "3 ", "4 "]] {
        let [a, b, c, d] = number;
        let text = format!(
            "{HEAD}\n{a}日時令和３年６月10日（木曜日）午後２時から午後４時\n{b}場所市役所５階委員会室\n{c}出席者会長 大路孝之、委員 久我誠\n\
             {d}議題1 計画の変更について\n2 その他\n\n（会長）資料の説明をお願いします。\n\n（事務局）資料１をご覧ください。\n"
        );
        let document = document(&text);
        let meeting = document.meeting.unwrap();
        assert_eq!(
            (meeting.date.as_deref(), meeting.place.as_deref()),
            (Some("2021-06-10"), Some("市役所5階委員会室"))
        );
        assert_eq!(meeting.attendees.len(), 2, "{:?}", meeting.attendees);
        let agenda: Vec<_> = document.sections.iter().filter_map(|section| section.heading.as_deref()).collect();
        assert_eq!(agenda, ["計画の変更について", "その他"]);
    }
}

#[test]
fn bars_behind_the_cells_of_a_form_are_no_part_of_them() {
    let text = format!(
        "{HEAD}\n1 開催日時 |\n令和３年６月10日（木） |\n2 開催場所 |\n市役所５階委員会室 |\n3 傍聴者 |\n３人 |\n4 資料 |\n|\n\
         （会長）資料の説明をお願いします。\n（事務局）資料１をご覧ください。 |\n"
    );
    let document = document(&text);
    let meeting = document.meeting.as_ref().unwrap();
    assert_eq!(meeting.place.as_deref(), Some("市役所5階委員会室"));
    assert_eq!(said(&document.sections)[1].1, "資料1をご覧ください。");
    assert!(left(&document).iter().all(|text| !text.contains('|')), "{:?}", left(&document));
}

#[test]
fn items_of_a_page_s_list_may_be_turns() {
    let text = format!("{HEAD}\n主な質疑等\n  • 委員：費用は足りるのか。\n  • 事務局：足りる見込みである。\n");
    let said = said(&document(&text).sections);
    let said: Vec<(&str, &str)> = said.iter().map(|(who, text)| (who.as_str(), text.as_str())).collect();
    assert_eq!(said, [("委員", "費用は足りるのか。"), ("事務局", "足りる見込みである。")]);
}

#[test]
fn topics_that_count_anew_below_a_numbered_field_are_its_agenda() {
    let text = format!(
        "{HEAD}\n1 日時\n令和３年６月10日（木）\n2 場所\n市役所\n3 議題\n1. 計画の変更について\n2. 予算について\n4 会議の内容\n\
         （会長）資料の説明をお願いします。\n（事務局）資料１をご覧ください。\n"
    );
    let document = document(&text);
    let ids: Vec<&str> = document.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids[..3], ["agenda-1", "agenda-2", "heading-4"]);
}

#[test]
fn the_one_topic_below_the_name_of_the_agenda_is_stated() {
    let text = format!(
        "{HEAD}\n○日時\n令和３年６月10日（木）\n○場所\n市役所\n○議題\n駅前広場の整備について\n○議事\n○会長　始めます。\n○事務局　説明します。\n"
    );
    let document = document(&text);
    let stated: Vec<_> = document.meeting.as_ref().unwrap().statements.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(stated, ["駅前広場の整備について"]);
    assert!(left(&document).is_empty(), "{:?}", left(&document));
}

#[test]
fn handouts_are_neither_topics_nor_anybody_s_words() {
    let text = format!(
        "{HEAD}\n1 日時\n令和３年６月10日（木）\n2 議題\n（１）予算について\n3 提出資料\n（１）委員名簿\n（２）予算の概要\n\
         4 会議の内容\n（会長）資料の説明をお願いします。\n（事務局）資料１をご覧ください。\n"
    );
    let spoken = document(&text);
    let agenda = spoken.sections.iter().filter(|section| section.id.starts_with("agenda")).count();
    assert_eq!(agenda, 1, "{:?}", spoken.sections.iter().map(|section| &section.id).collect::<Vec<_>>());
    let told = document(&format!(
        "{HEAD}\n日時　令和３年６月10日（木）\n（１）予算について\n・利用者が増えている。（横須賀市）\n\n（当日資料）\n・計画の変更点（大阪府）\n・名簿（葉山町）\n"
    ));
    assert_eq!(said(&told.sections).len(), 1, "{:?}", said(&told.sections));
}

#[test]
fn one_name_may_announce_day_and_place() {
    let text = format!(
        "{HEAD}\n１ 日時及び場所\n令和３年６月10日（木）午後２時から午後４時まで\n中央図書館　２階ホール\n２ 出席者\n大路孝之委員\n"
    );
    let meeting =
        document(&format!("{text}３ 議事\n（会長）資料の説明をお願いします。\n（事務局）資料１をご覧ください。\n"))
            .meeting
            .unwrap();
    assert_eq!((meeting.date.as_deref(), meeting.end_time.as_deref()), (Some("2021-06-10"), Some("16:00")));
    assert_eq!(meeting.place.as_deref(), Some("中央図書館 2階ホール"));
}

#[test]
fn opening_and_closing_may_share_a_line() {
    let text =
        format!("{HEAD}\n日時\n令和３年６月10日（木）\n開会：午後３時35分　閉会：午後４時25分\n場所\n市役所\n議事\n");
    let meeting = document(&format!("{text}（会長）資料の説明をお願いします。\n（事務局）資料１をご覧ください。\n"))
        .meeting
        .unwrap();
    assert_eq!((meeting.start_time.as_deref(), meeting.end_time.as_deref()), (Some("15:35"), Some("16:25")));
}
