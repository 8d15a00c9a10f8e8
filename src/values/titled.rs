//! A person whom the text names with a part in the meeting: `山田委員`, `A構成員`, `〇〇委員`.

use super::person_name::key;
use crate::lexicon::roles::{self, Role};

/// Who is meant, as the words tell it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Titled {
    /// 山田 of `山田委員`; nobody where a letter or a mark stands for the name.
    pub person: Option<String>,
    /// `委員`; with the letter that tells those of one role apart, `A委員`; nothing where only the family name is stated.
    pub role: String,
}

/// Reads a label that is a family name, or what stands for one, before the part that somebody has in a meeting.
///
/// Only a family name that is known counts: 公募委員 and 町会長 name nobody.
pub(crate) fn titled(label: &str) -> Option<Titled> {
    let bare = label.strip_prefix(is_letter).or_else(|| label.strip_suffix(is_letter));
    if bare.and_then(roles::at_end).is_some_and(|(at, role)| at == 0 && role != Role::Honorific) {
        return Some(Titled { person: None, role: label.to_owned() });
    }
    let (at, role) = roles::at_end(label)?;
    let (name, title) = (label[..at].trim_end(), &label[at..]);
    if matches!(role, Role::Elected | Role::Desk)
        || name.is_empty()
        || roles::heads_list(name)
        || roles::is_modifier(name)
    {
        return None;
    }
    if name.chars().count() <= 3 && name.chars().all(is_blank_mark) {
        return Some(Titled { person: None, role: label.to_owned() });
    }
    // 本会員, 全委員, 新会長: of the short names only those that are nothing else.
    let short = name.chars().nth(1).is_none();
    let is_word = short && "新元全本前現各両同都道府県市区町村国会部課局所室".contains(name);
    let family = name.split([' ', '\u{3000}']).next().unwrap_or(name);
    // 渡辺(裕)委員: which 渡辺 it is.
    let family = family.split(['（', '(']).next().filter(|_| has_short_bracket(name)).unwrap_or(family);
    let is_family = roles::is_surname(family) || roles::is_surname(&key(family));
    // 西支所長 may be the head of 西支所.
    let side = short && "東西南北中上下大小".contains(name);
    let office = role == Role::Office && side;
    (is_family && !is_word && !office).then(|| Titled { person: Some(name.to_owned()), role: title.to_owned() })
}

/// Whether a name ends with the letter or two that tell two of one name apart: `渡辺(裕)`.
fn has_short_bracket(name: &str) -> bool {
    let inside = name.strip_suffix(['）', ')']).and_then(|name| name.split_once(['（', '(']));
    inside.is_some_and(|(_, letters)| (1..=2).contains(&letters.chars().count()))
}

/// The letter of `A構成員`, `委員1`.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '甲' | '乙' | '丙' | '丁')
}

/// What stands where a name was taken out: `〇〇委員`, `××委員`.
fn is_blank_mark(c: char) -> bool {
    matches!(c, '○' | '〇' | '◯' | '●' | '×' | '✕' | '＊' | '*' | '△' | '□')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_name_before_a_part_in_the_meeting_is_a_person() {
        for (label, person, role) in [
            ("山田委員", Some("山田"), "委員"),
            ("髙橋 副会長", Some("髙橋"), "副会長"),
            ("林座長", Some("林"), "座長"),
            ("渡辺(裕)委員", Some("渡辺(裕)"), "委員"),
            ("佐々木先生", Some("佐々木"), "先生"),
            ("菅原医師", Some("菅原"), "医師"),
            ("A構成員", None, "A構成員"),
            ("〇〇委員", None, "〇〇委員"),
        ] {
            let want = Titled { person: person.map(str::to_owned), role: role.to_owned() };
            assert_eq!(titled(label), Some(want), "{label}");
        }
    }

    #[test]
    fn a_role_with_any_other_word_names_no_person() {
        for label in
            ["委員", "座長", "公募委員", "出席委員", "町会長", "各委員", "医師会会長", "全委員", "総務課長", "実行委員"]
        {
            assert_eq!(titled(label), None, "{label}");
        }
    }
}
