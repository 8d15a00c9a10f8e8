//! Plan tables whose cells a dump has flattened row by row (取組内容, アクションプラン).
//!
//! The layout is lost, so reading is an inference, stage by stage: `outline` says what each line is, `rows` finds the
//! numbers, `atoms` cuts rows into pieces, `habits` learns what the document repeats, `score` gives each piece its column
//! (`woven` where the dump went line by line), `item` builds the row, `check` compares rows.
//!
//! Other shapes become the rows of a grid first, which `of_grid` reads: `cards` where each row has labelled fields, `columnwise`
//! where the columns stand one below the other.

mod atoms;
mod between;
mod blank;
mod blurred;
mod cards;
mod cells;
mod chain;
mod check;
mod columns;
mod columnwise;
mod decisions;
mod doubts;
mod endings;
mod glued;
mod grid_entries;
mod grid_item;
mod grid_lines;
mod groups;
mod habits;
mod head;
mod item;
mod kinds;
mod labels;
mod learn;
mod leaves;
mod likeness;
mod linebreak;
mod list;
mod nicknames;
mod number;
mod of_grid;
mod outline;
mod parties;
mod parts;
mod periods;
mod references;
mod rows;
mod schedule;
mod score;
mod shapes;
mod sheet;
mod spaced_marks;
mod stacked;
mod tally;
mod title;
mod unbroken;
mod variety;
mod words;
mod woven;

use crate::blocks::Blocks;
use crate::finding::Finding;
use crate::grid;
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{Furniture, Passage, Plan, PlanItem};
use crate::options::TypeHint;
use crate::rules::plan::Column;
use crate::span::Span;

use atoms::Page;
use doubts::doubts;
use item::{Read, Reader};
use outline::{Kind, Outline};
use rows::RowLines;
use sheet::Sheet;
use words::words;

pub(crate) use of_grid::{columns as columns_of_grid, of_grid};
pub(crate) use parts::{Parts, states_meeting, tells_meeting};

/// What a plan says, placed in the ledger.
pub(crate) struct PlanParts {
    pub title: Option<Passage>,
    pub plan: Plan,
    pub items: Vec<PlanItem>,
    /// Heads and titles that pages repeat.
    pub furniture: Vec<Furniture>,
}

/// A plan that is no table, read as the rows of one.
pub(crate) struct Inferred {
    /// One table; what the rows do not hold is around it.
    pub grids: grid::Reading,
    /// What each of its columns holds.
    pub kinds: Vec<Column>,
    pub findings: Vec<Finding>,
}

/// Reads a plan whose columns stand one below the other, or that is written as cards.
pub(crate) fn inferred(lines: &[Line], source: &str) -> Option<Inferred> {
    let text = |most: usize| lines.iter().filter(|line| !line.is_blank()).take(most).copied().collect::<Vec<_>>();
    let top = text(TOP);
    let (columns, cards) = (columnwise::may_be(&top, source), cards::may_be(&top, source));
    let text = if columns || cards { text(usize::MAX) } else { return None };
    let columns = if columns { columnwise::read(&text, source) } else { None };
    columns.or_else(|| if cards { cards::read(lines, &text, source) } else { None })
}

/// Among how many first lines a table of these kinds shows itself.
const TOP: usize = 40;

/// The lines of a plan: what each is, and where the rows are.
pub(crate) struct Draft {
    sheet: Sheet,
    outline: Outline,
    columns: Vec<Column>,
    /// The headers of the columns, as far as they have any.
    names: Vec<String>,
    /// The header of the numbers, where there is one.
    number: Option<String>,
    rows: Vec<RowLines>,
    /// The headings over groups of rows.
    groups: Vec<groups::Heading>,
    /// What looked like furniture and is none, in order.
    claimed: Vec<Span>,
}

/// What a document holds of a plan.
pub(crate) enum Found {
    Plan(Box<Draft>),
    /// A plan beside minutes.
    Parts(Parts),
    Nothing,
}

/// Finds head and rows, without placing anything; nothing where the document is no plan, as far as the caller does not say so.
pub(crate) fn find(blocks: &Blocks, source: &str, hint: TypeHint) -> Found {
    if hint == TypeHint::Minutes {
        return Found::Nothing;
    }
    let sheet = sheet::sheet(blocks, source);
    let outline = outline::outline(&sheet, source);
    let head = outline.heads.first().filter(|_| hint == TypeHint::Auto);
    match head.and_then(|head| parts::parts(&sheet.body, head, source)) {
        Some(parts) => Found::Parts(parts),
        None => complete(sheet, outline, source, hint).map_or(Found::Nothing, |draft| Found::Plan(Box::new(draft))),
    }
}

/// The plan that the whole of these lines is.
pub(crate) fn draft(blocks: &Blocks, source: &str, hint: TypeHint) -> Option<Draft> {
    let sheet = sheet::sheet(blocks, source);
    let outline = outline::outline(&sheet, source);
    complete(sheet, outline, source, hint)
}

fn complete(mut sheet: Sheet, mut outline: Outline, source: &str, hint: TypeHint) -> Option<Draft> {
    if outline.heads.is_empty() && hint == TypeHint::Auto {
        return None;
    }
    let head::Columns { columns, names, number, second } = head::columns(&sheet.body, &outline, source);
    let rows = rows::rows(&sheet.body, &outline.kinds, source, second);
    for row in rows.iter().filter(|row| row.doubtful) {
        outline.kinds[row.lines.start] = Kind::Text;
    }
    sheet.count_pages(&outline.kinds, source);
    sheet.mark_headers(&mut outline.kinds);
    // A row's number may stand where a page repeats its headers; it stays the row's.
    for row in &rows {
        let kind = &mut outline.kinds[row.lines.start];
        if *kind == Kind::Furniture {
            *kind = Kind::Text;
        }
    }
    let groups = groups::headings(&sheet.body, &mut outline.kinds, &rows, &columns, source);
    let claimed = sheet.claimed(&outline.kinds);
    let draft = Draft { sheet, outline, columns, names, number, rows, groups, claimed };
    (hint == TypeHint::Plan || draft.is_plan(source)).then_some(draft)
}

impl Draft {
    /// The lines, with their pages.
    pub fn body(&self) -> &[Line] {
        &self.sheet.body
    }

    /// Whether the plan reads a line that looked like furniture.
    pub fn claims(&self, line: &Line) -> bool {
        self.claimed.binary_search(&line.span).is_ok()
    }

    /// Whether there are rows with several cells each, and little else.
    fn is_plan(&self, source: &str) -> bool {
        let page = self.page(source);
        let text = |lines: std::ops::Range<usize>| lines.filter(|at| !page.is_apart(*at));
        let inside: usize = self.rows.iter().map(|row| text(row.lines.clone()).count()).sum();
        let before = text(0..self.rows.first().map_or(page.body.len(), |row| row.lines.start)).count();
        let pieces =
            |row: &RowLines| text(row.lines.clone()).map(|at| words(source, page.body[at].span).count()).sum::<usize>();
        let full = self.rows.iter().filter(|row| pieces(row) >= 4).count();
        let rows = !self.rows.is_empty() && full * 5 >= self.rows.len() * 4 && inside >= 2 * before;
        rows && of_grid::is_plan(&self.columns) && !keeps_columns(page.body, source)
    }

    fn page<'a>(&'a self, source: &'a str) -> Page<'a> {
        Page { body: &self.sheet.body, kinds: &self.outline.kinds, source }
    }
}

/// Whether many lines have wide spaces inside: the dump keeps its columns, and is another kind of table.
fn keeps_columns(body: &[Line], source: &str) -> bool {
    let is_wide = |line: &&Line| {
        let text = line.text(source);
        line.has_wide_gap && (text.contains("   ") || text.contains("　　") || text.contains('\t'))
    };
    body.iter().filter(is_wide).count() * 4 > body.len()
}

/// Reads the plan.
pub(crate) fn read(draft: &Draft, ledger: &mut Ledger, findings: &mut Vec<Finding>) -> PlanParts {
    let source = ledger.text();
    let page = draft.page(source);
    let placed = head::place(page.body, &draft.outline, source, ledger);
    let mut learned = learn::learn(&draft.rows, &page, &draft.columns, &draft.names);
    let model = score::Model::new(&draft.columns, &draft.names, &learned.habits, source);
    let reader = Reader {
        columns: &draft.columns,
        names: &draft.names,
        number: draft.number.as_deref(),
        widths: &learned.habits.widths,
        unbroken: learned.habits.unbroken,
        periods: &placed.plan.periods,
        ranges: &placed.ranges,
        labels: &learned.labels,
        variety: &learned.variety,
        room: schedule::Room::new(&draft.columns, &draft.names, &placed.plan.periods, &learned.habits),
    };
    let mut rows: Vec<Read> = Vec::with_capacity(draft.rows.len());
    let mut ids = Ids::default();
    let mut pieces = atoms::Row::default();
    let mut assignment = score::Assignment::default();
    let woven = woven::woven(&learned.pieces, &draft.columns, source, &model);
    let mut sample = std::mem::take(&mut learned.pieces).into_iter();
    let mut groups = draft.groups.iter().peekable();
    let mut group = None;
    for (at, row) in draft.rows.iter().enumerate() {
        let begins = groups.next_if(|heading| heading.row == at);
        group = begins.or(group);
        match sample.next() {
            Some(collected) => pieces = collected,
            None => atoms::collect(row, &page, &learned.labels, &mut pieces),
        }
        match &woven {
            Some(woven) => woven.assign(&mut pieces, &draft.columns, &model, &mut assignment),
            None => {
                model.assign(&pieces, &mut assignment);
                model.doubt(&mut assignment);
                blurred::blur(&pieces.atoms, &draft.columns, &learned.habits, &mut assignment.columns);
            }
        }
        let id = ids.give(None, &format!("item-{}", row.number.path()));
        let mut read = reader.read(row, id, &pieces.atoms, &assignment.columns, ledger);
        if let Some(heading) = group {
            groups::give(&mut read.item, heading, begins.is_some(), ledger);
        }
        rows.push(read);
        doubts(&pieces.atoms, &assignment, &draft.columns, source, findings);
    }
    let numbers: Vec<_> = draft.rows.iter().filter_map(|row| Some((row.number.whole()?, row.digits))).collect();
    check::numbers(&numbers, findings);
    check::references(&rows, findings);
    let (mut items, schedule): (Vec<PlanItem>, Vec<_>) = rows.into_iter().map(|row| (row.item, row.schedule)).unzip();
    schedule::infer(&mut items, &schedule, ledger, findings);
    PlanParts { title: placed.title, plan: placed.plan, items, furniture: placed.furniture }
}
