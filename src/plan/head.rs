//! The head of a plan: title, region, fiscal year, handout label, columns, periods.

use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{Furniture, FurnitureKind, Passage, Plan};
use crate::rules::plan::Column;
use crate::span::Span;
use crate::text::normal_form;

use super::outline::{Kind, Outline, Word, word};
use super::periods::{self, MonthRange, PeriodSpans};
use super::title;
use super::words::words;

/// The columns of the rows, in the order of the table, without its number.
pub(super) fn columns(body: &[Line], outline: &Outline, source: &str) -> Vec<Column> {
    let head = Head::collect(body, outline, source);
    let mut columns: Vec<Column> = Vec::new();
    let named = head.columns.iter().any(|(column, _)| *column == Column::Name);
    for (column, spans) in &head.columns {
        // Where nothing else is called a name, 課題 is what the row is about.
        let issue = *column == Column::Category && spans.iter().any(|span| span.of(source).contains("課題"));
        let column = if issue && !named { &Column::Name } else { column };
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
            Some(Word::Period(kind)) => periods::add(&mut self.periods, span, kind, source),
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
    let mut plan = title.as_ref().map_or_else(Plan::default, |title| title::facts(&title.text));
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
        plan.periods.push(periods::place(period, plan.fiscal_year, source, ledger, &mut ranges));
    }
    repeated.sort_unstable();
    // Where lines are doubled or lost, one may be seen as a repetition twice, or as the head and its repetition.
    repeated.dedup();
    let in_head = |span: &Span| {
        let within = |own: &Span| span.start <= own.start && own.end <= span.end;
        places.iter().any(within) || head.periods.iter().any(|period| period.holds(*span))
    };
    repeated.retain(|span| !in_head(span));
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
