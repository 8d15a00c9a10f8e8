//! The entries of a list that 、 divides: `白拍会長、委員 檜山光一君、多岐川正君`.

use std::ops::Range;

use super::Reader;
use crate::attendees::{Entry, Facts, count, item, together};
use crate::lexicon::roles;
use crate::link::shape::Shape;
use crate::model::Presence;
use crate::span::Span;
use crate::text::Text;

impl Reader<'_> {
    pub(super) fn items(&mut self, spans: &[Span]) -> bool {
        let text = Text::of(self.source, spans);
        let whole = text.as_str();
        let parts: Vec<Range<usize>> =
            split(whole).into_iter().flat_map(|part| together::colleagues(whole, part)).collect();
        // 平栗主任（事務局）（計６名）: the count is of the whole list.
        let last = parts.last().cloned().unwrap_or(0..0);
        let counted = item::trimmed(whole, count::without_count(whole, last.clone()));
        let mut parts = parts;
        if let Some(part) = parts.last_mut().filter(|_| !counted.is_empty()) {
            *part = counted.clone();
        }
        let mut read: Vec<Option<Facts>> = parts.iter().map(|part| item::item(whole, part.clone())).collect();
        together::align(whole, &parts, &mut read);
        together::fill(whole, &parts, &mut read);
        together::fill_names(whole, &parts, &mut read);
        together::tell_apart(whole, &parts, &mut read);
        let before = self.out.entries.len();
        let bodies = bodies(whole, &parts);
        let (mut role, mut organization): (Option<String>, Option<String>) = (None, None);
        for ((part, facts), body) in parts.iter().zip(read).zip(bodies) {
            if body {
                let organization = Some(whole[part.clone()].trim().to_owned());
                let label = text.spans(part.clone(), self.source);
                self.out.entries.push(Entry { person: None, ..self.entry(label, String::new(), None, organization) });
                continue;
            }
            let Some(facts) = facts else { continue };
            let word = |range: Option<Range<usize>>| range.map(|range| whole[range].trim().to_owned());
            let bracketed = whole[part.clone()].trim_end().ends_with(['）', ')']);
            let mut entry = self.entry(
                text.spans(part.clone(), self.source),
                whole[facts.person.clone()].trim().to_owned(),
                word(facts.role.clone()),
                word(facts.organization.clone()),
            );
            if facts.proxy {
                entry.presence = Some(Presence::Proxy);
            }
            // 委員 檜山光一君、多岐川正君: what stands before a name holds until another stands there.
            let before_name =
                |range: &Option<Range<usize>>| range.as_ref().is_some_and(|own| own.start < facts.person.start);
            if before_name(&facts.role) {
                role.clone_from(&entry.role);
            } else if entry.role.is_none() && !bracketed {
                entry.role.clone_from(&role);
            }
            if before_name(&facts.organization) {
                organization.clone_from(&entry.organization);
            } else if entry.organization.is_none() && (!bracketed || entry.role.is_some()) {
                entry.organization.clone_from(&organization);
            }
            self.out.entries.push(entry);
        }
        if self.out.entries.len() > before {
            self.separators(&text, &parts);
            if !counted.is_empty() && counted.end < last.end {
                let count = item::trimmed(whole, counted.end..last.end);
                self.out.marks.extend(text.spans(count, self.source));
            }
        }
        self.out.entries.len() > before
    }

    fn separators(&mut self, text: &Text, parts: &[Range<usize>]) {
        for pair in parts.windows(2) {
            self.out.marks.extend(text.spans(pair[0].end..pair[1].start, self.source));
        }
        // 事務局（三木課長、多賀係長）: the bracket that holds the list.
        let end = parts.last().map_or(0, |last| last.end);
        let behind = text.as_str()[end..].trim();
        if matches!(behind, "）" | ")") {
            self.out.marks.extend(text.spans(end..text.as_str().len(), self.source));
        }
    }
}

/// The items of a list, divided at every 、 and ／ that stands in no bracket.
fn split(text: &str) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    // 委員7名（会長 笠置、副会長 三田、…）: the bracket holds the list.
    let mut counted = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' if depth == 0 && counted == 0 && holds_list(text, at) => {
                counted = 1;
                parts.push(item::trimmed(text, start..at));
                start = at + c.len_utf8();
            }
            '）' | ')' if depth == 0 && counted == 1 => {
                counted = 2;
                parts.push(item::trimmed(text, start..at));
                start = at + c.len_utf8();
            }
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '／' if depth == 0 => {
                parts.push(item::trimmed(text, start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(item::trimmed(text, start..text.len()));
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether the bracket at `at` stands behind a count or a desk and holds several: `委員７名（…、…）`, `事務局（三木課長、…）`.
fn holds_list(text: &str, at: usize) -> bool {
    let counted = text[..at].trim_end().strip_suffix(['名', '人']);
    let counted = counted.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    let counted = counted || text[..at].trim_end().ends_with("事務局");
    let inside = text[at..].split(['）', ')']).next().unwrap_or_default();
    counted && inside.contains(['、', ',', '，']) && !inside.contains("欠席") && !inside.contains("うち")
}

/// Which items are bodies of which nobody is named: `気象庁、国土地理院、全国知事会`. None are where most items say something else,
/// or where no form is plainly a body's.
fn bodies(whole: &str, parts: &[Range<usize>]) -> Vec<bool> {
    let mut plain = false;
    let mut is_body = |part: &Range<usize>| {
        let item = whole[part.clone()].trim();
        let shape = Shape::of(item);
        plain |= shape.form.is_some_and(|form| form.plain);
        (shape.form.is_some() || shape.head.is_some()) && roles::at_end(item).is_none()
    };
    let bodies: Vec<bool> = parts.iter().map(&mut is_body).collect();
    let count = bodies.iter().filter(|body| **body).count();
    if plain && count >= 2 && count * 2 > parts.len() { bodies } else { vec![false; parts.len()] }
}
