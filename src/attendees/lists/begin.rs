//! A heading begins a list, or a group within one: who stands below it was there, was away, or only watched.

use super::heading::{Heading, stands_beside};
use super::labelled::{self, before_role};
use super::{Reader, Start};
use crate::attendees::{Stated, item};
use crate::lexicon::roles;
use crate::model::Presence;
use crate::rules::attendees::List;
use crate::rules::is_digit;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::attendance;

impl Reader<'_> {
    /// Begins the list or the group of a heading; gives the next line to look at.
    pub(super) fn begin(&mut self, at: usize, heading: Heading) -> usize {
        let around = self.around(at, &heading);
        self.begin_within(at, heading, around)
    }

    /// What holds for a group that says nothing of it: what its list says, or 欠席者 right above it.
    fn around(&mut self, at: usize, heading: &Heading) -> Option<Presence> {
        let open = self.open.as_mut()?;
        // 欠席説明員（０名）⏎区議会事務局: nobody was away, least of all these.
        let group = matches!(heading.list, List::Group | List::Members) && !stands_beside(&heading.name);
        // 欠席者⏎■委員⏎…: the groups below are of that list, though another stood open.
        if group && self.presence == Some(Presence::Absent) && at > 0 && self.headed == Some(at - 1) {
            open.presence = self.presence;
        }
        open.presence
    }

    /// Begins a list or a group; `around` is what holds for those below a heading that does not say it.
    pub(super) fn begin_within(&mut self, at: usize, heading: Heading, around: Option<Presence>) -> usize {
        let presence = match heading.list {
            List::Present => Some(Presence::Present),
            List::Absent => Some(Presence::Absent),
            List::Proxy => Some(Presence::Proxy),
            List::Observer => Some(Presence::Observer),
            // 構成員 within 出席者: they were there.
            // 事務局 below 欠席委員: they are no members, and nobody says that they were away.
            List::Group if around == Some(Presence::Absent) && stands_beside(&heading.name) => None,
            List::Members | List::Group => around,
        };
        let inside = self.open.is_some();
        self.nobody = false;
        if heading.list == List::Group {
            let mark = heading.marks.first().map_or("", |mark| mark.of(self.source));
            self.counted = labelled::count(mark).map(|(sign, number, _)| (sign, number));
        }
        let first = |span: Option<&Span>| span.and_then(|span| span.of(self.source).chars().next());
        let alike = |line: usize| first(heading.marks.first()).zip(self.body[line].first(self.source));
        let sign = |c: char| is_digit(c) || matches!(c, '○' | '〇' | '◯' | '◎' | '■' | '◆' | '●');
        let numbered = self
            .open
            .and_then(|open| alike(open.line))
            .is_some_and(|(own, first)| sign(own) && (own == first || is_digit(own) && is_digit(first)));
        let own = match heading.list {
            // ４　欠席者 below ３　出席者 is a list of its own, for the groups in it too.
            List::Observer | List::Absent | List::Proxy if inside && numbered => {
                if let Some(open) = &mut self.open {
                    open.presence = presence;
                }
                presence
            }
            List::Group | List::Observer | List::Absent | List::Proxy if inside => {
                self.open.and_then(|open| open.presence)
            }
            _ => presence,
        };
        self.pass_over();
        let (entries, marks, stated) = (self.out.entries.len(), self.out.marks.len(), self.out.stated.len());
        let members = heading.list == List::Members;
        let start =
            self.open.get_or_insert(Start { line: at, entries, marks, stated, presence: own, members, idle: 0 });
        start.idle = 0;
        if matches!(heading.list, List::Present | List::Members) {
            start.presence = presence;
        }
        self.presence = presence;
        self.within = None;
        self.begun = at;
        self.heads = entries;
        self.columns.clear();
        self.signed = heading.name.contains("出欠");
        self.group = Some(heading.name).filter(|name| name != "出席者");
        self.out.marks.extend(&heading.marks);
        self.out.listed[at] = true;
        let Some(value) = heading.value else {
            self.headed = Some(at);
            return at + 1;
        };
        // ■出席者　【委員】坂口委員長、…: a group opens right behind the list's own name.
        let bracketed = value.of(self.source).starts_with(['【', '＜', '<', '〈', '［', '[', '〔']);
        // 欠席者　出席者：…: the first word is the form's own, 出席者及び欠席者 on two lines.
        let heads = |list: List| matches!(list, List::Group | List::Present | List::Absent);
        if let Some(group) = self.heading_within(at, value)
            && (bracketed || group.name.ends_with("号委員") || heads(group.list) && group.has_colon(self.source))
            && group.value.is_none_or(|inner| inner.start > value.start)
        {
            return self.begin_within(at, group, presence);
        }
        // 委員の出欠　出席者 ○　欠席者 －: what the signs behind the names mean.
        if explains_signs(value.of(self.source)) {
            self.out.marks.push(value);
            return at + 1;
        }
        let marks = self.out.marks.len();
        // 出席者　○会長　田中太郎: the sign before the first entry.
        let sign = before_role(value.of(self.source));
        self.out.marks.extend((sign > 0).then(|| Span::new(value.start, value.start + sign)));
        let (found, next) = self.entries(at, Span::new(value.start + sign, value.end));
        let found = found || self.unlisted(Span::new(value.start + sign, value.end));
        if !found {
            self.out.marks.truncate(marks);
        }
        // 欠席委員　なし; 出席者：別紙名簿のとおり, where the next line may begin a list.
        if !found && attendance::is_stated(&normal_form(self.source, &[value])) {
            let group = self.group.clone().unwrap_or_else(|| "出席者".to_owned());
            let within = inside && heading.list == List::Group;
            self.out.stated.push(Stated { group, value, within });
            self.nobody = attendance::count(&normal_form(self.source, &[value])) == Some(0);
        }
        (at..next).for_each(|own| self.out.listed[own] = true);
        next
    }
}

impl Reader<'_> {
    /// `委員：築地　望`: behind a part in the meeting and a colon stands a name, though no list of names has it.
    fn unlisted(&mut self, value: Span) -> bool {
        let name = normal_form(self.source, &[value]);
        let part = self.group.as_deref().and_then(roles::at_end);
        let part = part.is_some_and(|(at, role)| at == 0 && matches!(role, roles::Role::Chair | roles::Role::Member));
        let named = part && item::may_be_named(&name.replace(is_space, "")) && name.chars().nth(2).is_some();
        if named {
            self.out.entries.push(self.entry(vec![value], name, None, None));
        }
        named
    }
}

/// `出席者 ○　欠席者 －`, `○：出席　×：欠席`: no names, but what a sign says of one.
fn explains_signs(text: &str) -> bool {
    let words = text.contains("出席") && text.contains("欠席") && text.chars().nth(24).is_none();
    words && text.contains(['○', '〇', '◯', '●']) && text.contains(['－', '―', '×', '✕', '-', '△', '欠'])
}
