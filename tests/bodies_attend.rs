//! Attendee lists of bodies: a body a line, groups in the same brackets, names that begin like a family's.

use giji::model::Attendee;
use giji::{Options, parse_str};

fn attendees(list: &str) -> Vec<Attendee> {
    let text = format!(
        "第２回富谷市療育連絡会議の概要\n１ 日時：令和５年６月２日（金）14：00～16：00\n{list}４ 議題\n（１）送迎について\n・送迎車が足りない。（富谷保健所）\n"
    );
    parse_str(&text, &Options::default()).document.meeting.unwrap_or_default().attendees
}

#[test]
fn a_body_a_line_attends() {
    for bullet in ["", "・"] {
        let list = ["富谷市医師会", "黒川町", "富谷保健所", "訪問看護ステーションなぎさ", "なぎさ"]
            .map(|name| format!("　{bullet}{name}\n"));
        let found = attendees(&format!("３ 出席者\n{}", list.concat()));
        let labels: Vec<&str> = found.iter().map(|one| one.label.as_str()).collect();
        assert_eq!(labels, ["富谷市医師会", "黒川町", "富谷保健所", "訪問看護ステーションなぎさ", "なぎさ"]);
        assert!(found.iter().all(|one| one.person.is_none()));
    }
}

#[test]
fn a_further_group_stands_in_the_brackets_of_the_first() {
    let found = attendees(
        "３ 出席者\n　〈委員〉\n　　藤原 花子（富谷保健所）\n　　大野 健（富谷市医師会）\n　〈関係機関〉\n　　高橋 修（黒川町）\n",
    );
    let groups: Vec<_> = found.iter().map(|one| (one.person.as_deref(), one.group.as_deref())).collect();
    let want =
        [(Some("藤原 花子"), Some("委員")), (Some("大野 健"), Some("委員")), (Some("高橋 修"), Some("関係機関"))];
    assert_eq!(groups, want);
}

#[test]
fn a_body_that_begins_like_a_family_name_is_no_person() {
    let found = attendees("３ 出席者\n　宮古市医師会　所長　斎藤 千春\n　上越保健所　保健師　田村 一郎\n");
    let persons: Vec<_> = found.iter().map(|one| (one.person.as_deref(), one.organization.as_deref())).collect();
    let want = [(Some("斎藤 千春"), Some("org:宮古市医師会")), (Some("田村 一郎"), Some("org:上越保健所"))];
    assert_eq!(persons, want);
}
