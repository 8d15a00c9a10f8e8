//! The normal form of a text, with the exact way back to the source.
//!
//! `平成 29年１月` → `平成29年1月`; `（こども⏎医療）` → `（こども医療）`. A [`Text`] is built from the pieces of the source that
//! make it up, one per physical line, and remembers for each of its bytes where it came from.

use std::ops::Range;

use crate::fold::{Fold, fold_char, is_half_kana, is_half_mark, push_folded, push_voiced};
use crate::span::{Span, is_space};

/// Text in normal form and, run by run, where it stood.
#[derive(Clone, Debug, Default)]
pub struct Text {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of the text that comes from one stretch of one physical line.
///
/// A copied run is the same bytes in both; any other run maps as a whole (`㈱` ↔ `（株）`).
#[derive(Clone, Copy, Debug)]
struct Run {
    text: usize,
    source: Span,
    copied: bool,
    piece: usize,
}

impl Text {
    /// The normal form of the pieces that `spans` select, in that order.
    pub fn of(source: &str, spans: &[Span]) -> Self {
        let mut builder = Builder { out: Self::default(), tracked: true, copied_to: None };
        builder.pieces(source, spans);
        builder.out
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where a range of the text stood: one span for each physical line piece, without white space at its ends.
    ///
    /// `３回` inside `第３回` → the bytes of `３回`, not of `3回`.
    pub fn spans(&self, range: Range<usize>, source: &str) -> Vec<Span> {
        let first = self.runs.partition_point(|run| run.text <= range.start).saturating_sub(1);
        let mut spans: Vec<(usize, Span)> = Vec::new();
        for (at, run) in self.runs.iter().enumerate().skip(first) {
            if run.text >= range.end {
                break;
            }
            let next = self.runs.get(at + 1).map_or(self.text.len(), |next| next.text);
            let Some(part) = run.overlap(next, &range) else { continue };
            match spans.last_mut() {
                Some((piece, last)) if *piece == run.piece => last.end = part.end,
                _ => spans.push((run.piece, part)),
            }
        }
        spans.into_iter().map(|(_, span)| span.trim(source)).filter(|span| !span.is_empty()).collect()
    }
}

impl Run {
    /// The part of the source behind `range`, where this run reaches from its start to `next` in the text.
    fn overlap(&self, next: usize, range: &Range<usize>) -> Option<Span> {
        let (from, to) = (range.start.max(self.text), range.end.min(next));
        if from >= to {
            return None;
        }
        if !self.copied {
            return Some(self.source);
        }
        Some(Span::new(self.source.start + from - self.text, self.source.start + to - self.text))
    }
}

/// The normal form of the pieces that `spans` select: [`Text::of`] without the way back.
pub fn normal_form(source: &str, spans: &[Span]) -> String {
    let mut builder = Builder { out: Text::default(), tracked: false, copied_to: None };
    builder.pieces(source, spans);
    builder.out.text
}

struct Builder {
    out: Text,
    tracked: bool,
    /// Where in the source the last run ends, if it is a copied one.
    copied_to: Option<usize>,
}

impl Builder {
    fn pieces(&mut self, source: &str, spans: &[Span]) {
        self.out.text.reserve(spans.iter().map(|span| span.end - span.start).sum());
        let mut last: Option<char> = None;
        for (number, span) in spans.iter().enumerate() {
            let span = span.trim(source);
            let piece = span.of(source);
            let Some(first) = piece.chars().next() else { continue };
            if last.is_some_and(is_word) && is_word(first) {
                self.separate(span.start, number);
            }
            self.piece(piece, span.start, number);
            last = piece.chars().next_back();
        }
    }

    /// A space that stands for a line end between two Latin words.
    fn separate(&mut self, source: usize, piece: usize) {
        self.run(Span::new(source, source), false, piece);
        self.out.text.push(' ');
    }

    fn piece(&mut self, piece: &str, base: usize, number: usize) {
        let (mut at, mut apart) = (0, 0);
        self.copied_to = None;
        while at < piece.len() {
            let plain = plain_run(&piece.as_bytes()[at..]);
            if plain > 0 {
                self.copy(&piece[at..at + plain], base + at, number);
                at += plain;
                continue;
            }
            let rest = &piece[at..];
            let Some(c) = rest.chars().next() else { break };
            at += if is_space(c) {
                self.space(piece, at, base, number, &mut apart)
            } else {
                self.character(piece, at, c, base, number)
            };
        }
    }

    /// White space at byte `at` of the piece; gives its length.
    fn space(&mut self, piece: &str, at: usize, base: usize, number: usize, apart: &mut usize) -> usize {
        let behind = piece[at..].trim_start_matches(is_space);
        let length = piece.len() - at - behind.len();
        if *apart == 0 {
            *apart = letters_apart(&piece[..at], behind);
        }
        if *apart > 0 {
            *apart -= 1;
        } else if !between_scripts(piece[..at].chars().next_back(), behind.chars().next()) {
            self.run(Span::new(base + at, base + at + length), false, number);
            self.out.text.push(' ');
        }
        length
    }

    /// Any other character at byte `at` of the piece, with the sound mark behind it; gives their length.
    fn character(&mut self, piece: &str, at: usize, c: char, base: usize, number: usize) -> usize {
        let length = c.len_utf8();
        let span = Span::new(base + at, base + at + length);
        if is_half_mark(c) && self.voice(&piece[..at], c, span) {
            return length;
        }
        let mark = piece[at + length..].chars().next().filter(|mark| is_half_kana(c) && is_half_mark(*mark));
        if let Some(mark) = mark {
            self.run(Span::new(span.start, span.end + mark.len_utf8()), false, number);
            push_voiced(c, mark, &mut self.out.text);
            return length + mark.len_utf8();
        }
        if fold_char(c) == Fold::Same {
            self.copy(&piece[at..at + length], span.start, number);
        } else {
            self.run(span, false, number);
            push_folded(c, &mut self.out.text);
        }
        length
    }

    /// A sound mark whose kana stands before a space that was closed up: `ｶ ｶ ﾞ` is `カガ`.
    fn voice(&mut self, before: &str, mark: char, span: Span) -> bool {
        let kana = before.trim_end_matches(is_space).chars().next_back();
        let Some(kana) = kana.filter(|c| is_half_kana(*c) && !self.out.text.ends_with(' ')) else { return false };
        if self.out.text.pop().is_none() {
            return false;
        }
        if let Some(run) = self.out.runs.last_mut() {
            run.source.end = span.end;
        }
        push_voiced(kana, mark, &mut self.out.text);
        true
    }

    /// Characters that stay as written; what follows a copied run directly belongs to it.
    fn copy(&mut self, text: &str, source: usize, piece: usize) {
        if self.copied_to != Some(source) {
            self.run(Span::new(source, source), true, piece);
        }
        self.out.text.push_str(text);
        self.copied_to = Some(source + text.len());
    }

    fn run(&mut self, source: Span, copied: bool, piece: usize) {
        self.copied_to = None;
        if self.tracked {
            self.out.runs.push(Run { text: self.out.text.len(), source, copied, piece });
        }
    }
}

/// How many bytes from here on are characters that stay as written and are no space: ASCII, kana, ideographs.
fn plain_run(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match (byte, bytes.get(at + 1), bytes.get(at + 2)) {
            (b'!'..=b'~', _, _) => 1,
            // U+3000 is a space, and of U+3200 to U+33FF some change.
            (0xe3, Some(0x80), Some(0x80)) | (0xe3, Some(0x88..=0x8f), _) => break,
            (0xe3..=0xe9, _, _) => 3,
            _ => break,
        };
    }
    at
}

/// How many spaces from here on close up letters that were set apart: `震 災 を` has 2, `番 号` none.
///
/// Three letters or more, each alone between spaces; all but the first must be Japanese.
fn letters_apart(before: &str, after: &str) -> usize {
    let mut back = before.chars().rev();
    let alone = back.next().is_some() && back.next().is_none_or(is_space);
    if !alone {
        return 0;
    }
    let mut letters = 0;
    let mut rest = after;
    loop {
        let mut chars = rest.chars();
        match (chars.next(), chars.next()) {
            (Some(c), next) if is_japanese(c) && next.is_none_or(is_space) => letters += 1,
            _ => break,
        }
        rest = chars.as_str().trim_start_matches(is_space);
    }
    if letters >= 2 { letters } else { 0 }
}

/// The space that extractors put between a Japanese character and a half-width digit or letter.
fn between_scripts(previous: Option<char>, next: Option<char>) -> bool {
    let (Some(previous), Some(next)) = (previous, next) else { return false };
    is_japanese(previous) && next.is_ascii_alphanumeric() || previous.is_ascii_alphanumeric() && is_japanese(next)
}

/// Kana, ideographs, 々, 〇 and half-width katakana: what the space rules call Japanese.
#[inline]
pub(crate) fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Printable ASCII: between two of these a line end is a space between words.
fn is_word(c: char) -> bool {
    c.is_ascii_graphic()
}
