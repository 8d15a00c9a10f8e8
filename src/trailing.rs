//! The bracket at the end of a text, `…見えにくい（小田原市健康づくり課）`, and what stands in it.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::attribute::Person;
use crate::leading::is_name;
use crate::link::affiliated::body_and_person;
use crate::link::split::split_label;
use crate::span::Span;
use crate::text::Text;
use crate::values::titled::{Titled, titled};

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
    /// Where the name stands, if it does not stand with the text itself: in a heading above.
    pub heading: Vec<Span>,
}

/// A name and its place.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub label: String,
    pub spans: Vec<Span>,
    /// Whom the attendee list knows by that name.
    pub person: Option<Person>,
    /// Who it is by its own words: `Ａ構成員`, `山田委員`.
    pub titled: Option<Titled>,
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
    /// Whether its author closed it.
    pub is_closed: bool,
}

impl Trailing {
    /// Finds the last bracket of a text, a full stop behind it allowed: `…要件（目的（案））` gives `目的（案）`.
    ///
    /// One that is never closed ends with the text: `…してほしい（厚木市` gives `厚木市`.
    pub fn of(head: &[Span], text: Text) -> Option<Self> {
        let whole = text.as_str();
        let body = whole.trim_end_matches(['。', '．', '.', ' ']);
        let closed = body.char_indices().next_back().filter(|(_, c)| is_close(*c)).map(|(at, _)| at);
        // …足りない（厚木市））: one too many, which only the whole text can tell.
        let twice = || {
            let closed = closed.filter(|_| head.is_empty())?;
            let (doubled, _) = body[..closed].char_indices().next_back().filter(|(_, c)| body.ends_with(*c))?;
            let open = matching_open(&body[..doubled])?;
            Some((open, Some(doubled)))
        };
        let found = matching_open(&body[..closed.unwrap_or(body.len())]).map(|open| (open, closed));
        let (open, closed) = found.or_else(twice)?;
        let inside = open + whole[open..].chars().next().map_or(0, char::len_utf8);
        let content = trimmed(whole, inside..closed.unwrap_or(body.len()));
        let bracket = open..body.len();
        let may = !content.is_empty() && (closed.is_some() || may_lack_its_end(&whole[content.clone()]));
        may.then_some(Self { head: head.to_vec(), is_closed: closed.is_some(), bracket, content, text })
    }

    /// A name at some other place of a text: `bracket` with what sets it off, `content` without.
    pub(crate) fn at(text: Text, bracket: Range<usize>, content: Range<usize>) -> Self {
        Self { head: Vec::new(), text, bracket, content, is_closed: true }
    }

    pub fn content(&self) -> &str {
        &self.text.as_str()[self.content.clone()]
    }

    /// The text behind the bracket, or behind the name with which the text begins.
    pub fn behind(&self) -> &str {
        self.text.as_str()[self.bracket.end..].trim()
    }

    /// The text before the bracket, and before other brackets in front of it: `…したい（約4名）` gives `…したい`.
    pub fn before(&self) -> &str {
        let mut before = self.text.as_str()[..self.bracket.start].trim_end();
        while let Some(inside) = before.strip_suffix(is_close) {
            let Some(open) = matching_open(inside) else { break };
            before = before[..open].trim_end();
        }
        before
    }

    /// Whether it is of a kind that heads nothing: `（厚木市）`, `〔厚木市〕`; `【厚木市】` may.
    pub fn is_round(&self) -> bool {
        !self.text.as_str()[self.bracket.start..].starts_with(['【', '＜', '〈', '《'])
    }

    /// Whether a sentence ends before it: `…したい。（厚木市）`.
    pub fn stands_after_sentence(&self) -> bool {
        self.before().ends_with(['。', '．', '！', '？', '!', '?'])
    }

    /// Whether the sentence that it stands in ends behind it: `…が増えた（厚木市）。`
    pub fn stands_within_sentence(&self) -> bool {
        !self.stands_after_sentence() && self.text.as_str()[self.bracket.end..].trim_start().starts_with(['。', '．'])
    }

    /// Whether as much of the text before it is known as its judgement asks for.
    pub fn stands_behind_text(&self) -> bool {
        let before = self.before();
        before.chars().nth(BEFORE).is_some() && !before.ends_with(is_close)
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
        self.parties_among(&FxHashSet::default(), source)
    }

    /// The same, where these names of the document stand alone elsewhere: `市教委 消防本部` are two of them.
    pub fn parties_among(&self, known: &FxHashSet<&str>, source: &str) -> Vec<Named> {
        let content = self.content();
        let parts = split_label(content).into_iter().flat_map(|part| known_parts(content, part, known));
        let parts = parts.map(|part| {
            let range = self.content.start + part.start..self.content.start + part.end;
            let label = self.content()[part].to_owned();
            Named { spans: self.spans(range, source), person: None, titled: who(&label), label }
        });
        parts.collect()
    }

    pub fn voice(&self, parties: Vec<Named>, source: &str) -> Voice {
        let mut text = self.text_before(source);
        let behind = self.spans(self.bracket.end..self.text.as_str().len(), source);
        let ended = self.text.as_str()[..self.bracket.start].trim_end().ends_with(['。', '．', '？', '！']);
        let mut marks = self.spans(self.bracket.start..self.content.start, source);
        let content = self.content_spans(source);
        marks.extend(without(&content, parties.iter().flat_map(|party| &party.spans), source));
        marks.extend(self.spans(self.content.end..self.bracket.end, source));
        // …したい（厚木市）。ends with its full stop, …したい。（厚木市）。has one too many.
        if ended {
            marks.extend(behind)
        } else {
            text.extend(behind)
        }
        Voice { text, label: self.content().to_owned(), parties, marks, heading: Vec::new() }
    }
}

/// What may part two names that one has divided with care, and stand within one: `市教委 消防本部`, `上川北部歯科 医師会`.
pub(crate) fn may_part(c: char) -> bool {
    matches!(c, '・' | 'と' | ' ')
}

/// The two names of a part that a dot, と or white space divides, where the document has one of them and the other is one.
fn known_parts(content: &str, part: Range<usize>, known: &FxHashSet<&str>) -> Vec<Range<usize>> {
    let own = &content[part.clone()];
    if known.contains(own) || !own.contains(may_part) || who(own).is_some() {
        return vec![part];
    }
    let is_one = |name: &str| known.contains(name);
    let pair = own.match_indices(may_part).find_map(|(at, sign)| {
        let (left, right) = (own[..at].trim_end(), own[at + sign.len()..].trim_start());
        // 上川北部歯科 医師会 is one that an extractor has torn, unless what stands before the gap stands alone elsewhere.
        let both = is_one(left) && (is_one(right) || is_name(right)) || sign != " " && is_one(right) && is_name(left);
        // 釧路市 福祉課: the office of the one.
        let office = sign == " " && right.ends_with(['課', '室', '係', '部', '班']) && !is_one(right);
        let right = part.end - right.len()..part.end;
        (both && !office).then(|| vec![part.start..part.start + left.len(), right])
    });
    pair.unwrap_or_else(|| vec![part])
}

/// Whom a label names by its own words, with an organization or without one.
fn who(label: &str) -> Option<Titled> {
    // 坂元委員（青葉病院）: the bracket says whose the member is.
    let inside = label.strip_suffix(is_close);
    let outer = inside.and_then(matching_open).map(|open| label[..open].trim_end());
    titled(label).or_else(|| titled(outer?)).or_else(|| body_and_person(label).map(|(_, person)| person))
}

/// What of the spans the taken ones leave over, without white space at the ends.
fn without<'s>(spans: &[Span], taken: impl Iterator<Item = &'s Span> + Clone, source: &str) -> Vec<Span> {
    // One party, as nearly always.
    if taken.clone().eq(spans) {
        return Vec::new();
    }
    let mut rest: Vec<Span> = spans.to_vec();
    for taken in taken {
        let cut = |span: Span| {
            if taken.end <= span.start || span.end <= taken.start {
                return [span, Span::new(span.end, span.end)];
            }
            let before = Span::new(span.start, span.end.min(taken.start).max(span.start));
            let behind = Span::new(span.start.max(taken.end).min(span.end), span.end);
            [before, behind]
        };
        rest = rest.into_iter().flat_map(cut).filter(|span| !span.is_empty()).collect();
    }
    rest.into_iter().map(|span| span.trim(source)).filter(|span| !span.is_empty()).collect()
}

/// Whether a character closes what may hold a speaker's name: `（厚木市）`, `〔厚木市〕`, `［厚木市］`, `＜厚木市＞`, `【厚木市】`.
#[inline]
pub(crate) fn is_close(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | '］' | ']' | '＞' | '〉' | '》' | '】')
}

/// Whether it opens one.
#[inline]
pub(crate) fn is_open(c: char) -> bool {
    matches!(c, '（' | '(' | '〔' | '［' | '[' | '＜' | '〈' | '《' | '【')
}

/// Whether what follows a bracket that nothing closes is short and no sentence.
fn may_lack_its_end(content: &str) -> bool {
    content.chars().nth(30).is_none() && !content.contains(['。', '「', '」', '『', '』'])
}

/// Where the bracket opens that a closing one after `text` would close.
pub(crate) fn matching_open(text: &str) -> Option<usize> {
    let mut depth = 1i32;
    for (at, c) in text.char_indices().rev() {
        depth += i32::from(is_close(c)) - i32::from(is_open(c));
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
