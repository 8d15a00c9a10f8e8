//! With what a short form of a name may begin: 平塚みなと病院 with 平塚 and with みなと.

use super::abbreviations::{Kind, kind_at_start};
use super::municipalities::{Municipalities, Municipality};

/// What stands for the prefecture of a row that has none.
pub(super) const ANYWHERE: &str = "";

/// Under what a row of this name is found: each of its prefectures with the two characters of each of its starts.
pub(super) fn keys(name: &str, places: &[&'static Municipality]) -> Vec<(&'static str, char, char)> {
    let mut prefectures: Vec<&'static str> = places.iter().map(|place| place.prefecture()).collect();
    prefectures.dedup();
    if prefectures.is_empty() {
        prefectures.push(ANYWHERE);
    }
    let mut keys = Vec::new();
    for (one, two) in starts(name).filter_map(pair) {
        keys.extend(prefectures.iter().map(|digits| (*digits, one, two)));
    }
    keys
}

/// The ends of a name with which a short form may begin: all of it, and what follows its place, its 立 and a word for its kind.
fn starts(name: &str) -> impl Iterator<Item = &str> {
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
