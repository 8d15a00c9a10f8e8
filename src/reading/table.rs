//! A grid of columns: a plan where its headers are a plan's, else a table.

use super::Reading;
use crate::line::Line;
use crate::model::DocumentType;
use crate::parsed::Parsed;
use crate::{grid, plan};

impl Reading<'_, '_, '_> {
    pub(crate) fn table(mut self, grids: &grid::Reading, lines: &[Line]) -> Parsed {
        let furniture = grids.furniture.iter();
        self.document.furniture = furniture.map(|(span, kind)| self.ledger.furniture(*span, *kind)).collect();
        if let [grid] = grids.tables.as_slice()
            && let Some(kinds) = plan::columns_of_grid(grid, self.ledger.text())
        {
            let parts = plan::of_grid(grid, &kinds, &mut self.ledger);
            if let Some(trace) = &mut self.trace {
                trace.lines(grid::decisions(grids, &[], &self.ledger));
            }
            self.document.r#type = DocumentType::Plan;
            self.document.title = parts.title;
            self.document.plan = Some(parts.plan);
            self.document.items = parts.items;
            return self.finish(lines);
        }
        let tables = grids.tables.iter();
        self.document.tables = tables.map(|table| grid::place(table, &mut self.ledger, &mut self.findings)).collect();
        if let Some(trace) = &mut self.trace {
            trace.lines(grid::decisions(grids, &self.document.tables, &self.ledger));
        }
        self.document.r#type = DocumentType::Table;
        self.finish(lines)
    }
}
