//! Lines within a list that name nobody: its header, how many it has named, and that it leaves out titles.

use crate::attendees::count;
use crate::span::is_space;

/// `氏　名　　所　属　　備　考`: what the columns of a list are called.
pub(super) fn is_header(text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "出欠状況",
        "出欠席",
        "出欠",
        "出席",
        "委員区分",
        "選出区分",
        "ふりがな",
        "議席番号",
        "氏名",
        "名前",
        "所属団体",
        "所属機関",
        "所属",
        "役職名",
        "役職",
        "職名",
        "職",
        "備考",
        "番号",
        "No.",
        "No",
        "区分",
        "団体名",
        "機関名",
    ];
    if text.len() > 120 {
        return false;
    }
    let letters: String = text.chars().filter(|c| !is_space(*c) && !matches!(c, '|' | '｜' | '・' | '等')).collect();
    let (mut rest, mut count) = (letters.as_str(), 0);
    while let Some(after) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        (rest, count) = (after, count + 1);
    }
    rest.is_empty() && count >= 2
}

/// `〔計６名〕`, `以上12名`: how many the list has named.
pub(super) fn is_total(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| "（）()〔〕［］[]".contains(c) || is_space(c));
    let number = ["合計", "以上", "計"].iter().find_map(|word| bare.strip_prefix(word));
    text.len() <= 60 && number.is_some_and(|number| count::is_count(number.trim_matches(|c| is_space(c) || c == '：')))
}

/// `（以下敬称略）`, `（敬称略・順不同）`: what is said of a list as a whole.
pub(super) fn is_courtesy(text: &str) -> bool {
    text.len() <= 60 && text.contains("敬称略") && text.starts_with(['（', '(', '※', '敬', '以'])
}
