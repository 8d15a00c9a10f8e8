//! The dates of a register: a year, a month or a day of the Western calendar.

/// `2016`, `2016-04`, `2016-04-01`, `2016/04/01`; not `2016-13`, not `2016-02-30`.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(parts[0], 4) || parts[1..].iter().any(|part| !digits(part, 2)) {
        return false;
    }
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    match numbers[..] {
        [year] => year > 0,
        [year, month] => year > 0 && days(year, month) > 0,
        [year, month, day] => year > 0 && (1..=days(year, month)).contains(&day),
        _ => false,
    }
}

/// How many days a month has; none where there is no such month.
fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[test]
fn a_date_is_one_of_the_calendar() {
    for text in ["2016", "2016-04", "2016/04/01", "2016.12.31", "2016-02-29", "2000-02-29"] {
        assert!(is_date(text), "{text}");
    }
    for text in ["2016-13", "2016-00", "2016-04-31", "2017-02-29", "1900-02-29", "2016-04-00", "2016-4", "H28", "0000"]
    {
        assert!(!is_date(text), "{text}");
    }
    assert!(!is_date("") && !is_date("2016-04-01-02") && !is_date("-04"));
}
