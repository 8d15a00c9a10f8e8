//! The head of a plan: title, region, fiscal year, handout label, columns, periods.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{Fields, Furniture, FurnitureKind, Passage, Period, Plan, Positions};
use crate::rules::plan::{Column, PERIODS, Period as PeriodKind};
use crate::span::Span;
use crate::text::normal_form;
use crate::title::region;
use crate::values::date::fiscal_year;
use crate::values::number::{number, numbers};

use super::outline::{Kind, Outline, Word, word};
use super::words::words;

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

/// The columns of the rows, in the order of the table, without its number.
pub(super) fn columns(body: &[Line], outline: &Outline, source: &str) -> Vec<Column> {
    let head = Head::collect(body, outline, source);
    let mut columns: Vec<Column> = Vec::new();
    for (column, _) in &head.columns {
        let once = *column == Column::Other || !columns.contains(column);
        if once && *column != Column::Number {
            columns.push(*column);
        }
    }
    if columns.iter().filter(|column| **column != Column::Schedule).count() < 2 {
        // Without a head of its own the table has the usual columns.
        return vec![
            Column::Category,
            Column::Name,
            Column::Content,
            Column::Lead,
            Column::Cooperating,
            Column::Schedule,
        ];
    }
    if !columns.contains(&Column::Schedule) && !head.periods.is_empty() {
        columns.push(Column::Schedule);
    }
    columns.truncate(MOST_COLUMNS);
    columns
}

/// No table of a plan has more; what has is read as far as this.
const MOST_COLUMNS: usize = 15;

/// The head as it stands, before it is placed.
#[derive(Debug, Default)]
struct Head {
    /// Columns in the order of the table, with the places of their headers.
    columns: Vec<(Column, Vec<Span>)>,
    periods: Vec<PeriodSpans>,
    /// Lines that say again what was said before.
    repeated: Vec<Span>,
}

#[derive(Debug)]
struct PeriodSpans {
    number: u32,
    label: Span,
    months: Option<Span>,
    marks: Vec<Span>,
}

impl Head {
    fn collect(body: &[Line], outline: &Outline, source: &str) -> Self {
        let mut head = Self::default();
        for run in &outline.heads {
            head.run(&body[run.clone()], source);
        }
        head
    }

    /// Takes one run of head lines; what the head has already is repeated.
    fn run(&mut self, lines: &[Line], source: &str) {
        let has_columns = !self.columns.is_empty();
        let known_periods = self.periods.len();
        let mut above: Vec<(Column, Vec<Span>)> = Vec::new();
        for line in lines {
            let spans: Vec<Span> = words(source, line.span).collect();
            let said: Vec<Option<Word>> = spans.iter().map(|span| word(span.of(source))).collect();
            let periods = said.iter().all(|word| matches!(word, Some(Word::Period(_))));
            if periods && known_periods > 0 || !periods && has_columns {
                self.repeated.push(line.span);
                continue;
            }
            if !periods && said.len() == 1 && matches!(said[0], Some(Word::Column(Column::Schedule))) {
                // The header of the schedule stands above its periods, and so before the other headers.
                above.push((Column::Schedule, spans));
                continue;
            }
            for (span, word) in spans.iter().zip(said) {
                self.word(*span, word, source);
            }
        }
        self.columns.extend(above);
    }

    fn word(&mut self, span: Span, word: Option<Word>, source: &str) {
        match word {
            Some(Word::Period(kind)) => self.period(span, kind, source),
            Some(Word::Fragment) => self.fragment(span, source),
            Some(Word::Column(column)) => self.columns.push((column, vec![span])),
            None => self.columns.push((Column::Other, vec![span])),
        }
    }

    /// `番` opens a header, `号` and `（案）` end the one before them.
    fn fragment(&mut self, span: Span, source: &str) {
        match self.columns.last_mut() {
            Some((_, spans)) if span.of(source) != "番" => spans.push(span),
            _ => self.columns.push((Column::Number, vec![span])),
        }
    }

    fn period(&mut self, span: Span, kind: PeriodKind, source: &str) {
        let Some((_, caught)) = PERIODS.decide(span.of(source)) else { return };
        let at =
            |name: &str| caught.name(name).map(|found| Span::new(span.start + found.start(), span.start + found.end()));
        let marks: Vec<Span> = ["open", "close"].into_iter().filter_map(at).collect();
        let months = at("months").filter(|span| !span.is_empty());
        if kind == PeriodKind::Months
            && let Some(open) = self.periods.iter_mut().find(|period| period.months.is_none())
        {
            open.months = months;
            open.marks.extend(marks);
            return;
        }
        let Some(label) = at("label").or(months) else { return };
        let counted = if kind == PeriodKind::Quarter {
            number(label.of(source)).or_else(|| kanji(label.of(source)))
        } else {
            None
        };
        let next = self.periods.last().map_or(1, |period| period.number + 1);
        self.periods.push(PeriodSpans {
            number: counted.unwrap_or(next),
            label,
            months: months.filter(|months| *months != label),
            marks,
        });
    }
}

fn kanji(text: &str) -> Option<u32> {
    let at = text.chars().find_map(|c| "一二三四".chars().position(|digit| digit == c))?;
    u32::try_from(at + 1).ok()
}

/// The placed head.
pub(super) struct Placed {
    pub title: Option<Passage>,
    pub plan: Plan,
    pub ranges: Vec<MonthRange>,
    pub furniture: Vec<Furniture>,
}

/// Places title, label, columns and periods; what repeats them becomes furniture.
pub(super) fn place(body: &[Line], outline: &Outline, source: &str, ledger: &mut Ledger) -> Placed {
    let head = Head::collect(body, outline, source);
    let title = of_kind(body, outline, Kind::Title);
    let title = (!title.is_empty()).then(|| ledger.passage(&title));
    let mut plan = title.as_ref().map_or_else(Plan::default, |title| facts(&title.text));
    let mut repeated = head.repeated.clone();
    repeated.extend(of_kind(body, outline, Kind::Repeated));
    label(&mut plan, body, outline, ledger, &mut repeated);
    let mut places: Vec<Span> = Vec::new();
    for (_, spans) in &head.columns {
        plan.columns.push(normal_form(source, spans));
        places.extend(spans);
    }
    if !places.is_empty() {
        places.sort_unstable();
        plan.fields.insert("columns".to_owned(), ledger.place(&places));
    }
    let mut ranges = Vec::new();
    for period in &head.periods {
        plan.periods.push(place_period(period, plan.fiscal_year, source, ledger, &mut ranges));
    }
    repeated.sort_unstable();
    let furniture = repeated.into_iter().map(|span| ledger.furniture(span, FurnitureKind::Header)).collect();
    Placed { title, plan, ranges, furniture }
}

fn of_kind(body: &[Line], outline: &Outline, kind: Kind) -> Vec<Span> {
    body.iter().zip(&outline.kinds).filter(|(_, own)| **own == kind).map(|(line, _)| line.span).collect()
}

/// The first handout label is the document's; the same again is furniture.
fn label(plan: &mut Plan, body: &[Line], outline: &Outline, ledger: &mut Ledger, repeated: &mut Vec<Span>) {
    let source = ledger.text();
    for span in of_kind(body, outline, Kind::Label) {
        let text = normal_form(source, &[span]);
        match &plan.document_label {
            None => {
                plan.fields.insert("document_label".to_owned(), ledger.place(&[span]));
                plan.document_label = Some(text);
            }
            Some(label) if *label == text => repeated.push(span),
            Some(_) => {}
        }
    }
}

fn place_period(
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

/// What the title says: region, fiscal year, standing.
fn facts(title: &str) -> Plan {
    static STATUS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[（(〔【［\[](?<status>[^（(）)]{0,6}(?:案|版|未定稿|暫定|確定|たたき台))[）)〕】］\]]\s*$")
            .expect("a fixed pattern")
    });
    let year = fiscal_year(title);
    let range: Range<usize> = year.as_ref().map_or(0..0, |(_, range)| range.clone());
    let rest = format!("{}{}", &title[..range.start], &title[range.end..]);
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "（()）【】".contains(c));
    Plan {
        region: region(rest),
        fiscal_year: year.as_ref().map(|(year, _)| *year),
        fiscal_year_text: (!range.is_empty()).then(|| title[range].to_owned()),
        status: STATUS.captures(title).map(|caught| caught["status"].to_owned()),
        ..Plan::default()
    }
}
