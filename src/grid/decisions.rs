//! Which rules decided the lines of tables, for `explain`.

use super::Reading;
use crate::ledger::Ledger;
use crate::model::{FurnitureKind, Table};
use crate::rules::table::{BESIDE, REFERENCES, WORDS};
use crate::span::Span;
use crate::trace::Decision;

/// The pieces of the tables with their rules. `tables` is what was made of them.
pub(crate) fn decisions(reading: &Reading, tables: &[Table], ledger: &Ledger) -> Vec<(Span, Decision)> {
    let source = ledger.text();
    let mut decisions = Vec::new();
    let mut add = |span: Span, rule| decisions.push((span, Decision { rule, continues: false }));
    for (span, kind) in &reading.furniture {
        add(*span, printed(*kind));
    }
    for table in &reading.tables {
        table.caption.iter().for_each(|span| add(*span, "table.caption"));
        let beside = |span: &Span| BESIDE.rule(span.of(source)).map_or("table.beside", |rule| rule.id);
        table.notes.iter().for_each(|span| add(*span, beside(span)));
        for span in table.columns.iter().flatten().chain(&table.groups) {
            add(*span, "table.header");
            WORDS.rule(span.of(source)).into_iter().for_each(|rule| add(*span, rule.id));
        }
        for row in &table.rows {
            let pieces = row.cells.iter().flat_map(|(_, pieces)| pieces);
            pieces.for_each(|span| add(*span, "table.row"));
            // What numbers a row, or says that it is a sum, stands in its first cell or in the key's.
            let telling = row.cells.iter().enumerate().filter(|(at, (column, _))| *at == 0 || Some(*column) == row.key);
            for span in telling.filter_map(|(_, (_, pieces))| pieces.first()) {
                WORDS.rule(span.of(source)).into_iter().for_each(|rule| add(*span, rule.id));
            }
        }
    }
    for reference in tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.references) {
        let at = ledger.spans(&reference.at).first().copied();
        at.zip(REFERENCES.rule(&reference.text)).into_iter().for_each(|(at, rule)| add(at, rule.id));
    }
    decisions
}

/// What a page prints, where no rule for one line says it.
pub(crate) fn printed(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Header => "furniture.repeated-header",
        FurnitureKind::PageNumber => "furniture.page-number",
        FurnitureKind::Rule => "furniture.rule",
        FurnitureKind::PageTag => "furniture.page-tag",
    }
}
