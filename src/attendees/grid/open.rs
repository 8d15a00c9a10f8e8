//! An entry that grows word by word until its person is known.

use std::ops::Range;

use super::plain;
use crate::attendees::Facts;
use crate::attendees::{count, remark};
use crate::lexicon::brackets::is_kanji;
use crate::lexicon::forms;
use crate::lexicon::roles::{self, Role};
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped, is_whole_name, key};

/// How many letters a name has at most.
pub(super) const MOST_LETTERS: usize = 9;

/// An entry that still grows.
#[derive(Default)]
pub(super) struct Open {
    pub start: Option<usize>,
    pub organization: Option<Range<usize>>,
    pub role: Option<Range<usize>>,
    pub names: Vec<Range<usize>>,
    pub proxy: bool,
    /// Whether what the person belongs to stands behind the name.
    pub affiliated: bool,
    /// Whether 君 or a role stands behind the name.
    pub honoured: bool,
}

impl Open {
    pub fn begin(&mut self, at: usize) {
        self.start.get_or_insert(at);
    }

    pub fn name(&self) -> Option<Range<usize>> {
        Some(self.names.first()?.start..self.names.last()?.end)
    }

    pub fn is_name(&self, line: &str) -> bool {
        self.may_be_name() && self.name().is_some_and(|name| is_person(&line[name]))
    }

    /// Whether the words are few enough for a name: none has more letters than these, and a word has one at least.
    fn may_be_name(&self) -> bool {
        self.names.len() <= MOST_LETTERS
    }

    /// Whether the name is whole, so that a further word is none of it: `島　翔太`, wider apart `林　茂　　　森`.
    pub fn is_followed(&self, line: &str, next: &Range<usize>) -> bool {
        let Some(name) = self.name().filter(|_| !self.affiliated && self.may_be_name()) else { return false };
        let letters = key(&line[name.clone()]);
        if !is_whole_name(&letters) {
            return false;
        }
        let (count, further) = (letters.chars().count(), line[next.clone()].chars().count());
        let gaps = self.names.windows(2).map(|pair| pair[1].start - pair[0].end);
        match gaps.max() {
            Some(widest) => next.start - name.end > widest || further > 1 && count >= 3 || further > 2,
            None => further > 2 && (count >= 4 || next.start - name.end >= 6),
        }
    }

    /// Whether a body that stands next is the person's: `佐々木美智子　商工会`, `熊迫　一郎　青波市商工会`, whose family name no list has.
    pub fn is_affiliation(&self, line: &str, next: &Range<usize>) -> bool {
        let free = self.organization.is_none() && (self.role.is_none() || self.has_part(line));
        if free && self.is_pair(line) && forms::of(&line[next.clone()]).is_some_and(|form| form.plain) {
            return true;
        }
        self.affiliated || free && self.is_name(line) && self.name().is_some_and(|name| is_known_name(&line[name]))
    }

    /// Whether two words of ideographs stand where a name does.
    fn is_pair(&self, line: &str) -> bool {
        let word = |name: &Range<usize>| {
            let word = &line[name.clone()];
            (1..=3).contains(&word.chars().count()) && word.chars().all(is_kanji) && !roles::begins_department(word)
        };
        self.names.len() == 2 && self.names.iter().all(word) && self.is_name(line)
    }

    /// Takes what the person belongs to, one word or several.
    pub fn affiliate(&mut self, range: &Range<usize>) {
        let start = self.organization.as_ref().filter(|_| self.affiliated).map_or(range.start, |own| own.start);
        self.organization = Some(start..range.end);
        self.affiliated = true;
    }

    /// Takes an office behind the name: `内閣総理大臣`, `北陵大学教授`.
    pub fn take_office(&mut self, line: &str, range: &Range<usize>) {
        let word = &line[range.clone()];
        let split = roles::at_end(word).map_or(0, |(at, _)| at);
        let body = forms::of(&word[..split]).is_some() || word[..split].chars().count() >= 6;
        let office = if body { range.start + split..range.end } else { range.clone() };
        if body && self.organization.is_none() {
            self.organization = Some(range.start..range.start + split);
        }
        // 座長　東条　隆志　北陵大学教授: the part in the meeting says more than an office elsewhere.
        if !body || !self.has_part(line) {
            self.role = Some(office);
        }
    }

    /// Takes `（厚木医師会　会長）` behind the name: the words before the last space are whose the person is.
    pub fn take_bracket(&mut self, line: &str, range: &Range<usize>) {
        let text = &line[range.clone()];
        let inside = text.trim_start_matches(['（', '(']);
        let start = range.end - inside.len();
        let inside = inside.trim_end_matches(['）', ')']).trim_end();
        if self.names.is_empty() || self.organization.is_some() {
            return;
        }
        // 梅津　光雄（商工会　代理：江川　誠）: another came for that body.
        if let Some(at) = inside.find("代理").filter(|_| !remark::is_for_another(inside)) {
            let body = inside[..at].trim_end();
            self.organization = (!body.is_empty()).then(|| start..start + body.len());
            (self.proxy, self.affiliated) = (true, true);
            return;
        }
        // 小松　正（課長　）: as what, and no body.
        let part = plain(inside).replace(is_space, "");
        if roles::at_end(&part).is_some_and(|(at, role)| at == 0 && role != Role::Desk) {
            self.role = self.role.take().filter(|_| self.has_part(line)).or(Some(start..start + inside.len()));
            return;
        }
        let last = inside.rfind(is_space).map(|space| space + inside[space..].chars().next().map_or(0, char::len_utf8));
        let office = last.filter(|at| roles::at_end(&inside[*at..]).is_some_and(|(_, role)| role != Role::Honorific));
        let body = inside[..office.unwrap_or(inside.len())].trim_end();
        self.organization = Some(start..start + body.len());
        if let Some(office) = office.filter(|_| !self.has_part(line)) {
            self.role = Some(start + office..start + inside.len());
        }
        self.affiliated = true;
    }

    /// Whether the role is one of the meeting's own: 会長, 委員.
    pub fn has_part(&self, line: &str) -> bool {
        let word = self.role.clone().map(|role| plain(&line[role]).replace(is_space, ""));
        let role = word.as_deref().and_then(|word| roles::at_end(word).filter(|(at, _)| *at == 0));
        role.is_some_and(|(_, role)| matches!(role, Role::Chair | Role::Member))
    }

    /// Gives the entry if it has a person; what was open is forgotten unless it may belong to the next name.
    pub fn close(&mut self, line: &str, end: usize) -> Option<(Range<usize>, Facts)> {
        let name = self.name();
        if name.is_none() && end < line.len() {
            // 国土整備省　都市部長　…: nothing is complete yet.
            if self.role.is_some() && !self.has_part(line) {
                self.organization = self.organization.take().or(self.role.take());
            }
            return None;
        }
        let done = std::mem::take(self);
        let person = name?;
        let sure = done.honoured || done.role.is_some() || is_known_name(&line[person.clone()]);
        let sure = sure || done.affiliated && done.is_pair(line);
        let end = end.min(line.len());
        let whole = done.start?..line[..end].trim_end_matches(is_space).len();
        let facts =
            Facts { person: person.clone(), role: done.role, organization: done.organization, proxy: done.proxy };
        (sure && is_person(&line[person])).then_some((whole, facts))
    }
}

/// Whether the letters make a name, however they are set apart.
fn is_person(text: &str) -> bool {
    let bare = text.replace(is_space, "");
    let count = bare.chars().count();
    let shaped = (2..=9).contains(&count) && is_name_shaped(&bare) && !roles::is_heading(&bare);
    !count::is_count(&bare) && !count::names_nobody(&bare) && (shaped || is_known_name(&bare))
}
