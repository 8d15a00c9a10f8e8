//! The header of a grid: its key line (`番号  担当課  事業名`), the lines above and below that belong to it, its cells.

use std::ops::Range;

use super::key::is_key_header;
use super::sheet::Sheet;
use super::word::Word;
use crate::rules::plan::{PERIODS, Period};
use crate::rules::table::Word as Kind;
use crate::span::{Span, is_space};
use crate::values::number::number;

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

    /// `（４月～６月）` below `第１四半期`.
    fn is_dated_by(&self, word: &Word, source: &str) -> bool {
        let kind = |text: &str| PERIODS.rule(text).map(|rule| rule.kind);
        let [label] = self.pieces.as_slice() else { return false };
        let label = kind(label.of(source)).is_some_and(|kind| !matches!(kind, Period::Months | Period::Month));
        label && word.text(source).starts_with(['（', '(']) && kind(word.text(source)) == Some(Period::Months)
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
            let header = header(sheet, at, key, found.first());
            found.push(header);
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
    let is_key = |word: &Word| sheet.kind(word) == Some(Kind::KeyHeader) || completes_key(sheet, at + 1, word);
    let key = words.iter().take(2).position(is_key)?;
    let plain = words.iter().all(|word| sheet.kind(word) != Some(Kind::Number) && word.end - word.start <= WIDEST);
    plain.then_some(key)
}

/// The header at a key line; `earlier` is the first one of the dump, which it may repeat.
fn header(sheet: &Sheet, key_line: usize, key: usize, earlier: Option<&Header>) -> Header {
    let key_word = sheet.words[key_line][key];
    let first = (0..REACH).take_while(|up| is_upper(sheet, key_line, *up, &key_word, earlier)).count();
    let last = (0..REACH).take_while(|down| is_lower(sheet, key_line, *down, &key_word)).count();
    let lines = key_line - first..key_line + last + 1;
    let (mut cells, groups) = cells(sheet, &lines, key_line);
    cells.sort_by_key(|cell| (cell.start, cell.end));
    let key = cells.iter().position(|cell| cell.pieces.contains(&key_word.span)).unwrap_or(0);
    Header { lines, cells, key, groups }
}

/// Whether the line `up + 1` lines above the key line still belongs to the header.
fn is_upper(sheet: &Sheet, key_line: usize, up: usize, key: &Word, earlier: Option<&Header>) -> bool {
    let Some(at) = key_line.checked_sub(up + 1) else { return false };
    let begins_page = at == 0 || sheet.lines[at - 1].page != sheet.lines[at].page;
    let words = &sheet.words[at];
    let right_of_key = words.iter().all(|word| word.start >= key.end);
    // What stood over several columns of the first page does so on the others.
    let known =
        || earlier.is_some_and(|header| header.groups.iter().any(|group| group.of(sheet.source) == sheet.text(at)));
    let alone = sheet.chunks(at) < 2 && !known();
    !sheet.is_apart(at + 1) && right_of_key && !sheet.is_note(at) && is_plain(sheet, at) && !(alone && begins_page)
}

/// Whether the line has nothing but the rest of a header that begins above it: `号` below `番`.
fn completes_key(sheet: &Sheet, at: usize, key: &Word) -> bool {
    let Some([rest]) = sheet.words.get(at).map(Vec::as_slice) else { return false };
    let whole = format!("{}{}", key.text(sheet.source), rest.text(sheet.source));
    rest.start < key.end && key.start < rest.end && is_key_header(&whole)
}

/// Whether the line `down + 1` lines below the key line still belongs to the header.
fn is_lower(sheet: &Sheet, key_line: usize, down: usize, key: &Word) -> bool {
    let at = key_line + down + 1;
    if at >= sheet.lines.len() || sheet.is_apart(at) || !is_plain(sheet, at) {
        return false;
    }
    if down == 0 && completes_key(sheet, at, key) {
        return true;
    }
    let words = &sheet.words[at];
    let above = |word: &Word| sheet.words[key_line].iter().any(|head| head.start < word.end && word.start < head.end);
    let bracketed = |word: &Word| word.text(sheet.source).starts_with(['（', '(']);
    let fills = words.iter().all(|word| !above(word) || bracketed(word));
    let parted = sheet.lines.get(at + 1).is_some_and(|_| sheet.is_apart(at + 1));
    let under_key = words.iter().any(|word| word.start < key.end && key.start < word.end);
    !under_key && (fills || parted && down == 0 || down == 0 && divides_wholly(sheet, at))
}

/// Whether a line divides the year below 実施時期: `４～６月　７～９月　…`, `上期　下期`, `R6　R7　R8`, other headers beside them or
/// not.
fn divides(sheet: &Sheet, at: usize) -> bool {
    let periods = sheet.words[at].iter().filter(|word| is_period(word.text(sheet.source)));
    periods.count() >= 2
}

/// The same of all its words.
fn divides_wholly(sheet: &Sheet, at: usize) -> bool {
    divides(sheet, at) && sheet.words[at].iter().all(|word| is_period(word.text(sheet.source)))
}

/// `４～６月`, `10-12`, `第１四半期`, `R6`, `令和６年度`.
pub(super) fn is_period(text: &str) -> bool {
    let number =
        |part: &str, most: u32| number(part.trim().trim_end_matches('月')).is_some_and(|n| (1..=most).contains(&n));
    let range =
        || text.split_once(['-', '－', '～', '〜', '~']).is_some_and(|(from, to)| number(from, 12) && number(to, 12));
    let year = || {
        let bare = text.trim_end_matches('度').trim_end_matches('年');
        let era = bare
            .strip_prefix(['R', 'Ｒ', 'H', 'Ｈ'])
            .or_else(|| bare.strip_prefix("令和"))
            .or_else(|| bare.strip_prefix("平成"));
        era.is_some_and(|year| number(year, 64)) || text.ends_with("年度") && number(bare, 2100)
    };
    PERIODS.rule(text).is_some() || range() || year()
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
            let divides = is_period(word.text(sheet.source)) && divides(sheet, at);
            let open = |cell: &&mut HeaderCell| {
                cell.last < at
                    && cell.goes_on(word, at, sheet.source)
                    && (!divides || cell.is_dated_by(word, sheet.source))
            };
            match cells.iter_mut().find(open) {
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
    // 実施時期 over 4-6 and 7-9 is a header over several columns, though it stands on the key line.
    let divided: Vec<bool> = cells
        .iter()
        .map(|cell| {
            let below = |other: &HeaderCell| other.last > key_line && other.overlaps(cell.start, cell.end);
            cell.last == key_line
                && lines.end > key_line + 1
                && divides_wholly(sheet, key_line + 1)
                && cells.iter().any(below)
        })
        .collect();
    let mut divided = divided.into_iter();
    let (cells, groups): (Vec<HeaderCell>, Vec<HeaderCell>) =
        cells.into_iter().partition(|cell| !divided.next().unwrap_or_default() && cell.last >= key_line);
    (cells, groups.into_iter().flat_map(|group| group.pieces).collect())
}
