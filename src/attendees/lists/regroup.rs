//! A group that begins within an item of a list: `佐治主査　関係課：椎葉課長`, `五味　（市民協働課）鯉沼`.

use std::ops::Range;

use crate::attendees::item::{self, trimmed};
use crate::lexicon::roles;
use crate::span::is_space;

/// An item, and the group that begins with it.
pub(super) struct Part {
    pub range: Range<usize>,
    pub group: Option<String>,
}

/// The item as it is, or what stands before the group's name and what stands behind it.
pub(super) fn regroup(text: &str, range: Range<usize>) -> Vec<Part> {
    let whole = |range: Range<usize>| vec![Part { range, group: None }];
    let own = &text[range.clone()];
    if !own.contains(is_space) || !own.contains(['：', ':', '）', ')']) {
        return whole(range);
    }
    let Some((space, name, behind)) = named(own).or_else(|| bracketed(own)) else { return whole(range) };
    let (before, after) =
        (trimmed(text, range.start..range.start + space), trimmed(text, range.start + behind..range.end));
    let person =
        |part: &Range<usize>| item::item(text, part.clone()).is_some() || roles::is_surname(&text[part.clone()]);
    if !person(&before) || !person(&after) {
        return whole(range);
    }
    vec![Part { range: before, group: None }, Part { range: after, group: Some(name.to_owned()) }]
}

/// `… 関係課：…`: where the space stands, the group's name, and where what follows begins.
fn named(own: &str) -> Option<(usize, &str, usize)> {
    const WORDS: [&str; 8] = ["関係課", "担当課", "事務局", "説明員", "関係者", "オブザーバー", "委員", "随行者"];
    let (at, colon) = own.match_indices(['：', ':']).next()?;
    let space = own[..at].rfind(is_space)?;
    let name = own[space..at].trim();
    WORDS.contains(&name).then_some((space, name, at + colon.len()))
}

/// `… （市民協働課）鯉沼`.
fn bracketed(own: &str) -> Option<(usize, &str, usize)> {
    const ENDS: [char; 7] = ['課', '室', '係', '局', '側', '員', '部'];
    let (open, bracket) = own.match_indices(['（', '(']).find(|(at, _)| own[..*at].ends_with(is_space))?;
    let inside = &own[open + bracket.len()..];
    let end = inside.find(['）', ')'])?;
    let behind = open + bracket.len() + end + inside[end..].chars().next()?.len_utf8();
    let name = inside[..end].trim();
    let group = name.ends_with(ENDS) && name.chars().nth(1).is_some() && !name.contains(is_space);
    (group && !own[behind..].trim().is_empty()).then_some((open, name, behind))
}
