//! What a bracket behind a name says: the body, the office, or how somebody took part.

use std::ops::Range;

use crate::attendees::Facts;
use crate::attendees::item::{plain, trimmed};
use crate::lexicon::roles;
use crate::model::Presence;
use crate::rules::is_bullet;
use crate::span::is_space;
use crate::values::person_name::{is_known_name, is_name_shaped};
use crate::verbatim::speaker::{Speaker, Strength};

/// What stands before the bracket at a text's end, and the place of what stands in it.
pub(super) fn at_end(text: &str) -> Option<(&str, Range<usize>)> {
    let inside = text.strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    let begin = open + inside[open..].chars().next()?.len_utf8();
    Some((text[..open].trim_end(), begin..inside.len()))
}

/// `鵜飼（帆波システムズ）`, `馬場賢輔 (厚木歯科医師会 会長)`.
pub(super) fn with_bracket(own: &str) -> Option<Facts> {
    let (name, content) = at_end(own)?;
    let shaped = is_known_name(name) || is_name_shaped(&name.replace(is_space, ""));
    let outer = Speaker::of(name).strength;
    let bare = shaped && outer < Strength::Organization || outer == Strength::Named;
    // 渡辺(裕): which 渡辺 it is.
    let inside = &own[content.clone()];
    let one = inside.chars().count() <= 1 && !says_how(inside);
    if one && roles::is_surname(name) && is_name_shaped(inside) {
        return Some(Facts { person: 0..own.len(), role: None, organization: None, proxy: false });
    }
    if !bare || one {
        return None;
    }
    // 野口（欠席）, 牛山委員（オンライン）: how somebody took part is no body.
    if TAKING_PART.iter().any(|word| inside.trim_start().starts_with(word)) {
        return plain(name).or_else(|| {
            shaped.then_some(Facts { person: 0..name.len(), role: None, organization: None, proxy: false })
        });
    }
    if says_how(inside) {
        return Some(Facts { person: 0..name.len(), role: None, organization: None, proxy: false });
    }
    let said = Speaker::of(inside);
    let (role, organization) = match (said.strength, last_office(inside).map(|space| content.start + space)) {
        (_, Some(space)) => (Some(space..content.end), Some(content.start..space)),
        (Strength::Role, _) => (Some(content), None),
        _ => (None, Some(content)),
    };
    Some(Facts { person: 0..name.len(), role: role.map(|range| trimmed(own, range)), organization, proxy: false })
}

/// Where the last space of a bracket's text stands if an office is behind it: `厚木医師会 会長`, whose first words are the body.
pub(super) fn last_office(text: &str) -> Option<usize> {
    text.rfind(is_space).filter(|&at| roles::at_end(&text[at..]).is_some())
}

/// What the bracket at an entry's end says of whether its person was there: `鈴木花子（欠席）`, `伊藤（出席）`.
pub(super) fn presence(label: &str) -> Option<Presence> {
    let (_, inside) = at_end(label.trim_end())?;
    match label[inside].trim() {
        "出席" => Some(Presence::Present),
        word if word.starts_with("欠席") && !word.contains("代理") => Some(Presence::Absent),
        _ => None,
    }
}

/// A body without what a bracket behind it says of how somebody took part: `青波市医師会（途中参加）`.
pub(super) fn without_remark(body: String) -> String {
    let inside = body.strip_suffix(['）', ')']);
    let open = inside.and_then(|inside| inside.rfind(['（', '(']).filter(|open| *open > 0));
    match open.zip(inside) {
        Some((open, inside)) if says_how(inside[open..].trim_start_matches(['（', '('])) => {
            body[..open].trim_end().to_owned()
        }
        _ => body,
    }
}

/// With what a bracket begins that says how somebody took part, or that they did not.
const TAKING_PART: [&str; 16] = [
    "欠席",
    "出席",
    "順不同",
    "敬称略",
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
    // 公務のため, 都合により: why somebody was away. 以下、関次長: how the text calls them.
    let why = ["のため", "により", "都合"].iter().any(|end| text.ends_with(end)) || text.starts_with("以下");
    when || why
        || WORDS.contains(&text)
        || TAKING_PART.iter().any(|way| text.starts_with(way))
        || text.starts_with(is_bullet)
}
