//! The words of a line and the display columns in which they stand.

use super::measure::Measure;
use crate::ledger::ends_piece;
use crate::lexicon::roles;
use crate::line::Line;
use crate::rules::table::SET_APART;
use crate::rules::{is_circled, is_digit};
use crate::span::{Span, is_space};
use crate::text::is_japanese;
use crate::values::person_name::{is_name_shaped, key};

/// The widest gap between a sign and its number, `△    213`.
const SIGN_GAP: usize = 6;

/// A stretch without white space, or several that are plainly one: `△ 213`, `予　算　額`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub span: Span,
    /// First display column.
    pub start: usize,
    /// The display column after its last.
    pub end: usize,
    /// Display columns of white space before it.
    pub gap: usize,
    /// Characters of white space before it.
    blanks: usize,
}

impl Word {
    /// A word in these columns, after a wide gap.
    #[cfg(test)]
    pub fn at(span: Span, start: usize, end: usize) -> Self {
        Self { span, start, end, gap: 2, blanks: 2 }
    }

    pub fn text<'s>(&self, source: &'s str) -> &'s str {
        self.span.of(source)
    }

    fn is_letter(&self, source: &str) -> bool {
        let mut chars = self.text(source).chars();
        chars.next().is_some_and(is_japanese) && chars.next().is_none()
    }
}

/// The words of a line, in order.
pub(super) fn words(line: &Line, source: &str, measure: Measure) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut at = margin(line, source);
    let (mut column, mut gap, mut blanks) = (0, 0, 0);
    let mut open: Option<Word> = None;
    for c in source[at..line.span.end].chars() {
        let width = if c == '\t' { 8 - column % 8 } else { measure.of(c) };
        let span = Span::new(at, at + c.len_utf8());
        at = span.end;
        column += width;
        if is_space(c) {
            found.extend(open.take());
            gap += width;
            blanks += 1;
            continue;
        }
        let word = open.get_or_insert(Word { span, start: column - width, end: column, gap, blanks });
        word.span.end = span.end;
        word.end = column;
        (gap, blanks) = (0, 0);
    }
    found.extend(open);
    join_letters(&mut found, source);
    join_pairs(found, source)
}

/// Where the white space before a line's first character begins.
fn margin(line: &Line, source: &str) -> usize {
    let before = &source[..line.span.start];
    let white = before.chars().rev().take_while(|c| is_space(*c) && !ends_piece(*c));
    line.span.start - white.map(char::len_utf8).sum::<usize>()
}

/// `財 源 内 訳` is one word: three letters or more, each alone, one blank between them.
fn join_letters(words: &mut Vec<Word>, source: &str) {
    let mut out: Vec<Word> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let mut last = at;
        while words[at].is_letter(source)
            && words.get(last + 1).is_some_and(|next| next.blanks == 1 && next.is_letter(source))
        {
            last += 1;
        }
        if last >= at + 2 {
            out.push(joined(words[at], words[last]));
            at = last + 1;
        } else {
            out.push(words[at]);
            at += 1;
        }
    }
    *words = out;
}

/// Two words that are one: `△ 213`, `第 １号`, `氏　　名`.
fn join_pairs(words: Vec<Word>, source: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        let further = out.len() > 1;
        match out.last_mut() {
            Some(last) if further && is_point(last, &word, source) => *last = joined(*last, word),
            Some(last) if is_pair(last, &word, source) => *last = joined(*last, word),
            Some(_) | None => out.push(word),
        }
    }
    out
}

fn is_pair(first: &Word, second: &Word, source: &str) -> bool {
    let (left, right) = (first.text(source), second.text(source));
    let number = right.starts_with(is_digit);
    let signed = matches!(left, "△" | "▲" | "－" | "−" | "-") && number && second.gap <= SIGN_GAP;
    let counted = left.ends_with('第') && number && second.blanks <= 4;
    let apart = second.blanks <= 4
        && first.is_letter(source)
        && second.is_letter(source)
        && SET_APART.iter().any(|word| word.starts_with(left) && word.ends_with(right));
    signed || counted || apart || is_name(first, second, source)
}

/// `石川　豊`: one full-width blank within a person's name.
fn is_name(first: &Word, second: &Word, source: &str) -> bool {
    let between = Span::new(first.span.end, second.span.start).of(source);
    let (family, given) = (first.text(source), second.text(source));
    between == "\u{3000}"
        && roles::is_surname(&key(family))
        && given.chars().count() <= 4
        && is_name_shaped(given)
        && !roles::is_heading(given)
        && roles::at_end(given).is_none()
}

/// `１ 防災対策`, `(2) 要配慮者名簿`: the number of a point within a cell; the line's first word may number the row.
///
/// A half-width number without a sign of its own may be the amount in the column before: `5,966       22 既存施設`.
fn is_point(first: &Word, second: &Word, source: &str) -> bool {
    let text = first.text(source);
    let bare = text.trim_matches(['(', ')', '（', '）', '.', '．']);
    let digits = (1..=2).contains(&bare.chars().count()) && bare.chars().all(is_digit);
    let wide = text.chars().nth(1).is_none() && text.starts_with(|c| ('１'..='９').contains(&c) || is_circled(c));
    let number = wide || digits && bare.len() < text.len();
    number && second.blanks == 1 && second.text(source).starts_with(is_japanese)
}

fn joined(first: Word, last: Word) -> Word {
    Word { span: Span::new(first.span.start, last.span.end), end: last.end, ..first }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::Encoding;
    use crate::normalize::normalize;
    use crate::source::Source;

    fn read(text: &str, measure: Measure) -> Vec<(String, usize, usize)> {
        let source = Source::new("t", text.into(), Encoding::Utf8, text.len(), 0);
        let lines = normalize(&source);
        let words = words(lines.last().unwrap(), text, measure);
        words.iter().map(|word| (word.text(text).to_owned(), word.start, word.end)).collect()
    }

    #[test]
    fn words_stand_in_display_columns_or_in_characters() {
        let text = "見出し\n  12  総務課   △ 213  財 源 内 訳  氏　名";
        let wide = read(text, Measure::Wide);
        let want = [("12", 2, 4), ("総務課", 6, 12), ("△ 213", 15, 21), ("財 源 内 訳", 23, 34), ("氏　名", 36, 42)];
        assert_eq!(wide, want.map(|(text, start, end)| (text.to_owned(), start, end)));
        let names = read("  2  石川　豊  １ 農業振興  (1) 後継者  ３ 9,876", Measure::Wide);
        let names: Vec<&str> = names.iter().map(|(text, _, _)| text.as_str()).collect();
        assert_eq!(names, ["2", "石川　豊", "１ 農業振興", "(1) 後継者", "３", "9,876"]);
        assert_eq!(read(text, Measure::Characters)[2], ("△ 213".to_owned(), 12, 17));
    }
}
