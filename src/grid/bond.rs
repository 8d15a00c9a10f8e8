//! Whether two lines of a column, one below the other, are one cell or two.

use super::band::Piece;
use crate::line::columns;
use crate::rules::is_bullet;

/// Characters with which no line begins where 禁則 is kept; ・ there is a bullet.
const NOT_FIRST: &str = "、。，．？！）」』】］〉》：；)],.ーっッゃゅょャュョ々";
/// Half-width columns that a full line may lack in a proportional font.
const SLACK: usize = 4;

/// What it costs to take two pieces of a column as one cell, and what to take them as two.
pub(super) fn bond(upper: &Piece, lower: &Piece, width: usize, source: &str) -> (f64, f64) {
    let (above, below) = (upper.span.of(source), lower.span.of(source));
    if brackets(above) > 0 || below.starts_with(|c| NOT_FIRST.contains(c)) {
        return (0.0, 4.0);
    }
    if below.starts_with(is_bullet) {
        return (0.3, 0.3);
    }
    if upper.is_amount && lower.is_amount {
        return (3.0, 0.0);
    }
    // 北陵共同事業体⏎（代表：みどり社）: a remark is of what stands above, and ends it.
    if is_remark(below) && !is_remark(above) {
        return (0.1, 1.0);
    }
    if is_remark(above) && !is_remark(below) {
        return (0.4, 0.2);
    }
    let ended = above.ends_with(['。', '．']);
    let taken = upper.width + first_unit(below);
    match (taken > width, taken + SLACK > width, ended) {
        (true, _, false) => (0.0, 1.5),
        (true, _, true) => (0.3, 0.2),
        // The next character would have fitted: a proportional font, or the end of the cell.
        (false, true, false) => (0.2, 0.8),
        (false, true, true) => (0.6, 0.1),
        (false, false, false) => (0.6, 0.0),
        (false, false, true) => (1.0, 0.0),
    }
}

/// Whether a piece is all in brackets: `（代表：みどり社）`, `(新規)`.
fn is_remark(text: &str) -> bool {
    text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && text.matches(['（', '(']).count() == 1
}

/// How many brackets are open at the end.
fn brackets(text: &str) -> isize {
    text.chars()
        .map(|c| match c {
            '（' | '(' | '「' | '『' | '【' => 1,
            '）' | ')' | '」' | '』' | '】' => -1,
            _ => 0,
        })
        .sum()
}

/// The display columns of what cannot be torn from a text's beginning: `1,980千円` → 5, `た。` → 4.
fn first_unit(text: &str) -> usize {
    let mut end = 0;
    let mut word = true;
    for (at, c) in text.char_indices() {
        let goes_on =
            at == 0 || word && c.is_ascii_graphic() || NOT_FIRST.contains(c) || text[..at].ends_with(['（', '「']);
        if !goes_on {
            break;
        }
        word &= c.is_ascii_graphic();
        end = at + c.len_utf8();
    }
    columns(&text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn costs(above: &str, below: &str, width: usize) -> (f64, f64) {
        let source = format!("{above}{below}");
        let piece = |span: Span| Piece { column: 0, span, width: columns(span.of(&source)), is_amount: false };
        let pieces = [Span::new(0, above.len()), Span::new(above.len(), source.len())].map(piece);
        bond(&pieces[0], &pieces[1], width, &source)
    }

    #[test]
    fn a_full_line_goes_on_and_a_short_one_ends() {
        let goes_on = |(join, cut): (f64, f64)| join < cut;
        assert!(goes_on(costs("小学校施設整備事業費", "（空調）", 20)));
        assert!(goes_on(costs("県の補助金", "1,250千円を充てる", 12)));
        assert!(goes_on(costs("放課後児童クラブ（公", "設分）", 40)));
        assert!(goes_on(costs("北陵共同事業体", "（代表：みどり社）", 26)));
        assert!(!goes_on(costs("（代表：みどり社）", "特定非営利活動法人", 18)));
        assert!(!goes_on(costs("公園費", "港湾維持費", 20)));
        assert!(!goes_on(costs("完了した。", "点検を行う。", 40)));
    }
}
