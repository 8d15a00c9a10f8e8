//! The columns that the words of one page show by themselves: stretches of display columns parted by white rivers.
//!
//! A *core* is a stretch that many rows cover. Words are wider than cores and may reach over a neighbour's edge, so a
//! river need not be clean; what counts is that hardly any word covers two cores. Words that touch no core make up the
//! sparse columns between them.

use super::river::{parted, split, touching};
use super::word::Word;

/// Share of the rows, in percent, that must cover a core, or show a river in one.
pub(super) const CORE: usize = 30;

/// Share of the words, in percent, that may cover two cores without making them one.
const CROSSING: usize = 15;

/// A word may reach this far into a neighbour's core.
pub(super) const OVERHANG: usize = 2;

/// A column as one page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Atom {
    /// First display column of its words.
    pub start: usize,
    /// The display column after the last of its words.
    pub end: usize,
}

/// The columns of a page and the column of each word, line by line; a word that covers several has none.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    pub atoms: Vec<Atom>,
    pub of_words: Vec<Vec<Option<usize>>>,
}

/// A stretch of columns.
pub(super) type Stretch = (usize, usize);

/// Finds the columns of lines that make up about `rows` rows; `middles` are those of the headers, from left to right.
pub(super) fn atoms(lines: &[&[Word]], rows: usize, middles: &[usize]) -> Atoms {
    let cores = merged(&cores(lines, rows), lines);
    let cores: Vec<Stretch> = cores.into_iter().flat_map(|core| parted(core, touching(core, lines), rows)).collect();
    let cores = cores.into_iter().flat_map(|core| split(core, middles, lines)).collect();
    let stretches = with_sparse(cores, lines);
    let of_words: Vec<Vec<Option<usize>>> =
        lines.iter().map(|words| words.iter().map(|word| place(word, &stretches)).collect()).collect();
    let mut atoms: Vec<Atom> = stretches.iter().map(|(start, end)| Atom { start: *start, end: *end }).collect();
    for (word, at) in lines.iter().zip(&of_words).flat_map(|(words, places)| words.iter().zip(places)) {
        if let Some(atom) = at.and_then(|at| atoms.get_mut(at)) {
            atom.start = atom.start.min(word.start);
            atom.end = atom.end.max(word.end);
        }
    }
    Atoms { atoms, of_words }
}

/// The stretches that many lines cover.
fn cores(lines: &[&[Word]], rows: usize) -> Vec<Stretch> {
    let width = lines.iter().filter_map(|words| words.last()).map(|word| word.end).max().unwrap_or(0);
    let mut steps = vec![0_isize; width + 1];
    for word in lines.iter().flat_map(|words| words.iter()) {
        steps[word.start] += 1;
        steps[word.end] -= 1;
    }
    let enough = (rows * CORE).div_ceil(100).max(1) as isize;
    let mut found: Vec<Stretch> = Vec::new();
    let mut cover = 0;
    for (column, step) in steps.iter().enumerate() {
        cover += step;
        if cover < enough {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.1 == column => last.1 = column + 1,
            Some(_) | None => found.push((column, column + 1)),
        }
    }
    found
}

/// Neighbours between which many words reach are one.
fn merged(cores: &[Stretch], lines: &[&[Word]]) -> Vec<Stretch> {
    let mut touching = vec![0_usize; cores.len()];
    let mut crossing = vec![0_usize; cores.len()];
    for words in lines {
        for word in *words {
            let covered = covered(word, cores);
            // A lone word over three columns or more is a line of its own kind.
            if covered.len() > 2 && words.len() == 1 {
                continue;
            }
            covered.clone().for_each(|at| touching[at] += 1);
            covered.skip(1).for_each(|at| crossing[at] += 1);
        }
    }
    let mut out: Vec<(Stretch, usize)> = Vec::new();
    for (at, core) in cores.iter().enumerate() {
        match out.last_mut() {
            Some((last, touched)) if crossing[at] * 100 > CROSSING * (*touched).min(touching[at]) => {
                last.1 = core.1;
                *touched += touching[at] - crossing[at];
            }
            Some(_) | None => out.push((*core, touching[at])),
        }
    }
    out.into_iter().map(|(core, _)| core).collect()
}

/// The stretches that a word covers, by number.
fn covered(word: &Word, stretches: &[Stretch]) -> std::ops::Range<usize> {
    let first = stretches.partition_point(|stretch| stretch.1 <= word.start);
    let last = stretches.partition_point(|stretch| stretch.0 < word.end);
    first..last.max(first)
}

/// Adds a stretch for every group of overlapping words that touch no core.
fn with_sparse(mut cores: Vec<Stretch>, lines: &[&[Word]]) -> Vec<Stretch> {
    let mut free: Vec<Stretch> = lines
        .iter()
        .flat_map(|words| words.iter())
        .filter(|word| covered(word, &cores).is_empty())
        .map(|word| (word.start, word.end))
        .collect();
    free.sort_unstable();
    let mut sparse: Vec<Stretch> = Vec::new();
    for word in free {
        match sparse.last_mut() {
            Some(last) if word.0 < last.1 => last.1 = last.1.max(word.1),
            Some(_) | None => sparse.push(word),
        }
    }
    cores.extend(sparse);
    cores.sort_unstable();
    cores
}

/// The stretch in which a word stands; none where it plainly covers several.
fn place(word: &Word, stretches: &[Stretch]) -> Option<usize> {
    let overlap = |at: usize| {
        let stretch = stretches[at];
        stretch.1.min(word.end) - stretch.0.max(word.start)
    };
    let most = covered(word, stretches).max_by_key(|at| overlap(*at))?;
    covered(word, stretches).all(|at| at == most || overlap(at) <= OVERHANG).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    /// A line's words from the columns in which they begin and end.
    fn line(words: &[Stretch]) -> Vec<Word> {
        words.iter().map(|(start, end)| Word::at(Span::new(0, 0), *start, *end)).collect()
    }

    fn read(lines: &[Vec<Word>]) -> (Vec<Stretch>, Vec<Vec<Option<usize>>>) {
        let lines: Vec<&[Word]> = lines.iter().map(Vec::as_slice).collect();
        let found = atoms(&lines, lines.len(), &[]);
        (found.atoms.iter().map(|atom| (atom.start, atom.end)).collect(), found.of_words)
    }

    #[test]
    fn a_river_need_not_be_clean() {
        let lines = [
            line(&[(0, 2), (13, 18), (19, 30)]),
            line(&[(0, 2), (13, 18), (19, 25)]),
            line(&[(0, 2), (13, 18), (19, 35)]),
            line(&[(0, 2), (11, 17), (18, 30)]),
            line(&[(0, 2), (13, 19), (20, 26)]),
        ];
        let (columns, places) = read(&lines);
        assert_eq!(columns, [(0, 2), (11, 19), (18, 35)]);
        assert!(places.iter().all(|line| line == &[Some(0), Some(1), Some(2)]));
    }

    #[test]
    fn a_column_that_few_rows_fill_is_a_column() {
        let mut lines = vec![line(&[(0, 2), (10, 20)]); 8];
        lines.push(line(&[(0, 2), (10, 20), (30, 34)]));
        assert_eq!(read(&lines).0, [(0, 2), (10, 20), (30, 34)]);
    }

    #[test]
    fn a_word_over_several_columns_stands_in_none() {
        let mut lines = vec![line(&[(0, 2), (10, 20), (30, 34)]); 8];
        lines.push(line(&[(0, 34)]));
        assert_eq!(read(&lines).1[8], [None]);
    }
}
