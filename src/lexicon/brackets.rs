//! Words that show that a bracket names no speaker: 敬称略, 税込, 以下「連絡会」という.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use rustc_hash::{FxHashMap, FxHashSet};

use super::abbreviations::{Kind, kind};
use super::lengths::Lengths;
use super::table::rows;

/// The lists of `brackets.tsv`, each word with its reason.
struct Brackets {
    exact: FxHashMap<&'static str, &'static str>,
    end: FxHashMap<&'static str, &'static str>,
    end_lengths: Lengths,
    /// By first character.
    start: FxHashMap<char, Vec<(&'static str, &'static str)>>,
    within: AhoCorasick,
    within_reasons: Vec<&'static str>,
    before: Vec<&'static str>,
    kana: FxHashSet<&'static str>,
}

static BRACKETS: LazyLock<Brackets> = LazyLock::new(|| {
    let rows: Vec<_> = rows::<3>(include_str!("brackets.tsv")).collect();
    let list = |wanted| rows.iter().filter(move |[kind, ..]| *kind == wanted).map(|&[_, word, reason]| (word, reason));
    let (words, within_reasons): (Vec<_>, Vec<_>) = list("within").unzip();
    Brackets {
        exact: list("exact").collect(),
        end: list("end").collect(),
        end_lengths: Lengths::of_suffixes(list("end").map(|(word, _)| word)),
        start: by_first_character(list("start")),
        within: AhoCorasick::new(words).expect("a few hundred short words make an automaton"),
        within_reasons,
        before: list("before").map(|(word, _)| word).collect(),
        kana: list("kana").map(|(word, _)| word).collect(),
    }
});

fn by_first_character(
    words: impl Iterator<Item = (&'static str, &'static str)>,
) -> FxHashMap<char, Vec<(&'static str, &'static str)>> {
    let mut map: FxHashMap<char, Vec<_>> = FxHashMap::default();
    for (word, reason) in words {
        if let Some(first) = word.chars().next() {
            map.entry(first).or_default().push((word, reason));
        }
    }
    map
}

/// The reason why the whole content is no speaker: 敬称略 → editorial.
pub fn exact(label: &str) -> Option<&'static str> {
    BRACKETS.exact.get(label).copied()
}

/// The reason why content that begins so is no speaker: 以下「連絡会」という → gloss, 約20名 → gloss.
pub fn start(label: &str) -> Option<&'static str> {
    let begins = |word: &str| match word.strip_suffix('#') {
        Some(word) => {
            label.strip_prefix(word).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == ' '))
        }
        None => label.starts_with(word),
    };
    let words = BRACKETS.start.get(&label.chars().next()?)?;
    words.iter().find(|(word, _)| begins(word)).map(|&(_, reason)| reason)
}

/// The reason why content that contains such a part is no speaker: 単位:千円 → punctuation.
pub fn within(label: &str) -> Option<&'static str> {
    BRACKETS.within.find(label).map(|found| BRACKETS.within_reasons[found.pattern().as_usize()])
}

/// Whether a text ends in a noun that may close a sentence: 連携が必要.
pub fn closes(before: &str) -> bool {
    BRACKETS.before.iter().any(|noun| before.ends_with(noun))
}

/// Whether hiragana is a common word, which begins no name: こども.
pub fn is_common_kana(kana: &str) -> bool {
    BRACKETS.kana.contains(kana)
}

/// A particle between words that are no name: 詳細は別途, 3名で対応.
pub fn particle(label: &str) -> bool {
    let word = |c: char| is_kanji(c) || is_katakana(c) || c.is_ascii_alphanumeric();
    let mut last = ' ';
    let mut chars = label.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let between = matches!(c, 'は' | 'に' | 'で' | 'を') && word(last) && next.is_some_and(word);
        if between || c == 'を' && word(last) && next.is_some() {
            return true;
        }
        last = c;
    }
    false
}

/// The reason why content that ends so is no speaker: 兄弟の用事でも可能 → note.
///
/// Names of facilities in hiragana end in anything (ゆいはあと, そらいろ), so a single kana counts only after a kanji, and a
/// label all in hiragana is refused by long endings only.
pub fn end(label: &str) -> Option<&'static str> {
    BRACKETS.end_lengths.suffixes(label).find_map(|at| {
        let end = &label[at..];
        let alone = end.chars().nth(1).is_none();
        let kana_after_kana = alone && end.chars().all(is_hiragana) && !label[..at].ends_with(is_kanji);
        if kana_after_kana {
            return None;
        }
        let reason = BRACKETS.end.get(end).copied()?;
        let too_short = end.chars().nth(2).is_none() && label.chars().all(is_hiragana);
        (!too_short).then_some(reason)
    })
}

/// What follows a legal form in brackets: 豊寿会 of （社福）豊寿会.
pub fn legal_form(label: &str) -> Option<&str> {
    let inside = label.strip_prefix(['（', '('])?;
    let end = inside.find(['）', ')'])?;
    let whole = label.len() - inside.len() + end + inside[end..].chars().next()?.len_utf8();
    (kind(&label[..whole]) == Some(Kind::Legal)).then(|| label[whole..].trim_start())
}

#[inline]
pub(crate) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ー' | 'ゝ' | 'ゞ')
}

#[inline]
pub(crate) fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ')
}

#[inline]
pub(crate) fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '々' | '〆')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_hiragana_is_not_refused_by_its_last_kana() {
        for name in ["ゆいはあと", "えーる", "そらいろ", "たんぽぽ", "ひなた", "みなと"] {
            assert_eq!(end(name), None, "{name}");
        }
        assert_eq!(end("課題を図る"), Some("predicate"));
        assert_eq!(end("兄弟の用事でも可能"), Some("note"));
    }

    #[test]
    fn a_particle_between_words_makes_a_phrase() {
        assert!(particle("詳細は別途"));
        assert!(!particle("茅が崎") && !particle("ゆいはあと") && !particle("太陽の門"));
    }

    #[test]
    fn a_number_sign_in_the_list_stands_for_a_digit() {
        assert_eq!(start("約20名"), Some("gloss"));
        assert_eq!(start("第一病院"), None);
        assert_eq!(start("平成会"), None);
    }
}
