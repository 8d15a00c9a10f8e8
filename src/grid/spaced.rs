//! Tables of one line a row whose cells one space divides: `番号　事業名　担当課`, `1　見守り　福祉課`.
//!
//! One space keeps no columns, so only the count tells: a line with as many cells as the header is a row, and they stand in
//! its order. What has fewer (`tail`) goes on with the row above or lacks a cell, and is placed as far as that is sure.

use rustc_hash::FxHashSet;

use super::caption;
use super::divided::{is_again, is_header, is_mark_heading, numbered_row};
use super::header::is_period;
use super::key::{is_key_header, row_number};
use super::lines::{Cut, cut};
use super::sheet::{MOST_ABOVE, page_furniture, text_lines};
use super::tail::{Known, lacking, wrapped};
use super::{Grid, Reading};
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::plan::COLUMNS;
use crate::rules::table::{BESIDE, WORDS, Word as Kind};
use crate::span::Span;

/// The fewest columns, and the fewest rows with all of their cells.
const FEWEST: usize = 3;
const ROWS: usize = 3;
/// The longest line of one word that is a heading, in characters.
const LONGEST_HEADING: usize = 24;

/// What a line below the header is.
#[derive(Debug)]
pub(super) enum Below {
    /// It has a cell for each column.
    Whole(Vec<Span>),
    /// It has a row's number, and too few cells or too many.
    Lacking(Vec<Span>),
    /// It has no number: the whole line, and its pieces.
    Tail(Span, Vec<Span>),
}

/// Reads the table that a dump is; `None` where too many lines have another count than their header.
pub(crate) fn read(all: &[Line], source: &str) -> Option<Reading> {
    let (at, by) = header_line(all, source)?;
    let lines = text_lines(&all[at..]);
    let header = cut(lines[0].span, by, source);
    let key = header.iter().position(|word| is_key_header(word.of(source)));
    let mut above: Vec<Span> = text_lines(&all[..at]).iter().map(|line| line.span).collect();
    let mut grid = Grid { columns: header.iter().map(|word| vec![*word]).collect(), ..Grid::default() };
    grid.caption = caption::take(&mut above, source);
    grid.notes = above;
    let mut furniture = Vec::new();
    let mut below: Vec<Below> = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(1) {
        let words = cut(line.span, by, source);
        if let Some(kind) = page_furniture(&lines, at, source).or_else(|| printed_number(line, words.len(), source)) {
            furniture.push((line.span, kind));
        } else if is_again(&words, &header, source) {
            furniture.push((line.span, FurnitureKind::Header));
        } else if BESIDE.rule(line.text(source)).is_some() || is_mark_heading(&[line.span], source) {
            grid.notes.push(line.span);
        } else if !is_total(&words, source) {
            below.push(kind_of(line.span, words, header.len(), key, source));
        }
    }
    (!stands_in_columns(&lines, source) && is_table(&below, key, by)).then_some(())?;
    let known = Known::of(&below, header.len(), source);
    let wraps = wraps(&below, &known, source);
    // Where one space divides them, the pieces of a cell that goes on may be cut anywhere.
    (if wraps { by == Cut::Wide } else { has_headings_only(&below, source) }).then_some(())?;
    for line in below {
        match line {
            Below::Whole(words) => {
                let cells = words.into_iter().map(|word| vec![word]).enumerate().collect();
                grid.rows.push(numbered_row(cells, key, source));
            }
            Below::Lacking(words) => lacking(&words, key, &known, &mut grid, source),
            Below::Tail(_, words) if wraps => wrapped(&words, &known, &mut grid, source),
            Below::Tail(line, _) if line.of(source).chars().count() <= LONGEST_HEADING => grid.notes.push(line),
            Below::Tail(..) => return None,
        }
    }
    Some(Reading { tables: vec![grid], furniture, share: 100 })
}

/// Whether cells go on in lines of their own: lines too long for headings, or short ones that stand below full cells.
fn wraps(below: &[Below], known: &Known, source: &str) -> bool {
    let (mut headings, mut full) = (0, false);
    let mut tails = 0;
    for line in below {
        match line {
            Below::Whole(words) | Below::Lacking(words) => full = known.any_full(words, source),
            Below::Tail(line, _) if line.of(source).chars().count() > LONGEST_HEADING => return true,
            Below::Tail(..) if full => tails += 1,
            Below::Tail(..) => headings += 1,
        }
    }
    tails > headings && tails * 10 > below.len()
}

/// Whether the lines between the rows may be headings: few, none twice (`進捗報告`), and no second line of the header.
fn has_headings_only(below: &[Below], source: &str) -> bool {
    let mut headings: FxHashSet<&str> = FxHashSet::default();
    for line in below {
        let Below::Tail(line, words) = line else { continue };
        let text = line.of(source);
        if !headings.insert(text) || words.iter().all(|word| is_period(word.of(source))) {
            return false;
        }
    }
    headings.len() * 3 <= below.len()
}

/// The header among the first lines, and what divides its words.
fn header_line(all: &[Line], source: &str) -> Option<(usize, Cut)> {
    let text = all.iter().enumerate().filter(|(_, line)| !line.is_blank()).take(MOST_ABOVE + 1);
    text.filter_map(|(at, line)| Some((at, divides(line, source)?))).next()
}

/// What divides a header's words: wide gaps where there are any.
fn divides(line: &Line, source: &str) -> Option<Cut> {
    let text = line.text(source);
    if !text.contains([' ', '\u{3000}']) || text.contains(['\t', '|', '｜', ',', '。']) {
        return None;
    }
    let wide = cut(line.span, Cut::Wide, source);
    let (words, by) =
        if wide.len() >= FEWEST { (wide, Cut::Wide) } else { (cut(line.span, Cut::Any, source), Cut::Any) };
    let texts: Vec<String> = words.iter().map(|word| word.of(source).to_owned()).collect();
    // Most lines of several words name no column at all: only then the rest is asked.
    let columns = texts.iter().filter(|text| COLUMNS.rule(text).is_some()).count();
    if texts.len() < FEWEST || columns == 0 || !is_header(&texts) {
        return None;
    }
    let other = |text: &&String| COLUMNS.rule(text).is_none() && (is_key_header(text) || is_period(text));
    let known = columns + texts.iter().filter(other).count();
    (known >= FEWEST && known * 3 >= texts.len() * 2).then_some(by)
}

fn kind_of(line: Span, words: Vec<Span>, columns: usize, key: Option<usize>, source: &str) -> Below {
    let numbered = key.and_then(|key| words.get(key)).is_some_and(|word| is_number(*word, source));
    match words.len() == columns && (numbered || key.is_none()) {
        true => Below::Whole(words),
        false if numbered => Below::Lacking(words),
        false => Below::Tail(line, words),
    }
}

/// Whether enough rows are whole. Without a column of numbers a line of another count may be anything.
fn is_table(below: &[Below], key: Option<usize>, by: Cut) -> bool {
    let count = |is: fn(&Below) -> bool| below.iter().filter(|line| is(line)).count();
    let whole = count(|line| matches!(line, Below::Whole(_)));
    let other = match key {
        Some(_) => count(|line| matches!(line, Below::Lacking(_))),
        None => count(|line| !matches!(line, Below::Whole(_))),
    };
    // Two spaces stand between cells only; one may stand anywhere.
    let enough = if by == Cut::Wide && key.is_some() { 1 } else { 7 };
    whole >= ROWS && whole * 10 >= (whole + other) * enough
}

/// Whether spaces keep columns, which then tell more than a count.
fn stands_in_columns(lines: &[Line], source: &str) -> bool {
    let wide = |line: &&Line| {
        let text = line.text(source);
        line.has_wide_gap && (text.contains("   ") || text.contains("\u{3000}\u{3000}"))
    };
    lines.iter().filter(wide).count() * 4 > lines.len()
}

pub(super) fn is_number(word: Span, source: &str) -> bool {
    WORDS.rule(word.of(source)).is_some_and(|rule| rule.kind == Kind::Number)
}

/// `合計 12,000`.
fn is_total(words: &[Span], source: &str) -> bool {
    let total = |word: &Span| WORDS.rule(word.of(source)).is_some_and(|rule| rule.kind == Kind::Total);
    words.len() <= FEWEST && words.first().is_some_and(total)
}

/// A number alone on its line, where rows have more: a page's.
fn printed_number(line: &Line, words: usize, source: &str) -> Option<FurnitureKind> {
    let number = || row_number(line.text(source)).is_some() && line.text(source).chars().all(char::is_numeric);
    (words == 1 && line.gap > 0 && number()).then_some(FurnitureKind::PageNumber)
}
