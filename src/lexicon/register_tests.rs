use super::*;

#[test]
fn a_row_is_found_by_each_of_its_names_and_spellings() {
    let register = Register::embedded();
    let ids = |name: &str| register.named(name).map(|(row, by)| (row.id.as_str(), by)).collect::<Vec<_>>();
    assert_eq!(ids("小田原市立病院"), [("odawara-city-hospital", By::Name)]);
    assert_eq!(ids("こども医療"), [("kanagawa-kcmc", By::OtherName)]);
    assert_eq!(ids("東海大学医学部附属病院"), [("tokai-university-hospital", By::Name)]);
    assert_eq!(ids("リハセンター").len(), 2);
    assert_eq!(ids("ほうあんふじ"), []);
}

#[test]
fn a_later_row_with_the_same_id_replaces_the_earlier() {
    let mut register = Register::of(Register::embedded().rows().to_vec());
    let renamed = Row {
        name: "小田原総合病院".into(),
        ..register.by_id("odawara-city-hospital").expect("embedded").clone()
    };
    register.insert(renamed);
    assert_eq!(register.named("小田原市立病院").count(), 0);
    assert_eq!(register.named("小田原総合病院").count(), 1);
    assert_eq!(register.len(), Register::embedded().len());
}

#[test]
fn the_longest_name_at_a_place_is_found() {
    let register = Register::embedded();
    let text = "こども医療センターと北里大学東病院";
    assert_eq!(register.name_at(text), Some("こども医療センター".len()));
    assert_eq!(register.name_at(&text[3..]), None);
}

#[test]
fn a_row_is_valid_between_its_dates() {
    let row = Row {
        valid_from: Some("2016-04".into()),
        valid_to: Some("2019".into()),
        ..Register::embedded().rows()[0].clone()
    };
    for (date, valid) in [("2016-03-31", false), ("2016-04-01", true), ("2019-12-31", true), ("2020-01-01", false)] {
        assert_eq!(row.is_valid(Some(date)), valid, "{date}");
    }
    assert!(row.is_valid(None));
}
