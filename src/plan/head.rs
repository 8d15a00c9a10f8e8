//! The head of a plan: title, region, fiscal year, handout label, columns, periods.

use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{Furniture, FurnitureKind, Passage, Plan};
use crate::rules::plan::Column;
use crate::span::Span;
use crate::text::normal_form;

use super::kinds::kinds;
use super::outline::{Kind, Outline, Word, word};
use super::periods::{self, MonthRange, PeriodSpans};
use super::title;
use super::words::words;

/// The columns of the rows, in the order of the table, without its number.
pub(super) struct Columns {
    pub columns: Vec<Column>,
    /// Their headers, as far as they have any.
    pub names: Vec<String>,
    /// The header of the numbers, where there is one.
    pub number: Option<String>,
    /// Whether the number stands in the second column.
    pub second: bool,
}

/// Reads the columns off the head.
pub(super) fn columns(body: &[Line], outline: &Outline, source: &str) -> Columns {
    let head = Head::collect(body, outline, source);
    let names: Vec<String> = head.columns.iter().map(|(_, spans)| normal_form(source, spans)).collect();
    let kinds = kinds(&names);
    let second = kinds.iter().position(|kind| *kind == Column::Number) == Some(1);
    let numbered = kinds.iter().position(|kind| *kind == Column::Number);
    let number = numbered.map(|at| names[at].clone()).filter(|name| !name.is_empty());
    let own = kinds.into_iter().zip(names).filter(|(kind, _)| *kind != Column::Number);
    let (mut columns, mut names): (Vec<Column>, Vec<String>) = own.unzip();
    if columns.iter().filter(|column| **column != Column::Schedule).count() < 2 {
        // Without a head of its own the table has the usual columns.
        let usual = [Column::Category, Column::Name, Column::Content, Column::Lead, Column::Cooperating];
        let columns = [&usual[..], &[Column::Schedule]].concat();
        return Columns { columns, names: Vec::new(), number: None, second: false };
    }
    if !columns.contains(&Column::Schedule) && !head.periods.is_empty() {
        let at = head.periods_at.filter(|at| *at < columns.len()).unwrap_or(columns.len());
        columns.insert(at, Column::Schedule);
        names.insert(at.min(names.len()), String::new());
    }
    columns.truncate(MOST_COLUMNS);
    names.truncate(MOST_COLUMNS);
    Columns { columns, names, number, second }
}

/// No table of a plan has more; what has is read as far as this.
const MOST_COLUMNS: usize = 15;

/// The head as it stands, before it is placed.
#[derive(Debug, Default)]
struct Head {
    /// Columns in the order of the table, with the places of their headers.
    columns: Vec<(Column, Vec<Span>)>,
    periods: Vec<PeriodSpans>,
    /// How many columns beside the number's stand before the periods, where any does.
    periods_at: Option<usize>,
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
            Some(Word::Period(kind)) => {
                let before = self.columns.iter().filter(|(column, _)| *column != Column::Number).count();
                self.periods_at = self.periods_at.or(Some(before).filter(|before| *before > 0));
                periods::add(&mut self.periods, span, kind, source);
            }
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
    let mut plan = if title.is_empty() { Plan::default() } else { title::facts(&normal_form(source, &title)) };
    let title = (!title.is_empty()).then(|| ledger.passage(&title));
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
