//! Habits of town offices, each in a small document: who says what, and what nobody says.

use giji::model::{Document, Opinion, Presence};
use giji::{Options, parse_str};

fn read(text: &str) -> Document {
    parse_str(text, &Options::named("a.txt")).document
}

/// Label and text of everything that is said, in order.
fn said(document: &Document) -> Vec<(String, String)> {
    let row = |opinion: &Opinion| {
        let label = opinion.attribution.as_ref().map_or("", |said| said.label.as_str());
        (label.to_owned(), opinion.text.clone())
    };
    document.all_opinions().map(row).collect()
}

fn check(text: &str, want: &[(&str, &str)]) {
    let want: Vec<(String, String)> = want.iter().map(|(who, what)| (who.to_string(), what.to_string())).collect();
    assert_eq!(said(&read(text)), want, "{text}");
}

fn headings(document: &Document) -> Vec<String> {
    document.all_sections().filter_map(|section| section.heading.clone()).collect()
}

const HEAD: &str = "第２回地域包括ケア推進協議会　会議録\n１　日時　令和６年３月12日（火曜日）19時00分～20時\n\
                    ２　場所　市役所２階　中会議室\n３　議事\n";

#[test]
fn bodies_in_brackets_above_what_they_report_are_its_speakers() {
    let bodies = ["医師会", "薬剤師会", "訪問看護ステーション連絡協議会", "部会長"];
    let told = [
        "当番医の名簿を作った。12名が加わっている。",
        "当番薬局の一覧を作った。",
        "地図を配ることにした。",
        "次回に決める。",
    ];
    let pairs: Vec<(&str, &str)> = bodies.into_iter().zip(told).collect();
    for (open, close) in [("【", "】"), ("（", "）"), ("＜", "＞")] {
        let lines = pairs.iter().map(|(who, what)| format!("{open}{who}{close}\n{what}\n\n"));
        check(&format!("{HEAD}（１）各団体の取組について\n{}", lines.collect::<String>()), &pairs);
    }
}

#[test]
fn what_offices_have_done_in_a_year_is_no_meeting() {
    let text = "令和５年度　主要施策の成果\n\n【福祉課】\n窓口を設けた。\n\n【健康課】\n受診率は45％であった。\n\n【学校教育課】\n端末を配備した。\n";
    assert!(read(text).sections.is_empty());
}

#[test]
fn a_bracket_that_says_from_whom_names_its_speaker() {
    check(
        &format!(
            "{HEAD}（１）計画について\n【事務局より】\n資料により説明した。\n【会長】\n質問はあるか。\n【原委員】\n費用を知りたい。\n"
        ),
        &[("事務局", "資料により説明した。"), ("会長", "質問はあるか。"), ("原委員", "費用を知りたい。")],
    );
}

#[test]
fn marks_mean_what_the_legend_says() {
    let want = [
        ("会長", "それでは始めます。"),
        ("事務局", "資料を説明します。"),
        ("委員", "費用はいくらですか。"),
        ("事務局", "千円です。"),
    ];
    let turns = "◎　それでは始めます。\n●　資料を説明します。\n○　費用はいくらですか。\n●　千円です。\n";
    for legend in [
        "（◎：会長　○：委員　●：事務局）",
        "※◎は会長、○は委員、●は事務局の発言",
        "（◎…会長の発言、○…委員の発言、●…事務局の説明）",
    ] {
        check(&format!("{HEAD}（１）計画について\n{legend}\n{turns}"), &want);
    }
    // Without it nobody knows.
    assert!(said(&read(&format!("{HEAD}（１）計画について\n{turns}"))).iter().all(|(who, _)| who.is_empty()));
}

#[test]
fn a_bracket_at_the_end_says_more_than_the_legend() {
    let text = format!(
        "{HEAD}（１）計画について\n（○：委員　●：事務局）\n○　費用が高い。（原委員）\n●　見直す。\n○　急いでほしい。\n"
    );
    check(&text, &[("原委員", "費用が高い。"), ("事務局", "見直す。"), ("委員", "急いでほしい。")]);
}

#[test]
fn names_that_were_left_out_still_divide_the_turns() {
    for form in ["：", "　"] {
        let line = |who: &str, what: &str| format!("{who}{form}{what}\n");
        let turns = [
            ("○○委員", "費用を知りたい。"),
            ("事務局", "千円です。"),
            ("△△委員", "高いと思います。"),
            ("○○委員", "賛成です。"),
        ];
        let text: String = turns.iter().map(|(who, what)| line(who, what)).collect();
        check(&format!("{HEAD}（１）計画について\n{text}"), &turns);
    }
}

#[test]
fn counted_parts_between_turns_are_nobody_s_words() {
    let text = format!(
        "{HEAD}審議事項１）計画の進行管理について\n会長：始めます。\n事務局：資料を御覧ください。\n\
         報告事項１）相談の実績について\n委員：何件ですか。\n事務局：９件です。\n◆議事（２）名前の決め方について\n会長：案のとおりとします。\n"
    );
    let document = read(&text);
    assert_eq!(headings(&document)[1..], ["計画の進行管理について", "相談の実績について", "名前の決め方について"]);
    assert!(said(&document).iter().all(|(_, text)| !text.contains("について")));
}

#[test]
fn points_of_a_speech_stay_in_it_and_topics_do_not() {
    let text = format!(
        "{HEAD}会長：始めます。\n１）保育の現状について\n委員：理由は二つあります。\n１）人が足りない\n２）場所がない\n\
         というところです。\n２）今後の進め方について\n事務局：次回に示します。\n"
    );
    let want = [
        ("会長", "始めます。"),
        ("委員", "理由は二つあります。\n1）人が足りない\n2）場所がない\nというところです。"),
        ("事務局", "次回に示します。"),
    ];
    check(&text, &want);
}

#[test]
fn parts_told_in_sentences_are_no_opinions() {
    let text = format!(
        "{HEAD}１）保育の現状について\n　事務局から資料により説明した。\n２）今後の進め方について\n　次回までに案をまとめる。\n３）その他\n　次回は５月。\n"
    );
    let document = read(&text);
    assert_eq!(said(&document), []);
    assert_eq!(headings(&document), ["保育の現状について", "今後の進め方について", "その他"]);
}

#[test]
fn the_next_part_ends_an_answer() {
    let text = format!(
        "{HEAD}（１）前回の意見への回答\n＜意見＞\n　分担を知りたい。\n＜回答＞\n互いに協力していると説明した。\n＜意見＞\n　数を知りたい。\n\
         ＜回答＞\n９件と説明した。\n（２）委員からの要望\n・信号を直してほしい。\n"
    );
    let document = read(&text);
    assert_eq!(said(&document)[3].1, "9件と説明した。");
    assert!(headings(&document).contains(&"委員からの要望".to_owned()));
}

#[test]
fn whom_a_body_sent_speaks_for_it() {
    check(
        &format!(
            "{HEAD}（１）計画について\n（主な意見）\n・学校とつながりたい。（ＰＴＡ代表）\n・見守りを続けたい。（自治会代表）\n・施設を直したい。（商工会代表）\n"
        ),
        &[
            ("PTA代表", "学校とつながりたい。"),
            ("自治会代表", "見守りを続けたい。"),
            ("商工会代表", "施設を直したい。"),
        ],
    );
}

#[test]
fn an_office_behind_another_mark_is_named_without_it() {
    let text = format!(
        "{HEAD}◎藤枝会長\n　始めます。\n○納戸委員\n　費用はいくらですか。\n●保育課\n　千円です。\n○納戸委員\n　わかりました。\n"
    );
    assert_eq!(said(&read(&text))[2], ("保育課".to_owned(), "千円です。".to_owned()));
}

/// Person, role, organization and presence of all who are listed.
fn listed(text: &str) -> Vec<(String, String, String, Option<Presence>)> {
    let meeting = read(text).meeting.expect("there is a head");
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let row = |one: &giji::model::Attendee| (text(&one.person), text(&one.role), text(&one.organization), one.presence);
    meeting.attendees.iter().map(row).collect()
}

fn one(person: &str, role: &str, organization: &str, presence: Presence) -> (String, String, String, Option<Presence>) {
    (person.to_owned(), role.to_owned(), organization.to_owned(), Some(presence))
}

#[test]
fn signs_behind_the_names_say_who_was_there() {
    let text = [
        "第２回検討会　会議録",
        "日時　令和６年３月12日",
        "場所　中会議室",
        "委 員 の 出 欠　　出席者　○　　欠席者　－",
        "　委員長　（夕凪市議会議員）　　　　青木春一　○",
        "　副委員長（朝霧町民生委員協議会副会長）石川夏雄　○",
        "　委　員　（青波郡医師会理事）　　　上田秋男　－",
        "議題",
        "（１）計画について",
    ];
    let (here, away) = (Presence::Present, Presence::Absent);
    let want = [
        one("青木春一", "委員長", "org:夕凪市議会", here),
        one("石川夏雄", "副委員長", "org:朝霧町民生委員協議会", here),
        one("上田秋男", "委員", "org:青波郡医師会", away),
    ];
    assert_eq!(listed(&text.join("\n")), want);
}

#[test]
fn those_of_a_counted_group_and_of_a_side_are_listed() {
    let text = [
        "第２回検討会　会議録",
        "日時　令和６年３月12日",
        "場所　中会議室",
        "出席委員　第１号委員　関係行政機関の職員",
        "　青森県障害福祉課　課長　江口冬之",
        "",
        "　第２号委員　識見を有する者",
        "　夕凪市小中学校長会　会長　大野晴三",
        "議題",
        "（１）計画について",
    ];
    assert_eq!(persons(&text), ["江口冬之", "大野晴三"]);
    let text = [
        "第２回協議会",
        "１　日時　令和６年３月12日",
        "２　場所　講堂",
        "３　出席者",
        "協議会側（２人）",
        "杉本委員（会長），高木委員（副会長）",
        "警察署側（２人）",
        "署長，副署長",
        "４　議題",
        "（１）計画について",
    ];
    assert_eq!(persons(&text), ["杉本", "高木"]);
}

/// The names of those who are listed, without white space.
fn persons(text: &[&str]) -> Vec<String> {
    let all = listed(&text.join("\n")).into_iter().map(|one| one.0.replace(' ', ""));
    all.filter(|name| !name.is_empty()).collect()
}

#[test]
fn letters_set_apart_before_a_bracket_are_one_name() {
    let text = [
        "第２回検討会　議事要旨",
        "■日時：令和６年３月12日",
        "■場所：中会議室",
        "【委員出席者】",
        "・川 口 春 樹（朝霧大学教授）",
        "・木 村 秋 己（夕凪警察署長）　代理　佐野",
        "【委員欠席者】",
        "・工 藤 夏 司（区長会会長）",
        "議題",
        "（１）計画について",
    ];
    let found = persons(&text);
    assert!(["川口春樹", "工藤夏司"].iter().all(|name| found.iter().any(|found| found == name)), "{found:?}");
    assert!(found.iter().all(|name| name != "木村秋"), "{found:?}");
}

#[test]
fn who_was_there_behind_a_role_is_no_turn() {
    let text = "審議結果\n次の審議会を下記のとおり開催した。\n審議会等名称\n令和元年度第１回医療審議会\n開催日\n令和元年10月15日\n\
                出席者【会長・副会長等】\n【会長】矢代正、久我誠、原恵子（敬称略）（五十音順）\n審議経過\n（原委員）いつからか。\n\
                （事務局）来年からである。\n〇審議結果\n原案のとおり承認した。\n";
    check(text, &[("原委員", "いつからか。"), ("事務局", "来年からである。")]);
}

#[test]
fn a_part_in_the_meeting_and_its_holder_are_one_head() {
    let turns = [
        ("司会：青木事務局長", "始めます。"),
        ("石川会長", "よろしくお願いします。"),
        ("司会：青木事務局長", "議事に移ります。"),
        ("議長（石川会長）", "質問はありますか。"),
    ];
    let text: String = turns.iter().map(|(who, what)| format!("{who}\n　{what}\n")).collect();
    check(&format!("{HEAD}{text}"), &turns);
}

#[test]
fn bodies_before_colons_speak_among_the_desk_and_others() {
    let turns = [
        ("事務局", "年に４回の開催を予定しています。"),
        ("手をつなぐ親の会", "卒業後の話題を取り上げてほしいです。"),
        ("こども課", "次回に資料を出します。"),
        ("小学校長会", "校長会でも共有します。"),
        ("事務局", "次は夏です。"),
    ];
    let text: String = turns.iter().map(|(who, what)| format!("{who}：{what}\n")).collect();
    let labels: Vec<String> =
        said(&read(&format!("{HEAD}（１）計画について\n{text}"))).into_iter().map(|one| one.0).collect();
    assert_eq!(labels, turns.map(|(who, _)| who));
}

#[test]
fn a_legend_of_whose_a_thing_is_names_no_speaker() {
    let things = format!(
        "{HEAD}３　議題\n（１）担当（○：厚木市　●：愛川町）\n○道路の整備\n●橋の整備\n○公園の整備\n・多い（清川村）\n"
    );
    assert!(
        !said(&read(&things)).iter().any(|(who, _)| who == "厚木市" || who == "愛川町"),
        "{:?}",
        said(&read(&things))
    );
    let named = format!(
        "{HEAD}（◎：会長　○：委員）\n３　議題\n（１）計画\n○計画がよい（厚木市）\n◎時期がよい（愛川町）\n○場所がわるい（清川村）\n"
    );
    let labels: Vec<String> = said(&read(&named)).into_iter().map(|(who, _)| who).collect();
    assert_eq!(labels, ["厚木市", "愛川町", "清川村"]);
}

#[test]
fn a_legend_above_a_list_of_names_opens_no_turns() {
    let text = format!(
        "{HEAD}出席者\n◎：会長　○：委員\n◎山田太郎\n○佐藤花子\n○鈴木一郎\n３　議題\n（１）計画\n・計画がよい（厚木市）\n・予算がよい（愛川町）\n・時期がよい（清川村）\n"
    );
    let labels: Vec<String> = said(&read(&text)).into_iter().map(|(who, _)| who).collect();
    assert_eq!(labels, ["厚木市", "愛川町", "清川村"]);
}

#[test]
fn a_name_below_a_heading_is_not_given_the_text_above_another_one() {
    let text = format!(
        "{HEAD}３　議題\n（１）計画\n（厚木市）\n反対である。\n（愛川町）\n賛成である。\n（２）予算\n・賛成（清川村）\n・反対（箱根町）\n・はい（真鶴町）\n"
    );
    assert!(
        !said(&read(&text)).iter().any(|(who, what)| who == "愛川町" && what == "反対である。"),
        "{:?}",
        said(&read(&text))
    );
}
