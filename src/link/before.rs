//! What stands before the shorter form of a name within its longer one: 小田原 before 市立病院, 都立府中 before けやきの森学園.

use super::names;
use super::shape::{Shape, place_at_start};
use crate::lexicon::abbreviations::{Kind, kind};
use crate::model::Classification;

/// A place and nothing else, with 立 or a legal form at most: 厚木市, 小田原, 長野県松本, 神奈川県立, 都立府中, 公立, 社会福祉法人.
pub(super) fn is_place(text: &str) -> bool {
    let whole = |text: &str| place_at_start(text).is_some_and(|place| place.written == text);
    if OWNERS.iter().filter_map(|owner| text.strip_prefix(owner)).any(|rest| rest.is_empty() || whole(rest)) {
        return true;
    }
    let text = text.strip_suffix('立').unwrap_or(text);
    let within = |at: usize| text.is_char_boundary(at) && whole(&text[..at]) && whole(&text[at..]);
    kind(text) == Some(Kind::Legal)
        || whole(text)
        || is_department(text)
        || text.contains(['都', '道', '府', '県']) && (1..text.len()).any(within)
}

/// A department that another one belongs to: 八千代市健康福祉部.
fn is_department(text: &str) -> bool {
    let shape = Shape::of(text);
    let department = shape.form.is_some_and(|form| form.plain && form.classification == Classification::Department);
    department && shape.place.is_some_and(|place| place.full)
}

/// What may be left out before a name that has its own place: 熊本県立 before 天草支援学校, 市立 before 輪島病院, 埼玉県 before
/// 越谷児童相談所, and the organization that a branch belongs to: 福岡法務局 before 久留米支局.
pub(super) fn is_owner(text: &str) -> bool {
    let prefecture =
        || place_at_start(text).is_some_and(|place| place.full && place.rows.iter().all(|row| row.is_prefecture()));
    let whole = || {
        let shape = Shape::of(text);
        shape
            .form
            .is_some_and(|form| form.plain && form.suffix.len() < text.len() && form.suffix.chars().nth(1).is_some())
    };
    kind(text) == Some(Kind::Legal)
        || is_place(text) && (text.ends_with('立') || prefecture())
        || !is_department(text) && whole()
}

/// What a government is called for short: 市社協, 県立病院.
pub(super) const OWN: &[char] = &['市', '町', '村', '区', '県', '都', '府', '道'];

/// Words for a public owner that need no place before them: 市立三次中央病院.
const OWNERS: &[&str] = &["市立", "町立", "村立", "区立", "県立", "都立", "府立", "道立", "公立", "国立", "組合立"];

/// A word that names nobody: 市 of 市社協, 各 of 各保健所.
pub(super) fn is_anyones(text: &str) -> bool {
    names::is_owner(text) || text.chars().nth(1).is_none()
}
