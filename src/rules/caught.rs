//! What a rule's pattern caught of a line.

use std::ops::Range;

use regex::{Captures, Regex};

/// The ends of patterns that take the rest of the line, whatever it is, with the names of their groups. No automaton needs to
/// walk through a rest that nothing is asked of: such an end is cut off and the group is what follows the match.
const RESTS: [(&str, &str); 2] = [("(?<text>.*)$", "text"), ("(?<value>.*)$", "value")];

/// A pattern without such an end, and the name of the group that it had.
pub(super) fn without_rest(pattern: &str) -> (&str, Option<&'static str>) {
    let cut = |(end, name)| pattern.strip_suffix(end).map(|head| (head, Some(name)));
    RESTS.into_iter().find_map(cut).unwrap_or((pattern, None))
}

/// A pattern's groups.
pub(super) struct Groups {
    /// The name of each; empty where it has none.
    names: Vec<String>,
    /// The name of the one that takes the rest of the line.
    rest: Option<&'static str>,
}

impl Groups {
    pub fn of(regex: &Regex, rest: Option<&'static str>) -> Self {
        Self { names: regex.capture_names().map(|name| name.unwrap_or_default().to_owned()).collect(), rest }
    }

    /// A pattern has a handful of groups: looking at each is quicker than to hash a name.
    fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|own| own == name)
    }
}

/// The parts of a line that a rule's groups caught.
pub(crate) struct Caught<'l> {
    line: &'l str,
    captures: Captures<'l>,
    groups: &'static Groups,
}

/// One part of a line.
#[derive(Clone, Copy)]
pub(crate) struct Part<'l> {
    line: &'l str,
    start: usize,
    end: usize,
}

impl<'l> Caught<'l> {
    pub(super) fn new(line: &'l str, captures: Captures<'l>, groups: &'static Groups) -> Self {
        Self { line, captures, groups }
    }

    /// The part that a group caught; none where the group took no part in the match.
    pub fn name(&self, name: &str) -> Option<Part<'l>> {
        let line = self.line;
        if self.groups.rest == Some(name) {
            return Some(Part { line, start: self.captures.get(0)?.end(), end: line.len() });
        }
        self.captures.get(self.groups.position(name)?).map(|found| Part {
            line,
            start: found.start(),
            end: found.end(),
        })
    }

    /// What a group caught; empty where it took no part in the match.
    pub fn text(&self, name: &str) -> &'l str {
        self.name(name).map_or("", |part| part.as_str())
    }

    /// The whole match.
    pub fn range(&self) -> Range<usize> {
        let whole = self.captures.get(0).map_or(0..0, |whole| whole.range());
        if self.groups.rest.is_some() { whole.start..self.line.len() } else { whole }
    }
}

impl<'l> Part<'l> {
    pub fn start(self) -> usize {
        self.start
    }

    pub fn end(self) -> usize {
        self.end
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    pub fn as_str(self) -> &'l str {
        &self.line[self.range()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_line_is_caught_without_being_walked_through() {
        let (head, rest) = without_rest(r"^(?<label>[①-⑳])\s*(?<text>.*)$");
        assert_eq!((head, rest), (r"^(?<label>[①-⑳])\s*", Some("text")));
        let line = "① 人材育成";
        let regex = Regex::new(head).unwrap();
        let groups = Box::leak(Box::new(Groups::of(&regex, rest)));
        let caught = Caught::new(line, regex.captures(line).unwrap(), groups);
        assert_eq!((caught.text("label"), caught.text("text")), ("①", "人材育成"));
        assert_eq!(caught.range(), 0..line.len());
        assert_eq!(without_rest("^以上$"), ("^以上$", None));
    }
}
