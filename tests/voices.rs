//! Who said it in minutes that sum up: names behind arrows, at the right margin, above bullets, beside persons, and short
//! forms that the document itself explains.

use giji::model::{Document, Opinion, OpinionKind, Section};
use giji::{Options, parse_str};

const HEAD: &str =
    "第２回富谷市療育連絡会議の概要\n１ 日時：令和５年６月２日（金）14：00～16：00\n２ 場所：富谷市役所\n";

fn read(text: &str) -> Document {
    parse_str(&format!("{HEAD}{text}"), &Options::default()).document
}

fn opinions(sections: &[Section]) -> Vec<&Opinion> {
    sections.iter().flat_map(|section| section.opinions.iter().chain(opinions(&section.sections))).collect()
}

fn label(opinion: &Opinion) -> &str {
    opinion.attribution.as_ref().map_or("", |said| &said.label)
}

/// Each opinion with its label.
fn said(document: &Document) -> Vec<(&str, &str)> {
    opinions(&document.sections).into_iter().map(|one| (one.text.as_str(), label(one))).collect()
}

#[test]
fn an_arrow_behind_a_sentence_sets_off_who_said_it() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。→富谷市福祉課\n・運転手を募る。→富谷保健所\n・保護者が送るときもある。\n　→なぎさ\n・台数を増やす。→富谷市医師会\n";
    let document = read(text);
    let want = [
        ("送迎車が足りない。", "富谷市福祉課"),
        ("運転手を募る。", "富谷保健所"),
        ("保護者が送るときもある。", "なぎさ"),
        ("台数を増やす。", "富谷市医師会"),
    ];
    assert_eq!(said(&document), want);
}

#[test]
fn what_was_done_behind_an_arrow_is_no_speaker() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。→実施済み\n・運転手を募る。→検討中\n・台数を増やす。→継続\n";
    let document = read(text);
    assert_eq!(said(&document).len(), 3);
    assert!(said(&document).iter().all(|(_, label)| label.is_empty()));
}

#[test]
fn a_name_at_the_right_margin_ends_what_stands_above_it() {
    let margin = "　".repeat(24);
    let text = format!(
        "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。\n{margin}富谷市福祉課\n・運転手を募る。\n{margin}富谷保健所\n・台数を増やす。\n{margin}事務局\n"
    );
    let document = read(&text);
    let want = [("送迎車が足りない。", "富谷市福祉課"), ("運転手を募る。", "富谷保健所"), ("台数を増やす。", "事務局")];
    assert_eq!(said(&document), want);
}

#[test]
fn an_answer_of_the_desk_behind_an_arrow_opens_no_turn() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（富谷市福祉課）\n　→（事務局）来年度に二台増やす。\n・運転手を募る。（富谷保健所）\n　→（事務局）広報に載せる。\n・台数を増やす。（富谷市医師会）\n";
    let document = read(text);
    let want = [
        ("送迎車が足りない。", "富谷市福祉課"),
        ("来年度に二台増やす。", "事務局"),
        ("運転手を募る。", "富谷保健所"),
        ("広報に載せる。", "事務局"),
        ("台数を増やす。", "富谷市医師会"),
    ];
    assert_eq!(said(&document), want);
    assert!(opinions(&document.sections).iter().all(|one| one.kind != OpinionKind::Speech));
}

#[test]
fn half_a_bracket_behind_a_name_sets_it_off() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n富谷保健所）送迎車が足りない。\n富谷市福祉課）運転手を募る。\nなぎさ）台数を増やす。\n座長）次回も話す。\n事務局）まとめて示す。\n";
    let document = read(text);
    let want = [
        ("送迎車が足りない。", "富谷保健所"),
        ("運転手を募る。", "富谷市福祉課"),
        ("台数を増やす。", "なぎさ"),
        ("次回も話す。", "座長"),
        ("まとめて示す。", "事務局"),
    ];
    assert_eq!(said(&document), want);
}

#[test]
fn a_short_form_means_what_the_document_says() {
    let text = "３ 議題\n（１）送迎について\n　富谷市医師会（以下「医師会」という。）から説明があった。\n（主な意見）\n・送迎車が足りない。（医師会）\n・運転手を募る。（児相）\n※児相：富谷児童相談所\n";
    let document = read(text);
    let parties = opinions(&document.sections).into_iter().filter_map(|one| one.attribution.as_ref());
    let ids: Vec<_> = parties.filter_map(|said| said.parties[0].organization.as_deref()).collect();
    let names = |id: &&str| document.organizations.iter().find(|one| one.id == **id).map(|one| one.name.as_str());
    let named: Vec<_> = ids.iter().filter_map(names).collect();
    assert_eq!(named, ["富谷市医師会", "富谷児童相談所"]);
}

#[test]
fn a_person_beside_a_body_is_a_person_of_it() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（藤原委員・富谷市医師会）\n・運転手を募る。（富谷保健所　大野委員）\n";
    let document = read(text);
    let parties = opinions(&document.sections).into_iter().filter_map(|one| one.attribution.as_ref());
    let found: Vec<_> =
        parties.map(|said| (said.parties[0].person.as_deref(), said.parties[0].organization.as_deref())).collect();
    let want = [(Some("藤原"), Some("org:富谷市医師会")), (Some("大野"), Some("org:富谷保健所"))];
    assert_eq!(found, want);
}

#[test]
fn two_bodies_that_stand_alone_elsewhere_are_two_parties() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（なぎさ）\n・運転手を募る。（市教委）\n・台数を増やす。（なぎさ　市教委）\n・広報に載せる。（市教委となぎさ）\n";
    let document = read(text);
    let parties = opinions(&document.sections).into_iter().filter_map(|one| one.attribution.as_ref());
    let counts: Vec<usize> = parties.map(|said| said.parties.len()).collect();
    assert_eq!(counts, [1, 1, 2, 2]);
}

#[test]
fn a_name_without_brackets_above_its_bullets_ends_the_text_above() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n富谷保健所\n・送迎車が足りない。保護者が送るときもあり、\n　雨の日は遅れる。\n富谷市福祉課\n・運転手を募る。\nなぎさ\n・台数を増やす。\n";
    let document = read(text);
    let labels: Vec<&str> = said(&document).into_iter().map(|(_, label)| label).collect();
    assert_eq!(labels, ["富谷保健所", "富谷市福祉課", "なぎさ"]);
}

#[test]
fn what_came_of_it_is_no_part_of_the_last_opinion() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（なぎさ）\n・運転手を募ることを含めて、次の年度までに市で考えてほしい。\n　〔結果〕異議なく承認された。\n";
    let document = read(text);
    assert_eq!(said(&document).len(), 2);
    assert!(said(&document).iter().all(|(text, _)| !text.contains("承認")), "{:?}", said(&document));
}

#[test]
fn the_same_again_is_who_spoke_last() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（富谷市医師会）\n・運転手を募る。（同）\n・台数を増やす。（富谷保健所）\n・広報に載せる。（同上）\n";
    let document = read(text);
    let parties = opinions(&document.sections).into_iter().filter_map(|one| one.attribution.as_ref());
    let ids: Vec<_> = parties
        .map(|said| (said.label.as_str(), said.parties[0].organization.as_deref().unwrap_or_default()))
        .collect();
    let want = [
        ("富谷市医師会", "org:富谷市医師会"),
        ("同", "org:富谷市医師会"),
        ("富谷保健所", "org:富谷保健所"),
        ("同上", "org:富谷保健所"),
    ];
    assert_eq!(ids, want);
}

#[test]
fn the_same_again_needs_a_speaker_right_above() {
    let document = read(
        "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（富谷市医師会）\n・誰かが言うべきである。\n・運転手を募る。（同）\n",
    );
    assert_eq!(said(&document)[0], ("送迎車が足りない。", "富谷市医師会"));
    let same = opinions(&document.sections).into_iter().find(|opinion| opinion.text.contains("運転手")).unwrap();
    let party = same.attribution.as_ref().and_then(|said| said.parties[0].organization.clone());
    assert_ne!(party.as_deref(), Some("org:富谷市医師会"));
}

#[test]
fn an_answer_replies_to_no_other_question_than_its_own() {
    let text = "３ 議題\n（１）計画\n・計画はいつできるか。\n　→事務局：来年度にできる。\n・場所はどこか。\n　→事務局：市役所でやる。\n";
    let document = read(text);
    let replies: Vec<_> = opinions(&document.sections).into_iter().map(|one| one.replies_to.clone()).collect();
    assert_eq!(replies, [None, None]);
}

#[test]
fn what_somebody_is_in_a_body_is_no_part_of_its_name() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（富谷市医師会会長　山本一郎）\n・運転手を募る。（なぎさ訪問看護ステーション　山本所長）\n\
                ・台数を増やす。（事務局（富谷市福祉課））\n・費用を調べる。（富谷養護学校　校長）\n・乗り合いにする。（富谷市社会福祉協議会　田中）\n";
    let document = read(text);
    let parties = opinions(&document.sections).into_iter().map(|one| {
        let party = &one.attribution.as_ref().expect("a speaker").parties[0];
        let body = party.organization.as_deref().and_then(|id| document.organizations.iter().find(|one| one.id == id));
        (body.map_or("", |body| body.name.as_str()), party.person.as_deref(), party.role.as_deref())
    });
    let want = [
        ("富谷市医師会", Some("山本一郎"), Some("会長")),
        ("なぎさ訪問看護ステーション", Some("山本"), Some("所長")),
        ("富谷市福祉課", None, Some("事務局")),
        ("富谷養護学校", None, Some("校長")),
        ("富谷市社会福祉協議会", Some("田中"), None),
    ];
    assert_eq!(parties.collect::<Vec<_>>(), want);
}

#[test]
fn who_greets_or_is_chosen_has_said_nothing() {
    let text = "３ 議題\n■あいさつ（福祉部長）\n■会長の選出\n・事務局に任せる。\n（会長）依田委員、（副会長）片桐委員に決定。\n\
                （１）計画について\n（委員）見通しはどうか。\n（事務局）減ると見ている。\n";
    let document = read(text);
    let want = [("見通しはどうか。", "委員"), ("減ると見ている。", "事務局")];
    let all = said(&document);
    let told: Vec<_> = all.into_iter().filter(|(_, label)| !label.is_empty()).collect();
    assert_eq!(told, want);
}

#[test]
fn short_forms_explained_line_by_line_are_one_each() {
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（保健所）\n・運転手を募る。（総合リハセンター）\n・台数を増やす。（富谷市社協）\n（以上）\n※略称\n　保健所＝宮城県富谷保健所\n　富谷市社協＝富谷市社会福祉協議会\n　総合リハセンター＝宮城県富谷総合リハビリテーショ\n　ンセンター\n";
    let document = read(text);
    let names: Vec<&str> = document.organizations.iter().map(|one| one.name.as_str()).collect();
    assert!(names.contains(&"宮城県富谷保健所") && names.contains(&"富谷市社会福祉協議会"), "{names:?}");
    let text = "３ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（保健所）\n・運転手を募る。（富谷市）\n（機関の略称）\n　宮城県富谷保健所（以下「保健所」という。）\n";
    let document = read(text);
    let party = &opinions(&document.sections)[0].attribution.as_ref().unwrap().parties[0];
    assert!(party.evidence.iter().any(|found| !found.at.0.is_empty()), "{party:?}");
}

#[test]
fn a_school_s_short_form_names_it_behind_a_place() {
    let text = "３ 出席機関\n富谷市　富谷特別支援学校　宮城県立こども病院　富谷市訪問看護ステーショ\nン　富谷市医師会\n４ 議題\n（１）送迎について\n（主な意見）\n・送迎車が足りない。（富谷特別支援）\n・運転手を募る。（富谷市）\n";
    let document = read(text);
    assert_eq!(said(&document)[0], ("送迎車が足りない。", "富谷特別支援"));
    let all = opinions(&document.sections);
    assert_eq!(all[0].attribution.as_ref().unwrap().parties[0].organization.as_deref(), Some("org:富谷特別支援学校"));
    let attendees: Vec<&str> =
        document.meeting.iter().flat_map(|meeting| &meeting.attendees).map(|one| one.label.as_str()).collect();
    assert_eq!(attendees[3..], ["富谷市訪問看護ステーション", "富谷市医師会"]);
}
