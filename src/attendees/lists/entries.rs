//! The lines of one list: where it ends, and by what its entries are parted.

use super::Reader;
use crate::attendees::Entry;
use crate::lexicon::roles;
use crate::span::Span;
use crate::values::person_name;

impl Reader<'_> {
    /// Reads the entries from a place in line `at` on; gives whether there are any and the next line to read.
    pub(super) fn entries(&mut self, at: usize, from: Span) -> (bool, usize) {
        if let Some((before, heading)) = self.inner_group(at, from) {
            self.entries_of(&[before]);
            return (true, self.begin(at, heading));
        }
        let text = from.of(self.source);
        let next = if is_list(text) { self.end_of_list(at, from) } else { at + 1 };
        let mut spans = vec![from];
        spans.extend(self.body[at + 1..next].iter().map(|line| line.span));
        if self.entries_of(&spans) { (true, next) } else { (false, at + 1) }
    }

    fn entries_of(&mut self, spans: &[Span]) -> bool {
        match spans {
            [one] if !is_list(one.of(self.source)) => self.grid(*one),
            _ => self.items(spans),
        }
    }

    /// Where a list that 、 divides ends: a line goes on with it where the one before broke off.
    fn end_of_list(&self, at: usize, from: Span) -> usize {
        let mut last = from;
        let mut next = at + 1;
        while let Some(line) = self.body.get(next) {
            let text = last.of(self.source);
            let open = text.matches(['（', '(']).count() > text.matches(['）', ')']).count();
            let broken = open || text.ends_with(['、', ',', '，', '・']);
            let full = line.gap == 0 && is_list(line.text(self.source)) && self.body[next - 1].width >= 60;
            if !(broken || full) || self.heading(line).is_some() || line.text(self.source).contains('。') {
                break;
            }
            last = line.span;
            next += 1;
        }
        next
    }

    pub(super) fn entry(
        &self,
        label: Vec<Span>,
        person: String,
        role: Option<String>,
        organization: Option<String>,
    ) -> Entry {
        let role = role.map(|role| roles::closed_up(&role));
        let person = Some(person_name::closed_up(&person));
        Entry { label, person, role, organization, group: self.group.clone(), presence: self.presence }
    }
}

/// Whether 、 divides the entries.
fn is_list(text: &str) -> bool {
    text.contains(['、', '，', '／']) || text.contains(',') && !text.is_ascii()
}
