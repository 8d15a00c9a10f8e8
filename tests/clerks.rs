//! Habits of clerks in other offices: who stands above what bodies said, how an answer is announced, who explained. Invented documents.

use giji::model::{Document, Opinion, OpinionKind};
use giji::{Options, parse_str};

const HEAD: &str =
    "令和５年度第２回青波圏域連絡会　議事概要\n日時　令和５年６月２日（金）14:00～15:30\n場所　青波合同庁舎\n";

fn read(body: &str) -> Document {
    parse_str(&format!("{HEAD}{body}"), &Options::default()).document
}

/// Every opinion: kind, text, label (`-` where nobody is named).
fn said(document: &Document) -> Vec<(OpinionKind, String, String)> {
    let row = |opinion: &Opinion| {
        let label = opinion.attribution.as_ref().map_or("-", |said| said.label.as_str());
        (opinion.kind, opinion.text.clone(), label.to_owned())
    };
    document.all_opinions().map(row).collect()
}

fn check(body: &str, want: &[(&str, &str)]) {
    let got = said(&read(body));
    let got: Vec<_> = got.iter().map(|(_, text, label)| (text.as_str(), label.as_str())).collect();
    assert_eq!(got, want, "{body}");
}

#[test]
fn the_desk_among_towns_above_their_points_opens_no_turn() {
    let want = [
        ("名簿が要る。", "三沢市福祉課"),
        ("人が足りない。", "三沢市福祉課"),
        ("様式を配る。", "事務局"),
        ("来月に集める。", "事務局"),
        ("送迎が難しい。", "七戸町"),
        ("研修を開く。", "事務局"),
    ];
    for name in ["事務局", "　＜事務局＞"] {
        let head = |who: &str| name.replace("事務局", who);
        let body = format!(
            "議題\n（１）名簿の更新について\n（主な意見）\n{}\n　・名簿が要る。\n　・人が足りない。\n{}\n　・様式を配る。\n　・来月に集める。\n\
             （２）送迎について\n（主な意見）\n{}\n　・送迎が難しい。\n{}\n　・研修を開く。\n",
            head("三沢市福祉課"),
            head("事務局"),
            head("七戸町"),
            head("事務局"),
        );
        check(&body, &want);
    }
}

#[test]
fn a_bracket_that_says_answer_is_a_mark_of_the_answer() {
    for word in ["（回答）", "＜回答＞ ", "⇒（回答）", "・【回答】"] {
        let body = format!(
            "議題\n（１）名簿の更新について\n（主な意見）\n・名簿が要る（三沢市）\n・担い手が足りない。（七戸町）\n　{word}来月に様式を配る。（事務局）\n"
        );
        let document = read(&body);
        let answer = &said(&document)[2];
        let want = (OpinionKind::Answer, "来月に様式を配る。".to_owned(), "事務局".to_owned());
        assert_eq!(*answer, want, "{body}");
    }
}

#[test]
fn the_end_of_a_sentence_above_a_bracket_holds_no_office() {
    let body = "議題\n（１）送迎について\n（主な意見）\n◆人が足りず、名簿を作る町も、冬に家を訪ねるところも、夜の見守りを続けるところも少なく\n\
                て困っている（朝倉委員）\n◆夏の間に訓練をした町が多く、次の年も、その次の年も、同じように続けていけるように\n\
                してほしい（久保委員）\n◆来年から始める。（事務局）\n";
    let labels: Vec<_> = said(&read(body)).into_iter().map(|(_, _, label)| label).collect();
    assert_eq!(labels, ["朝倉委員", "久保委員", "事務局"]);
}

#[test]
fn who_explained_says_nothing() {
    let body = "議題\n（１）名簿の更新について\n　説明者：事務局\n（主な意見）\n【三沢市】名簿が要る。\n【七戸町】人が足りない。\n\
                （２）送迎について\n　説明者：事務局\n（主な意見）\n【三沢市】冬は難しい。\n";
    check(body, &[("名簿が要る。", "三沢市"), ("人が足りない。", "七戸町"), ("冬は難しい。", "三沢市")]);
}

#[test]
fn the_desk_among_towns_before_a_colon_opens_no_turn() {
    let body = "議題\n（１）名簿の更新について\n（主な意見）\n・三沢市：名簿が要る。\n・事務局：様式を配る。\n・七戸町：人が足りない。\n\
                （２）送迎について\n（主な意見）\n・事務局：来月に集める。\n・三沢市：冬は難しい。\n";
    let want = [
        ("名簿が要る。", "三沢市"),
        ("様式を配る。", "事務局"),
        ("人が足りない。", "七戸町"),
        ("来月に集める。", "事務局"),
        ("冬は難しい。", "三沢市"),
    ];
    check(body, &want);
}

#[test]
fn a_marked_line_above_the_mark_of_opinions_heads_them() {
    let body = "議題\n■ 名簿の更新について（協議）\n　説明者：事務局\n（主な意見）\n＜三沢市＞\n・名簿が要る。\n＜七戸町＞\n・人が足りない。\n\
                ■ 送迎のあり方\n（主な意見）\n＜三沢市＞\n・冬は難しい。\n";
    check(body, &[("名簿が要る。", "三沢市"), ("人が足りない。", "七戸町"), ("冬は難しい。", "三沢市")]);
}

#[test]
fn two_numbers_with_a_dash_between_them_head_an_item() {
    let body = "５　議事\n５－１　名簿の更新について\n（主な意見）\n＜三沢市＞\n・名簿が要る。\n＜七戸町＞\n・人が足りない。\n\
                ５－２　送迎のあり方\n　特になし\n５－３　備蓄の取組状況\n・資料３により事務局から説明\n（主な意見）\n＜三沢市＞\n・水が足りない。\n\
                ６　閉会\n";
    check(body, &[("名簿が要る。", "三沢市"), ("人が足りない。", "七戸町"), ("水が足りない。", "三沢市")]);
    let sections = read(body).sections;
    let all = sections.iter().flat_map(|section| std::iter::once(section).chain(&section.sections));
    let labels: Vec<_> = all.filter_map(|section| section.label.as_ref()).map(|label| label.text.clone()).collect();
    assert_eq!(labels, ["5－1", "5－2", "5－3", "6"]);
}

#[test]
fn what_the_desk_said_first_is_no_list_of_those_present() {
    let body = "議題\n（１）名簿の更新について\n（主な意見）\n■事務局　様式を配る。\n■三沢市　名簿が要る。\n■七戸町　人が足りない。\n";
    let document = read(body);
    assert_eq!(said(&document).len(), 3);
    assert!(document.meeting.is_some_and(|meeting| meeting.attendance.is_empty()));
}

#[test]
fn a_title_of_two_lines_keeps_the_one_that_the_pages_repeat() {
    let page = "　・名簿が要る（三沢市）\n　・人が足りない（七戸町）\n".repeat(12);
    let title = "令和５年度第２回青波圏域連絡会";
    let text = format!(
        "資料番号　２\n\n{title}\n開催結果について\n日時　令和５年６月２日（金）\n（１）名簿について\n（主な意見）\n{page}\n1\n\u{c}\n{title}\n\n{page}\n2\n\u{c}\n{title}\n\n{page}\n3\n"
    );
    let document = parse_str(&text, &Options::default()).document;
    let title = document.title.map(|title| title.text);
    assert_eq!(title.as_deref(), Some("令和5年度第2回青波圏域連絡会開催結果について"));
}
