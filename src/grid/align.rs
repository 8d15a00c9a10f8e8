//! Which columns a page without a header shows.
//!
//! Where the page keeps the places of the page before it, those decide. Poppler, however, moves columns together on
//! every page as far as their words allow, and an empty column vanishes without a trace. Then the columns are told by
//! how often they are filled, how wide their words are and whether they are amounts; where two readings are about as
//! good, both are given and the reader decides.

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
        let rate = self.rate();
        let fill = -(page.filled * rate.ln() + (page.rows - page.filled).max(0.0) * (1.0 - rate).ln());
        let kind = 6.0 * (self.amount() - page.amount()).abs();
        fill + kind + (self.wide() / page.wide()).ln().abs().min(3.0)
    }

    /// How unlikely it is that a page with so many rows leaves it empty.
    fn absence(&self, rows: f64) -> f64 {
        -rows * (1.0 - self.rate()).ln()
    }
}

/// Readings this close to the best one (in nats) are not told apart.
const CLOSE: f64 = 3.0;
/// The cost of taking the numbers of rows for anything else.
const NEVER: f64 = 60.0;

/// The columns of a page that keeps the places of the page before it; `None` where one of them does not.
pub(super) fn same_places(atoms: &[Atom], known: &[Option<Atom>]) -> Option<Vec<Vec<usize>>> {
    let mut next: usize = 0;
    let mut place = |atom: &Atom| {
        let stands = |column: &usize| known[*column].as_ref().is_some_and(|known| is_same(atom, known));
        let inside = |column: &usize| {
            known[*column].as_ref().is_some_and(|known| known.start <= atom.start && atom.end <= known.end)
        };
        // A second word of cells that have one more blank than the page before shows.
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
    /// For each column the cost of taking it as a second word of the column before it.
    pub joins: Vec<f64>,
    /// Which of its columns numbers the rows.
    pub key: Option<usize>,
}

/// For each column of the page the known columns that it may be: one where that is clear, none where nothing fits.
pub(super) fn alike(page: &Unnamed, known: &[Look], key: Option<usize>) -> Vec<Vec<usize>> {
    let rows = page.looks.iter().map(|look| look.rows).fold(0.0, f64::max);
    let mut absence: Vec<f64> = known.iter().map(|look| look.absence(rows)).collect();
    let mut misfit: Vec<Vec<f64>> =
        page.looks.iter().map(|look| known.iter().map(|column| column.misfit(look)).collect()).collect();
    if let (Some(at), Some(key)) = (page.key, key) {
        let others = misfit[at].iter_mut().enumerate().filter(|(column, _)| *column != key);
        others.for_each(|(_, misfit)| *misfit += NEVER);
    }
    let mut joins = page.joins.clone();
    let before = sweep(&misfit, &absence, &joins);
    misfit.reverse();
    misfit.iter_mut().for_each(|row| row.reverse());
    absence.reverse();
    // The join of a column with the one before it is, from the right, that of the one after.
    joins.reverse();
    joins.rotate_right(1);
    let mut after = sweep(&misfit, &absence, &joins);
    for table in [&mut after, &mut misfit] {
        table.reverse();
        table.iter_mut().for_each(|row| row.reverse());
    }
    (0..misfit.len())
        .map(|at| {
            let total: Vec<f64> =
                (0..known.len()).map(|column| before[at][column] + after[at][column] - misfit[at][column]).collect();
            let best = total.iter().copied().fold(f64::INFINITY, f64::min);
            (0..known.len()).filter(|column| best.is_finite() && total[*column] <= best + CLOSE).collect()
        })
        .collect()
}

/// The least cost of reading the columns up to and including one of the page as ending with one of the known.
fn sweep(misfit: &[Vec<f64>], absence: &[f64], joins: &[f64]) -> Vec<Vec<f64>> {
    let mut table: Vec<Vec<f64>> = Vec::with_capacity(misfit.len());
    for (at, row) in misfit.iter().enumerate() {
        let mut skipped = if at == 0 { 0.0 } else { f64::INFINITY };
        let mut costs = Vec::with_capacity(row.len());
        for (column, misfit) in row.iter().enumerate() {
            let here = table.last().map_or(f64::INFINITY, |before| before[column]);
            costs.push(misfit + skipped.min(here + joins[at]));
            skipped = (skipped + absence[column]).min(here);
        }
        table.push(costs);
    }
    table
}
