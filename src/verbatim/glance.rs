//! A glance at a line's first characters, before any pattern is tried: `17: ◯高橋…`, `（鬼頭…`, `会長：…`.

use crate::lexicon::brackets::{is_hiragana, is_kanji, is_katakana};
use crate::lexicon::roles;
use crate::rules::is_digit;
use crate::rules::verbatim::is_mark;
use crate::span::is_space;

/// Whether more brackets open in the line than close: `○国土整備省（穂積`.
pub(super) fn leaves_open(text: &str) -> bool {
    let depth = text.chars().fold(0_i32, |depth, c| match c {
        '（' | '(' | '【' | '〔' | '［' | '[' | '〈' | '＜' | '《' => depth + 1,
        '）' | ')' | '】' | '〕' | '］' | ']' | '〉' | '＞' | '》' => depth - 1,
        _ => depth,
    });
    depth > 0
}

/// Whether a bracket or a colon may close the head: not in `○内田議長　…`, which most marked lines are like.
pub(super) fn needs_sign(text: &str) -> bool {
    let mut chars = text.chars();
    let mark = chars.next().unwrap_or(' ');
    let second = chars.find(|c| !is_space(*c)).unwrap_or(' ');
    !is_mark(mark) || is_opening(second) || short_before(text, |c| matches!(c, '：' | ':'))
}

/// Whether a number, a colon and a mark begin the line: `17: ◯高橋…`.
pub(super) fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(is_digit).trim_start_matches(is_space);
    let rest = rest.trim_start_matches(['：', ':', '.', '．']);
    rest.trim_start_matches(is_space).starts_with(is_mark)
}

/// Whether such a character stands among the first ones of the line, where a head would end.
pub(super) fn short_before(text: &str, sign: impl Fn(char) -> bool + Copy) -> bool {
    text.chars().take(26).any(sign)
}

/// Whether a character that may end a role stands before such a one among the first characters: a head that only a colon
/// or a space closes must have a role.
pub(super) fn role_before(text: &str, sign: impl Fn(char) -> bool + Copy) -> bool {
    let mut role = false;
    text.chars().take(26).any(|c| {
        role |= roles::may_end_with(c) || c == '番' || may_be_compatible(c);
        role && sign(c)
    })
}

/// Whether the first space stands behind what may end a head: a role's last letter, a bracket, a letter that tells
/// members apart.
pub(super) fn closes_at_first_space(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars().take(24) {
        if is_space(c) {
            return roles::may_end_with(before) || matches!(before, '）' | ')') || is_letter(before);
        }
        before = c;
    }
    false
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_digit(c) || ('Ａ'..='Ｚ').contains(&c)
}

/// Whether a colon stands behind a few letters of which names are made: `菊地：`.
pub(super) fn name_before_colon(text: &str) -> bool {
    let letter = |c: char| is_space(c) || is_kanji(c) || is_hiragana(c) || is_katakana(c);
    let colon = text.char_indices().take(10).find(|(_, c)| matches!(c, '：' | ':'));
    colon.is_some_and(|(at, _)| at > 0 && text[..at].chars().all(letter))
}

/// Whether the normal form may turn the character into another ideograph: radicals, enclosed and compatibility ones.
fn may_be_compatible(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3200}'..='\u{33ff}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

/// A bracket that may open a head.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '【' | '〈' | '＜' | '<' | '‹' | '《' | '≪' | '［' | '[' | '〔' | '(' | '（')
}
