//! The bracket at the end of a text, `…見えにくい（小田原市健康づくり課）`, and what stands in it.

use std::ops::Range;

use crate::link::split::split_label;
use crate::span::Span;
use crate::text::Text;

/// A text whose end names its speaker, taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    /// The text without the bracket.
    pub text: Vec<Span>,
    /// The bracket's content in normal form.
    pub label: String,
    /// One entry for each organization: `（A、B）` has two.
    pub parties: Vec<Named>,
    /// The brackets and what separates the parties.
    pub marks: Vec<Span>,
}

/// A name and its place.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub label: String,
    pub spans: Vec<Span>,
}

/// How many characters before a bracket its judgement asks for.
pub(crate) const BEFORE: usize = 4;

/// A text and the bracket at its end.
pub(crate) struct Trailing {
    /// The pieces before those of `text`.
    head: Vec<Span>,
    text: Text,
    /// The bracket, its two characters included.
    bracket: Range<usize>,
    /// What stands in it.
    content: Range<usize>,
}

impl Trailing {
    /// Finds the last bracket of a text, a full stop behind it allowed: `…要件（目的（案））` gives `目的（案）`.
    pub fn of(head: &[Span], text: Text) -> Option<Self> {
        let whole = text.as_str();
        let body = whole.trim_end_matches(['。', '．', '.', ' ']);
        let close = body.char_indices().next_back().filter(|(_, c)| matches!(c, '）' | ')'))?.0;
        let open = matching_open(&body[..close])?;
        let inside = open + whole[open..].chars().next().map_or(0, char::len_utf8);
        let content = trimmed(whole, inside..close);
        (!content.is_empty()).then_some(Self { head: head.to_vec(), bracket: open..body.len(), content, text })
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

    /// Whether as much of the text before it is known as its judgement asks for.
    pub fn stands_behind_text(&self) -> bool {
        let before = self.before();
        before.chars().nth(BEFORE).is_some() && !before.ends_with(['）', ')'])
    }

    /// Where the content stands.
    pub fn content_spans(&self, source: &str) -> Vec<Span> {
        self.text.spans(self.content.clone(), source)
    }

    /// Where the bracket begins.
    pub fn place(&self, source: &str) -> Span {
        self.text.spans(self.bracket.clone(), source).first().copied().unwrap_or(Span::new(0, 0))
    }

    pub fn voice(&self, source: &str) -> Voice {
        let spans = |range: Range<usize>| self.text.spans(range, source);
        let whole = self.text.as_str();
        let mut text: Vec<Span> = self.head.iter().map(|piece| piece.trim(source)).collect();
        text.extend(spans(0..self.bracket.start));
        text.extend(spans(self.bracket.end..whole.len()));
        let (mut parties, mut marks) = (Vec::new(), spans(self.bracket.start..self.content.start));
        let mut at = self.content.start;
        for part in split_label(self.content()) {
            let range = self.content.start + part.start..self.content.start + part.end;
            marks.extend(spans(at..range.start));
            at = range.end;
            parties.push(Named { label: whole[range.clone()].to_owned(), spans: spans(range) });
        }
        marks.extend(spans(at..self.content.end));
        marks.extend(spans(self.content.end..self.bracket.end));
        Voice { text, label: self.content().to_owned(), parties, marks }
    }
}

/// Where the bracket opens that a closing one after `text` would close.
fn matching_open(text: &str) -> Option<usize> {
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
