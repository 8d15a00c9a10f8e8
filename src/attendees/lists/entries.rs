//! The lines of one list: where it ends, and by what its entries are parted.

use super::Reader;
use super::bodies::is_torn_body;
use crate::attendees::{Entry, bracket, dotted, item, together};
use crate::lexicon::roles;
use crate::rules::is_digit;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::person_name;
use crate::verbatim::speaker::{Speaker, Strength};

/// What divides the items of a list.
const COMMAS: [char; 5] = ['、', '､', '，', ',', '／'];

/// A line without the number at its beginning: `欠席者委員　…` of `４　欠席者委員　…`.
pub(super) fn unnumbered(text: &str) -> &str {
    text.trim_start_matches(|c: char| is_digit(c) || is_space(c) || c == '.')
}

/// What divides groups on one line, with the white space around it.
pub(super) const DIVIDERS: [char; 8] = ['、', '，', '／', '/', '；', ';', ' ', '\u{3000}'];

impl Reader<'_> {
    /// Reads the entries from a place in line `at` on; gives whether there are any and the next line to read.
    pub(super) fn entries(&mut self, at: usize, from: Span) -> (bool, usize) {
        if let Some((before, heading)) = self.inner_group(at, from) {
            let bare = before.of(self.source).trim_end_matches(DIVIDERS).len();
            let divider = Span::new(before.start + bare, before.end).trim(self.source);
            self.entries_of(&[Span::new(before.start, divider.start).trim(self.source)]);
            self.out.marks.extend((!divider.is_empty()).then_some(divider));
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
            [one] if together::are_titled(one.of(self.source)) => self.items(spans),
            [one] if !is_list(one.of(self.source)) && !dotted::is_dotted(one.of(self.source)) => {
                self.grid(*one) || one.of(self.source).contains(['：', ':']) && self.items(spans)
            }
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
            let broken = open || text.ends_with(['、', '､', ',', '，', '・', '･', '／']);
            let near = line.gap <= self.gap;
            // …、黒部委員 and 【病院】院長、…: a group begins.
            let opens = line.first(self.source).is_some_and(|c| "【〔［＜〈<[".contains(c));
            let full = near && !opens && is_list(line.text(self.source)) && self.body[next - 1].width >= 60;
            let full = full && !self.are_two(last, line.span);
            let torn = near && !opens && self.is_torn(last, line.span);
            let heads =
                !torn && self.heading(line).is_some() || unnumbered(line.text(self.source)).starts_with("欠席者");
            if !(broken || full || torn) || heads || line.text(self.source).contains('。') {
                break;
            }
            last = line.span;
            next += 1;
        }
        next
    }

    /// Whether the line end parts two items, though no 、 says so: `…、大野委員` and `桜井委員、…`.
    fn are_two(&self, before: Span, next: Span) -> bool {
        let (before, next) = (normal_form(self.source, &[before]), normal_form(self.source, &[next]));
        let (head, tail) = (before.rsplit(COMMAS).next().unwrap_or_default(), next.split(COMMAS).next());
        let (head, tail) = (head.trim(), tail.unwrap_or_default().trim());
        let facts = item::item(head, 0..head.len()).filter(|facts| facts.role.is_some());
        let whole = facts
            .is_some_and(|facts| facts.role.is_some_and(|role| role.end == head.len()) || head.ends_with(['）', ')']));
        whole && (item::item(tail, 0..tail.len()).is_some() || Speaker::of(tail).strength == Strength::Organization)
    }

    /// Whether the line end is within an item: `…、伊達委員、小鹿委` and `員` below.
    fn is_torn(&self, before: Span, next: Span) -> bool {
        let (before, next) = (normal_form(self.source, &[before]), normal_form(self.source, &[next]));
        let head = before.rsplit(COMMAS).next().unwrap_or_default();
        let tail = next.split(COMMAS).next().unwrap_or_default();
        if is_list(&before) && is_torn_body(head, tail) {
            return true;
        }
        let whole = format!("{head}{tail}");
        let titled = |text: &str| item::item(text, 0..text.len()).filter(|facts| facts.role.is_some());
        // 会長 山田 and 委員 佐藤 on lines of their own are two.
        let complete = titled(head).is_some() && head.contains(is_space);
        // …、目黒 and 委員 below: the others of the list have their roles behind their names.
        let others = || before.split(COMMAS).take(2).all(|other| titled(other.trim()).is_some());
        let role = titled(&whole).and_then(|facts| facts.role).filter(|role| role.end > head.len());
        // 若林委員 above 傍聴者: who has a role needs none from the next line.
        let torn = |start: usize| start < head.len() || start == head.len() && titled(head).is_none() && others();
        // …、酒 and 井委員、…: the others have roles, so what has none goes on.
        let cut = titled(tail.trim()).is_none() || titled(head.trim()).is_none() && !head.trim().is_empty() && others();
        is_list(&before) && !complete && cut && role.is_some_and(|role| torn(role.start))
    }

    pub(super) fn entry(
        &self,
        label: Vec<Span>,
        person: String,
        role: Option<String>,
        organization: Option<String>,
    ) -> Entry {
        let role = role.map(|role| roles::closed_up(&role));
        // 公募による市民 is what somebody is, not whose.
        let (role, organization) = match organization {
            Some(word) if role.is_none() && word.contains("公募") => (Some(word), None),
            organization => (role, organization),
        };
        // （青木町）⏎小林太郎: the body above is theirs as far as they state none.
        // 青木春一　○: a sign is nobody's body.
        let organization = organization.filter(|name| name.contains(char::is_alphanumeric));
        let organization = organization.map(bracket::without_remark).or_else(|| self.within.clone());
        let person = Some(person_name::closed_up(&person));
        let presence = bracket::presence(&normal_form(self.source, &label)).or(self.presence);
        Entry { label, person, role, organization, group: self.group.clone(), presence }
    }
}

/// Whether 、 divides the entries.
fn is_list(text: &str) -> bool {
    text.contains(['、', '､', '，', '／']) || text.contains(',') && !text.is_ascii()
}
