//! Words that speak in minutes without being an organization's name: 行政, 座長, 県.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::any_end::AnyEnd;
use super::forms;
use super::municipalities::Municipalities;
use super::table::rows;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// A group of people or bodies: 行政, 医療機関, 保健師.
    Generic,
    /// A part in the meeting: 座長, 事務局.
    Role,
    /// One that only the document's region can name: 県, 本市.
    Government,
}

static GROUPS: LazyLock<FxHashMap<&'static str, Group>> = LazyLock::new(|| {
    let groups = rows::<2>(include_str!("groups.tsv")).map(|[word, kind]| {
        let group = match kind {
            "role" => Group::Role,
            "government" => Group::Government,
            _ => Group::Generic,
        };
        (word, group)
    });
    groups.collect()
});

/// What may follow a group's name without changing it: 行政等.
static ENDINGS: AnyEnd = AnyEnd::new(&["等", "他", "ほか", "たち", "達", "側", "各位", "など", "の方", "の皆さん"]);

/// A word that ends so names people or bodies in general, whatever stands before it: 学校関係者.
static GENERAL: AnyEnd = AnyEnd::new(&[
    "関係者",
    "関係機関",
    "関係団体",
    "支援団体",
    "ボランティア団体",
    "関係職員",
    "関係部署",
    "関係課",
    "従事者",
    "経験者",
    "有資格者",
    "機関",
    "入所施設",
    "通所施設",
    "関係施設",
    "医療施設",
]);

/// The group that `label` is: `行政`, `医療・福祉関係者等` (joined by ・, 、 or 及び).
pub fn of(label: &str) -> Option<Group> {
    let bare = ENDINGS.strip(label).unwrap_or(label);
    let of_bare = || if bare.len() < label.len() { GROUPS.get(bare) } else { None };
    if let Some(group) = GROUPS.get(label).or_else(of_bare) {
        return Some(*group);
    }
    if is_of_an_age(label) {
        return Some(Group::Generic);
    }
    let is_generic = |part| GROUPS.get(part) == Some(&Group::Generic);
    let all_generic = bare.contains(['・', '／', '/']) && bare.split(['・', '／', '/']).all(is_generic);
    (all_generic || GENERAL.ends(bare) || is_each(label) || bare.len() < label.len() && is_form(bare))
        .then_some(Group::Generic)
}

/// 各市教育委員会, 各病院; 各務原市 is a place.
fn is_each(label: &str) -> bool {
    let each = label.strip_prefix('各').is_some_and(|rest| forms::of(rest).is_some_and(|form| form.plain));
    each && Municipalities::all().core_at_start(label).is_none()
}

/// 商工会議所 of 商工会議所等: a form and no name.
fn is_form(bare: &str) -> bool {
    forms::exactly(bare).is_some_and(|form| form.plain)
}

/// `60代男性`, `女性、70代`, `40歳代`: what is told of somebody whose name is not.
fn is_of_an_age(label: &str) -> bool {
    const WORDS: [&str; 9] = ["男性", "女性", "歳代", "代", "以上", "前半", "後半", "男", "女"];
    if !label.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut rest = label;
    let mut aged = false;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            aged |= rest.len() - behind.len() == 2 && (behind.starts_with('代') || behind.starts_with("歳代"));
            rest = behind;
        } else if matches!(first, '・' | '、' | ' ' | '／' | '～') {
            rest = &rest[first.len_utf8()..];
        } else if let Some(behind) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = behind;
        } else {
            return false;
        }
    }
    aged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_groups_are_a_group() {
        assert_eq!(of("医療・福祉関係者等"), Some(Group::Generic));
        assert_eq!(of("行政"), Some(Group::Generic));
        assert_eq!(of("60代男性"), Some(Group::Generic));
        assert_eq!(of("女性・70代"), Some(Group::Generic));
        assert_eq!(of("60代男性の会"), None);
        assert_eq!(of("座長"), Some(Group::Role));
        assert_eq!(of("県"), Some(Group::Government));
        assert_eq!(of("厚木・愛川地区医師会"), None);
    }
}
