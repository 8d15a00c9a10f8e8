//! Answers within minutes that sum up: `（事務局）…` below a point, with a sign or without, and what such lines must not do to
//! the points around them. Invented documents.

use giji::model::{Document, Opinion, OpinionKind, Section};
use giji::{Options, parse_str};

const HEAD: &str =
    "第２回魚津地域療育連絡会の概要\n１ 日時：令和５年６月２日（金）14：00～16：00\n２ 場所：魚津市役所\n";

fn read(text: &str) -> Document {
    parse_str(&format!("{HEAD}{text}"), &Options::default()).document
}

fn opinions(sections: &[Section]) -> Vec<&Opinion> {
    sections.iter().flat_map(|section| section.opinions.iter().chain(opinions(&section.sections))).collect()
}

/// Each opinion with its kind and its label.
fn said(document: &Document) -> Vec<(OpinionKind, &str, &str)> {
    let label = |opinion: &'_ Opinion| opinion.attribution.as_ref().map(|said| said.label.clone());
    let found = opinions(&document.sections).into_iter();
    found.map(|one| (one.kind, label(one).map_or("", |label| label.leak()), one.text.as_str())).collect()
}

use OpinionKind::{Answer, Opinion as Said};

#[test]
fn the_desk_in_brackets_answers_the_point_above() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない（魚津市）\n　　（事務局）台数を調べる\n・運転手を募ってほしい。（滑川市）\n　　（事務局）来年度に行う。\n・時間を早めたい（黒部市）\n";
    let document = read(text);
    assert_eq!(
        said(&document),
        [
            (Said, "魚津市", "送迎車が足りない"),
            (Answer, "事務局", "台数を調べる"),
            (Said, "滑川市", "運転手を募ってほしい。"),
            (Answer, "事務局", "来年度に行う。"),
            (Said, "黒部市", "時間を早めたい"),
        ]
    );
    let all = opinions(&document.sections);
    assert_eq!(all[1].replies_to.as_ref(), Some(&all[0].id));
}

#[test]
fn answers_of_the_desk_open_no_turns_that_swallow_the_points_below() {
    let text = "議題\n１）送迎について\n《意見交換》\n・送迎車が足りない（魚津市）\n　　（事務局）次回までに調べる\n・運転手を募ってほしい（滑川市）\n　　（事務局）県と協議する\n・時間を早めたい（黒部市）\n";
    let document = read(text);
    assert_eq!(document.sections[0].heading.as_deref(), Some("送迎について"));
    assert_eq!(said(&document)[2], (Said, "滑川市", "運転手を募ってほしい"));
    assert_eq!(said(&document).len(), 5);
}

#[test]
fn signs_before_the_desk_are_marks_and_a_gap_behind_it_sets_it_off() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない（魚津市）\n　＞（事務局）台数を調べる\n・運転手を募ってほしい。（滑川市）\n　⇒事務局　来年度に行う。\n・時間を早めたい（黒部市）\n（事務局回答）早めるのは難しい。\n";
    let document = read(text);
    let answers: Vec<_> = said(&document).into_iter().filter(|(kind, ..)| *kind == Answer).collect();
    assert_eq!(
        answers,
        [(Answer, "事務局", "台数を調べる"), (Answer, "事務局", "来年度に行う。"), (Answer, "", "早めるのは難しい。")]
    );
}

#[test]
fn an_arrow_and_a_name_below_a_full_line_are_no_accident() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・魚津市：送迎車の台数が足りず、朝の時間に利用できない家庭がいくつもあるのが実情\n・滑川市：運転手の確保が難しく、夕方の便を減らさざるを得ない日が続いているという\n　→（事務局）県の補助を確かめ、次回の会議までに整理する\n・黒部市：時間を早めたい。\n";
    let document = read(text);
    assert_eq!(said(&document)[2], (Answer, "事務局", "県の補助を確かめ、次回の会議までに整理する"));
}

#[test]
fn points_below_main_opinions_are_opinions_though_members_are_named_before_a_colon() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n◇久我委員：送迎車が足りない。\n　⇒ 次回までに調べる。\n◇矢代委員：運転手を募ってほしい。\n◇時間を早めてほしい。\n◇久我委員、夏目委員：台数を増やす。\n◇夏目委員：県にも尋ねる。\n";
    let document = read(text);
    assert_eq!(
        said(&document),
        [
            (Said, "久我委員", "送迎車が足りない。"),
            (Answer, "", "次回までに調べる。"),
            (Said, "矢代委員", "運転手を募ってほしい。"),
            (Said, "", "時間を早めてほしい。"),
            (Said, "久我委員、夏目委員", "台数を増やす。"),
            (Said, "夏目委員", "県にも尋ねる。"),
        ]
    );
}

#[test]
fn several_names_before_a_colon_are_a_party_each() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・魚津市：送迎車が足りない。\n・滑川市、黒部市：運転手を募ってほしい。\n・黒部市／魚津市医師会：時間を早めたい。\n・費用、人手：どちらも足りない。\n";
    let document = read(text);
    let all = opinions(&document.sections);
    let parties = |at: usize| -> Vec<&str> {
        all[at].attribution.iter().flat_map(|said| &said.parties).map(|party| party.label.as_str()).collect()
    };
    assert_eq!([parties(1), parties(2)], [["滑川市", "黒部市"], ["黒部市", "魚津市医師会"]]);
    assert_eq!((all[3].text.as_str(), parties(3)), ("費用、人手：どちらも足りない。", vec![]));
}

#[test]
fn one_bracket_too_many_is_a_mark() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない（魚津市））\n・運転手を募ってほしい（滑川市）\n・時間（朝と夕方）を早めたい（黒部市）\n";
    let document = read(text);
    let said: Vec<(&str, &str)> = said(&document).into_iter().map(|(_, label, text)| (label, text)).collect();
    assert_eq!(said[0], ("魚津市", "送迎車が足りない"));
    assert_eq!(said[2], ("黒部市", "時間（朝と夕方）を早めたい"));
}
