//! The answer that a reader of the plan would give.

use super::plan::Plan;
use super::plan_sheet::PlanWriter;
use super::sheet::Leaf;
use serde_json::{Map, Value, json};

impl PlanWriter<'_> {
    /// The answer in the shape that the scorer reads.
    pub fn gold(&self, plan: &Plan) -> Value {
        let text = |leaf: &Leaf| json!(self.sheet.text(*leaf));
        let list = |leaves: &[Leaf]| -> Value { leaves.iter().map(text).collect() };
        let labels =
            |parties: &[(Leaf, Option<Leaf>)]| -> Value { parties.iter().map(|(label, _)| text(label)).collect() };
        let items: Vec<Value> = self.asked.iter().zip(&plan.rows).map(|(asked, row)| {
            let notes: Map<String, Value> = asked.lead.iter().filter_map(|(label, note)| Some((self.sheet.text(*label), text(note.as_ref()?)))).collect();
            json!({
                "number": asked.number, "category": text(&asked.category), "name": text(&asked.name), "notes": list(&asked.notes), "content": list(&asked.content),
                "lead": labels(&asked.lead), "lead_notes": notes, "cooperating": labels(&asked.cooperating), "related": row.related, "supersedes": row.supersedes, "schedule": list(&asked.schedule),
            })
        }).collect();
        json!({ "fiscal_year": plan.year, "region": plan.region.name, "title": self.sheet.text(self.title), "items": items, "residue": self.residue })
    }
}
