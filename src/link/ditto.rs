//! `（同）`, `（同上）`, `（〃）`: whoever spoke last.

use super::resolution::Support;
use crate::model::{Evidence, Method, Opinion, OpinionKind, Party, Status};

/// Whether a label says no more than that the speaker is the one above.
pub(crate) fn is_ditto(label: &str) -> bool {
    matches!(label, "同" | "同上" | "同前" | "〃" | "″")
}

/// The speaker of the opinion above, where that is one and no more.
#[derive(Default)]
pub(super) struct Last(Option<Party>);

impl Last {
    /// Gives a party that is called `同` what is known of the speaker above.
    pub fn complete(&self, party: &mut Party) {
        let Some(last) = &self.0 else { return };
        let rule = Support::rule("context.above").rule.map(|rule| rule.into_owned());
        party.person.clone_from(&last.person);
        party.role.clone_from(&last.role);
        party.organization.clone_from(&last.organization);
        party.candidates.clone_from(&last.candidates);
        party.status = last.status;
        party.method = (last.status == Status::Resolved).then_some(Method::Context);
        party.evidence = vec![Evidence { rule, register: None, at: last.spans.clone() }];
    }

    /// Takes down who said an opinion; an answer between two opinions is another's.
    pub fn follow(&mut self, opinion: &Opinion) {
        if opinion.kind == OpinionKind::Answer {
            return;
        }
        let parties = opinion.attribution.as_ref().map_or(&[][..], |said| &said.parties);
        self.0 = match parties {
            [one] => Some(one.clone()),
            _ => None,
        };
    }
}
