//! Whether the cells of a table begin beside the number of their row, and none above it.
//!
//! ```text
//! 1  訪問歯科診療の利用促進  病院とケアマネジャーの連絡方法を整理し、手引き  みどり薬局
//!                            にまとめる                                      あおば会
//! 2  …
//! ```

use super::band::BodyLine;
use super::bond::bond;

/// What it costs at least to part two lines that are plainly one text.
const ONE_TEXT: f64 = 1.5;

/// How many rows of three lines or more must have such a text.
const ROWS: usize = 2;

/// Whether texts go on below the numbers' lines and never across them, and no page begins above a number. Where cells stand
/// around the middle of their row, a text of three lines crosses the line of its number.
pub(super) fn begins_beside(lines: &[BodyLine], widths: &[usize], source: &str) -> bool {
    if begins_above(lines) {
        return false;
    }
    let (mut rows, mut height, mut wraps) = (0, 0, 0);
    for at in 1..lines.len() {
        let wrapped = goes_on(&lines[at - 1], &lines[at], widths, source);
        if lines[at].anchor {
            if wrapped {
                return false;
            }
            rows += usize::from(height >= 2 && wraps > 0);
            (height, wraps) = (0, 0);
        } else {
            height += usize::from(!lines[at].barrier);
            wraps += usize::from(wrapped);
        }
    }
    rows += usize::from(height >= 2 && wraps > 0);
    rows >= ROWS
}

/// Whether a line stands above the first number of the table, of a page, or below a heading.
fn begins_above(lines: &[BodyLine]) -> bool {
    let mut begins = true;
    for line in lines {
        begins |= line.barrier || line.apart > 1;
        if line.anchor {
            begins = false;
        } else if begins && !line.barrier {
            return true;
        }
    }
    false
}

/// Whether a text of the line above plainly goes on in this one.
fn goes_on(above: &BodyLine, line: &BodyLine, widths: &[usize], source: &str) -> bool {
    let pairs = line.pieces.iter().flat_map(|piece| {
        above.pieces.iter().filter(|upper| upper.column == piece.column).map(move |upper| (upper, piece))
    });
    let costs = pairs.map(|(upper, piece)| bond(upper, piece, widths[piece.column], source));
    costs.into_iter().any(|(join, cut)| join == 0.0 && cut >= ONE_TEXT)
}
