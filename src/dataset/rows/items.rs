//! The table `items`.

use serde::{Deserialize, Serialize};

use super::lines;
use crate::model::{Document, PartyCell, PlanItem, Row, Table};

/// One row of a plan or of another table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(title = "items")]
pub struct ItemRow {
    /// Id of the document.
    pub document: String,
    /// Id of the row within the document.
    pub item: String,
    /// Place in the document, from 1.
    pub seq: usize,
    /// plan, or table for a row under other headers.
    pub kind: String,
    /// The row's number.
    pub number: Option<u32>,
    /// 課題区分.
    pub category: Option<String>,
    /// 項目.
    pub name: Option<String>,
    /// The ※ lines, one a line.
    pub notes: Option<String>,
    /// 内容, one bullet a line; for other tables `header: cell`, one a line.
    pub content: Option<String>,
    /// Labels of the leading organizations, one a line; the table parties lists them.
    pub lead: Option<String>,
    /// Labels of the cooperating organizations, one a line.
    pub cooperating: Option<String>,
    /// What is planned when, one cell a line.
    pub schedule: Option<String>,
    /// What the row says of other rows, one a line.
    pub refers_to: Option<String>,
    /// First line in the source, from 1.
    pub first_line: usize,
    /// Last line in the source.
    pub last_line: usize,
}

pub(super) fn rows(document: &Document) -> Vec<ItemRow> {
    let mut rows: Vec<ItemRow> = document.items.iter().map(|item| plan_row(document, item)).collect();
    tables(document, "", &document.tables, &mut rows);
    for section in document.all_sections() {
        tables(document, &format!("{}/", section.id), &section.tables, &mut rows);
    }
    for (at, row) in rows.iter_mut().enumerate() {
        row.seq = at + 1;
    }
    rows
}

fn plan_row(document: &Document, item: &PlanItem) -> ItemRow {
    let labels = |cells: &[PartyCell]| lines(cells.iter().map(|cell| cell.label.as_str()));
    ItemRow {
        document: document.id.clone(),
        item: item.id.clone(),
        seq: 0,
        kind: "plan".to_owned(),
        number: item.number,
        category: item.category.clone(),
        name: item.name.clone(),
        notes: lines(item.notes.iter().map(|cell| cell.text.as_str())),
        content: lines(item.content.iter().map(|cell| cell.text.as_str())),
        lead: labels(&item.lead),
        cooperating: labels(&item.cooperating),
        schedule: lines(item.schedule.iter().map(|cell| cell.text.as_str())),
        refers_to: lines(item.references.iter().map(|reference| reference.text.as_str())),
        first_line: item.lines[0],
        last_line: item.lines[1],
    }
}

fn tables(document: &Document, place: &str, tables: &[Table], rows: &mut Vec<ItemRow>) {
    for (table_at, table) in tables.iter().enumerate() {
        for (row_at, row) in table.rows.iter().enumerate() {
            let id = format!("{place}table-{}/row-{}", table_at + 1, row_at + 1);
            rows.push(table_row(document, id, table, row));
        }
    }
}

fn table_row(document: &Document, id: String, table: &Table, row: &Row) -> ItemRow {
    let cells: Vec<String> = row.cells.iter().map(|cell| format!("{}: {}", cell.column, cell.text)).collect();
    ItemRow {
        document: document.id.clone(),
        item: id,
        seq: 0,
        kind: "table".to_owned(),
        number: row.number,
        category: table.caption.clone(),
        name: None,
        notes: None,
        content: lines(cells.iter().map(String::as_str)),
        lead: None,
        cooperating: None,
        schedule: None,
        refers_to: lines(row.references.iter().map(|reference| reference.text.as_str())),
        first_line: row.lines[0],
        last_line: row.lines[1],
    }
}
