//! Heads of listed names that bear no role: `今井　予算は。`, `曽　根　　利用者の声を…`, `畠山）…`, `真壁、五味：同意見である。`
//!
//! A name that the attendee list has is one wherever a head would stand; without a list, such a word may be anything.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::attendees::Roster;
use crate::lexicon::roles;
use crate::rules::verbatim::{Style, closes_head};
use crate::span::is_space;
use crate::values::person_name::{is_name_shaped, key, usual};
use crate::verbatim::candidate::{Candidate, Form};
use crate::verbatim::speaker::{Speaker, Strength};
use crate::verbatim::titles::is_one_letter;
use crate::verbatim::window::Window;

/// The rule of a head that only white space closes, as `explain` shows it.
pub(crate) const LISTED: &str = "head.listed";
/// The rule of a head that names several.
pub(crate) const TOGETHER: &str = "head.together";

/// How many characters of a line such a head may take.
const REACH: usize = 24;

/// The listed names, and which words have been asked for.
pub(super) struct Names<'r> {
    roster: &'r Roster,
    /// The first characters of the names, in order: most lines begin with none of them.
    firsts: Vec<char>,
    known: FxHashMap<String, bool>,
}

impl<'r> Names<'r> {
    pub fn of(roster: &'r Roster) -> Self {
        let mut firsts: Vec<char> = roster.names().filter_map(|name| name.chars().next()).map(usual).collect();
        firsts.sort_unstable();
        firsts.dedup();
        Self { roster, firsts, known: FxHashMap::default() }
    }

    /// Whether a name of the list may begin so.
    fn may_begin(&self, first: char) -> bool {
        self.firsts.binary_search(&usual(first)).is_ok()
    }

    fn knows(&mut self, word: &str) -> bool {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let name = key(word);
        let named = is_name_shaped(&name) && (!is_one_letter(&name) || roles::is_surname(&name));
        let known = named && self.roster.knows(word);
        self.known.insert(word.to_owned(), known);
        known
    }

    /// The head of a line that a listed name begins, closed by white space, half a bracket or a colon.
    pub(super) fn head(&mut self, window: &Window, first: char, at: usize, source: &str) -> Option<Candidate> {
        let text = &*window.text;
        if self.firsts.is_empty() || !self.may_begin(first) {
            return None;
        }
        let sign = text.char_indices().take(REACH).find(|(_, c)| closes_head(*c) || matches!(c, '）' | ')' | '。'));
        if let Some((end, close)) = sign.filter(|(_, c)| matches!(c, '：' | ':' | '）' | ')'))
            && let Some(names) = self.several(&text[..end])
        {
            let behind = end + close.len_utf8()..text.len();
            return candidate(window, at, source, Style::Colon, &names, behind, end);
        }
        let end = self.spaced(text)?;
        candidate(window, at, source, Style::Spaced, std::slice::from_ref(&(0..end)), end..text.len(), end)
    }

    /// The names before a colon or half a bracket: `畠山`, `真壁、五味`, `今井委員・岸`.
    fn several(&mut self, head: &str) -> Option<Vec<Range<usize>>> {
        let mut names = Vec::new();
        let mut start = 0;
        for part in head.split(['、', '・', '，', '､']) {
            let word = part.trim();
            let from = start + part.len() - part.trim_start().len();
            let bare = roles::at_end(word).map_or(word, |(role, _)| &word[..role]);
            if bare.is_empty() || !self.knows(bare) {
                return None;
            }
            names.push(from..from + word.len());
            start += part.len() + head[start + part.len()..].chars().next().map_or(0, char::len_utf8);
        }
        Some(names)
    }

    /// Where a listed name ends that white space closes: `今井　予算は。`, `曽　根　　利用者の声を…`.
    fn spaced(&mut self, text: &str) -> Option<usize> {
        let first = text.find(is_space)?;
        let letters = || text.char_indices().filter(|(_, c)| !is_space(*c)).map(|(at, c)| at + c.len_utf8()).take(4);
        // 曽　根: letters set apart, and wider apart what is said.
        let apart = letters().skip(1).find(|end| {
            let behind = &text[*end..];
            let wide = behind.starts_with("　　") || behind.starts_with("  ");
            wide && text[..*end].split(is_space).all(is_one_letter) && self.knows(&text[..*end])
        });
        let end = apart.or_else(|| self.knows(bare(&text[..first])).then_some(first))?;
        says(&text[end..]).then_some(end)
    }
}

/// `八代代理`: who stands in for somebody, without that word.
fn bare(word: &str) -> &str {
    let deputy = ["職務代理者", "職務代理", "代理"].iter().find_map(|end| word.strip_suffix(end));
    deputy.filter(|name| !name.is_empty()).unwrap_or(word)
}

/// Whether what stands behind a name may be said by its bearer: neither the office nor the given name of one who is named.
fn says(behind: &str) -> bool {
    let behind = behind.trim_start_matches(is_space);
    let word = behind.split(is_space).next().unwrap_or_default();
    behind.len() > word.len() || roles::at_end(word).is_none() && word.chars().nth(2).is_some()
}

fn candidate(
    window: &Window,
    line: usize,
    source: &str,
    style: Style,
    names: &[Range<usize>],
    behind: Range<usize>,
    end: usize,
) -> Option<Candidate> {
    let spans = |range: &Range<usize>| window.spans(range.clone(), source);
    let label: Vec<_> = names.iter().flat_map(spans).collect();
    let parts: Vec<String> = label.iter().map(|span| crate::text::normal_form(source, &[*span])).collect();
    let name = parts.join("、");
    let between = names.windows(2).flat_map(|pair| spans(&(pair[0].end..pair[1].start)));
    let marks = between.chain(spans(&(end..behind.start))).collect();
    let (rule, speaker) = match parts.as_slice() {
        [one] if bare(one).len() < one.len() => {
            let end = bare(one).len();
            let (person, role) = (Some(0..end), Some(end..one.len()));
            (LISTED, Speaker { strength: Strength::Role, person, role, ..Speaker::of("") })
        }
        [one] => (LISTED, Speaker::of(one)),
        _ => (TOGETHER, Speaker { strength: Strength::Named, ..Speaker::of("") }),
    };
    // A name that no list of names has is one here.
    let speaker = match speaker.strength {
        Strength::Possible | Strength::No if parts.len() == 1 => {
            Speaker { strength: Strength::Named, person: Some(0..name.len()), ..Speaker::of("") }
        }
        Strength::Possible | Strength::No | Strength::Organization | Strength::Named | Strength::Role => speaker,
    };
    let form = Form { style, mark: ' ', spaced: false };
    let text = spans(&behind);
    (!text.is_empty()).then_some(Candidate {
        line,
        height: 1,
        rule,
        form,
        speaker,
        listed: true,
        name,
        label,
        marks,
        text,
    })
}
