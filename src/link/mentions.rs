//! Organizations named inside a text: what was said *about* whom.

use std::ops::Range;

use super::context::Context;
use super::names;
use super::resolution::Resolution;
use super::shape::{Shape, place_at_start};
use crate::lexicon::brackets::{is_hiragana, is_kanji, is_katakana};
use crate::lexicon::groups::{self, Group};
use crate::lexicon::municipalities::Municipalities;
use crate::model::{Classification, Method, Status};

/// An organization inside a text in normal form: 小田原市立病院 in 「主治医はほぼ小田原市立病院の医師のため」.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where the name stands, in bytes of the text.
    pub range: Range<usize>,
    /// Whom it means: always with an organization.
    pub resolution: Resolution,
}

/// The organizations that `text` names, from left to right; of overlapping names the first, and of those the longest.
///
/// A name inside a longer word is none: 厚木市 in 厚木市立病院, こども医療 in こども医療的. What a label would leave open is left
/// out here, and a name that no register has counts only if the document uses it as a name elsewhere.
pub fn mentions(text: &str, cx: &Context) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut end = 0;
    for range in candidates(text, cx) {
        if range.start < end {
            continue;
        }
        end = range.end;
        mentions.extend(mention(text, range, cx));
    }
    mentions
}

/// Every name that may be meant, the leftmost and of those the longest first.
fn candidates(text: &str, cx: &Context) -> Vec<Range<usize>> {
    let searched = cx.searched(text);
    let mut found: Vec<Range<usize>> = searched.names.iter().map(|name| name.range.clone()).collect();
    for &at in &searched.beginnings {
        let own = cx.own_name_at(&text[at..]).map(|length| at..at + length);
        let registered = cx.around.register.name_at(&text[at..]).map(|length| at..at + length);
        found.extend(own.into_iter().chain(registered).filter(|range| is_whole(text, range)));
        found.extend(government_at(text, at));
    }
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    found
}

/// A government in full at this place, with its city and ward: 神奈川県厚木市. None where the word goes on (厚木市民, 厚木市内).
fn government_at(text: &str, start: usize) -> Option<Range<usize>> {
    Municipalities::all().name_at_start(&text[start..])?;
    let place = place_at_start(&text[start..]).filter(|place| place.full)?;
    let range = start..start + place.written.len();
    let short = place.written.chars().nth(2).is_none();
    let begins = !short || !text[..start].ends_with(|c| is_kanji(c) || is_katakana(c));
    let ward_alone = place.rows.iter().all(|row| row.is_ward() && row.name == place.written);
    let inside = text[range.end..].starts_with("内") || names::goes_on(&text[range.end..]);
    (begins && !inside && !ward_alone).then_some(range)
}

/// Whether a name is a word by itself: no word goes on into it or out of it.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let name = &text[range.clone()];
    let before = text[..range.start].chars().next_back();
    let first = name.chars().next().unwrap_or_default();
    let particle =
        |c: char| matches!(c, 'は' | 'が' | 'を' | 'に' | 'で' | 'と' | 'も' | 'や' | 'の' | 'へ' | 'り' | 'び');
    let begins = match before {
        Some(c) if is_hiragana(first) => !is_hiragana(c) || particle(c) && name.chars().nth(3).is_some(),
        Some(c) if is_katakana(first) => !is_katakana(c),
        Some(c) if first.is_ascii_alphanumeric() => !c.is_ascii_alphanumeric() && !is_kanji(c),
        Some(c) => !is_kanji(c) || place_at_start(name).is_some_and(|place| place.full),
        None => true,
    };
    // 塩尻市内: in the city, not the city.
    let inside =
        text[range.end..].starts_with('内') && name.ends_with(['都', '道', '府', '県', '市', '町', '村', '区']);
    begins && !inside && !names::goes_on(&text[range.end..])
}

/// The mention of a name, if it is clear whom it means.
fn mention(text: &str, range: Range<usize>, cx: &Context) -> Option<Mention> {
    let name = &text[range.clone()];
    if !may_be_known(name, cx) {
        return None;
    }
    let resolution = cx.resolve(name);
    let organization = resolution.organization.as_ref()?;
    let clear = match resolution.status {
        Status::Resolved => !is_bare(name) || resolution.method != Some(Method::Exact),
        Status::Unregistered => cx.uses(name),
        Status::Ambiguous | Status::Unknown => false,
    };
    (clear && organization.classification != Classification::Generic).then_some(Mention { range, resolution })
}

/// Whether anything may know a name: the document's own names, the register, its place, or its being a form alone (医師会).
fn may_be_known(name: &str, cx: &Context) -> bool {
    if cx.uses(name) {
        return true;
    }
    let shape = Shape::of(name);
    let form = shape.place.is_some() || names::is_owner(shape.body());
    groups::of(name) != Some(Group::Generic) && (form || cx.around.register.named(name).next().is_some())
}

fn is_bare(name: &str) -> bool {
    let shape = Shape::of(name);
    shape.place.is_none() && shape.body().is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::context::{DocumentName, Standing, Surroundings};
    use super::*;
    use crate::lexicon::register::Register;

    /// The names and ids that a text of the source document 003 mentions.
    fn found(text: &str) -> Vec<(String, String)> {
        let labels = [
            "小田原市健康づくり課",
            "小田原市立病院",
            "ほうあんふじ",
            "太陽の門",
            "小田原医師会",
            "こども医療",
            "えーる",
        ];
        let names = labels.map(|text| DocumentName { text, standing: Standing::Speaker });
        let register = Register::embedded();
        let texts = [text];
        let title = "第2回小田原地域小児等在宅医療連絡会議の概要";
        let around = Surroundings {
            title,
            region: Some("小田原"),
            date: None,
            names: &names,
            texts: &texts,
            register: &register,
        };
        let cx = Context::new(around);
        let id = |mention: &Mention| mention.resolution.id().unwrap_or_default().to_owned();
        mentions(text, &cx).iter().map(|mention| (text[mention.range.clone()].to_owned(), id(mention))).collect()
    }

    fn names(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn organizations_are_found_between_particles() {
        let text = "小田原市健康づくり課や小田原保健福祉事務所、湯河原町・真鶴町、箱根町のそれぞれの行政の方";
        assert_eq!(names(text), ["小田原市健康づくり課", "小田原保健福祉事務所", "湯河原町", "真鶴町", "箱根町"]);
        assert_eq!(names("ほうあんふじと太陽の門がやり始めている"), ["ほうあんふじ", "太陽の門"]);
        assert_eq!(names("関してはほうあんふじと太陽の門"), ["ほうあんふじ", "太陽の門"]);
    }

    #[test]
    fn a_form_alone_means_the_document_s_own() {
        let meant = found("東海大や市立病院から退院時に、医師会が");
        let ids: Vec<_> = meant.iter().map(|(_, id)| id.as_str()).collect();
        assert_eq!(ids, ["tokai-university-hospital", "odawara-city-hospital", "org:小田原医師会"]);
    }

    #[test]
    fn a_part_of_a_word_is_no_mention() {
        assert_eq!(names("厚木市立病院前クリニック"), [""; 0]);
        assert_eq!(names("箱根町民と箱根町内の学校、大病院、こども医療的ケア、さえーる"), [""; 0]);
        assert_eq!(names("こども医療でやっている"), ["こども医療"]);
    }
}
