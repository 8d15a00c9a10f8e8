//! The lines of one list: where it ends, and by what its entries are parted.

use super::Reader;
use super::bodies::is_torn_body;
use crate::attendees::{Entry, dotted, item, offices, remark, together};
use crate::lexicon::groups::{self, Group};
use crate::lexicon::roles::{self, Role};
use crate::link::shape::Shape;
use crate::model::Presence;
use crate::rules::attendees::List;
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
            let wide = self.body[next - 1].width >= 50;
            let torn = near && !opens && (self.is_torn(last, line.span) || wide && self.is_torn_name(last, line.span));
            // …、係長　萩原 above 欠席　羽田委員: a list's own name is no rest of an item.
            let heads = self.heading(line).is_some_and(|heading| !torn || heading.list != List::Group)
                || unnumbered(line.text(self.source)).starts_with("欠席者");
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
        // …、竹下副会長 and 青波市商工会　前川会頭、…: a body begins the line below.
        let (first, rest) = tail.split_once(is_space).unwrap_or((tail, ""));
        if !rest.is_empty() && Shape::of(first).is_plain() && !roles::is_surname(first) {
            return true;
        }
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
        // …、委員 above 土肥　久美子、…: whose part it is stands below.
        let part = roles::at_end(head.trim()).is_some_and(|(at, role)| at == 0 && role != Role::Desk);
        if part && is_list(&before) && item::item(tail, 0..tail.len()).is_some_and(|facts| facts.role.is_none()) {
            return true;
        }
        let whole = format!("{head}{tail}");
        let titled = |text: &str| {
            let facts = item::item(text, 0..text.len()).or_else(|| offices::of_section(text));
            facts.filter(|facts| facts.role.is_some())
        };
        // 会長 山田 and 委員 佐藤 on lines of their own are two.
        let complete = titled(head).is_some() && head.contains(is_space);
        // …、目黒 and 委員 below: the others of the list have their roles behind their names.
        let others = || before.split(COMMAS).take(2).all(|other| titled(other.trim()).is_some());
        let facts = titled(&whole);
        // …、奥 above 村総務課係長: the name itself is torn.
        let name = facts.as_ref().map_or(0..0, |facts| facts.person.clone());
        let name = name.start < head.len() && head.len() < name.end && item::item(head, 0..head.len()).is_none();
        let role = facts.and_then(|facts| facts.role).filter(|role| role.end > head.len());
        // 若林委員 above 傍聴者: who has a role needs none from the next line.
        let torn =
            |start: usize| start < head.len() || (name || start == head.len()) && titled(head).is_none() && others();
        // …、酒 and 井委員、…: the others have roles, so what has none goes on.
        let cut = titled(tail.trim()).is_none() || titled(head.trim()).is_none() && !head.trim().is_empty() && others();
        is_list(&before) && !complete && cut && role.is_some_and(|role| torn(role.start))
    }

    /// Whether the line end is within a name: `…、柳　紀子、深` and `沢　麻衣` below, where the others are whole names.
    fn is_torn_name(&self, before: Span, next: Span) -> bool {
        let (before, next) = (normal_form(self.source, &[before]), normal_form(self.source, &[next]));
        let person = |text: &str| {
            let name = item::item(text, 0..text.len()).map(|facts| person_name::key(&text[facts.person]));
            name.filter(|name| person_name::is_known_name(name)).unwrap_or_default()
        };
        let whole = |name: &str| name.chars().nth(2).is_some() && !roles::is_surname(name);
        let (rest, head) = before.rsplit_once(COMMAS).unwrap_or(("", ""));
        let others = || rest.split(COMMAS).filter(|other| whole(&person(other.trim()))).count();
        let tail = next.split(COMMAS).next().unwrap_or_default();
        let (head, tail) = (head.trim(), tail.trim());
        if head.is_empty() || tail.is_empty() || others() < 1 {
            return false;
        }
        let (one, other) = (person(head), person(tail));
        let joined = person(&format!("{head}{tail}"));
        let parted = !one.is_empty() && whole(&other)
            || whole(&one) && roles::is_surname(&other) && tail.chars().nth(1).is_some();
        !parted && whole(&joined) && joined.chars().nth(7).is_none()
    }

    pub(super) fn entry(
        &self,
        label: Vec<Span>,
        person: String,
        role: Option<String>,
        organization: Option<String>,
    ) -> Entry {
        // 関係団体　梅津　光雄: for whom somebody sits there is no part of the name.
        let (person, standing) = match person.split_once(is_space) {
            Some((first, rest)) if groups::of(first) == Some(Group::Generic) && !roles::is_surname(first) => {
                (rest.trim_start().to_owned(), Some(first.to_owned()))
            }
            _ => (person, None),
        };
        let role = role.or(standing).map(|role| roles::closed_up(&role));
        // （学識経験者）: the bracket is none of the word's.
        let role =
            role.map(|role| match role.strip_prefix(['（', '(']).and_then(|role| role.strip_suffix(['）', ')'])) {
                Some(inside) if !inside.contains(['（', '(']) => inside.trim().to_owned(),
                _ => role,
            });
        // 公募による市民 is what somebody is, not whose.
        let (role, organization) = match organization {
            Some(word) if is_standing(&word) => (role.or(Some(word)), None),
            organization => (role, organization),
        };
        // （青木町）⏎小林太郎: the body above is theirs as far as they state none.
        // 青木春一　○: a sign is nobody's body.
        let organization = organization.filter(|name| name.contains(char::is_alphanumeric));
        let organization = organization.map(remark::without_remark).or_else(|| self.within.clone());
        // 二番 or 議席番号２番 is where somebody sits, and neither a role nor a body.
        let (organization, seated) = part_seat(organization);
        let (role, seat) = part_seat(role);
        let seat = seat.or(seated);
        let person = Some(person_name::closed_up(&person));
        // 遠藤委員代理　江川　勝: for whom somebody came is no part in the meeting.
        let deputy = role.as_ref().is_some_and(|role| role != "代理" && remark::is_for_another(role));
        let (role, proxy) = if deputy { (None, Some(Presence::Proxy)) } else { (role, None) };
        let presence = proxy.or(remark::presence(&normal_form(self.source, &label))).or(self.presence);
        Entry { label, person, role, seat, organization, group: self.group.clone(), presence }
    }
}

/// Whether a word says for whom somebody sits there, and is no body's name: `公募による市民`, `学識経験を有する者`, `関係団体`.
fn is_standing(word: &str) -> bool {
    const ENDS: [&str; 8] = ["を有する者", "に関する者", "経験者", "学識", "選出", "推薦", "被保険者", "代表する者"];
    let word = word.trim();
    word.contains("公募")
        || word.ends_with("号委員")
        || word.contains("号委員（")
        || ENDS.iter().any(|end| word.ends_with(end))
        || word.strip_suffix("代表").is_some_and(|whose| groups::of(whose).is_some() || whose.ends_with("者"))
        || matches!(groups::of(word), Some(Group::Generic)) && word.starts_with("関係")
}

/// A word as it is, or apart from the others as the number of a seat: `2番`, `議席番号2番`, `第3番`.
fn part_seat(word: Option<String>) -> (Option<String>, Option<String>) {
    let is_seat = |word: &String| {
        let number = word.replace(is_space, "");
        let number = number.trim_start_matches("議席").trim_start_matches("番号").trim_start_matches('第');
        let number = number.strip_suffix('番').unwrap_or_default();
        !number.is_empty() && number.chars().all(|c| is_digit(c) || "一二三四五六七八九十".contains(c))
    };
    match word {
        Some(word) if is_seat(&word) => (None, Some(word)),
        word => (word, None),
    }
}

/// Where the one ／ of a line stands if it divides somebody from a body, not one item from another.
pub(super) fn slash_before_body(text: &str) -> Option<usize> {
    let (name, body) = text.split_once('／').filter(|(name, body)| !name.is_empty() && !body.contains('／'))?;
    let plain = Shape::of(body.trim()).is_plain() && !roles::is_surname(body.trim());
    (plain && !text.contains(['、', '，', ','])).then_some(name.len())
}

/// Whether 、 divides the entries.
fn is_list(text: &str) -> bool {
    if slash_before_body(text).is_some() {
        return false;
    }
    text.contains(['、', '､', '，', '／']) || text.contains(',') && !text.is_ascii()
}
