//! A label with several organizations falls into its parties: `厚木市、愛川町`.

use std::ops::Range;

use super::shape::Shape;
use crate::lexicon::brackets::{is_hiragana, is_kanji};
use crate::lexicon::roles;

/// Words between two parties that split only where both sides are plainly organizations, because names hold them too
/// (厚木・愛川地区医師会, ゆいはあと).
const CAREFUL: &[&str] = &["・", "及び", "および", "並びに", "ならびに", "と", "＆", "&"];

/// Words for those who are not named: 厚木市、ほか.
const OTHERS: &[&str] = &["ほか", "他", "など", "等", "外", "その他"];

/// The parties of a label, as byte ranges in it, white space left out; at least one for a label that is not blank.
///
/// `厚木市、愛川町` gives two, `厚木・愛川地区医師会` one, `湯河原町・真鶴町` two.
pub fn split_label(label: &str) -> Vec<Range<usize>> {
    let whole = trimmed(label, 0..label.len());
    if !whole.is_empty() && !label.contains(may_divide) {
        return vec![whole];
    }
    let mut parties = Vec::new();
    for piece in at_commas(label) {
        carefully(label, piece, &mut parties);
    }
    parties
}

/// Whether a character may stand between parties, or begin a word that does or that names nobody; most labels have none.
fn may_divide(c: char) -> bool {
    let sign = matches!(c, '、' | '，' | ',' | '／' | '/' | '；' | ';' | '・' | '＆' | '&');
    sign || matches!(c, '及' | 'お' | '並' | 'な' | 'と' | '同' | 'ほ' | '他' | '外' | '等' | 'そ')
}

/// Pieces between 、 ， , ／ / outside inner brackets.
fn at_commas(label: &str) -> Vec<Range<usize>> {
    let (mut pieces, mut start, mut depth) = (Vec::new(), 0, 0u32);
    for (at, c) in label.char_indices() {
        match c {
            '（' | '(' | '「' | '『' => depth += 1,
            '）' | ')' | '」' | '』' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '／' | '/' | '；' | ';' if depth == 0 => {
                pieces.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(start..label.len());
    pieces
        .into_iter()
        .flat_map(|piece| agreeing(label, piece))
        .map(|piece| without_others(label, trimmed(label, piece)))
        .filter(|piece| !piece.is_empty() && !OTHERS.contains(&&label[piece.clone()]))
        .collect()
}

/// Words before or behind those who say the same.
const AGREEING: [&str; 4] = ["も同意見", "同意見", "同旨", "同様"];

/// `緑病院・同意見：青葉市` gives 緑病院 and 青葉市; `青葉市同意見` gives 青葉市.
fn agreeing(label: &str, piece: Range<usize>) -> Vec<Range<usize>> {
    let text = &label[piece.clone()];
    if !text.contains('同') {
        return vec![piece];
    }
    let Some((at, word)) = AGREEING.iter().find_map(|word| Some((text.find(word)?, word))) else { return vec![piece] };
    let behind = text[at + word.len()..].trim_start_matches(['：', ':', ' ', '　']);
    let before = text[..at].trim_end_matches(['・', ' ', '　']);
    vec![piece.start..piece.start + before.len(), piece.end - behind.len()..piece.end]
}

/// Without `ほか２機関` at the end, which names nobody.
fn without_others(label: &str, piece: Range<usize>) -> Range<usize> {
    // ほか39か所 counts places, and says nothing.
    const COUNTED: [&str; 7] = ["機関", "団体", "施設", "名", "人", "社", "校"];
    let text = &label[piece.clone()];
    if !text.contains(['ほ', '他', '外']) {
        return piece;
    }
    let number = COUNTED.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    let rest = number.trim_end_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || c == ' ');
    let before = ["ほか", "他", "外"].iter().find_map(|word| rest.strip_suffix(word)).map(str::trim_end);
    let counted = rest.len() < number.len() || number.len() == text.len() && rest.ends_with("ほか");
    match before.filter(|before| counted && !before.is_empty()) {
        Some(before) => piece.start..piece.start + before.len(),
        None => piece,
    }
}

/// Splits a piece at ・, 及び, と where what stands before and all that follows are plainly organizations.
fn carefully(label: &str, mut piece: Range<usize>, parties: &mut Vec<Range<usize>>) {
    while piece.len() <= LONGEST_LIST
        && let Some((first, rest)) = first_of(label, &piece)
    {
        parties.push(first);
        piece = rest;
    }
    parties.push(piece);
}

/// The parties of a text between which ・, 及び or と stand, where they are plainly organizations: `真鶴町・箱根町`.
pub fn plainly_several(text: &str) -> Vec<Range<usize>> {
    let mut parties = Vec::new();
    carefully(text, 0..text.len(), &mut parties);
    parties
}

/// In bytes: thirty organizations with long names. What is longer is no list of speakers, and every pair of its parts
/// would be looked at.
const LONGEST_LIST: usize = 3_000;

/// The first party of a piece and what follows the word behind it.
fn first_of(label: &str, piece: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let text = &label[piece.clone()];
    for (at, c) in text.char_indices().skip(1) {
        if !matches!(c, '・' | '及' | 'お' | '並' | 'な' | 'と' | '＆' | '&') {
            continue;
        }
        let Some(word) = CAREFUL.iter().find(|word| text[at..].starts_with(**word)) else {
            continue;
        };
        let (left, right) = (text[..at].trim(), text[at + word.len()..].trim());
        let conjoined = c != '・' && (is_bare(left) && stands_alone(right) || stands_alone(left) && is_bare(right));
        if conjoined || are_two(left, right) {
            let first = trimmed(label, piece.start..piece.start + at);
            return Some((first, trimmed(label, piece.start + at + word.len()..piece.end)));
        }
    }
    None
}

/// Whether both sides are plainly organizations: 真鶴町 and 箱根町, 医師会 and 薬剤師会, 親の会 and 訪問看護STもみじ.
fn are_two(left: &str, right: &str) -> bool {
    // 上田委員・下田委員
    let member = |name: &str| roles::at_end(name).is_some_and(|(at, role)| at > 0 && role == roles::Role::Member);
    if member(left) && first_party(right, member) {
        return true;
    }
    // 医師会・病院連絡会 may be one: beside an association alone stands another one, or a name.
    let named = |name: &str| {
        let shape = Shape::of(name);
        stands_alone(name) && (shape.head.is_some() || shape.place.is_some())
    };
    stands_alone(left) && first_party(right, |name| stands_alone(name) || is_association(name))
        || is_association(left) && first_party(right, |name| named(name) || is_association(name))
}

fn stands_alone(name: &str) -> bool {
    let shape = Shape::of(name);
    // 潮見市・東潮見町: municipalities that no list has.
    let body = shape.body();
    let unlisted = name.ends_with(['市', '町', '村'])
        && shape.form.is_some()
        && body.chars().nth(1).is_some()
        && body.chars().all(is_kanji);
    (shape.is_plain() || unlisted) && (shape.head.is_some() || !name.ends_with(|c| is_hiragana(c) && c != 'ー'))
}

/// A form of a name that nothing stands before: 保健所, 教育委員会.
fn is_bare(name: &str) -> bool {
    let form = Shape::of(name).form.filter(|form| form.plain && form.suffix.len() == name.len());
    form.is_some_and(|form| form.suffix.chars().nth(2).is_some())
}

/// An association that no place and no name stands before: 医師会, 親の会.
fn is_association(name: &str) -> bool {
    name.ends_with('会') && Shape::of(name).form.is_some_and(|form| form.plain && form.suffix.len() == name.len())
}

/// Whether the text up to some ・ (or its end) is such a party: 真鶴町・箱根町.
fn first_party(text: &str, is_party: impl Fn(&str) -> bool) -> bool {
    let ends = text
        .char_indices()
        .filter(|&(at, _)| CAREFUL.iter().any(|word| text[at..].starts_with(word)))
        .map(|(at, _)| at);
    ends.chain([text.len()]).any(|end| is_party(&text[..end]))
}

fn trimmed(label: &str, range: Range<usize>) -> Range<usize> {
    let text = &label[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parties(label: &str) -> Vec<&str> {
        split_label(label).into_iter().map(|range| &label[range]).collect()
    }

    #[test]
    fn each_organization_is_a_party() {
        assert_eq!(parties("厚木市、愛川町"), ["厚木市", "愛川町"]);
        assert_eq!(parties("湯河原町・真鶴町・箱根町"), ["湯河原町", "真鶴町", "箱根町"]);
        assert_eq!(parties("小田原市障がい福祉課／小田原医師会"), ["小田原市障がい福祉課", "小田原医師会"]);
        assert_eq!(parties("厚木市及び愛川町"), ["厚木市", "愛川町"]);
        assert_eq!(parties("厚木市と厚木医師会"), ["厚木市", "厚木医師会"]);
        assert_eq!(parties("保健所及び厚木市福祉課"), ["保健所", "厚木市福祉課"]);
        assert_eq!(parties("潮見市・東潮見町"), ["潮見市", "東潮見町"]);
        assert_eq!(parties("深山中央病院ほか2機関"), ["深山中央病院"]);
        assert_eq!(parties("緑ヶ丘病院・同意見：厚木市立病院"), ["緑ヶ丘病院", "厚木市立病院"]);
        assert_eq!(parties("厚木市、愛川町 同意見"), ["厚木市", "愛川町"]);
        assert_eq!(parties("こども医療"), ["こども医療"]);
        assert_eq!(parties("厚木市、ほか"), ["厚木市"]);
        assert_eq!(parties("医師会・歯科医師会・薬剤師会"), ["医師会", "歯科医師会", "薬剤師会"]);
        assert_eq!(parties("親の会・訪問看護STなでしこ"), ["親の会", "訪問看護STなでしこ"]);
        assert_eq!(parties("医師会・病院連絡会"), ["医師会・病院連絡会"]);
        assert_eq!(
            parties("南房総市社協・児童発達支援センタークローバー"),
            ["南房総市社協", "児童発達支援センタークローバー"]
        );
    }

    #[test]
    fn a_middle_dot_inside_a_name_does_not_split_it() {
        for label in [
            "厚木・愛川地区医師会",
            "医療・福祉関係者等",
            "子ども・子育て支援課",
            "ゆいはあと",
            "保健・福祉課",
            "こどもとくらしの相談センター",
        ] {
            assert_eq!(parties(label), [label]);
        }
    }

    #[test]
    fn a_comma_inside_an_inner_bracket_does_not_split() {
        assert_eq!(
            parties("厚木市（障害福祉課、健康づくり課）、愛川町"),
            ["厚木市（障害福祉課、健康づくり課）", "愛川町"]
        );
    }
}
