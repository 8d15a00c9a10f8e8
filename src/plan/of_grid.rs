//! A plan whose columns are kept by spaces: the grid has its rows, here they become items.
//!
//! Which column is which its header says; what the plan has no field for keeps the header as its name.

use crate::grid::Grid;
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::model::{Fields, Plan, PlanItem};
use crate::rules::plan::Column;
use crate::span::Span;
use crate::text::normal_form;

use super::grid_item::{Builder, widths};
use super::grid_lines::{headings, is_schedule, label, own_number, periods_of};
use super::groups;
use super::kinds::kinds;
use super::periods::{self, PeriodSpans};
use super::{PlanParts, item, title};

/// The fewest columns that make a time table: a year has four quarters.
const FEWEST_PERIODS: usize = 4;

/// What each column of a grid holds, where together they make a plan: who leads what, and who is to help or when.
pub(crate) fn columns(grid: &Grid, source: &str) -> Option<Vec<Column>> {
    let names: Vec<String> = grid.columns.iter().map(|header| normal_form(source, header)).collect();
    let kinds = kinds(&names);
    let all_periods = periods_of(grid, source);
    let mut held = kinds.clone();
    for (kind, _) in held.iter_mut().zip(&all_periods).filter(|(_, period)| period.is_some()) {
        *kind = Column::Schedule;
    }
    let has = |kind: Column| kinds.contains(&kind);
    let what = has(Column::Name) || has(Column::Content);
    // Who leads a thing and when it is done makes a plan too, but what a budget's rows cost does not.
    let periods = all_periods.iter().flatten().count();
    let planned = || has(Column::Schedule) || periods > 0;
    // 取組項目, 実施主体 and a column for each month: what is done, by whom and when.
    let timed = has(Column::Name) && has(Column::Lead) && periods >= FEWEST_PERIODS;
    let plain = || !has(Column::Other);
    let parties = has(Column::Lead) && has(Column::Cooperating);
    let entitled = || grid.caption.is_some_and(|caption| title::is_of_plan(caption.of(source)));
    let told = is_plan(&held) && (planned() || plain() || entitled());
    let whole = has(Column::Number) && what && (parties || timed || told);
    // Rows without any number would be lost.
    let numbered = grid.rows.iter().filter(|row| own_number(row, source).is_some()).count() * 10 >= grid.rows.len() * 8;
    (whole && numbered).then_some(kinds)
}

/// Whether columns are what a plan's are, and little else: what is done, and by whom.
pub(super) fn is_plan(columns: &[Column]) -> bool {
    let has = |column: Column| columns.contains(&column);
    let parties = usize::from(has(Column::Lead)) + usize::from(has(Column::Cooperating));
    let others = columns.iter().filter(|column| **column == Column::Other).count();
    has(Column::Content) && parties > 0 && others * 2 <= columns.len() || has(Column::Name) && parties == 2
}

/// Places the rows of a grid as the items of a plan.
pub(crate) fn of_grid(grid: &Grid, kinds: &[Column], ledger: &mut Ledger) -> PlanParts {
    let source = ledger.text();
    let names = names(grid, source);
    let mut plan = grid.caption.map_or_else(Plan::default, |caption| title::facts(&normal_form(source, &[caption])));
    let title = grid.caption.map(|caption| ledger.passage(&[caption]));
    let periods = periods_of(grid, source);
    // What the heading of a card says has no header.
    let headed = |header: &[Span]| !grid.whole_lines || !header.is_empty();
    let columns = || grid.columns.iter().zip(&names).zip(&periods);
    let plain = || columns().filter(|((header, _), period)| period.is_none() && headed(header));
    let mut headers: Vec<Span> = plain().flat_map(|((header, _), _)| header).copied().collect();
    plan.columns = plain().map(|((_, name), _)| name.clone()).collect();
    let (schedule, mut groups): (Vec<Span>, Vec<Span>) =
        grid.groups.iter().partition(|group| is_schedule(**group, source) && periods.iter().any(Option::is_some));
    if let Some(group) = schedule.first() {
        let at = periods.iter().take_while(|period| period.is_none()).count();
        plan.columns.insert(at, normal_form(source, &[*group]));
        headers.extend(&schedule);
    }
    headers.sort_unstable();
    label(&mut plan, grid, ledger);
    let year = plan.fiscal_year;
    let mut place = |period: &PeriodSpans| periods::place(period, year, source, ledger, &mut Vec::new());
    plan.periods = periods.iter().flatten().map(&mut place).collect();
    plan.fields.insert("columns".to_owned(), ledger.place(&headers));
    groups.sort_unstable();
    plan.marks = ledger.place(&groups);
    let widths = widths(grid, source);
    let mut ids = Ids::default();
    let mut items: Vec<PlanItem> = Vec::new();
    let headings = headings(grid, kinds, source);
    let mut group = None;
    for (row, heading) in grid.rows.iter().zip(&headings) {
        group = heading.as_ref().or(group);
        let Some(number) = own_number(row, source) else { continue };
        let item = item::empty(ids.give(None, &format!("item-{}", number.path())), number.whole(), Fields::new());
        let (names, widths, periods) = (&names, &widths, &periods);
        let marks = row.marks.clone();
        let mut builder = Builder { names, widths, periods, whole_lines: grid.whole_lines, ledger, item, marks };
        builder.row(row, kinds);
        let mut item = builder.finish(row);
        if let Some(group) = group {
            groups::give(&mut item, group, heading.is_some(), ledger);
        }
        items.push(item);
    }
    PlanParts { title, plan, items, furniture: Vec::new() }
}

/// The headers; a column without one is called by its number from 1.
fn names(grid: &Grid, source: &str) -> Vec<String> {
    let name = |(at, header): (usize, &Vec<Span>)| {
        let text = normal_form(source, header);
        if text.is_empty() { (at + 1).to_string() } else { text }
    };
    grid.columns.iter().enumerate().map(name).collect()
}
