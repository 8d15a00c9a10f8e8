//! One page of a grid: its lines, which of them carry a row's number, and the columns that they show.

use std::ops::Range;

use super::align::Look;
use super::atom::{Atom, Atoms, atoms};
use super::header::{Header, HeaderCell};
use super::sheet::Sheet;
use super::word::Word;
use crate::line::columns;
use crate::rules::table::Word as Kind;

/// How far a number may stand from the place of its header.
const NEAR: usize = 3;

/// A page of a grid.
#[derive(Debug)]
pub(super) struct Panel<'h> {
    /// The header that stands on this page above the lines.
    pub header: Option<&'h Header>,
    /// The lines, by their place in the sheet.
    pub lines: Vec<usize>,
    /// What each of the lines is.
    pub roles: Vec<Role>,
    /// The columns of the page; a barrier's words have none.
    pub atoms: Atoms,
    /// For each column of the page the columns of the table that it may be.
    pub columns: Vec<Vec<usize>>,
    /// Which column of the page numbers the rows.
    pub key: Option<usize>,
}

/// What a line is to the rows of its page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// It carries a row's number, or opens a row without one.
    Opens,
    /// It is part of the row above or below.
    Belongs,
    /// A heading across the table.
    Barrier,
}

/// Where the numbers of the rows stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// Display columns.
    start: usize,
    end: usize,
    /// How many words may stand before it.
    before: usize,
}

impl Key {
    pub fn of(header: &Header) -> Self {
        let cell = &header.cells[header.key];
        Self { start: cell.start, end: cell.end, before: header.key }
    }

    /// Where the numbers stand in lines without a header: the leftmost words that are numbers.
    pub fn in_lines(sheet: &Sheet, lines: &[usize], before: usize) -> Option<Self> {
        let numbers = lines.iter().filter_map(|at| {
            sheet.words[*at].iter().take(before + 1).find(|word| sheet.kind(word) == Some(Kind::Number))
        });
        let leftmost = numbers.min_by_key(|word| word.start)?;
        Some(Self { start: leftmost.start, end: leftmost.end, before })
    }

    fn holds(&self, word: &Word) -> bool {
        word.start < self.end + NEAR && self.start < word.end + NEAR
    }

    /// The word of the line that numbers its row.
    pub fn word<'w>(&self, sheet: &'w Sheet, at: usize) -> Option<&'w Word> {
        let words = sheet.words[at].iter().take(self.before + 1);
        words.into_iter().find(|word| self.holds(word) && sheet.kind(word) == Some(Kind::Number))
    }

    /// What the line is, where no number on this page reaches beyond `edge`.
    fn role(&self, sheet: &Sheet, at: usize, edge: usize) -> Role {
        let words = &sheet.words[at];
        let total =
            words.len() > 1 && words.iter().take(self.before + 2).any(|word| sheet.kind(word) == Some(Kind::Total));
        if total || self.word(sheet, at).is_some() {
            return Role::Opens;
        }
        match words.first() {
            Some(first) if self.before == 0 && first.start < edge => match sheet.chunks(at) {
                1 | 2 => Role::Barrier,
                _ => Role::Opens,
            },
            Some(_) | None => Role::Belongs,
        }
    }
}

impl<'h> Panel<'h> {
    /// Reads a page; `None` where no line of it opens a row.
    pub fn new(sheet: &Sheet, header: Option<&'h Header>, mut lines: Vec<usize>, key: Key) -> Option<Self> {
        let numbers = lines.iter().filter_map(|at| key.word(sheet, *at));
        let edge = numbers.map(|word| word.end).max()?;
        let mut roles: Vec<Role> = lines.iter().map(|at| key.role(sheet, *at, edge)).collect();
        let kept = end(sheet, &lines, &roles);
        lines.truncate(kept);
        roles.truncate(kept);
        let words = |at: usize| if roles[at] == Role::Barrier { &[][..] } else { sheet.words[lines[at]].as_slice() };
        let words: Vec<&[Word]> = (0..lines.len()).map(words).collect();
        let rows = roles.iter().filter(|role| **role == Role::Opens).count();
        let middles: Vec<usize> =
            header.iter().flat_map(|header| header.cells.iter().map(HeaderCell::middle)).collect();
        let atoms = atoms(&words, rows, &middles);
        let mut panel = Self { header, lines, roles, atoms, columns: Vec::new(), key: None };
        panel.drop_overlong_tail();
        panel.key = panel.find_key(sheet, key);
        Some(panel)
    }

    /// The words of each line that is part of a row.
    pub fn words<'w>(&self, sheet: &'w Sheet) -> Vec<&'w [Word]> {
        let words = |(at, role): (&usize, &Role)| match role {
            Role::Barrier => &[][..],
            Role::Opens | Role::Belongs => sheet.words[*at].as_slice(),
        };
        self.lines.iter().zip(&self.roles).map(words).collect()
    }

    pub fn rows(&self) -> usize {
        self.roles.iter().filter(|role| **role == Role::Opens).count()
    }

    /// The columns of the table that a word covers.
    pub fn covered(&self, word: &Word) -> Vec<usize> {
        let atoms = self.atoms.atoms.iter().zip(&self.columns);
        let covered = atoms.filter(|(atom, _)| atom.start < word.end && word.start < atom.end);
        let mut columns: Vec<usize> = covered.flat_map(|(_, columns)| columns.iter().copied()).collect();
        columns.dedup();
        columns
    }

    /// Below the last row, the first line that does not keep to the columns ends the table.
    fn drop_overlong_tail(&mut self) {
        let last = self.roles.iter().rposition(|role| *role == Role::Opens).unwrap_or(0);
        let kept = (last + 1..self.lines.len()).find(|at| self.atoms.of_words[*at].contains(&None));
        let kept = kept.unwrap_or(self.lines.len());
        self.lines.truncate(kept);
        self.roles.truncate(kept);
        self.atoms.of_words.truncate(kept);
    }

    /// The column in which most numbers of rows stand.
    fn find_key(&self, sheet: &Sheet, key: Key) -> Option<usize> {
        let mut votes = vec![0_usize; self.atoms.atoms.len()];
        for (at, line) in self.lines.iter().enumerate() {
            let Some(number) = key.word(sheet, *line) else { continue };
            let word = sheet.words[*line].iter().position(|word| word == number);
            let atom = word.and_then(|word| *self.atoms.of_words[at].get(word)?);
            if let Some(atom) = atom {
                votes[atom] += 1;
            }
        }
        (0..votes.len()).filter(|atom| votes[*atom] > 0).max_by_key(|atom| votes[*atom])
    }

    /// What the columns of the page are like, and in which rows each is filled; lines count for the row whose number
    /// stands nearest.
    pub fn looks(&self, sheet: &Sheet) -> (Vec<Look>, Vec<Vec<usize>>) {
        let mut looks = vec![Look { rows: self.rows() as f64, ..Look::default() }; self.atoms.atoms.len()];
        let mut filled: Vec<Vec<usize>> = vec![Vec::new(); looks.len()];
        let anchors: Vec<usize> = (0..self.lines.len()).filter(|at| self.roles[*at] == Role::Opens).collect();
        for (at, words) in self.words(sheet).into_iter().enumerate() {
            let row = nearest(&anchors, at);
            for (word, atom) in words.iter().zip(&self.atoms.of_words[at]) {
                let Some(atom) = *atom else { continue };
                let look = &mut looks[atom];
                look.words += 1.0;
                look.amounts += f64::from(u8::from(is_amount(word.text(sheet.source))));
                look.width += columns(word.text(sheet.source)) as f64;
                if filled[atom].last() != Some(&row) {
                    filled[atom].push(row);
                }
            }
        }
        for (look, filled) in looks.iter_mut().zip(&filled) {
            look.filled = (filled.len() as f64).min(look.rows);
        }
        (looks, filled)
    }

    /// Where each column of the table stands on this page.
    pub fn places(&self, count: usize) -> Vec<Option<Atom>> {
        let mut places: Vec<Option<Atom>> = vec![None; count];
        for (atom, columns) in self.atoms.atoms.iter().zip(&self.columns) {
            let [column] = columns.as_slice() else { continue };
            places[*column] = Some(match &places[*column] {
                Some(known) => Atom { start: known.start.min(atom.start), end: known.end.max(atom.end) },
                None => atom.clone(),
            });
        }
        places
    }
}

/// The lines of a range, page by page, without what the page prints.
pub(super) fn pages(sheet: &Sheet, range: Range<usize>) -> Vec<Vec<usize>> {
    let mut pages: Vec<Vec<usize>> = Vec::new();
    for at in range.filter(|at| sheet.furniture[*at].is_none()) {
        match pages.last_mut() {
            Some(page) if sheet.lines[page[0]].page == sheet.lines[at].page => page.push(at),
            Some(_) | None => pages.push(vec![at]),
        }
    }
    pages
}

/// How many of a page's lines can belong to its rows: below the last number, a note, a heading or a larger gap ends it.
fn end(sheet: &Sheet, lines: &[usize], roles: &[Role]) -> usize {
    let last = roles.iter().rposition(|role| *role == Role::Opens).unwrap_or(0);
    // ※新規 below the name of the last row, or beside other cells, is a remark of that row.
    let beside = |line: usize| {
        let close = sheet.lines[line].gap <= sheet.usual_gap;
        let below = |word: &Word| sheet.words[lines[last]].iter().any(|above| above.start == word.start);
        close && sheet.words[line].first().is_some_and(|first| below(first) || sheet.chunks(line) > 1)
    };
    let ends = |at: &usize| {
        let line = lines[*at];
        let note = sheet.is_note(line) && !beside(line);
        roles[*at] == Role::Barrier || note || sheet.lines[line].gap > sheet.usual_gap + 1
    };
    (last + 1..lines.len()).find(ends).unwrap_or(lines.len())
}

fn nearest(anchors: &[usize], at: usize) -> usize {
    let after = anchors.partition_point(|anchor| *anchor < at);
    match (after.checked_sub(1).map(|before| at - anchors[before]), anchors.get(after).map(|next| next - at)) {
        (Some(up), Some(down)) if up <= down => after - 1,
        (Some(_), None) => after - 1,
        (_, _) => after,
    }
}

/// `299,244`, `△ 213`, `0`, `３．５％`: a number and nothing else.
pub(super) fn is_amount(text: &str) -> bool {
    let mut digits = 0;
    let plain = text.chars().all(|c| {
        digits += usize::from(c.is_numeric());
        c.is_numeric() || ",，.．、△▲-−－+%％() （）".contains(c)
    });
    plain && digits > 0
}
