//! Where the turns end and another kind of text begins: written opinions, answers given later, an annex.
//!
//! ```text
//! ○会長　これで終わります。
//!
//! （参考）書面で提出された意見
//! ・空きがわからない（三浦市）
//! ```

use crate::line::Line;
use crate::rules::is_bullet;
use crate::verbatim::{Head, Voice};

/// The words of a line that announces what was not said in the meeting.
const WORDS: [&str; 12] =
    ["書面", "文書", "別紙", "別添", "参考", "提出", "事前", "追加意見", "後日", "意見書", "アンケート", "会議後"];
/// The fewest bulleted lines below it.
const FEWEST: usize = 2;

/// The line with which a summarised part begins behind the last turn; the body's end where none does.
pub(crate) fn tail(body: &[Line], heads: &[Head], source: &str) -> usize {
    let Some(last) = heads.last() else { return body.len() };
    if !matches!(last.voice, Voice::Speaker { .. }) {
        return body.len();
    }
    let below = last.line + last.height..body.len();
    let mut lines = below.filter(|at| announces(&body[*at], source));
    lines.find(|at| is_list(&body[at + 1..], source)).unwrap_or(body.len())
}

/// A short line apart from the speech that says what follows: `（参考）書面で提出された意見`.
fn announces(line: &Line, source: &str) -> bool {
    if line.gap == 0 || line.width > 72 {
        return false;
    }
    let text = line.text(source);
    let plain = !text.ends_with(['。', '、']) && !line.first(source).is_some_and(|c| matches!(c, '・' | '-' | '･'));
    plain && WORDS.iter().any(|word| text.contains(word))
}

/// Whether what follows is a list of points: they begin most of the lines that end no sentence before them.
fn is_list(below: &[Line], source: &str) -> bool {
    let bulleted = |line: &&Line| line.first(source).is_some_and(is_bullet);
    let first = below.first().is_some_and(|line| bulleted(&line));
    let count = below.iter().filter(bulleted).count();
    let second = below.get(1).is_some_and(|line| bulleted(&line));
    (first || second) && count >= FEWEST && count * 3 >= below.len()
}
