//! Heads that are set off in rare ways, and lines among turns that nobody says. Invented documents.

use giji::model::Document;
use giji::{Options, parse_str};

const HEAD: &str = "令和４年度第２回朝霧市公民館審議会会議録\n日時　令和４年10月25日（火）午後６時\n場所　中央公民館\n";

fn read(body: &str) -> Document {
    parse_str(&format!("{HEAD}{body}"), &Options::default()).document
}

/// Label and text of every turn, with the heading of its section.
fn turns(document: &Document) -> Vec<[String; 3]> {
    let mut out = Vec::new();
    for section in document.all_sections() {
        let label = section.label.as_ref().filter(|_| section.heading.is_none()).map(|label| label.text.clone());
        let heading = section.heading.clone().or(label).unwrap_or_default();
        for opinion in &section.opinions {
            let label = opinion.attribution.as_ref().map_or("-", |said| said.label.as_str());
            out.push([heading.clone(), label.to_owned(), opinion.text.clone()]);
        }
    }
    out
}

fn check(body: &str, want: &[[&str; 3]]) {
    let want: Vec<_> = want.iter().map(|turn| turn.map(str::to_owned)).collect();
    assert_eq!(turns(&read(body)), want, "{body}");
}

#[test]
fn strokes_around_a_line_make_a_stage_direction() {
    check(
        "２　議題\n（１）貸出しについて\n－資料２に基づき、事務局から説明－\n（委員）時間を延ばせるか。\n（事務局）来年度から延ばす。\n－了承－\n\
         （２）催しについて\n―資料３に基づき、事務局より説明―\n（委員）日を増やしてほしい。\n（委員長）検討する。\n",
        &[
            ["貸出しについて", "委員", "時間を延ばせるか。"],
            ["貸出しについて", "事務局", "来年度から延ばす。"],
            ["催しについて", "委員", "日を増やしてほしい。"],
            ["催しについて", "委員長", "検討する。"],
        ],
    );
}

#[test]
fn what_was_decided_ends_no_turn_of_anybody() {
    let document = read(
        "【第１号議案：決算について】\n里中会計理事：表のとおりです。\n→ 賛成多数（挙手25名中23名）で承認。\n【第２号議案：会費について】\n\
         峰副会長：月50円上げたい。\n住民：急ぎすぎではないか。\n※各委員一致で可決\n",
    );
    let want = [
        ["決算について", "里中会計理事", "表のとおりです。"],
        ["会費について", "峰副会長", "月50円上げたい。"],
        ["会費について", "住民", "急ぎすぎではないか。"],
    ];
    assert_eq!(turns(&document), want.map(|turn| turn.map(str::to_owned)));
    assert_eq!(document.meeting.map_or(0, |meeting| meeting.statements.len()), 0);
}

#[test]
fn headings_behind_squares_and_in_brackets_divide_turns() {
    check(
        "■開会\n（１）前回の記録\n（委員長）\n記録は資料のとおり承認する。\n■報告事項\n（１）研修会について\n（委員）\n五十人が集まった。\n\
         （委員）\nよい会だった。\n■審議事項\n（１）予約の方法について\n（事務局）\n案は資料２のとおりである。\n",
        &[
            ["前回の記録", "委員長", "記録は資料のとおり承認する。"],
            ["研修会について", "委員", "五十人が集まった。"],
            ["研修会について", "委員", "よい会だった。"],
            ["予約の方法について", "事務局", "案は資料2のとおりである。"],
        ],
    );
    check(
        "〔１　開会〕\n市長　　ただ今から会議を開きます。\n〔２　要綱について〕\n市長　　説明をお願いします。\n総務課長　　要綱は八条です。\n\
         〔12名退席〕\n教育長　　結構です。\n",
        &[
            ["開会", "市長", "ただ今から会議を開きます。"],
            ["要綱について", "市長", "説明をお願いします。"],
            ["要綱について", "総務課長", "要綱は八条です。"],
            ["要綱について", "教育長", "結構です。"],
        ],
    );
}

#[test]
fn a_counted_topic_among_turns_heads_what_follows() {
    check(
        "○会長　次第に沿って進めます。\n次第１　計画の案について\n・事務局より資料１について説明\n○会長　ご意見はありますか。\n\
         ○委員３　図を直せば分かると思います。\n○会長　議題２　素案について\nを終わります。\n",
        &[
            ["", "会長", "次第に沿って進めます。"],
            ["計画の案について", "会長", "ご意見はありますか。"],
            ["計画の案について", "委員3", "図を直せば分かると思います。"],
            ["計画の案について", "会長", "議題2 素案について\nを終わります。"],
        ],
    );
}

#[test]
fn middle_dots_and_a_bracket_behind_a_bracket_close_heads() {
    check(
        "委　員・・・貸出しが減った理由は何か。\n事務局・・・近くに新しい館が出来た。\n委　員・・・『広告』を増やしてほしい。\n事務局・・・入口に貼る。\n",
        &[
            ["", "委 員", "貸出しが減った理由は何か。"],
            ["", "事務局", "近くに新しい館が出来た。"],
            ["", "委 員", "『広告』を増やしてほしい。"],
            ["", "事務局", "入口に貼る。"],
        ],
    );
    check(
        "今井（正）委員長）\nただ今から委員会を開きます。\n今井（正）委員長）休憩します。\n原委員）道が狭いです。\n建設部長）来年度に測ります。\n",
        &[
            ["", "今井（正）委員長", "ただ今から委員会を開きます。"],
            ["", "今井（正）委員長", "休憩します。"],
            ["", "原委員", "道が狭いです。"],
            ["", "建設部長", "来年度に測ります。"],
        ],
    );
}

#[test]
fn heads_alone_on_their_lines_may_be_offices_and_have_an_office_beside_them() {
    check(
        "久我会長（朝霧市長）\n本日は忌憚のない意見をお願いする。\n事務局\n資料を確かめる。\n座長\n次に移る。\n事務局：\n議案の説明をする。\n\
         久我会長（朝霧市長）\n署名人を決める。\n",
        &[
            ["", "久我会長（朝霧市長）", "本日は忌憚のない意見をお願いする。"],
            ["", "事務局", "資料を確かめる。"],
            ["", "座長", "次に移る。"],
            ["", "事務局", "議案の説明をする。"],
            ["", "久我会長（朝霧市長）", "署名人を決める。"],
        ],
    );
    check(
        "原委員\n事業の中身が分からない。説明を。\n生涯学習課\n見守りや、授業の手伝いである。\n原委員\n費用は付くのか。\n生涯学習課\nそうである。\n林委員\n足りないと思う。\n",
        &[
            ["", "原委員", "事業の中身が分からない。説明を。"],
            ["", "生涯学習課", "見守りや、授業の手伝いである。"],
            ["", "原委員", "費用は付くのか。"],
            ["", "生涯学習課", "そうである。"],
            ["", "林委員", "足りないと思う。"],
        ],
    );
}

#[test]
fn a_body_that_speaks_once_among_many_speaks_for_itself() {
    check(
        "事務局：会議を開きます。\n会長：部会からお願いします。\n原部会長：勉強の会を来年度から開きたいと考えています。\n相談支援センター：事務はこちらで担います。\n\
         副会長：働く人の声も聞いてください。\n",
        &[
            ["", "事務局", "会議を開きます。"],
            ["", "会長", "部会からお願いします。"],
            ["", "原部会長", "勉強の会を来年度から開きたいと考えています。"],
            ["", "相談支援センター", "事務はこちらで担います。"],
            ["", "副会長", "働く人の声も聞いてください。"],
        ],
    );
}

#[test]
fn how_many_listened_is_nobodys_speech() {
    let document = read(
        "《傍聴者》　なし\n○浦田委員長\n委員会を開く。\n○東野局長\n資料を御覧いただきたい。\n○浦田委員長\n質疑はあるか。\n",
    );
    let labels: Vec<String> = turns(&document).into_iter().map(|[_, label, _]| label).collect();
    assert_eq!(labels, ["浦田委員長", "東野局長", "浦田委員長"]);
}

#[test]
fn the_first_turns_are_of_the_part_in_whose_text_they_stand() {
    let body = "２　議題\n（１）進め方について\n－資料１に基づき説明－\n・議題は昨年とほぼ同じである。\n（会長）意見はあるか。\n（委員）日をずらしてほしい。\n\
                （２）補助金について\n（委員）知らせは足りているか。\n（事務局）広報紙に載せた。\n３　その他\n（会長）次回は春に開く。\n";
    check(
        body,
        &[
            ["進め方について", "会長", "意見はあるか。"],
            ["進め方について", "委員", "日をずらしてほしい。"],
            ["補助金について", "委員", "知らせは足りているか。"],
            ["補助金について", "事務局", "広報紙に載せた。"],
            ["その他", "会長", "次回は春に開く。"],
        ],
    );
    let ids: Vec<String> = read(body).sections.iter().map(|section| section.id.clone()).collect();
    assert_eq!(ids, ["agenda-1", "agenda-2", "heading-3"]);
    // Below a list of what will be dealt with nothing has been told yet.
    let body = "議題\n（１）部会長の選出\n（２）計画の課題\n会議録\n○司会\nただいまから部会を開きます。\n○原委員\n林委員にお願いしたいと思います。\n○司会\n異議はありませんか。\n";
    assert!(turns(&read(body)).iter().all(|[heading, _, _]| heading.is_empty()), "{:?}", turns(&read(body)));
}

#[test]
fn who_explained_what_before_the_first_turn_heads_nothing() {
    let document = read(
        "２　議事\n（事務局）　計画（素案）について説明\n（会長）　ご意見をお願いします。\n（委員）　図が足りません。\n（会長）　加えてください。\n",
    );
    let heads: Vec<_> = turns(&document).into_iter().map(|[heading, _, _]| heading).collect();
    assert_eq!(heads, ["議事"; 3]);
}

#[test]
fn squares_stand_above_the_numbers_that_begin_anew_below_them() {
    let document = read(
        "（１）前回の記録\n（委員長）\n記録は承認する。\n■報告事項\n（１）研修会について\n（委員）\n五十人が集まった。\n（委員）\nよい会だった。\n\
         ■審議事項\n（１）予約の方法について\n（事務局）\n案は資料のとおりである。\n",
    );
    let heads: Vec<_> = document.sections.iter().map(|section| section.heading.clone().unwrap_or_default()).collect();
    assert_eq!(heads, ["前回の記録", "報告事項", "審議事項"], "{:?}", document.sections);
    let parts: Vec<usize> = document.sections.iter().map(|section| section.sections.len()).collect();
    assert_eq!(parts, [0, 1, 1]);
}

#[test]
fn a_quotation_right_behind_a_name_is_what_was_said() {
    check(
        "１　議題\n会長「では議題１に入ります」\n原委員「資料にある「学びの場」という言葉が使われ\nていますが、意味を伺います。」\n事務局「公民館のことです」\n原委員「分かりました」\n",
        &[
            ["議題", "会長", "では議題1に入ります"],
            ["議題", "原委員", "資料にある「学びの場」という言葉が使われていますが、意味を伺います。"],
            ["議題", "事務局", "公民館のことです"],
            ["議題", "原委員", "分かりました"],
        ],
    );
    // What only stands in quotes within a sentence was said by nobody here.
    let document = read("１　議題\n会長「公約」に関する資料\n市長「宣言」の案\n事務局「だより」の発行\n");
    assert_eq!(turns(&document), [[""; 3]; 0]);
}

#[test]
fn a_short_word_before_the_dots_of_the_heads_around_it_opens_a_turn() {
    check(
        "委　員・・・遊具が古い。\n事務局・・・来年度に直す。\n公園緑地課・・・入札は秋である。\n山　田・・・・砂場も見てほしい。\n利用者・・・水飲み場がほしい。\n\
         委　員・・・了解した。\n理由・・・は述べない。\n",
        &[
            ["", "委 員", "遊具が古い。"],
            ["", "事務局", "来年度に直す。"],
            ["", "公園緑地課", "入札は秋である。"],
            ["", "山 田", "砂場も見てほしい。"],
            ["", "利用者", "水飲み場がほしい。"],
            ["", "委 員", "了解した。\n理由・・・は述べない。"],
        ],
    );
}

#[test]
fn an_office_before_a_space_or_alone_on_its_line_speaks_among_heads_of_another_form() {
    check(
        "会長　始めます。\nこども課　報告します。\n山田委員　費用はいくらですか。\n会長　終わります。\n",
        &[
            ["", "会長", "始めます。"],
            ["", "こども課", "報告します。"],
            ["", "山田委員", "費用はいくらですか。"],
            ["", "会長", "終わります。"],
        ],
    );
    for (mark, close) in [("○", "　"), ("", "　"), ("", "・・・")] {
        let body = format!(
            "{mark}会長{close}始めます。\n公園緑地課\n　遊具は来年度に直します。\n{mark}山田委員{close}費用はいくらですか。\n{mark}会長{close}終わります。\n担当は次の課です。\n公園緑地課\n土木課\n",
        );
        check(
            &body,
            &[
                ["", "会長", "始めます。"],
                ["", "公園緑地課", "遊具は来年度に直します。"],
                ["", "山田委員", "費用はいくらですか。"],
                ["", "会長", "終わります。\n担当は次の課です。\n公園緑地課\n土木課"],
            ],
        );
    }
}

#[test]
fn a_letter_and_a_role_set_apart_name_whom_the_same_letter_names_elsewhere() {
    check(
        "Ａ委員　賛成です。\n事務局　承知しました。\nＡ 委 員　もう一つあります。\n会長　終わります。\n",
        &[
            ["", "A委員", "賛成です。"],
            ["", "事務局", "承知しました。"],
            ["", "A委員", "もう一つあります。"],
            ["", "会長", "終わります。"],
        ],
    );
}

#[test]
fn a_heading_below_what_nobody_says_is_no_part_of_the_turn_above_it() {
    for outcome in ["→ 承認", "－了承－", "（異議なし）"] {
        check(
            &format!(
                "\n■審議事項\n（会長）始めます。\n（事務局）説明します。\n{outcome}\n■報告事項\n（事務局）報告します。\n●その他\n（委員）駐輪場が狭いです。\n"
            ),
            &[
                ["審議事項", "会長", "始めます。"],
                ["審議事項", "事務局", "説明します。"],
                ["報告事項", "事務局", "報告します。"],
                ["その他", "委員", "駐輪場が狭いです。"],
            ],
        );
    }
}

#[test]
fn a_counted_topic_in_any_brackets_heads_what_follows_and_a_handout_heads_nothing() {
    for [open, close] in [["［", "］"], ["（", "）"], ["＜", "＞"], ["〔", "〕"], ["【", "】"]] {
        let body = format!(
            "○会長　始めます。\n{open}議題１　計画について{close}\n○事務局　説明します。\n【資料１】\n○委員　質問です。\n{open}議題２　その他{close}\n○会長　どうぞ。\n"
        );
        check(
            &body,
            &[
                ["", "会長", "始めます。"],
                ["計画について", "事務局", "説明します。"],
                ["計画について", "委員", "質問です。"],
                ["その他", "会長", "どうぞ。"],
            ],
        );
    }
}

#[test]
fn a_matter_behind_a_circle_heads_what_follows_though_no_turn_stands_right_below() {
    check(
        "（14時00分開会）\n〇議案第１号について\n（事務局より説明）\n鈴木委員　　高さを15ｍとする根拠は何か。\n事務局　　　周辺の平均をもとにしている。\n\
         会　長　　　全員賛成により可決する。\n〇議案第２号について\n（事務局より説明）\n（質疑なし）\n会　長　　　賛成の委員は挙手をお願いしたい。\n\
         \u{3000}\u{3000}\u{3000}（全員挙手）\n",
        &[
            ["議案第1号", "鈴木委員", "高さを15mとする根拠は何か。"],
            ["議案第1号", "事務局", "周辺の平均をもとにしている。"],
            ["議案第1号", "会 長", "全員賛成により可決する。"],
            ["議案第2号", "会 長", "賛成の委員は挙手をお願いしたい。"],
        ],
    );
}
