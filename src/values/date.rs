//! Dates in Japanese eras or in the Western calendar.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::pattern::{Captures, Pattern};
use crate::span::is_space;
use crate::values::era::{YEAR, era_has_begun, year};
use crate::values::number::small;

pub(crate) use crate::values::days::{days_behind, is_completed_by};
pub(crate) use crate::values::partial::{fiscal_year, partial};

pub(super) const WEEKDAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

/// A weekday behind a day: `（水）`, `(木・祝)`, ` 金曜日`.
const WEEKDAY: &str = r"(?:\s*[（(〔\[]\s*(?<weekday>[月火水木金土日])\s*(?:曜日?)?(?:[・、/／･]?\s*(?:祝日?|休日?|振休|振替休日))?\s*[）)〕\]]|\s*(?<spelled>[月火水木金土日])曜日?)";

/// A date as a text states it: `平成29年1月30日（水）`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StatedDate {
    /// Where in the text it stands, its weekday included.
    pub range: Range<usize>,
    /// The calendar's date; `None` where there is none such (2月30日) or where its era had not begun.
    pub date: Option<Date>,
    /// The weekday that the text names.
    pub weekday: Option<&'static str>,
}

impl StatedDate {
    /// The weekday that the date had.
    pub fn weekday_actual(&self) -> Option<&'static str> {
        self.date.map(|date| WEEKDAYS[date.weekday().to_monday_zero_offset() as usize])
    }
}

/// The first full date in a text in normal form.
pub(crate) fn find(text: &str) -> Option<StatedDate> {
    static DATE: LazyLock<Pattern> = LazyLock::new(|| {
        let pattern = format!(
            r"{YEAR}(?:\s*[（(][0-9]{{4}}年?[）)])?\s*(?:年(?:\s*[（(](?:明治|大正|昭和|平成|令和)?\s*[0-9元]{{1,4}}\s*年?[）)])?|[./．／‐–−-])\s*(?<month>1\s[0-2]|[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*(?:月|[./．／‐–−-])\s*(?<day>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日?{WEEKDAY}?",
        );
        Pattern::of(pattern.into())
    });
    let caught = DATE.captures(text)?;
    let whole = caught.whole().range();
    // いわき市平4-7-2, 公平1.2.3: one letter of an era stands at the beginning of a word.
    let letter = caught.name("era").is_some_and(|era| ["令", "平", "昭"].contains(&era.as_str()));
    if letter && text[..whole.start].ends_with(char::is_alphabetic) {
        let from = whole.end;
        let found = find(&text[from..])?;
        return Some(StatedDate { range: from + found.range.start..from + found.range.end, ..found });
    }
    let (month, day) = (field(&caught, "month")?, field(&caught, "day")?);
    let digits = caught.name("day")?.end();
    // 11月1 and 2024年度 below it: whose digits these are nobody can tell.
    if text[digits..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // 4月2 and nothing behind it: 日 is lost, and so may be a digit of the day.
    let bare = text[..digits].ends_with(['1', '2', '3']) && text[..digits - 1].trim_end().ends_with('月');
    if bare && text[digits..].trim().is_empty() {
        return None;
    }
    let torn = torn_day(&text[digits..], day);
    let (day, end) = torn.as_ref().map_or((day, whole.end), |(day, rest)| (*day, digits + rest.whole().end()));
    let date = year(&caught).and_then(|year| Date::new(year, month, day).ok());
    let weekday = torn.map_or_else(|| weekday(&caught), |(_, rest)| weekday(&rest));
    Some(StatedDate { range: whole.start..end, date: date.filter(|date| era_has_begun(&caught, *date)), weekday })
}

/// The day whose second digit stands on the next line, behind white space: `6日`, `4(火)` behind 4月2, `4 14:00` behind 2023.1.1.
/// With what was caught there.
fn torn_day(behind: &str, tens: i8) -> Option<(i8, Captures<'_>)> {
    static REST: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::of(format!(r"^\s(?<ones>[0-9])(?<unit>\s*日)?{WEEKDAY}?").into()));
    static TIME: Pattern = Pattern::new(r"^\s+(?:(?:午前|午後)\s*[0-9]{1,2}|[0-9]{1,2}\s*[：:時])");
    if !(1..=3).contains(&tens) || !behind.starts_with(char::is_whitespace) {
        return None;
    }
    let caught = REST.captures(behind)?;
    let timed = || TIME.is_match(&behind[caught.whole().end()..]);
    let told = caught.name("unit").is_some() || weekday(&caught).is_some() || timed();
    let day = tens * 10 + field(&caught, "ones")?;
    (told && day <= 31).then_some((day, caught))
}

fn weekday(caught: &Captures) -> Option<&'static str> {
    let stated = caught.name("weekday").or_else(|| caught.name("spelled"))?;
    WEEKDAYS.into_iter().find(|name| *name == stated.as_str())
}

/// A date at the beginning of a text in normal form that leaves its year open: `9/4(月)`, `3月10日（火）`.
pub(crate) fn without_year(text: &str) -> Option<StatedDate> {
    static DATE: Pattern = Pattern::new(
        r"^(?<month>[0-9]{1,2})(?:\s*月\s*|[/／])(?<day>[0-9]{1,2})\s*日?\s*[（(](?<weekday>[月火水木金土日])(?:曜日?)?[）)]",
    );
    let caught = DATE.captures(text)?;
    let (month, day) = (field(&caught, "month")?, field(&caught, "day")?);
    let weekday = weekday(&caught);
    let possible = (1..=12).contains(&month) && (1..=31).contains(&day);
    possible.then(|| StatedDate { range: 0..caught.whole().end(), date: None, weekday })
}

pub(super) fn field(caught: &Captures, name: &str) -> Option<i8> {
    // 1 and 1月 below it: a line's end stood between them.
    small(&caught.name(name)?.as_str().replace(is_space, ""))?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        find(text)?.date.map(|date| date.to_string())
    }

    #[test]
    fn every_era_gives_its_iso_date() {
        let cases = [
            ("平成29年1月30日（水）", "2017-01-30"),
            ("令和元年 5月 1日", "2019-05-01"),
            ("昭和64年1月7日", "1989-01-07"),
            ("大正15年12月24日", "1926-12-24"),
            ("明治45年7月29日", "1912-07-29"),
            ("2018 年 6 月 13 日", "2018-06-13"),
            ("H29.1.30", "2017-01-30"),
            ("2023年（令和5年）2月3日(金曜日)", "2023-02-03"),
            ("2021/07/13 (火)", "2021-07-13"),
            ("平成十八年六月十四日（水曜日）", "2006-06-14"),
            ("平成31年4月2 6日 11：00", "2019-04-26"),
            ("2023/11/1 4(火) 午前10時", "2023-11-14"),
            ("令和4年11月3 5時から", "2022-11-03"),
            ("2023.1.1 4 14:00", "2023-01-14"),
            ("令和5年1 1月14日（火）", "2023-11-14"),
            ("20 23年11月14日（火）", "2023-11-14"),
            ("令和1 1年4月5日", "2029-04-05"),
            ("令3.6.10（木）", "2021-06-10"),
            ("2021‐6‐10", "2021-06-10"),
            ("いわき市平4-7-2 令和3年6月10日", "2021-06-10"),
        ];
        for (text, date) in cases {
            assert_eq!(iso(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn a_day_that_may_have_lost_a_digit_is_none() {
        assert_eq!((find("令和5年4月2"), find("令和5年11月12024年度の計画")), (None, None));
        assert_eq!(iso("令和5年4月20").as_deref(), Some("2023-04-20"));
    }

    #[test]
    fn a_day_that_is_in_no_calendar_stays_a_text() {
        let stated = find("平成29年2月30日（木）").unwrap();
        assert_eq!((stated.date, stated.weekday), (None, Some("木")));
        assert_eq!(find("令和元年4月30日").unwrap().date, None, "the era began on 1 May");
    }

    #[test]
    fn a_day_without_its_year_is_no_date_of_the_calendar() {
        let stated = without_year("9/4(月) 10:30～12:00").unwrap();
        assert_eq!((stated.range, stated.date, stated.weekday), (0.."9/4(月)".len(), None, Some("月")));
        assert_eq!(without_year("13/40(月)"), None);
    }

    #[test]
    fn the_weekday_is_computed() {
        let stated = find("平成29年1月30日（水）19:00").unwrap();
        assert_eq!((stated.weekday, stated.weekday_actual()), (Some("水"), Some("月")));
    }
}
