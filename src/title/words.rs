//! Words that titles are made of: what a document is (`…の概要`) and what meetings are called (`…審議会`).

use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::any_of::AnyOf;

/// Whether a line says what the document is: `…の概要`, `…会議録（案）`.
pub(crate) fn names_document(text: &str) -> bool {
    static DOCUMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:概要|会議録|会見録|議事録|議事概要|議事要旨|議事要録|要旨|要録|要点|記録|会議結果|結果|報告書?|メモ|速記録|まとめ|速報|について|における(?:主な)?(?:意見|発言)(?:等|の概要)?)(?:[（(【〔].*[）)】〕])?$|[（(【〔](?:概要|要旨|要録|要点|議事録|会議録|記録)[）)】〕]$")
            .expect("a fixed pattern")
    });
    // 記録, 結果 alone announce a part.
    const PARTS: [&str; 8] = ["記録", "結果", "報告", "まとめ", "メモ", "要点", "会議結果", "について"];
    // One of the pattern's words or a bracket ends the line; most lines end otherwise.
    let may = text.ends_with(|c| "要録旨点果告書モとめ報て見言等）)】〕".contains(c)) && !PARTS.contains(&text);
    may && DOCUMENT.is_match(text) && !is_form(text)
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
