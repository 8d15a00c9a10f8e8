//! What a piece is by its words alone: the rest of something that a line end has cut, a term of the schedule.

use crate::lexicon::brackets::is_katakana;
use crate::rules::is_bullet;
use crate::text::is_japanese;

/// How unlikely it is that anything begins so.
pub(super) fn rest(text: &str) -> i32 {
    const ENDS: [&str; 24] = [
        "課",
        "係",
        "所",
        "院",
        "室",
        "部",
        "局",
        "会",
        "校",
        "員",
        "者",
        "団",
        "区",
        "署",
        "園",
        "館",
        "支部",
        "地区",
        "務所",
        "業所",
        "ター",
        "ション",
        "議会",
        "施",
    ];
    if text.starts_with([
        '、', '。', '）', ')', '」', '』', '】', 'ー', 'ッ', 'ャ', 'ュ', 'ョ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ん', 'ン', '々',
    ]) {
        return 40;
    }
    if text.len() > 12 {
        return 0;
    }
    let kana = text.len() <= 9 && text.chars().all(|c| ('ぁ'..='ん').contains(&c) || c == '。');
    if kana || ENDS.contains(&text) { 25 } else { 0 }
}

/// Whether a text is one letter that says nothing by itself: 催, but not 済.
pub(super) fn ends_word(text: &str) -> bool {
    let mut chars = text.chars();
    let letter = chars.next().filter(|c| is_japanese(*c) && *c != 'ー' && !WHOLE.contains(*c));
    letter.is_some() && chars.next().is_none()
}

/// Whether a word in kana that names often have begins at the end of one line and goes on in the next.
pub(super) fn tears_word(before: &str, text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "センター",
        "ステーション",
        "グループホーム",
        "サービス",
        "クリニック",
        "ネットワーク",
        "ボランティア",
        "コーディネーター",
        "ケアマネジャー",
        "サポート",
        "プラザ",
        "デイサービス",
    ];
    let kana = |c: Option<char>| c.is_some_and(is_katakana);
    let torn = |word: &&str| {
        let mut cuts = word.char_indices().skip(1);
        cuts.any(|(at, _)| before.ends_with(&word[..at]) && text.starts_with(&word[at..]))
    };
    kana(before.chars().next_back()) && kana(text.chars().next()) && WORDS.iter().any(torn)
}

/// Letters that fill a cell: 新, 済.
const WHOLE: &str = "新拡継済有無可否要未完中同上々〇大小高低優良";

/// What the cells of a schedule say of a year or a quarter, and nobody is called.
const STAGES: [&str; 21] = [
    "検討",
    "実施",
    "継続",
    "準備",
    "調査",
    "評価",
    "企画",
    "広報",
    "開催",
    "分析",
    "報告",
    "試行",
    "完了",
    "拡充",
    "策定",
    "運用",
    "導入",
    "設計",
    "着手",
    "検証",
    "まとめ",
];

/// `随時`, `第２四半期`.
pub(super) fn is_term(text: &str) -> bool {
    if text.chars().all(is_bullet) {
        return true;
    }
    if STAGES.contains(&text) {
        return true;
    }
    const TERMS: [&str; 7] = ["随時", "通年", "毎月", "順次", "未定", "年度", "四半期"];
    TERMS.iter().any(|term| text.starts_with(term) || text.ends_with(term))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_kana_may_be_torn_by_a_line_end() {
        for (before, text) in
            [("紫野市福祉課、グ", "ループホームむらさき"), ("相談支援セン", "ター"), ("デイサー", "ビスみどり")]
        {
            assert!(tears_word(before, text), "{before} {text}");
        }
        for (before, text) in
            [("相談支援センター", "グループホームむらさき"), ("紫野市", "センター"), ("アンケート", "サービス")]
        {
            assert!(!tears_word(before, text), "{before} {text}");
        }
    }
}
