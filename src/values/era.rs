//! Years in Japanese eras or in the Western calendar, as a pattern that finds them and as numbers.

use jiff::civil::Date;

use crate::pattern::Captures;
use crate::span::is_space;
use crate::values::number::small;

/// An era: its name, its letter, and its first day.
struct Era {
    name: &'static str,
    letter: char,
    first: (i16, i8, i8),
}

/// The eras since 明治; the first days are those of the era ordinances (明治 from the change to the solar calendar's
/// reckoning, 1868-01-25).
const ERAS: [Era; 5] = [
    Era { name: "明治", letter: 'M', first: (1868, 1, 25) },
    Era { name: "大正", letter: 'T', first: (1912, 7, 30) },
    Era { name: "昭和", letter: 'S', first: (1926, 12, 25) },
    Era { name: "平成", letter: 'H', first: (1989, 1, 8) },
    Era { name: "令和", letter: 'R', first: (2019, 5, 1) },
];

/// An era or a Western year: `(?<era>平成)29年`, `2017年`, `H29.`, `平29.`.
pub(super) const YEAR: &str = r"(?:(?<era>明治|大正|昭和|平成|令和|㍾|㍽|㍼|㍻|㋿|[令平昭MTSHRＭＴＳＨＲ])\s*(?<era_year>元|[1-9]\s[0-9]|[0-9]{1,2}|[一二三四五六七八九十]{1,3})|(?:西暦\s*)?(?<year>[0-9]{4}|[12]\s?[0-9]\s?[0-9]\s?[0-9])(?:\s*[（(](?:明治|大正|昭和|平成|令和)\s*(?:元|[0-9]{1,2})\s*年?[）)])?)";

/// The year that [`YEAR`] caught: 平成29 → 2017.
pub(super) fn year(caught: &Captures) -> Option<i16> {
    if let Some(year) = caught.name("year") {
        // 20 and 23年 below it: a line's end stood between them.
        return year.as_str().replace(is_space, "").parse().ok();
    }
    let era = era(caught)?;
    let in_era = match caught.text("era_year") {
        "元" => 1,
        digits => small(&digits.replace(is_space, ""))?.try_into().ok()?,
    };
    (in_era > 0).then(|| era.first.0 + in_era - 1)
}

fn era(caught: &Captures) -> Option<&'static Era> {
    let name = caught.name("era")?.as_str();
    let letter = name.chars().next()?;
    let letter = if ('Ａ'..='Ｚ').contains(&letter) { char::from_u32(letter as u32 - 0xfee0)? } else { letter };
    // 令3.6.10
    ERAS.iter().find(|era| era.name.starts_with(name) || era.letter == letter)
}

/// Whether the era that [`YEAR`] caught had begun on that day; so has the Western calendar.
pub(super) fn era_has_begun(caught: &Captures, date: Date) -> bool {
    era(caught).is_none_or(|era| Date::new(era.first.0, era.first.1, era.first.2).is_ok_and(|first| date >= first))
}
