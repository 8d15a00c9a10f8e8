//! Spellings of one name: 障がい and 障害, 茅ヶ崎 and 茅ケ崎, 齋藤 and 斎藤.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;

use super::brackets::is_kanji;
use super::char_set::CharSet;
use super::table::rows;

/// One row of `variants.tsv`: 障がい is compared as 障害.
struct Variant {
    written: &'static str,
    folded: &'static str,
    rule: &'static str,
}

/// The rows by their first character, the longest first.
static VARIANTS: LazyLock<FxHashMap<char, Vec<Variant>>> = LazyLock::new(|| {
    let mut table: FxHashMap<char, Vec<Variant>> = FxHashMap::default();
    for [written, folded, rule] in rows::<3>(include_str!("variants.tsv")) {
        let first = written.chars().next().unwrap_or_default();
        table.entry(first).or_default().push(Variant { written, folded, rule });
    }
    table.values_mut().for_each(|variants| variants.sort_by_key(|variant| std::cmp::Reverse(variant.written.len())));
    table
});

/// Which characters may begin a variant, so that most characters of most names ask no table.
static FIRSTS: LazyLock<CharSet> = LazyLock::new(|| VARIANTS.keys().copied().collect());

const KE: &str = "variant.ke";

/// What is written for the ケ of 茅ケ崎.
const KE_LETTERS: [char; 6] = ['ヶ', 'ケ', 'が', 'ガ', 'ヵ', 'カ'];

/// The characters that folding may change: most names have none.
static CHANGED: LazyLock<CharSet> = LazyLock::new(|| {
    let spaces = ('\0'..='\u{3000}').filter(|c| c.is_whitespace());
    VARIANTS.keys().copied().chain(KE_LETTERS).chain('a'..='z').chain(spaces).collect()
});

/// What two spellings of one name have in common: 厚木市障がい福祉課 and 厚木市障害福祉課 have one key.
pub fn key(name: &str) -> Cow<'_, str> {
    let changed = &*CHANGED;
    let may_change = name.chars().any(|c| changed.may_have(c));
    if may_change { Cow::Owned(fold(name, |_| {}, |_, _| {})) } else { Cow::Borrowed(name) }
}

/// The key of a text, with the ends of its beginnings: in bytes of the text and of the key, one for each character that ends there.
///
/// One key serves all names that a text may begin with.
pub fn key_with_ends(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut ends = Vec::with_capacity(text.len() / 3 + 1);
    let key = fold(text, |_| {}, |written, folded| ends.push((written, folded)));
    (key, ends)
}

/// The rules by which `a` and `b` are one name; empty where their keys differ or they are written alike.
pub fn rules(a: &str, b: &str) -> Vec<&'static str> {
    if a == b {
        return Vec::new();
    }
    let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
    if fold(a, |variant| of_a.push(variant), |_, _| {}) != fold(b, |variant| of_b.push(variant), |_, _| {}) {
        return Vec::new();
    }
    let mut rules: Vec<&'static str> = Vec::new();
    let only_in = |these: &[(&'static str, &str)], those: &[(&'static str, &str)]| -> Vec<&'static str> {
        these.iter().filter(|variant| !those.contains(variant)).map(|(rule, _)| *rule).collect()
    };
    for rule in only_in(&of_a, &of_b).into_iter().chain(only_in(&of_b, &of_a)) {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    if rules.is_empty() {
        rules.push("variant.space");
    }
    rules
}

/// Folds `name`, telling each variant that it meets with its rule and how it is written, and how far it is after each step.
fn fold<'n>(name: &'n str, mut met: impl FnMut((&'static str, &'n str)), mut done: impl FnMut(usize, usize)) -> String {
    let mut folded = String::with_capacity(name.len());
    let (mut at, mut last) = (0, ' ');
    while let Some(c) = name[at..].chars().next() {
        let rest = &name[at..];
        let after = at + c.len_utf8();
        let fits = |variants: &'static Vec<Variant>| variants.iter().find(|variant| rest.starts_with(variant.written));
        if let Some(variant) = Some(c).filter(|&c| FIRSTS.may_have(c)).and_then(|c| VARIANTS.get(&c)).and_then(fits) {
            met((variant.rule, variant.written));
            folded.push_str(variant.folded);
            at += variant.written.len();
            last = c;
            done(at, folded.len());
            continue;
        }
        if KE_LETTERS.contains(&c) && is_kanji(last) && name[after..].starts_with(is_kanji) {
            met((KE, &name[at..after]));
            folded.push('ケ');
        } else if !c.is_whitespace() {
            folded.push(c.to_ascii_uppercase());
        }
        at = after;
        last = c;
        done(at, folded.len());
    }
    folded
}

/// Words of names that documents spell in several ways, longer spellings first.
const SPELLINGS: &[&[&str]] =
    &[&["障害がい", "障がい", "障害", "障碍", "障礙"], &["子ども", "こども", "子供"], &["附属", "付属"]];

/// Finds the words that documents spell in several ways, the longest spelling at each place.
pub fn spellings() -> &'static AhoCorasick {
    static SEARCH: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let words = SPELLINGS.iter().flat_map(|spellings| spellings.iter());
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).expect("a fixed list of words")
    });
    &SEARCH
}

/// The other spellings of a name: 障がい福祉課, 障碍福祉課 … for 障害がい福祉課 (a slip that is met).
pub fn respelt(name: &str) -> impl Iterator<Item = String> {
    let written = |spellings: &&[&'static str]| spellings.iter().find(|spelling| name.contains(**spelling)).copied();
    let words = SPELLINGS.iter().filter_map(move |spellings| Some((*spellings, written(spellings)?)));
    words.flat_map(move |(spellings, word)| {
        spellings.iter().filter(move |other| **other != word).map(move |other| name.replace(word, other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (a, b) in [
            ("厚木市障がい福祉課", "厚木市障害福祉課"),
            ("茅ヶ崎市", "茅ケ崎市"),
            ("星が丘病院", "星ヶ丘病院"),
            ("齋藤醫院", "斎藤医院"),
            ("東海大学医学部附属病院", "東海大学医学部付属病院"),
            ("子ども家庭センター", "こども家庭センター"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
            assert!(!rules(a, b).is_empty(), "{a} {b}");
        }
    }

    #[test]
    fn the_rule_names_what_differs() {
        assert_eq!(rules("厚木市障がい福祉課", "厚木市障害福祉課"), ["variant.shogai"]);
        assert_eq!(rules("茅ヶ崎市障がい福祉課", "茅ケ崎市障がい福祉課"), ["variant.ke"]);
        assert_eq!(rules("厚木市", "愛川町"), [""; 0]);
    }

    #[test]
    fn a_particle_between_words_is_no_letter_ke() {
        assert_ne!(key("私が行く"), key("私ケ行く").replace('ケ', "が"));
        assert_ne!(key("ゆいがはま"), key("ゆいケはま"));
    }

    #[test]
    fn a_name_is_respelt_word_by_word() {
        let others: Vec<String> = respelt("障害がい福祉課").collect();
        assert!(others.contains(&"障がい福祉課".to_owned()) && others.contains(&"障害福祉課".to_owned()));
        assert_eq!(key("障害がい福祉課"), key("障害福祉課"));
        assert_eq!(respelt("健康づくり課").count(), 0);
    }
}
