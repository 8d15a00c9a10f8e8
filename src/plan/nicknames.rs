//! Names whose kind stands before what is their own: `訪問看護ステーションあおば`, `ハローワーク名張`.

/// Kinds of bodies behind which a name of their own follows.
const KINDS: [&str; 15] = [
    "センター",
    "ステーション",
    "ＳＴ",
    "ST",
    "事業所",
    "作業所",
    "施設",
    "ホーム",
    "クリニック",
    "法人",
    "会社",
    "ハローワーク",
    "デイサービス",
    "赤十字社",
    "協会",
];

/// A longer name (in characters) is more than a name.
const LONGEST: usize = 8;

/// A longer text (in bytes) is more than a body.
const LONGEST_BYTES: usize = 75;

/// Whether a text is a kind of body and its own name, and nothing else.
pub(super) fn is_named_kind(text: &str) -> bool {
    // Most pieces are sentences, and need no search.
    if text.len() > LONGEST_BYTES {
        return false;
    }
    let mut ends = text.char_indices().rev().skip(1).take(LONGEST - 1).map(|(at, _)| at);
    let kind = |at: &usize| KINDS.iter().any(|kind| text[..*at].ends_with(kind));
    ends.find(kind).is_some_and(|at| is_name(&text[at..]))
}

/// Ideographs or kana, and no particle between them: あおば, 松風園, but not の設置, との連携.
fn is_name(text: &str) -> bool {
    let kana = text.chars().all(|c| ('ぁ'..='ゖ').contains(&c));
    let foreign = text.chars().all(|c| ('ァ'..='ヺ').contains(&c) || c == 'ー');
    let written = text.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let particle = text.starts_with(['の', 'と', 'や', 'へ', 'を', 'に', 'が', 'は', 'で', 'も', 'か', 'な']);
    foreign || kana && !particle || written && !super::endings::ACTIONS.end(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_and_its_own_name_are_a_name() {
        for text in ["訪問看護ステーションあおば", "ハローワーク名張", "相談支援センターこだま", "日本赤十字社大月地区"]
        {
            assert!(is_named_kind(text), "{text}");
        }
        for text in ["センターの設置", "相談支援センターとの連携", "事業所調査", "施設整備", "グループホーム", "会社"]
        {
            assert!(!is_named_kind(text), "{text}");
        }
    }
}
