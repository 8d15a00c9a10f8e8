//! With what a short form of a name may begin: 平塚みなと病院 with 平塚 and with みなと.

use super::abbreviations::{Kind, kind_at_start};
use super::municipalities::Municipalities;

/// The ends of a name with which a short form may begin: all of it, and what follows its place, its 立 and a word for its kind.
pub(super) fn starts(name: &str) -> impl Iterator<Item = &str> {
    let all = Municipalities::all();
    let place = all.name_at_start(name).or_else(|| all.core_at_start(name)).unwrap_or(0);
    let rest = &name[place..];
    let owned =
        rest.char_indices().take(3).find(|&(_, c)| c == '立').map_or(rest, |(at, c)| &rest[at + c.len_utf8()..]);
    let kind = kind_at_start(owned).filter(|(_, kind)| *kind != Kind::Filler).map_or(0, |(length, _)| length);
    let starts = [name, rest, owned, &owned[kind..]];
    (0..starts.len()).filter(move |&at| !starts[..at].contains(&starts[at])).map(move |at| starts[at])
}

pub(super) fn pair(text: &str) -> Option<(char, char)> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.next()?))
}
