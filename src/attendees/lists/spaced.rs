//! The entries of a line that white space divides, and what a line says of the person above: `(厚木医師会 会長)`.

use std::borrow::Cow;
use std::ops::Range;

use super::Reader;
use super::divided::closed_up;
use super::entries::slash_before_body;
use super::heading::stands_beside;
use super::shapes::shaped;
use crate::attendees::together::words;
use crate::attendees::{Entry, Facts, grid, item};
use crate::attendees::{bracket, count, offices, proxy, remark};
use crate::lexicon::roles;
use crate::link::shape::Shape;
use crate::model::Presence;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::person_name::{is_known_name, is_name_shaped};

impl Reader<'_> {
    pub(super) fn grid(&mut self, from: Span) -> bool {
        if self.belongs_above(from) {
            return true;
        }
        let (from, counted) = self.without_count(from);
        let own = leaders_blank(from.of(self.source));
        let bare = own.trim_matches(['（', '）', '(', ')']);
        let shift = own.find(bare).unwrap_or(0);
        // （代理）江川　誠: the bracket holds no more than the word.
        let wrapped = shift > 0 && bare.starts_with("代理") && own.ends_with(['）', ')']);
        let (whole, base) = if wrapped { (bare, from.start + shift) } else { (&*own, from.start) };
        let (line, mut remark) = without_remark(whole);
        let found = self.entries_apart(line);
        // 鎗沢　忍（出席）: what the bracket says may be what tells a name.
        let again = found.is_empty() && remark.take().is_some();
        let (line, found) = if again { (whole, self.entries_apart(whole)) } else { (line, found) };
        for (whole, facts) in &found {
            let place = |range: &Range<usize>| Span::new(base + range.start, base + range.end).trim(self.source);
            let word =
                |range: &Option<Range<usize>>| range.as_ref().map(|range| normal_form(self.source, &[place(range)]));
            let label = if wrapped { vec![from] } else { vec![place(whole)] };
            let mut entry = self.entry(
                label,
                normal_form(self.source, &[place(&facts.person)]),
                word(&facts.role),
                word(&facts.organization).map(|name| closed_up(&name)),
            );
            // 〃　工藤　千鶴子: the same as the person above.
            if entry.role.as_deref().is_some_and(|role| matches!(role, "〃" | "″" | "々" | "同")) {
                entry.role = self.out.entries.last().and_then(|above| above.role.clone());
            }
            if remark.is_some() && whole.end == line.len() {
                entry.label = vec![Span::new(entry.label[0].start, from.end)];
                let told = remark::presence(&normal_form(self.source, &entry.label));
                entry.presence = told.or(entry.presence);
            }
            if facts.proxy {
                entry.presence = Some(Presence::Proxy);
                if wrapped && let Some(absent) = self.out.entries.pop() {
                    entry.label.splice(0..0, absent.label);
                }
            }
            self.out.entries.push(entry);
        }
        self.out.marks.extend(counted.filter(|_| !found.is_empty()));
        !found.is_empty()
    }

    /// The entries of a line whose parts white space divides, by the first order of words that it has.
    pub(super) fn entries_apart(&self, line: &str) -> Vec<(Range<usize>, Facts)> {
        let pieces = grid::bracketed(line).or_else(|| Some(vec![grid::before_bracket(line)?]));
        let came = || {
            if line.starts_with(['（', '(', '【', '［', '〔', '＜']) {
                item::role_in_front(line)
            } else {
                proxy::represented(line)
            }
        };
        let named = came().filter(|_| grid::bracketed(line).is_none());
        let named = named.or_else(|| shaped(line, self.ends_with_body()));
        let named = named.or_else(|| name_and_bracket(line)).or_else(|| office_holder(line));
        let taken_apart = pieces.is_some() || named.is_some();
        let mut found = if let Some(names) = names_only(line) {
            names
        } else if let Some(facts) = named {
            vec![(0..line.len(), facts)]
        } else if let Some(pieces) = pieces {
            pieces
        } else if line.ends_with(['）', ')'])
            || !line.contains(is_space)
            || line.is_ascii()
            || line.contains(['–', '—'])
        {
            grid::single(line).into_iter().collect()
        } else {
            grid::entries(line)
        };
        // 委員　岡本　和夫（朝霧医師会　会長）: what the bracket says is not to be lost.
        let unsaid = |(_, facts): &(Range<usize>, _)| line.ends_with(['）', ')']) && is_alone(facts);
        if !taken_apart && (found.is_empty() || found.iter().all(unsaid)) {
            let apart = grid::entries(line);
            found = if apart.is_empty() { found } else { apart };
        }
        // 市川企画政策課主査 among the staff: no city has such an office alone.
        if found.is_empty() && self.group.as_deref().is_some_and(stands_beside) {
            found.extend(offices::of_section(line).map(|facts| (0..line.len(), facts)));
        }
        found.retain(|(_, facts)| !item::is_nobody(&line[facts.person.clone()]));
        for (_, facts) in &mut found {
            offices::part_office(facts, line);
            offices::part_body(facts, line);
        }
        found
    }

    /// Whether the entry above ends with whose its person is: `委員　松本　隆　青波市医師会`.
    fn ends_with_body(&self) -> bool {
        let first = self.open.map_or(0, |open| open.entries);
        let above = self.out.entries.get(first..).and_then(<[Entry]>::last);
        let body = above.and_then(|above| Some((above.label.last()?.of(self.source), above.organization.as_ref()?)));
        body.is_some_and(|(label, body)| label.ends_with(body.as_str()))
    }

    /// A line without how many there were: `本　田　　智　　以上26名`, `武　藤　一　男　　１名`.
    fn without_count(&self, from: Span) -> (Span, Option<Span>) {
        let text = from.of(self.source);
        let last = text.rsplit(is_space).next().unwrap_or_default();
        let place = Span::new(from.end - last.len(), from.end);
        let word = normal_form(self.source, &[place]);
        let bracketed = word
            .strip_prefix(['（', '(', '〔', '［', '['])
            .and_then(|word| word.strip_suffix(['）', ')', '〕', '］', ']']));
        let word = bracketed.filter(|word| word.ends_with(['名', '人'])).map_or(word.as_str(), str::trim);
        let number = word.strip_prefix("以上").or_else(|| word.strip_prefix('計')).unwrap_or(word);
        if last.len() == text.len() || !count::is_count(number) {
            return (from, None);
        }
        (Span::new(from.start, place.start).trim(self.source), Some(place))
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
}

/// A line as long as it was, with white space where dots lead from one word to the next: `石黒　正・・・医師会`.
fn leaders_blank(line: &str) -> Cow<'_, str> {
    // 石黒　正→代理　市川　豊; 江川　誠／青波市婦人会, where nothing else divides the line.
    if let Some(at) = line.find("→代理").or_else(|| slash_before_body(line)) {
        let sign = line[at..].chars().next().map_or(0, char::len_utf8);
        return Cow::Owned(format!("{}\u{3000}{}", &line[..at], &line[at + sign..]));
    }
    let dots = |c: char| matches!(c, '・' | '･' | '…' | '‥');
    let leads = |at: usize| line[at..].starts_with('…') || line[at..].chars().take_while(|c| dots(*c)).nth(1).is_some();
    let Some(start) = line.find(dots).filter(|at| *at > 0 && leads(*at)) else { return Cow::Borrowed(line) };
    let end = line.len() - line[start..].trim_start_matches(dots).len();
    // Each of these signs has as many bytes as the ideographic space.
    let blank = "\u{3000}".repeat(line[start..end].chars().count());
    Cow::Owned(format!("{}{blank}{}", &line[..start], &line[end..]))
}

/// A line without the remark at its end, where it has no other bracket that says how somebody took part.
fn without_remark(line: &str) -> (&str, Option<remark::Remark>) {
    match remark::at_end(line) {
        Some(remark) if grid::bracketed(line).is_none() => (&line[..remark.at], Some(remark)),
        _ => (line, None),
    }
}

/// `委員　　丸山　花子　田村　洋子`: names and nothing else, perhaps behind the role of all of them.
fn names_only(line: &str) -> Option<Vec<(Range<usize>, Facts)>> {
    let (role, begin) = grid::behind_role(line);
    let names = grid::names(&line[begin..])?;
    let facts = |at: usize, name: Range<usize>| {
        let person = name.start + begin..name.end + begin;
        let whole = if at == 0 { 0..person.end } else { person.clone() };
        (whole, Facts { person, role: role.clone(), organization: None, proxy: false })
    };
    Some(names.into_iter().enumerate().map(|(at, name)| facts(at, name)).collect())
}

/// `木村 太郎（会長）`, `小川 恵（福祉課長）`: a whole name, and in the line's one bracket what its bearer is.
fn name_and_bracket(line: &str) -> Option<Facts> {
    let (name, inside) = line.strip_suffix(['）', ')'])?.split_once(['（', '('])?;
    let name = name.trim_end();
    let (family, given) = name.split_once(is_space)?;
    let given = given.trim_start();
    let letters = |word: &str, most: usize| (1..=most).contains(&word.chars().count()) && is_name_shaped(word);
    let whole = letters(family, 4) && letters(given, 4) && !given.contains(is_space) && !inside.contains(['（', '(']);
    let role = |word: &str| roles::at_end(word).is_some();
    if !whole || roles::at_end(family).is_some() || role(given) || roles::is_heading(family) {
        return None;
    }
    let close = line.chars().next_back()?.len_utf8();
    let begin = line.len() - close - inside.len();
    let content = begin..begin + inside.len();
    let (organization, role) = match bracket::last_office(inside) {
        _ if inside.starts_with("代理") => return None,
        _ if remark::says_how(inside) => (None, None),
        Some(space) => (Some(begin..begin + space), Some(begin + space..content.end)),
        _ if role(inside) => (None, Some(content)),
        _ => (Some(content), None),
    };
    Some(Facts { person: 0..name.len(), role, organization, proxy: false })
}

/// `三浦市 健康課 課長 木村 太郎`: bodies, an office, and a name of one or two words.
fn office_holder(line: &str) -> Option<Facts> {
    let words = words(line);
    let office = words.iter().position(|word| roles::at_end(&line[word.clone()]).is_some_and(|(at, _)| at == 0))?;
    let body = |word: &Range<usize>| {
        let shape = Shape::of(&line[word.clone()]);
        shape.is_government() || shape.form.is_some_and(|form| form.plain)
    };
    let (bodies, names) = (&words[..office], &words[office + 1..]);
    let [first, ..] = names else { return None };
    let name = first.start..names.last()?.end;
    let sure = bodies.len() >= 2 && bodies.iter().all(body) && names.len() <= 2 && is_known_name(&line[name.clone()]);
    sure.then(|| Facts {
        person: name,
        role: Some(words[office].clone()),
        organization: Some(bodies[0].start..words[office - 1].end),
        proxy: false,
    })
}

/// Whether nothing says whose the person is.
fn is_alone(facts: &Facts) -> bool {
    facts.organization.is_none()
}
