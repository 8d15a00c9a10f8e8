//! What figures count: `万円`, `名が`, `か所`. It tells a figure that stands alone on its line from a page number.

use crate::lexicon::brackets::is_kanji;

/// Words that follow figures and begin no other word.
const SURE: [&str; 22] = [
    "万円",
    "億円",
    "千円",
    "百万円",
    "％",
    "%",
    "か所",
    "ヶ所",
    "カ所",
    "ケ所",
    "か月",
    "ヶ月",
    "カ月",
    "ケ月",
    "時間",
    "日間",
    "年間",
    "週間",
    "年度",
    "世帯",
    "か年",
    "ヵ所",
];

/// Letters that count where no ideograph follows: 名が, but not 名簿.
const LETTERS: &str = "円名人件回年月日床校台点本分歳割倍枚基社戸";

/// Whether a text begins with what a figure before it counts: `万円。`, `名だった。`
pub(crate) fn follows(text: &str) -> bool {
    let mut chars = text.chars();
    let letter = chars.next().is_some_and(|c| LETTERS.contains(c));
    letter && !chars.next().is_some_and(is_kanji) || SURE.iter().any(|word| text.starts_with(word))
}

/// Whether a text is nothing but what a figure counts: `件`, `名`, `か所`.
pub(crate) fn is_counter(text: &str) -> bool {
    let text = text.trim();
    let letter = text.chars().count() == 1 && text.chars().all(|c| LETTERS.contains(c));
    letter || SURE.contains(&text)
}

/// Whether a number alone between two lines is a figure of their sentence: `費用は⏎3⏎万円。`
pub(crate) fn is_figure(before: Option<char>, behind: &str) -> bool {
    let open = before.is_some_and(|c| is_kanji(c) || ('ぁ'..='ヿ').contains(&c) || matches!(c, '、' | '約'));
    open && follows(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_counts_what_stands_behind_it() {
        for text in ["万円。", "名だった。", "か所ある", "年度の", "人", "％増"] {
            assert!(follows(text), "{text}");
        }
        for text in ["名簿のとおり", "人材が", "円滑に", "回答", "を", ""] {
            assert!(!follows(text), "{text}");
        }
        assert!(is_figure(Some('は'), "万円。") && !is_figure(Some('。'), "名が") && !is_figure(Some('5'), "円"));
    }
}
