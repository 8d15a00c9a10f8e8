//! Themes that are numbered or set off as their author likes: `Ⅰ 連携`, `１）研修`, `ア　相談`, `【テーマ１】就学`, `＜連携＞`.
//!
//! Such a line may as well be one of a list of opinions. What it is shows in what stands below its like, so that is counted
//! before any line is judged.

use std::ops::Range;

use crate::line::Line;
use crate::rules::summary::RULES;
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::is_space;
use crate::survey::Habits;
use crate::trailing::is_close;
use crate::values::number::{letter, number, small};

/// How a line is numbered or set off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// `Ⅰ 連携`.
    Roman,
    /// `１）研修`.
    HalfBracket,
    /// `ア　相談`.
    Kana,
    /// `（ア）相談`.
    KanaBracket,
    /// `一　就学`.
    Ideograph,
    /// `第１ 就学`, with a single space as only headings have it that others like them stand beside.
    Ordinal,
    /// `【テーマ１】就学`.
    Word,
    /// `＜連携＞`.
    Angle,
    /// `(1)…` and `1. …`: here only where they number opinions; what they head the rules of the summary know.
    DigitBracket,
    DigitPoint,
}

/// What the lines of a style are in this document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Use {
    /// Headings with opinions or items below.
    Theme,
    /// Opinions, one after the other.
    List,
}

/// A line that a style sets off, taken apart; all ranges in bytes of the line.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Topic {
    pub style: Style,
    /// 1 for Ⅰ, ア, 一; 0 where there is no number.
    pub number: u32,
    pub label: Option<Range<usize>>,
    pub text: Range<usize>,
}

const IDEOGRAPHS: &str = "一二三四五六七八九十";
const WORDS: [&str; 6] = ["テーマ", "論点", "検討テーマ", "検討課題", "議論", "柱"];

/// Reads a line without white space at its ends; only its first characters are looked at where it is none.
pub(super) fn topic(text: &str) -> Option<Topic> {
    let first = text.chars().next()?;
    match first {
        'Ⅰ'..='Ⅻ' => numbered(text, Style::Roman, first as u32 - 'Ⅰ' as u32 + 1, first.len_utf8(), false),
        'ア'..='ト' => numbered(text, Style::Kana, letter(&text[..first.len_utf8()])?, first.len_utf8(), true),
        '（' | '(' => in_brackets(text),
        '第' => {
            let digits = text['第'.len_utf8()..].find(|c| !is_digit(c)).filter(|length| *length > 0)?;
            let end = '第'.len_utf8() + digits;
            numbered(text, Style::Ordinal, number(&text[..end])?, end, true)
        }
        '【' | '〔' | '［' | '＜' | '〈' | '《' | '<' => word(text).or_else(|| angle(text)),
        c if is_digit(c) => {
            let digits = text.find(|c| !is_digit(c))?;
            let sign = text[digits..].chars().next()?;
            let value = number(&text[..digits])?;
            match sign {
                '）' | ')' => numbered(text, Style::HalfBracket, value, digits + sign.len_utf8(), false),
                '．' | '.' | '、' => numbered(text, Style::DigitPoint, value, digits, true),
                _ => None,
            }
        }
        c if IDEOGRAPHS.contains(c) => {
            let end = text.find(|c| !IDEOGRAPHS.contains(c))?;
            numbered(text, Style::Ideograph, small(&text[..end])?, end, true)
        }
        _ => None,
    }
}

/// A label of so many bytes and the text behind it, which white space or a point must set apart where the label is a letter.
fn numbered(text: &str, style: Style, number: u32, label: usize, apart: bool) -> Option<Topic> {
    let behind = text[label..].trim_start_matches(|c: char| is_space(c) || "．.、：:".contains(c));
    let start = text.len() - behind.len();
    let may = !behind.is_empty() && (!apart || start > label) && number <= 40;
    may.then_some(Topic { style, number, label: Some(0..label), text: start..text.len() })
}

/// `（ア）相談`, `(1)相談`.
fn in_brackets(text: &str) -> Option<Topic> {
    let close = text.char_indices().take(4).find(|(_, c)| matches!(c, '）' | ')'))?.0;
    let open = text.chars().next()?.len_utf8();
    let (inside, end) = (text[open..close].trim(), close + text[close..].chars().next()?.len_utf8());
    if inside.chars().all(is_digit) {
        return numbered(text, Style::DigitBracket, number(inside)?, end, false);
    }
    let kana = inside.starts_with(|c| ('ア'..='ン').contains(&c));
    kana.then(|| numbered(text, Style::KanaBracket, letter(inside)?, end, false))?
}

/// `【テーマ１】就学`.
fn word(text: &str) -> Option<Topic> {
    let open = text.chars().next()?.len_utf8();
    let word = WORDS.iter().find(|word| text[open..].starts_with(**word))?;
    let close = text.find(['】', '〕', '］', '＞', '〉', '》', '>'])?;
    let digits = text[open + word.len()..close].trim();
    let value = number(digits).filter(|_| digits.chars().all(|c| is_digit(c) || is_circled(c)))?;
    let end = close + text[close..].chars().next()?.len_utf8();
    numbered(text, Style::Word, value, end, false)
}

/// `＜連携＞` as a whole line.
fn angle(text: &str) -> Option<Topic> {
    let (open, close) = (text.chars().next()?, text.chars().next_back()?);
    let pair = matches!((open, close), ('＜', '＞') | ('<', '>') | ('〈', '〉') | ('《', '》'));
    // 【厚木市】 names who speaks below it; 【地域づくりについて】 nobody.
    let inner = text.strip_prefix('【').and_then(|inner| inner.strip_suffix('】'));
    let about = ["について", "に関して", "に関すること", "に関する意見"];
    let pair = pair || inner.is_some_and(|inner| about.iter().any(|end| inner.ends_with(end)));
    let inside = open.len_utf8()..text.len() - close.len_utf8();
    let may = pair && inside.len() >= 6 && !text[inside.clone()].contains(['＞', '>', '〉', '》', '】']);
    may.then_some(Topic { style: Style::Angle, number: 0, label: None, text: inside })
}

/// The styles that this document uses, and for what.
pub(super) fn styles(body: &[Line], source: &str, habits: &Habits) -> Vec<(Style, Use)> {
    let found: Vec<(usize, Topic)> =
        body.iter().enumerate().filter_map(|(at, line)| Some((at, topic(line.text(source))?))).collect();
    let mut styles: Vec<(Style, Use)> = Vec::new();
    let mut judged: Vec<Style> = Vec::new();
    for (_, Topic { style, number, .. }) in &found {
        // A list in which this style is used begins at its beginning.
        if *number > 1 || judged.contains(style) {
            continue;
        }
        judged.push(*style);
        let like = || found.iter().filter(|(_, topic)| topic.style == *style);
        let heads = like().filter(|(at, topic)| {
            let text = &body[*at].text(source)[topic.text.clone()];
            let short = !text.contains('。') && !text.ends_with('、') && text.chars().nth(60).is_none();
            let unmarked = habits.closes_unmarked && !habits.is_nearly_full(&body[*at]);
            short && (unmarked || opens_below(body, *at, source))
        });
        let (heads, all) = (heads.count(), like().count());
        let lists = || all >= 3 && heads * 3 <= all && number_opinions(like().map(|(at, _)| *at), body, source);
        let used = match style {
            Style::DigitBracket | Style::DigitPoint => lists().then_some(Use::List),
            _ if heads * 3 >= all * 2 => Some(Use::Theme),
            Style::HalfBracket | Style::Kana => lists().then_some(Use::List),
            Style::Roman | Style::KanaBracket | Style::Ideograph | Style::Ordinal | Style::Word | Style::Angle => None,
        };
        styles.extend(used.map(|used| (*style, used)));
    }
    styles
}

/// Whether nearly all of the lines begin a text that ends as texts do, with a full stop or a bracket, and half of them are long.
fn number_opinions(lines: impl Iterator<Item = usize>, body: &[Line], source: &str) -> bool {
    let (mut all, mut said, mut long) = (0, 0, 0);
    for at in lines {
        let opens = |line: &&Line| {
            line.first(source).is_some_and(|c| is_bullet(c) || is_circled(c) || "【〔［[＜<№".contains(c))
                || topic(line.text(source)).is_some()
                || RULES.rule(line.text(source)).is_some()
        };
        let more = body[at + 1..].iter().take(40).take_while(|line| !opens(line)).count();
        let text = body[at..=at + more].iter().map(|line| line.text(source));
        all += 1;
        said += usize::from(text.clone().next_back().is_some_and(|last| last.ends_with(|c| c == '。' || is_close(c))));
        long += usize::from(more > 0 || text.clone().any(|line| line.contains('。')));
    }
    said * 5 >= all * 4 && long * 2 >= all
}

/// Whether a bullet or an item stands below the line, or below the one line with which it goes on.
fn opens_below(body: &[Line], at: usize, source: &str) -> bool {
    let opens = |line: &Line| line.first(source).is_some_and(|c| is_bullet(c) || "【〔［[＜<〈№①".contains(c));
    let below = body[at + 1..].iter().take(2).collect::<Vec<_>>();
    below.iter().any(|line| opens(line))
        && below.first().is_some_and(|next| opens(next) || topic(next.text(source)).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart_at_its_label() {
        for (line, style, number, text) in [
            ("Ⅱ　人材育成", Style::Roman, 2, "人材育成"),
            ("３）研修の実施", Style::HalfBracket, 3, "研修の実施"),
            ("イ 相談支援", Style::Kana, 2, "相談支援"),
            ("（ウ）就学", Style::KanaBracket, 3, "就学"),
            ("二、災害への備え", Style::Ideograph, 2, "災害への備え"),
            ("【テーマ１】災害への備え", Style::Word, 1, "災害への備え"),
            ("第２ 情報共有", Style::Ordinal, 2, "情報共有"),
            ("＜情報共有＞", Style::Angle, 0, "情報共有"),
            ("【情報共有について】", Style::Angle, 0, "情報共有について"),
            ("(12)就学", Style::DigitBracket, 12, "就学"),
            ("３．就学", Style::DigitPoint, 3, "就学"),
        ] {
            let found = topic(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.style, found.number, &line[found.text]), (style, number, text), "{line}");
        }
        for line in ["アンケートの結果", "一人の担当者が", "（案）について", "１人の患者", "【その他】", "＜会＞"]
        {
            assert_eq!(topic(line), None, "{line}");
        }
    }
}
