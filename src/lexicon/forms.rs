//! What the end of a name says about an organization: 課 is a department, 保健福祉事務所 a public health office.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use rustc_hash::FxHashMap;

use super::lengths::Lengths;
use super::pair_set::PairSet;
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
    /// No form at all, though a shorter suffix would be one: 関係, 会議室.
    is_none: bool,
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

static FORMS: LazyLock<FxHashMap<&'static str, Form>> = LazyLock::new(|| {
    let forms = rows::<5>(include_str!("forms.tsv")).map(|[suffix, rule, classification, gives, strength]| Form {
        suffix,
        rule,
        classification: self::classification(classification).unwrap_or(Classification::Other),
        gives: Gives::from_column(gives),
        plain: strength == "plain",
        is_none: strength == "none",
    });
    forms.map(|form| (form.suffix, form)).collect()
});

/// The lengths of the suffixes, from their ends.
static SUFFIXES: LazyLock<Lengths> = LazyLock::new(|| Lengths::of_suffixes(FORMS.keys().copied()));

/// The lengths of the suffixes, from their beginnings, for names that begin with one.
static WORDS: LazyLock<Lengths> = LazyLock::new(|| Lengths::of_prefixes(FORMS.keys().copied()));

/// The form of the longest suffix that `name` ends with: `座間養護学校` → 養護学校.
pub fn of(name: &str) -> Option<&'static Form> {
    let mut starts = SUFFIXES.suffixes(name);
    starts.find_map(|at| FORMS.get(&name[at..])).filter(|form| !form.is_none)
}

/// The forms of all suffixes that `name` ends with, the longest first: 養護学校 and 学校 for `座間養護学校`.
pub fn all_at_end(name: &str) -> impl Iterator<Item = &'static Form> {
    SUFFIXES.suffixes(name).filter_map(|at| FORMS.get(&name[at..])).filter(|form| !form.is_none)
}

/// The pairs of characters with which forms' suffixes end, the last one first.
pub fn last_pairs() -> &'static PairSet {
    SUFFIXES.pairs()
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

/// The word for a classification in a table's cell.
pub fn word(classification: Classification) -> String {
    let word = serde_json::to_value(classification).ok();
    word.and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What a name may begin with and be an organization by: 訪問看護ステーションもみじ, NPO法人ほほえみ.
const IN_FRONT: &[Classification] = &[
    Classification::VisitingNurseStation,
    Classification::ConsultationOffice,
    Classification::WelfareFacility,
    Classification::Company,
    Classification::Clinic,
    Classification::Association,
];

/// In characters: a place with its county and a kind of corporation behind it are shorter.
const LONGEST_FRONT: usize = 40;

/// The form that `name` begins with, where a name of its own follows: `訪問看護STもみじ` → 訪問看護ST.
///
/// A phrase (`訪問看護ステーションの役割`) has a particle there and a kanji behind it.
pub fn at_start(name: &str) -> Option<&'static Form> {
    // 特定非営利活動法人 is no row, but what ends in 法人 is a corporation.
    let corporation = find_corporation(name).filter(|&end| end < name.len());
    let words = WORDS.prefixes(name).filter(|end| *end < name.len());
    corporation.into_iter().chain(words).find_map(|end| {
        let form = FORMS.get(&name[..end]).or_else(|| of(&name[..end])).filter(|form| !form.is_none)?;
        let mut body = name[end..].chars();
        let (first, second) = (body.next()?, body.next()?);
        let phrase = matches!(first, 'の' | 'が' | 'を' | 'で' | 'は') && !is_kana(second) || is_digit_or_mark(first);
        (form.plain && !phrase && IN_FRONT.contains(&form.classification)).then_some(form)
    })
}

/// Where 法人 ends in a name.
fn find_corporation(name: &str) -> Option<usize> {
    const WORD: &str = "法人";
    // A kind stands at a name's very beginning; the rest may be a whole document.
    let front = &name.as_bytes()[..name.len().min(LONGEST_FRONT * 4)];
    let end = front.windows(WORD.len()).position(|bytes| bytes == WORD.as_bytes())? + WORD.len();
    (name[..end].chars().count() <= LONGEST_FRONT).then_some(end)
}

fn is_kana(c: char) -> bool {
    ('ぁ'..='ヿ').contains(&c)
}

fn is_digit_or_mark(c: char) -> bool {
    c.is_ascii_digit() || "、。，．・（）()「」『』／/".contains(c)
}

/// The form whose suffix is exactly `word`: `学校`.
pub fn exactly(word: &str) -> Option<&'static Form> {
    FORMS.get(word).filter(|form| !form.is_none)
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
        assert_eq!(of("信頼関係"), None);
    }

    #[test]
    fn every_row_names_a_classification() {
        for [suffix, _, word, _, strength] in rows::<5>(include_str!("forms.tsv")) {
            assert_eq!(classification(word).is_some(), strength != "none", "{suffix}: {word}");
        }
    }

    #[test]
    fn a_form_may_stand_in_front_of_the_name() {
        let suffix = |name| at_start(name).map(|form| form.suffix);
        assert_eq!(suffix("訪問看護STもみじ"), Some("訪問看護ST"));
        assert_eq!(suffix("訪問看護ステーションにじの橋"), Some("訪問看護ステーション"));
        assert!(suffix("NPO法人けやきの郷").is_some());
        assert_eq!(suffix("訪問看護ステーションの役割"), None);
        assert_eq!(suffix("訪問看護ステーション"), None);
    }
}
