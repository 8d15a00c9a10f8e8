//! What a document itself says that a short form means: `釧路市医師会（以下「医師会」という。）`, `※「児相」は釧路児童相談所をいう`,
//! `※日赤：釧路赤十字病院`.

use std::ops::Range;

use super::class::Class;
use super::context::Context;
use super::resolution::{Resolution, Spot, Support};
use super::resolve::identify;
use crate::model::Method;

/// A short form and the name that it stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Definition {
    short: String,
    long: String,
    spot: Spot,
}

/// In characters: neither a short form nor a name is longer.
const LONGEST: usize = 40;

/// The organization that the document says a label means; none where it says two things.
pub(super) fn defined(label: &str, cx: &Context) -> Option<Resolution> {
    let mut found = cx.definitions().iter().filter(|definition| definition.short == label);
    let first = found.next()?;
    if found.any(|other| other.long != first.long) {
        return None;
    }
    let organization = identify(&first.long, cx).organization?;
    let evidence = vec![Support::rule("document.definition").at(Some(first.spot.clone()))];
    Some(Resolution::resolved(organization, Method::Abbreviation, evidence))
}

/// All that the document's texts define, in order.
pub(super) fn definitions(texts: &[&str]) -> Vec<Definition> {
    let mut found = Vec::new();
    for (piece, text) in texts.iter().enumerate() {
        let mut take = |short: &str, long: Range<usize>| {
            let name = &text[long.clone()];
            let may = short != name && !short.is_empty() && name.chars().nth(LONGEST).is_none();
            if may && is_name(name) {
                let spot = Spot::Text { piece, range: long.clone() };
                found.push(Definition { short: short.to_owned(), long: name.to_owned(), spot });
            }
        };
        for (at, _) in text.match_indices("以下") {
            if let Some((short, long)) = in_bracket(text, at) {
                take(short, long);
            }
        }
        if let Some((short, long)) = in_words(text).or_else(|| beside(text)) {
            take(short, long);
        }
    }
    found
}

/// `…、釧路市医師会（以下「医師会」という。）`, `釧路市医師会（以下、医師会）`: `at` is where 以下 stands.
fn in_bracket(text: &str, at: usize) -> Option<(&str, Range<usize>)> {
    let before = text[..at].strip_suffix(['（', '('])?;
    let behind = &text[at + "以下".len()..];
    let near = behind.char_indices().nth(LONGEST + 10).map_or(behind, |(end, _)| &behind[..end]);
    let inside = near.split_once(['）', ')'])?.0.trim_start_matches(['、', '，', ' ']);
    let short = match inside.strip_prefix(['「', '『', '“']) {
        Some(quoted) => quoted.split(['」', '』', '”']).next()?,
        None => inside.trim_end_matches('。').trim_end_matches("という"),
    };
    let parts = |c: char| "、。，「」『』（）():：※・ ".contains(c);
    let near = before.char_indices().rev().take(LONGEST).take_while(|(_, c)| !parts(*c));
    let start = near.last().map_or(before.len(), |(at, _)| at);
    // 事務局から釧路市医師会（以下…: the name begins somewhere behind the particle.
    let starts = before[start..].char_indices().map(|(at, _)| start + at);
    let long = starts.map(|start| start..before.len()).find(|range| is_name(&before[range.clone()]))?;
    (short.chars().nth(LONGEST).is_none()).then_some((short, long))
}

/// `「児相」は釧路児童相談所をいう。`, `「児相」とは、釧路児童相談所のこと`.
fn in_words(text: &str) -> Option<(&str, Range<usize>)> {
    let (short, behind) = text.strip_prefix('「')?.split_once('」')?;
    let behind =
        behind.strip_prefix("とは").or_else(|| behind.strip_prefix('は'))?.trim_start_matches(['、', '，', ' ']);
    let behind = behind.trim_end_matches('。');
    let long = ["をいう", "を指す", "のこと", "の略", "の略称"].iter().find_map(|end| behind.strip_suffix(end))?;
    let start = text.len() - (text.len() - text.find(behind)?);
    Some((short, start..start + long.len()))
}

/// The sign between a short form and its name where a line is nothing else: `＝` of `日赤＝釧路赤十字病院`.
pub(crate) fn definition_sign(line: &str) -> Option<char> {
    let (short, long) = beside(line)?;
    is_name(&line[long.clone()]).then(|| line[short.len()..long.start].chars().find(|c| SIGNS.contains(c))).flatten()
}

/// What stands between a short form and its name.
const SIGNS: [char; 5] = ['：', '＝', '=', ':', '…'];

/// `日赤：釧路赤十字病院`, `日赤＝釧路赤十字病院`, `「日赤」…釧路赤十字病院` as a whole text.
fn beside(text: &str) -> Option<(&str, Range<usize>)> {
    if text.len() > 4 * LONGEST || text.contains('。') {
        return None;
    }
    let (short, long) = text.split_once(SIGNS)?;
    let long = long.trim_start_matches('…');
    let (short, name) = (short.trim_matches(['「', '」', ' ', '…']), long.trim());
    let longer = name.chars().count() > short.chars().count();
    let start = text.len() - long.trim_start().len();
    longer.then(|| (short, start..start + name.len()))
}

/// Whether words are a body's whole name, by its form or after a place.
fn is_name(words: &str) -> bool {
    match Class::of(words, false) {
        Class::Known | Class::PlaceAndForm | Class::Form | Class::PlaceAndMore => true,
        Class::BareForm | Class::Role | Class::WeakForm | Class::Generic | Class::Government => false,
        Class::Nickname | Class::Place | Class::Nouns | Class::Word | Class::Ending(_) | Class::Refused(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(String, String)> {
        definitions(&[text]).into_iter().map(|found| (found.short, found.long)).collect()
    }

    #[test]
    fn a_document_says_what_its_short_forms_mean() {
        for (text, short, long) in [
            ("富谷市医師会（以下「医師会」という。）から報告があった。", "医師会", "富谷市医師会"),
            ("富谷児童相談所（以下、児相）", "児相", "富谷児童相談所"),
            ("「児相」は富谷児童相談所をいう。", "児相", "富谷児童相談所"),
            ("日赤：富谷赤十字病院", "日赤", "富谷赤十字病院"),
            ("「日赤」……富谷赤十字病院", "日赤", "富谷赤十字病院"),
            ("事務局から、富谷警察署（以下「署」という）の説明", "署", "富谷警察署"),
        ] {
            assert_eq!(of(text), [(short.to_owned(), long.to_owned())], "{text}");
        }
    }

    #[test]
    fn other_words_define_no_organization() {
        for text in
            ["資料：富谷市の現状", "以下のとおり", "医療的ケア児（以下「ケア児」という。）", "次回：富谷市役所で開く。"]
        {
            assert_eq!(of(text), [], "{text}");
        }
    }
}
