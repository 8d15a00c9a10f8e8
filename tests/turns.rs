//! Turns whose heads only the attendee list tells, and what stands between turns. Invented documents.

use giji::model::{Document, Opinion};
use giji::{Options, parse_str};

/// Label, persons and text of every turn; `-` where nobody is named.
fn turns(document: &Document) -> Vec<(String, Vec<String>, String)> {
    let row = |opinion: &Opinion| {
        let said = opinion.attribution.as_ref();
        let persons = said.iter().flat_map(|said| &said.parties).filter_map(|party| party.person.clone()).collect();
        (said.map_or("-", |said| said.label.as_str()).to_owned(), persons, opinion.text.clone())
    };
    document.all_opinions().map(row).collect()
}

fn check(text: &str, want: &[(&str, &[&str], &str)]) {
    let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let want: Vec<_> =
        want.iter().map(|(label, who, text)| ((*label).to_owned(), own(who), (*text).to_owned())).collect();
    assert_eq!(turns(&parse_str(text, &Options::default()).document), want, "{text}");
}

const HEAD: &str = "橘町議会　改革特別委員会　記録\n\n日　時：令和５年６月20日　午前９時30分\n場　所：議員控室\n\
                    出席委員：今井委員長、岸副委員長、沢田委員、原委員\n\n";

#[test]
fn a_listed_name_before_one_space_opens_a_turn() {
    let text = format!(
        "{HEAD}委員長　開会する。予算の説明を。\n局長　印刷費は三十万円である。\n今井　予算は。昨年と同じか。\n岸　同じである。\n\
         原　傍聴者を増やす工夫が必要だ。\n委員長　次回までに案を持ち寄ること。\n"
    );
    check(
        &text,
        &[
            ("委員長", &["今井"], "開会する。予算の説明を。"),
            ("局長", &[], "印刷費は三十万円である。"),
            ("今井", &["今井"], "予算は。昨年と同じか。"),
            ("岸", &["岸"], "同じである。"),
            ("原", &["原"], "傍聴者を増やす工夫が必要だ。"),
            ("委員長", &["今井"], "次回までに案を持ち寄ること。"),
        ],
    );
}

#[test]
fn letters_of_a_listed_name_may_stand_apart() {
    let text = "翠町社会教育委員会議　会議録\n\n期　日　令和３年５月19日（水）\n出　席　佐久間議長　蓮沼副議長　曽根委員　羽鳥委員\n\n協　議\n\
                議　長　　公民館について、ご意見を。\n曽　根　　利用者の声を聞くべきだと思います。\n羽　鳥　　図書室は残してほしい。\n\
                副議長　　賛成です。\n議　長　　では、次回までに整理します。\n";
    check(
        text,
        &[
            ("議 長", &["佐久間"], "公民館について、ご意見を。"),
            ("曽 根", &["曽根"], "利用者の声を聞くべきだと思います。"),
            ("羽 鳥", &["羽鳥"], "図書室は残してほしい。"),
            ("副議長", &["蓮沼"], "賛成です。"),
            ("議 長", &["佐久間"], "では、次回までに整理します。"),
        ],
    );
}

#[test]
fn several_before_one_sign_are_a_party_each() {
    let text = "まちづくり推進委員会　第４回　議事録\n\n◇日時　2023年11月１日（水）\n◇出席　（委員）畠山、仁科、真壁、五味　（市民協働課）鯉沼、寺内\n\n\
                畠山）申請書が多すぎる。\n鯉沼）様式を減らす案を考えている。\n仁科）締切を年二回にしては。\n真壁、五味）同意見である。\n鯉沼）次回、案を示す。\n";
    check(
        text,
        &[
            ("畠山", &["畠山"], "申請書が多すぎる。"),
            ("鯉沼", &["鯉沼"], "様式を減らす案を考えている。"),
            ("仁科", &["仁科"], "締切を年二回にしては。"),
            ("真壁、五味", &["真壁", "五味"], "同意見である。"),
            ("鯉沼", &["鯉沼"], "次回、案を示す。"),
        ],
    );
}

#[test]
fn who_stands_in_for_a_listed_person_opens_a_turn() {
    let text = "令和４年第８回双葉町教育委員会定例会会議録\n\n出席者　教育長　越智　正　　教育長職務代理者　八代　康子\n　　　　委員　　岩清水　亮\n\n\
                日程第１　給食費の改定について\n教育長　　　　説明を求める。\n教育総務課長　増額をお願いする。\n岩清水委員　　町の補助はあるか。\n\
                八代代理　　　今年度に限るのか。\n教育総務課長　そのとおりである。\n";
    check(
        text,
        &[
            ("教育長", &["越智 正"], "説明を求める。"),
            ("教育総務課長", &[], "増額をお願いする。"),
            ("岩清水委員", &["岩清水 亮"], "町の補助はあるか。"),
            ("八代代理", &["八代 康子"], "今年度に限るのか。"),
            ("教育総務課長", &[], "そのとおりである。"),
        ],
    );
}

#[test]
fn whoever_stands_alone_in_brackets_says_what_follows() {
    let text = "湯ノ町交通協議会　議事概要\n\n日時：令和２年２月３日（月）\n\n【議題１】見直しについて\n（事務局）\n　資料１のとおり。\n（バス会社）\n　時間帯を分けてほしい。\n（住民代表）\n　前日の締切では使いづらい。\n（事務局）\n　費用は年\n200\n万円ほど増える見込みである。\n\
                【議題２】その他\n（事務局）\n　次回は６月頃を予定。\n";
    let document = parse_str(text, &Options::default()).document;
    let headings: Vec<_> = document.sections.iter().filter_map(|section| section.heading.as_deref()).collect();
    assert_eq!(headings, ["見直しについて", "その他"]);
    check(
        text,
        &[
            ("事務局", &[], "資料1のとおり。"),
            ("バス会社", &[], "時間帯を分けてほしい。"),
            ("住民代表", &[], "前日の締切では使いづらい。"),
            ("事務局", &[], "費用は年200万円ほど増える見込みである。"),
            ("事務局", &[], "次回は6月頃を予定。"),
        ],
    );
}

#[test]
fn a_conclusion_is_no_part_of_the_last_answer() {
    let text = "政策調整会議概要\n１　日時　平成26年５月12日（月）午前９時\n２　場所　庁議室\n３　概要\n（主な質疑）\n問　対象施設の数は。\n答　128である。\n\
                問　試算はいつ示すか。\n答　10月までに示す。\n（結論）\n原案のとおり進めること。\n";
    let said: Vec<String> =
        turns(&parse_str(text, &Options::default()).document).into_iter().map(|(_, _, text)| text).collect();
    assert_eq!(said, ["対象施設の数は。", "128である。", "試算はいつ示すか。", "10月までに示す。"]);
}

#[test]
fn a_head_whose_number_or_letters_differ_from_the_pattern_s_is_read_and_does_not_panic() {
    let heads = [
        "（1\n4番委員】です。",
        "○議長（1\n4番山田太郎君）　はい。\n",
        "○議⻑　はい。\n○A ⼾田会⻑　はい。\n",
        "○2 ⼾会⻑　ます。",
    ];
    for text in heads {
        let document = giji::parse_str(text, &giji::Options::default()).document;
        assert_eq!(document.coverage.characters, text.chars().filter(|c| !c.is_whitespace()).count(), "{text}");
    }
}

#[test]
fn a_direction_of_two_lines_is_the_normal_form_of_both_together() {
    let text = "第３回会議録\n○議長　はい。\n〔4月2\n6日とする〕\n○委員　はい。\n";
    let document = giji::parse_str(text, &giji::Options::default()).document;
    assert_eq!(document.sections[0].notes[0].text, "〔4月2 6日とする〕");
}

#[test]
fn stages_of_a_meeting_are_no_words_of_the_turn_above_them() {
    let text = "第３回竹矢地域審議会　議事要旨\n４　会長あいさつ\n◎小森会長\n答申をまとめたい。\n５　議　事\n○　議事における主な意見要旨\n（１）答申について\n◎小森会長\n審議に入る。\n\
                ○委員\n表現はこれでよいか。\n（２）今後の予定について\n事務局から説明し、了承された。\n";
    let said: Vec<String> =
        turns(&parse_str(text, &Options::default()).document).into_iter().map(|(_, _, text)| text).collect();
    assert_eq!(said, ["答申をまとめたい。", "審議に入る。", "表現はこれでよいか。"]);
}

#[test]
fn a_list_that_is_read_out_stays_with_its_turn() {
    let text = "第６回機構部会　議事録\n議事概要\n橘部会長\n議題は２つありまして\n１．実績の報告について\n２．その他\nとなっております。\n平野課長\n資料を確認します。\n橘部会長\nどうぞ。\n";
    let said: Vec<String> =
        turns(&parse_str(text, &Options::default()).document).into_iter().map(|(_, _, text)| text).collect();
    assert_eq!(said.len(), 3);
    assert!(said[0].ends_with("となっております。"), "{}", said[0]);
}

#[test]
fn a_line_that_goes_on_is_no_report_of_what_was_done() {
    let text = "定例市長記者会見\n会見日：令和６年５月17日（金）\n会見録\n市長：\nまず私から大型連休中の窓口の状況についてご報告\nをいたします。\n記者：\n方針はいつ示しますか。\n市長：\n年度内に示します。\n";
    let document = parse_str(text, &Options::default()).document;
    assert_eq!(document.meeting.as_ref().and_then(|meeting| meeting.date.as_deref()), Some("2024-05-17"));
    let said: Vec<String> = turns(&document).into_iter().map(|(_, _, text)| text).collect();
    assert_eq!(said[0], "まず私から大型連休中の窓口の状況についてご報告をいたします。");
}

#[test]
fn a_heading_of_what_is_asked_makes_no_answers_of_the_turns_below_it() {
    let text = "第３回竹矢市子ども会議　会議録\n日時：令和６年７月10日（水）\n議題\n（１）計画について\n質問\n○大森委員　数字はどう決めたのか。\n○事務局　実績から決めた。\n意見\n\
                ○小森委員　現場の声を聞いてほしい。\n○事務局　そのようにしたい。\n";
    let document = parse_str(text, &Options::default()).document;
    let speech = |section: &giji::model::Section| {
        section.opinions.iter().all(|opinion| opinion.kind == giji::model::OpinionKind::Speech)
    };
    assert!(document.sections.iter().all(speech));
    let said: Vec<String> = turns(&document).into_iter().map(|(_, _, text)| text).collect();
    assert_eq!(said, ["数字はどう決めたのか。", "実績から決めた。", "現場の声を聞いてほしい。", "そのようにしたい。"]);
}

#[test]
fn a_colon_within_a_bracket_opens_no_turn() {
    let text = "青波市総合教育会議　議事録\n\n日時　令和５年６月20日（火）\n\n開会（進行：総務課長）\n市長あいさつ\n\
                ・学校の統廃合について話し合う場である。\n議事（進行：水野市長）\n（１）要綱について\n事務局説明\n";
    let document = parse_str(text, &Options::default()).document;
    assert_eq!(turns(&document), []);
    // Where a colon stands behind the bracket, what it closes is a head.
    let text = format!("{HEAD}委員長（今井）：開会する。\n沢田委員（議会）：予算は。\n委員長（今井）：同じである。\n");
    let labels: Vec<String> =
        turns(&parse_str(&text, &Options::default()).document).into_iter().map(|(label, ..)| label).collect();
    assert_eq!(labels, ["委員長（今井）", "沢田委員（議会）", "委員長（今井）"]);
}
