//! White space that says nothing: between letters set apart (`震 災 を`), between Japanese and half-width signs
//! (`平成 29年`).

use crate::span::is_space;

/// How many spaces from here on close up letters that were set apart: `震 災 を` has 2, `番 号` none.
///
/// Three letters or more, each alone between spaces; all but the first must be Japanese.
pub(super) fn letters_apart(before: &str, after: &str) -> usize {
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
pub(super) fn between_scripts(previous: Option<char>, next: Option<char>) -> bool {
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
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_graphic()
}
