//! What the end of a name says about an organization: 課 is a department, 保健福祉事務所 a public health office.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::table::rows;
use crate::model::Classification;

/// One row of `forms.tsv`.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// `養護学校`
    pub suffix: &'static str,
    /// `form.school-for-special-needs`
    pub rule: &'static str,
    pub classification: Classification,
    pub gives: Gives,
    /// A name that ends so is an organization; otherwise it may be.
    pub plain: bool,
}

/// What the words before a form's suffix tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// 箱根町健康づくり課 belongs to 箱根町.
    Parent,
    /// 厚木市立病院 belongs to 厚木市, because of 立.
    Owner,
    /// There is one in each municipality, by law: 厚木市社会福祉協議会.
    Region,
    /// 厚木保健福祉事務所 is in 厚木, but not of it.
    Place,
    /// 座間養護学校PTA belongs to 座間養護学校.
    Member,
    /// 厚木市役所 is 厚木市.
    Itself,
    /// もみじ訪問看護ステーション: nothing.
    Nothing,
}

impl Gives {
    fn from_column(column: &str) -> Gives {
        match column {
            "parent" => Gives::Parent,
            "owner" => Gives::Owner,
            "region" => Gives::Region,
            "place" => Gives::Place,
            "member" => Gives::Member,
            "self" => Gives::Itself,
            _ => Gives::Nothing,
        }
    }
}

static FORMS: LazyLock<HashMap<&'static str, Form>> = LazyLock::new(|| {
    let forms = rows::<5>(include_str!("forms.tsv")).map(|[suffix, rule, classification, gives, strength]| Form {
        suffix,
        rule,
        classification: self::classification(classification).unwrap_or(Classification::Other),
        gives: Gives::from_column(gives),
        plain: strength == "plain",
    });
    forms.map(|form| (form.suffix, form)).collect()
});

/// The longest suffix in characters.
const LONGEST: usize = 14;

/// The form of the longest suffix that `name` ends with: `座間養護学校` → 養護学校.
pub fn of(name: &str) -> Option<&'static Form> {
    let starts: Vec<usize> = name.char_indices().rev().map(|(at, _)| at).take(LONGEST).collect();
    starts.into_iter().rev().find_map(|at| FORMS.get(&name[at..]))
}

/// The suffixes of plain forms, in a fixed order.
pub fn plain_suffixes() -> Vec<&'static str> {
    let mut suffixes: Vec<_> = FORMS.values().filter(|form| form.plain).map(|form| form.suffix).collect();
    suffixes.sort_unstable();
    suffixes
}

/// The classification that a table's cell names: `public-health-office`.
pub fn classification(word: &str) -> Option<Classification> {
    let word: StrDeserializer<Error> = word.into_deserializer();
    Classification::deserialize(word).ok()
}

/// The form whose suffix is exactly `word`: `学校`.
pub fn exactly(word: &str) -> Option<&'static Form> {
    FORMS.get(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_suffix_decides() {
        assert_eq!(of("座間養護学校").map(|form| form.rule), Some("form.school-for-special-needs"));
        assert_eq!(of("厚木保健福祉事務所").map(|form| form.classification), Some(Classification::PublicHealthOffice));
        assert_eq!(of("横須賀市健康づくり課").map(|form| form.gives), Some(Gives::Parent));
        assert_eq!(of("ほうあんふじ"), None);
    }

    #[test]
    fn every_row_names_a_classification() {
        for [suffix, _, word, ..] in rows::<5>(include_str!("forms.tsv")) {
            assert!(classification(word).is_some(), "{suffix}: {word}");
        }
    }

    #[test]
    fn every_row_is_within_the_length_that_is_searched() {
        assert!(FORMS.keys().all(|suffix| suffix.chars().count() <= LONGEST));
    }
}
