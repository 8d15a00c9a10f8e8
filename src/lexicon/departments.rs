//! Which departments are a government's where a document does not say whose they are.

use std::sync::LazyLock;

use super::table::rows;

/// The lists of `departments.tsv`.
struct Departments {
    topics: Vec<&'static str>,
    units: Vec<&'static str>,
    words: Vec<&'static str>,
    own: Vec<&'static str>,
}

static DEPARTMENTS: LazyLock<Departments> = LazyLock::new(|| {
    let rows: Vec<_> = rows::<2>(include_str!("departments.tsv")).collect();
    let list = |wanted| rows.iter().filter(move |[kind, _]| *kind == wanted).map(|&[_, word]| word).collect();
    Departments { topics: list("topic"), units: list("unit"), words: list("word"), own: list("own") }
});

/// Whether a department of this name is a government's, not a hospital's or an association's: 健康づくり課, but not 看護部.
pub fn is_governments(name: &str) -> bool {
    let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
    holds(&DEPARTMENTS.topics) && !holds(&DEPARTMENTS.units)
}

/// Whether 市, 県, 都 … at the start belong to a longer word: 都市計画課, 県土整備部, but not 県政策課.
pub fn begins_with_word(name: &str) -> bool {
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    begins(&DEPARTMENTS.words) && !begins(&DEPARTMENTS.own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_department_of_a_hospital_or_an_association_is_no_governments() {
        for name in ["看護部", "医事課", "地域医療連携室", "女性部", "営業部", "教務課", "医学部"]
        {
            assert!(!is_governments(name), "{name}");
        }
        for name in ["健康づくり課", "高齢福祉課", "総務課", "医療課", "子育て支援課"] {
            assert!(is_governments(name), "{name}");
        }
    }

    #[test]
    fn a_word_that_begins_with_a_government_is_not_about_it() {
        for name in ["都市計画課", "道路管理課", "県土整備部", "県政情報課", "市場課", "市税課", "区画整理課", "町会"]
        {
            assert!(begins_with_word(name), "{name}");
        }
        for name in ["県政策課", "町税務課", "県医療政策課", "市教育委員会", "県土木部"] {
            assert!(!begins_with_word(name), "{name}");
        }
    }
}
