//! Further days behind a date: the end of a period, the other days of several; and dates that a line end tears.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::pattern::Pattern;
use crate::values::date::{StatedDate, WEEKDAYS, field, find};
use crate::values::era::{YEAR, year};

/// The days that a text in normal form states right behind a date, which gives them their year and month: `～2月14日（金）`
/// behind 令和7年2月10日（月）, `、5日（火）`, `～3/8(金)`. A day that would not come later is none.
pub(crate) fn days_behind(text: &str, first: &StatedDate) -> Vec<StatedDate> {
    let mut days = Vec::new();
    let Some(mut last) = first.date else { return days };
    let mut end = first.range.end;
    while let Some(day) = day_behind(&text[end..], last) {
        let range = end..end + day.range.end;
        end = range.end;
        last = day.date.unwrap_or(last);
        days.push(StatedDate { range, ..day });
    }
    days
}

/// The day with which a text begins, behind a sign that joins it to the day before.
fn day_behind(text: &str, last: Date) -> Option<StatedDate> {
    const LINK: &str = r"^\s*(?<link>[～〜~－–—−‐ー\-、,，・／]|及び|並びに|から)\s*";
    const DAY: &str = r"(?:\s*[（(]\s*(?<weekday>[月火水木金土日])\s*(?:曜日?)?(?:[・、/／･]?\s*(?:祝日?|休日?|振休|振替休日))?\s*[）)])?";
    static SPELLED: LazyLock<Pattern> = LazyLock::new(|| {
        let pattern = format!(
            r"{LINK}(?:(?:{YEAR}\s*年\s*)?(?<month>1\s[0-2]|[0-9]{{1,2}})\s*月\s*)?(?<day>[1-3]\s[0-9]|[0-9]{{1,2}})\s*日{DAY}"
        );
        Pattern::of(pattern.into())
    });
    static SLASHED: LazyLock<Pattern> = LazyLock::new(|| {
        let pattern = format!(
            r"{LINK}(?:{YEAR}\s*[./．／]\s*)?(?<month>[0-9]{{1,2}})\s*[./．／]\s*(?<day>[0-9]{{1,2}})(?:{DAY}$|{BEHIND}|$)",
            BEHIND = DAY.replace("weekday", "weekday_behind") + r"[\s　]"
        );
        Pattern::of(pattern.into())
    });
    let behind = text.trim_start();
    let linked = behind.starts_with(|c| "～〜~－–—−‐ー-、,，・／".contains(c));
    if !linked && !["及び", "並びに", "から"].iter().any(|word| behind.starts_with(word)) {
        return None;
    }
    let caught = SPELLED.captures(text).or_else(|| SLASHED.captures(text))?;
    let month = field(&caught, "month").unwrap_or(last.month());
    let stated = year(&caught);
    let day = field(&caught, "day")?;
    let on = |year: i16| Date::new(year, month, day).ok().filter(|date| *date > last);
    // 12月25日～1月10日: a period goes on into the next year.
    let period = !matches!(caught.text("link"), "、" | "," | "，" | "・" | "／" | "及び" | "並びに");
    let next_year = || {
        let turned = stated.is_none() && period && caught.name("month").is_some() && month + 6 <= last.month();
        turned.then(|| on(last.year() + 1)).flatten()
    };
    let date = on(stated.unwrap_or(last.year())).or_else(next_year)?;
    let weekday = caught.name("weekday").or_else(|| caught.name("weekday_behind"));
    let weekday = weekday.and_then(|day| WEEKDAYS.into_iter().find(|name| *name == day.as_str()));
    Some(StatedDate { range: 0..caught.whole().as_str().trim_end().len(), date: Some(date), weekday })
}

/// Whether the second text, behind the first one's line end, completes a date that the first one leaves open: `（火）14：00`
/// behind 11月14日, `1月14日` behind 令和5年1.
pub(crate) fn is_completed_by(first: &str, second: &str) -> bool {
    let all = |text: &str| -> Vec<StatedDate> {
        let Some(found) = find(text).filter(|found| found.date.is_some()) else { return Vec::new() };
        let more = days_behind(text, &found);
        std::iter::once(found).chain(more).collect()
    };
    let joined = format!("{first} {second}");
    let (alone, both) = (all(first), all(&joined));
    let Some(last) = both.last().filter(|last| last.range.start < first.len() && last.range.end > first.len()) else {
        return false;
    };
    // 平成30年3月 above 1　開会: nothing says that this is a day.
    let told = joined[last.range.clone()].ends_with(|c: char| "日）)〕]曜".contains(c))
        || !joined[..first.len()].contains('年');
    let same = |one: &StatedDate, other: &StatedDate| one.date == other.date && one.weekday == other.weekday;
    told && !(alone.len() == both.len() && alone.iter().zip(&both).all(|(one, other)| same(one, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_and_several_days_end_with_their_last_day() {
        let cases = [
            ("令和7年2月10日（月）～2月14日（金）", "2025-02-14"),
            ("令和6年3月4日（月）、5日（火）及び7日（木）10時", "2024-03-07"),
            ("令和5年12月25日から令和6年1月10日まで", "2024-01-10"),
            ("令和5年12月25日（月）～1月10日（水）", "2024-01-10"),
            ("令和5年12月25日～令和6年1月1 0日", "2024-01-10"),
            ("2024/3/4(月)～3/8(金)", "2024-03-08"),
            ("2024.3.4～2024.3.8 市役所", "2024-03-08"),
        ];
        for (text, date) in cases {
            let days = days_behind(text, &find(text).unwrap());
            assert_eq!(days.last().and_then(|day| day.date).unwrap().to_string(), date, "{text}");
        }
        for text in
            ["令和6年3月4日（月）10時～12時", "令和6年3月4日～1日", "令和6年3月4日～31時", "令和6年3月4日、1月5日"]
        {
            assert_eq!(days_behind(text, &find(text).unwrap()), [], "{text}");
        }
    }

    #[test]
    fn a_line_end_tears_a_date_anywhere() {
        for (first, second) in [
            ("令和5年11月14日（", "火）14：00～16：00"),
            ("令和5年11月14日", "（火）14：00"),
            ("20", "23年11月14日（火）14時"),
            ("2023/1", "/14(土) 14:00"),
            ("2023.1", "1.14 14:00"),
            ("令和5年11", "月14日（火）14：00"),
            ("令和5年12月25日～令和6年", "1月10日"),
        ] {
            assert!(is_completed_by(first, second), "{first} {second}");
        }
        for (first, second) in [
            ("令和5年11月14日（火）", "14：00"),
            ("平成30年3月", "1 開会"),
            ("令和5年11月14日（火）", "（水）は休み"),
            ("令和5年11月14日", "令和5年11月20日公表"),
        ] {
            assert!(!is_completed_by(first, second), "{first} {second}");
        }
    }
}
