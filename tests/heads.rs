//! Heads of minutes as local bodies publish them: who was there, who was away, who stood beside. Invented names.

mod attending;

use attending::{attendees, check};
use giji::{Options, parse_str};

/// Persons and presence alone.
#[track_caller]
fn check_presence(list: &str, want: &[(&str, &str)]) {
    let found = attendees(list);
    let found: Vec<(&str, &str)> = found.iter().map(|one| (&*one[0], &*one[4])).collect();
    assert_eq!(found, want, "{list}");
}

#[test]
fn groups_beside_those_who_were_away_are_not_said_to_be_away() {
    check(
        "３　出席者　矢代会長、水谷委員\n４　欠席者　五味委員\n幹事：安斎\n保健所：二宮\n市職員　桐生部長\n関 係 者　古賀課長",
        &[
            ["矢代", "会長", "", "", "present"],
            ["水谷", "委員", "", "", "present"],
            ["五味", "委員", "", "欠席者", "absent"],
            ["安斎", "", "", "幹事", ""],
            ["二宮", "", "保健所", "保健所", ""],
            ["桐生", "部長", "", "市職員", ""],
            ["古賀", "課長", "", "関係者", ""],
        ],
    );
}

#[test]
fn groups_right_below_a_heading_of_those_away_are_of_that_list() {
    check_presence(
        "出席者\n■審議会委員\n矢代　正　　青波商工会\n水谷　恵子　青波医師会\n欠席者\n■審議会委員\n五味　俊介　青波大学",
        &[("矢代 正", "present"), ("水谷 恵子", "present"), ("五味 俊介", "absent")],
    );
}

#[test]
fn the_list_that_a_form_puts_behind_its_own_words_decides() {
    check_presence(
        "出席者及び\n欠　席　者　　出席者：（委員）矢代議長、水谷委員、五味委員\n　　　　　　　欠席者：安斎副議長",
        &[("矢代", "present"), ("水谷", "present"), ("五味", "present"), ("安斎", "absent")],
    );
}

#[test]
fn a_bracket_says_who_of_a_list_was_away_and_why() {
    check(
        "出席者　矢代会長、水谷花子（欠席）\n欠席者　五味委員（公務のため）",
        &[
            ["矢代", "会長", "", "", "present"],
            ["水谷花子", "", "", "", "absent"],
            ["五味", "委員", "", "欠席者", "absent"],
        ],
    );
    check_presence(
        "委員の出欠\n　水谷花子（出席）\n　五味俊介（欠席）",
        &[("水谷花子", "present"), ("五味俊介", "absent")],
    );
}

#[test]
fn how_many_were_away_is_no_list_of_them() {
    check_presence("出席総数　17\n欠席総数　1\n矢代　正\n水谷　恵子", &[]);
}

#[test]
fn the_first_to_speak_is_not_one_who_was_away() {
    let text = "第２回青波市福祉審議会 会議録\n\n出席者　水谷委員、安斎委員、二宮会長\n欠席者　五味委員\n（桐生福祉課長）\nお待たせしました。始めます。\n\
                （二宮会長）\n議事に入ります。\n（水谷委員）\n資料を見ました。\n";
    let document = parse_str(text, &Options::default()).document;
    let away = document.meeting.iter().flat_map(|meeting| &meeting.attendees);
    assert!(away.clone().all(|one| one.person.as_deref() != Some("桐生")));
    assert_eq!(away.count(), 4);
}

#[test]
fn a_line_end_parts_what_a_comma_would() {
    let names = "矢代正委員、水谷恵子委員、五味俊介委員、安斎英夫委員、二宮和枝委員、大野正男委員\n　　桜井洋子委員、佐川浩委員";
    let found = attendees(&format!("出席委員\n　　{names}"));
    let found: Vec<&str> = found.iter().map(|one| &*one[0]).collect();
    assert_eq!(found[4..], ["二宮和枝", "大野正男", "桜井洋子", "佐川浩"]);
}

#[test]
fn white_space_parts_whole_names_pairs_and_letters() {
    let persons = |list: &str| attendees(list).into_iter().map(|one| one[0].replace(' ', "")).collect::<Vec<_>>();
    assert_eq!(
        persons("出席委員\n石川健夫　水野正樹\n早川義男　野口誠一"),
        ["石川健夫", "水野正樹", "早川義男", "野口誠一"]
    );
    assert_eq!(persons("出席者　丸山　花子　田村　洋子　上野　和子"), ["丸山花子", "田村洋子", "上野和子"]);
    assert_eq!(persons("出席委員　山 田　鈴 木　佐 藤"), ["山田", "鈴木", "佐藤"]);
    assert_eq!(persons("出席委員　山田　鈴木"), ["山田", "鈴木"]);
    assert_eq!(persons("出席委員\n大　坪　健　二　　関　　　太　郎"), ["大坪健二", "関太郎"]);
    assert_eq!(persons("出席者　山田太郎・鈴木花子・佐藤次郎"), ["山田太郎", "鈴木花子", "佐藤次郎"]);
}

#[test]
fn a_body_in_brackets_is_that_of_those_below_it() {
    check(
        "出席者\n事務局\n　・（保健福祉部）\n　　成田部長\n　・（障害福祉課）\n　　小川課長",
        &[["成田", "部長", "保健福祉部", "事務局", "present"], ["小川", "課長", "障害福祉課", "事務局", "present"]],
    );
}

#[test]
fn offices_alone_are_attendees_where_nobody_is_named() {
    check(
        "出席者\n【委員】矢代正、水谷恵子、五味俊介\n【事務局】産業環境部長、環境保全課長",
        &[
            ["矢代正", "", "", "委員", "present"],
            ["水谷恵子", "", "", "委員", "present"],
            ["五味俊介", "", "", "委員", "present"],
            ["", "産業環境部長", "", "事務局", "present"],
            ["", "環境保全課長", "", "事務局", "present"],
        ],
    );
}

#[test]
fn groups_that_are_only_counted_are_told_as_counted() {
    let text = "第５回青波市子ども会議　議事録\n\n１　日時：令和６年11月18日\n３　出席者\n　（１）　委員　10人\n　（２）　事務局\n　　　　保育課　２人\n\
                ４　傍聴者　１人\n○会長　始めます。\n○委員　はい。\n○会長　では。\n";
    let meeting = parse_str(text, &Options::default()).document.meeting.unwrap();
    let told: Vec<(&str, Option<u32>)> = meeting.attendance.iter().map(|one| (&*one.group, one.count)).collect();
    assert_eq!(told, [("委員", Some(10)), ("保育課", Some(2)), ("傍聴者", Some(1))]);
}

#[test]
fn a_family_name_ends_where_the_list_says() {
    let text = "第２回青波市福祉審議会 会議録\n\n出席者　服部健委員、岡部隆会長、水谷恵子委員\n議題　計画について\n\n\
                岡部会長　始めます。\n水谷委員　資料について伺います。\n岡部会長　事務局から説明してください。\n";
    let document = parse_str(text, &Options::default()).document;
    let said = document.sections.iter().flat_map(|section| &section.opinions);
    let chair = said.filter_map(|opinion| opinion.attribution.as_ref()).map(|named| &named.parties[0]).next().unwrap();
    assert_eq!((chair.person.as_deref(), chair.role.as_deref()), (Some("岡部隆"), Some("会長")));
}

#[test]
fn opening_and_closing_stand_in_fields_of_their_own() {
    let text = "青波市議会建設委員会会議記録\n\n○開会日　令和５年８月１日\n○場所　　第４委員会室\n○開会　　午前10時00分\n○閉会　　午前11時17分\n\
                ○出席委員\n　矢代　正委員長\n　水谷　恵子委員\n\n○矢代委員長　開会します。\n○水谷委員　はい。\n○矢代委員長　では。\n";
    let meeting = parse_str(text, &Options::default()).document.meeting.unwrap();
    assert_eq!((meeting.start_time.as_deref(), meeting.end_time.as_deref()), (Some("10:00"), Some("11:17")));
    assert_eq!(meeting.place.as_deref(), Some("第4委員会室"));
}

#[test]
fn numbers_and_signs_before_groups_and_roles_are_no_part_of_them() {
    check(
        "３　出席者\n（１）委員　田中太郎　佐藤花子\n（２）事務局　鈴木課長",
        &[
            ["田中太郎", "", "", "委員", "present"],
            ["佐藤花子", "", "", "委員", "present"],
            ["鈴木", "課長", "", "事務局", "present"],
        ],
    );
    check(
        "出席者　○会長　田中太郎\n　　　　○委員　佐藤花子",
        &[["田中太郎", "会長", "", "", "present"], ["佐藤花子", "委員", "", "", "present"]],
    );
}

#[test]
fn who_wrote_the_minutes_is_nobody_of_the_list() {
    check_presence("出席者：田中、佐藤\n記載者： 鈴木", &[("田中", "present"), ("佐藤", "present")]);
}

#[test]
fn who_is_in_the_chair_opens_no_turn_above_other_fields() {
    let text = "第１回協議会会議録\n日時　平成２９年１１月１３日（月）\n場所　市役所\n議長　田中太郎\n議題　計画の修正について\n傍聴者　なし\n議長　始めます。\n事務局　説明します。\n議長　終わります。\n";
    let json = serde_json::to_string(&parse_str(text, &Options::default()).document).unwrap();
    assert!(!json.contains("傍聴者 なし\\n"), "{json}");
    assert!(json.contains("\"text\":\"始めます。\""), "{json}");
}

#[test]
fn one_long_line_of_headings_is_read_in_time() {
    for part in ["出席者：", "出席者：田中太郎、", "出席：田中　欠席：鈴木　"] {
        attendees(&part.repeat(6_000));
    }
    attendees(&format!("出席者：{}", "氏君ア　".repeat(6_000)));
    attendees(&format!("出席者：{}", "課長".repeat(12_000)));
}

#[test]
fn those_who_are_named_one_below_the_other_say_nothing() {
    let text = "第２回青波部会 議事録\n\n（事務局）\n\n委員の交代をお知らせします。\n\n下記のとおりです。\n\n\
                青波市身体障害者福祉会 関根氏\n\n青波市手をつなぐ育成会 山路氏\n\n（会長）\n\n始めます。\n\n（委員）\n\n質問があります。\n";
    let document = giji::parse_str(text, &giji::Options::default()).document;
    let labels: Vec<&str> = document.sections[0]
        .opinions
        .iter()
        .filter_map(|opinion| opinion.attribution.as_ref().map(|who| who.label.as_str()))
        .collect();
    assert_eq!(labels, ["事務局", "会長", "委員"]);
}
