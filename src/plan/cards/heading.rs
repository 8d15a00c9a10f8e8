//! The line that opens a card: `№２　研修の実施`, `【取組２】`, `（２）研修の実施`.

use crate::rules::{is_circled, is_digit};
use crate::span::{Span, is_space};
use crate::values::counter;
use crate::values::number::number;

use super::super::number::Number;

/// The most characters before the number: `取組項目`.
const LONGEST_FRONT: usize = 8;

/// A line that begins with a number.
#[derive(Clone, Debug)]
pub(super) struct Heading<'s> {
    /// What stands before the number and behind it; all headings of a document are alike in it.
    pub style: (&'s str, &'s str),
    pub number: Number,
    pub digits: Span,
    pub marks: Vec<Span>,
    /// What it says behind the number.
    pub name: Span,
}

/// Reads a line as the heading of a card.
pub(super) fn heading(line: Span, source: &str) -> Option<Heading<'_>> {
    let text = line.of(source);
    let begins = |c: char| is_digit(c) || is_circled(c);
    let at = text.char_indices().take(LONGEST_FRONT + 1).find(|(_, c)| begins(*c)).map(|(at, _)| at)?;
    let front = &text[..at];
    if front.contains(['、', '。', '：', ':', '※']) {
        return None;
    }
    let parts = |c: char| is_digit(c) || matches!(c, '-' | '－' | '‐' | '−');
    let circled = text[at..].chars().next().filter(|c| is_circled(*c));
    let length = circled.map_or_else(|| text[at..].find(|c| !parts(c)), |c| Some(c.len_utf8()));
    let end = at + length.unwrap_or(text.len() - at);
    let digits = &text[at..end];
    let whole = || (digits.chars().count() <= 3 && !digits.contains(|c| !begins(c))).then(|| number(digits));
    let number = whole().flatten().filter(|number| *number > 0).map(Number::of).or_else(|| Number::of_parts(digits))?;
    let behind = &text[end..];
    let rest = behind.trim_start_matches(|c: char| is_space(c) || "】）)］]〕＞>》：:．.、".contains(c));
    let back = behind[..behind.len() - rest.len()].trim_matches(is_space);
    // 10人, ３か所: a figure needs white space or a sign behind it to be a number of its own.
    let parted = circled.is_some() || rest.len() < behind.len() || rest.is_empty();
    if !parted || front.is_empty() && counter::follows(rest) {
        return None;
    }
    let span = |from: usize, to: usize| Span::new(line.start + from, line.start + to).trim(source);
    let marks = [span(0, at), span(end, text.len() - rest.len())];
    Some(Heading {
        style: (front.trim_end_matches(is_space), back),
        number,
        digits: span(at, end),
        marks: marks.into_iter().filter(|mark| !mark.is_empty()).collect(),
        name: span(text.len() - rest.len(), text.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_what_stands_around_it_opens_a_card() {
        for (line, style, path, name) in [
            ("№２　研修の実施", ("№", ""), "2", "研修の実施"),
            ("【№12】研修の実施", ("【№", "】"), "12", "研修の実施"),
            ("取組３　研修の実施", ("取組", ""), "3", "研修の実施"),
            ("施策１：研修の実施", ("施策", "："), "1", "研修の実施"),
            ("（４）研修の実施", ("（", "）"), "4", "研修の実施"),
            ("■ 1-2 研修の実施", ("■", ""), "1-2", "研修の実施"),
            ("③研修の実施", ("", ""), "3", "研修の実施"),
        ] {
            let found = heading(Span::new(0, line.len()), line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.style, found.number.path().as_str(), found.name.of(line)), (style, path, name));
        }
        for line in ["20人が参加する", "年２回、研修を行う", "担当：２課"] {
            assert!(heading(Span::new(0, line.len()), line).is_none(), "{line}");
        }
    }
}
