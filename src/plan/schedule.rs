//! The cells of the schedule, and in which period they fall.

use std::sync::LazyLock;

use regex::Regex;

use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::model::{Basis, Evidence, Period, PlanItem, Positions, ScheduleCell};
use crate::span::Span;
use crate::values::number::number;

use super::atoms::Atom;
use super::cells::joined;
use super::periods::MonthRange;

/// The cells among the pieces of the schedule: neighbours on a line are cells of their own, a bracket below a word is its
/// rest.
pub(super) fn cells(atoms: &[Atom], source: &str) -> Vec<Vec<Span>> {
    let mut cells: Vec<Vec<Span>> = Vec::new();
    let mut start = 0;
    for at in 1..=atoms.len() {
        if at == atoms.len() || !continues(&atoms[at - 1], &atoms[at], source) {
            cells.push(joined(&atoms[start..at]));
            start = at;
        }
    }
    cells.retain(|cell| !cell.is_empty());
    cells
}

fn continues(before: &Atom, atom: &Atom, source: &str) -> bool {
    if !atom.first_on_line || atom.gap > 0 {
        return atom.open && atom.gap == 0;
    }
    let bracket = |text: &str| text.starts_with(['（', '(']);
    let text = atom.span.of(source);
    let closed = before.span.of(source).ends_with(['）', ')']);
    atom.open || bracket(text) || !closed && text != before.span.of(source)
}

/// When a cell takes place, as far as its text says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    pub period: Option<u32>,
    pub month: Option<u8>,
}

/// Reads month and period off a text in normal form. A cell that names several months has none of its own.
pub(super) fn when(text: &str, periods: &[Period], ranges: &[MonthRange]) -> When {
    static MONTH: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"([0-9]{1,2})\s*(?:月|[～〜~－-]\s*([0-9]{1,2})\s*月)").expect("a fixed pattern"));
    static QUARTER: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"第?\s*([1-4])\s*・?四半期|([1-4])[QＱ]|[QＱ]([1-4])").expect("a fixed pattern"));
    let named = MONTH.captures_iter(text).flat_map(|caught| {
        [caught.get(1), caught.get(2)]
            .into_iter()
            .flatten()
            .filter_map(|m| m.as_str().parse::<u8>().ok())
            .collect::<Vec<_>>()
    });
    let months: Vec<u8> = named.filter(|month| (1..=12).contains(month)).collect();
    let same = |found: Vec<Option<u32>>| {
        found.first().copied().flatten().filter(|first| found.iter().all(|other| *other == Some(*first)))
    };
    if !months.is_empty() {
        let period = same(
            months
                .iter()
                .map(|month| ranges.iter().find(|range| range.contains(*month)).map(|range| range.period))
                .collect(),
        );
        let month = months.first().copied().filter(|first| months.iter().all(|month| month == first));
        return When { period, month };
    }
    let quarters: Vec<Option<u32>> = QUARTER.captures_iter(text).map(|caught| number(&caught[0])).collect();
    let period = same(quarters).filter(|number| periods.iter().any(|period| period.number == *number));
    let label = periods.iter().find(|period| text.starts_with(&period.label)).map(|period| period.number);
    When { period: period.or(label), month: None }
}

/// Gives the cells without a month that of a row with as many cells, where all such rows agree.
pub(super) fn infer(items: &mut [PlanItem], places: &[Vec<Vec<Span>>], ledger: &Ledger, findings: &mut Vec<Finding>) {
    let most = items.iter().map(|item| item.schedule.len()).max().unwrap_or(0);
    for count in 1..=most {
        let Some((model, at)) = agreed(items, count) else { continue };
        let evidence: Vec<Positions> = places[at].iter().map(|spans| ledger.positions(spans)).collect();
        for (item, places) in items.iter_mut().zip(places).filter(|(item, _)| item.schedule.len() == count) {
            if item.schedule.iter().any(|cell| cell.basis.is_some()) {
                continue;
            }
            for ((cell, when), (place, at)) in item.schedule.iter_mut().zip(&model).zip(places.iter().zip(&evidence)) {
                let Some(period) = when.period else { continue };
                cell.period = Some(period);
                cell.month = when.month;
                cell.basis = Some(Basis::Inferred);
                cell.evidence = vec![Evidence { at: at.clone(), ..Evidence::default() }];
                let kind = FindingKind::InferredSchedule { text: cell.text.clone(), period };
                findings.push(Finding { kind, at: place.clone() });
            }
        }
    }
}

/// What the rows of `count` cells that all state their months agree on, and the first of these rows.
fn agreed(items: &[PlanItem], count: usize) -> Option<(Vec<When>, usize)> {
    let stated =
        |cell: &ScheduleCell| cell.basis == Some(Basis::Stated) && cell.period.is_some() && cell.month.is_some();
    let mut models =
        items.iter().enumerate().filter(|(_, item)| item.schedule.len() == count && item.schedule.iter().all(stated));
    let whens = |item: &PlanItem| {
        item.schedule.iter().map(|cell| When { period: cell.period, month: cell.month }).collect::<Vec<_>>()
    };
    let (first, model) = models.next().map(|(at, item)| (at, whens(item)))?;
    models.all(|(_, item)| whens(item) == model).then_some((model, first))
}
