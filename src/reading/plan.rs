//! A plan table: its head and its items.

use super::Reading;
use crate::blocks::Blocks;
use crate::model::{DocumentType, Plan};
use crate::parsed::Parsed;
use crate::plan;

impl Reading<'_, '_, '_> {
    pub(crate) fn plan(mut self, draft: &plan::Draft, sheet: &Blocks) -> Parsed {
        self.place_furniture(sheet, |line| !draft.claims(line));
        let parts = self.place_plan(draft);
        self.document.r#type = DocumentType::Plan;
        self.document.title = parts.title;
        self.document.plan = Some(parts.plan).filter(|plan| *plan != Plan::default());
        self.document.items = parts.items;
        self.document.furniture.extend(parts.furniture);
        self.document.furniture.sort_by(|one, other| one.spans.0.cmp(&other.spans.0));
        self.finish(draft.body())
    }

    pub(super) fn place_plan(&mut self, draft: &plan::Draft) -> plan::PlanParts {
        let parts = plan::read(draft, &mut self.ledger, &mut self.findings);
        if let Some(trace) = &mut self.trace {
            trace.lines(draft.decisions(&parts.items, &self.ledger));
        }
        parts
    }
}
