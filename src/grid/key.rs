//! What numbers a row.

use crate::rules::table::{WORDS, Word as Kind};
use crate::values::number::number;

/// `24052`, `議案第１号` → 24052, 1.
pub(super) fn row_number(text: &str) -> Option<u32> {
    let (rule, caught) = WORDS.decide(text)?;
    match rule.kind {
        Kind::Number => number(caught.text("number")),
        Kind::KeyHeader | Kind::Total => None,
    }
}
