//! What each line of the body is, before any row is read: title, handout label, head of the table, or text.

use crate::line::Line;
use crate::rules::plan::{COLUMNS, Column, LABELS, LONGEST_HEADER, PERIODS, Period};
use crate::rules::{is_bullet, is_digit};
use crate::span::{Span, is_space};

use super::between;
use super::sheet::Sheet;
use super::title;
use super::words::words;

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Rows, and what floats between them.
    Text,
    /// The document's title.
    Title,
    /// A title that a page repeats.
    Repeated,
    /// `参考資料３－２`.
    Label,
    /// Column headers and periods.
    Head,
    /// A header or a page number, unless the rows count through it.
    Furniture,
    /// What stands between two rows and is said of several: `【人材育成】`, the title of another table.
    Between,
    /// The heading over a group of rows, where the table has no column for it.
    Group,
}

/// A word of the table's head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Word {
    /// The header of a column.
    Column(Column),
    /// A piece of a header that was broken: `番`, `号`, `（案）`.
    Fragment,
    /// The head of a period or its months.
    Period(Period),
}

/// The lines of the body and what they are.
#[derive(Debug)]
pub(super) struct Outline {
    pub kinds: Vec<Kind>,
    /// Runs of head lines, as body indices.
    pub heads: Vec<std::ops::Range<usize>>,
}

/// What a word of the head says; `None` for any other word.
pub(super) fn word(text: &str) -> Option<Word> {
    if text.len() > LONGEST_HEADER || text.starts_with(|c| is_bullet(c) || c == '※') || text.contains('、') {
        return None;
    }
    if matches!(text, "番" | "号" | "（案）" | "（例）" | "(案)" | "(例)") {
        return Some(Word::Fragment);
    }
    if let Some(rule) = PERIODS.rule(text) {
        return Some(Word::Period(rule.kind));
    }
    COLUMNS.rule(text).map(|rule| Word::Column(rule.kind))
}

/// Sorts the lines of the body.
pub(super) fn outline(sheet: &Sheet, source: &str) -> Outline {
    let mut outline = Outline { kinds: vec![Kind::Text; sheet.body.len()], heads: heads(&sheet.body, source) };
    for run in &outline.heads {
        outline.kinds[run.clone()].fill(Kind::Head);
    }
    mark_title(&sheet.body, &mut outline, source);
    between::mark(&sheet.body, &mut outline, source);
    for (line, kind) in sheet.body.iter().zip(&mut outline.kinds).filter(|(_, kind)| **kind == Kind::Text) {
        if LABELS.rule(line.text(source)).is_some() {
            *kind = Kind::Label;
        }
    }
    for at in &sheet.back {
        if outline.kinds[*at] == Kind::Text && sheet.body[*at].text(source).chars().all(is_digit) {
            outline.kinds[*at] = Kind::Furniture;
        }
    }
    outline
}

/// Title lines stand before the head and the first row; the same lines again are a page's.
fn mark_title(body: &[Line], outline: &mut Outline, source: &str) {
    let title = title::lines(body, &outline.kinds, source);
    let texts: Vec<&str> = body[title.clone()].iter().map(|line| line.text(source)).collect();
    let Some(first) = texts.first() else { return };
    outline.kinds[title.clone()].fill(Kind::Title);
    for at in title.end..body.len().saturating_sub(texts.len() - 1) {
        let again = body[at].text(source) == *first;
        if again && body[at..].iter().zip(&texts).all(|(line, text)| line.text(source) == *text) {
            outline.kinds[at..at + texts.len()].fill(Kind::Repeated);
        }
    }
}

/// Runs of lines that hold words of the head only, where they say enough to be one.
fn heads(body: &[Line], source: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut run = Run::default();
    for (at, line) in body.iter().enumerate() {
        match line_words(line, source) {
            Some(words) => {
                if run.breaks_sequence(&words) || run.repeats(&words) {
                    run.close(at, &mut found);
                }
                run.take(at, &words);
            }
            None => run.close(at, &mut found),
        }
    }
    run.close(body.len(), &mut found);
    found.iter_mut().for_each(|run| run.start += between::captions(&body[run.clone()], source));
    found
}

/// One word of a line of the head.
#[derive(Clone, Copy, Debug)]
struct Counted {
    word: Word,
    /// The number of a period.
    number: Option<u32>,
    /// Whether it names months.
    months: bool,
}

impl Counted {
    fn new(text: &str, word: Word) -> Self {
        Self {
            word, number: period_number(text, word), months: matches!(word, Word::Period(_)) && text.contains('月')
        }
    }

    fn is_period(self) -> bool {
        matches!(self.word, Word::Period(_))
    }
}

/// The words of a line if all of them are words of the head.
fn line_words(line: &Line, source: &str) -> Option<Vec<Counted>> {
    // Most lines are one long word, or begin with one.
    let mut near = line.text(source).char_indices().take_while(|(at, _)| *at <= LONGEST_HEADER);
    if line.span.end - line.span.start > LONGEST_HEADER && !near.any(|(_, c)| is_space(c)) {
        return None;
    }
    words(source, line.span).next().and_then(|first| word(first.of(source)))?;
    let spans: Vec<Span> = words(source, line.span).collect();
    let mut found = Vec::with_capacity(spans.len());
    for span in &spans {
        match word(span.of(source)) {
            Some(word) => found.push(Counted::new(span.of(source), word)),
            None if may_be_header(span.of(source), &found, spans.len()) => {
                found.push(Counted::new("", Word::Column(Column::Other)));
            }
            None => return None,
        }
    }
    (!found.is_empty()).then_some(found)
}

/// A word that no rule knows, between at least three headers on a line: a column of its own.
fn may_be_header(text: &str, before: &[Counted], words: usize) -> bool {
    before.iter().filter(|counted| matches!(counted.word, Word::Column(_))).count() >= 3
        && words <= 14
        && text.len() <= 30
        && !text.contains(['。', '、'])
}

fn period_number(text: &str, word: Word) -> Option<u32> {
    let Word::Period(period) = word else { return None };
    match period {
        Period::Quarter | Period::Month => crate::values::number::number(text.split(['（', '(']).next()?),
        Period::Half | Period::Months | Period::Year => None,
    }
}

/// Head lines one after the other, while they are being collected.
#[derive(Default)]
struct Run {
    start: Option<usize>,
    columns: Vec<Column>,
    periods: usize,
    months: usize,
    last: Option<u32>,
    /// How many lines of periods alone stand at its beginning.
    leading: usize,
}

impl Run {
    /// Periods count upwards: `第２四半期` and then `第１四半期` is a cell of a row before the head.
    fn breaks_sequence(&self, words: &[Counted]) -> bool {
        let first = words.iter().find_map(|counted| counted.number);
        match (self.last, first) {
            (Some(last), Some(first)) => first != last % 12 + 1,
            _ => false,
        }
    }

    /// The same headers again are those of another page.
    fn repeats(&self, words: &[Counted]) -> bool {
        let known = words
            .iter()
            .filter(|counted| matches!(counted.word, Word::Column(column) if self.columns.contains(&column)));
        known.count() >= 2
    }

    fn take(&mut self, at: usize, words: &[Counted]) {
        let start = *self.start.get_or_insert(at);
        if at == start + self.leading && words.iter().all(|counted| counted.is_period()) {
            self.leading += 1;
        }
        for counted in words {
            match counted.word {
                Word::Column(column) if !self.columns.contains(&column) => self.columns.push(column),
                Word::Period(Period::Quarter | Period::Half | Period::Month) => self.periods += 1,
                // Two years tell as much as two quarters with their months.
                Word::Period(Period::Year) => (self.periods, self.months) = (self.periods + 1, self.months + 1),
                Word::Period(Period::Months) | Word::Column(_) | Word::Fragment => {}
            }
            self.months += usize::from(counted.months && counted.word != Word::Period(Period::Month));
            self.last = counted.number.or(self.last);
        }
    }

    /// Three columns make a head, and so do two periods with their months or three without.
    fn close(&mut self, end: usize, found: &mut Vec<std::ops::Range<usize>>) {
        let run = std::mem::take(self);
        let Some(mut start) = run.start else { return };
        if run.periods + run.months < 2 {
            // `第２四半期` alone before the headers is the last cell of a row.
            start += run.leading;
        }
        let columns = run.columns.iter().filter(|column| **column != Column::Other).count();
        if columns >= 3 || run.periods >= 3 || run.periods >= 2 && run.months >= 1 {
            found.push(start..end);
        }
    }
}
