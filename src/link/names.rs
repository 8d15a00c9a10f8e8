//! Names of organizations in running text, by their forms: `…小田原市健康づくり課や小田原保健福祉事務所…`.

use std::ops::Range;

use super::shape::Shape;
use crate::lexicon::brackets::{is_kanji, is_katakana};
use crate::lexicon::forms;
use crate::lexicon::municipalities::Municipalities;
use crate::lexicon::pair_set::PairSet;

/// Words in hiragana that stand inside names: 健康づくり課, 障がい福祉課, 子育て政策課.
const INSIDE: &[&str] = &[
    "づくり",
    "がい",
    "こども",
    "ども",
    "て",
    "まち",
    "くらし",
    "らし",
    "ふれあい",
    "いきいき",
    "みらい",
    "すこやか",
    "いのち",
    "り",
    "い",
    "あい",
];

/// The longest name in characters.
const LONGEST: usize = 24;

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub range: Range<usize>,
    /// A form without a name: 医師会, 市立病院.
    pub bare: bool,
}

/// What a search of a text finds.
#[derive(Debug, Clone, Default)]
pub(super) struct Searched {
    /// The names that end in a plain form.
    pub names: Vec<Name>,
    /// Where any other name may begin, in bytes.
    pub beginnings: Vec<usize>,
}

/// Looks once at each character of a text; `beginnings` are the pairs of characters with which a name may begin.
pub(super) fn search(text: &str, beginnings: &PairSet) -> Searched {
    let mut found = Searched::default();
    let ends = forms::last_pairs();
    let mut last: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        let before = last.replace((at, c));
        if let Some((start, first)) = before
            && beginnings.may_have_either(first, c)
        {
            found.beginnings.push(start);
        }
        if ends.may_have_either(c, before.map_or(' ', |(_, before)| before)) {
            let earliest = found.names.last().map_or(0, |name| name.range.end);
            found.names.extend(name_before(text, earliest, at + c.len_utf8()));
        }
    }
    found.beginnings.extend(last.filter(|(_, c)| beginnings.may_have_alone(*c)).map(|(at, _)| at));
    found
}

/// The name that ends in a plain form at `end`, where no kanji, katakana or letter goes on.
fn name_before(text: &str, earliest: usize, end: usize) -> Option<Name> {
    let form = forms::of(&text[earliest..end]).filter(|form| form.plain && !goes_on(&text[end..]))?;
    let suffix = end - form.suffix.len();
    let start = start_of_name(text, earliest, suffix);
    let name = &text[start..end];
    let bare = is_owner(&text[start..suffix]);
    let is_name = if bare { name.chars().nth(2).is_some() } else { Shape::of(name).is_plain() };
    is_name.then_some(Name { range: start..end, bare })
}

/// Whether nothing stands before a form, or only an owner without a name: 市立 of 市立病院.
pub(super) fn is_owner(before: &str) -> bool {
    before.is_empty() || OWNERS.contains(&before)
}

/// What may stand before a form without naming anybody: 市立病院, 県教育委員会.
const OWNERS: &[&str] = &[
    "市立", "町立", "村立", "県立", "都立", "府立", "道立", "区立", "市民", "町民", "県", "市", "町", "村", "本市",
    "本町", "本県",
];

/// Whether the word goes on after a suffix: 部 in 部署, 会 in 会議.
pub(super) fn goes_on(after: &str) -> bool {
    const MAY_FOLLOW: &[&str] =
        &["等", "他", "側", "中心", "及び", "並び", "内", "職員", "担当", "主催", "共催", "開催", "様", "殿", "長"];
    let word = after.starts_with(|c: char| is_kanji(c) || is_katakana(c) || c.is_ascii_alphanumeric());
    word && !MAY_FOLLOW.iter().any(|word| after.starts_with(word))
}

/// The start of the word that a suffix ends: as far left as kanji, katakana and letters go, over known hiragana between them; or a place on the way.
fn start_of_name(text: &str, earliest: usize, suffix: usize) -> usize {
    let mut start = suffix;
    for _ in 0..LONGEST {
        let before = &text[earliest..start];
        let Some(c) = before.chars().next_back() else { break };
        let length = match INSIDE.iter().find(|word| before.ends_with(**word)) {
            Some(word) if start < suffix || word.chars().count() > 1 => word.len(),
            _ if is_kanji(c) || is_katakana(c) || c.is_ascii_alphanumeric() => c.len_utf8(),
            Some(_) | None => break,
        };
        start -= length;
    }
    let all = Municipalities::all();
    let place = |at: &usize| {
        let run = &text[*at..suffix];
        all.name_at_start(run).is_some() || *at == start && all.core_at_start(run).is_some()
    };
    let starts = text[start..suffix].char_indices().map(|(at, _)| start + at);
    starts.into_iter().find(place).unwrap_or_else(|| skip_kana(text, start, suffix))
}

/// A name does not begin with the hiragana that joined it to the word before.
fn skip_kana(text: &str, start: usize, suffix: usize) -> usize {
    let run = &text[start..suffix];
    start + (run.len() - run.trim_start_matches(['て', 'り', 'い']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        search(text, &PairSet::default())
            .names
            .into_iter()
            .filter(|name| !name.bare)
            .map(|name| &text[name.range])
            .collect()
    }

    #[test]
    fn names_are_found_between_particles() {
        let text = "小田原市健康づくり課や小田原保健福祉事務所、湯河原町のそれぞれが、医師会や小田原市立病院を中心に";
        assert_eq!(names(text), ["小田原市健康づくり課", "小田原保健福祉事務所", "小田原市立病院"]);
    }

    #[test]
    fn a_suffix_inside_a_longer_word_is_no_name() {
        assert_eq!(names("福祉部署と学校教育、会議室の課題"), [""; 0]);
    }

    #[test]
    fn a_place_on_the_way_begins_the_name() {
        assert_eq!(names("従来厚木市障がい福祉課が担当"), ["厚木市障がい福祉課"]);
    }
}
