//! What numbers a row.

use crate::rules::table::{WORDS, Word as Kind};
use crate::values::number::number;

/// `No.`, `番号`: the header of the column that numbers the rows.
pub(crate) fn is_key_header(header: &str) -> bool {
    WORDS.rule(header).is_some_and(|rule| rule.kind == Kind::KeyHeader)
}

/// `24052`, `議案第１号` → 24052, 1.
pub(super) fn row_number(text: &str) -> Option<u32> {
    let (rule, caught) = WORDS.decide(text)?;
    match rule.kind {
        Kind::Number => number(caught.text("number")),
        Kind::KeyHeader | Kind::Total => None,
    }
}
