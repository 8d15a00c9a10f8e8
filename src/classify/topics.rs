//! Themes that are numbered or set off as their author likes: `Ⅰ 連携`, `１）研修`, `ア　相談`, `【テーマ１】就学`, `＜連携＞`.
//!
//! Such a line may as well be one of a list of opinions: [`super::uses::Uses`] says which.

use std::ops::Range;

pub(crate) use super::style::Style;
use crate::rules::{is_circled, is_digit};
use crate::span::is_space;
use crate::values::number::{letter, number, small};

/// A line that a style sets off, taken apart; all ranges in bytes of the line.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Topic {
    pub style: Style,
    /// 1 for Ⅰ, ア, 一; 0 where there is no number.
    pub number: u32,
    pub label: Option<Range<usize>>,
    pub text: Range<usize>,
}

/// The rule of a numbered opinion.
pub(super) const NUMBERED: &str = "opinion.numbered";

const IDEOGRAPHS: &str = "一二三四五六七八九十";
const WORDS: [&str; 6] = ["テーマ", "論点", "検討テーマ", "検討課題", "議論", "柱"];

/// Reads a line without white space at its ends; only its first characters are looked at where it is none.
pub(crate) fn topic(text: &str) -> Option<Topic> {
    let first = text.chars().next()?;
    match first {
        'Ⅰ'..='Ⅻ' => numbered(text, Style::Roman, first as u32 - 'Ⅰ' as u32 + 1, with_bracket(text, first), false),
        'ⅰ'..='ⅻ' => {
            numbered(text, Style::SmallRoman, first as u32 - 'ⅰ' as u32 + 1, with_bracket(text, first), false)
        }
        'ア'..='ト' => {
            let (value, label) = (letter(&text[..first.len_utf8()])?, with_bracket(text, first));
            numbered(text, Style::Kana, value, label, label == first.len_utf8())
        }
        '（' | '(' => in_brackets(text),
        '第' => {
            let digits = text['第'.len_utf8()..].find(|c| !is_digit(c)).filter(|length| *length > 0)?;
            let end = '第'.len_utf8() + digits;
            numbered(text, Style::Ordinal, number(&text[..end])?, end, true)
        }
        '【' | '〔' | '［' | '＜' | '〈' | '《' | '<' | '≪' => {
            word(text).or_else(|| angle(text)).or_else(|| enclosed(text))
        }
        '[' | '「' | '『' | '～' | '〜' | '―' | '－' | '-' | '＝' | '*' | '＊' => enclosed(text),
        '#' | '＃' => {
            let words = text.trim_start_matches(first);
            let behind = words.trim_start_matches(is_space);
            let signs = text[..text.len() - words.len()].chars().count();
            let apart = behind.len() < words.len() && !behind.starts_with(is_digit);
            let start = text.len() - behind.len();
            apart.then_some(Topic { style: Style::Hashes(signs), number: 0, label: None, text: start..text.len() })
        }
        c if is_digit(c) => {
            let digits = text.find(|c| !is_digit(c))?;
            let sign = text[digits..].chars().next()?;
            let value = number(&text[..digits])?;
            match sign {
                '）' | ')' => numbered(text, Style::HalfBracket, value, digits + sign.len_utf8(), false),
                // 1.5 倍になった
                '．' | '.' if text[digits + sign.len_utf8()..].starts_with(is_digit) => None,
                '．' | '.' | '、' => numbered(text, Style::DigitPoint, value, digits, true),
                c if is_space(c) => numbered(text, Style::DigitGap, value, digits, true),
                _ => None,
            }
        }
        // a) 窓口を一つにする
        'a'..='z' | 'ａ'..='ｚ' => {
            let behind = &text[first.len_utf8()..];
            let pointed = behind.strip_prefix(['.', '．']).is_some_and(|rest| rest.starts_with(is_space));
            let sign = behind.chars().next().filter(|sign| pointed || matches!(sign, ')' | '）'))?;
            let number = first as u32 - if first.is_ascii() { 'a' as u32 } else { 'ａ' as u32 } + 1;
            numbered(text, Style::HalfBracket, number, first.len_utf8() + sign.len_utf8(), false)
        }
        'A'..='Z' | 'Ａ'..='Ｚ' => {
            let value = letter(&text[..first.len_utf8()])?;
            let sign = text[first.len_utf8()..].chars().next();
            // D. H. ロレンス and S 市 are words: an author who counts sets the letter off by a wide gap or a point.
            let counts = matches!(sign, Some('\u{3000}' | '．' | '.' | '）' | ')'));
            counts.then(|| numbered(text, Style::Letter, value, with_bracket(text, first), false))?
        }
        '⑴'..='⒇' => {
            let value = first as u32 - '⑴' as u32 + 1;
            numbered(text, Style::DigitBracket, value, first.len_utf8(), false)
        }
        c if is_circled(c) => numbered(text, Style::Circled, number(&text[..c.len_utf8()])?, c.len_utf8(), false),
        c if IDEOGRAPHS.contains(c) => {
            let end = text.find(|c| !IDEOGRAPHS.contains(c))?;
            numbered(text, Style::Ideograph, small(&text[..end])?, end, true)
        }
        _ => None,
    }
}

/// The bytes of a letter and of half a bracket behind it: `ⅰ）`.
fn with_bracket(text: &str, first: char) -> usize {
    let label = first.len_utf8();
    label + text[label..].chars().next().filter(|c| matches!(c, '）' | ')')).map_or(0, char::len_utf8)
}

/// A label of so many bytes and the text behind it, which white space or a point must set apart where the label is a letter.
fn numbered(text: &str, style: Style, number: u32, label: usize, apart: bool) -> Option<Topic> {
    let behind = text[label..].trim_start_matches(|c: char| is_space(c) || "．.、：:".contains(c));
    let start = text.len() - behind.len();
    let may = !behind.is_empty() && (!apart || start > label) && number <= 40;
    may.then_some(Topic { style, number, label: Some(0..label), text: start..text.len() })
}

/// `（ア）相談`, `(1)相談`, `（a）相談`.
fn in_brackets(text: &str) -> Option<Topic> {
    let close = text.char_indices().take(4).find(|(_, c)| matches!(c, '）' | ')'))?.0;
    let open = text.chars().next()?.len_utf8();
    let (inside, end) = (text[open..close].trim(), close + text[close..].chars().next()?.len_utf8());
    if inside.chars().all(is_digit) {
        return numbered(text, Style::DigitBracket, number(inside)?, end, false);
    }
    let mut letters = inside.chars();
    match (letters.next()?, letters.next()) {
        ('ア'..='ン', _) => numbered(text, Style::KanaBracket, letter(inside)?, end, false),
        (c @ 'a'..='z', None) => numbered(text, Style::LetterBracket, c as u32 - 'a' as u32 + 1, end, false),
        (c @ 'ａ'..='ｚ', None) => numbered(text, Style::LetterBracket, c as u32 - 'ａ' as u32 + 1, end, false),
        _ => None,
    }
}

/// `【テーマ１】就学`.
fn word(text: &str) -> Option<Topic> {
    let open = text.chars().next()?.len_utf8();
    let word = WORDS.iter().find(|word| text[open..].starts_with(**word))?;
    let close = text.find(['】', '〕', '］', '＞', '〉', '》', '>', '≫'])?;
    let digits = text[open + word.len()..close].trim();
    let value = number(digits).filter(|_| digits.chars().all(|c| is_digit(c) || is_circled(c)))?;
    let end = close + text[close..].chars().next()?.len_utf8();
    numbered(text, Style::Word, value, end, false)
}

/// `＜連携＞` as a whole line.
fn angle(text: &str) -> Option<Topic> {
    let (open, close) = (text.chars().next()?, text.chars().next_back()?);
    let pair = matches!((open, close), ('＜', '＞') | ('<', '>') | ('〈', '〉') | ('《', '》') | ('≪', '≫'));
    // 【厚木市】 names who speaks below it; 【地域づくりについて】 nobody.
    let inner = text.strip_prefix('【').and_then(|inner| inner.strip_suffix('】'));
    let about = ["について", "に関して", "に関すること", "に関する意見"];
    let pair = pair || inner.is_some_and(|inner| about.iter().any(|end| inner.ends_with(end)));
    let style = if pair { Style::Angle } else { Style::Lenticular };
    let inside = open.len_utf8()..text.len() - close.len_utf8();
    let may = (pair || inner.is_some())
        && inside.len() >= 6
        && !text[inside.clone()].contains(['＞', '>', '〉', '》', '】', '≫']);
    may.then_some(Topic { style, number: 0, label: None, text: inside })
}

/// `～連携～`, `［連携］`, `**連携**` as a whole line.
fn enclosed(text: &str) -> Option<Topic> {
    const PAIRS: [(char, char); 5] = [('〔', '〕'), ('［', '］'), ('[', ']'), ('「', '」'), ('『', '』')];
    let open = text.chars().next()?;
    let close = PAIRS.iter().find(|(sign, _)| *sign == open).map_or(open, |(_, close)| *close);
    let inside = text.trim_start_matches(open);
    let words = inside.trim_end_matches(close);
    let trimmed = words.trim();
    let start = text.len() - inside.len() + words.find(trimmed)?;
    let closed = words.len() < inside.len() && !trimmed.contains([open, close, '。']);
    let topic = Topic { style: Style::Enclosed(open), number: 0, label: None, text: start..start + trimmed.len() };
    (closed && trimmed.chars().nth(1).is_some()).then_some(topic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart_at_its_label() {
        for (line, style, number, text) in [
            ("Ⅱ　人材育成", Style::Roman, 2, "人材育成"),
            ("３）研修の実施", Style::HalfBracket, 3, "研修の実施"),
            ("ｂ）研修の実施", Style::HalfBracket, 2, "研修の実施"),
            ("b. 研修の実施", Style::HalfBracket, 2, "研修の実施"),
            ("⑵研修の実施", Style::DigitBracket, 2, "研修の実施"),
            ("イ 相談支援", Style::Kana, 2, "相談支援"),
            ("ウ）相談支援", Style::Kana, 3, "相談支援"),
            ("ⅱ） 相談支援", Style::SmallRoman, 2, "相談支援"),
            ("（ウ）就学", Style::KanaBracket, 3, "就学"),
            ("（b）就学", Style::LetterBracket, 2, "就学"),
            ("二、災害への備え", Style::Ideograph, 2, "災害への備え"),
            ("【テーマ１】災害への備え", Style::Word, 1, "災害への備え"),
            ("第２ 情報共有", Style::Ordinal, 2, "情報共有"),
            ("Ｂ　就学", Style::Letter, 2, "就学"),
            ("C. 就学", Style::Letter, 3, "就学"),
            ("≪情報共有≫", Style::Angle, 0, "情報共有"),
            ("＜情報共有＞", Style::Angle, 0, "情報共有"),
            ("～情報共有～", Style::Enclosed('～'), 0, "情報共有"),
            ("［情報共有］", Style::Enclosed('［'), 0, "情報共有"),
            ("**情報共有**", Style::Enclosed('*'), 0, "情報共有"),
            ("## 情報共有", Style::Hashes(2), 0, "情報共有"),
            ("【情報共有について】", Style::Angle, 0, "情報共有について"),
            ("【情報共有】", Style::Lenticular, 0, "情報共有"),
            ("(12)就学", Style::DigitBracket, 12, "就学"),
            ("３．就学", Style::DigitPoint, 3, "就学"),
            ("３　就学", Style::DigitGap, 3, "就学"),
            ("③就学", Style::Circled, 3, "就学"),
        ] {
            let found = topic(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.style, found.number, &line[found.text]), (style, number, text), "{line}");
        }
        for line in [
            "Ａ委員",
            "Zoomで開く",
            "アンケートの結果",
            "一人の担当者が",
            "（案）について",
            "１人の患者",
            "1.5 倍になった",
            "＜会＞",
        ] {
            assert_eq!(topic(line), None, "{line}");
        }
    }
}
