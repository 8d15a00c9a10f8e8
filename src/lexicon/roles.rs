//! What a speaker is called beside the name: 委員長, 課長, 君, 事務局; and what is no name though it stands like one.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::char_set::CharSet;
use super::lengths::Lengths;
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

static ROLES: LazyLock<FxHashMap<&'static str, Role>> = LazyLock::new(|| {
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

/// The roles by their ends and by their beginnings.
static ROLES_AT_END: LazyLock<Lengths> = LazyLock::new(|| Lengths::of_suffixes(ROLES.keys().copied()));
static ROLES_AT_START: LazyLock<Lengths> = LazyLock::new(|| Lengths::of_prefixes(ROLES.keys().copied()));

static DEPARTMENTS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("department"));
static DEPARTMENTS_AT_START: LazyLock<Lengths> = LazyLock::new(|| Lengths::of_prefixes(DEPARTMENTS.iter().copied()));
static MODIFIERS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("modifier"));
static LIST_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("list"));
static HEADINGS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("heading"));
static HEADING_ENDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("heading-end"));
static HEADINGS_AT_END: LazyLock<Lengths> = LazyLock::new(|| Lengths::of_suffixes(HEADING_ENDS.iter().copied()));

/// Family names, and the characters that they begin with.
static SURNAMES: LazyLock<(FxHashSet<&'static str>, CharSet)> = LazyLock::new(|| {
    let table = include_str!("surnames.tsv");
    // Ten thousand rows: a set that grows step by step would cost more than all the rest of the start.
    let mut names = FxHashSet::with_capacity_and_hasher(table.len() / 7, FxBuildHasher);
    let mut firsts = CharSet::default();
    for [name] in rows::<1>(table) {
        names.insert(name);
        name.chars().take(1).for_each(|first| firsts.insert(first));
    }
    (names, firsts)
});

/// The words of one kind of `offices.tsv`.
fn words(wanted: &str) -> FxHashSet<&'static str> {
    let rows = rows::<2>(include_str!("offices.tsv"));
    rows.filter(|[_, kind]| *kind == wanted).map(|[word, _]| word).collect()
}

/// The longest role with which a text without spaces ends, and where it begins: `総務課長補佐` → 課長補佐.
pub fn at_end(text: &str) -> Option<(usize, Role)> {
    let (at, role) = ROLES_AT_END.suffixes(text).find_map(|at| ROLES.get(&text[at..]).map(|role| (at, *role)))?;
    // 副分科会長, 副主査: there is a deputy of everybody.
    let deputy = matches!(role, Role::Chair | Role::Elected | Role::Office) && text[..at].ends_with('副');
    let at = if deputy { at - '副'.len_utf8() } else { at };
    // 首席政策監, 統括審議官: a rank before an office.
    let rank = RANKS.iter().find(|rank| role == Role::Office && text[..at].ends_with(*rank));
    Some((rank.map_or(at, |rank| at - rank.len()), role))
}

/// Ranks that stand before an office.
const RANKS: [&str; 6] = ["首席", "主席", "上席", "統括", "総括", "専任"];

/// The longest role with which a text begins, and where it ends: `委員長山崎孝明君` → 委員長.
pub fn at_start(text: &str) -> Option<(usize, Role)> {
    ROLES_AT_START.prefixes(text).find_map(|end| ROLES.get(&text[..end]).map(|role| (end, *role)))
}

/// Whether a role may end with this character: 長, 員, 局 …
#[inline]
pub fn may_end_with(last: char) -> bool {
    ROLES_AT_END.may_have(last)
}

/// A role whose letters were set apart: 会　長 → 会長.
pub fn closed_up(role: &str) -> String {
    let single = |word: &str| word.chars().count() == 1;
    let apart = role.split_whitespace().count() > 1 && role.split_whitespace().all(single);
    if apart { role.split_whitespace().collect() } else { role.to_owned() }
}

/// Whether a department's name begins so: `総務`, `福祉総務`.
pub fn begins_department(text: &str) -> bool {
    DEPARTMENTS_AT_START.prefixes(text).any(|end| DEPARTMENTS.contains(&text[..end]))
}

/// Whether the word stands before a role without naming anybody: `副`, `各`, `教育`.
pub fn is_modifier(text: &str) -> bool {
    MODIFIERS.contains(text) || DEPARTMENTS.contains(text)
}

/// Whether a role with this word before it heads a list: `出席` in 出席委員.
pub fn heads_list(text: &str) -> bool {
    LIST_WORDS.contains(text)
}

/// Whether a marked line of these words is a heading: `議題`, `事務局説明`.
pub fn is_heading(text: &str) -> bool {
    HEADINGS.contains(text) || HEADINGS_AT_END.suffixes(text).any(|at| HEADING_ENDS.contains(&text[at..]))
}

/// Whether this is a family name: `小田切`.
pub fn is_surname(text: &str) -> bool {
    SURNAMES.0.contains(text)
}

/// The lengths in bytes of the family names with which a text begins, the longest first: `小田切太郎` → 小田切, 小田.
pub fn surnames_at_start(text: &str) -> impl Iterator<Item = usize> {
    let (names, first) = &*SURNAMES;
    let may_begin = text.chars().next().is_some_and(|c| first.may_have(c));
    let mut ends = [0; 4];
    let mut count = 0;
    for (at, c) in text.char_indices().take(if may_begin { ends.len() } else { 0 }) {
        ends[count] = at + c.len_utf8();
        count += 1;
    }
    ends.into_iter().take(count).rev().filter(move |end| names.contains(&text[..*end]))
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
