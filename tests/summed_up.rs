//! What bodies of summarised minutes hold beside bulleted opinions: numbered sentences, answers by name, decisions. Invented documents.

use giji::model::{Document, Opinion, SectionKind};
use giji::{Options, parse_str};

const HEAD: &str = "第２回朝霧市障害者支援協議会　会議概要\n日時　令和５年６月２日（金）14時\n場所　市役所３階会議室\n";

fn read(body: &str) -> Document {
    parse_str(&format!("{HEAD}{body}"), &Options::default()).document
}

fn opinions(body: &str) -> Vec<String> {
    let row = |opinion: &Opinion| {
        let label = opinion.attribution.as_ref().map_or("-", |said| said.label.as_str());
        format!("{label}: {}", opinion.text)
    };
    read(body).all_opinions().map(row).collect()
}

fn headings(document: &Document) -> Vec<String> {
    document.all_sections().filter_map(|section| section.heading.clone()).collect()
}

#[test]
fn numbered_sentences_below_a_heading_of_opinions_are_opinions() {
    let body = "３．議事内容\n①各機関の取組（各機関より説明）\n②その他\n４．主な意見・コメント等\n【備えについて】\n①学んだことを整理し、共有してほしい。\n\
                ②計画の中に位置づける必要がある。\n③放送を使う仕組みが望まれる。\n【訓練について】\n①毎年確かめてほしい。\n②やさしい言葉で書くべきである。\n";
    assert_eq!(
        opinions(body),
        [
            "-: 学んだことを整理し、共有してほしい。",
            "-: 計画の中に位置づける必要がある。",
            "-: 放送を使う仕組みが望まれる。",
            "-: 毎年確かめてほしい。",
            "-: やさしい言葉で書くべきである。",
        ]
    );
    let document = read(body);
    assert!(headings(&document).contains(&"各機関の取組（各機関より説明）".to_owned()), "{:?}", headings(&document));
}

#[test]
fn points_within_a_numbered_opinion_stay_in_it() {
    let body = "（１）計画の素案について\n主な意見\n１　次の点を直してほしい。\n（１）字を大きくする。\n（２）図を増やす。\n２　表紙の色が暗い。\n\
                ３　目次がほしい。\n（２）その他\n次回は９月に開く。\n";
    assert_eq!(
        opinions(body),
        ["-: 次の点を直してほしい。（1）字を大きくする。（2）図を増やす。", "-: 表紙の色が暗い。", "-: 目次がほしい。"]
    );
    assert_eq!(headings(&read(body)), ["計画の素案について", "その他"]);
}

#[test]
fn letters_number_opinions_too() {
    let body = "（１）計画の素案について\n主な意見\na) 窓口を一つにしてほしい。\nb) 夜間の受付を増やしてほしい。\nc) 字が小さい。\n";
    assert_eq!(opinions(body), ["-: 窓口を一つにしてほしい。", "-: 夜間の受付を増やしてほしい。", "-: 字が小さい。"]);
}

#[test]
fn what_stands_below_a_named_opinion_is_no_part_of_it() {
    let body = "（１）計画の素案について\n主な意見\n・窓口を一つにしてほしい。（原委員）\n（参考）\n・夜間の受付を増やしてほしい。（林委員）\n≪回答≫\n\
                →来年度に検討する。（事務局）\n・字が小さい。（原委員）\n";
    assert_eq!(
        opinions(body),
        [
            "原委員: 窓口を一つにしてほしい。",
            "林委員: 夜間の受付を増やしてほしい。",
            "事務局: 来年度に検討する。",
            "原委員: 字が小さい。",
        ]
    );
}

#[test]
fn who_answers_below_a_numbered_opinion_answers_in_a_text_of_his_own() {
    let body = "議題１　計画の素案について\n①原委員：窓口を一つにしてほしい。\n　こども課：来年度に行う。\n②林委員：夜間の受付を増やしてほしい。\n　福祉課：検討する。\n③東委員：字が小さい。\n　事務局：直す。\n";
    assert_eq!(
        opinions(body),
        [
            "原委員: 窓口を一つにしてほしい。",
            "こども課: 来年度に行う。",
            "林委員: 夜間の受付を増やしてほしい。",
            "福祉課: 検討する。",
            "東委員: 字が小さい。",
            "事務局: 直す。",
        ]
    );
}

#[test]
fn who_is_in_charge_of_a_decision_has_said_nothing() {
    let body = "（１）計画の素案について\n主な意見\n・窓口を一つにしてほしい。（原委員）\n決定事項\n・次回までに案を作る。（福祉課）\n・部会を年３回開く。（事務局）\n";
    assert_eq!(opinions(body), ["原委員: 窓口を一つにしてほしい。"]);
    assert_eq!(headings(&read(body)), ["計画の素案について", "決定事項"]);
}

#[test]
fn a_sentence_may_announce_the_opinions_below_it() {
    let body = "（１）番組について\n●番組を全員が見て話し合いました。委員からは次のような意見が出ました。\n・不快な感じが残る。\n・止める人がいなかったのか。\n";
    assert_eq!(opinions(body), ["-: 不快な感じが残る。", "-: 止める人がいなかったのか。"]);
    let body = "・景観資産の登録について\n・指針の検討について\n（委員意見）\n・役割を明確に示すこと。\n・対象が分かるように検討されたい。\n";
    assert_eq!(opinions(body), ["-: 役割を明確に示すこと。", "-: 対象が分かるように検討されたい。"]);
}

#[test]
fn an_agenda_item_with_a_colon_is_no_field_of_the_head() {
    let body = "■議題１：見守りの体制について\n福祉課から説明があった。\n■議題２：訓練について\n・費用が足りない。（消防署）\n・日を変えたい。（民生委員）\n";
    let document = read(body);
    assert_eq!(document.meeting.as_ref().map_or(0, |meeting| meeting.statements.len()), 0);
    assert_eq!(opinions(body), ["消防署: 費用が足りない。", "民生委員: 日を変えたい。"]);
}

#[test]
fn numbers_and_words_in_brackets_head_what_stands_below() {
    let body = "（概要）\n○報告書の案について検討した。\n（２．制度の見直し、意識の改革）\n・前の報告書にもあるので書くべきである。\n・「改革」としてはどうか。\n\
                （10．学びの充実）\n・教員の研修にも触れるべきである。\n※別に資料を配る\n【会長あいさつ】\nこれで大詰めである。\n";
    let document = read(body);
    assert_eq!(headings(&document), ["2．制度の見直し、意識の改革", "10．学びの充実"]);
    let text = format!("{document:?}");
    assert!(!text.contains("配る【会長"), "a banner goes on with no note: {text}");
}

#[test]
fn opinions_below_decisions_are_no_part_of_them() {
    for mark in ["（主な意見）", "【意見交換】", "■主な意見", "＜質疑＞", "委員から次の意見があった。"]
    {
        let body = format!(
            "（１）計画について\n＜決定事項＞\n・窓口を一本化する。\n{mark}\n・夜間も開きたい。（市立病院）\n・講座を増やしたい。（公民館）\n"
        );
        assert_eq!(opinions(&body), ["市立病院: 夜間も開きたい。", "公民館: 講座を増やしたい。"], "{mark}");
    }
    // A wish below 今後の対応 is somebody's, a deed is not.
    let body = "（１）計画について\n今後の対応\n・窓口を置く。（こども課）\n・講座を増やしたい。（公民館）\n";
    assert_eq!(opinions(body), ["公民館: 講座を増やしたい。"]);
}

#[test]
fn what_is_announced_lasts_until_something_else_is() {
    let body = "（１）計画について\n次のような意見が出ました。\n・窓口を置きたい。\n次のような報告がありました。\n・件数は10件である。\n";
    assert_eq!(opinions(body), ["-: 窓口を置きたい。"]);
    let body =
        "（１）計画について\n次のような意見が出ました。\n窓口を一本化したい。\n【結果】\n原案どおり承認された。\n";
    assert_eq!(opinions(body), [""; 0]);
}

#[test]
fn a_name_in_brackets_on_the_next_line_closes_what_stands_above_it() {
    let body = "（１）計画について\n・窓口を一本化したい。【こども課】\n・年に二回は集まりたい。\n　【保護者会】\n・夜間の対応。【市立病院】\n";
    assert_eq!(
        opinions(body),
        ["こども課: 窓口を一本化したい。", "保護者会: 年に二回は集まりたい。", "市立病院: 夜間の対応。"]
    );
    // 【新規】 sorts what stands below it, and is no theme.
    let body = "（１）計画について\n【新規】\n・窓口を増やす。（こども課）\n【継続】\n・講座を開く。（広報課）\n";
    assert_eq!(headings(&read(body)), ["計画について"]);
}

#[test]
fn items_and_the_summary_may_have_a_mark_of_their_own() {
    let text = "■№１　通学の支援\n・車が足りない。（青波市）\n・付添いが重い。（東青波町）\n■№２、３　受入基準の整理\n・基準が古い。（青波市）\n\
                ・表を作る。（東青波町）\n■まとめ\n・案を直す。\n";
    let document = read(text);
    let kinds: Vec<_> = document.sections.iter().map(|section| section.kind).collect();
    assert_eq!(kinds, [SectionKind::Item, SectionKind::Item, SectionKind::Summary], "{:?}", document.sections);
    let numbers =
        document.sections.iter().map(|section| section.label.clone().map_or(Vec::new(), |label| label.numbers));
    assert_eq!(numbers.collect::<Vec<_>>(), [vec![1], vec![2, 3], vec![]]);
}

#[test]
fn a_list_that_a_wrap_puts_at_a_lines_beginning_is_no_theme() {
    let text = "・支援の流れを、関係する者が共に見られるものとして作りたい。\n①早期の発見②継続した支援③卒業後の引継ぎの三つに分けては\n\
                どうか。（青波市）\n・計画相談の件数が増えていて、どの事業所も手いっぱいである。\n（東青波町）\n";
    let document = read(text);
    assert!(document.sections.iter().all(|section| section.kind != SectionKind::Theme), "{:?}", document.sections);
    let said = opinions(text);
    assert!(said[0].contains("作りたい。①早期の発見②継続した支援③卒業後"), "{said:?}");
}

#[test]
fn a_numbered_heading_may_sum_up() {
    let text = "５　概要\n（１）資源の把握\n・一覧が古い。（青波市）\n・担当を決める。（東青波町）\n６　座長まとめ\n・来年度も続ける。\n・一覧は市が直す。\n";
    let document = read(text);
    let last = document.sections.last().expect("a section");
    assert_eq!((last.kind, last.heading.as_deref()), (SectionKind::Summary, Some("座長まとめ")));
    assert_eq!(last.label.as_ref().and_then(|label| label.number), Some(6));
    assert_eq!(last.opinions.len(), 2);
}
