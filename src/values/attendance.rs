//! What is said of who took part without a list of them: `委員14名中12名出席`, `別紙名簿のとおり`, `なし`.

use crate::lexicon::any_of::AnyOf;
use crate::span::is_space;
use crate::values::number::small;

/// Whether a text says who took part without naming anybody: `委員14名中12名出席`, `別紙名簿のとおり`, `なし`.
pub(crate) fn is_stated(text: &str) -> bool {
    static COUNTED: AnyOf = AnyOf::new(&["名", "人", "機関", "団体", "者数"]);
    static ELSEWHERE: AnyOf = AnyOf::new(&["別紙", "別添", "別表", "名簿", "のとおり", "の通り", "省略", "参照"]);
    let none = is_none(text) || matches!(text, "0" | "―" | "-" | "－");
    let counted = || {
        let mut digits = text.match_indices(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
        digits.any(|(at, digit)| COUNTED.begins(text[at + digit.len()..].trim_start()))
    };
    none || ELSEWHERE.is_in(text) || counted()
}

/// How many people a statement counts that says nothing else: `2名` → 2, `十九名` → 19, `なし` → 0.
pub(crate) fn count(text: &str) -> Option<u32> {
    let text = text.trim_end_matches('。');
    if is_none(text) {
        return Some(0);
    }
    let number = text.strip_suffix(['名', '人'])?.trim_end();
    number.parse().ok().or_else(|| in_ideographs(number))
}

/// `十九` → 19; but not `二三`, which is two or three.
fn in_ideographs(number: &str) -> Option<u32> {
    let digit = |c: char| "一二三四五六七八九".contains(c);
    let (tens, ones) = number.split_once('十').unwrap_or(("", number));
    let one = |part: &str| part.chars().all(digit) && part.chars().nth(1).is_none();
    (!number.is_empty() && one(tens) && one(ones)).then(|| small(number)).flatten()
}

/// `なし`, `な　し`.
fn is_none(text: &str) -> bool {
    let word = text.replace(is_space, "");
    matches!(word.trim_end_matches('。'), "なし" | "無し" | "無")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_counts_or_points_elsewhere_and_names_nobody() {
        for text in
            ["2名", "なし", "な し", "別紙名簿のとおり", "委員14名中12名出席（欠席2名）", "8 機関", "村長ほか二十三名"]
        {
            assert!(is_stated(text), "{text}");
        }
        for text in ["山田会長、佐藤委員", "企画課長 田中", "第1会議室"] {
            assert!(!is_stated(text), "{text}");
        }
        assert_eq!([count("2名"), count("なし"), count("14名中12名"), count("別紙")], [Some(2), Some(0), None, None]);
        let ideographs = ["四名", "十名", "十九名", "二十三人", "二三名", "十十名", "名"].map(count);
        assert_eq!(ideographs, [Some(4), Some(10), Some(19), Some(23), None, None, None]);
    }
}
