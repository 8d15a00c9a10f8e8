//! The region that a meeting's name begins with: 小田原 of `小田原地域小児等在宅医療連絡会議`.

use crate::link::shape::Shape;
use crate::span::is_space;

/// The region that a name begins with: `小田原地域小児…` → 小田原, `横須賀市障害…` → 横須賀市.
pub(crate) fn region(name: &str) -> Option<String> {
    area(name).or_else(|| municipality(name)).map(str::to_owned)
}

/// What stands before 地域, 圏域, 地区 at the beginning: at most ten characters of a name.
fn area(name: &str) -> Option<&str> {
    const AREAS: [&str; 5] = ["地域", "圏域", "地区", "区域", "管内"];
    // 西部保健医療圏域 is the 圏域 of 西部.
    const KINDS: [&str; 8] = ["二次保健医療", "保健医療", "保健福祉", "二次医療", "医療", "広域", "福祉", "生活"];
    let first = AREAS.iter().filter_map(|area| name.find(area)).min();
    let medical = name.find("医療圏").filter(|at| first.is_none_or(|first| *at < first));
    let area = &name[..medical.or(first)?];
    let area = KINDS.iter().find_map(|kind| area.strip_suffix(kind)).unwrap_or(area);
    // 三鷹市障がい者地域自立支援協議会: 地域 is of the body's name, not of its place.
    if place(area).is_some_and(|town| town.len() < area.len() && town.ends_with(['市', '町', '村', '区'])) {
        return None;
    }
    // 農業振興地域, 障害者地域…: no place is called so.
    const OTHER: [&str; 16] = [
        "者",
        "児",
        "振興",
        "推進",
        "支援",
        "用途",
        "計画",
        "過疎",
        "整備",
        "防災",
        "防犯",
        "教育",
        "交通",
        "子育て",
        "環境",
        "活性化",
    ];
    if OTHER.iter().any(|word| area.ends_with(word)) {
        return None;
    }
    // 東地区 is a part of some town.
    let part = name[area.len()..].starts_with("地区") && area.chars().nth(1).is_none();
    ((1..=10).contains(&area.chars().count()) && area.chars().all(is_name) && !part).then_some(area)
}

/// A prefecture or municipality written in full at the beginning of a word: `横須賀市障害…` → 横須賀市.
fn municipality(name: &str) -> Option<&str> {
    name.split(is_space).find_map(|word| place(behind_bracket(word)))
}

/// `（仮称）府中市立…` → 府中市立….
fn behind_bracket(word: &str) -> &str {
    let inside = word.strip_prefix(['（', '(']);
    inside.and_then(|inside| inside.split_once(['）', ')'])).map_or(word, |(_, behind)| behind)
}

/// The place in full that a word begins with.
fn place(word: &str) -> Option<&str> {
    let place = Shape::of(word).place.filter(|place| place.full)?;
    Some(place.written)
}

fn is_name(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ー' | '々' | '\u{3400}'..='\u{9fff}')
}
