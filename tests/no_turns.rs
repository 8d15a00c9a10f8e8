//! Lines that name somebody within or below what is said, and open no turn. Invented documents.

use giji::model::{Document, Opinion};
use giji::{Options, parse_str};

const HEAD: &str =
    "第２回白鷺市環境審議会会議録\n日時　令和５年６月２日（金）午後２時から午後４時まで\n場所　白鷺市役所\n\n";

fn read(text: &str) -> Document {
    parse_str(&format!("{HEAD}{text}"), &Options::default()).document
}

/// Label and text of every turn.
fn turns(document: &Document) -> Vec<(String, String)> {
    let row = |opinion: &Opinion| {
        let label = opinion.attribution.as_ref().map_or("-", |said| said.label.as_str());
        (label.to_owned(), opinion.text.clone())
    };
    document.all_opinions().map(row).collect()
}

#[track_caller]
fn check(text: &str, want: &[(&str, &str)]) {
    let want: Vec<_> = want.iter().map(|(label, text)| ((*label).to_owned(), (*text).to_owned())).collect();
    assert_eq!(turns(&read(text)), want, "{text}");
}

/// Every note of a document.
fn notes(document: &Document) -> Vec<&str> {
    document.all_sections().flat_map(|section| &section.notes).map(|note| note.text.as_str()).collect()
}

#[test]
fn those_who_are_proposed_and_votes_for_them_are_said() {
    check(
        "○会長　次のお二人を推薦します。\n　矢代正氏\n　久我誠氏\n　いかがですか。\n○水谷委員　賛成です。\n\
         ○会長　次の方を指名します。\n　３番　五味進君\n　７番　安斎修君\n　以上です。\n",
        &[
            ("会長", "次のお二人を推薦します。\n矢代正氏\n久我誠氏\nいかがですか。"),
            ("水谷委員", "賛成です。"),
            ("会長", "次の方を指名します。\n3番 五味進君\n7番 安斎修君\n以上です。"),
        ],
    );
    check(
        "議長　　結果を報告します。\n　有効投票　　20票\n　矢代正君　　15票\n　久我誠君　　５票\n　以上です。\n水谷委員　　分かりました。\n議長　　終わります。\n五味委員　　はい。\n",
        &[
            ("議長", "結果を報告します。\n有効投票20票\n矢代正君15票\n久我誠君 5票\n以上です。"),
            ("水谷委員", "分かりました。"),
            ("議長", "終わります。"),
            ("五味委員", "はい。"),
        ],
    );
}

#[test]
fn who_was_given_a_part_says_nothing() {
    let document = read(
        "１　役員の選出\n　（会長）久我委員、（副会長）水谷委員に決定\n２　議事\n（会長）では、始めます。\n（水谷委員）質問はありません。\n（会長）終わります。\n",
    );
    let labels: Vec<_> = turns(&document).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["会長", "水谷委員", "会長"]);
    assert_eq!(notes(&document), ["（会長）久我委員、（副会長）水谷委員に決定"]);
}

#[test]
fn who_signs_a_bill_that_is_read_out_says_nothing() {
    check(
        "○事務局　議案を朗読します。\n　上記の議案を提出する。\n　令和５年６月２日\n　　白鷺市長　矢代正\n　以上です。\n○会長　質問はありますか。\n○水谷委員　ありません。\n\
         ○会長　では、承認します。\n",
        &[
            ("事務局", "議案を朗読します。\n上記の議案を提出する。\n令和5年6月2日\n白鷺市長 矢代正\n以上です。"),
            ("会長", "質問はありますか。"),
            ("水谷委員", "ありません。"),
            ("会長", "では、承認します。"),
        ],
    );
}

#[test]
fn who_signs_the_record_and_the_next_meeting_stand_below_the_last_turn() {
    let document = read(
        "会長\n　始めます。よろしくお願いします。\n水谷委員\n　質問はありません。\n会長\n　これで終わります。\n\n　以上、会議の次第を記載し、相違ないことを証するため、\n\
         ここに署名する。\n　令和５年７月３日\n　　会長　　久我　誠\n　　署名委員　　水谷　恵子\n\n次回開催予定　令和５年９月頃\n",
    );
    let said = turns(&document);
    assert_eq!(said.last().map(|(label, text)| (label.as_str(), text.as_str())), Some(("会長", "これで終わります。")));
    assert_eq!(said.len(), 3);
    let next = document.meeting.and_then(|meeting| meeting.next).expect("the next meeting");
    assert_eq!(
        (next.text.as_str(), next.year, next.month, next.approximate),
        ("令和5年9月頃", Some(2023), Some(9), true)
    );
}

#[test]
fn what_is_quoted_is_no_turn() {
    check(
        "（水谷委員）前回の記録に「（委員）異議なし。\n（会長）では承認します。」とありますが、正しいですか。\n（事務局）確認します。\n（会長）お願いします。\n",
        &[
            ("水谷委員", "前回の記録に「（委員）異議なし。\n（会長）では承認します。」とありますが、正しいですか。"),
            ("事務局", "確認します。"),
            ("会長", "お願いします。"),
        ],
    );
}

#[test]
fn what_all_did_and_what_came_of_it_is_told() {
    let document = read(
        "（会長）挙手をお願いします。\n（挙手全員）\n（会長）可決しました。\n（水谷委員）次の点をお願いします。\n（１）公表すること。\n（２）毎年続けること。（拍手）\n\
         （会長）承知しました。\n（結果）原案のとおり承認された。\n※水谷委員退席\n（会長）終わります。\n",
    );
    assert_eq!(notes(&document), ["（挙手全員）", "（結果）原案のとおり承認された。", "※水谷委員退席"]);
    let point = "次の点をお願いします。\n（1）公表すること。\n（2）毎年続けること。（拍手）";
    assert_eq!(turns(&document)[2], ("水谷委員".to_owned(), point.to_owned()));
}

#[test]
fn a_list_of_persons_ends_where_somebody_speaks() {
    for head in ["【事務局】", "〔事務局〕", "・事務局：", "事務局 ："] {
        let own = head.ends_with('】');
        let line = if own { "\n　" } else { "" };
        let text = format!(
            "出席者　久我会長、水谷委員、五味委員\n\n{head}{line}それでは、次第に沿って進めてまいりたい\nと思います。よろしくお願いします。\n\
             {}{line}では、始めます。\n{}{line}資料を御覧ください。\n",
            head.replace("事務局", "会長"),
            head
        );
        let labels: Vec<_> = turns(&read(&text)).into_iter().map(|(label, _)| label).collect();
        assert_eq!(labels, ["事務局", "会長", "事務局"], "{text}");
    }
}

#[test]
fn words_that_come_again_are_no_running_header() {
    // The same words wrap alike, beside page ends and at nearly equal distances.
    let page = |number: u32| {
        let filler: String =
            (0..18).map(|line| format!("　項目{number}の{line}は、別の資料のとおりです。\n")).collect();
        format!(
            "【会長】ただいまの説明について御意見や御質問はござい\nますか。\n【水谷委員】{number}点伺います。\n{filler}- {number} -\n"
        )
    };
    let text: String = (1..6).map(page).collect();
    let document = read(&text);
    let chair = turns(&document).into_iter().filter(|(label, _)| label == "会長").collect::<Vec<_>>();
    assert_eq!(chair.len(), 5, "{text}");
    assert!(chair.iter().all(|(_, text)| text == "ただいまの説明について御意見や御質問はございますか。"), "{chair:?}");
}
