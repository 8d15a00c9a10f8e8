//! A table of rules at work: which one decides a line.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::caught::{Caught, without_rest};
use super::guard::Index;
use super::{LEADING_MARK, NUMBER, Rule};
use crate::lexicon::any_of::AnyOf;
use crate::pattern::Pattern;

/// A table of rules with its patterns.
pub(crate) struct RuleSet<K: 'static> {
    rules: &'static [Rule<K>],
    matchers: OnceLock<Vec<Matcher>>,
    index: OnceLock<Index>,
    /// What searches lines for the words that each rule's guard asks for.
    words: OnceLock<Vec<Option<AnyOf>>>,
}

/// A rule's pattern without the group that takes the rest of the line, and that group's name.
struct Matcher {
    pattern: Pattern,
    rest: Option<&'static str>,
}

impl Matcher {
    fn of(pattern: &'static str) -> Self {
        let (head, rest) = without_rest(pattern);
        let numbered = head.contains("(?&number)");
        let head = if numbered { Cow::Owned(head.replace("(?&number)", NUMBER)) } else { Cow::Borrowed(head) };
        Self { pattern: Pattern::of(head), rest }
    }
}

impl<K> RuleSet<K> {
    pub const fn new(rules: &'static [Rule<K>]) -> Self {
        Self { rules, matchers: OnceLock::new(), index: OnceLock::new(), words: OnceLock::new() }
    }

    /// The first rule that matches the line.
    pub fn rule(&'static self, line: &str) -> Option<&'static Rule<K>> {
        self.candidates(line).find(|(at, _)| self.matcher(*at).pattern.is_match(line)).map(|(_, rule)| rule)
    }

    /// The rule of a line that is a mark and a text, where no other rule begins with that mark: what most lines are.
    ///
    /// `・意見` → its rule and the bytes of `・`; no pattern needs to be run.
    pub fn leading(&'static self, line: &str) -> Option<(&'static Rule<K>, usize)> {
        let mut candidates = self.candidates(line);
        let (_, rule) = candidates.next().filter(|(_, rule)| rule.pattern == LEADING_MARK)?;
        line.chars().next().map(|mark| (rule, mark.len_utf8()))
    }

    /// The first rule that matches the line, with what its groups caught.
    pub fn decide<'l>(&'static self, line: &'l str) -> Option<(&'static Rule<K>, Caught<'l>)> {
        self.candidates(line).find_map(|(at, rule)| {
            let Matcher { pattern, rest } = self.matcher(at);
            if !pattern.is_match(line) {
                return None;
            }
            pattern.captures(line).map(|captures| (rule, Caught::new(captures, *rest)))
        })
    }

    pub fn rules(&self) -> &'static [Rule<K>] {
        self.rules
    }

    /// The rules that such a line may fall under, in order.
    fn candidates(&'static self, line: &str) -> impl Iterator<Item = (usize, &'static Rule<K>)> {
        let index = self.index.get_or_init(|| Index::of(self.rules.iter().map(|rule| &rule.guard)));
        let words = self.words.get_or_init(|| self.rules.iter().map(|rule| rule.guard.words()).collect());
        let mut mask = index.mask(line);
        std::iter::from_fn(move || {
            let at = mask.trailing_zeros() as usize;
            mask &= mask.wrapping_sub(1);
            self.rules.get(at).map(|rule| (at, rule))
        })
        .filter(move |(at, rule)| rule.guard.takes(line, words[*at].as_ref()))
    }

    fn matcher(&'static self, at: usize) -> &'static Matcher {
        let matchers = self.matchers.get_or_init(|| self.rules.iter().map(|rule| Matcher::of(rule.pattern)).collect());
        &matchers[at]
    }

    /// Whether the guard refuses a line that the pattern matches, though the line begins as the rule says.
    #[cfg(test)]
    pub fn refuses(&'static self, at: usize, line: &str) -> bool {
        let guard = &self.rules[at].guard;
        let index = Index::of(self.rules.iter().map(|rule| &rule.guard));
        let begins = index.mask(line) >> at & 1 == 1;
        (begins || guard.is_led())
            && !(begins && guard.takes(line, guard.words().as_ref()))
            && self.matcher(at).pattern.is_match(line)
    }

    /// Whether the rule's pattern finds the same in a line with and without automata.
    #[cfg(test)]
    pub fn agrees(&'static self, at: usize, line: &str) -> bool {
        self.matcher(at).pattern.agrees_on(line)
    }

    /// Whether the rule's pattern begins without automata.
    #[cfg(test)]
    pub fn is_quick(&'static self, at: usize) -> bool {
        self.matcher(at).pattern.is_quick()
    }
}
