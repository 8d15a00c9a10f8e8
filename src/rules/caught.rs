//! What a rule's pattern caught of a line.

use std::ops::Range;

use crate::pattern::{Captures, Part};

/// The ends of patterns that take the rest of the line, whatever it is, with the names of their groups. No automaton needs to
/// walk through a rest that nothing is asked of: such an end is cut off and the group is what follows the match.
const RESTS: [(&str, &str); 2] = [("(?<text>.*)$", "text"), ("(?<value>.*)$", "value")];

/// A pattern without such an end, and the name of the group that it had.
pub(super) fn without_rest(pattern: &str) -> (&str, Option<&'static str>) {
    let cut = |(end, name)| pattern.strip_suffix(end).map(|head| (head, Some(name)));
    RESTS.into_iter().find_map(cut).unwrap_or((pattern, None))
}

/// The parts of a line that a rule's groups caught.
pub(crate) struct Caught<'l> {
    captures: Captures<'l>,
    /// The name of the group that takes the rest of the line.
    rest: Option<&'static str>,
}

impl<'l> Caught<'l> {
    pub(super) fn new(captures: Captures<'l>, rest: Option<&'static str>) -> Self {
        Self { captures, rest }
    }

    /// The part that a group caught; none where the group took no part in the match.
    pub fn name(&self, name: &str) -> Option<Part<'l>> {
        if self.rest == Some(name) {
            let line = self.captures.searched();
            return Some(Part::of(line, self.captures.whole().end()..line.len()));
        }
        self.captures.name(name)
    }

    /// What a group caught; empty where it took no part in the match.
    pub fn text(&self, name: &str) -> &'l str {
        self.name(name).map_or("", Part::as_str)
    }

    /// The whole match.
    pub fn range(&self) -> Range<usize> {
        let whole = self.captures.whole().range();
        if self.rest.is_some() { whole.start..self.captures.searched().len() } else { whole }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::Pattern;

    #[test]
    fn the_rest_of_a_line_is_caught_without_being_walked_through() {
        static HEAD: Pattern = Pattern::new(r"^(?<label>[①-⑳])\s*");
        let (head, rest) = without_rest(r"^(?<label>[①-⑳])\s*(?<text>.*)$");
        assert_eq!((head, rest), (r"^(?<label>[①-⑳])\s*", Some("text")));
        let line = "① 人材育成";
        let caught = Caught::new(HEAD.captures(line).unwrap(), rest);
        assert_eq!((caught.text("label"), caught.text("text")), ("①", "人材育成"));
        assert_eq!(caught.range(), 0..line.len());
        assert_eq!(without_rest("^以上$"), ("^以上$", None));
    }
}
