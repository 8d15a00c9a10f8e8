//! Lines that say something of their own where a field of the head stands open: `参加者は末尾に掲載` below a place.

use crate::lexicon::brackets::is_kanji;
use crate::rules::is_digit;
use crate::span::is_space;

/// Whether a line says something of its own, as no place does: `参加者は末尾に掲載`, `出席者：別紙のとおり`, `※傍聴可`.
pub(super) fn states(text: &str) -> bool {
    const ENDS: [&str; 10] = ["。", "とおり", "通り", "掲載", "参照", "です", "ます", "した", "なし", "可"];
    const OTHERS: [&str; 9] = ["参加者", "出席", "欠席", "傍聴", "構成員", "委員", "司会", "記録", "事務局"];
    let inside = text.strip_prefix(['（', '(']).is_some();
    let kanji = |c: Option<char>| c.is_some_and(is_kanji);
    // オンライン会議（事務局は３階会議室）
    let outside = text.split(['（', '(']).next().unwrap_or_default();
    let topic = outside
        .match_indices('は')
        .any(|(at, ha)| kanji(outside[..at].chars().next_back()) && kanji(outside[at + ha.len()..].chars().next()));
    let ends = ENDS.iter().any(|end| text.ends_with(end)) && !inside;
    // 委員数　28名, 会 議 構 成 員　18: how many of whom.
    let last = text.rsplit(is_space).next().unwrap_or_default();
    let counted = last.len() < text.len() && last.trim_end_matches(['名', '人']).chars().all(is_digit);
    let letters: String = text.chars().filter(|c| !is_space(*c)).collect();
    let other = OTHERS.iter().any(|word| letters.trim_start_matches("会議").starts_with(word));
    text.starts_with('※') || ends || topic || counted || other
}

#[cfg(test)]
mod tests {
    use super::states;

    #[test]
    fn a_statement_is_no_place() {
        for line in [
            "参加者は末尾に掲載",
            "出席者：別紙のとおり",
            "※傍聴可",
            "詳細は次頁参照",
            "協議会委員数　28名",
            "会 議 構 成 員　18",
        ] {
            assert!(states(line), "{line}");
        }
        for line in [
            "第２会議室",
            "はまゆう会館　３階",
            "（オンライン併用）",
            "こころはうす",
            "オンライン会議（事務局は３階会議室）",
        ] {
            assert!(!states(line), "{line}");
        }
    }
}
