//! The plans of a collection, by region.

use std::collections::HashMap;

use super::facts::{Facts, ItemFacts};

/// One plan document.
pub(super) struct Plan {
    pub document: String,
    pub year: Option<i16>,
    pub edition: Option<String>,
    pub items: Vec<ItemFacts>,
}

impl Plan {
    /// The items of this number; more than one is a slip of the plan.
    pub fn of_number(&self, number: u32) -> Vec<&ItemFacts> {
        self.items.iter().filter(|item| item.number == Some(number)).collect()
    }

    pub fn year_text(&self) -> String {
        self.year.map(|year| year.to_string()).unwrap_or_default()
    }

    pub fn edition_text(&self) -> &str {
        self.edition.as_deref().unwrap_or_default()
    }
}

/// All plans.
#[derive(Default)]
pub(super) struct Plans {
    by_region: HashMap<String, Vec<Plan>>,
    /// The regions in the order of their documents; a plan without a region counts as none.
    pub regions: Vec<String>,
}

impl Plans {
    pub fn learn(&mut self, facts: &Facts) {
        let (Some(plan), Some(region)) = (&facts.plan, &facts.region) else { return };
        let plans = self.by_region.entry(region.clone()).or_default();
        if plans.is_empty() {
            self.regions.push(region.clone());
        }
        plans.push(Plan {
            document: facts.id.clone(),
            year: plan.fiscal_year,
            edition: plan.edition.clone(),
            items: plan.items.clone(),
        });
    }

    pub fn of_region(&self, region: &str) -> &[Plan] {
        self.by_region.get(region).map_or(&[], Vec::as_slice)
    }
}
