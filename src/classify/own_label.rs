//! Labels that only this document has, `意見１：…`, `[1] …`, `（質問１）…`; and those that rules know, `№１　…`, for where they
//! number opinions.
//!
//! One line with such a label may begin with anything; that the lines of one form count from 1 on makes it a label.

use rustc_hash::FxHashMap;

use super::numbered::Numbered;
use super::topics::{Style, Topic};
use crate::rules::is_digit;
use crate::rules::verbatim::is_mark;
use crate::span::is_space;
use crate::trailing::{is_close, is_open};
use crate::values::number::number;

/// In characters: no word before a number is longer.
const LONGEST: usize = 6;

/// How many forms of labels a document may have of its own; each of them is judged by all of its lines.
const FORMS: usize = 8;

/// What is numbered and is neither a heading nor a text: `資料１　実績`, `令和５　…`.
const THINGS: [&str; 18] = [
    "資料", "別紙", "別添", "別表", "参考", "様式", "図", "表", "写真", "注", "第", "令和", "平成", "昭和", "月", "年",
    "電話", "午",
];

/// What is counted so that it heads something: `第１部　講演`, `２班　…`, `１点目：…`.
const UNITS: [&str; 8] = ["班", "部", "グループ", "チーム", "章", "節", "点目", "つ目"];

/// Takes a line apart at a label that no other style has.
pub(super) fn own_label(text: &str) -> Option<Topic> {
    let digits = first_digit(text)?;
    let before = &text[..digits];
    let unmarked = before.trim_start_matches(|c| is_mark(c) || is_space(c));
    let word = unmarked.trim_start_matches(opens);
    let set_off = word.len() < before.len();
    let words =
        word.chars().all(|c| c.is_alphabetic() || is_space(c) || matches!(c, '№' | '#' | '＃' | '.' | '．' | 'º'));
    let (value, length) = counted(&text[digits..])?;
    let unit = UNITS.iter().find(|unit| text[digits + length..].starts_with(**unit)).map_or(0, |unit| unit.len());
    let thing = |thing: &&str| word.starts_with(*thing) || word.ends_with(*thing);
    if !words || unit == 0 && THINGS.iter().any(thing) {
        return None;
    }
    let label = digits + length + unit;
    let behind = text[label..].trim_start_matches(closes);
    let close = text.len() - behind.len();
    let rest = behind.trim_start_matches(|c: char| is_space(c) || "：:．.、".contains(c));
    let sign = text[label..text.len() - rest.len()].chars().next()?;
    // 3人の委員, 1.5倍, 10：00 are figures, 3　研修 and 3．研修 are known.
    let single = text[digits..label].chars().all(is_digit);
    let known = word.is_empty() && !set_off && single && !matches!(sign, '：' | ':');
    let bracketed = word.len() < unmarked.len();
    let apart = close > label || !bracketed && rest.len() < behind.len();
    if known || !apart || rest.is_empty() || rest.starts_with(is_digit) {
        return None;
    }
    let same = before.chars().chain([sign]).filter(|c| !is_space(*c));
    let key = same.fold(0_u32, |key, c| key.rotate_left(5) ^ c as u32);
    Some(Topic {
        style: Style::Own(key),
        number: value,
        label: Some(0..close),
        text: text.len() - rest.len()..text.len(),
    })
}

/// Where the first digit stands, not far behind the beginning; told by its bytes, since most lines have none there.
fn first_digit(text: &str) -> Option<usize> {
    let head = &text.as_bytes()[..text.len().min(3 * (LONGEST + 3))];
    let full = |at: usize| matches!(head[at..], [0xef, 0xbc, 0x90..=0x99, ..]);
    let found = head.iter().enumerate().filter(|(_, byte)| matches!(byte, b'0'..=b'9' | 0xef));
    found.map(|(at, _)| at).find(|at| head[*at] != 0xef || full(*at))
}

/// The number that counts, the second one of 1-2, and the bytes of all.
fn counted(text: &str) -> Option<(u32, usize)> {
    let first = text.find(|c| !is_digit(c))?;
    let second = text[first..].strip_prefix(['-', '－', '‐', '.', '．', '―']).and_then(|rest| {
        let length = rest.find(|c| !is_digit(c)).filter(|length| *length > 0)?;
        let from = text.len() - rest.len();
        Some((from, from + length))
    });
    let (from, to) = second.unwrap_or((0, first));
    let value = number(&text[from..to]).filter(|value| *value <= 60)?;
    Some((value, to))
}

fn opens(c: char) -> bool {
    is_open(c) || matches!(c, '≪' | '「' | '『' | '｛')
}

fn closes(c: char) -> bool {
    is_close(c) || matches!(c, '≫' | '」' | '』' | '｝')
}

/// Whether a label says that it numbers items: `№１`, `【施策２】`, `#3`, `[4]`.
pub(super) fn numbers_items(label: &str) -> bool {
    const ITEMS: [&str; 14] =
        ["№", "No", "NO", "no", "Ｎｏ", "Nº", "#", "＃", "施策", "事業", "計画", "項目", "課題", "取組"];
    let word = label.trim_start_matches(|c| is_mark(c) || is_space(c) || opens(c));
    let bare = label.starts_with(opens) && word.starts_with(is_digit);
    bare || ITEMS.iter().any(|item| word.starts_with(item)) || word.contains("番号")
}

/// Leaves of the lines with such labels only those that count from 1 on, two at least, in the first few forms that do.
pub(super) fn retain_counting(found: &mut Vec<Numbered>) {
    let mut forms: FxHashMap<Style, Vec<(usize, u32)>> = FxHashMap::default();
    for line in found.iter().filter(|line| line.topic.style.is_own()) {
        forms.entry(line.topic.style).or_default().push((line.at, line.topic.number));
    }
    let mut counting: Vec<Vec<usize>> = forms.into_values().map(|lines| runs(&lines)).collect();
    counting.retain(|lines| !lines.is_empty());
    counting.sort_unstable();
    counting.truncate(FORMS);
    let mut kept = counting.concat();
    kept.sort_unstable();
    found.retain(|line| !line.topic.style.is_own() || kept.binary_search(&line.at).is_ok());
}

/// The lines of runs that count from 1 on.
fn runs(lines: &[(usize, u32)]) -> Vec<usize> {
    let runs = lines.chunk_by(|one, next| next.1 == one.1 + 1);
    runs.filter(|run| run.len() >= 2 && run[0].1 == 1).flatten().map(|(at, _)| *at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart_at_its_label() {
        for (line, number, words) in [
            ("意見１：窓口を一つに", 1, "窓口を一つに"),
            ("その２　夜間の相談", 2, "夜間の相談"),
            ("[3] 研修を", 3, "研修を"),
            ("（質問４）時期は", 4, "時期は"),
            ("#5 電源を", 5, "電源を"),
            ("６：名簿を", 6, "名簿を"),
            ("№７　避難先", 7, "避難先"),
            ("■№８）避難先", 8, "避難先"),
            ("≪№９≫避難先", 9, "避難先"),
            ("第２部　避難先", 2, "避難先"),
            ("１点目：避難先", 1, "避難先"),
            ("○１　避難先", 1, "避難先"),
            ("1-2 避難先", 2, "避難先"),
            ("3.4 避難先", 4, "避難先"),
        ] {
            let found = own_label(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.number, &line[found.text]), (number, words), "{line}");
        }
        for line in [
            "資料１　実績",
            "令和３　年度",
            "3人の委員",
            "1.5倍に",
            "10：00 開会",
            "窓口１",
            "厚木市内の2か所",
            "１　窓口",
            "２．研修",
        ] {
            assert_eq!(own_label(line), None, "{line}");
        }
    }
}
