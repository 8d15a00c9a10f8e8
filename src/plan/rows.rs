//! Where the rows are: each begins with its number at the beginning of a line.
//!
//! Content may begin with a number too (`３か所`, `20 歳`), so the numbers that count upwards through the whole
//! document are looked for, as the best chain of candidates.

use crate::line::Line;
use crate::rules::{is_circled, is_digit};
use crate::span::{Span, is_space};
use crate::values::counter;
use crate::values::number::number;

use super::chain::{alike, chain};
use super::number::Number;
use super::outline::Kind;
use super::words::words;

/// A row: its number and the lines up to the next row's number.
#[derive(Clone, Debug)]
pub(super) struct RowLines {
    pub number: Number,
    /// The number without a `№` or bracket around it.
    pub digits: Span,
    /// What stands around the digits.
    pub marks: Vec<Span>,
    /// What stands before the number on its line, where the category is the first column.
    pub before: Option<Span>,
    /// Where the text after the number begins, in its line.
    pub rest: Span,
    /// The body lines of the row; head lines and titles among them are not its own.
    pub lines: std::ops::Range<usize>,
    /// It may be a page number.
    pub doubtful: bool,
}

/// A longer word (in characters) before a number is no category.
const LONGEST_CATEGORY: usize = 12;

/// How the rows of a table are numbered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    /// `3 研修`, `（３） 研修`; with `second`, `人材育成 3 研修` too.
    Spaced { second: bool },
    /// `3研修`.
    Glued,
    /// `③ 研修`.
    Circled,
    /// `1-3 研修`.
    Parts,
}

/// The rows of the body. `second` says that the numbers' column is the second.
pub(super) fn rows(body: &[Line], kinds: &[Kind], source: &str, second: bool) -> Vec<RowLines> {
    let (mut found, mut chosen) = alike(candidates(body, kinds, source, Style::Spaced { second }), body, source);
    for style in [Style::Parts, Style::Glued, Style::Circled] {
        // A few numbers alone beside numbers of parts are the pages'.
        if chosen.len() > 1 && style != Style::Parts {
            break;
        }
        let other = candidates(body, kinds, source, style);
        let rows = chain(&other, body, source);
        if rows.len() > chosen.len() {
            (found, chosen) = (other, rows);
        }
    }
    let ends: Vec<usize> = chosen.iter().skip(1).map(|at| found[*at].lines.start).chain([body.len()]).collect();
    chosen
        .iter()
        .zip(ends)
        .map(|(at, end)| RowLines { lines: found[*at].lines.start..end, ..found[*at].clone() })
        .collect()
}

/// Lines that begin with a number in this style.
fn candidates(body: &[Line], kinds: &[Kind], source: &str, style: Style) -> Vec<RowLines> {
    let text = body.iter().zip(kinds).enumerate().filter(|(_, (_, kind))| matches!(kind, Kind::Text | Kind::Furniture));
    // 費用は⏎3⏎万円。: a figure in mid-sentence.
    let figure = |at: usize, line: &Line| {
        let before = at.checked_sub(1).and_then(|before| body[before].last(source));
        let behind = || body.get(at + 1).map_or("", |next| next.text(source));
        line.width <= 6 && line.text(source).chars().all(is_digit) && counter::is_figure(before, behind())
    };
    // Before what a page repeats, a number alone is the page's.
    let page = |at: usize, line: &Line| {
        line.text(source).chars().all(is_digit)
            && kinds.get(at + 1).is_some_and(|next| matches!(next, Kind::Repeated | Kind::Head | Kind::Title))
    };
    let text = text.filter(|(at, (line, _))| !figure(*at, line) && !page(*at, line));
    let found =
        text.filter_map(|(at, (line, kind))| Some((candidate(line, at, source, style)?, *kind == Kind::Furniture)));
    found.map(|(row, doubtful)| RowLines { doubtful, ..row }).collect()
}

fn candidate(line: &Line, at: usize, source: &str, style: Style) -> Option<RowLines> {
    match style {
        Style::Circled => circled(line, at, source),
        Style::Parts => parts(line, at, source),
        Style::Glued => numbered(line.span, at, source, true),
        Style::Spaced { second } => {
            numbered(line.span, at, source, false).or_else(|| behind_category(line, at, source).filter(|_| second))
        }
    }
}

/// `人材育成 3 研修`.
fn behind_category(line: &Line, at: usize, source: &str) -> Option<RowLines> {
    let mut words = words(source, line.span);
    let (first, second) = (words.next()?, words.next()?);
    let row = numbered(Span::new(second.start, line.span.end), at, source, false)?;
    let plain = first.of(source).chars().count() <= LONGEST_CATEGORY && row.digits.end <= second.end;
    plain.then_some(RowLines { before: Some(first), ..row })
}

/// `③ 研修`.
fn circled(line: &Line, at: usize, source: &str) -> Option<RowLines> {
    let first = words(source, line.span).next()?;
    let text = first.of(source);
    let alone = text.chars().count() == 1 && text.starts_with(is_circled);
    let rest = Span::new(first.end, line.span.end);
    let row = |number| RowLines {
        number,
        digits: first,
        marks: Vec::new(),
        before: None,
        rest,
        lines: at..at + 1,
        doubtful: false,
    };
    number(text).filter(|_| alone).map(|number| row(Number::of(number)))
}

/// `1-3 研修`, `（Ⅱ－１）`.
fn parts(line: &Line, at: usize, source: &str) -> Option<RowLines> {
    let first = words(source, line.span).next()?;
    let text = first.of(source);
    let bare = text.trim_start_matches(['№', '(', '（', '【', '[']);
    let front = text.len() - bare.len();
    let bare = bare.trim_end_matches([')', '）', '】', ']', '.', '．']);
    let digits = Span::new(first.start + front, first.start + front + bare.len());
    let marks = [Span::new(first.start, digits.start), Span::new(digits.end, first.end)];
    Some(RowLines {
        number: Number::of_parts(bare)?,
        digits,
        marks: marks.into_iter().filter(|mark| !mark.is_empty()).collect(),
        before: None,
        rest: Span::new(first.end, line.span.end),
        lines: at..at + 1,
        doubtful: false,
    })
}

/// A row's number at the beginning of these words, with white space behind it, or, where `glued`, a word.
fn numbered(line: Span, at: usize, source: &str, glued: bool) -> Option<RowLines> {
    let text = line.of(source);
    if !text.starts_with(|c| is_digit(c) || matches!(c, '№' | 'N' | 'Ｎ' | '(' | '（')) {
        return None;
    }
    let front =
        ["№", "No.", "No", "Ｎｏ．", "Ｎｏ", "NO.", "(", "（"].into_iter().find(|front| text.starts_with(front));
    let front = front.map_or(0, str::len);
    let digits = text[front..].find(|c| !is_digit(c)).unwrap_or(text.len() - front);
    if digits == 0 || text[front..front + digits].chars().count() > 4 {
        return None;
    }
    let after = text[front + digits..].chars().next();
    let back = after.filter(|c| ")）.．".contains(*c)).map_or(0, char::len_utf8);
    let end = front + digits + back;
    let next = text[end..].chars().next();
    if next.is_some_and(|next| !(is_space(next) || glued && is_word(&text[end..]))) {
        return None;
    }
    // 1 / 3: the first of three pages.
    if text[end..].trim_start().starts_with(['/', '／']) {
        return None;
    }
    let span = |from: usize, to: usize| Span::new(line.start + from, line.start + to);
    let marks = [span(0, front), span(front + digits, end)].into_iter().filter(|mark| !mark.is_empty()).collect();
    let digits = span(front, front + digits);
    let number = number(digits.of(source)).filter(|number| *number > 0)?;
    Some(RowLines {
        number: Number::of(number),
        digits,
        marks,
        before: None,
        rest: Span::new(line.start + end, line.end),
        lines: at..at + 1,
        doubtful: false,
    })
}

/// Whether a word begins here that a row's number may stand before: 3研修, but not ８月、２月.
fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || ('ァ'..='ヶ').contains(&c))
        && !counter::follows(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::Encoding;
    use crate::source::Source;
    use crate::{blocks, normalize};

    fn numbers(text: &str) -> Vec<(u32, usize)> {
        let source = Source::new("t", text.into(), Encoding::Utf8, text.len(), 0);
        let body = blocks::blocks(&normalize::normalize(&source), text, blocks::Rows::Numbered).body;
        let rows = rows(&body, &vec![Kind::Text; body.len()], text, false);
        rows.iter().map(|row| (row.number.last(), body[row.lines.start].number)).collect()
    }

    #[test]
    fn a_number_in_the_content_opens_no_row() {
        let text = "1 体制 連絡会\n50 人ほどが\n3 か所で\n集まる\n2 体制 研修\n\n3 人材 研修\n";
        assert_eq!(numbers(text), [(1, 1), (2, 5), (3, 7)]);
    }

    #[test]
    fn a_number_may_be_missing() {
        assert_eq!(numbers("1 あ\n２ い\n4 え\n5 お\n"), [(1, 1), (2, 2), (4, 3), (5, 4)]);
    }
}
