//! Files that hold minutes and a plan: where one ends and the other begins.
//!
//! ```text
//! １ 日時：令和６年７月18日（木）     minutes with their fields and points,
//! ・窓口の一覧は好評だった（紫野市）
//! 資料１　行動計画                    and the plan that was handed out
//! № 課題区分 項目 内容 主たる機関 …
//! ```

use std::ops::Range;

use crate::line::Line;
use crate::rules::head::{FIELDS, Field};
use crate::rules::{is_bullet, is_digit};
use crate::title::{names_document, names_meeting};
use crate::trailing::is_close;

/// Where the plan's lines lie, as bytes of the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Parts {
    /// The minutes end and the plan begins here.
    PlanBelow(usize),
    /// The plan ends and the minutes begin here.
    MinutesBelow(usize),
}

/// How many lines a plan's caption may take above its head.
const CAPTION: usize = 3;

/// Divides the body around the plan's first head; `None` where all of it is one.
pub(super) fn parts(body: &[Line], head: &Range<usize>, source: &str) -> Option<Parts> {
    let begins = caption(body, head.start, source);
    if tells_meeting(&body[..begins], source) {
        return Some(Parts::PlanBelow(body[begins].span.start));
    }
    let below = head.end..body.len();
    let record = || below.clone().find(|at| opens_record(body, *at, source));
    let ends = meeting(body, below.clone(), source).or_else(record)?;
    (ends > head.end + 1).then(|| Parts::MinutesBelow(body[ends].span.start))
}

/// The first line of what names the plan above its head: `資料１　行動計画（令和６年度）`.
fn caption(body: &[Line], head: usize, source: &str) -> usize {
    const WORDS: [&str; 8] = ["資料", "別紙", "別添", "参考", "計画", "取組", "アクションプラン", "プログラム"];
    let plain = |at: &usize| {
        let text = body[*at].text(source);
        body[*at].width <= 80 && !text.contains('。') && !text.starts_with(is_bullet) && !text.ends_with("（以上）")
    };
    let above = (head.saturating_sub(CAPTION)..head).rev().take_while(plain);
    let named = |at: &usize| WORDS.iter().any(|word| body[*at].text(source).contains(word));
    above.filter(named).last().unwrap_or(head)
}

/// Whether the lines are minutes: two fields of a meeting's head at least, and what was said.
pub(crate) fn tells_meeting(above: &[Line], source: &str) -> bool {
    if above.len() < 4 {
        return false;
    }
    let fields = fields(above, source);
    let told = above.iter().filter(|line| is_told(line, source)).count();
    fields.len() >= 2 && told >= 2
}

/// Whether the lines are the head of minutes: the day, and one more field of it.
pub(crate) fn states_meeting(above: &[Line], source: &str) -> bool {
    let fields = fields(above, source);
    fields.len() >= 2 && fields.contains(&Field::Date)
}

/// The kinds of fields that the lines state.
fn fields(above: &[Line], source: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = above.iter().filter_map(|line| field(line, source)).collect();
    fields.sort_unstable_by_key(|field| *field as u8);
    fields.dedup();
    fields
}

/// 日時, 場所, 議題, 出席者, 次回: what a meeting's head states and no plan's.
fn field(line: &Line, source: &str) -> Option<Field> {
    let rule = FIELDS.rule(line.text(source))?;
    match rule.kind {
        Field::Date | Field::Place | Field::Agenda | Field::Next | Field::Attendees => Some(rule.kind),
        Field::Time | Field::Opening | Field::Closing | Field::Name | Field::Manner | Field::Other | Field::Unnamed => {
            None
        }
    }
}

/// A bullet, or a line with which a sentence or its speaker's bracket ends.
fn is_told(line: &Line, source: &str) -> bool {
    let last = line.last(source);
    line.first(source).is_some_and(is_bullet) || last.is_some_and(|c| c == '。' || is_close(c) && line.width >= 24)
}

/// How many lines may stand between a meeting's title and its first field.
const NEAR: usize = 8;

/// The title of a meeting below the rows, `第２回連絡会議の概要`, with its date or place below it and what was said.
fn meeting(body: &[Line], below: Range<usize>, source: &str) -> Option<usize> {
    let names = |at: &usize| {
        let text = body[*at].text(source);
        let apart = body[*at].gap > 0 || body[*at].page != body[at - 1].page;
        // 23 その他 …協議会…, …、厚木市障害者協議会、父母の会: a row and its cells.
        let cell = text.starts_with(|c| is_digit(c) || is_bullet(c)) || text.contains(['。', '、']);
        apart && !cell && (names_document(text) || names_meeting(text))
    };
    let heads = |at: &usize| matches!(field(&body[*at], source), Some(Field::Date | Field::Place));
    let above = |at: usize| (at.saturating_sub(NEAR).max(below.start)..at).rev();
    let (first, title) = below.clone().filter(heads).find_map(|at| Some((at, above(at).find(names)?)))?;
    // What does not tell of a meeting from here on does so from no later line.
    tells_meeting(&body[first..], source).then_some(title)
}

/// `打合せの記録（令和６年５月８日）` below the rows, with what was said in most lines below it.
fn opens_record(body: &[Line], at: usize, source: &str) -> bool {
    const WORDS: [&str; 10] = [
        "記録",
        "議事録",
        "会議録",
        "議事概要",
        "議事要旨",
        "会議概要",
        "会議要旨",
        "会議結果",
        "主な意見",
        "議事メモ",
    ];
    let line = &body[at];
    let text = line.text(source);
    if line.width > 72 || line.gap == 0 && line.page == body[at - 1].page || text.starts_with(is_bullet) {
        return false;
    }
    let bare =
        text.rfind(['（', '(']).filter(|_| text.ends_with(is_close)).map_or(text, |open| text[..open].trim_end());
    let below = &body[at + 1..];
    let said = || below.iter().filter(|line| is_told(line, source) || field(line, source).is_some()).count();
    let rows = || below.iter().filter(|line| line.first(source).is_some_and(is_digit)).count();
    WORDS.iter().any(|word| bare.ends_with(word))
        && said() >= 2
        && said() * 2 >= below.len()
        && rows() * 3 < below.len().max(3)
}
