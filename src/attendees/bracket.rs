//! What a bracket behind a name says: the body, the office, or how somebody took part.

use crate::attendees::Facts;
use crate::attendees::item::{plain, trimmed};
use crate::lexicon::roles;
use crate::rules::is_bullet;
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped};
use crate::verbatim::speaker::{Speaker, Strength};

/// `鵜飼（帆波システムズ）`, `馬場賢輔 (厚木歯科医師会 会長)`.
pub(super) fn with_bracket(own: &str) -> Option<Facts> {
    let inside = own.strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    let name = own[..open].trim_end();
    let begin = open + own[open..].chars().next()?.len_utf8();
    let shaped = is_known_name(name) || is_name_shaped(&name.replace(is_space, ""));
    let outer = Speaker::of(name).strength;
    let bare = shaped && outer < Strength::Organization || outer == Strength::Named;
    // 渡辺(裕): which 渡辺 it is.
    let one = inside[begin..].chars().count() <= 1 && !says_how(&inside[begin..]);
    if one && roles::is_surname(name) && is_name_shaped(&inside[begin..]) {
        return Some(Facts { person: 0..own.len(), role: None, organization: None, proxy: false });
    }
    if !bare || inside[begin..].chars().count() <= 1 && !says_how(&inside[begin..]) {
        return None;
    }
    let content = begin..inside.len();
    // 野口（欠席）, 牛山委員（オンライン）: how somebody took part is no body.
    if TAKING_PART.iter().any(|word| own[content.clone()].trim_start().starts_with(word)) {
        return plain(name).or_else(|| {
            shaped.then_some(Facts { person: 0..name.len(), role: None, organization: None, proxy: false })
        });
    }
    if says_how(&own[content.clone()]) {
        return Some(Facts { person: 0..name.len(), role: None, organization: None, proxy: false });
    }
    let said = Speaker::of(&own[content.clone()]);
    let (role, organization) = match (said.strength, last_office(&own[content.clone()])) {
        (_, Some(space)) => (Some(begin + space..content.end), Some(begin..begin + space)),
        (Strength::Role, _) => (Some(content), None),
        _ => (None, Some(content)),
    };
    Some(Facts { person: 0..name.len(), role: role.map(|range| trimmed(own, range)), organization, proxy: false })
}

/// Where the last space of a bracket's text stands if an office is behind it: `厚木医師会 会長`, whose first words are the body.
pub(super) fn last_office(text: &str) -> Option<usize> {
    text.rfind(is_space).filter(|&at| roles::at_end(&text[at..]).is_some())
}

/// With what a bracket begins that says how somebody took part, or that they did not.
const TAKING_PART: [&str; 14] = [
    "欠席",
    "出席",
    "途中",
    "オンライン",
    "Web",
    "WEB",
    "web",
    "Zoom",
    "ウェブ",
    "リモート",
    "遅参",
    "遅刻",
    "早退",
    "中座",
];

/// Whether a bracket says how somebody took part, or what a mark means: 記, 途中参加, ○は会長.
pub(super) fn says_how(text: &str) -> bool {
    const WORDS: [&str; 5] = ["代理", "新任者", "新任", "記", "記録"];
    // 議案第４号の審査時: when somebody was there.
    let when = text.ends_with('時') || text.contains("議案") || text.ends_with("のみ");
    when || WORDS.contains(&text) || TAKING_PART.iter().any(|way| text.starts_with(way)) || text.starts_with(is_bullet)
}
