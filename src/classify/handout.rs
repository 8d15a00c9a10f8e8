//! The labels of handouts, which stand among the fields of a head and between its lists.

use crate::rules::is_digit;

/// `資料１　委員名簿`, `参考資料２－１ …`, `別紙３`: a handout's label at the beginning of a line.
pub(super) fn names_handout(text: &str) -> bool {
    const WORDS: [&str; 7] = ["資料", "参考資料", "当日資料", "参考", "別紙", "別添", "追加資料"];
    let text = text.trim_start_matches(['【', '（', '(', '［', '[', '〔']);
    let behind = WORDS.iter().find_map(|word| text.strip_prefix(word));
    let behind = behind.map(|behind| behind.trim_start_matches(['№', ' ', '\u{3000}', '－', '-']));
    behind.is_some_and(|behind| behind.trim_start_matches("No").trim_start_matches(['.', '．']).starts_with(is_digit))
}

#[cfg(test)]
mod tests {
    use super::names_handout;

    #[test]
    fn a_handout_s_label_begins_a_line() {
        for text in ["資料１　委員名簿", "参考資料2-1 要綱", "【資料No.3】計画（案）", "別紙１"]
        {
            assert!(names_handout(text), "{text}");
        }
        for text in ["資料の確認", "資料により説明する", "参考とする", "第１号資料"] {
            assert!(!names_handout(text), "{text}");
        }
    }
}
