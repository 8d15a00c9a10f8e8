//! The book of places: which characters of the source are placed, and by what.
//!
//! Nothing is lost because every leaf is made here: a leaf enters its spans into the book, and what no leaf has
//! entered when the stages are done is residue.

use crate::model::{Coverage, Furniture, FurnitureKind, LineRange, Passage, Positions};
use crate::source::Source;
use crate::span::Span;
use crate::text::normal_form;

/// How many bytes lie between two entries of the character index.
const STEP: usize = 64;

/// How many bytes are counted at once.
const BLOCK: usize = 192;

/// Makes leaves of the output and remembers what they cover.
pub(crate) struct Ledger<'s> {
    source: &'s Source<'s>,
    /// The text for patterns; leaves are made of the source.
    plain: &'s str,
    /// Code points before byte `STEP * n`.
    characters: Vec<usize>,
    placed: Vec<Span>,
    /// Characters of furniture so far.
    furniture: usize,
}

impl<'s> Ledger<'s> {
    /// A book of the source whose text is read as it is written.
    pub fn new(source: &'s Source<'s>) -> Self {
        Self::reading(source, &source.text)
    }

    /// A book of the source, which is read as `plain`: the same text for patterns, every byte offset the same.
    pub fn reading(source: &'s Source<'s>, plain: &'s str) -> Self {
        Self { source, plain, characters: character_index(&source.text), placed: Vec::new(), furniture: 0 }
    }

    /// The text for patterns.
    pub fn text(&self) -> &'s str {
        self.plain
    }

    /// The decoded text.
    pub fn written(&self) -> &'s str {
        &self.source.text
    }

    /// What the output says of such places.
    pub fn normal_form(&self, spans: &[Span]) -> String {
        normal_form(self.written(), spans)
    }

    /// Enters the spans and gives their positions: a field or a mark.
    pub fn place(&mut self, spans: &[Span]) -> Positions {
        self.placed.extend(spans.iter().filter(|span| !span.is_empty()));
        self.positions(spans)
    }

    /// Enters the spans and gives text, positions and lines: a leaf.
    pub fn passage(&mut self, spans: &[Span]) -> Passage {
        let text = self.normal_form(spans);
        let lines = self.lines(spans).unwrap_or([1, 1]);
        Passage { text, spans: self.place(spans), lines }
    }

    /// The positions of spans, in code points, without entering them: evidence, mentions.
    pub fn positions(&self, spans: &[Span]) -> Positions {
        let filled = spans.iter().filter(|span| !span.is_empty());
        Positions(filled.map(|span| [self.character(span.start), self.character(span.end)]).collect())
    }

    /// The spans of positions that this ledger has given.
    pub fn spans(&self, positions: &Positions) -> Vec<Span> {
        positions.0.iter().map(|[start, end]| Span::new(self.byte(*start), self.byte(*end))).collect()
    }

    /// The byte before which so many characters stand.
    fn byte(&self, character: usize) -> usize {
        let step = self.characters.partition_point(|before| *before <= character).saturating_sub(1);
        let (text, mut at, mut count) = (self.written(), step * STEP, self.characters[step]);
        while at < text.len() && !(count == character && text.is_char_boundary(at)) {
            count += usize::from(text.is_char_boundary(at));
            at += 1;
        }
        at.min(text.len())
    }

    /// First and last line that the spans touch.
    pub fn lines(&self, spans: &[Span]) -> Option<LineRange> {
        let first = spans.iter().map(|span| span.start).min()?;
        let last = spans.iter().map(|span| span.end).max()?;
        Some([self.source.line_of(first), self.source.line_of(last.max(first + 1) - 1)])
    }

    fn character(&self, byte: usize) -> usize {
        let step = byte / STEP;
        let start = step * STEP;
        self.characters[step] + count_characters(&self.written().as_bytes()[start..byte])
    }

    /// What is not yet entered, one span for each stretch between two line ends, without white space at its ends.
    pub fn unplaced(&mut self) -> Vec<Span> {
        let source = self.written();
        self.placed.sort_unstable();
        let mut free = Vec::new();
        let mut at = 0;
        for span in &self.placed {
            if span.start > at {
                split_lines(source, Span::new(at, span.start), &mut free);
            }
            at = at.max(span.end);
        }
        split_lines(source, Span::new(at, source.len()), &mut free);
        free
    }

    /// Characters of the spans that are not white space.
    pub fn ink(&self, spans: &[Span]) -> usize {
        spans.iter().map(|span| count_ink(span.of(self.written()))).sum()
    }

    /// Enters a line of page furniture.
    pub fn furniture(&mut self, span: Span, kind: FurnitureKind) -> Furniture {
        self.furniture += self.ink(&[span]);
        let passage = self.passage(&[span]);
        Furniture { text: passage.text, spans: passage.spans, kind, lines: passage.lines }
    }

    /// The figures, given how many characters are left over.
    pub fn coverage(&self, residue: usize) -> Coverage {
        let furniture = self.furniture;
        let characters = self.ink(&[Span::new(0, self.written().len())]);
        Coverage { characters, placed: characters - furniture - residue, furniture, residue }
    }

    /// Number of code points of the whole source.
    pub fn characters(&self) -> usize {
        self.character(self.written().len())
    }
}

fn split_lines(source: &str, span: Span, free: &mut Vec<Span>) {
    // Mostly a line end alone lies between two leaves.
    if span.trim(source).is_empty() {
        return;
    }
    let mut start = span.start;
    for line in span.of(source).split_inclusive(ends_piece) {
        let piece = Span::new(start, start + line.len()).trim(source);
        start += line.len();
        if !piece.is_empty() {
            free.push(piece);
        }
    }
}

/// What ends a physical piece of text: the line ends, and the breaks that end no counted line (form feed, vertical
/// tab, NEL, U+2028, U+2029).
#[inline]
pub(crate) fn ends_piece(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn character_index(source: &str) -> Vec<usize> {
    let mut index = Vec::with_capacity(source.len() / STEP + 1);
    let mut count = 0;
    for chunk in source.as_bytes().chunks(STEP) {
        index.push(count);
        count += count_characters(chunk);
    }
    index.push(count);
    index
}

/// Characters that are not white space, told by their bytes: three at a time, without a branch.
fn count_ink(text: &str) -> usize {
    let bytes = text.as_bytes();
    let length = bytes.len().saturating_sub(2);
    let mut whole = 0;
    // Blocks whose count fits a byte: such a sum is done for many bytes at once.
    for start in (0..length).step_by(BLOCK) {
        let count = BLOCK.min(length - start);
        let [a, b, c] = [0, 1, 2].map(|by| &bytes[start + by..start + by + count]);
        whole += usize::from((0..count).map(|at| u8::from(begins_space(a[at], b[at], c[at]))).sum::<u8>());
    }
    let last = &bytes[bytes.len().saturating_sub(2)..];
    let end = last.iter().enumerate().filter(|(at, a)| begins_space(**a, *last.get(at + 1).unwrap_or(&0), 0)).count();
    count_characters(bytes) - whole - end
}

/// Whether these bytes begin a white space character: ASCII white space and separators, U+0085, U+00A0, U+1680, U+2000 to
/// U+200A, U+2028, U+2029, U+202F, U+205F, U+3000. The other control characters are ink.
#[inline]
fn begins_space(a: u8, b: u8, c: u8) -> bool {
    let ascii = (a == b' ') | (0x09..=0x0d).contains(&a) | (0x1c..=0x1f).contains(&a);
    let latin = (a == 0xc2) & ((b == 0x85) | (b == 0xa0));
    let ogham = (a == 0xe1) & (b == 0x9a) & (c == 0x80);
    let general = (a == 0xe2) & (b == 0x80) & ((0x80..=0x8a).contains(&c) | (c == 0xa8) | (c == 0xa9) | (c == 0xaf));
    let mathematical = (a == 0xe2) & (b == 0x81) & (c == 0x9f);
    let ideographic = (a == 0xe3) & (b == 0x80) & (c == 0x80);
    ascii | latin | ogham | general | mathematical | ideographic
}

#[inline]
fn count_characters(bytes: &[u8]) -> usize {
    let count = |bytes: &[u8]| bytes.iter().map(|byte| u8::from((*byte as i8) >= -0x40)).sum::<u8>();
    bytes.chunks(BLOCK).map(|bytes| usize::from(count(bytes))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::Encoding;
    use crate::span::is_space;

    #[test]
    fn white_space_is_told_by_its_bytes() {
        for c in '\0'..='\u{10ffff}' {
            let text = String::from(c);
            assert_eq!(count_ink(&text), usize::from(!is_space(c)), "{c:?}");
        }
        assert_eq!(count_ink("　あ い\u{2003}う\r\n"), 3);
    }

    #[test]
    fn what_no_leaf_enters_is_left_over() {
        let source = "①議題\n・意見（厚木市）\n";
        let document = Source::new("t", source.into(), Encoding::Utf8, source.len(), 0);
        let mut ledger = Ledger::new(&document);
        let at = source.find("意見").unwrap();
        let leaf = ledger.passage(&[Span::new(at, at + "意見".len())]);
        assert_eq!((leaf.text.as_str(), leaf.spans.0[0], leaf.lines), ("意見", [5, 7], [2, 2]));
        let left: Vec<&str> = ledger.unplaced().into_iter().map(|span| span.of(source)).collect();
        assert_eq!(left, ["①議題", "・", "（厚木市）"]);
    }
}
