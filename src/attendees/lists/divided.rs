//! The entries of a list that 、 divides: `白拍会長、委員 檜山光一君、多岐川正君`.

use std::ops::Range;

use super::asides::is_total;
use super::bodies::bodies;
use super::heading::stands_beside;
use super::{Reader, regroup};
use crate::attendees::{Entry, Facts, count, dotted, item, offices, together};
use crate::lexicon::groups::{self, Group};
use crate::lexicon::roles;
use crate::link::affiliated::affiliated;
use crate::link::shape::Shape;
use crate::model::Presence;
use crate::span::{Span, is_space};
use crate::text::Text;
use crate::verbatim::speaker::{Speaker, Strength};

impl Reader<'_> {
    pub(super) fn items(&mut self, spans: &[Span]) -> bool {
        let text = Text::of(self.source, spans);
        let whole = text.as_str();
        let mut groups: Vec<(usize, String)> = Vec::new();
        let items = split(whole).into_iter().flat_map(|part| regroup::regroup(whole, part));
        let items = items.map(|part| {
            groups.extend(part.group.map(|group| (part.range.start, group)));
            part.range
        });
        let items = items.flat_map(|part| dotted::persons(whole, part));
        let parts: Vec<Range<usize>> = items.flat_map(|part| together::colleagues(whole, part)).collect();
        // 平栗主任（事務局）（計６名）: the count is of the whole list.
        let last = parts.last().cloned().unwrap_or(0..0);
        let counted = item::trimmed(whole, count::without_count(whole, last.clone()));
        let mut parts = parts;
        // …、稲村　茂、〔計４名〕
        let total = is_total(&whole[last.clone()]);
        if total {
            parts.pop();
        }
        if let Some(part) = parts.last_mut().filter(|_| !counted.is_empty() && !total) {
            *part = counted.clone();
        }
        let mut read: Vec<Option<Facts>> = parts.iter().map(|part| read_one(whole, part.clone())).collect();
        read.iter_mut().flatten().for_each(|facts| offices::part_body(facts, whole));
        together::align(whole, &parts, &mut read);
        together::fill(whole, &parts, &mut read);
        together::fill_names(whole, &parts, &mut read);
        together::join_names(whole, &parts, &mut read);
        together::tell_apart(whole, &parts, &mut read);
        let before = self.out.entries.len();
        let bodies = bodies(whole, &parts, &read);
        // 福祉部長、高齢者支援課長: offices alone, where no item says who holds one.
        let offices = self.group.as_deref().is_some_and(stands_beside) && read.iter().all(Option::is_none);
        let mut groups = groups.into_iter().peekable();
        let (mut role, mut organization): (Option<String>, Option<String>) = (None, None);
        // 青葉医師会三木会長・多賀副会長、檜山委員: a body that nothing parts from its person holds up to the next 、.
        let mut glued = None;
        for ((part, facts), body) in parts.iter().zip(read).zip(bodies) {
            if glued.is_some_and(|end: usize| !whole[end..part.start].contains('・')) {
                (glued, organization) = (None, None);
            }
            if let Some((_, group)) = groups.next_if(|(at, _)| *at <= part.start) {
                self.group = Some(group);
                (role, organization) = (None, None);
            }
            if body {
                let organization = Some(closed_up(&whole[part.clone()]));
                let label = text.spans(part.clone(), self.source);
                self.out.entries.push(Entry { person: None, ..self.entry(label, String::new(), None, organization) });
                continue;
            }
            let Some(facts) = facts else {
                if offices && is_office(&whole[part.clone()]) {
                    let office = Some(whole[part.clone()].trim().to_owned());
                    let label = text.spans(part.clone(), self.source);
                    self.out.entries.push(Entry { person: None, ..self.entry(label, String::new(), office, None) });
                }
                // Whose the next one is, what nobody could read may have said.
                organization = None;
                continue;
            };
            let word = |range: Option<Range<usize>>| range.map(|range| whole[range].trim().to_owned());
            let bracketed = whole[part.clone()].trim_end().ends_with(['）', ')']);
            let mut entry = self.entry(
                text.spans(part.clone(), self.source),
                whole[facts.person.clone()].trim().to_owned(),
                word(facts.role.clone()),
                facts.organization.clone().map(|range| closed_up(&whole[range])),
            );
            if facts.proxy {
                entry.presence = Some(Presence::Proxy);
            }
            // 委員 檜山光一君、多岐川正君: what stands before a name holds until another stands there.
            let before_name =
                |range: &Option<Range<usize>>| range.as_ref().is_some_and(|own| own.start < facts.person.start);
            if before_name(&facts.role) {
                role.clone_from(&entry.role);
            } else if before_name(&facts.organization) && entry.role.is_none() {
                // 民生委員　江戸川、包括　西脇: one from elsewhere.
                role = None;
            } else if entry.role.is_none() && !bracketed {
                entry.role.clone_from(&role);
            }
            let own_office =
                facts.organization.as_ref().zip(facts.role.as_ref()).is_some_and(|(own, role)| own.end == role.start);
            if before_name(&facts.organization) {
                // 青葉医師会会長　江川誠、板垣豊: an office there is nobody else's, and neither is the body.
                organization = entry.organization.clone().filter(|_| !own_office);
            } else if entry.organization.is_none() && (!bracketed || entry.role.is_some()) {
                entry.organization.clone_from(&organization);
            }
            let one = facts.organization.as_ref().is_some_and(|own| own.end == facts.person.start);
            glued = (one || glued.is_some()).then_some(part.end);
            self.out.entries.push(entry);
        }
        if self.out.entries.len() > before {
            self.separators(&text, &parts);
            if total {
                self.out.marks.extend(text.spans(last.clone(), self.source));
                let before = parts.last().map_or(last.start, |part| part.end);
                self.out.marks.extend(text.spans(before..last.start, self.source));
            } else if !counted.is_empty() && counted.end < last.end {
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

/// `福祉保健部長`, `障害者福祉課長補佐`: an office whose holder is not named, of no more than one.
pub(super) fn is_office(item: &str) -> bool {
    let said = Speaker::of(item.trim());
    let office =
        roles::at_end(item.trim()).is_some_and(|(_, role)| matches!(role, roles::Role::Office | roles::Role::Elected));
    // 主査・主事, 事務職員: several, who knows how many.
    let several = item.split_once(['・', '･']).is_some_and(|(first, _)| roles::at_end(first).is_some());
    let plain =
        !several && !item.trim().ends_with("職員") && !item.trim().contains(|c| is_space(c) || "（(".contains(c));
    office && plain && said.strength == Strength::Role && said.person.is_none()
}

/// An item as it stands, or the person behind the department of an organization.
fn read_one(whole: &str, part: Range<usize>) -> Option<Facts> {
    let own = &whole[part.clone()];
    if groups::of(own.trim()) == Some(Group::Generic) {
        return None;
    }
    // 青波医師会　三橋会長: a body stands in what looks like a name. 阿部 太郎 is called so.
    let body_in_name = |facts: &Facts| {
        let first = whole[facts.person.clone()].trim().split_once(is_space).map(|(first, _)| first);
        first.is_some_and(|first| Shape::of(first).is_plain() && !roles::is_surname(first))
    };
    let facts = item::item(whole, part.clone()).filter(|facts| !body_in_name(facts));
    let facts = facts.or_else(|| of_department(own).map(|facts| facts.shifted(part.start)));
    facts.or_else(|| behind_body(own).map(|facts| facts.shifted(part.start)))
}

/// `株式会社あさひ交通　星営業部長`: a body, and behind white space who came from it.
fn behind_body(own: &str) -> Option<Facts> {
    let (body, _) = own.split_once(is_space)?;
    let rest = own[body.len()..].trim_start();
    let begin = own.len() - rest.len();
    let plain = Shape::of(body).is_plain() && !roles::is_surname(body);
    let facts = item::item(rest, 0..rest.len()).or_else(|| offices::of_section(rest)).filter(|_| plain)?;
    let facts = facts.shifted(begin);
    Some(Facts { organization: facts.organization.clone().or(Some(0..body.len())), ..facts })
}

/// `立石市　健康福祉部　高齢者支援課　石井課長`: the last word names who came, and those before it where from.
fn of_department(own: &str) -> Option<Facts> {
    let (body, person) = affiliated(own)?;
    let name = person.person?;
    let start = own.len() - own.trim_end().rsplit(is_space).next()?.len();
    let end = start + name.len();
    let named = own[start..].starts_with(&name) && own[end..].starts_with(&person.role);
    named.then(|| Facts {
        person: start..end,
        role: Some(end..end + person.role.len()),
        organization: Some(0..body.len()),
        proxy: false,
    })
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

/// A name without the spaces before its own parts: `立石市　健康福祉部　高齢者支援課`.
pub(super) fn closed_up(name: &str) -> String {
    let name = name.trim();
    let is_part = |word: &str| Shape::of(word).is_plain();
    if name.contains(is_space) && name.split(is_space).filter(|word| !word.is_empty()).all(is_part) {
        return name.replace(is_space, "");
    }
    name.to_owned()
}
