//! The bracket at the end of a text, `…見えにくい（小田原市健康づくり課）`, and what stands in it.

use std::ops::Range;

use crate::attribute::Person;
use crate::lexicon::roles::{self, Role};
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
    /// Whom the attendee list knows by that name.
    pub person: Option<Person>,
    /// Whether it is a role with a letter that tells those of one role apart: `Ａ構成員`.
    pub is_role: bool,
}

/// How many characters before a bracket its judgement asks for.
pub(crate) const BEFORE: usize = 4;

/// A text and the bracket at its end.
pub(crate) struct Trailing {
    /// The pieces before those of `text`.
    head: Vec<Span>,
    pub text: Text,
    /// The bracket, its two characters included.
    pub bracket: Range<usize>,
    /// What stands in it.
    pub content: Range<usize>,
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

    /// The text before the bracket.
    pub fn text_before(&self, source: &str) -> Vec<Span> {
        let head = self.head.iter().map(|piece| piece.trim(source));
        head.chain(self.spans(0..self.bracket.start, source)).collect()
    }

    pub fn spans(&self, range: Range<usize>, source: &str) -> Vec<Span> {
        self.text.spans(range, source)
    }

    /// The parties of the content as it divides itself: `厚木市、愛川町`.
    pub fn parties(&self, source: &str) -> Vec<Named> {
        let parts = split_label(self.content()).into_iter().map(|part| {
            let range = self.content.start + part.start..self.content.start + part.end;
            let label = self.content()[part].to_owned();
            Named { spans: self.spans(range, source), person: None, is_role: is_lettered_role(&label), label }
        });
        parts.collect()
    }

    pub fn voice(&self, parties: Vec<Named>, source: &str) -> Voice {
        let mut text = self.text_before(source);
        text.extend(self.spans(self.bracket.end..self.text.as_str().len(), source));
        let mut marks = self.spans(self.bracket.start..self.content.start, source);
        let content = self.content_spans(source);
        marks.extend(without(&content, parties.iter().flat_map(|party| &party.spans), source));
        marks.extend(self.spans(self.content.end..self.bracket.end, source));
        Voice { text, label: self.content().to_owned(), parties, marks }
    }
}

/// `A構成員`, `委員1`: a role and one letter.
fn is_lettered_role(label: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || "甲乙丙丁".contains(c);
    let bare = label.strip_prefix(letter).or_else(|| label.strip_suffix(letter));
    bare.and_then(roles::at_end).is_some_and(|(at, role)| at == 0 && role != Role::Honorific)
}

/// What of the spans the taken ones leave over, without white space at the ends.
fn without<'s>(spans: &[Span], taken: impl Iterator<Item = &'s Span>, source: &str) -> Vec<Span> {
    let mut rest: Vec<Span> = spans.to_vec();
    for taken in taken {
        let cut = |span: Span| {
            let before = Span::new(span.start, span.end.min(taken.start).max(span.start));
            let behind = Span::new(span.start.max(taken.end).min(span.end), span.end);
            if taken.end <= span.start || span.end <= taken.start { vec![span] } else { vec![before, behind] }
        };
        rest = rest.into_iter().flat_map(cut).collect();
    }
    rest.into_iter().map(|span| span.trim(source)).filter(|span| !span.is_empty()).collect()
}

/// Where the bracket opens that a closing one after `text` would close.
pub(crate) fn matching_open(text: &str) -> Option<usize> {
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
