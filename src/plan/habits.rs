//! What the document itself repeats: names that it lists, widths at which its columns break, its categories, its words
//! for a schedule, its bullets. First guessed from the lines, then learned from the rows already read.

use rustc_hash::FxHashMap;

use crate::rules::plan::Column;
use crate::text::normal_form;

use super::atoms::{Atom, Form, Row};
use super::columns::Votes;
use super::tally::{Marks, Share};
use super::unbroken::is_unbroken;

/// A longer beginning of a row (in bytes) is no category.
const LONGEST_CATEGORY: usize = 120;

/// A shorter line (in display columns) is rather the rest of a name than one.
const SHORTEST_NAME: usize = 8;

/// The most cells that a row's schedule has, where a line is counted for each.
const MOST_PERIODS: usize = 4;

/// What the rows read so far show.
#[derive(Debug, Default)]
pub(super) struct Habits {
    /// For each column, the width at which it breaks its lines.
    pub widths: Vec<Option<usize>>,
    /// Votes of all lines together, before any column is known.
    pub any: Votes,
    /// Cells of the category column, and how often.
    pub categories: FxHashMap<String, u32>,
    /// Pieces of schedule cells, and how often.
    pub schedule: FxHashMap<String, u32>,
    /// What it says against a schedule cell that no other row has one like it.
    pub foreign: i32,
    /// Pieces that no row owns.
    pub loose: FxHashMap<String, u32>,
    /// For each column, with which marks its entries begin.
    pub marks: Vec<Marks>,
    /// For each column, whether it holds lists with 、.
    pub lists: Vec<Share>,
    /// For each column, whether rows fill it.
    pub filled: Vec<Share>,
    /// Whether lines of rows have white space at their ends.
    pub trailing: Share,
    /// Whether a cell that goes on in the next line may begin behind another one on its line.
    pub shared: Share,
    /// Whether blank lines stand between lines of a row.
    pub gaps: Share,
    /// What it says against a category that no two rows begin alike.
    pub unlike: i32,
    /// Every piece stands on a line of its own, the rows' numbers too: cells never share one, so few are empty.
    pub split: bool,
    /// No cell breaks its lines: each line is a cell, or an entry of one.
    pub unbroken: bool,
}

impl Habits {
    /// The habits before any row is read: lines that go on, whatever their column.
    pub fn guess(rows: &[Row], columns: &[Column], source: &str) -> Self {
        let count = columns.len();
        let mut habits = Self::empty(count);
        for row in rows {
            let atoms = &row.atoms;
            for pair in atoms.windows(2) {
                if continues(&pair[0], &pair[1]) {
                    habits.any.wrap(pair[0].width, pair[1].head);
                }
            }
            for atom in atoms.iter().filter(|atom| atom.last_on_line) {
                habits.trailing.add(atom.trailing);
            }
            for atom in atoms.iter().filter(|atom| atom.first_on_line) {
                habits.gaps.add(atom.gap > 0);
            }
            for length in 1..=atoms.len().min(2) {
                if atoms[length - 1].span.end - atoms[0].span.start > LONGEST_CATEGORY {
                    break;
                }
                let spans: Vec<_> = atoms[..length].iter().map(|atom| atom.span).collect();
                *habits.categories.entry(normal_form(source, &spans)).or_default() += 1;
            }
        }
        habits.categories.retain(|_, count| *count > 1);
        habits.unlike = if rows.len() > 3 && habits.categories.is_empty() { 8 } else { 0 };
        let alone = |row: &Row| row.atoms.iter().all(|atom| atom.first_on_line && atom.last_on_line);
        let filled = |row: &&Row| row.atoms.len() >= count;
        let split = rows.iter().all(alone) && rows.iter().filter(filled).count() * 10 >= rows.len() * 8;
        habits.split = rows.len() > 1 && (split || habits.has_whole_lines(rows, columns));
        habits.unbroken = is_unbroken(rows, source);
        habits
    }

    /// Whether no blank lines stand in rows, the number has a line of its own, and most rows have a line for each cell: then a
    /// space in a line is part of its cell.
    fn has_whole_lines(&self, rows: &[Row], columns: &[Column]) -> bool {
        let alone = |row: &Row| row.atoms.first().is_none_or(|atom| atom.first_on_line);
        let plain = columns.iter().filter(|column| **column != Column::Schedule).count();
        // What the schedule has of cells, each row has for itself.
        let most = plain + if plain < columns.len() { MOST_PERIODS } else { 0 };
        let cells = |row: &Row| row.atoms.iter().filter(|atom| atom.first_on_line).count();
        let whole = rows.iter().filter(|row| (plain..=most).contains(&cells(row))).count();
        // ⏎連絡会 先進地の視察 医師会 市立病院: too few lines, and enough words.
        let shared = rows.iter().filter(|row| cells(row) < plain && row.atoms.len() >= plain).count();
        self.gaps.yes == 0 && rows.iter().all(alone) && whole * 10 >= rows.len() * 6 && shared * 3 <= rows.len()
    }

    fn empty(count: usize) -> Self {
        Self {
            widths: vec![None; count],
            marks: vec![Marks::default(); count],
            lists: vec![Share::default(); count],
            filled: vec![Share::default(); count],
            ..Self::default()
        }
    }

    /// The habits that rows show whose pieces have been given their columns.
    pub fn learn(self, rows: &[Row], columns: &[Column], chosen: &[Vec<usize>], source: &str) -> Self {
        let Self { any, trailing, gaps, split, unbroken, unlike, .. } = self;
        let mut habits = Self { any, trailing, gaps, split, unbroken, unlike, ..Self::empty(columns.len()) };
        let mut votes = vec![Votes::default(); columns.len()];
        for (row, chosen) in rows.iter().zip(chosen) {
            habits.learn_row(row, columns, chosen, source);
            habits.learn_widths(&row.atoms, chosen, &mut votes, source);
        }
        habits.foreign = foreign(&habits.schedule);
        // A cell of the schedule ends where it likes.
        let wraps = columns
            .iter()
            .zip(&votes)
            .map(|(column, votes)| (*column != Column::Schedule).then(|| votes.best()).flatten());
        habits.widths = wraps.map(|best| best.map(|(width, _)| width)).collect();
        habits
    }

    fn learn_widths(&mut self, atoms: &[Atom], chosen: &[usize], votes: &mut [Votes], source: &str) {
        for (at, atom) in atoms.iter().enumerate() {
            let Some(own) = votes.get_mut(chosen[at]) else { continue };
            // A full stop may hang over the edge.
            let hangs = atom.last_on_line && atom.span.of(source).ends_with(['、', '。']);
            let width = atom.width - if hangs { 2.min(atom.width) } else { 0 };
            own.line(width);
            let next = atoms.get(at + 1).filter(|_| chosen.get(at + 1) == Some(&chosen[at]));
            let goes_on =
                |next: &&Atom| next.first_on_line && next.gap == 0 && next.form == Form::Plain && !stacked(atom, next);
            if let Some(next) = next.filter(goes_on) {
                own.wrap(width, next.head + atom.width - width);
                self.shared.add(!atom.first_on_line);
            }
        }
    }

    fn learn_row(&mut self, row: &Row, columns: &[Column], chosen: &[usize], source: &str) {
        let atoms = &row.atoms;
        for (at, column) in columns.iter().enumerate() {
            let mut own = atoms.iter().zip(chosen).filter(|(_, to)| **to == at).map(|(atom, _)| atom).peekable();
            self.filled[at].add(own.peek().is_some());
            let own: Vec<&Atom> =
                own.filter(|atom| !matches!(atom.form, Form::Reference | Form::ReferenceRest)).collect();
            let Some(first) = own.first() else { continue };
            let entries = own.iter().filter(|atom| atom.form == Form::Bullet || std::ptr::eq(**atom, *first));
            entries.for_each(|atom| self.marks[at].add(bullet(atom, source)));
            self.lists[at].add(own.iter().any(|atom| atom.likeness.list));
            match column {
                Column::Category => {
                    let spans: Vec<_> = own.iter().map(|atom| atom.span).collect();
                    *self.categories.entry(normal_form(source, &spans)).or_default() += 1;
                }
                // At a page's end a word may float that is no cell.
                Column::Schedule if row.closing => {}
                Column::Schedule => own.iter().for_each(|atom| count_word(&mut self.schedule, atom, source)),
                Column::Number
                | Column::Name
                | Column::Content
                | Column::Lead
                | Column::Cooperating
                | Column::Other => {}
            }
        }
        let loose = atoms.iter().zip(chosen).filter(|(_, to)| **to == columns.len());
        let sure = loose.filter(|(atom, _)| atom.turn || atom.trailing);
        sure.for_each(|(atom, _)| count_word(&mut self.loose, atom, source));
    }
}

/// A schedule of few words that come again and again makes a new word suspicious; one of many words does not.
fn foreign(words: &FxHashMap<String, u32>) -> i32 {
    let all: u32 = words.values().sum();
    let again: u32 = words.values().filter(|count| **count > 1).sum();
    if all < 4 { 0 } else { i32::try_from(25 * again / all).unwrap_or(0) }
}

fn count_word(words: &mut FxHashMap<String, u32>, atom: &Atom, source: &str) {
    let text = atom.span.of(source);
    match words.get_mut(text) {
        Some(count) => *count += 1,
        None => {
            words.insert(text.to_owned(), 1);
        }
    }
}

/// Whether the second piece may be the rest of the first, wrapped.
fn continues(before: &Atom, atom: &Atom) -> bool {
    let own_line = before.first_on_line && before.last_on_line && atom.first_on_line && atom.last_on_line;
    own_line && atom.gap == 0 && atom.form == Form::Plain && !atom.turn && !stacked(before, atom)
}

/// Whether two names stand one below the other: neither is cut, so they say nothing of a column's width.
fn stacked(before: &Atom, atom: &Atom) -> bool {
    let listed = before.likeness.list || atom.likeness.list || atom.after_comma || atom.open;
    // あおぞ above ら会: too short for a name.
    atom.width >= SHORTEST_NAME
        && !listed
        && before.likeness.organization > 0
        && atom.likeness.organization > 0
        && atom.likeness.rest == 0
}

/// The mark with which a piece begins.
pub(super) fn bullet(atom: &Atom, source: &str) -> Option<char> {
    atom.mark.of(source).chars().next()
}
