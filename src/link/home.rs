//! Where a document is at home: its prefecture and municipalities, as its title, its region and its names tell.

use std::collections::BTreeMap;
use std::ops::Range;

use super::shape::{Rows, Shape, place_at_start};
use crate::lexicon::municipalities::{Municipalities, Municipality};

/// The region of a document: for `第2回小田原地域小児等在宅医療連絡会議の概要` 小田原市 in 神奈川県.
#[derive(Debug, Default)]
pub struct Home {
    /// The first two digits of the codes of its prefecture, where the document leaves no doubt.
    pub prefecture: Option<&'static str>,
    /// Whether the title or the region tells the prefecture, not only the names inside.
    pub stated: bool,
    /// The municipalities that title and region name, in full or by their core.
    pub municipalities: Vec<&'static Municipality>,
    /// The municipalities that the title names in full: whose meeting this is, or whose together.
    pub hosts: Vec<&'static Municipality>,
    /// The government whose meeting this is: the only one that the title names, in full, while the document's names show no other.
    pub sole: Option<(&'static Municipality, Range<usize>)>,
    /// The region as written: 県央.
    pub region: Option<String>,
}

impl Home {
    /// Reads title and region first; the shapes of the document's names decide what these leave open.
    pub fn of(title: &str, region: Option<&str>, names: &[Shape]) -> Home {
        let titled = governments_in(title);
        let mut stated: Vec<&'static Municipality> = titled.iter().flat_map(|(rows, _)| rows.iter()).copied().collect();
        for part in region.into_iter().flat_map(|region| region.split(['・', '、'])) {
            let rows = place_at_start(part).map(|place| place.rows).unwrap_or_default();
            // 大阪 in a title that says 大阪府 is not 大阪市.
            let prefecture = rows.iter().copied().find(|row| row.is_prefecture() && stated.contains(row));
            match prefecture {
                Some(row) => stated.push(row),
                None => stated.extend(rows.iter()),
            }
        }
        let votes = votes(names);
        let prefecture = only_prefecture(&stated).or_else(|| likeliest(&votes, &stated));
        let in_prefecture = |row: &&'static Municipality| prefecture.is_none_or(|digits| row.prefecture() == digits);
        let mut municipalities: Vec<&'static Municipality> = Vec::new();
        for row in stated.iter().filter(|row| !row.is_prefecture()).filter(|row| in_prefecture(row)) {
            if !municipalities.contains(row) {
                municipalities.push(row);
            }
        }
        let hosts = titled.iter().flat_map(|(rows, _)| rows.iter()).copied();
        let hosts = hosts.filter(|row| !row.is_prefecture()).filter(in_prefecture).collect();
        let sole = sole(&titled, names, prefecture);
        Home {
            prefecture,
            stated: only_prefecture(&stated).is_some(),
            municipalities,
            hosts,
            sole,
            region: region.map(str::to_owned),
        }
    }

    /// Whether title or region name the prefecture and no part of it.
    pub fn is_prefectural(&self) -> bool {
        let whole = |region: &str| {
            let place = place_at_start(region).filter(|place| place.written == region);
            place.is_some_and(|place| place.rows.iter().any(|row| row.is_prefecture()))
        };
        self.stated && self.municipalities.is_empty() && self.region.as_deref().is_none_or(whole)
    }

    /// The prefecture's row.
    pub fn prefecture_row(&self) -> Option<&'static Municipality> {
        self.prefecture.and_then(|digits| Municipalities::all().prefecture(digits))
    }

    /// Those of several namesakes that lie in the document's prefecture; all, where none does or it is unknown.
    pub fn narrow(&self, rows: &[&'static Municipality]) -> Vec<&'static Municipality> {
        let here = |row: &&&'static Municipality| Some(row.prefecture()) == self.prefecture;
        let near: Vec<_> = rows.iter().filter(here).copied().collect();
        let belongs = |row: &&'static Municipality| {
            self.municipalities.iter().any(|m| {
                m.code == row.code || row.ward_of == Some(m.code) || (row.is_ward() && m.ward_of == row.ward_of)
            })
        };
        let titled: Vec<_> = near.iter().filter(|row| belongs(row)).copied().collect();
        match (titled.len(), near.len()) {
            (1, _) => titled,
            (_, 0) => rows.to_vec(),
            (_, _) => near,
        }
    }
}

/// Every government named in full, with where: `厚木市` in a title.
fn governments_in(title: &str) -> Vec<(Rows, Range<usize>)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(c) = title[at..].chars().next() {
        match place_at_start(&title[at..]).filter(|place| place.full) {
            Some(place) => {
                found.push((place.rows, at..at + place.written.len()));
                at += place.written.len();
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// The prefecture of all rows, if it is one.
fn only_prefecture(rows: &[&'static Municipality]) -> Option<&'static str> {
    let first = rows.first()?.prefecture();
    rows.iter().all(|row| row.prefecture() == first).then_some(first)
}

/// How many distinct governments of each prefecture the names begin with, where a name leaves no doubt.
fn votes(names: &[Shape]) -> BTreeMap<&'static str, usize> {
    let mut seen: Vec<&'static str> = Vec::new();
    let mut votes = BTreeMap::new();
    for place in names.iter().filter_map(|shape| shape.place.as_ref()) {
        if let (Some(digits), Some(row)) = (only_prefecture(&place.rows), place.rows.first())
            && !seen.contains(&row.code)
        {
            seen.push(row.code);
            *votes.entry(digits).or_default() += if place.full { 2 } else { 1 };
        }
    }
    votes
}

/// The prefecture of most names, at least three times as often as the next; among those that title and region allow.
fn likeliest(votes: &BTreeMap<&'static str, usize>, allowed: &[&'static Municipality]) -> Option<&'static str> {
    let open = |digits: &str| allowed.is_empty() || allowed.iter().any(|row| row.prefecture() == digits);
    let mut ranked: Vec<(usize, &'static str)> =
        votes.iter().filter(|(digits, _)| open(digits)).map(|(digits, count)| (*count, *digits)).collect();
    ranked.sort_by(|a, b| b.cmp(a));
    match ranked.as_slice() {
        [(most, digits)] if *most >= 2 => Some(digits),
        [(most, digits), (next, _), ..] if *most >= next * 3 => Some(digits),
        _ => None,
    }
}

/// The one government of the title, unless the names show another one beside it.
fn sole(
    titled: &[(Rows, Range<usize>)],
    names: &[Shape],
    prefecture: Option<&str>,
) -> Option<(&'static Municipality, Range<usize>)> {
    let [(rows, range)] = titled else { return None };
    let rows: Vec<_> = rows.iter().filter(|row| prefecture.is_none_or(|digits| row.prefecture() == digits)).collect();
    let [row] = rows.as_slice() else { return None };
    let other = |shape: &Shape| {
        shape.place.as_ref().is_some_and(|place| place.full && !place.rows.iter().any(|found| same_house(found, row)))
    };
    (!names.iter().any(other)).then(|| (**row, range.clone()))
}

/// One government, or a city and its ward.
pub(super) fn same_house(a: &Municipality, b: &Municipality) -> bool {
    a.code == b.code || a.ward_of == Some(b.code) || b.ward_of == Some(a.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(title: &str, region: Option<&str>, names: &[&str]) -> Home {
        let shapes: Vec<Shape> = names.iter().map(|name| Shape::of(name)).collect();
        Home::of(title, region, &shapes)
    }

    #[test]
    fn the_region_tells_prefecture_and_municipality() {
        let home = home("第2回小田原地域小児等在宅医療連絡会議の概要", Some("小田原"), &["湯河原町"]);
        assert_eq!(home.prefecture, Some("14"));
        assert_eq!(home.municipalities.iter().map(|row| row.name).collect::<Vec<_>>(), ["小田原市"]);
        assert!(home.sole.is_none());
    }

    #[test]
    fn names_tell_the_prefecture_where_the_title_does_not() {
        assert_eq!(home("連絡会議の概要", Some("県央"), &["厚木市", "愛川町"]).prefecture, Some("14"));
        assert_eq!(home("府中市在宅医療協議会", None, &["調布市"]).prefecture, Some("13"));
        assert_eq!(home("府中市在宅医療協議会", None, &[]).prefecture, None);
        assert_eq!(home("連絡会議", None, &["町田市", "相模原市"]).prefecture, None);
    }

    #[test]
    fn one_government_in_the_title_and_none_beside_it_is_the_host() {
        let named = |home: Home| home.sole.map(|(row, _)| row.name);
        assert_eq!(named(home("厚木市障害者協議会 議事録", None, &["厚木市福祉課"])), Some("厚木市"));
        assert_eq!(named(home("厚木市障害者協議会 議事録", None, &["神奈川県医療課"])), None);
        assert_eq!(named(home("横浜市青葉区地域ケア会議", None, &["横浜市健康福祉局"])), Some("青葉区"));
    }
}
