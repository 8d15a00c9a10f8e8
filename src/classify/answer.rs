//! A word in brackets that says that what follows answers: `（回答）来年度から始める。（事務局）`, `⇒＜回答＞調べる。`.

use crate::element::{Element, Kind};
use crate::rules::is_bullet;
use crate::rules::summary::Kind as Part;
use crate::span::{Span, is_space};

use super::opening::Opening;
use crate::line::Line;

/// What decides such a line, as `explain` shows it.
pub(super) const RULE: &str = "opinion.answer";

const WORDS: [&str; 4] = ["回答", "答え", "答弁", "答"];
/// Who answers, where the word says it too.
const WHO: [&str; 11] = ["事務局", "市", "町", "村", "区", "県", "当局", "担当課", "担当", "主管課", "所管課"];
const BRACKETS: [(char, char); 8] =
    [('（', '）'), ('(', ')'), ('＜', '＞'), ('<', '>'), ('〈', '〉'), ('【', '】'), ('〔', '〕'), ('［', '］')];

/// An answer that such a word opens; the word is a mark, as its bullet is.
pub(super) fn answer(line: &Line, source: &str) -> Option<Opening> {
    let text = line.text(source);
    let behind = behind_word(text)?;
    let start = line.span.start + (text.len() - behind.len());
    let mark = Span::new(line.span.start, start).trim(source);
    let text = Span::new(start, line.span.end);
    Some(Opening { kind: Kind::Part(Part::Bullet), rule: RULE, label: None, marks: vec![mark], text })
}

/// What stands behind the word, if it says anything.
fn behind_word(text: &str) -> Option<&str> {
    let inside = |text: &'_ str| {
        let first = text.chars().next()?;
        BRACKETS.iter().find(|(open, _)| *open == first).map(|(_, close)| (first.len_utf8(), *close))
    };
    let unmarked = text.trim_start_matches(is_bullet).trim_start_matches(is_space);
    let (open, close) = inside(unmarked)?;
    let (word, behind) = unmarked[open..].split_once(close)?;
    let who = WORDS.iter().find_map(|answer| word.strip_suffix(answer))?;
    // （事務局回答）, （市の回答）
    let who = who.strip_suffix('の').unwrap_or(who);
    let may = who.is_empty() || WHO.contains(&who);
    let behind = behind.trim_start_matches(|c| matches!(c, '：' | ':') || is_space(c));
    (may && !behind.is_empty()).then_some(behind)
}

/// Whether a mark says that its text answers the one above: an arrow, or the word itself.
pub(crate) fn answers(element: &Element, source: &str) -> bool {
    element.rule == RULE || element.marks.first().is_some_and(|mark| mark.of(source).starts_with(['→', '⇒']))
}
