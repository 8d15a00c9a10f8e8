//! The columns of the schedule: quarters, halves, months.

use crate::ledger::Ledger;
use crate::model::{Fields, Period, Positions};
use crate::rules::plan::{PERIODS, Period as PeriodKind};
use crate::span::Span;
use crate::text::normal_form;
use crate::values::number::{number, numbers};

/// The months of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MonthRange {
    pub period: u32,
    pub first: u8,
    pub last: u8,
}

impl MonthRange {
    /// Whether a month lies in it; a range may run over the turn of the year.
    pub fn contains(self, month: u8) -> bool {
        if self.first <= self.last {
            (self.first..=self.last).contains(&month)
        } else {
            month >= self.first || month <= self.last
        }
    }
}

/// Where a period and its months stand.
#[derive(Debug)]
pub(super) struct PeriodSpans {
    pub number: u32,
    label: Span,
    months: Option<Span>,
    /// Whether its months are all that names it: `４～６月`.
    bare: bool,
    marks: Vec<Span>,
}

impl PeriodSpans {
    /// Whether its label or its months stand in this span.
    pub fn holds(&self, span: Span) -> bool {
        let within = |own: Span| span.start <= own.start && own.end <= span.end;
        within(self.label) || self.months.is_some_and(within)
    }
}

/// Adds a word of the schedule's head; months belong to the first period that has another name and no months.
pub(super) fn add(periods: &mut Vec<PeriodSpans>, span: Span, kind: PeriodKind, source: &str) {
    let Some((_, caught)) = PERIODS.decide(span.of(source)) else { return };
    let at =
        |name: &str| caught.name(name).map(|found| Span::new(span.start + found.start(), span.start + found.end()));
    let marks: Vec<Span> = ["open", "close"].into_iter().filter_map(at).collect();
    let months = at("months").filter(|span| !span.is_empty());
    let open = periods.iter_mut().find(|period| period.months.is_none() && !period.bare);
    if let Some(open) = open.filter(|_| kind == PeriodKind::Months) {
        open.months = months;
        open.marks.extend(marks);
        return;
    }
    let Some(label) = at("label").or(months) else { return };
    let counted =
        if kind == PeriodKind::Quarter { number(label.of(source)).or_else(|| kanji(label.of(source))) } else { None };
    let next = periods.last().map_or(1, |period| period.number + 1);
    periods.push(PeriodSpans {
        number: counted.unwrap_or(next),
        label,
        months: months.filter(|months| *months != label),
        bare: kind == PeriodKind::Months,
        marks,
    });
}

/// The period that the header of one column is, with its number where it states none; its months may stand below it.
pub(super) fn alone(header: &[Span], number: u32, source: &str) -> Option<PeriodSpans> {
    let (first, below) = header.split_first()?;
    let kind = PERIODS.rule(first.of(source))?.kind;
    let mut found = Vec::new();
    add(&mut found, *first, kind, source);
    for piece in below {
        add(&mut found, *piece, PERIODS.rule(piece.of(source))?.kind, source);
    }
    let period = found.pop().filter(|_| found.is_empty())?;
    let number = if kind == PeriodKind::Quarter { period.number } else { number };
    Some(PeriodSpans { number, ..period })
}

/// Whether a word begins with a period that says when the rest takes place: `第１四半期`, `第１四半期：準備`.
pub(super) fn begins(word: &str) -> bool {
    let end = word.find(['：', ':']).unwrap_or(word.len());
    PERIODS.rule(&word[..end]).is_some()
}

fn kanji(text: &str) -> Option<u32> {
    let at = text.chars().find_map(|c| "一二三四".chars().position(|digit| digit == c))?;
    u32::try_from(at + 1).ok()
}

/// Places a period and takes down its months.
pub(super) fn place(
    period: &PeriodSpans,
    year: Option<i16>,
    source: &str,
    ledger: &mut Ledger,
    ranges: &mut Vec<MonthRange>,
) -> Period {
    let mut fields = Fields::new();
    fields.insert("label".to_owned(), ledger.place(&[period.label]));
    if let Some(months) = period.months {
        fields.insert("months".to_owned(), ledger.place(&[months]));
    }
    let label = normal_form(source, &[period.label]);
    let months = period.months.map(|span| normal_form(source, &[span]));
    let bounds = bounds(months.as_deref().unwrap_or(&label));
    if let Some((first, last)) = bounds {
        ranges.push(MonthRange { period: period.number, first, last });
    }
    let date = |month: u8| year.map(|year| format!("{:04}-{month:02}", year + i16::from(month < 4)));
    let mut marks = period.marks.clone();
    marks.sort_unstable();
    Period {
        number: period.number,
        label,
        months,
        start: bounds.and_then(|(first, _)| date(first)),
        end: bounds.and_then(|(_, last)| date(last)),
        fields,
        marks: if marks.is_empty() { Positions::default() } else { ledger.place(&marks) },
    }
}

/// First and last month: `4月～6月` → 4, 6; `4月` → 4, 4.
fn bounds(text: &str) -> Option<(u8, u8)> {
    let digits: Vec<u8> = numbers(&text.replace(['～', '〜', '~', '－', '-', '−', '–'], "、"))
        .into_iter()
        .filter_map(|n| u8::try_from(n).ok())
        .collect();
    let (first, last) = (*digits.first()?, *digits.last()?);
    (text.contains('月') && digits.len() <= 2 && [first, last].iter().all(|month| (1..=12).contains(month)))
        .then_some((first, last))
}
