//! Words that titles are made of: what a document is (`…の概要`) and what meetings are called (`…審議会`).

use crate::lexicon::any_of::AnyOf;

/// Whether a line says what the document is: `…の概要`, `…会議録（案）`.
pub(crate) fn names_document(text: &str) -> bool {
    // 記録, 結果 alone announce a part.
    const PARTS: [&str; 8] = ["記録", "結果", "報告", "まとめ", "メモ", "要点", "会議結果", "について"];
    (ends_with_kind(text) || is_kind_bracketed(text)) && !PARTS.contains(&text) && !is_form(text)
}

/// Whether a text ends with what documents are called: `…の概要`, `…会議録`, `…における主な意見`.
fn ends_with_kind(text: &str) -> bool {
    const KINDS: [&str; 15] = [
        "概要",
        "会議録",
        "会見録",
        "議事録",
        "要旨",
        "要録",
        "要点",
        "記録",
        "結果",
        "報告",
        "報告書",
        "メモ",
        "まとめ",
        "速報",
        "について",
    ];
    let said = text.strip_suffix('等').unwrap_or(text);
    let said = said.strip_suffix("意見").or_else(|| said.strip_suffix("発言"));
    let said = said.is_some_and(|before| before.strip_suffix("主な").unwrap_or(before).ends_with("における"));
    said || KINDS.iter().any(|kind| text.ends_with(kind))
}

/// Whether a closing bracket says what the document is, or stands behind what does: `…（議事録）`, `…会議録（案）`.
fn is_kind_bracketed(text: &str) -> bool {
    const KINDS: [&str; 7] = ["概要", "要旨", "要録", "要点", "議事録", "会議録", "記録"];
    let Some(open) = text.strip_suffix(['）', ')', '】', '〕']) else { return false };
    open.match_indices(['（', '(', '【', '〔'])
        .any(|(at, bracket)| ends_with_kind(&text[..at]) || KINDS.contains(&&open[at + bracket.len()..]))
}

/// What meetings are called.
static MEETINGS: AnyOf = AnyOf::new(&[
    "会議",
    "委員会",
    "協議会",
    "審議会",
    "懇談会",
    "部会",
    "連絡会",
    "検討会",
    "研究会",
    "勉強会",
    "説明会",
    "公聴会",
    "懇話会",
    "意見交換会",
    "幹事会",
    "分科会",
    "総会",
    "会合",
    "ワーキング",
    "グループ",
    "タスクフォース",
    "ミーティング",
    "サミット",
    "定例会",
    "臨時会",
    "本会議",
    "記者会見",
    "定例会見",
    "役員会",
    "理事会",
    "座談会",
]);

/// Whether a line holds a meeting's name.
pub(crate) fn names_meeting(text: &str) -> bool {
    MEETINGS.is_in(text)
        && !text.ends_with('。')
        && !["各位", "御中"].iter().any(|end| text.ends_with(end))
        && !names_place(text)
        && !is_form(text)
        && !is_caption(text)
}

/// Whether a line says where they met: `県庁24階 教育委員会会議室`.
pub(super) fn names_place(text: &str) -> bool {
    ["会議室", "委員会室", "会館", "ホール", "会見室", "会見場"].iter().any(|end| text.ends_with(end))
}

/// `（会議）`, `（会議の公開）`: what the article of rules below it is about.
fn is_caption(text: &str) -> bool {
    let inside = text.strip_prefix(['（', '(']).and_then(|inside| inside.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| inside.starts_with("会議") && !inside.contains(['（', '(', '）', ')']))
}

/// A line of a printed form that speaks of the record and names nothing: `会議録の作成方法（全文記録・要点記録）`.
fn is_form(text: &str) -> bool {
    static WORDS: AnyOf = AnyOf::new(&["作成方法", "掲載形式", "とした理由", "名称", "更新日", "本文です", "開催した"]);
    WORDS.is_in(text)
}
