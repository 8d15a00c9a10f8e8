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

const ROWS: &str = "№ 課題区分 項目 内容 主たる機関 協力機関 ４～６月 ７～９月 10～12月 １～３月\n\
                    １ 相談 窓口の一本化 ・市町村ごとの窓口を一覧にまとめ、保護者に配布する。\n紫野保健所 各市町村\n作成 配布\n\
                    ２ 人材 看護師研修の開催 ・訪問看護師を対象に、人工呼吸器の研修を行う。\n県看護協会 紫野総合病院\n研修\n\
                    ３ 学校 通学支援の検討 ・福祉タクシーの活用について、教育委員会と協議する。\n県教育委員会 紫野支援学校、各市町村\n協議\n";

fn names(document: &Value) -> Vec<&str> {
    document["items"].as_array().into_iter().flatten().filter_map(|item| item["name"].as_str()).collect()
}

fn is_said_to_be_mixed(document: &Value) -> bool {
    document["diagnostics"].as_array().into_iter().flatten().any(|said| said["code"] == "mixed-document")
}

#[test]
fn a_plan_handed_out_with_minutes_is_kept_beside_them() {
    let text = format!(
        "第２回紫野圏域支援部会　議事概要\n\n１ 日時：令和６年７月18日（木）14：00～16：00\n２ 場所：紫野合同庁舎\n３ 議題\n（１）進捗について\n（主な意見）\n\
         ・分かりやすいと好評だった。（紫野市）\n・周知を強めてほしい。（県看護協会）\n（以上）\n\n資料１　行動計画（令和６年度）\n{ROWS}"
    );
    let document = parsed(&text);
    assert_eq!(names(&document), ["窓口の一本化", "看護師研修の開催", "通学支援の検討"]);
    let wanted =
        [part("進捗について", &["opinion 紫野市", "opinion 県看護協会"]), part("資料1 行動計画（令和6年度）", &[])];
    assert_eq!(parts(&document), wanted);
    assert_eq!(document["meeting"]["date"], "2024-07-18");
    assert!(is_said_to_be_mixed(&document));
    let periods = document["plan"]["periods"].as_array().map(Vec::len);
    assert_eq!(periods, Some(4), "each range of months is a period of its own");
}

#[test]
fn a_record_below_a_plan_is_no_row_of_it() {
    let text = format!(
        "令和６年度　東雲地域　支援体制整備計画\n\n{ROWS}\n打合せの記録（令和６年５月８日）\n・看護師の確保が前提になる。（東雲療育センター）\n・消防とも共有したい。（東雲市危機管理課）\n"
    );
    let document = parsed(&text);
    assert_eq!((names(&document).len(), &document["type"]), (3, &"plan".into()));
    let wanted = [part("打合せの記録（令和6年5月8日）", &["opinion 東雲療育センター", "opinion 東雲市危機管理課"])];
    assert_eq!(parts(&document), wanted);
    assert!(is_said_to_be_mixed(&document));
}

#[test]
fn whole_minutes_below_a_plan_are_read_as_minutes() {
    let text = format!(
        "令和６年度　東雲地域　支援体制整備計画\n\n{ROWS}\n\u{c}第３回東雲圏域支援部会　議事概要\n\n１ 日時：令和６年９月12日（木）14：00～16：00\n２ 場所：東雲合同庁舎\n３ 議題\n\
         （１）進捗について\n（主な意見）\n・窓口を増やしてほしい。（東雲市）\n・研修を続けたい。（県看護協会）\n（以上）\n"
    );
    let document = parsed(&text);
    assert_eq!(names(&document), ["窓口の一本化", "看護師研修の開催", "通学支援の検討"]);
    let wanted = [
        part("令和6年度 東雲地域 支援体制整備計画", &[]),
        part("進捗について", &["opinion 東雲市", "opinion 県看護協会"]),
    ];
    assert_eq!(parts(&document), wanted);
    assert_eq!(document["meeting"]["date"], "2024-09-12");
    assert!(is_said_to_be_mixed(&document));
}
