//! Which columns a page without a header shows.
//!
//! Where the page keeps the places of the page before it, those decide. Poppler, however, moves columns together on
//! every page as far as their words allow, and an empty column vanishes without a trace. Then the columns are told by
//! how often they are filled, how wide their words are and whether they are amounts; where two readings are about as
//! good, both are given and the reader decides.

use std::ops::Range;

use super::atom::Atom;

/// What a column is like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// Rows in which it may have been filled.
    pub rows: f64,
    /// Rows in which it was.
    pub filled: f64,
    /// Its words.
    pub words: f64,
    /// Words that are amounts.
    pub amounts: f64,
    /// Display columns of all words together.
    pub width: f64,
}

impl Look {
    fn rate(&self) -> f64 {
        (self.filled + 0.5) / (self.rows + 1.0)
    }

    fn amount(&self) -> f64 {
        (self.amounts + 0.1) / (self.words + 0.2)
    }

    fn wide(&self) -> f64 {
        (self.width + 1.0) / (self.words + 1.0)
    }

    pub fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.filled += other.filled;
        self.words += other.words;
        self.amounts += other.amounts;
        self.width += other.width;
    }

    /// How badly a page's column fits this one.
    fn misfit(&self, page: &Self) -> f64 {
        let kind = 6.0 * (self.amount() - page.amount()).abs();
        self.surprise(page.filled, page.rows).min(SURPRISE) + kind + (self.wide() / page.wide()).ln().abs().min(3.0)
    }

    /// How unlikely it is, in nats, that so many of so many rows fill it. Columns are filled more often on one page than
    /// on the next, so the share is taken for a loose one (a beta distribution).
    fn surprise(&self, filled: f64, rows: f64) -> f64 {
        let scale = if rows > MOST_ROWS { MOST_ROWS / rows } else { 1.0 };
        let (filled, rows) = ((filled * scale).round(), (rows * scale).round());
        let (yes, no) = (self.rate() * STRENGTH, (1.0 - self.rate()) * STRENGTH);
        let rise = |from: f64, steps: f64| (0..steps as usize).map(|step| (from + step as f64).ln()).sum::<f64>();
        rise(STRENGTH, rows) - rise(yes, filled) - rise(no, rows - filled)
    }

    /// How unlikely it is that a page with so many rows leaves it empty.
    fn absence(&self, rows: f64) -> f64 {
        self.surprise(0.0, rows) + VANISHED
    }
}

/// How many rows the share of the pages before counts for.
const STRENGTH: f64 = 8.0;
/// The most that the share of filled rows can speak against a column.
const SURPRISE: f64 = 6.0;
/// What speaks against an empty column besides its share.
const VANISHED: f64 = 2.0;
/// Of more rows than this a page's share alone is taken.
const MOST_ROWS: f64 = 30.0;
/// Readings this close to the best one (in nats) are not told apart.
const CLOSE: f64 = 3.0;
/// The most words, one beside the other, that a page may show of one column.
const WORDS: usize = 4;
/// The strain of taking an amount and a word beside it for one cell.
const UNLIKE: f64 = 10.0;
/// The cost of taking the numbers of rows for anything else.
const NEVER: f64 = 60.0;

/// The columns of a page that keeps the places of the page before it; `None` where one of them does not.
pub(super) fn same_places(atoms: &[Atom], known: &[Option<Atom>]) -> Option<Vec<Vec<usize>>> {
    let mut next: usize = 0;
    let mut place = |atom: &Atom| {
        let stands = |column: &usize| known[*column].as_ref().is_some_and(|known| is_same(atom, known));
        // A second word of cells stands before the next column begins.
        let inside = |column: &usize| {
            let next = known[column + 1..].iter().flatten().next().map_or(usize::MAX, |next| next.start);
            known[*column].as_ref().is_some_and(|known| (known.start..known.end).contains(&atom.start))
                && atom.end <= next
        };
        let again = next.checked_sub(1).filter(inside);
        let column = again.or_else(|| (next..known.len()).find(stands))?;
        next = column + 1;
        Some(vec![column])
    };
    atoms.iter().map(&mut place).collect()
}

/// Whether both begin, end or are centred in the same column of the display, give or take one.
fn is_same(one: &Atom, other: &Atom) -> bool {
    let overlaps = one.start < other.end && other.start < one.end;
    let middles = (one.start + one.end).abs_diff(other.start + other.end);
    overlaps && (one.start.abs_diff(other.start) <= 1 || one.end.abs_diff(other.end) <= 1 || middles <= 2)
}

/// A page without a header, column by column.
pub(super) struct Unnamed {
    pub looks: Vec<Look>,
    /// The rows in which each column is filled.
    pub filled: Vec<Vec<usize>>,
    /// For each column the strain of taking it as a second word of the column before it.
    pub joins: Vec<f64>,
    /// Which of its columns numbers the rows.
    pub key: Option<usize>,
}

impl Unnamed {
    /// What a few neighbouring columns are like if they are one.
    fn look(&self, columns: Range<usize>) -> Look {
        let mut all = self.looks[columns.start];
        let mut rows = self.filled[columns.start].clone();
        for column in columns.skip(1) {
            all.add(&Look { rows: 0.0, ..self.looks[column] });
            rows.extend(&self.filled[column]);
        }
        rows.sort_unstable();
        rows.dedup();
        Look { filled: rows.len() as f64, ..all }
    }

    /// What it costs to take these columns for each of the known ones.
    fn costs(&self, columns: Range<usize>, known: &[Look], key: Option<usize>) -> Vec<f64> {
        let unlike = |column: usize| (self.looks[column].amount() - self.looks[column - 1].amount()).abs();
        let join = |column: usize| self.joins[column] + UNLIKE * unlike(column);
        let joins: f64 = columns.clone().skip(1).map(join).sum();
        let look = self.look(columns.clone());
        let is_key = self.key.is_some_and(|own| columns.contains(&own));
        let strange = |column: usize| if is_key && key.is_some_and(|key| key != column) { NEVER } else { 0.0 };
        known.iter().enumerate().map(|(at, column)| column.misfit(&look) + joins + strange(at)).collect()
    }
}

/// For each column of the page the known columns that it may be: one where that is clear, none where nothing fits.
pub(super) fn alike(page: &Unnamed, known: &[Look], key: Option<usize>) -> Vec<Vec<usize>> {
    let (count, width) = (page.looks.len(), known.len());
    let rows = page.looks.iter().map(|look| look.rows).fold(0.0, f64::max);
    let absence: Vec<f64> = known.iter().map(|look| look.absence(rows)).collect();
    let groups: Vec<Vec<Vec<f64>>> = (0..count)
        .map(|from| (from + 1..=count.min(from + WORDS)).map(|to| page.costs(from..to, known, key)).collect())
        .collect();
    let before = before(&groups, &absence);
    let after = after(&groups, &absence);
    let mut total = vec![vec![f64::INFINITY; width]; count];
    for (from, costs) in groups.iter().enumerate() {
        for (words, costs) in costs.iter().enumerate() {
            for column in 0..width {
                let cost = before[from][column] + costs[column] + after[from + words + 1][column + 1];
                for word in &mut total[from..=from + words] {
                    word[column] = word[column].min(cost);
                }
            }
        }
    }
    let likely = |costs: &Vec<f64>| {
        let best = costs.iter().copied().fold(f64::INFINITY, f64::min);
        (0..width).filter(|column| best.is_finite() && costs[*column] <= best + CLOSE).collect()
    };
    total.iter().map(likely).collect()
}

/// `[n][c]`: the least cost of reading the first `n` columns of the page as some of the first `c` known ones.
fn before(groups: &[Vec<Vec<f64>>], absence: &[f64]) -> Vec<Vec<f64>> {
    let mut table = vec![vec![f64::INFINITY; absence.len() + 1]; groups.len() + 1];
    table[0][0] = 0.0;
    for column in 0..absence.len() {
        for from in 0..=groups.len() {
            table[from][column + 1] = table[from][column + 1].min(table[from][column] + absence[column]);
            for (words, costs) in groups.get(from).into_iter().flatten().enumerate() {
                let cost = table[from][column] + costs[column];
                let to = &mut table[from + words + 1][column + 1];
                *to = to.min(cost);
            }
        }
    }
    table
}

/// `[n][c]`: the least cost of reading the columns of the page from `n` on as some of the known ones from `c` on.
fn after(groups: &[Vec<Vec<f64>>], absence: &[f64]) -> Vec<Vec<f64>> {
    let mut table = vec![vec![f64::INFINITY; absence.len() + 1]; groups.len() + 1];
    table[groups.len()][absence.len()] = 0.0;
    for column in (0..absence.len()).rev() {
        for from in 0..=groups.len() {
            let mut best = table[from][column + 1] + absence[column];
            for (words, costs) in groups.get(from).into_iter().flatten().enumerate() {
                best = best.min(costs[column] + table[from + words + 1][column + 1]);
            }
            table[from][column] = best;
        }
    }
    table
}
