//! Lines within a list that name a body and nobody: whose the person above is, or one that nobody is named of.

use super::Reader;
use crate::attendees::{Entry, item};
use crate::lexicon::forms;
use crate::lexicon::roles;
use crate::line::Line;
use crate::link::shape::Shape;
use crate::span::{Span, is_space};
use crate::text::normal_form;

impl Reader<'_> {
    /// Takes `青波市医師会` below `石黒　正委員` for the body of that person, where the lines below go on in pairs or those above did.
    pub(super) fn body_of_above(&mut self, at: usize) -> bool {
        let Some(name) = self.body_line(at) else { return false };
        let above = at.wrapping_sub(1);
        let Some(last) = self.out.entries.last().filter(|_| self.out.entries.len() > self.heads) else { return false };
        let ours = |span: &Span| {
            let line = self.body[above].span;
            line.start <= span.start && span.end <= line.end
        };
        let one = self.out.entries.iter().rev().take(2).filter(|entry| entry.label.iter().all(ours)).count() == 1;
        if !one || last.organization.is_some() || last.person.is_none() {
            return false;
        }
        let next =
            || self.names_somebody(at + 1) && self.body_line(at + 1).is_none() && self.body_line(at + 2).is_some();
        let ended = || !self.names_somebody(at + 1);
        // 石黒　正 right below the heading: what stands above it is none's body.
        let first = self.begun + 1 == above || self.paired.is_some();
        let pairs = next() || self.paired.is_some_and(|line| line + 2 == at) && (ended() || self.paired.is_some());
        if !first || !pairs {
            return false;
        }
        let span = self.body[at].span;
        if let Some(last) = self.out.entries.last_mut() {
            last.organization = Some(name);
            last.label.push(span);
        }
        self.paired = Some(at);
        self.take(at);
        true
    }

    /// Takes `社会福祉協議会` among `青波市医師会　石黒　正` and others: it took part, and the list does not say by whom.
    pub(super) fn body_alone(&mut self, at: usize) -> bool {
        let Some(name) = self.body_line(at).filter(|_| self.begun < at) else { return false };
        let span = self.body[at].span;
        let own = &self.out.entries[self.heads..];
        let whose = |entry: &Entry| entry.organization.is_some() || entry.person.is_none();
        // 青波市医師会⏎石黒　正: it is the body of who stands below, as far as one can tell.
        let below = || {
            let text = self.body.get(at + 1).map(|line| normal_form(self.source, &[line.span])).unwrap_or_default();
            item::item(&text, 0..text.len()).is_some_and(|facts| facts.organization.is_none())
        };
        if own.len() < 2 || !own.iter().all(whose) || span.of(self.source).starts_with(['（', '(', '【']) || below() {
            return false;
        }
        self.out.entries.push(Entry { person: None, ..self.entry(vec![span], String::new(), None, Some(name)) });
        self.take(at);
        true
    }

    fn take(&mut self, at: usize) {
        self.out.listed[at] = true;
        if let Some(open) = &mut self.open {
            open.idle = 0;
        }
    }

    /// The body that a line names, perhaps in brackets, and nothing else.
    fn body_line(&self, at: usize) -> Option<String> {
        const WIDEST: usize = 60;
        let line: &Line = self.body.get(at).filter(|line| line.width <= WIDEST)?;
        let text = normal_form(self.source, &[line.span]);
        let bare =
            text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')'])).unwrap_or(&text).trim();
        let shape = Shape::of(bare);
        let body = shape.form.or(shape.head).is_some_and(|form| form.plain) && bare.chars().nth(2).is_some();
        let plain = body
            && roles::at_end(bare).is_none()
            && !roles::is_heading(bare)
            && !bare.contains(|c: char| is_space(c) || "、。：:（()）・".contains(c));
        let person = || forms::of(bare).is_none() && item::item(bare, 0..bare.len()).is_some();
        (plain && !person() && self.heading(line).is_none()).then(|| bare.to_owned())
    }
}
