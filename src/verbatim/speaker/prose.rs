//! Words and signs that say that a text is no head: `議題1について`, `（拍手）`; and what a bracket may say of how somebody takes
//! part: `（オンライン）`.

use crate::lexicon::any_of::AnyOf;

/// Words that stand in sentences and headings, not in heads.
static PROSE: AnyOf = AnyOf::new(&[
    "について",
    "による",
    "に関する",
    "です",
    "ます",
    "した",
    "する",
    "から",
    "より",
    "であ",
    "となる",
    "という",
    "登壇",
    "降壇",
    "着席",
    "退席",
    "退場",
    "入場",
    "起立",
    "拍手",
    "異議",
]);

pub(super) fn is_prose(text: &str) -> bool {
    text.contains(is_sentence_sign) || PROSE.is_in(text)
}

/// A character that no head has inside.
fn is_sentence_sign(c: char) -> bool {
    let stop = matches!(c, '。' | '？' | '?' | '！' | '!' | '「' | '」' | '『' | '』' | '｢' | '｣' | '．' | ';' | '；');
    let sign = matches!(c, '※' | '→' | '⇒' | '…' | '=' | '＝' | '＊' | '*');
    stop || sign || matches!(c, '<' | '>' | '＜' | '＞' | '【' | '】' | '〔' | '〕')
}

/// What a bracket behind a name may say of how somebody takes part.
static REMARKS: AnyOf = AnyOf::new(&[
    "オンライン",
    "WEB",
    "Web",
    "web",
    "Zoom",
    "ZOOM",
    "リモート",
    "代理",
    "欠席",
    "書面",
    "続き",
    "兼",
    "名",
    "代読",
]);

/// Whether a bracket says how somebody takes part: オンライン, 代理, 10名.
pub(super) fn is_remark(text: &str) -> bool {
    REMARKS.is_in(text)
}
