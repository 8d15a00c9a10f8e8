//! Patterns that cost little before they are used much.
//!
//! To build the automata of [`regex`] takes a third of a millisecond for each pattern, whatever it is asked: longer than all else that a
//! document of some pages needs. [`regex_lite`] builds the same pattern in a tenth of that time and searches three times slower. So a
//! pattern begins with the second and goes on with the first once it has searched through enough text to be worth it. Both find the
//! same, leftmost first; which one runs shows in nothing but the time.

mod captures;
mod quick;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) use captures::{Captures, Part};

/// How many bytes a pattern searches through before its automata are built. Over the corpus the two costs meet between 1 and 200 KB,
/// most often near 20; but a pattern that is slow without automata may cost 200 ns a byte, and so much of it goes unnoticed.
const QUICK_BYTES: usize = 4096;

/// A regular expression in the syntax of [`regex`], compiled when it is first asked.
///
/// # Panics
///
/// All searches panic where the text is no regular expression: patterns are fixed, and each has a test.
pub(crate) struct Pattern {
    text: Cow<'static, str>,
    quick: OnceLock<Option<regex_lite::Regex>>,
    full: OnceLock<regex::Regex>,
    /// How many bytes were searched through without automata.
    walked: AtomicUsize,
    /// The name of each group; empty where it has none.
    names: OnceLock<Vec<String>>,
}

enum Engine<'p> {
    Quick(&'p regex_lite::Regex),
    Full(&'p regex::Regex),
}

impl Pattern {
    pub const fn new(text: &'static str) -> Self {
        Self::of(Cow::Borrowed(text))
    }

    /// A pattern that is put together from parts.
    pub const fn of(text: Cow<'static, str>) -> Self {
        let walked = AtomicUsize::new(0);
        Self { text, quick: OnceLock::new(), full: OnceLock::new(), walked, names: OnceLock::new() }
    }

    pub fn is_match(&self, text: &str) -> bool {
        match self.engine(text.len()) {
            Engine::Quick(engine) => engine.is_match(text),
            Engine::Full(engine) => engine.is_match(text),
        }
    }

    /// The first match.
    pub fn find<'t>(&self, text: &'t str) -> Option<Part<'t>> {
        let range = match self.engine(text.len()) {
            Engine::Quick(engine) => engine.find(text).map(|found| found.range()),
            Engine::Full(engine) => engine.find(text).map(|found| found.range()),
        };
        range.map(|range| Part::of(text, range))
    }

    /// The first match, with what its groups caught.
    pub fn captures<'t>(&'static self, text: &'t str) -> Option<Captures<'t>> {
        self.captures_at(text, 0)
    }

    /// The first match from a byte on; what stands before it is still seen by `^`.
    pub fn captures_at<'t>(&'static self, text: &'t str, from: usize) -> Option<Captures<'t>> {
        let groups: Vec<Option<Range<usize>>> = match self.engine(text.len().saturating_sub(from)) {
            Engine::Quick(engine) => {
                let caught = engine.captures_at(text, from)?;
                (0..caught.len()).map(|at| caught.get(at).map(|group| group.range())).collect()
            }
            Engine::Full(engine) => {
                let caught = engine.captures_at(text, from)?;
                caught.iter().map(|group| group.map(|group| group.range())).collect()
            }
        };
        Some(Captures::new(text, groups, self.names()))
    }

    /// All matches, each from the end of the one before; none is empty right behind another.
    pub fn captures_iter<'t>(&'static self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let mut from = 0;
        let mut last = None;
        std::iter::from_fn(move || {
            loop {
                let caught = self.captures_at(text, Some(from).filter(|from| *from <= text.len())?)?;
                let whole = caught.whole().range();
                let step = text[whole.end..].chars().next().map_or(1, char::len_utf8);
                from = if whole.is_empty() { whole.end + step } else { whole.end };
                let again = whole.is_empty() && last == Some(whole.end);
                last = Some(whole.end);
                if !again {
                    return Some(caught);
                }
            }
        })
    }

    /// What is to search through so many bytes.
    fn engine(&self, bytes: usize) -> Engine<'_> {
        if let Some(full) = self.full.get() {
            return Engine::Full(full);
        }
        let walked = self.walked.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes);
        let quick = (walked <= QUICK_BYTES).then(|| self.quick.get_or_init(|| quick::compile(&self.text)).as_ref());
        match quick.flatten() {
            Some(quick) => Engine::Quick(quick),
            None => Engine::Full(self.full.get_or_init(|| self.compile())),
        }
    }

    fn compile(&self) -> regex::Regex {
        regex::Regex::new(&self.text).unwrap_or_else(|error| panic!("a fixed pattern: {error}"))
    }

    fn names(&'static self) -> &'static [String] {
        fn owned<'n>(names: impl Iterator<Item = Option<&'n str>>) -> Vec<String> {
            names.map(|name| name.unwrap_or_default().to_owned()).collect()
        }
        self.names.get_or_init(|| match self.engine(0) {
            Engine::Quick(engine) => owned(engine.capture_names()),
            Engine::Full(engine) => owned(engine.capture_names()),
        })
    }
}

#[cfg(test)]
impl Pattern {
    /// Whether both ways to search find the same in a text, group by group; true where there is only one way.
    pub fn agrees_on(&self, text: &str) -> bool {
        let full = self.full.get_or_init(|| self.compile());
        let Some(quick) = self.quick.get_or_init(|| quick::compile(&self.text)) else { return true };
        let groups =
            full.captures(text).map(|all| all.iter().map(|one| one.map(|one| one.range())).collect::<Vec<_>>());
        let same =
            quick.captures(text).map(|all| (0..all.len()).map(|at| all.get(at).map(|one| one.range())).collect());
        groups == same
    }

    /// Whether it begins without automata.
    pub fn is_quick(&self) -> bool {
        quick::compile(&self.text).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static DIGITS: Pattern = Pattern::new(r"(?<digits>[0-9]*)(?:[年\s](?<behind>月)?)?");

    fn all(text: &str) -> Vec<&str> {
        DIGITS.captures_iter(text).map(|caught| caught.whole().as_str()).collect()
    }

    #[test]
    fn all_matches_are_those_of_the_regex_crate() {
        let regex = regex::Regex::new(&DIGITS.text).unwrap();
        for text in ["", "12年月34", "年年", "あ12\u{3000}月い", "いろは", "1 2 3"] {
            let want: Vec<&str> = regex.find_iter(text).map(|found| found.as_str()).collect();
            assert_eq!(all(text), want, "{text}");
        }
    }

    #[test]
    fn groups_are_found_by_name_before_and_after_the_automata_are_built() {
        static YEAR: Pattern = Pattern::new(r"^(?<year>[0-9]{4})年(?:(?<month>[0-9]{1,2})月)?");
        let check = || {
            let caught = YEAR.captures("2017年9月").unwrap();
            assert_eq!((caught.text("year"), caught.text("month"), caught.text("day")), ("2017", "9", ""));
            let caught = YEAR.captures("2017年").unwrap();
            assert_eq!((caught.whole().range(), caught.name("month").is_none()), (0.."2017年".len(), true));
            assert!(YEAR.captures("翌2017年").is_none() && YEAR.captures_at("年2017年", "年".len()).is_none());
        };
        check();
        assert!(YEAR.full.get().is_none(), "a few short lines need no automata");
        assert!(!YEAR.is_match(&"あ".repeat(QUICK_BYTES)));
        assert!(YEAR.full.get().is_some(), "a long text is not searched without them");
        check();
    }
}
