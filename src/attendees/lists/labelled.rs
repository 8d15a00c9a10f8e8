//! What stands before an entry on its line: a bullet, a number, a word and a colon; and groups that no list's name opens.

use super::Reader;
use super::heading::{Heading, stands_beside};
use crate::attendees::item;
use crate::lexicon::roles::{self, Role};
use crate::link::shape::Shape;
use crate::model::Presence;
use crate::rules::attendees::List;
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::number::number;
use crate::values::person_name::is_known_name;
use crate::verbatim::speaker::{Speaker, Strength};

impl Reader<'_> {
    /// The entries of a line within a list: `・矢代正委員（商工会）`, `３　島　翔太`, `Ａ社：田中、佐藤`.
    pub(super) fn entry_line(&mut self, at: usize) -> (bool, usize) {
        let span = self.body[at].span;
        let text = span.of(self.source);
        let from = Span::new(span.start + before_entry(text), span.end);
        // 記載者： 鈴木: who wrote the minutes is a field of its own.
        if is_writer(text) {
            return (false, at + 1);
        }
        // 部長　和田　修（以下、和田部長）: how the text calls the person.
        let called = from.of(self.source).rfind(['（', '(']).map(|open| Span::new(from.start + open, from.end));
        let called = called.filter(|called| called.of(self.source).trim_start_matches(['（', '(']).starts_with("以下"));
        let from = called.map_or(from, |called| Span::new(from.start, called.start).trim(self.source));
        self.out.marks.extend(called);
        let before = self.out.entries.len();
        if self.seated(from) || self.signed_entry(from) {
            if span.start < from.start {
                self.out.marks.push(Span::new(span.start, from.start).trim(self.source));
            }
            return (true, at + 1);
        }
        let (found, next) = match self.label(from) {
            Some((label, value)) => self.labelled(at, label, value),
            None => self.entries(at, from),
        };
        if self.out.entries.len() > before && span.start < from.start {
            self.out.marks.push(Span::new(span.start, from.start).trim(self.source));
        }
        (found, next)
    }

    /// `副委員長（朝霧町民生児童委員協議会）　石川夏雄　○`: a part in the meeting, whose somebody is in brackets, and the name; behind
    /// it, in a list of who was there and who was away, the sign that tells.
    fn seated(&mut self, from: Span) -> bool {
        let text = from.of(self.source);
        let Some((role, rest)) = text.split_once(['（', '(']) else { return false };
        let Some((body, behind)) = rest.split_once(['）', ')']) else { return false };
        let told = self.group.as_deref().is_some_and(|group| group.contains("出欠"));
        let sign = behind.trim_end().chars().next_back().filter(|sign| told && "○〇◯×✕－―-".contains(*sign));
        let name = behind.trim().trim_end_matches(|c: char| Some(c) == sign).trim_end();
        let start = from.start + text.len() - behind.trim_start().len();
        let plain = |words: &str| normal_form(words, &[Span::new(0, words.len())]);
        let (person, role) = (plain(name), plain(role).replace(is_space, ""));
        // 委員　（座長）黒川　哲: the bracket says more of the part in the meeting.
        let chair = roles::at_end(body).is_some_and(|(at, kind)| at == 0 && kind == Role::Chair);
        let role = if chair && !role.is_empty() { body.to_owned() } else { role };
        let titled =
            roles::at_end(&role).is_some_and(|(at, role)| at == 0 && matches!(role, Role::Chair | Role::Member));
        let whole = person.chars().nth(2).is_some() && is_known_name(&person.replace(is_space, ""));
        if !titled || !whole || body.contains(['（', '(']) || start == from.start {
            return false;
        }
        let label = Span::new(from.start, start + name.len()).trim(self.source);
        let mut entry = self.entry(vec![label], person, Some(role), whose(&plain(body)));
        if let Some(sign) = sign {
            entry.presence = Some(if "○〇◯".contains(sign) { Presence::Present } else { Presence::Absent });
            self.out.marks.push(Span::new(label.end, from.end).trim(self.source));
        }
        self.out.entries.push(entry);
        true
    }

    /// A word before a colon that says whose or what those behind it are: `事務局長：大川誠`, `Ｂ社：鈴木`.
    fn label(&self, from: Span) -> Option<(Span, Span)> {
        let text = from.of(self.source);
        // 会長・・・石黒　正: dots lead from the role to the name.
        let dots = |c: char| matches!(c, '・' | '･' | '…' | '‥');
        let led = || {
            let (word, value) = ["・・", "･･", "…", "‥"].iter().find_map(|dot| text.split_once(dot))?;
            Some((word.trim_end_matches(dots), value.trim_start_matches(dots)))
        };
        let (word, value) = text.split_once(['：', ':']).or_else(led)?;
        let known = is_label(&normal_form(self.source, &[Span::new(from.start, from.start + word.len())]));
        let plain = known && !word.contains(['、', '，', '（', '(', '【', '<', '＜']) && !word.contains(is_digit);
        if !plain || word.chars().count() > 16 || word.trim().is_empty() || value.trim().is_empty() {
            return None;
        }
        let label = Span::new(from.start, from.start + word.len());
        Some((label.trim(self.source), Span::new(from.end - value.len(), from.end).trim(self.source)))
    }

    fn labelled(&mut self, at: usize, label: Span, value: Span) -> (bool, usize) {
        let before = self.out.entries.len();
        let (found, next) = self.entries(at, value);
        // 課長：加本 達朗: behind a label a name needs no list that has it.
        let found = found || self.items(&[value]);
        let word = normal_form(self.source, &[label]);
        // 委員：築地　望: no list of names need have it.
        let plain = normal_form(self.source, &[value]);
        let part = roles::at_end(&word.replace(is_space, "")).is_some_and(|(at, role)| at == 0 && role != Role::Desk);
        let unlisted = !found && part && item::may_be_named(&plain.replace(is_space, ""));
        if unlisted {
            self.out.entries.push(self.entry(vec![value], plain, None, None));
        }
        let found = found || unlisted;
        let own = self.is_group_of_its_own(at, label);
        let titled = roles::at_end(&word.replace(is_space, "")).is_some();
        for entry in &mut self.out.entries[before..] {
            let said = if titled { &mut entry.role } else { &mut entry.organization };
            said.get_or_insert_with(|| roles::closed_up(&word));
            if own {
                entry.group = Some(roles::closed_up(&word));
                entry.presence = entry.presence.filter(|presence| *presence != Presence::Absent);
            }
        }
        if self.out.entries.len() > before {
            self.out.marks.push(Span::new(label.start, value.start).trim(self.source));
        }
        (found, next)
    }

    /// Whether `保健所：高橋` below `欠席者：田中委員` is told of beside those who were away: it stands as far left as 欠席者
    /// itself, and what 欠席者 says was said before.
    fn is_group_of_its_own(&self, at: usize, label: Span) -> bool {
        let line = &self.body[at];
        let first = self.body.get(self.begun + 1).is_some_and(|line| self.label(line.span).is_some());
        let below = self.headed == Some(self.begun) && first;
        let deeper = line.indent > self.body[self.begun].indent;
        let word = normal_form(self.source, &[label]).replace(is_space, "");
        let beside = self.group.as_deref().is_some_and(stands_beside) && roles::at_end(&word).is_none();
        let other = beside || self.presence == Some(Presence::Absent);
        other && line.span.start == label.start && !below && !deeper
    }

    /// `（２）県` below `（１）委員` and its entries: the next group, whatever it is called.
    pub(super) fn counted_on(&self, at: usize) -> Option<Heading> {
        let (sign, last) = self.counted?;
        let line = &self.body[at];
        let text = line.text(self.source);
        let (_, _, end) = count(text).filter(|(own, number, _)| *own == sign && *number == last + 1)?;
        let name = normal_form(self.source, &[Span::new(line.span.start + end, line.span.end)]);
        let plain = (1..=12).contains(&name.chars().count()) && !name.contains(['、', '。', '：', ':', '（', '(']);
        let nobody = item::item(&name, 0..name.len()).is_none() && !name.contains(is_space);
        (plain && nobody).then(|| Heading { list: List::Group, name, marks: vec![line.span], value: None })
    }
}

/// The body of `青波郡医師会理事`; 学識経験者 and 公募委員 are none's.
fn whose(words: &str) -> Option<String> {
    let office = roles::at_end(words).map_or(words.len(), |(at, _)| at);
    let body = words[..office].trim_end();
    (!body.is_empty() && Shape::of(body).is_plain()).then(|| body.to_owned())
}

/// Whether a word before a colon is a role or a body: `事務局長`, `Ｂ社`; 記載者 is a field of its own.
fn is_label(word: &str) -> bool {
    let said = Speaker::of(word);
    let deputy = word.ends_with("代理者");
    let role = said.strength == Strength::Role && said.person.is_none() && (deputy || !word.ends_with('者'));
    let group = !deputy && word.ends_with('者');
    role || said.strength == Strength::Organization && !group || word.ends_with(['社', '所', '会', '校', '院', '園'])
}

/// Whether a word before a colon says who wrote the minutes: `記載者： 鈴木`, `作成者：鈴木`.
fn is_writer(text: &str) -> bool {
    const WORDS: [&str; 5] = ["記載者", "記録者", "作成者", "筆記者", "文責者"];
    text.starts_with(['記', '作', '筆', '文'])
        && WORDS
            .iter()
            .filter_map(|word| text.strip_prefix(word))
            .any(|rest| rest.trim_start().starts_with(['：', ':']))
}

/// How many bytes are a bullet before a role and somebody's name: `○` of `○会長　田中太郎`.
pub(super) fn before_role(text: &str) -> usize {
    let end = text.chars().next().filter(|c| is_bullet(*c)).map_or(0, char::len_utf8);
    let word = text[end..].split(is_space).next().unwrap_or_default();
    let role = word.len() < text.len() - end && roles::at_end(word).is_some_and(|(at, _)| at == 0);
    if role { end } else { 0 }
}

/// How many bytes before an entry are a bullet or a number: `・`, `３　`, `① `, `（１）`.
pub(super) fn before_entry(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    // No.1 石黒　正
    let counter = ["No.", "Ｎｏ．", "NO.", "№", "No"].iter().find_map(|sign| text.strip_prefix(sign));
    if let Some(rest) = counter.map(|rest| rest.trim_start_matches(is_space)).filter(|rest| rest.starts_with(is_digit))
    {
        let behind =
            rest.trim_start_matches(is_digit).trim_start_matches(|c: char| is_space(c) || matches!(c, '.' | '．'));
        return if behind.is_empty() { 0 } else { text.len() - behind.len() };
    }
    let rest = match first {
        c if is_bullet(c) || is_circled(c) => &text[c.len_utf8()..],
        // （１）委員　田中太郎: a number in brackets.
        '（' | '(' => match count(text) {
            Some((_, _, end)) => &text[end..],
            None => return 0,
        },
        c if is_digit(c) => {
            let rest = text.trim_start_matches(is_digit);
            let short = text.len() - rest.len() <= 6;
            let rest = rest.trim_start_matches(['.', '．', ')', '）']);
            // 1 番 上野正: the seat.
            if rest.trim_start_matches(is_space).starts_with('番') {
                return 0;
            }
            if !short || !rest.starts_with(is_space) {
                return 0;
            }
            rest
        }
        _ => return 0,
    };
    let rest = rest.trim_start_matches(is_space);
    if rest.is_empty() { 0 } else { text.len() - rest.len() }
}

/// The sign, the number and the bytes of the label that numbers a line: `（１）委員`, `①委員`, `１．委員`.
pub(super) fn count(text: &str) -> Option<(char, u32, usize)> {
    let first = text.chars().next()?;
    let (sign, end) = match first {
        '（' | '(' => ('（', text.find(['）', ')'])? + text[text.find(['）', ')'])?..].chars().next()?.len_utf8()),
        c if is_circled(c) => ('①', c.len_utf8()),
        c if is_digit(c) => {
            let rest = text.trim_start_matches(is_digit);
            let behind = rest.trim_start_matches(|c: char| is_space(c) || matches!(c, '.' | '．' | '、'));
            (rest.len() > behind.len()).then_some(('1', text.len() - behind.len()))?
        }
        _ => return None,
    };
    let inside = text[..end].trim_matches(|c: char| "（()）.．、".contains(c) || is_space(c));
    let plain = !inside.is_empty() && inside.chars().all(|c| is_digit(c) || is_circled(c));
    Some((sign, number(inside).filter(|_| plain)?, end))
}
