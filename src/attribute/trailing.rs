//! The bracket at the end of a text.

use std::ops::Range;

use crate::span::Span;
use crate::text::Text;

/// A text and the bracket at its end.
pub(super) struct Trailing {
    pub text: Text,
    /// The bracket, its two characters included.
    pub bracket: Range<usize>,
    /// What stands in it.
    pub content: Range<usize>,
}

impl Trailing {
    /// Finds the last bracket of a text, a full stop behind it allowed: `…要件（目的（案））` gives `目的（案）`.
    pub fn of(text: Text) -> Option<Self> {
        let whole = text.as_str();
        let body = whole.trim_end_matches(['。', '．', '.', ' ']);
        let close = body.char_indices().next_back().filter(|(_, c)| matches!(c, '）' | ')'))?.0;
        let open = matching_open(&body[..close])?;
        let inside = open + whole[open..].chars().next().map_or(0, char::len_utf8);
        let content = trimmed(whole, inside..close);
        (!content.is_empty()).then_some(Self { bracket: open..body.len(), content, text })
    }

    pub fn content(&self) -> &str {
        &self.text.as_str()[self.content.clone()]
    }

    /// The text before the bracket, and before other brackets in front of it: `…したい（約4名）` gives `…したい`.
    pub fn before(&self) -> &str {
        let mut before = self.text.as_str()[..self.bracket.start].trim_end();
        while let Some(inside) = before.strip_suffix(['）', ')']) {
            let Some(open) = matching_open(inside) else { break };
            before = before[..open].trim_end();
        }
        before
    }

    pub fn spans(&self, range: Range<usize>, source: &str) -> Vec<Span> {
        self.text.spans(range, source)
    }
}

/// Where the bracket opens that a closing one after `text` would close.
pub(super) fn matching_open(text: &str) -> Option<usize> {
    let mut depth = 1;
    for (at, c) in text.char_indices().rev() {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}
