//! Which lines are attendee lists, and what stands in them.

use std::ops::Range;

use crate::attendees::{Attendees, Entry, Facts, grid, item};
use crate::fold::with_plain_ideographs;
use crate::lexicon::roles;
use crate::line::Line;
use crate::model::Presence;
use crate::rules::attendees::{GROUPS, LISTS, List};
use crate::rules::head::{FIELDS, Field};
use crate::span::{Span, is_space};
use crate::text::{Text, normal_form};
use crate::verbatim::speaker::{Speaker, Strength};

/// How far into a document a list may begin, in lines.
const FAR: usize = 600;

/// Finds the lists and reads their entries.
pub(crate) fn attendees(body: &[Line], source: &str) -> Attendees {
    let mut reader = Reader { body, source, out: Attendees::default(), group: None, presence: None, open: None };
    reader.out.listed = vec![false; body.len()];
    let mut at = 0;
    while at < body.len().min(FAR) {
        at = reader.line(at);
    }
    reader.close();
    if reader.out.entries.is_empty() {
        return Attendees { listed: vec![false; body.len()], ..Attendees::default() };
    }
    reader.out
}

struct Reader<'b> {
    body: &'b [Line],
    source: &'b str,
    out: Attendees,
    group: Option<String>,
    presence: Option<Presence>,
    /// The first line of the open list, how many entries and marks there were before it, and where it stands open.
    open: Option<Start>,
}

/// Where an open list began.
#[derive(Clone, Copy)]
struct Start {
    line: usize,
    entries: usize,
    marks: usize,
    /// The presence that the list's own heading states.
    presence: Option<Presence>,
    /// How many lines since gave no entry.
    idle: usize,
}

/// The heading of a list as a line states it.
struct Heading {
    list: List,
    name: String,
    marks: Vec<Span>,
    value: Option<Span>,
}

impl Reader<'_> {
    /// Reads a line; gives the next one to read.
    fn line(&mut self, at: usize) -> usize {
        let line = &self.body[at];
        if let Some(heading) = self.heading(line) {
            return self.begin(at, heading);
        }
        if is_courtesy(line.text(self.source)) {
            self.out.marks.push(line.span);
            self.out.listed[at] = true;
            return at + 1;
        }
        if self.open.is_none() {
            return at + 1;
        }
        if self.is_other_field(line) || line.text(self.source).contains('。') {
            self.close();
            return at + 1;
        }
        let (found, next) = self.entries(at, line.span);
        if let Some(open) = &mut self.open {
            open.idle = if found { 0 } else { open.idle + (next - at) };
        }
        let prose = line.width > 80 || self.open.is_some_and(|open| open.idle > 2);
        if !found && (prose || !self.may_belong(line)) {
            self.close();
            return at + 1;
        }
        (at..next).for_each(|own| self.out.listed[own] = found);
        next
    }

    fn begin(&mut self, at: usize, heading: Heading) -> usize {
        let presence = match heading.list {
            List::Present => Some(Presence::Present),
            List::Absent => Some(Presence::Absent),
            List::Proxy => Some(Presence::Proxy),
            List::Observer => Some(Presence::Observer),
            // 構成員 within 出席者: they were there.
            List::Members | List::Group => self.open.and_then(|open| open.presence),
        };
        let inside = self.open.is_some();
        let own = match heading.list {
            List::Group | List::Observer | List::Absent | List::Proxy if inside => {
                self.open.and_then(|open| open.presence)
            }
            _ => presence,
        };
        let (entries, marks) = (self.out.entries.len(), self.out.marks.len());
        let start = self.open.get_or_insert(Start { line: at, entries, marks, presence: own, idle: 0 });
        start.idle = 0;
        if matches!(heading.list, List::Present | List::Members) {
            start.presence = presence;
        }
        self.presence = presence;
        self.group = Some(heading.name).filter(|name| name != "出席者");
        self.out.marks.extend(&heading.marks);
        self.out.listed[at] = true;
        let Some(value) = heading.value else { return at + 1 };
        // ■出席者　【委員】坂口委員長、…: a group opens right behind the list's own name.
        if value.of(self.source).starts_with(['【', '＜', '<', '〈', '［', '[', '〔'])
            && let Some(group) = self.heading(&Line { span: value, ..self.body[at] })
            && group.value.is_none_or(|inner| inner.start > value.start)
        {
            return self.begin(at, group);
        }
        let (found, next) = self.entries(at, value);
        if !found {
            let start = self.open.map_or(at, |open| open.line);
            if start == at {
                // 出席者：別紙名簿のとおり: no list follows on this line; the next one may begin it.
                self.out.listed[at] = true;
            }
        }
        (at..next).for_each(|own| self.out.listed[own] = true);
        next
    }

    /// Ends the open list; one without any entry was none.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.group = None;
        self.presence = None;
        if self.out.entries.len() == open.entries {
            self.out.marks.truncate(open.marks);
            self.out.listed[open.line..].fill(false);
        }
    }

    fn heading(&self, line: &Line) -> Option<Heading> {
        let text = with_plain_ideographs(line.text(self.source));
        let in_list = || self.open.and_then(|_| GROUPS.decide(&text));
        let (rule, caught) = LISTS.decide(&text).or_else(in_list)?;
        let named = caught.name("name").map_or("", |name| name.as_str());
        let brackets = ['（', '(', '【', '〔', '［', '[', '＜', '<', '〈', '《'];
        let bracketed = caught.name("mark").is_some_and(|mark| mark.as_str().contains(brackets));
        if rule.kind == List::Group && !bracketed && Speaker::of(named).person.is_some() {
            return None;
        }
        // 委員　檜山光一: the word is the person's role; 事務局　係長 滝沢: it heads those beside it.
        let desk = roles::at_end(named).is_some_and(|(at, role)| at == 0 && role == roles::Role::Desk);
        let close = caught.text("close");
        let apart = !close.trim().is_empty() || desk && !close.is_empty();
        if rule.kind == List::Group && caught.name("glued").is_some() && !apart {
            return None;
        }
        // (部会長)馬嶋順子: the bracket is the person's.
        let titled = roles::at_end(named).is_some_and(|(at, role)| at == 0 && role == roles::Role::Chair);
        if rule.kind == List::Group && bracketed && titled && caught.name("glued").is_some() {
            return None;
        }
        // 参加機関が多すぎて… is a sentence: nothing divides it from the word that would head a list.
        let glued = |value: crate::rules::Part| value.start() == name_end(&caught) && value.start() > 0;
        if rule.kind != List::Group && caught.name("value").is_some_and(glued) {
            return None;
        }
        let span = |range: Range<usize>| {
            Span::new(line.span.start + range.start, line.span.start + range.end).trim(self.source)
        };
        let name = caught.name("name")?;
        let value = caught.name("value").map(|value| span(value.range())).filter(|span| !span.is_empty());
        let whole = span(0..caught.name("value").map_or(text.len(), |value| value.start()));
        let words = normal_form(self.source, &[span(name.range())]);
        Some(Heading {
            list: rule.kind,
            name: words.chars().filter(|c| !is_space(*c)).collect(),
            marks: vec![whole],
            value,
        })
    }

    /// A field of the head other than a list ends the list.
    fn is_other_field(&self, line: &Line) -> bool {
        let text = with_plain_ideographs(line.text(self.source));
        FIELDS.rule(&text).is_some_and(|rule| match rule.kind {
            Field::Date | Field::Time | Field::Place | Field::Agenda | Field::Next | Field::Name => true,
            Field::Attendees | Field::Unnamed => false,
        })
    }

    /// Whether a line that names nobody may stand in a list: a further role of the person above, a count.
    fn may_belong(&self, line: &Line) -> bool {
        let text = normal_form(self.source, &[line.span]);
        let said = Speaker::of(&text);
        let counted = text.starts_with(['（', '(']) || text.ends_with(['名', '人']) || text.contains("敬称略");
        said.strength == Strength::Role || counted && text.chars().count() <= 20
    }

    /// Reads the entries from a place in line `at` on; gives whether there are any and the next line to read.
    fn entries(&mut self, at: usize, from: Span) -> (bool, usize) {
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

    /// A group that an extractor has put on the line of the one before: `…、河井文 <事務局>田中副市長、…`.
    fn inner_group(&self, at: usize, from: Span) -> Option<(Span, Heading)> {
        let text = from.of(self.source);
        let inside = |place: &usize| *place > 0 && text[*place..].contains(['>', '＞', '】', '〉']);
        let mut places = text.match_indices(['<', '＜', '【', '〈']).map(|(place, _)| place).filter(inside);
        places.find_map(|place| {
            let rest = Span::new(from.start + place, from.end);
            let heading = self.heading(&Line { span: rest, ..self.body[at] })?;
            Some((Span::new(from.start, rest.start).trim(self.source), heading))
        })
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

    fn items(&mut self, spans: &[Span]) -> bool {
        let text = Text::of(self.source, spans);
        let whole = text.as_str();
        let parts: Vec<Range<usize>> =
            split(whole).into_iter().flat_map(|part| item::colleagues(whole, part)).collect();
        // 平栗主任（事務局）（計６名）: the count is of the whole list.
        let last = parts.last().cloned().unwrap_or(0..0);
        let counted = item::trimmed(whole, item::without_count(whole, last.clone()));
        let mut parts = parts;
        if let Some(part) = parts.last_mut().filter(|_| !counted.is_empty()) {
            *part = counted.clone();
        }
        let mut read: Vec<Option<Facts>> = parts.iter().map(|part| item::item(whole, part.clone())).collect();
        item::align(whole, &parts, &mut read);
        item::fill(whole, &parts, &mut read);
        item::fill_names(whole, &parts, &mut read);
        item::tell_apart(whole, &parts, &mut read);
        let before = self.out.entries.len();
        let (mut role, mut organization): (Option<String>, Option<String>) = (None, None);
        for (part, facts) in parts.iter().zip(read) {
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
    }

    fn grid(&mut self, from: Span) -> bool {
        if self.belongs_above(from) {
            return true;
        }
        let line = with_plain_ideographs(from.of(self.source));
        let bare = line.trim_matches(['（', '）', '(', ')']);
        let shift = line.find(bare).unwrap_or(0);
        let wrapped = shift > 0 && bare.starts_with("代理");
        let (line, base) = if wrapped { (bare, from.start + shift) } else { (&*line, from.start) };
        let mut found =
            if line.ends_with(['）', ')']) || !line.contains(is_space) || line.is_ascii() || line.contains(['–', '—'])
            {
                grid::single(line).into_iter().collect()
            } else {
                grid::entries(line)
            };
        if found.is_empty() {
            found = grid::entries(line);
        }
        for (whole, facts) in &found {
            let place = |range: &Range<usize>| Span::new(base + range.start, base + range.end).trim(self.source);
            let word =
                |range: &Option<Range<usize>>| range.as_ref().map(|range| normal_form(self.source, &[place(range)]));
            let label = if wrapped { vec![from] } else { vec![place(whole)] };
            let mut entry = self.entry(
                label,
                normal_form(self.source, &[place(&facts.person)]),
                word(&facts.role),
                word(&facts.organization),
            );
            if facts.proxy {
                entry.presence = Some(Presence::Proxy);
                if wrapped && let Some(absent) = self.out.entries.pop() {
                    entry.label.splice(0..0, absent.label);
                }
            }
            self.out.entries.push(entry);
        }
        !found.is_empty()
    }

    /// `(厚木医師会 会長)` alone on its line says what the person above is.
    fn belongs_above(&mut self, from: Span) -> bool {
        let text = normal_form(self.source, &[from]);
        let inner = text.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
        let Some(inner) = inner.filter(|inner| !inner.starts_with("代理")) else { return false };
        let first = self.open.map_or(0, |open| open.entries);
        let Some(last) = self.out.entries.get_mut(first..).and_then(<[Entry]>::last_mut) else { return false };
        let Some((organization, role)) = inner.rsplit_once(is_space) else { return false };
        if last.organization.is_some() || roles::at_end(role).is_none() {
            return false;
        }
        last.organization = Some(organization.trim().to_owned());
        last.role.get_or_insert_with(|| role.to_owned());
        last.label.push(from);
        true
    }

    fn entry(&self, label: Vec<Span>, person: String, role: Option<String>, organization: Option<String>) -> Entry {
        let role = role.map(|role| roles::closed_up(&role));
        Entry { label, person, role, organization, group: self.group.clone(), presence: self.presence }
    }
}

/// `（以下敬称略）`, `（敬称略・順不同）`: what is said of a list as a whole.
fn is_courtesy(text: &str) -> bool {
    text.len() <= 60 && text.contains("敬称略") && text.starts_with(['（', '(', '※', '敬', '以'])
}

/// Whether 、 divides the entries.
fn is_list(text: &str) -> bool {
    text.contains(['、', '，']) || text.contains(',') && !text.is_ascii()
}

/// The items of a list, divided at every 、 that stands in no bracket.
fn split(text: &str) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' if depth == 0 => {
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

/// The byte behind a list's name.
fn name_end(caught: &crate::rules::Caught) -> usize {
    caught.name("name").map_or(0, |name| name.end())
}
