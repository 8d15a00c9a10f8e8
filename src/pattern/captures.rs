//! What a pattern found.

use std::ops::Range;

/// A match, with what its groups caught.
pub(crate) struct Captures<'t> {
    text: &'t str,
    /// The whole match first.
    groups: Vec<Option<Range<usize>>>,
    names: &'static [String],
}

/// One part of a text.
#[derive(Clone, Copy)]
pub(crate) struct Part<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Captures<'t> {
    pub(super) fn new(text: &'t str, groups: Vec<Option<Range<usize>>>, names: &'static [String]) -> Self {
        Self { text, groups, names }
    }

    /// The text that was searched.
    pub fn searched(&self) -> &'t str {
        self.text
    }

    /// The whole match.
    pub fn whole(&self) -> Part<'t> {
        self.get(0).unwrap_or_else(|| Part::of(self.text, 0..0))
    }

    /// The part that a group caught, by its number; none where the group took no part in the match.
    pub fn get(&self, group: usize) -> Option<Part<'t>> {
        self.groups.get(group)?.clone().map(|range| Part::of(self.text, range))
    }

    /// The part that a group caught; none where the group took no part in the match.
    pub fn name(&self, name: &str) -> Option<Part<'t>> {
        // A pattern has a handful of groups: looking at each is quicker than to hash a name.
        self.get(self.names.iter().position(|own| own == name)?)
    }

    /// What a group caught; empty where it took no part in the match.
    pub fn text(&self, name: &str) -> &'t str {
        self.name(name).map_or("", Part::as_str)
    }
}

impl<'t> Part<'t> {
    pub fn of(text: &'t str, range: Range<usize>) -> Self {
        Self { text, start: range.start, end: range.end }
    }

    pub fn start(self) -> usize {
        self.start
    }

    pub fn end(self) -> usize {
        self.end
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    pub fn as_str(self) -> &'t str {
        &self.text[self.range()]
    }
}
