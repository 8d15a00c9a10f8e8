//! The header of a grid: its key line (`番号  担当課  事業名`), the lines above and below that belong to it, its cells.

use std::ops::Range;

use super::sheet::Sheet;
use super::word::Word;
use crate::rules::table::Word as Kind;
use crate::span::{Span, is_space};

/// How many lines a header may take above and below its key line.
const REACH: usize = 4;
/// The most words that a header line may have.
const MOST: usize = 64;
/// The widest word of a header's further lines, in display columns.
const WIDEST: usize = 28;
/// How far the middles of two lines of one header cell may lie apart, in half columns.
const OFF_MIDDLE: usize = 3;

/// A header as it stands on one page.
#[derive(Debug)]
pub(super) struct Header {
    /// The lines that it takes.
    pub lines: Range<usize>,
    /// The headers of the columns, from left to right.
    pub cells: Vec<HeaderCell>,
    /// Which of the cells numbers the rows.
    pub key: usize,
    /// Headers over several columns, `財源内訳`.
    pub groups: Vec<Span>,
}

/// The header of one column, one piece for each line.
#[derive(Clone, Debug)]
pub(super) struct HeaderCell {
    pub pieces: Vec<Span>,
    pub start: usize,
    pub end: usize,
    /// Its last line.
    last: usize,
}

impl HeaderCell {
    pub fn middle(&self) -> usize {
        usize::midpoint(self.start, self.end)
    }

    fn overlaps(&self, start: usize, end: usize) -> bool {
        self.start < end && start < self.end
    }

    /// Whether the word is a further line of this cell: near it, and below its middle or its beginning. Letters set
    /// apart fill the width of several columns.
    fn goes_on(&self, word: &Word, line: usize, source: &str) -> bool {
        let apart = self.pieces.iter().any(|piece| piece.of(source).contains(is_space));
        let off = (self.start + self.end).abs_diff(word.start + word.end);
        line <= self.last + 2
            && !apart
            && self.overlaps(word.start, word.end)
            && (off <= OFF_MIDDLE || self.start == word.start)
    }
}

/// The headers of a dump, in order.
pub(super) fn headers(sheet: &Sheet) -> Vec<Header> {
    let mut found: Vec<Header> = Vec::new();
    for at in 0..sheet.lines.len() {
        let free = found.last().is_none_or(|last| last.lines.end <= at);
        if let Some(key) = key_word(sheet, at).filter(|_| free) {
            found.push(header(sheet, at, key));
        }
    }
    found
}

/// Which word of a line is the header of the numbering column, where the line is a header at all.
fn key_word(sheet: &Sheet, at: usize) -> Option<usize> {
    if sheet.furniture[at].is_some() || sheet.words[at].len() > MOST || sheet.chunks(at) < 2 {
        return None;
    }
    let words = &sheet.words[at];
    let key = words.iter().take(2).position(|word| sheet.kind(word) == Some(Kind::KeyHeader))?;
    let plain = words.iter().all(|word| sheet.kind(word) != Some(Kind::Number) && word.end - word.start <= WIDEST);
    plain.then_some(key)
}

fn header(sheet: &Sheet, key_line: usize, key: usize) -> Header {
    let key_word = sheet.words[key_line][key];
    let first = (0..REACH).take_while(|up| is_upper(sheet, key_line, *up, &key_word)).count();
    let last = (0..REACH).take_while(|down| is_lower(sheet, key_line, *down, &key_word)).count();
    let lines = key_line - first..key_line + last + 1;
    let (mut cells, groups) = cells(sheet, &lines, key_line);
    cells.sort_by_key(|cell| (cell.start, cell.end));
    let key = cells.iter().position(|cell| cell.pieces.contains(&key_word.span)).unwrap_or(0);
    Header { lines, cells, key, groups }
}

/// Whether the line `up + 1` lines above the key line still belongs to the header.
fn is_upper(sheet: &Sheet, key_line: usize, up: usize, key: &Word) -> bool {
    let Some(at) = key_line.checked_sub(up + 1) else { return false };
    let begins_page = at == 0 || sheet.lines[at - 1].page != sheet.lines[at].page;
    let words = &sheet.words[at];
    let right_of_key = words.iter().all(|word| word.start >= key.end);
    let alone = sheet.chunks(at) < 2;
    !sheet.is_apart(at + 1) && right_of_key && !sheet.is_note(at) && is_plain(sheet, at) && !(alone && begins_page)
}

/// Whether the line `down + 1` lines below the key line still belongs to the header.
fn is_lower(sheet: &Sheet, key_line: usize, down: usize, key: &Word) -> bool {
    let at = key_line + down + 1;
    if at >= sheet.lines.len() || sheet.is_apart(at) || !is_plain(sheet, at) {
        return false;
    }
    let words = &sheet.words[at];
    let above = |word: &Word| sheet.words[key_line].iter().any(|head| head.start < word.end && word.start < head.end);
    let bracketed = |word: &Word| word.text(sheet.source).starts_with(['（', '(']);
    let fills = words.iter().all(|word| !above(word) || bracketed(word));
    let parted = sheet.lines.get(at + 1).is_some_and(|_| sheet.is_apart(at + 1));
    let under_key = words.iter().any(|word| word.start < key.end && key.start < word.end);
    !under_key && (fills || parted && down == 0)
}

/// Whether the line has only short words and none of them a number: nothing that a row would say.
fn is_plain(sheet: &Sheet, at: usize) -> bool {
    sheet.furniture[at].is_none()
        && sheet.words[at].len() <= MOST
        && sheet.words[at].iter().all(|word| {
            let text = word.text(sheet.source);
            let amount = text.chars().all(|c| c.is_numeric() || ",，.．△ ".contains(c));
            !amount && word.end - word.start <= WIDEST && !text.ends_with('。')
        })
}

/// The cells of the lowest level, and the words that stand over several of them: all that has nothing on the key line
/// or below it.
fn cells(sheet: &Sheet, lines: &Range<usize>, key_line: usize) -> (Vec<HeaderCell>, Vec<Span>) {
    let mut cells: Vec<HeaderCell> = Vec::new();
    for at in lines.clone() {
        for word in &sheet.words[at] {
            match cells.iter_mut().find(|cell| cell.last < at && cell.goes_on(word, at, sheet.source)) {
                Some(cell) => {
                    cell.pieces.push(word.span);
                    cell.start = cell.start.min(word.start);
                    cell.end = cell.end.max(word.end);
                    cell.last = at;
                }
                None => cells.push(HeaderCell { pieces: vec![word.span], start: word.start, end: word.end, last: at }),
            }
        }
    }
    let (cells, groups): (Vec<HeaderCell>, Vec<HeaderCell>) = cells.into_iter().partition(|cell| cell.last >= key_line);
    (cells, groups.into_iter().flat_map(|group| group.pieces).collect())
}
