//! Names of persons: their forms, and whether two of them may mean one person.
//!
//! 岡田（陽）is 岡田陽介, never 岡田淳; 髙橋 is 高橋; spaces between the letters say nothing.

use crate::lexicon::brackets::{is_hiragana, is_kanji, is_katakana};
use crate::lexicon::roles;
use crate::span::is_space;

/// The usual one of ideographs that registers and lists write in either way: 髙 → 高.
pub(crate) fn usual(c: char) -> char {
    match c {
        '髙' => '高',
        '﨑' | '嵜' | '碕' => '崎',
        '邉' | '邊' => '辺',
        '齋' | '齊' | '斎' => '斉',
        '澤' => '沢',
        '廣' => '広',
        '濵' | '濱' => '浜',
        '櫻' => '桜',
        '國' => '国',
        '德' => '徳',
        '榮' => '栄',
        '眞' => '真',
        '嶋' | '嶌' => '島',
        '惠' => '恵',
        '瀨' => '瀬',
        '𠮷' => '吉',
        '冨' => '富',
        '曾' => '曽',
        '條' => '条',
        '龍' => '竜',
        '壽' => '寿',
        '淵' | '渕' => '渕',
        '彌' => '弥',
        '黑' => '黒',
        '槇' => '槙',
        '圓' => '円',
        other => other,
    }
}

/// A name reduced to what tells persons apart: `髙　橋　たくみ` → 高橋たくみ.
pub(crate) fn key(name: &str) -> String {
    name.chars().filter(|c| !is_space(*c)).map(usual).collect()
}

/// A name whose letters were set apart: 小 川 美由紀 → 小川美由紀. A family name and a given name are two words, no more.
pub(crate) fn closed_up(name: &str) -> String {
    let apart =
        name.split_whitespace().nth(2).is_some() && name.split_whitespace().any(|word| word.chars().nth(1).is_none());
    let letters = name.chars().all(|c| is_space(c) || is_kanji(c) || is_hiragana(c) || is_katakana(c));
    if apart && letters { name.split_whitespace().collect() } else { name.to_owned() }
}

/// Whether a name of a head may be that of a person in a list: 犬飼 of 犬飼武, 鬼頭（ま） of 鬼頭まり.
pub(crate) fn may_be(short: &str, full: &str) -> bool {
    let (short, long) = (key(short), key(full));
    if short == long {
        return true;
    }
    let Some((family, given)) = split_bracket(&short) else {
        return family_of(&short, full);
    };
    if let Some((other, part)) = split_bracket(&long) {
        return family == other && (part.starts_with(given) || given.starts_with(part));
    }
    family_of(family, full) && long[family.len()..].starts_with(given)
}

/// `岡田（陽）` → 岡田 and 陽.
fn split_bracket(name: &str) -> Option<(&str, &str)> {
    let open = name.find(['（', '('])?;
    let inside = &name[open..];
    let given = inside.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    Some((&name[..open], given))
}

/// Whether `family` is the family name of `full`: where a space or a known family name tells, nothing else is believed.
fn family_of(family: &str, full: &str) -> bool {
    let long = key(full);
    if !long.starts_with(family) || family.is_empty() {
        return false;
    }
    let first = full.split(is_space).next().map(key).unwrap_or_default();
    if first.chars().count() >= 2 && first.len() < long.len() {
        return first == family;
    }
    // 森 is nobody of the name 森田.
    if !full.contains(is_space) && roles::is_surname(&long) {
        return false;
    }
    let given = long[family.len()..].chars().count();
    let longer = roles::surnames_at_start(&long).any(|end| end > family.len() && long.len() > end);
    (1..=4).contains(&given) && (roles::is_surname(family) || !longer)
}

/// Whether a text without spaces can be a person's name at all: one to eight ideographs and kana.
pub(crate) fn is_name_shaped(text: &str) -> bool {
    let count = text.chars().count();
    let letters =
        text.chars().all(|c| is_kanji(c) || is_hiragana(c) || is_katakana(c) || matches!(c, 'ヶ' | 'ノ' | '・'));
    letters
        && (1..=8).contains(&count)
        && !text.contains("から")
        && !text.ends_with(['の', 'を', 'に', 'は', 'が', 'へ', 'で'])
}

/// Whether a text is plainly a person's name: a family name, alone or with a given name of one to four letters.
pub(crate) fn is_known_name(text: &str) -> bool {
    // What is no name does not become one by another spelling of its ideographs.
    let letter = |c: char| is_space(c) || is_kanji(c) || is_hiragana(c) || is_katakana(c) || c == '・';
    if !text.chars().all(letter) {
        return false;
    }
    let whole = key(text);
    if !is_name_shaped(&whole) || roles::is_heading(&whole) {
        return false;
    }
    // 北浦町, 林課: no given name ends so.
    if whole.ends_with(['町', '村', '課', '係', '局', '署']) && !roles::is_surname(&whole) {
        return false;
    }
    let mut ends = roles::surnames_at_start(&whole).chain(roles::surnames_at_start(text));
    ends.any(|end| {
        let given = whole.get(end..).unwrap_or_default();
        given.chars().count() <= 4 && !roles::begins_department(given) && !roles::is_heading(given)
    })
}

/// Whether a text is plainly a family name with a given one, and no family name itself.
pub(crate) fn is_whole_name(text: &str) -> bool {
    is_known_name(text) && !roles::is_surname(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracketed_letter_chooses_between_persons_of_one_family() {
        assert!(may_be("岡田（陽）", "岡田陽介") && !may_be("岡田（陽）", "岡田淳"));
        assert!(may_be("鬼頭（ま）", "鬼頭 まり") && !may_be("鬼頭（ま）", "鬼頭 幸一郎"));
        assert!(may_be("岡部（隆）", "岡部（隆）") && !may_be("岡部（隆）", "岡部（真）"));
    }

    #[test]
    fn a_family_name_is_no_beginning_of_a_longer_one() {
        assert!(may_be("犬飼", "犬飼 武") && may_be("小田切", "小田切太郎"));
        assert!(!may_be("小田", "小田切 太郎") && !may_be("森", "森田"));
        assert!(may_be("高橋", "髙　橋　たくみ"));
    }

    #[test]
    fn known_names_are_told_from_headings() {
        for name in ["小田切", "倉石", "芦澤 美智子", "平", "林 いづみ", "杉本純子"] {
            assert!(is_known_name(name), "{name}");
        }
        for word in ["現状", "議題", "開会", "総務", "今後の進め方", "戸籍"] {
            assert!(!is_known_name(word), "{word}");
        }
    }
}
