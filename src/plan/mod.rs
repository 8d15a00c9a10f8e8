//! Plan tables whose cells a dump has flattened row by row (取組内容, アクションプラン).
//!
//! The layout is lost, so reading is an inference, stage by stage: `outline` says what each line is, `rows` finds the
//! numbers, `atoms` cuts rows into pieces, `habits` learns what the document repeats, `score` gives each piece its column,
//! `item` builds the row, `check` compares rows.

mod atoms;
mod cells;
mod check;
mod columns;
mod habits;
mod head;
mod item;
mod learn;
mod likeness;
mod outline;
mod parties;
mod references;
mod rows;
mod schedule;
mod score;
mod sheet;
mod title;
mod words;

use std::collections::{HashMap, HashSet};

use crate::blocks::Blocks;
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::line::Line;
use crate::link;
use crate::model::{Furniture, Organization, Passage, Plan, PlanItem};
use crate::rules::plan::Column;

use atoms::Page;
use item::{Read, Reader};
use outline::{Kind, Outline};
use rows::RowLines;
use sheet::Sheet;

/// What a plan says, placed in the ledger.
pub(crate) struct PlanParts {
    pub title: Option<Passage>,
    pub plan: Plan,
    pub items: Vec<PlanItem>,
    pub organizations: Vec<Organization>,
    /// Heads and titles that pages repeat.
    pub furniture: Vec<Furniture>,
}

/// The lines of a document that may be a plan: what each is, and where the rows are.
pub(crate) struct Draft {
    sheet: Sheet,
    outline: Outline,
    columns: Vec<Column>,
    rows: Vec<RowLines>,
}

/// Finds head and rows, without placing anything.
pub(crate) fn draft(blocks: &Blocks, source: &str) -> Draft {
    let mut sheet = sheet::sheet(blocks, source);
    let mut outline = outline::outline(&sheet, source);
    let columns = head::columns(&sheet.body, &outline, source);
    let rows = rows::rows(&sheet.body, &outline.kinds, source);
    for row in rows.iter().filter(|row| row.doubtful) {
        outline.kinds[row.lines.start] = Kind::Text;
        sheet.claim_number(row.lines.start);
    }
    sheet.claimed.sort_unstable();
    Draft { sheet, outline, columns, rows }
}

impl Draft {
    /// The lines, with their pages.
    pub fn body(&self) -> &[Line] {
        &self.sheet.body
    }

    /// Whether the plan reads a line that looked like furniture.
    pub fn claims(&self, line: &Line) -> bool {
        self.sheet.claimed.binary_search(&line.span).is_ok()
    }

    /// Whether the document is a plan: a head of the table, rows with text, and little else.
    pub fn is_plan(&self, source: &str) -> bool {
        let page = self.page(source);
        let text = |lines: std::ops::Range<usize>| lines.filter(|at| !page.is_apart(*at)).count();
        let inside: usize = self.rows.iter().map(|row| text(row.lines.clone())).sum();
        let before = text(0..self.rows.first().map_or(page.body.len(), |row| row.lines.start));
        let rows = !self.rows.is_empty() && inside >= 2 * self.rows.len() && inside >= 2 * before;
        !self.outline.heads.is_empty() && rows && !keeps_columns(page.body, source)
    }

    fn page<'a>(&'a self, source: &'a str) -> Page<'a> {
        Page { body: &self.sheet.body, kinds: &self.outline.kinds, source }
    }
}

/// Whether many lines have wide spaces inside: the dump keeps its columns, and is another kind of table.
fn keeps_columns(body: &[Line], source: &str) -> bool {
    let wide =
        body.iter().filter(|line| line.text(source).contains("   ") || line.text(source).contains("　　")).count();
    wide * 4 > body.len()
}

/// Reads the plan.
pub(crate) fn read(draft: &Draft, ledger: &mut Ledger, findings: &mut Vec<Finding>) -> PlanParts {
    let source = ledger.text();
    let page = draft.page(source);
    let placed = head::place(page.body, &draft.outline, source, ledger);
    let learned = learn::learn(&draft.rows, &page, &draft.columns);
    let model = score::Model::new(&draft.columns, &learned.habits, source);
    let reader = Reader {
        columns: &draft.columns,
        widths: &learned.habits.widths,
        periods: &placed.plan.periods,
        ranges: &placed.ranges,
        labels: &learned.labels,
    };
    let mut rows: Vec<Read> = Vec::with_capacity(draft.rows.len());
    if std::env::var_os("GIJI_DEBUG").is_some() {
        eprintln!(
            "columns {:?}\nwidths {:?}\nbullets {:?}\nlists {:?}\nfilled {:?}\ntrailing {:?}",
            draft.columns,
            learned.habits.widths,
            learned.habits.marks,
            learned.habits.lists,
            learned.habits.filled,
            learned.habits.trailing
        );
        eprintln!(
            "cats {:?}\nsched {:?}\nloose {:?}",
            learned.habits.categories, learned.habits.schedule, learned.habits.loose
        );
    }
    let mut ids = Ids::default();
    let mut pieces = atoms::Row::default();
    for row in &draft.rows {
        atoms::collect(row, &page, &learned.labels, &mut pieces);
        let assignment = model.assign(&pieces);
        if std::env::var("GIJI_DEBUG").is_ok_and(|n| n == row.number.to_string()) {
            model.debug(&pieces, &assignment.columns);
        }
        rows.push(reader.read(row, ids.next(row.number), &pieces.atoms, &assignment.columns, ledger));
        doubts(&pieces.atoms, &assignment, &draft.columns, source, findings);
    }
    let numbers: Vec<_> = draft.rows.iter().map(|row| (row.number, row.digits)).collect();
    check::numbers(&numbers, findings);
    check::references(&rows, findings);
    let (mut items, schedule): (Vec<PlanItem>, Vec<_>) = rows.into_iter().map(|row| (row.item, row.schedule)).unzip();
    schedule::infer(&mut items, &schedule, ledger, findings);
    let organizations = organizations(&items);
    PlanParts { title: placed.title, plan: placed.plan, items, organizations, furniture: placed.furniture }
}

/// Reports pieces that stand nearly as well in another column.
fn doubts(
    pieces: &[atoms::Atom],
    assignment: &score::Assignment,
    columns: &[Column],
    source: &str,
    findings: &mut Vec<Finding>,
) {
    for ((piece, own), other) in pieces.iter().zip(&assignment.columns).zip(&assignment.doubts) {
        let Some(other) = other else { continue };
        let columns = [*own, *other].map(|at| columns.get(at).map_or("residue", |column| name(*column)).to_owned());
        let text = crate::text::normal_form(source, &[piece.span]);
        findings.push(Finding {
            kind: FindingKind::AmbiguousColumn { text, columns: columns.to_vec() },
            at: vec![piece.span],
        });
    }
}

/// The key under which a column stands in the output.
fn name(column: Column) -> &'static str {
    match column {
        Column::Number => "number",
        Column::Category => "category",
        Column::Name => "name",
        Column::Content => "content",
        Column::Lead => "lead",
        Column::Cooperating => "cooperating",
        Column::Schedule => "schedule",
        Column::Other => "residue",
    }
}

/// Ids of rows: `item-3`, and `item-3~2` where the number stands again.
#[derive(Default)]
struct Ids {
    used: HashMap<u32, u32>,
}

impl Ids {
    fn next(&mut self, number: u32) -> String {
        let count = self.used.entry(number).or_default();
        *count += 1;
        if *count == 1 { format!("item-{number}") } else { format!("item-{number}~{count}") }
    }
}

/// One organization for each distinct label, in order of appearance.
fn organizations(items: &[PlanItem]) -> Vec<Organization> {
    let mut seen: HashSet<&str> = HashSet::new();
    let labels =
        items.iter().flat_map(|item| item.lead.iter().chain(&item.cooperating)).map(|party| party.label.as_str());
    labels.filter(|label| seen.insert(label)).map(link::organization).collect()
}
