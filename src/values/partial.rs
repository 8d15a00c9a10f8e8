//! Dates of which a text states a part: `平成29年９月頃`, `令和元年度`.

use std::ops::Range;
use std::sync::LazyLock;

use crate::pattern::Pattern;
use crate::values::date::{field, find};
use crate::values::era::{YEAR, year};

/// A year and perhaps month and day: `平成29年９月頃`, `令和元年度`.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct PartialDate {
    pub year: Option<i16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

/// Year, month and day as far as a text in normal form states them. A fiscal year (年度) is no calendar year.
pub(crate) fn partial(text: &str) -> PartialDate {
    static PARTS: LazyLock<Pattern> = LazyLock::new(|| {
        let pattern = format!(
            r"(?:{YEAR}\s*年(?<fiscal>度)?(?:[（(][0-9]{{4}}年?[）)])?\s*)?(?:(?<month>[0-9]{{1,2}})\s*月\s*(?:(?<day>[0-9]{{1,2}})\s*日)?)?",
        );
        Pattern::of(pattern.into())
    });
    let filled = PARTS.captures_iter(text).find(|caught| !caught.whole().as_str().is_empty());
    let Some(caught) = filled else {
        // R5.11.9
        let whole = find(text).and_then(|found| found.date);
        return whole.map_or(PartialDate::default(), |date| PartialDate {
            year: Some(date.year()),
            month: u8::try_from(date.month()).ok(),
            day: u8::try_from(date.day()).ok(),
        });
    };
    let small =
        |name, limit: u8| field(&caught, name).and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=limit).contains(n));
    PartialDate {
        year: year(&caught).filter(|_| caught.name("fiscal").is_none()),
        month: small("month", 12),
        day: small("day", 31),
    }
}

/// A fiscal year (年度): the calendar year in which it begins, and where it stands. `平成29年度` → 2017.
pub(crate) fn fiscal_year(text: &str) -> Option<(i16, Range<usize>)> {
    static FISCAL: LazyLock<Pattern> = LazyLock::new(|| Pattern::of(format!(r"{YEAR}\s*年\s*度").into()));
    let caught = FISCAL.captures(text)?;
    Some((year(&caught)?, caught.whole().range()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_keep_what_is_stated() {
        let full = PartialDate { year: Some(2017), month: Some(9), day: None };
        assert_eq!(partial("平成29年9月頃"), full);
        assert_eq!(partial("10月3日"), PartialDate { year: None, month: Some(10), day: Some(3) });
        assert_eq!(partial("平成29年度末").year, None);
        assert_eq!(partial("未定"), PartialDate::default());
    }

    #[test]
    fn a_fiscal_year_begins_in_its_calendar_year() {
        assert_eq!(fiscal_year("令和元年度○○の取組").unwrap().0, 2019);
        assert_eq!(fiscal_year("平成29年3月"), None);
    }
}
