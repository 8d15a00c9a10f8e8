//! Groups that no list's own name stands above: `【委員】`, `３　委員　石黒　正、板垣　豊、…`; and those that only brackets tell.

use super::Reader;
use super::heading::{Heading, stands_beside};
use super::labelled::before_entry;
use crate::attendees::{Facts, grid, item, remark};
use crate::lexicon::roles;
use crate::line::Line;
use crate::rules::attendees::{GROUPS, LISTS, List};
use crate::rules::{is_bullet, is_digit};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::attendance;
use crate::values::person_name::{is_known_name, key};

impl Reader<'_> {
    /// `【委員】` or `３　委員` that no 出席者 stands above, where what is below or behind plainly names persons.
    pub(super) fn group_alone(&self, at: usize) -> Option<Heading> {
        let line = &self.body[at];
        let text = line.text(self.source);
        let bracketed = line.first(self.source).is_some_and(|c| "【〔＜<《〈［[".contains(c)) && line.width <= 40;
        let members = || {
            let bare = text
                .trim_start_matches(|c: char| is_digit(c) || is_bullet(c) || is_space(c) || "．.（）()".contains(c));
            bare.starts_with('委') && !text.contains('。')
        };
        if !bracketed && !members() {
            return None;
        }
        let (_, caught) = GROUPS.decide(text)?;
        let name = caught.text("name").replace(is_space, "");
        let value = caught.name("value").map(|value| value.range());
        let start = value.as_ref().map_or(text.len(), |value| value.start);
        let sure = match &value {
            Some(_) if bracketed || name != "委員" => false,
            Some(value) => {
                let said = self.plain(Span::new(line.span.start + value.start, line.span.end));
                names_several(&said) || attendance::count(&said).is_some() && self.names_members(at + 1, true)
            }
            None => self.names_members(at + 1, name == "委員"),
        };
        let place = |from: usize, to: usize| Span::new(line.span.start + from, line.span.start + to).trim(self.source);
        sure.then(|| Heading {
            list: List::Members,
            name,
            marks: vec![place(0, start)],
            value: value.map(|value| place(value.start, value.end)),
        })
    }

    /// `（参` above `加者）石黒　正、…`: a list's name in brackets that a line end tears.
    pub(super) fn torn_label(&self, at: usize) -> Option<Heading> {
        let (line, next) = (&self.body[at], self.body.get(at + 1)?);
        let open = line.first(self.source).filter(|c| "（(【＜<〈［〔".contains(*c) && line.width <= 12)?;
        let (text, below) = (line.text(self.source), next.text(self.source));
        let close = below.find(['）', ')', '】', '＞', '>', '〉', '］', '〕']).filter(|close| *close <= 18)?;
        let end = close + below[close..].chars().next()?.len_utf8();
        let whole = format!("{text}{}", &below[..end]);
        let closed = text.contains(['）', ')', '】', '＞', '>', '〉', '］', '〕']) || below[..close].contains(open);
        let heads = || LISTS.decide(&whole).or_else(|| self.open.and_then(|_| GROUPS.decide(&whole)));
        let (rule, caught) = (!closed).then(heads).flatten()?;
        let behind = Span::new(next.span.start + end, next.span.end).trim(self.source);
        Some(Heading {
            list: rule.kind,
            name: caught.text("name").replace(is_space, ""),
            marks: vec![line.span, Span::new(next.span.start, next.span.start + end)],
            value: Some(behind).filter(|behind| !behind.is_empty()),
        })
    }

    /// `（環境庁）鎗沢次官` below `（委員）石黒　正`: the next group, whatever it is called, unless it is the person's part.
    pub(super) fn bracket_led(&self, at: usize) -> Option<Heading> {
        const ENDS: [char; 15] =
            ['庁', '省', '局', '部', '課', '室', '市', '町', '村', '県', '区', '会', '所', '側', '院'];
        let line = &self.body[at];
        let before = &self.body[self.begun];
        let open = line.first(self.source).filter(|c| "（(【＜<〈［〔".contains(*c))?;
        let led = self.headed != Some(self.begun) && before.first(self.source) == Some(open) && self.begun < at;
        if !led || !self.out.listed[at - 1] {
            return None;
        }
        let text = line.text(self.source);
        let close = text.find(['）', ')', '】', '＞', '>', '〉', '］', '〕'])?;
        let end = close + text[close..].chars().next()?.len_utf8();
        let name =
            self.plain(Span::new(line.span.start + open.len_utf8(), line.span.start + close)).replace(is_space, "");
        let group = stands_beside(&name) || name.ends_with(ENDS) && roles::at_end(&name).is_none();
        let value = Span::new(line.span.start + end, line.span.end).trim(self.source);
        let short = (2..=12).contains(&name.chars().count()) && !roles::is_heading(&name);
        (group && short && !value.is_empty()).then(|| Heading {
            list: List::Group,
            name,
            marks: vec![Span::new(line.span.start, line.span.start + end)],
            value: Some(value),
        })
    }

    /// Whether the two lines from `at` on plainly name persons.
    fn names_members(&self, at: usize, members: bool) -> bool {
        let named = |line: &Line| self.names_officer(line) || members && self.names_member(line);
        self.body.get(at..at + 2).is_some_and(|below| below.iter().all(named))
    }

    /// `会長　矢代　正`: a role and a known name, and no more.
    fn names_officer(&self, line: &Line) -> bool {
        let text = line.text(self.source);
        let short = line.width <= 80 && !text.contains(['。', '、', '：', ':']);
        short
            && grid::entries(text)
                .first()
                .is_some_and(|(_, facts)| facts.role.is_some() && is_known_name(&text[facts.person.clone()]))
    }

    /// `石黒　正（医師会）`: a line that names one person by a whole name or with a part in the meeting, and no more.
    fn names_member(&self, line: &Line) -> bool {
        let text = line.text(self.source);
        let own = &text[before_entry(text)..];
        let own = remark::at_end(own).map_or(own, |remark| &own[..remark.at]);
        let bare = own.split(['（', '(']).next().unwrap_or_default();
        let short = line.width <= 100 && !own.contains(['。', '、']) && !bare.contains(['：', ':']);
        short && matches!(self.entries_apart(own).as_slice(), [(_, facts)] if is_sure(own, facts))
    }

    fn plain(&self, span: Span) -> String {
        normal_form(self.source, &[span])
    }
}

/// Whether 、 divides three persons or more, and nothing else.
fn names_several(text: &str) -> bool {
    let parts = || text.split(['、', '，', ',']).map(str::trim).filter(|part| !part.is_empty());
    let person = |part: &str| item::item(part, 0..part.len()).is_some_and(|facts| is_sure(part, &facts));
    // The last one may go on in the next line.
    let count = parts().count();
    count >= 3 && parts().take(count - 1).all(person)
}

fn is_sure(text: &str, facts: &Facts) -> bool {
    let name = &text[facts.person.clone()];
    is_known_name(name) && (key(name).chars().nth(2).is_some() || facts.role.is_some() || name.contains(is_space))
}
