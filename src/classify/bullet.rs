//! How a document writes its bullets: `・調査…` in column 0, `○ 「ネットワーク…` with a space behind it, `--- 三段目`.

use crate::line::Line;
use crate::span::is_space;

/// How a bullet is written: `・調査…` in column 0, `○ 「ネットワーク…` with a space behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct BulletShape {
    pub mark: char,
    pub column: usize,
    pub spaced: bool,
}

impl BulletShape {
    pub fn of(line: &Line, source: &str) -> Option<Self> {
        let mut chars = line.text(source).chars();
        let mark = chars.next()?;
        Some(Self { mark, column: line.indent, spaced: chars.next().is_some_and(is_space) })
    }
}

/// The bytes of a bullet that depth repeats: `--- 三段目`, `** 二段目`.
pub(super) fn run_of_marks(text: &str, mark: usize) -> usize {
    // -> 次回までに: an arrow.
    if text.starts_with("->") || text.starts_with("=>") {
        return 2;
    }
    let repeats = text.starts_with(['-', '－', '‐', '*', '＊']);
    let run = || text.len() - text.trim_start_matches(&text[..mark]).len();
    if repeats { run() } else { mark }
}
