//! Links between the documents of a collection: only with evidence, and `nil` with the reason where there is none.
//!
//! [`Index`] learns every document's [`Facts`] first; then it tells the links of each document. Nothing depends on the
//! order in which the documents were read.

mod editions;
mod facts;
mod meetings;
mod organizations;
mod plan_items;
mod plans;

pub use facts::{Facts, Named, entity, fiscal_year_of, region_of};

use crate::model::Link;
use meetings::Meetings;
use organizations::Organizations;
use plans::Plans;

/// What the links of a document are found in.
#[derive(Default)]
pub struct Index {
    plans: Plans,
    meetings: Meetings,
    organizations: Organizations,
}

impl Index {
    /// Learns a document. Documents come in the order of their ids.
    pub fn learn(&mut self, facts: &Facts) {
        self.plans.learn(facts);
        self.meetings.learn(facts);
        self.organizations.learn(facts);
    }

    /// Ends the learning: brings meetings into their order.
    pub fn finish(&mut self) {
        self.meetings.sort();
    }

    /// How many organizations the collection names, each once.
    #[must_use]
    pub fn organizations(&self) -> usize {
        self.organizations.count()
    }

    /// The links of a document, by relation and place.
    #[must_use]
    pub fn links(&self, facts: &Facts) -> Vec<Link> {
        let mut links = plan_items::links(&self.plans, facts);
        links.extend(editions::links(&self.plans, facts));
        links.extend(self.meetings.links(facts));
        links.extend(self.organizations.links(facts));
        links
    }
}
