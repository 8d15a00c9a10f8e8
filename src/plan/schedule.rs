//! The cells of the schedule, and in which period they fall.

use crate::pattern::Pattern;

use rustc_hash::FxHashMap;

use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::line;
use crate::model::{Basis, Evidence, Period, PlanItem, Positions, ScheduleCell};
use crate::rules::plan::Column;
use crate::rules::{is_bullet, is_digit};
use crate::span::Span;
use crate::values::number::number;

use super::atoms::Atom;
use super::cells::joined;
use super::habits::Habits;
use super::periods::MonthRange;

/// How wide the cells of a schedule are at least, in display columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Their column holds its header.
    header: usize,
    /// Where there are several, each holds the widest word that rows repeat.
    word: usize,
    /// No cell breaks its lines.
    unbroken: bool,
}

impl Room {
    pub fn new(columns: &[Column], names: &[String], periods: &[Period], habits: &Habits) -> Self {
        let header = columns.iter().position(|column| *column == Column::Schedule).and_then(|at| names.get(at));
        let labels = periods.iter().map(|period| line::columns(&period.label));
        let header = labels.min().or(header.map(|header| line::columns(header))).unwrap_or(0);
        let repeated = habits.schedule.iter().filter(|(_, count)| **count > 1 && periods.len() > 1);
        let word = repeated.map(|(word, _)| line::columns(word)).max().unwrap_or(0);
        Self { header, word, unbroken: habits.unbroken }
    }

    /// Whether a piece, or as much of it as cannot be parted, would have had room beside the one above it.
    fn holds(self, before: &Atom, atom: &Atom) -> bool {
        self.unbroken || before.width + atom.width <= self.header || before.width + atom.head <= self.word
    }
}

/// The cells among the pieces of the schedule: neighbours on a line are cells of their own, a bracket below a word is its
/// rest. What would have had room beside the piece above it is no rest of it, and neither is one of as many pieces as there
/// are periods.
pub(super) fn cells(atoms: &[Atom], source: &str, room: Room, periods: usize) -> Vec<Vec<Span>> {
    let mut cells: Vec<Vec<Span>> = Vec::new();
    let mut start = 0;
    let bracketed = |atom: &Atom| atom.open || atom.span.of(source).starts_with(['（', '(']);
    let each = periods > 1 && atoms.len() == periods && !atoms.iter().any(|atom| bracketed(atom) || atom.tail);
    let apart = |before: &Atom, atom: &Atom| {
        let signs = [before, atom].iter().any(|atom| atom.span.of(source).chars().all(is_sign));
        signs || each || room.holds(before, atom) && !bracketed(atom)
    };
    for at in 1..=atoms.len() {
        let goes_on = at < atoms.len() && atoms[at].tail;
        let ends = at == atoms.len() || atoms[at].first_on_line && apart(&atoms[at - 1], &atoms[at]);
        if !goes_on && (ends || !continues(&atoms[at - 1], &atoms[at], source)) {
            cells.push(joined(&atoms[start..at]));
            start = at;
        }
    }
    cells.retain(|cell| !cell.is_empty());
    cells
}

/// `→`, `●`: a sign fills its cell.
fn is_sign(c: char) -> bool {
    is_bullet(c) || matches!(c, '→' | '⇒' | '⇨' | '◎' | '△' | '☆' | '★')
}

fn continues(before: &Atom, atom: &Atom, source: &str) -> bool {
    // 4月 準備⏎7月 開始: a month heads what stands beside it, and goes on with nothing.
    let months = [before, atom].map(|piece| is_month(piece.span.of(source)));
    if months[1] && !atom.open {
        return false;
    }
    if !atom.first_on_line || atom.gap > 0 {
        return (atom.open || months[0] && !atom.first_on_line) && atom.gap == 0;
    }
    let bracket = |text: &str| text.starts_with(['（', '(']);
    let text = atom.span.of(source);
    let closed = before.span.of(source).ends_with(['）', ')']);
    atom.open || bracket(text) || !closed && text != before.span.of(source)
}

/// `7月`, `４月～６月`, `10月頃`: a month and nothing else.
fn is_month(text: &str) -> bool {
    let bare = text.trim_end_matches(['頃', '末', '～', '〜', '~']);
    bare.ends_with('月')
        && bare.chars().all(|c| is_digit(c) || "月～〜~－-、・".contains(c))
        && text.starts_with(is_digit)
}

/// When a cell takes place, as far as its text says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    pub period: Option<u32>,
    pub month: Option<u8>,
}

/// Reads month and period off a text in normal form. A cell that names several months has none of its own.
pub(super) fn when(text: &str, periods: &[Period], ranges: &[MonthRange]) -> When {
    static MONTH: Pattern = Pattern::new(r"([0-9]{1,2})\s*(?:月|[～〜~－-]\s*([0-9]{1,2})\s*月)");
    static QUARTER: Pattern = Pattern::new(r"第?\s*([1-4])\s*・?四半期|([1-4])[QＱ]|[QＱ]([1-4])");
    let named = MONTH.captures_iter(text).flat_map(|caught| {
        [caught.get(1), caught.get(2)]
            .into_iter()
            .flatten()
            .filter_map(|m| m.as_str().parse::<u8>().ok())
            .collect::<Vec<_>>()
    });
    let months: Vec<u8> = named.filter(|month| (1..=12).contains(month)).collect();
    let same = |found: &[Option<u32>]| {
        found.first().copied().flatten().filter(|first| found.iter().all(|other| *other == Some(*first)))
    };
    // A year has four quarters where no column counts them, too.
    let known = |number: &u32| periods.is_empty() || periods.iter().any(|period| period.number == *number);
    let quarter = || {
        let found: Vec<Option<u32>> =
            QUARTER.captures_iter(text).map(|caught| number(caught.whole().as_str())).collect();
        same(&found).filter(known)
    };
    if !months.is_empty() {
        let falls = |month: &u8| ranges.iter().find(|range| range.contains(*month)).map(|range| range.period);
        let period =
            same(&months.iter().map(falls).collect::<Vec<_>>()).or_else(|| quarter().filter(|_| periods.is_empty()));
        let month = months.first().copied().filter(|first| months.iter().all(|month| month == first));
        return When { period, month };
    }
    let label = periods.iter().find(|period| text.starts_with(&period.label)).map(|period| period.number);
    When { period: quarter().or(label), month: None }
}

/// Gives cells without a month those of a row with as many cells, where all such rows agree.
///
/// Only words that come again from row to row (`進捗報告`) keep such a rhythm; what one row alone does has its own time. Where
/// rows have one cell, two or three as it comes, none says when those of another row take place.
pub(super) fn infer(items: &mut [PlanItem], places: &[Vec<Vec<Span>>], ledger: &Ledger, findings: &mut Vec<Finding>) {
    let mut words: FxHashMap<String, usize> = FxHashMap::default();
    let mut models: FxHashMap<usize, Model> = FxHashMap::default();
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.schedule.is_empty()) {
        for cell in &item.schedule {
            *words.entry(cell.text.clone()).or_default() += 1;
        }
        *counts.entry(item.schedule.len()).or_default() += 1;
        if item.schedule.iter().all(is_stated) {
            let own = Model { row: at, whens: item.schedule.iter().map(When::of).collect(), agreed: true };
            let model = models.entry(own.whens.len()).or_insert_with(|| own.clone());
            model.agreed &= model.whens == own.whens;
        }
    }
    let filled: usize = counts.values().sum();
    models.retain(|count, _| counts.get(count).is_some_and(|rows| rows * 5 >= filled * 4));
    let again = |cell: &ScheduleCell| cell.basis.is_none() && words.get(&cell.text).is_some_and(|count| *count > 2);
    for (item, own) in items.iter_mut().zip(places) {
        let model = models.get(&item.schedule.len()).filter(|model| model.agreed && item.schedule.iter().all(again));
        let Some(model) = model else { continue };
        for (at, cell) in item.schedule.iter_mut().enumerate() {
            let evidence = ledger.positions(&places[model.row][at]);
            findings.extend(model.whens[at].give(cell, evidence).map(|kind| Finding { kind, at: own[at].clone() }));
        }
    }
}

/// When the cells of a row take place that states it for all of them.
#[derive(Clone, Debug)]
struct Model {
    row: usize,
    whens: Vec<When>,
    /// Whether all rows with as many cells say the same.
    agreed: bool,
}

fn is_stated(cell: &ScheduleCell) -> bool {
    cell.basis == Some(Basis::Stated) && cell.period.is_some() && cell.month.is_some()
}

impl When {
    fn of(cell: &ScheduleCell) -> Self {
        Self { period: cell.period, month: cell.month }
    }

    /// Enters itself as an inference.
    fn give(self, cell: &mut ScheduleCell, evidence: Positions) -> Option<FindingKind> {
        let period = self.period?;
        cell.period = Some(period);
        cell.month = self.month;
        cell.basis = Some(Basis::Inferred);
        cell.evidence = vec![Evidence { at: evidence, ..Evidence::default() }];
        Some(FindingKind::InferredSchedule { text: cell.text.clone(), period })
    }
}
