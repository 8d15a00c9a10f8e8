//! Headings that this document sets off with a mark of its own choice: `〇審議結果`, `■ 主な質疑と意見`.

use crate::lexicon::roles;
use crate::line::Line;
use crate::span::is_space;

/// The marks most of whose lines are headings with something of another kind below.
pub(super) fn heading_marks(body: &[Line], source: &str) -> Vec<char> {
    let first = |line: &Line| line.first(source).map(plain_circle);
    let marks = ['○', '●', '■', '□', '◆', '◇', '◎'];
    let heads = |mark: &char| {
        let (mut all, mut heads) = (0, 0);
        for (at, line) in body.iter().enumerate().filter(|(_, line)| first(line) == Some(*mark)) {
            all += 1;
            let alone = body.get(at + 1).is_some_and(|next| first(next) != Some(*mark));
            heads += usize::from(alone && is_marked_heading(line.text(source)));
        }
        heads >= 2 && heads * 3 >= all * 2
    };
    marks.into_iter().filter(heads).collect()
}

/// Whether a marked line is a heading by its words: `〇審議結果`, `■ 主な質疑と意見`.
pub(super) fn is_marked_heading(text: &str) -> bool {
    let word: String = text.chars().skip(1).filter(|c| !is_space(*c)).collect();
    word.chars().count() <= 24 && !word.contains(['。', '、']) && roles::is_heading(&word)
}

/// The three circles are one mark.
pub(super) fn plain_circle(c: char) -> char {
    if matches!(c, '〇' | '◯') { '○' } else { c }
}
