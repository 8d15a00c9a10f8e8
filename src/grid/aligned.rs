//! Tables without a column of numbers, whose cells stand exactly below their headers: `分野  取組項目  実施主体  実施時期`.
//!
//! Nothing counts the rows here, so all else must be plain: a header of known words, every cell below one of them, no line
//! that belongs to nothing. Where a line may be a row or go on with one, there is no table.

use super::band::Piece;
use super::bond::bond;
use super::caption;
use super::key::is_key_header;
use super::known::is_header;
use super::measure::Measure;
use super::sheet::{MOST_ABOVE, page_furniture, text_lines};
use super::word::{Word, words};
use super::{Grid, GridRow, Reading};
use crate::line::{Line, columns};
use crate::model::FurnitureKind;
use crate::rules::is_bullet;
use crate::rules::table::BESIDE;
use crate::span::Span;

const FEWEST_ROWS: usize = 3;
/// Display columns by which a cell may begin before its header.
const SLACK: usize = 1;
/// The widest mark, in display columns: ○ and ━→ may stand anywhere below their header.
const MARK: usize = 4;
/// The widest gap between two columns, in display columns.
const BETWEEN: usize = 4;
/// The widest column that tells nothing of wrapping: 市民課 fills one of 6.
const NARROW: usize = 8;

/// Reads the one table that a dump is.
pub(super) fn read(all: &[Line], source: &str) -> Option<Reading> {
    let written = || all.iter().filter(|line| !line.is_blank());
    let apart = written().filter(|line| line.has_wide_gap).count();
    if apart * 2 < written().count() || apart <= FEWEST_ROWS {
        return None;
    }
    let lines = text_lines(all);
    let measure = Measure::of_dump(&lines, source);
    let chunks: Vec<Vec<Word>> = lines.iter().map(|line| chunks(line, source, measure)).collect();
    // A title in words set apart may look like a header.
    (0..lines.len().min(MOST_ABOVE + 1))
        .filter(|at| is_header(&chunks[*at], source))
        .find_map(|at| below(at, &lines, &chunks, source))
}

/// Reads the lines as a table with this header.
fn below(header_at: usize, lines: &[Line], chunks: &[Vec<Word>], source: &str) -> Option<Reading> {
    let header = &chunks[header_at];
    let mut grid = Grid { columns: header.iter().map(|word| vec![word.span]).collect(), ..Grid::default() };
    let mut furniture: Vec<(Span, FurnitureKind)> = Vec::new();
    let mut above: Vec<Span> = Vec::new();
    let mut body: Vec<Vec<Piece>> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| *at != header_at) {
        let words = &chunks[at];
        if let Some(kind) = page_furniture(lines, at, source) {
            furniture.push((line.span, kind));
        } else if at < header_at {
            above.push(line.span);
        } else if same(words, header, source) || above.iter().any(|span| span.of(source) == line.text(source)) {
            furniture.push((line.span, FurnitureKind::Header));
        } else if words.len() == 1 && BESIDE.rule(line.text(source)).is_some() {
            grid.notes.push(line.span);
        } else {
            body.push(pieces(words, header, source)?);
        }
    }
    let straight = body.iter().flatten().filter(|piece| piece.width > MARK).count();
    grid.rows = rows(&body, header, source)?;
    grid.caption = caption::take(&mut above, source);
    grid.notes.splice(0..0, above);
    let enough = grid.rows.len() >= FEWEST_ROWS && straight >= grid.rows.len();
    enough.then(|| Reading { tables: vec![grid], furniture, share: 100 })
}

/// The stretches of a line that wide gaps part.
fn chunks(line: &Line, source: &str, measure: Measure) -> Vec<Word> {
    let mut chunks: Vec<Word> = Vec::new();
    for word in words(line, source, measure) {
        match chunks.last_mut().filter(|_| word.gap < 2) {
            Some(last) => {
                last.span.end = word.span.end;
                last.end = word.end;
            }
            None => chunks.push(word),
        }
    }
    chunks
}

fn same(words: &[Word], header: &[Word], source: &str) -> bool {
    words.len() == header.len() && words.iter().zip(header).all(|(one, other)| one.text(source) == other.text(source))
}

/// What a line has below which header; `None` where a word stands below none, or reaches into the next column.
fn pieces(words: &[Word], header: &[Word], source: &str) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(words.len());
    for word in words {
        let column = header.partition_point(|head| head.start <= word.start + SLACK).checked_sub(1)?;
        let next = header.get(column + 1).map_or(usize::MAX, |next| next.start);
        let below = word.start.abs_diff(header[column].start) <= SLACK
            || word.end - word.start <= MARK && word.start < header[column].end + MARK;
        let free = pieces.last().is_none_or(|last| last.column < column);
        if !below || !free || word.end > next {
            return None;
        }
        pieces.push(Piece { column, span: word.span, width: columns(word.text(source)), is_amount: false });
    }
    Some(pieces)
}

/// Gathers the lines into rows; `None` where one line may be either.
fn rows(body: &[Vec<Piece>], header: &[Word], source: &str) -> Option<Vec<GridRow>> {
    // A cell is full where the next column begins, not where the longest cell ends.
    let room = |at: usize| header.get(at + 1).map_or(0, |next| (next.start - header[at].start).saturating_sub(BETWEEN));
    let mut widths: Vec<usize> = (0..header.len()).map(room).collect();
    body.iter().flatten().for_each(|piece| widths[piece.column] = widths[piece.column].max(piece.width));
    let mut rows: Vec<GridRow> = Vec::new();
    let mut last: Vec<Option<&Piece>> = vec![None; header.len()];
    // ア, イ, A, B: labels that do not count.
    let keyed = header.first().is_some_and(|word| is_key_header(word.text(source)));
    for line in body {
        let begins = rows.is_empty().then_some(false);
        let goes_on = if keyed {
            below_label(line, &last, &widths, source)?
        } else {
            begins.or_else(|| goes_on(line, &last, &widths, source))?
        };
        if !goes_on {
            rows.push(GridRow::default());
            last.fill(None);
        }
        let row = rows.last_mut()?;
        for piece in line {
            match row.cells.binary_search_by_key(&piece.column, |(column, _)| *column) {
                Ok(cell) => row.cells[cell].1.push(piece.span),
                Err(cell) => row.cells.insert(cell, (piece.column, vec![piece.span])),
            }
            last[piece.column] = Some(piece);
        }
    }
    Some(rows)
}

/// What a piece says of its line, by the piece above it in its column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// 、 or a bracket that is open: it goes on in any case.
    Torn,
    /// The column's width broke it off.
    Full,
    /// It would hardly have fitted above.
    Nearly,
    /// Too little, or nothing above.
    Nothing,
    /// What stands above is short, or ends.
    Begins,
}

fn says(piece: &Piece, above: Option<&Piece>, width: usize, source: &str) -> Says {
    let text = piece.span.of(source);
    let Some(above) = above.filter(|_| !opens_point(text)) else { return Says::Nothing };
    if is_mark(text) {
        return Says::Begins;
    }
    if width <= NARROW {
        // A, 拡充: what would have fitted beside the cell above is one of its own, and so is a mark.
        let short = above.width + piece.width <= width || piece.width <= 2 && above.width <= 2;
        return match piece.column {
            _ if short => Says::Begins,
            // 子育て支 above 援: the first column says what kind of row it is, and is narrow.
            0 => Says::Full,
            _ => Says::Nothing,
        };
    }
    match bond(above, piece, width, source) {
        (join, cut) if join == 0.0 && cut >= 4.0 => Says::Torn,
        (0.0, _) => Says::Full,
        (join, cut) if join > cut => Says::Begins,
        (join, cut) if join < cut => Says::Nearly,
        _ => Says::Nothing,
    }
}

/// Whether a line goes on with a row that has a label: it has none itself. `None` where a text goes on across the label, for
/// then the rows lie around their labels.
fn below_label(line: &[Piece], last: &[Option<&Piece>], widths: &[usize], source: &str) -> Option<bool> {
    let (first, rest) = line.split_first()?;
    if first.column > 0 {
        return last.first()?.map(|_| true);
    }
    let says = |piece: &Piece| says(piece, last[piece.column], widths[piece.column], source);
    let torn = rest.iter().any(|piece| says(piece) == Says::Torn);
    // One cell may end where its column does.
    let full = rest.iter().filter(|piece| widths[piece.column] > NARROW && says(piece) == Says::Full).count();
    (!torn && full < 2).then_some(false)
}

/// `・案内表示の改善`
fn opens_point(text: &str) -> bool {
    text.starts_with(is_bullet) && text.chars().nth(1).is_some()
}

/// `○`, `━━→`: a cell by itself.
fn is_mark(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric() && !"、。，．）」』】ー々".contains(c))
}

/// Whether a line goes on with the row above; `None` where both may be.
///
/// One piece alone goes on below another one; where a cell above is short, a row begins, and so it does where a mark or a
/// column that said nothing yet stands in the line; where the columns' widths broke off all cells, they go on.
fn goes_on(line: &[Piece], last: &[Option<&Piece>], widths: &[usize], source: &str) -> Option<bool> {
    let all: Vec<Says> =
        line.iter().map(|piece| says(piece, last[piece.column], widths[piece.column], source)).collect();
    let has = |what: Says| all.contains(&what);
    let first = line.first()?.column == 0;
    let new_column = line.iter().any(|piece| last[piece.column].is_none());
    let point = |piece: &Piece| opens_point(piece.span.of(source));
    let broken = line.iter().zip(&all).all(|(piece, says)| *says == Says::Full || point(piece));
    let goes = |says: Says| says == Says::Full || says == Says::Nearly && first;
    let full = !new_column && line.iter().zip(&all).all(|(piece, says)| goes(*says) || point(piece));
    match line {
        [_] if first => (has(Says::Full) || has(Says::Torn)).then_some(true),
        [only] => last[only.column].map(|_| true),
        _ if has(Says::Torn) => (!has(Says::Begins)).then_some(true),
        _ if has(Says::Begins) => Some(false),
        // Few cells, all of them broken off: a row says more.
        _ if full && line.len() * 2 <= last.len() => Some(true),
        _ if full && broken => None,
        _ => (first || new_column).then_some(false),
    }
}
