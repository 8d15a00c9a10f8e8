//! Short forms of words inside names: 養護 for 養護学校, HWC for 保健福祉事務所; and the words that tell a body's kind.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::char_set::CharSet;
use super::forms;
use super::lengths::Lengths;
use super::table::rows;

/// One row of `abbreviations.tsv`.
#[derive(Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// `HWC`
    pub short: &'static str,
    /// `保健福祉事務所`, `健康福祉事務所` …
    pub long: Vec<&'static str>,
    pub within: Within,
    /// The short form means its long one wherever a place stands before it; otherwise the long name must be known.
    pub sure: bool,
}

/// Where in a name a short form may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// 小田原養護
    End,
    /// 旭川日赤; 日赤 alone is the society.
    Behind,
    /// 厚労省
    Whole,
    /// 訪問看護STもみじ
    Anywhere,
}

static ABBREVIATIONS: LazyLock<Vec<Abbreviation>> = LazyLock::new(|| {
    let abbreviations =
        rows::<4>(include_str!("abbreviations.tsv")).map(|[short, long, within, strength]| Abbreviation {
            short,
            long: long.split('、').collect(),
            within: match within {
                "end" => Within::End,
                "behind" => Within::Behind,
                "whole" => Within::Whole,
                _ => Within::Anywhere,
            },
            sure: strength == "sure",
        });
    abbreviations.collect()
});

/// The rows by the first character of their short form.
static BY_FIRST: LazyLock<FxHashMap<char, Vec<&'static Abbreviation>>> = LazyLock::new(|| {
    let mut table: FxHashMap<char, Vec<&'static Abbreviation>> = FxHashMap::default();
    for abbreviation in ABBREVIATIONS.iter() {
        table.entry(abbreviation.short.chars().next().unwrap_or_default()).or_default().push(abbreviation);
    }
    table
});

/// With which characters short forms begin, so that most characters of most names ask no table.
static FIRSTS: LazyLock<CharSet> = LazyLock::new(|| BY_FIRST.keys().copied().collect());

/// Every short form in a name, with where it stands.
fn short_forms(name: &str) -> impl Iterator<Item = (usize, &'static Abbreviation)> {
    name.char_indices().filter(|(_, first)| FIRSTS.may_have(*first)).flat_map(move |(at, first)| {
        let rows = BY_FIRST.get(&first).into_iter().flatten();
        rows.filter(move |row| stands_at(row, name, at)).map(move |row| (at, *row))
    })
}

fn stands_at(row: &Abbreviation, name: &str, at: usize) -> bool {
    let Some(after) = name[at..].strip_prefix(row.short) else { return false };
    match row.within {
        Within::Whole => at == 0,
        Within::End => after.is_empty(),
        Within::Behind => at > 0 && after.is_empty(),
        Within::Anywhere => true,
    }
}

/// The long forms of a name with each short form in it written out, one at a time: 小田原HWC → 小田原保健福祉事務所 …
///
/// With the row that did it.
pub fn expansions(name: &str) -> Vec<(String, &'static Abbreviation)> {
    let mut expanded = Vec::new();
    for (at, row) in short_forms(name) {
        let after = &name[at + row.short.len()..];
        let long = row.long.iter().filter(|long| !name[at..].starts_with(*long));
        expanded.extend(long.map(|long| (format!("{}{long}{after}", &name[..at]), row)));
    }
    expanded
}

/// Whether a name holds a short form at its end, or is one (厚木市社協, 厚労省医政局): then it is not its own full name.
pub fn is_short(name: &str) -> bool {
    short_forms(name).any(|(at, row)| row.within != Within::Anywhere || at + row.short.len() == name.len())
}

/// What a word tells about a name that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Left out at the end: センター, 病院.
    Head,
    /// Left out in a short form that keeps the proper name: 医療, 福祉.
    Filler,
    /// 社会福祉法人
    Legal,
}

static KINDS: LazyLock<FxHashMap<&'static str, Kind>> = LazyLock::new(|| {
    let kinds = rows::<2>(include_str!("kinds.tsv")).map(|[word, kind]| {
        let kind = match kind {
            "legal" => Kind::Legal,
            "filler" => Kind::Filler,
            _ => Kind::Head,
        };
        (word, kind)
    });
    kinds.collect()
});

/// The kind of a word; the suffixes of plain forms are heads.
pub fn kind(word: &str) -> Option<Kind> {
    let head = || forms::exactly(word).filter(|form| form.plain).map(|_| Kind::Head);
    KINDS.get(word).copied().or_else(head)
}

/// The longest word of a known kind that `text` begins with, in bytes.
pub fn kind_at_start(text: &str) -> Option<(usize, Kind)> {
    let mut ends = KIND_LENGTHS.prefixes(text);
    ends.find_map(|end| kind(&text[..end]).map(|kind| (end, kind)))
}

/// The lengths of these words and of the plain forms.
static KIND_LENGTHS: LazyLock<Lengths> = LazyLock::new(|| {
    let forms = forms::plain_suffixes();
    Lengths::of_prefixes(KINDS.keys().copied().chain(forms.iter().copied()))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_short_form_is_written_out() {
        let long = |name| expansions(name).into_iter().map(|(long, _)| long).collect::<Vec<_>>();
        assert!(long("小田原HWC").contains(&"小田原保健福祉事務所".to_owned()));
        assert!(long("小田原養護").contains(&"小田原養護学校".to_owned()));
        assert!(long("訪問看護STもみじ").contains(&"訪問看護ステーションもみじ".to_owned()));
        assert_eq!(long("ほうあんふじ"), [""; 0]);
    }

    #[test]
    fn a_full_name_is_not_written_out_again() {
        assert!(!expansions("厚木養護学校").iter().any(|(long, _)| long.contains("学校学校")));
    }

    #[test]
    fn the_longest_known_word_is_taken() {
        assert_eq!(kind_at_start("訪問看護ステーションもみじ"), Some(("訪問看護ステーション".len(), Kind::Head)));
        assert_eq!(kind_at_start("社会福祉法人太陽の門"), Some(("社会福祉法人".len(), Kind::Legal)));
        assert_eq!(kind_at_start("もみじ"), None);
    }
}
