//! Longer names that the document itself holds: 小田原保健福祉事務所 for 小田原HWC, 小田原市立病院 for 市立病院.

use super::align::align;
use super::before::{OWN, is_anyones, is_owner, is_place};
use super::context::{Context, Listed, Standing};
use super::home::same_house;
use super::names;
use super::resolution::{Resolution, Spot, Support};
use super::shape::{Place, Shape, place_at_start};
use super::written::Written;
use crate::lexicon::abbreviations::{is_short, kind};
use crate::lexicon::forms::Gives;
use crate::lexicon::municipalities::Municipality;
use crate::lexicon::variants;
use crate::model::{Classification, Method};
use crate::morph;

/// One organization that the document suggests for a label.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub resolution: Resolution,
    pub method: Method,
    pub evidence: Vec<Support>,
}

/// An earlier spelling of the same name: 厚木市障害福祉課 after 厚木市障がい福祉課.
///
/// The first spelling in the document, or the one in its attendee list, is the name; the later ones are its variants.
pub(super) fn other_spelling<'c>(label: &str, cx: &'c Context) -> Option<(&'c Listed<'c>, Vec<&'static str>)> {
    let key = variants::key(label);
    let mut same = cx.listed_as(&key);
    let first = same
        .clone()
        .max_by_key(|name| (name.standing == Some(Standing::Attendee), std::cmp::Reverse(index(&name.spot))))?;
    same.next()?;
    let rules = variants::rules(label, first.shape.label);
    (!rules.is_empty()).then_some((first, rules))
}

fn index(spot: &Spot) -> usize {
    match spot {
        Spot::Name(index) => *index,
        Spot::Text { .. } | Spot::Title(_) => usize::MAX,
    }
}

/// Longer names that the label shortens: こども医療センター for こども医療, 小田原保健福祉事務所 for 小田原HWC.
pub(super) fn abbreviated(written: &Written, cx: &Context, identify: &dyn Fn(&str) -> Resolution) -> Vec<Found> {
    let label = written.shape.label;
    if cx.has_standing(label) || is_full(written.shape) {
        return Vec::new();
    }
    let key = &*written.key;
    let mut found = Vec::new();
    let whole = is_whole_name(key);
    for name in cx.names().filter(|name| written.may_shorten(name.letters)) {
        if name.key == key || is_one_of(key, &name.key) {
            continue;
        }
        if whole && name.key.contains(key) && !name.key.ends_with(key) {
            continue;
        }
        let written_out = written
            .expanded
            .iter()
            .find(|long| long.key == name.key)
            .map(|long| format!("abbreviation.{}", long.short));
        let rule = written_out.or_else(|| aligned(written, &name.key).then(|| "abbreviation.alignment".to_owned()));
        if let Some(rule) = rule {
            let evidence = vec![Support::rule(rule).at(Some(name.spot.clone()))];
            push(&mut found, Found { resolution: identify(name.shape.label), method: Method::Abbreviation, evidence });
        }
    }
    unless_anothers(label, found, cx)
}

/// Whether a name is whole as it stands, so that a longer one which goes on behind it is another organization: 地区医師会 does
/// not shorten 地区医師会病院.
fn is_whole_name(key: &str) -> bool {
    Shape::of(key).form.is_some_and(|form| form.plain && form.suffix.chars().nth(1).is_some()) && !is_short(key)
}

/// Whether a name is several, and the label one of them: 親の会 is not short for 親の会・訪問看護STなでしこ.
fn is_one_of(key: &str, name: &str) -> bool {
    name.contains('・') && name.split('・').any(|part| part == key)
}

/// Whether a name, by its key, is a long form of the label or aligns with it.
pub(super) fn shortens(written: &Written, name: &str) -> bool {
    written.expanded.iter().any(|long| long.key == name) || aligned(written, name)
}

/// Whether the label or one of its long forms aligns with a name: by known words and scripts, else by morphemes.
fn aligned(written: &Written, name: &str) -> bool {
    let shares = |short: &&str| is_subsequence(short, name);
    let tries = || written.keys().filter(shares);
    let enough = |short: &str, words: &dyn Fn(&str) -> Vec<usize>| {
        align(short, name, words).is_some_and(|alignment| !alignment.without_place || is_named(short))
    };
    tries().any(|short| enough(short, &|_| Vec::new())) || tries().any(|short| enough(short, &morph::cuts))
}

/// Whether all characters of `short` stand in `long`, in their order: else there is nothing to align.
fn is_subsequence(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

/// Whether a short form without its place still has a name of its own: こども医療, but not 養護.
fn is_named(short: &str) -> bool {
    short.chars().count() >= 3 && kind(short).is_none()
}

/// A town, or a place with a plain form, says all: 厚木市, 小田原市立病院, 厚木市医師会.
pub(super) fn is_full(shape: &Shape) -> bool {
    let label = shape.label;
    // A town that no list has is a town all the same: 瑠璃川北町 does not shorten 瑠璃川北町商工会.
    let town = label.ends_with(['市', '町', '村', '区', '県']);
    town || shape.is_government()
        || shape.place.is_some() && shape.form.is_some_and(|form| form.plain) && !is_short(label)
}

/// Names that are a place and the label: 小田原市立病院 for 市立病院, 厚木市健康づくり課 for 健康づくり課, 神奈川県社会福祉協議会 for 県社協.
pub(super) fn placed(written: &Written, cx: &Context, identify: &dyn Fn(&str) -> Resolution) -> Vec<Found> {
    let (shape, label) = (written.shape, written.shape.label);
    if shape.is_government() || cx.has_standing(label) && (shape.form.is_none() || shape.place.is_some()) {
        return Vec::new();
    }
    let located = shape.place.is_some();
    let (mut found, mut rivals) = (Vec::new(), Vec::new());
    for name in cx.names() {
        let place = written.keys().find_map(|key| ends_in(&name.key, key));
        let Some(place) = place.filter(|place| !place.ends_with('・')) else { continue };
        let evidence = || vec![Support::rule("context.document-name").at(Some(name.spot.clone()))];
        let new = || Found { resolution: identify(name.shape.label), method: Method::Context, evidence: evidence() };
        // 北信保健福祉事務所 in a meeting of 北信.
        let of_region = || cx.around.region.is_some_and(|region| variants::key(region) == place);
        // 西区社会福祉協議会 for 区社協: the place ends within the label.
        let of_kind = || {
            let kind = label.chars().next().filter(|c| OWN.contains(c));
            kind.is_some_and(|kind| is_place(&format!("{place}{kind}")))
        };
        let is_placed = of_kind() || if located { is_owner(place) } else { is_place(place) || of_region() };
        if is_placed {
            push(&mut found, new());
        } else if !is_anyones(place) && name.shape.form.is_some_and(|form| written.keys().any(|key| key == form.suffix))
        {
            push(&mut rivals, new());
        }
    }
    if !found.is_empty() {
        // 中央児童相談所 is no less a 児童相談所 than 松本児童相談所 is; alone it would be no reason.
        rivals.into_iter().for_each(|rival| push(&mut found, rival));
    }
    unless_anothers(label, found, cx)
}

/// What stands before a key at the end of a longer one.
pub(super) fn ends_in<'n>(name: &'n str, key: &str) -> Option<&'n str> {
    name.strip_suffix(key).filter(|before| !before.is_empty())
}

/// What was found, unless it is one organization that must be another government's.
pub(super) fn unless_anothers(label: &str, mut found: Vec<Found>, cx: &Context) -> Vec<Found> {
    if let [only] = found.as_slice()
        && let Some(organization) = &only.resolution.organization
        && is_anothers(label, &Shape::of(&organization.name), cx)
    {
        found.clear();
    }
    found
}

/// Whether a label that every government may have one of (医師会, 市民病院, 福祉課) would be that of another government than the
/// document's: 豊川市医師会 is not the 医師会 of a meeting of 豊橋市.
fn is_anothers(label: &str, name: &Shape, cx: &Context) -> bool {
    let Some(place) = &name.place else { return false };
    if is_own_prefectures(label, place, cx) {
        return false;
    }
    let each_has_one = name.form.filter(|form| label.ends_with(form.suffix)).is_some_and(|form| match form.gives {
        Gives::Parent | Gives::Region | Gives::Place => true,
        Gives::Owner | Gives::Member | Gives::Itself | Gives::Nothing => false,
    });
    if place_at_start(label).is_some() || !each_has_one && !label.starts_with(OWN) {
        return false;
    }
    let home = &cx.home;
    let other_prefecture =
        home.prefecture.is_some_and(|digits| place.rows.iter().all(|row| row.prefecture() != digits));
    let here = |row: &Municipality| home.hosts.iter().any(|host| same_house(host, row));
    let of_prefecture = label.starts_with(['県', '都', '府', '道']);
    // In a document of a whole prefecture 保健福祉事務所 alone are all of them, and 医師会 may be the prefecture's.
    let of_many = home.is_prefectural() && !(place.full && place.rows.iter().any(|row| row.is_prefecture()));
    let other_town = of_many || !home.hosts.is_empty() && !place.rows.iter().any(|row| here(row));
    other_prefecture || other_town && !of_prefecture
}

/// Whether a name of its own stands before the form, and the document's own prefecture before that: 愛知県西警察署 is the 西警察署 of a
/// meeting of 名古屋市西区. A department would be the town's.
fn is_own_prefectures(label: &str, place: &Place, cx: &Context) -> bool {
    let shape = Shape::of(label);
    let department = shape.form.is_some_and(|form| form.classification == Classification::Department);
    let own =
        place.full && place.rows.iter().all(|row| row.is_prefecture() && Some(row.prefecture()) == cx.home.prefecture);
    own && !department && !names::is_owner(shape.body())
}

/// Adds what is not found yet.
pub(super) fn push(found: &mut Vec<Found>, new: Found) {
    let same = |known: &Found| {
        known.resolution.id() == new.resolution.id() && known.resolution.candidates == new.resolution.candidates
    };
    if !found.iter().any(same) {
        found.push(new);
    }
}
