//! A grid of columns: a plan where its headers are a plan's, else a table.

use super::Reading;
use crate::line::Line;
use crate::model::DocumentType;
use crate::parsed::Parsed;
use crate::rules::plan::Column;
use crate::{grid, plan};

impl Reading<'_, '_, '_> {
    pub(crate) fn table(mut self, grids: &grid::Reading, lines: &[Line]) -> Parsed {
        if let [grid] = grids.tables.as_slice()
            && let Some(kinds) = plan::columns_of_grid(grid, self.ledger.text())
        {
            return self.plan_of_grid(grids, &kinds, lines);
        }
        self.print_of(grids);
        let tables = grids.tables.iter();
        self.document.tables = tables.map(|table| grid::place(table, &mut self.ledger, &mut self.findings)).collect();
        if let Some(trace) = &mut self.trace {
            trace.lines(grid::decisions(grids, &self.document.tables, &self.ledger));
        }
        self.document.r#type = DocumentType::Table;
        self.finish(lines)
    }

    /// A plan whose rows are no table's: cards, or columns one below the other.
    pub(crate) fn inferred(mut self, plan: plan::Inferred, lines: &[Line]) -> Parsed {
        self.findings.extend(plan.findings);
        self.plan_of_grid(&plan.grids, &plan.kinds, lines)
    }

    fn plan_of_grid(mut self, grids: &grid::Reading, kinds: &[Column], lines: &[Line]) -> Parsed {
        self.print_of(grids);
        let parts = plan::of_grid(&grids.tables[0], kinds, &mut self.ledger);
        if let Some(trace) = &mut self.trace {
            trace.lines(grid::decisions(grids, &[], &self.ledger));
        }
        self.document.r#type = DocumentType::Plan;
        self.document.title = parts.title;
        self.document.plan = Some(parts.plan);
        self.document.items = parts.items;
        self.finish(lines)
    }

    /// What the pages print.
    fn print_of(&mut self, grids: &grid::Reading) {
        let furniture = grids.furniture.iter();
        self.document.furniture = furniture.map(|(span, kind)| self.ledger.furniture(*span, *kind)).collect();
    }
}
