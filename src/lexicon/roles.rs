//! What a speaker is called beside the name: 委員長, 課長, 君, 事務局; and what is no name though it stands like one.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::table::rows;

/// What a role says of the words before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A chair of the meeting: 雨宮委員長.
    Chair,
    /// A member of the meeting: 大槻委員.
    Member,
    /// The head of a whole body: 矢代市長, 霞野町長.
    Elected,
    /// An office within a body: 神楽課長, 総務部長.
    Office,
    /// 本間君, 鵜飼さん.
    Honorific,
    /// 事務局: no person at all.
    Desk,
}

static ROLES: LazyLock<HashMap<&'static str, Role>> = LazyLock::new(|| {
    let roles = rows::<2>(include_str!("roles.tsv")).map(|[word, kind]| {
        let role = match kind {
            "chair" => Role::Chair,
            "member" => Role::Member,
            "elected" => Role::Elected,
            "office" => Role::Office,
            "honorific" => Role::Honorific,
            _ => Role::Desk,
        };
        (word, role)
    });
    roles.collect()
});

static OFFICES: LazyLock<HashMap<&'static str, HashSet<&'static str>>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, HashSet<&'static str>> = HashMap::new();
    for [word, kind] in rows::<2>(include_str!("offices.tsv")) {
        words.entry(kind).or_default().insert(word);
    }
    words
});

static SURNAMES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| rows::<1>(include_str!("surnames.tsv")).map(|[name]| name).collect());

/// The longest role in characters.
const LONGEST: usize = 12;

/// The longest role with which a text without spaces ends, and where it begins: `総務課長補佐` → 課長補佐.
pub fn at_end(text: &str) -> Option<(usize, Role)> {
    let starts: Vec<usize> = text.char_indices().rev().map(|(at, _)| at).take(LONGEST).collect();
    starts.into_iter().rev().find_map(|at| ROLES.get(&text[at..]).map(|role| (at, *role)))
}

/// The longest role with which a text begins, and where it ends: `委員長山崎孝明君` → 委員長.
pub fn at_start(text: &str) -> Option<(usize, Role)> {
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).collect();
    ends.into_iter().rev().find_map(|end| ROLES.get(&text[..end]).map(|role| (end, *role)))
}

/// Whether a department's name begins so: `総務`, `福祉総務`.
pub fn begins_department(text: &str) -> bool {
    starts_with_any("department", text)
}

/// Whether the word stands before a role without naming anybody: `副`, `各`, `教育`.
pub fn is_modifier(text: &str) -> bool {
    is_in("modifier", text) || is_in("department", text)
}

/// Whether a role with this word before it heads a list: `出席` in 出席委員.
pub fn heads_list(text: &str) -> bool {
    is_in("list", text)
}

/// Whether a marked line of these words is a heading: `議題`, `事務局説明`.
pub fn is_heading(text: &str) -> bool {
    let ends = OFFICES.get("heading-end").is_some_and(|words| words.iter().any(|word| text.ends_with(word)));
    ends || is_in("heading", text)
}

/// Whether this is a family name: `小田切`.
pub fn is_surname(text: &str) -> bool {
    SURNAMES.contains(text)
}

/// The lengths in bytes of the family names with which a text begins, the longest first: `小田切太郎` → 小田切, 小田.
pub fn surnames_at_start(text: &str) -> impl Iterator<Item = usize> {
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(4).collect();
    ends.into_iter().rev().filter(move |end| is_surname(&text[..*end]))
}

fn is_in(kind: &str, text: &str) -> bool {
    OFFICES.get(kind).is_some_and(|words| words.contains(text))
}

fn starts_with_any(kind: &str, text: &str) -> bool {
    let Some(words) = OFFICES.get(kind) else { return false };
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(5);
    ends.into_iter().any(|end| words.contains(&text[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_role_decides() {
        assert_eq!(at_end("山崎副委員長"), Some(("山崎".len(), Role::Chair)));
        assert_eq!(at_end("福祉総務課長補佐"), Some(("福祉総務".len(), Role::Office)));
        assert_eq!(at_start("委員長山崎孝明君"), Some(("委員長".len(), Role::Chair)));
        assert_eq!(at_end("議事日程"), None);
    }

    #[test]
    fn family_names_are_found_at_the_start() {
        let found: Vec<usize> = surnames_at_start("小田切太郎").collect();
        assert_eq!(found.first(), Some(&"小田切".len()));
        assert!(!is_surname("現状") && is_surname("倉石"));
        assert!(is_heading("議題") && is_heading("事務局説明"));
    }
}
