//! What a speaker is called beside the name: 委員長, 課長, 君, 事務局; and what is no name though it stands like one.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

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

static DEPARTMENTS: LazyLock<Words> = LazyLock::new(|| Words::of_kind("department"));
static MODIFIERS: LazyLock<Words> = LazyLock::new(|| Words::of_kind("modifier"));
static LIST_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of_kind("list"));
static HEADINGS: LazyLock<Words> = LazyLock::new(|| Words::of_kind("heading"));
static HEADING_ENDS: LazyLock<Words> = LazyLock::new(|| Words::of_kind("heading-end"));
static SURNAMES: LazyLock<Words> =
    LazyLock::new(|| Words::new(rows::<1>(include_str!("surnames.tsv")).map(|[name]| name)));

/// Words that a text is, begins with or ends with.
struct Words {
    words: FxHashSet<&'static str>,
    from_start: Lengths,
    from_end: Lengths,
}

impl Words {
    fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let words: FxHashSet<&'static str> = words.collect();
        let from_start = Lengths::of_prefixes(words.iter().copied());
        let from_end = Lengths::of_suffixes(words.iter().copied());
        Self { words, from_start, from_end }
    }

    /// The words of one kind of `offices.tsv`.
    fn of_kind(wanted: &str) -> Self {
        let rows = rows::<2>(include_str!("offices.tsv"));
        Self::new(rows.filter(|[_, kind]| *kind == wanted).map(|[word, _]| word))
    }

    fn has(&self, text: &str) -> bool {
        self.words.contains(text)
    }

    /// The ends, in bytes, of the words that the text begins with, the longest first.
    fn at_start(&'static self, text: &str) -> impl Iterator<Item = usize> {
        self.from_start.prefixes(text).filter(move |end| self.has(&text[..*end]))
    }

    fn end(&self, text: &str) -> bool {
        self.from_end.suffixes(text).any(|at| self.has(&text[at..]))
    }
}

/// The longest role with which a text without spaces ends, and where it begins: `総務課長補佐` → 課長補佐.
pub fn at_end(text: &str) -> Option<(usize, Role)> {
    ROLES_AT_END.suffixes(text).find_map(|at| ROLES.get(&text[at..]).map(|role| (at, *role)))
}

/// The longest role with which a text begins, and where it ends: `委員長山崎孝明君` → 委員長.
pub fn at_start(text: &str) -> Option<(usize, Role)> {
    ROLES_AT_START.prefixes(text).find_map(|end| ROLES.get(&text[..end]).map(|role| (end, *role)))
}

/// Whether a role may end with this character: 長, 員, 局 …
pub fn may_end_with(last: char) -> bool {
    ROLES_AT_END.may_have(last)
}

/// Whether a department's name begins so: `総務`, `福祉総務`.
pub fn begins_department(text: &str) -> bool {
    DEPARTMENTS.at_start(text).next().is_some()
}

/// Whether the word stands before a role without naming anybody: `副`, `各`, `教育`.
pub fn is_modifier(text: &str) -> bool {
    MODIFIERS.has(text) || DEPARTMENTS.has(text)
}

/// Whether a role with this word before it heads a list: `出席` in 出席委員.
pub fn heads_list(text: &str) -> bool {
    LIST_WORDS.has(text)
}

/// Whether a marked line of these words is a heading: `議題`, `事務局説明`.
pub fn is_heading(text: &str) -> bool {
    HEADINGS.has(text) || HEADING_ENDS.end(text)
}

/// Whether this is a family name: `小田切`.
pub fn is_surname(text: &str) -> bool {
    SURNAMES.has(text)
}

/// The lengths in bytes of the family names with which a text begins, the longest first: `小田切太郎` → 小田切, 小田.
pub fn surnames_at_start(text: &str) -> impl Iterator<Item = usize> {
    SURNAMES.at_start(text)
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
