//! Who attended, as a list in the head of minutes says it.

use giji::{Options, parse_str};

/// Person, role, organization, group and presence of every attendee; what is not told is empty.
pub fn attendees(list: &str) -> Vec<[String; 5]> {
    let text = format!("第２回青波市福祉審議会 会議録\n\n日時　令和５年８月１日\n{list}\n議題　計画について\n");
    let document = parse_str(&text, &Options::default()).document;
    let attendees = document.meeting.map(|meeting| meeting.attendees).unwrap_or_default();
    let told = attendees.into_iter().map(|one| {
        let presence = one.presence.map(|presence| format!("{presence:?}").to_lowercase());
        [one.person, one.role, one.organization.map(|name| name.replace("org:", "")), one.group, presence]
            .map(Option::unwrap_or_default)
    });
    told.collect()
}

/// What the list must give.
#[track_caller]
pub fn check(list: &str, want: &[[&str; 5]]) {
    assert_eq!(attendees(list), want, "{list}");
}
