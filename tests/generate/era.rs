//! Japanese years.

use super::minutes::Day;

/// `平成29年`, `令和元年`: the year of the era that began on its first day.
pub fn era_year(year: i32, month: u32, day: u32) -> String {
    let (name, first) = match (year, month, day) {
        (2019, 5.., _) | (2020.., _, _) => ("令和", 2019),
        (1989, 1, 8..) | (1989, 2.., _) | (1990..=2019, _, _) => ("平成", 1989),
        _ => ("昭和", 1926),
    };
    if year == first { format!("{name}元年") } else { format!("{name}{}年", year - first + 1) }
}

/// `平成29年度`: a fiscal year begins in April.
pub fn fiscal_year(day: &Day) -> String {
    let year = if day.month < 4 { day.year - 1 } else { day.year };
    format!("{}度", era_year(year, 5, 1))
}
