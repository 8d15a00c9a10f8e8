//! What a bracket behind a name remarks: how somebody took part, for whom, or how the name is read.

use crate::attendees::bracket;
use crate::lexicon::brackets::{is_hiragana, is_katakana};
use crate::lexicon::roles;
use crate::model::Presence;
use crate::rules::is_bullet;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::verbatim::speaker::Speaker;

/// A remark in the bracket at an entry's end, which says neither whose the person is nor as what.
pub(super) struct Remark {
    /// Where the entry ends without it.
    pub at: usize,
    /// Whether the person came for another: `江川　勝（遠藤委員代理）`.
    pub proxy: bool,
}

/// The remark at the end of an entry: `江川　勝（遠藤委員代理）`, `石黒　正（いしぐろ　ただし）`, `片桐　望（オンライン）`.
pub(super) fn at_end(own: &str) -> Option<Remark> {
    let bracketed = bracket::at_end(own).map(|(bare, inside)| (bare.len(), own[inside].trim()));
    // 片桐　望　※オンライン
    let noted = || own.rfind('※').map(|note| (note, own[note..].trim_start_matches('※').trim()));
    let (open, word) = bracketed.or_else(noted)?;
    let bare = own[..open].trim_end();
    let word = &*normal_form(word, &[Span::new(0, word.len())]);
    let proxy = is_for_another(word);
    // 欠席、代理 山田: a name stands there too.
    let how = TAKING_PART.iter().any(|way| word.starts_with(way)) && !word.contains("代理");
    (!bare.is_empty() && (proxy || how || is_reading(word))).then_some(Remark { at: bare.len(), proxy })
}

/// `代理`, `代理出席`, `遠藤委員代理`, `奥村委員の代理`: for whom somebody came; 会長代理 is an office of its own.
pub(super) fn is_for_another(text: &str) -> bool {
    let Some(whom) = ["代理出席者", "代理出席", "代理者", "代理"].iter().find_map(|end| text.strip_suffix(end))
    else {
        return false;
    };
    let whom = whom.trim_end().trim_end_matches('の').trim_end();
    let office = roles::at_end(whom).is_some_and(|(at, _)| at == 0) || whom.ends_with("職務");
    let person = || {
        let said = Speaker::of(whom);
        said.person.is_some() || whom.ends_with("委員") || roles::is_surname(whom)
    };
    whom.is_empty() || !office && !whom.contains(['、', '：', ':']) && person()
}

/// `いしぐろ　ただし`: how a name is read, a family name and a given one; にじいろ may be a body.
fn is_reading(text: &str) -> bool {
    let mut words = text.split(is_space).filter(|word| !word.is_empty());
    let kana = |word: &str| {
        (1..=7).contains(&word.chars().count()) && word.chars().all(|c| is_hiragana(c) || is_katakana(c) || c == 'ー')
    };
    words.next().is_some_and(kana) && words.next().is_some_and(kana) && words.next().is_none()
}

/// What the bracket at an entry's end says of whether its person was there: `鈴木花子（欠席）`, `伊藤（出席）`.
pub(super) fn presence(label: &str) -> Option<Presence> {
    let label = label.trim_end();
    let word = match bracket::at_end(label) {
        Some((_, inside)) => label[inside].trim(),
        None => label[label.rfind('※')?..].trim_start_matches('※').trim(),
    };
    match word {
        "出席" => Some(Presence::Present),
        _ if is_for_another(word) => Some(Presence::Proxy),
        _ if word.starts_with("欠席") && !word.contains("代理") => Some(Presence::Absent),
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
pub(super) const TAKING_PART: [&str; 16] = [
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
