//! A table of rules at work: which one decides a line.

use std::sync::OnceLock;

use regex::Regex;

use super::caught::{Caught, Groups, without_rest};
use super::guard::Index;
use super::{LEADING_MARK, NUMBER, Rule};
use crate::lexicon::any_of::AnyOf;

/// A table of rules with its compiled patterns.
pub(crate) struct RuleSet<K: 'static> {
    rules: &'static [Rule<K>],
    compiled: OnceLock<Vec<OnceLock<Compiled>>>,
    index: OnceLock<Index>,
    /// What searches lines for the words that each rule's guard asks for.
    words: OnceLock<Vec<Option<AnyOf>>>,
}

/// A rule's pattern without the group that takes the rest of the line, and its groups.
struct Compiled {
    regex: Regex,
    groups: Groups,
}

impl<K> RuleSet<K> {
    pub const fn new(rules: &'static [Rule<K>]) -> Self {
        Self { rules, compiled: OnceLock::new(), index: OnceLock::new(), words: OnceLock::new() }
    }

    /// The first rule that matches the line.
    pub fn rule(&'static self, line: &str) -> Option<&'static Rule<K>> {
        self.candidates(line).find(|(at, _)| self.compiled(*at).regex.is_match(line)).map(|(_, rule)| rule)
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
            let Compiled { regex, groups } = self.compiled(at);
            if !regex.is_match(line) {
                return None;
            }
            regex.captures(line).map(|captures| (rule, Caught::new(line, captures, groups)))
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

    fn compiled(&'static self, at: usize) -> &'static Compiled {
        let compiled = self.compiled.get_or_init(|| self.rules.iter().map(|_| OnceLock::new()).collect());
        compiled[at].get_or_init(|| {
            let rule = &self.rules[at];
            let (pattern, rest) = without_rest(rule.pattern);
            let regex = Regex::new(&pattern.replace("(?&number)", NUMBER))
                .unwrap_or_else(|error| panic!("rule {}: {error}", rule.id));
            Compiled { groups: Groups::of(&regex, rest), regex }
        })
    }

    /// Whether the guard refuses a line that the pattern matches, though the line begins as the rule says.
    #[cfg(test)]
    pub fn refuses(&'static self, at: usize, line: &str) -> bool {
        let guard = &self.rules[at].guard;
        let index = Index::of(self.rules.iter().map(|rule| &rule.guard));
        let begins = index.mask(line) >> at & 1 == 1;
        (begins || guard.is_led())
            && !(begins && guard.takes(line, guard.words().as_ref()))
            && self.compiled(at).regex.is_match(line)
    }
}
