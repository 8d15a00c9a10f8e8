//! Fields of a meeting's head where only their authors' habits tell them apart. Invented documents.

use giji::model::Meeting;
use giji::{Options, parse_str};

fn meeting(head: &str) -> Meeting {
    let text = format!("{head}\n（１）計画について\n・続けてほしい。（青波市）\n・広げたい。（青波町）\n");
    parse_str(&text, &Options::default()).document.meeting.unwrap_or_default()
}

#[test]
fn a_statement_below_the_place_is_no_part_of_it() {
    let said = |line: &str| {
        meeting(&format!(
            "第２回青波部会 議事録\n日時　令和５年12月５日\n場所　青波町役場\n　　　第２庁舎\n　　　{line}"
        ))
        .place
    };
    for line in ["出席者は別紙のとおり", "参加者は末尾に掲載", "※傍聴可", "委員名簿参照"]
    {
        assert_eq!(said(line).as_deref(), Some("青波町役場第2庁舎"), "{line}");
    }
    assert_eq!(said("大会議室Ａ").as_deref(), Some("青波町役場第2庁舎大会議室A"));
}

#[test]
fn fields_may_share_a_line() {
    let marked = meeting(
        "検討会議 会議記録（第５回）\n■日時:2024/01/18 10:00-11:30 ■場所:第2応接室 ■出席:戸田課長,市村係長,岩切",
    );
    assert_eq!((marked.date.as_deref(), marked.place.as_deref()), (Some("2024-01-18"), Some("第2応接室")));
    assert_eq!(marked.attendees.len(), 3);
    let named = meeting("第１回ネットワーク会議　まとめ\nとき：令和４年７月28日　ところ：福祉会館");
    assert_eq!((named.date.as_deref(), named.place.as_deref()), (Some("2022-07-28"), Some("福祉会館")));
}

#[test]
fn fields_may_stand_between_angle_brackets() {
    let found = meeting(
        "＜会議名＞　第６回　こども計画策定委員会\n＜日　時＞　2024年8月9日（金）10時～11時50分\n＜場　所＞　梅ヶ枝市　子育てプラザ",
    );
    assert_eq!((found.name.as_deref(), found.number), (Some("こども計画策定委員会"), Some(6)));
    assert_eq!((found.date.as_deref(), found.start_time.as_deref()), (Some("2024-08-09"), Some("10:00")));
    assert_eq!(found.place.as_deref(), Some("梅ヶ枝市 子育てプラザ"));
}

#[test]
fn a_time_may_be_written_in_ideographs() {
    let found = meeting("第２回青波部会 議事録\n期　日　令和三年五月十九日（水）\n時　間　午前九時三十分～十一時");
    assert_eq!((found.start_time.as_deref(), found.end_time.as_deref()), (Some("09:30"), Some("11:00")));
}

#[test]
fn a_place_may_say_in_a_bracket_where_others_are_and_is_no_name_of_a_field() {
    let held = meeting("第２回青波部会 議事録\n日時\n令和５年12月５日\n場所\nオンライン会議（事務局は３階会議室）");
    assert_eq!(held.place.as_deref(), Some("オンライン会議（事務局は3階会議室）"));
    let torn = meeting("第２回青波部会 議事録\n日時\n令和５年12月５日\n開催場所\n議長（委員長）の氏名");
    assert_eq!(torn.place, None);
}

#[test]
fn the_time_of_the_opening_may_stand_apart_among_the_fields() {
    let found =
        meeting("第２回青波部会 議事録\n令和３年５月19日（水）\n第二委員会室\n午前十一時三分開議\n午後一時五分散会");
    assert_eq!((found.start_time.as_deref(), found.end_time.as_deref()), (Some("11:03"), Some("13:05")));
}
