//! Documents whose author or extractor writes other signs than most: what they say is the same. Invented documents.

use giji::model::{Document, Opinion};
use giji::{Options, parse_str};
use serde_json::Value;

const SUMMARY: &str = "第２回みどり地域連絡会議の概要\n１　日時：令和３年６月10日（木）14：00～16：00\n２　場所：みどり市役所３階会議室\n\
    ３　議題\n（１）取組について\n①相談体制\n・窓口を一つにしてほしい。（みどり市）\n\
    ・夜間の相談が難しく、家族の負担が大きくなっているという声が多く届いている。\n　それでも続けたい。（みどり保健所）\n\
    ・研修の回数を増やしたい。（あおば町）\n②災害時の備え\n・電源の確保が課題である。（みどり医師会）\n・名簿の共有を進めたい。（あおば町）\n";

const TURNS: [(&str, &str); 6] = [
    ("会長", "それでは第２回の審議会を始めます。事務局から説明をお願いします。"),
    ("事務局", "資料１をご覧ください。計画の期間は３年間となっております。"),
    ("山田委員", "質問があります。窓口の人数はこれから増えるのでしょうか。"),
    ("事務局", "来年度は二人増やす予定です。"),
    ("猪俣委員", "夜間の対応も考えてほしいと思います。"),
    ("会長", "次回までに事務局で調べてください。以上で終わります。"),
];

fn read(text: &str) -> Document {
    parse_str(text, &Options::default()).document
}

/// Label and text of every opinion.
fn said(document: &Document) -> Vec<(String, String)> {
    let row = |opinion: &Opinion| {
        let label = opinion.attribution.as_ref().map_or("-", |said| said.label.as_str());
        (label.to_owned(), opinion.text.clone())
    };
    document.all_opinions().map(row).collect()
}

/// The turns' document, each head set off as `form` does it.
fn debate(form: impl Fn(&str, &str) -> String) -> String {
    let turns: Vec<String> = TURNS.iter().map(|(who, what)| form(who, what)).collect();
    let head = "第２回みどり市福祉審議会会議録\n日時　令和３年６月10日（木）午後２時から午後４時まで\n場所　みどり市役所\n議題　計画の見直し\n\n";
    format!("{head}{}\n", turns.join("\n"))
}

fn turns() -> Vec<(String, String)> {
    TURNS
        .iter()
        .map(|(who, what)| ((*who).to_owned(), what.replace('２', "2").replace('１', "1").replace('３', "3")))
        .collect()
}

#[test]
fn a_bullet_of_the_documents_own_opens_its_opinions() {
    let want = said(&read(SUMMARY));
    assert_eq!(want.len(), 5);
    for bullet in ["▷", "❏　", "✧ ", "⁃", "♦", "＋", "+ ", "ー", "Ø ", "§", "ü ", "l ", "n\t", "u　"] {
        let text = SUMMARY.replace("\n・", &format!("\n{bullet}"));
        assert_eq!(said(&read(&text)), want, "{bullet}");
    }
}

#[test]
fn a_sign_of_the_documents_own_closes_its_heads() {
    for sign in ["＞", ">", "》", "→", "⇒", "｜", "/", "；", "＝", "-", "－", "～", "．", "】", "︓", "∶"]
    {
        for gap in ["", "　", "\n"] {
            let document = read(&debate(|who, what| format!("{who}{sign}{gap}{what}")));
            assert_eq!(said(&document), turns(), "{sign}{gap:?}");
        }
    }
}

#[test]
fn a_mark_of_the_documents_own_opens_its_heads() {
    for mark in ["▶", "▷ ", "➤", "❖", "⚪", "☞"] {
        let document = read(&debate(|who, what| format!("{mark}{who}　{what}")));
        assert_eq!(said(&document), turns(), "{mark}");
    }
}

#[test]
fn a_sign_of_the_documents_own_closes_its_fields() {
    for sign in ["︓", "∶", "；", "→", "／", "＝", "―", "…", "－"] {
        let text = SUMMARY.replace("日時：", &format!("日時{sign}")).replace("場所：", &format!("場所{sign}"));
        let meeting = read(&text).meeting.unwrap();
        let place = meeting.place.as_deref();
        assert_eq!((meeting.date.as_deref(), place), (Some("2021-06-10"), Some("みどり市役所3階会議室")), "{sign}");
    }
}

/// A document as JSON without what tells its bytes.
fn json(text: &str) -> String {
    let mut document: Value = serde_json::from_str(&parse_str(text, &Options::default()).to_json()).unwrap();
    document["source"] = Value::Null;
    document.to_string()
}

#[test]
fn the_output_has_the_text_as_it_is_written() {
    for path in ["kanagawa/odawara-2017-minutes.txt", "shiraho/shiraho-2018-minutes.txt"] {
        let text = std::fs::read_to_string(format!("corpus/{path}")).unwrap();
        let usual = json(&text);
        for (sign, unusual) in [("：", "︓"), ("：", "∶"), ("・", "‧")] {
            let got = json(&text.replace(sign, unusual));
            assert!(!got.contains(sign), "{path} {sign}");
            assert_eq!(got.replace(unusual, sign), usual, "{path} {unusual}");
        }
    }
}

#[test]
fn a_sign_in_one_sentence_closes_no_head() {
    let text = "第２回部会 議事録\n会長→始めます。\n委員→質問があります。\n事務局→お答えします。\n病院→診療所に移ります。\n会長→終わります。\n";
    let labels: Vec<String> = said(&read(text)).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["会長", "委員", "事務局", "会長"]);
}

#[test]
fn full_width_letters_in_a_head_are_folded_before_they_are_measured() {
    let document = read("第２委員：田中委員\n");
    assert_eq!(document.coverage.characters, document.coverage.placed + document.coverage.residue);
    let turns = debate(|who, what| {
        if who == "会長" { format!("司会（２班）：田村委員\n{what}") } else { format!("{who}：{what}") }
    });
    assert_eq!(said(&read(&turns)).len(), TURNS.len());
}
