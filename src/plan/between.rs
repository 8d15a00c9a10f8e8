//! What stands above a head or between two rows and belongs to neither: captions, and headings over a group of rows.
//!
//! ```text
//! 紫野地域の取組内容            looks like a header, and is the title above it
//!
//! 番号 項目 内容 主たる機関 協力機関
//! 【人材育成】                  is said of all rows below it
//! 1 研修会 …
//! ```

use crate::line::Line;
use crate::rules::plan::Column;
use crate::rules::{is_circled, is_digit};
use crate::span::is_space;

use super::outline::{Kind, Outline, Word, word};
use super::title;
use super::words::words;

/// A longer line (in characters) is no heading over rows.
const LONGEST_HEADING: usize = 24;

/// The most lines between a head and the row above it.
const MOST_ABOVE: usize = 4;

/// A shorter line is a header, however alone it stands.
const SHORTEST_CAPTION: usize = 6;

/// How many lines of a head's run are captions above it: each alone on its line, apart from what follows, and saying over
/// again what one of the headers says, or in which year.
pub(super) fn captions(run: &[Line], source: &str) -> usize {
    let column = |text: &str| match word(text) {
        Some(Word::Column(column)) => Some(column),
        Some(Word::Fragment | Word::Period(_)) | None => None,
    };
    let headers: Vec<Column> =
        run.iter().flat_map(|line| words(source, line.span)).filter_map(|span| column(span.of(source))).collect();
    let is_caption = |at: &usize| {
        let text = run[*at].text(source);
        let apart = run.get(at + 1).is_some_and(|next| next.gap > 0 || words(source, next.span).count() >= 3);
        let again = |kind: Column| headers.iter().filter(|other| **other == kind).count() > 1;
        let long = text.chars().count() >= SHORTEST_CAPTION && !text.contains(is_space);
        apart
            && long
            && column(text).is_some_and(|kind| kind != Column::Schedule && (again(kind) || text.contains("年度")))
    };
    let count = (0..run.len()).take_while(is_caption).count();
    if headers.len() >= count + 3 { count } else { 0 }
}

/// Marks headings over rows and the titles of further tables.
pub(super) fn mark(body: &[Line], outline: &mut Outline, source: &str) {
    for at in 0..body.len() {
        if outline.kinds[at] == Kind::Text && is_heading(body, &outline.kinds, at, source) {
            outline.kinds[at] = Kind::Between;
        }
    }
    for run in outline.heads.iter().skip(1) {
        // The title, and perhaps remarks below it.
        let above = (run.start.saturating_sub(MOST_ABOVE)..run.start).rev();
        let remarks = |at: &usize| outline.kinds[*at] == Kind::Text && body[*at].text(source).starts_with('※');
        let count = above.clone().take_while(remarks).count();
        let title = above.clone().nth(count).filter(|at| is_title(body, &outline.kinds, *at, source));
        if let Some(title) = title {
            outline.kinds[title..run.start].fill(Kind::Between);
        }
    }
}

/// `表２　令和４年度の取組計画`: the title of another table, apart from the row above it.
fn is_title(body: &[Line], kinds: &[Kind], at: usize, source: &str) -> bool {
    let text = body[at].text(source);
    let apart = body[at].gap > 0 || at > 0 && body[at - 1].page != body[at].page;
    let title = text.chars().count() >= SHORTEST_CAPTION && title::names_plan(text);
    let named = title && (text.contains("年度") || text.starts_with(['表', '別', '第', '【']));
    kinds[at] == Kind::Text && apart && named && !opens_row(text)
}

/// `【人材育成】`, `■入退院支援`: alone between the rows, and a row's number follows.
fn is_heading(body: &[Line], kinds: &[Kind], at: usize, source: &str) -> bool {
    let text = body[at].text(source);
    let mut chars = text.chars();
    let (first, last) = (chars.next(), chars.next_back());
    let bracketed = matches!(
        (first, last),
        (Some('【'), Some('】'))
            | (Some('＜'), Some('＞'))
            | (Some('<'), Some('>'))
            | (Some('《'), Some('》'))
            | (Some('〈'), Some('〉'))
    );
    let marked = matches!(first, Some('■' | '◆' | '□' | '◇' | '●'));
    // ● → → ●: cells of the schedule.
    let said = text.chars().skip(1).any(char::is_alphanumeric);
    if !bracketed && !marked || !said || text.chars().count() > LONGEST_HEADING || text.contains(['、', '。', '№'])
    {
        return false;
    }
    // A bullet opens an entry of a cell too; only a head or a gap above says that this one does not.
    let above = at.checked_sub(1);
    let begins = body[at].gap > 0 || above.is_none_or(|above| kinds[above] != Kind::Text);
    let below = body.get(at + 1).zip(kinds.get(at + 1));
    let row = below.is_some_and(|(line, kind)| *kind == Kind::Text && opens_row(line.text(source)));
    row && (bracketed || begins) && !text.contains("を統合") && !text.contains('旧')
}

/// `3 人材育成`, `（３）`, `③`: whether a row may begin with this line.
fn opens_row(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '№']);
    let rest = bare.trim_start_matches(|c| is_digit(c) || is_circled(c));
    rest.len() < bare.len() && rest.trim_start_matches(['）', ')', '.', '．']).chars().next().is_none_or(is_space)
}
