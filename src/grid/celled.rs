//! Tables of which a dump has each cell on a line of its own: the headers one below the other, then row by row.

use super::divided::numbered_row;
use super::{Grid, Reading, is_key_header};
use crate::line::Line;
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::Span;
use crate::values::number::number;

/// The fewest columns and the fewest rows of such a table.
const COLUMNS: usize = 3;
const ROWS: usize = 3;
/// The most columns that are looked for.
const MOST_COLUMNS: usize = 10;

/// The table that begins with the first of these lines, and how many lines it takes.
///
/// It is sure where each row is a number that counts on and as many cells as there are further headers: what breaks a
/// cell over two lines, or leaves one out, makes it another count.
pub(crate) fn celled(lines: &[Line], source: &str) -> Option<(usize, Reading)> {
    let first = lines.first()?.text(source);
    if first.len() > 15 || !is_key_header(first) {
        return None;
    }
    let mut below = lines.iter().enumerate().filter(|(_, line)| !line.is_blank());
    let texts = below.clone().map(|(_, line)| line.text(source)).take(MOST_COLUMNS + 1);
    let columns = texts.skip(1).position(|text| !is_header(text))? + 1;
    // As many lines as the rows take, and those behind them: a document may have a thousand such headers.
    let mut ink: Vec<usize> = below.by_ref().take(columns).map(|(at, _)| at).collect();
    let mut rows = 0;
    loop {
        let from = ink.len();
        ink.extend(below.by_ref().take(columns).map(|(at, _)| at));
        let row: Vec<&str> = ink[from..].iter().map(|at| lines[*at].text(source)).collect();
        let whole =
            row.len() == columns && count(row[0]) == Some(rows + 1) && row[1..].iter().all(|cell| is_cell(cell));
        if !whole {
            break;
        }
        rows += 1;
    }
    ink.extend(below.take(columns).map(|(at, _)| at));
    let text = |at: usize| ink.get(at).map_or("", |line| lines[*line].text(source));
    let end = columns * (rows + 1);
    // A row whose cells a line end breaks takes too few lines: then its number, or more of it, stands behind.
    let counts_on = (end..end + 2 * columns).any(|at| count(text(at)) == Some(rows + 1));
    let gap = (1..end).map(|at| lines[*ink.get(at).unwrap_or(&0)].gap).max().unwrap_or(0);
    let goes_on = ink.get(end).is_some_and(|at| lines[*at].gap <= gap && !opens(text(end)));
    if columns < COLUMNS || rows < ROWS || counts_on || goes_on {
        return None;
    }
    let span = |at: usize| lines[ink[at]].span;
    let grid = Grid {
        columns: (0..columns).map(|at| vec![span(at)]).collect(),
        rows: (1..=rows).map(|row| numbered_row(cells(row * columns, columns, span), Some(0), source)).collect(),
        whole_lines: true,
        ..Grid::default()
    };
    let taken = ink[end - 1] + 1;
    Some((taken, Reading { tables: vec![grid], share: 100, ..Reading::default() }))
}

fn cells(from: usize, columns: usize, span: impl Fn(usize) -> Span) -> Vec<(usize, Vec<Span>)> {
    (0..columns).map(|column| (column, vec![span(from + column)])).collect()
}

/// A header is a short word: `発言者`, `主な意見`, `対応（案）`.
fn is_header(text: &str) -> bool {
    let short = (1..=12).contains(&text.chars().count());
    short && !text.starts_with(is_digit) && !text.contains(['。', '、', '：', ':', '・'])
}

/// The number of a row that stands alone on its line.
fn count(text: &str) -> Option<usize> {
    let digits = (1..=3).contains(&text.chars().count()) && text.chars().all(is_digit);
    digits.then(|| number(text)).flatten().map(|number| number as usize)
}

/// Whether a line opens something else by its first character.
fn opens(text: &str) -> bool {
    text.starts_with(|c| is_digit(c) || is_bullet(c) || is_circled(c) || "（(【〔［[〈＜<※第".contains(c))
        || text == "以上"
}

/// Whether a line may be a cell: it is there and is no number alone.
fn is_cell(text: &str) -> bool {
    !text.is_empty() && count(text).is_none()
}
