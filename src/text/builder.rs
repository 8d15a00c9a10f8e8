//! The normal form as it grows, piece by piece, and the runs that lead back.

use super::spaces::{between_scripts, is_word, letters_apart};
use super::{Run, Text};
use crate::fold::{Fold, fold_char, is_half_kana, is_half_mark, push_folded, push_voiced};
use crate::span::{Span, is_space};

pub(super) struct Builder {
    pub out: Text,
    pub tracked: bool,
    /// Where in the source the last run ends, if it is a copied one.
    pub copied_to: Option<usize>,
}

impl Builder {
    pub fn pieces(&mut self, source: &str, spans: &[Span]) {
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

/// How many bytes from here on are characters that stay as written and are no space: ASCII, kana, ideographs, wide signs.
fn plain_run(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match (byte, bytes.get(at + 1)) {
            // Kana and ideographs: nearly all there is.
            (0xe3, Some(0x81..=0x83)) | (0xe4..=0xe9, _) => 3,
            (b'!'..=b'~', _) => 1,
            (0xe3 | 0xef, _) if is_plain(&bytes[at..]) => 3,
            _ => break,
        };
    }
    at
}

/// Whether the first character, one from U+3000 to U+3FFF or from U+F000 on, is plain.
#[inline]
fn is_plain(bytes: &[u8]) -> bool {
    match bytes {
        // U+3000 is a space, and of U+3200 to U+33FF some change.
        [0xe3, 0x80, 0x80, ..] | [0xe3, 0x88..=0x8f, ..] => false,
        [0xe3, ..] => true,
        // ！ to ／, ： to ＠: no digits and no letters.
        [0xef, 0xbc, 0x80..=0x8f | 0x9a..=0xa0, ..] => true,
        _ => false,
    }
}
