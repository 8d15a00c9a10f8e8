//! What lists say of those whom they do not name: `なし` below 欠席者, `保育課　２人`.

use super::Reader;
use crate::attendees::Stated;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::attendance;
use crate::verbatim::speaker::{Speaker, Strength};

impl Reader<'_> {
    /// `なし`, `２名` below 欠席者: what the heading is about has been said.
    pub(super) fn states_nobody(&mut self, at: usize) -> bool {
        let (Some(group), Some(above)) = (&self.group, at.checked_sub(1)) else { return false };
        let heads = self.headed == Some(above);
        let value = self.body[at].span;
        if !heads || attendance::count(&normal_form(self.source, &[value])).is_none() {
            return false;
        }
        self.out.stated.push(Stated { group: group.clone(), value, within: false });
        self.out.listed[at] = true;
        true
    }

    /// `保育課　2人` within a list: how many came from where.
    pub(super) fn states_count(&mut self, at: usize) -> bool {
        let line = self.body[at].span;
        let text = line.of(self.source);
        let Some((name, count)) = text.rsplit_once(is_space) else { return false };
        let value = Span::new(line.end - count.len(), line.end);
        let whose = Span::new(line.start, line.start + name.len()).trim(self.source);
        let group = normal_form(self.source, &[whose]);
        let body = Speaker::of(&group).strength == Strength::Organization && !group.contains(is_space);
        if !body || attendance::count(&normal_form(self.source, &[value])).is_none() {
            return false;
        }
        self.out.marks.push(whose);
        self.out.stated.push(Stated { group, value, within: true });
        self.out.listed[at] = true;
        true
    }
}
