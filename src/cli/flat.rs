//! Documents as rows of named cells.

use std::collections::HashMap;

use giji::Document;
use giji::model::{Opinion, PartyCell, PlanItem, Row, Section, SectionKind, Table};

use super::csv::COLUMNS;

/// The cells of a row, by column.
pub type Cells = HashMap<&'static str, String>;

/// A document on its way into rows.
pub struct Flat<'d> {
    document: &'d Document,
    /// What is the same in every row, by column.
    shared: Cells,
    /// The organizations' names, by id.
    names: HashMap<&'d str, &'d str>,
    rows: Vec<Cells>,
}

/// The sections around an opinion.
#[derive(Clone, Copy, Default)]
struct Around<'d> {
    agenda: Option<&'d str>,
    theme: Option<&'d str>,
    numbers: &'d [u32],
    heading: Option<&'d str>,
}

impl<'d> Flat<'d> {
    pub fn new(document: &'d Document) -> Self {
        let meeting = document.meeting.as_ref();
        let plan = document.plan.as_ref();
        let region = meeting.and_then(|meeting| meeting.region.clone());
        let shared = HashMap::from([
            ("document", document.id.clone()),
            ("type", word(document.r#type)),
            ("title", document.title.as_ref().map(|title| title.text.clone()).unwrap_or_default()),
            ("region", region.or_else(|| plan?.region.clone()).unwrap_or_default()),
            ("date", meeting.and_then(|meeting| meeting.date.clone()).unwrap_or_default()),
            ("fiscal_year", plan.and_then(|plan| plan.fiscal_year).map(|year| year.to_string()).unwrap_or_default()),
        ]);
        let names = document.organizations.iter().map(|known| (known.id.as_str(), known.name.as_str())).collect();
        Self { document, shared, names, rows: Vec::new() }
    }

    /// One row for each opinion, plan item and table row, in the order of the document.
    pub fn rows(mut self) -> Vec<Cells> {
        let document = self.document;
        document.sections.iter().for_each(|section| self.section(section, Around::default()));
        document.items.iter().for_each(|item| self.item(item));
        document.tables.iter().for_each(|table| self.table(table, Around::default()));
        self.rows
    }

    /// Adds a row; of two cells of one column the later one counts.
    fn push(&mut self, cells: impl IntoIterator<Item = (&'static str, String)>) {
        let mut row = self.shared.clone();
        row.extend(cells);
        debug_assert!(row.keys().all(|name| COLUMNS.contains(name)), "a cell under no column would be lost");
        self.rows.push(row);
    }

    fn section(&mut self, section: &'d Section, around: Around<'d>) {
        let around = around.inside(section);
        section.opinions.iter().for_each(|opinion| self.opinion(opinion, around));
        section.tables.iter().for_each(|table| self.table(table, around));
        section.sections.iter().for_each(|part| self.section(part, around));
    }

    fn opinion(&mut self, opinion: &Opinion, around: Around) {
        let parties = opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
        let ids: Vec<&str> = parties.clone().filter_map(|party| party.organization.as_deref()).collect();
        let mut cells = around.cells();
        cells.extend([
            ("id", opinion.id.clone()),
            ("kind", word(opinion.kind)),
            ("text", opinion.text.clone()),
            ("speaker", opinion.attribution.as_ref().map(|said| said.label.clone()).unwrap_or_default()),
            ("persons", list(parties.clone().filter_map(|party| party.person.as_deref()))),
            ("roles", list(parties.filter_map(|party| party.role.as_deref()))),
            ("replies_to", opinion.replies_to.clone().unwrap_or_default()),
        ]);
        cells.extend(self.organizations(&ids));
        cells.extend(lines(opinion.lines));
        self.push(cells);
    }

    fn item(&mut self, item: &PlanItem) {
        let parties = item.lead.iter().chain(&item.cooperating);
        let ids: Vec<&str> = parties.filter_map(|party| party.organization.as_deref()).collect();
        let mut cells = vec![
            ("id", item.id.clone()),
            ("kind", "item".to_owned()),
            ("numbers", item.number.map(|number| number.to_string()).unwrap_or_default()),
            ("category", item.category.clone().unwrap_or_default()),
            ("heading", item.name.clone().unwrap_or_default()),
            ("text", list(item.content.iter().map(|cell| &cell.text))),
            ("lead", list(item.lead.iter().map(party))),
            ("cooperating", list(item.cooperating.iter().map(party))),
            ("schedule", list(item.schedule.iter().map(|cell| &cell.text))),
            ("notes", list(item.notes.iter().map(|cell| &cell.text))),
            ("references", list(item.references.iter().map(|reference| &reference.text))),
        ];
        cells.extend(self.organizations(&ids));
        cells.extend(lines(item.lines));
        self.push(cells);
    }

    fn table(&mut self, table: &Table, around: Around) {
        for row in &table.rows {
            let mut cells = around.cells();
            cells.extend(row_cells(row, table));
            self.push(cells);
        }
    }

    fn organizations(&self, ids: &[&str]) -> [(&'static str, String); 2] {
        let names = ids.iter().map(|id| self.names.get(id).copied().unwrap_or(id));
        [("organizations", list(names)), ("organization_ids", list(ids.iter().copied()))]
    }
}

impl<'d> Around<'d> {
    fn inside(self, section: &'d Section) -> Self {
        let heading = section.heading.as_deref();
        let label = section.label.as_ref();
        let name = heading.or(label.map(|label| label.text.as_str()));
        match section.kind {
            SectionKind::Agenda => Self { agenda: name, ..Self::default() },
            SectionKind::Theme => Self { agenda: self.agenda, theme: name, ..Self::default() },
            SectionKind::Item => Self { numbers: label.map_or(&[], |label| label.numbers.as_slice()), heading, ..self },
            SectionKind::Other | SectionKind::Summary | SectionKind::Heading => {
                Self { numbers: &[], heading: name, ..self }
            }
        }
    }

    fn cells(self) -> Vec<(&'static str, String)> {
        vec![
            ("agenda", self.agenda.unwrap_or_default().to_owned()),
            ("category", self.theme.unwrap_or_default().to_owned()),
            ("numbers", list(self.numbers.iter().map(u32::to_string))),
            ("heading", self.heading.unwrap_or_default().to_owned()),
        ]
    }
}

/// A table's row: `column：text`, one line for each cell.
fn row_cells(row: &Row, table: &Table) -> Vec<(&'static str, String)> {
    let mut cells = vec![
        ("kind", "row".to_owned()),
        ("numbers", row.number.map(|number| number.to_string()).unwrap_or_default()),
        ("text", list(row.cells.iter().map(|cell| format!("{}：{}", cell.column, cell.text)))),
        ("references", list(row.references.iter().map(|reference| &reference.text))),
    ];
    if let Some(caption) = &table.caption {
        cells.push(("heading", caption.clone()));
    }
    cells.extend(lines(row.lines));
    cells
}

/// The name and, in brackets, its note: `えーる（既存の部会で中心的役割）`.
fn party(cell: &PartyCell) -> String {
    cell.note.as_ref().map_or_else(|| cell.label.clone(), |note| format!("{}（{note}）", cell.label))
}

fn lines([first, last]: [usize; 2]) -> [(&'static str, String); 2] {
    [("first_line", first.to_string()), ("last_line", last.to_string())]
}

/// One entry a line.
pub fn list(entries: impl Iterator<Item: AsRef<str>>) -> String {
    let mut lines = String::new();
    for entry in entries {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.push_str(entry.as_ref());
    }
    lines
}

/// The word that the JSON has for a kind.
pub fn word(kind: impl serde::Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
