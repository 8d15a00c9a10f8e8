//! Files that hold several kinds of text: each part is read as what it is.

use serde_json::Value;

const TURNS: &str = "○小田切会長　ただいまから会議を始めます。\n○倉石委員　空きがわからないという声があります。\n○小田切会長　これで終わります。\n";

fn parsed(text: &str) -> Value {
    let read = giji::parse(text.as_bytes(), &giji::Options::named("a.txt")).expect("a text");
    let document: Value = serde_json::from_str(&read.to_json()).expect("JSON");
    assert_eq!(document["coverage"]["residue"], 0, "{text}");
    document
}

/// Heading, then kind and speaker of each opinion, section by section.
fn parts(document: &Value) -> Vec<(String, Vec<String>)> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let said = |opinion: &Value| format!("{} {}", text(&opinion["kind"]), text(&opinion["attribution"]["label"]));
    let part = |section: &Value| {
        let opinions = section["opinions"].as_array().into_iter().flatten();
        (text(&section["heading"]), opinions.map(said).collect())
    };
    document["sections"].as_array().into_iter().flatten().map(part).collect()
}

fn part(heading: &str, opinions: &[&str]) -> (String, Vec<String>) {
    (heading.to_owned(), opinions.iter().map(|opinion| (*opinion).to_owned()).collect())
}

const SPOKEN: [&str; 3] = ["speech 小田切会長", "speech 倉石委員", "speech 小田切会長"];

#[test]
fn written_opinions_behind_the_turns_are_nobody_s_speech() {
    let text = format!(
        "第２回協議会 会議録\n\n{TURNS}\n（参考）書面で提出された意見\n・短期入所の空きがわからない（三浦市）\n・相談の窓口が分かりにくい（横須賀市）\n"
    );
    let wanted = [part("-", &SPOKEN), part("（参考）書面で提出された意見", &["opinion 三浦市", "opinion 横須賀市"])];
    assert_eq!(parts(&parsed(&text)), wanted);
}

#[test]
fn questions_behind_the_turns_keep_their_answers() {
    let text = format!(
        "第２回協議会 会議録\n\n{TURNS}\n別紙　事前にいただいた質問への回答\n\n問１　割引はありますか。\n答　ございます。\n問２　いつからですか。\n答　春からです。\n"
    );
    let document = parsed(&text);
    let wanted = [
        part("-", &SPOKEN),
        part("別紙 事前にいただいた質問への回答", &["question -", "answer -", "question -", "answer -"]),
    ];
    assert_eq!(parts(&document), wanted);
    let written = &document["sections"][1]["opinions"];
    assert_eq!(written[1]["replies_to"], written[0]["id"]);
}

#[test]
fn a_summary_above_the_turns_keeps_its_speakers() {
    let text = format!(
        "第２回協議会の概要\n\n１ 日時：平成29年２月１日（水）\n２ 議題\n（１）取組について\n（主な意見）\n・空きがわからない（三浦市）\n・窓口が分かりにくい（横須賀市）\n\n議事録\n\n{TURNS}"
    );
    let wanted = [part("取組について", &["opinion 三浦市", "opinion 横須賀市"]), part("-", &SPOKEN)];
    assert_eq!(parts(&parsed(&text)), wanted);
}

#[test]
fn an_agenda_above_the_turns_holds_no_opinions() {
    let text = format!("第２回協議会 会議録\n\n議題\n（１）取組について\n・意見交換\n\n{TURNS}");
    let document = parsed(&text);
    assert_eq!(parts(&document)[0].1, Vec::<String>::new());
}

#[test]
fn an_opinion_among_questions_is_part_of_no_answer() {
    let text = "第３回懇談会 会議要旨\n\n（質問）拡幅はいつか。\n（回答）来年です。\n（意見）歩道を先に整備してほしい。\n（回答）検討します。\n";
    let document = parsed(text);
    assert_eq!(parts(&document), [part("-", &["question -", "answer -", "opinion -", "answer -"])]);
    let written = &document["sections"][0]["opinions"];
    assert_eq!(written[3]["replies_to"], written[2]["id"]);
}

#[test]
fn an_arrow_answers_the_opinion_above_it() {
    let text = "第７回検討会 議事要旨\n\n（１）対応について\n（主な意見）\n・出典を明記すること。（委員）\n→了解した。（事務局）\n→次回示す。（事務局）\n";
    let document = parsed(text);
    let written = &document["sections"][0]["opinions"];
    assert_eq!((&written[1]["kind"], &written[1]["replies_to"]), (&"answer".into(), &written[0]["id"]));
    assert_eq!(written[2]["replies_to"], written[0]["id"]);
}
