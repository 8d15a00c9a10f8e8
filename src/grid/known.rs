//! What columns are called: the headers of a table that no column of numbers shows to be one.

use super::header::is_period;
use super::word::Word;
use crate::lexicon::groups;
use crate::rules::plan::{COLUMNS, LONGEST_HEADER};
use crate::rules::table::SET_APART;

const FEWEST_COLUMNS: usize = 3;

/// Whether a line is a header: three words at least, each plain, and half of them what columns are called.
pub(super) fn is_header(words: &[Word], source: &str) -> bool {
    let text = |word: &Word| word.text(source);
    let plain = |word: &Word| !text(word).ends_with('。') && !text(word).chars().all(char::is_numeric);
    let known = words.iter().filter(|word| is_known(text(word))).count();
    words.len() >= FEWEST_COLUMNS && words.iter().all(plain) && known >= 2 && known * 2 >= words.len()
}

/// 実施主体, 備考, 第１四半期, 短期.
fn is_known(header: &str) -> bool {
    const TERMS: [&str; 3] = ["短期", "中期", "長期"];
    let closed: String = header.chars().filter(|c| !crate::span::is_space(*c)).collect();
    closed.len() <= LONGEST_HEADER && COLUMNS.rule(&closed).is_some()
        || is_period(&closed)
        || TERMS.contains(&&*closed)
        || SET_APART.contains(&&*closed)
        || groups::of(&closed).is_some()
}
