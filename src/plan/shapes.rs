//! What a piece is by its words alone: the rest of something that a line end has cut, a term of the schedule.

use crate::rules::is_bullet;

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
