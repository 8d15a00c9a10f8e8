//! What counts people in a list and names nobody: `10人`, `ほか９名`, `（計６名）`, `なし`.

use std::ops::Range;

/// `八名`, `10人`.
pub(super) fn is_count(text: &str) -> bool {
    let number = text.strip_suffix(['名', '人']).unwrap_or_default();
    !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit() || "０１２３４５６７８９一二三四五六七八九十".contains(c))
}

/// `なし`, `別添名簿のとおり（欠席：薬剤師会）`: that there is nobody, or where the names stand.
pub(super) fn names_nobody(text: &str) -> bool {
    const ELSEWHERE: [&str; 5] = ["別紙", "別添", "別表", "別記", "名簿"];
    matches!(text, "なし" | "無し" | "全員" | "同上" | "ほか" | "他")
        || ["皆様", "皆さん", "皆さま", "各位", "方々"].iter().any(|word| text.ends_with(word))
        || ELSEWHERE.iter().any(|word| text.starts_with(word))
}

/// Without `（計６名）` or `ほか９名` at the end.
pub(super) fn without_count(text: &str, range: Range<usize>) -> Range<usize> {
    let own = text[range.clone()].trim_end();
    let number =
        own.strip_suffix(['名', '人']).map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '));
    let others = number.and_then(|rest| ["ほか", "他", "外", "計"].iter().find_map(|word| rest.strip_suffix(word)));
    if let Some(rest) = others.map(str::trim_end).filter(|rest| !rest.is_empty() && rest.len() + 2 < own.len()) {
        return range.start..range.start + rest.len();
    }
    let counted = own.strip_suffix(['）', ')', '〕', '］', ']']).filter(|inside| inside.ends_with(['名', '人']));
    match counted.and_then(|inside| inside.rfind(['（', '(', '〔', '［', '['])) {
        Some(open) => range.start..range.start + open,
        None => range,
    }
}
