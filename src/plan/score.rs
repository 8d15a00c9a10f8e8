//! Which piece of a row stands in which column: one scoring model, and a dynamic programme over the column order.
//!
//! Pieces come in the order of the columns, so an assignment never goes back. It is worth the sum of two things: how each
//! piece *fits* its column, and how likely each *step* from one piece to the next is. The points are rough logarithms of
//! odds: 10 is a hint, 30 is as good as proof. The last state, after all columns, is "no column": what floats.

use crate::rules::plan::Column;
use crate::text::normal_form;

use super::atoms::{Atom, Form, Row};
use super::columns::{Fill, fill};
use super::habits::{Habits, bullet};

/// What no assignment may do.
const NEVER: i32 = -10_000;

/// What the document says of one piece by repeating it.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// It is, or begins, a category that stands in several rows.
    category: i32,
    /// With the piece before it, it makes such a category.
    completes: bool,
    /// It is a word of the schedule.
    schedule: i32,
    /// It floats elsewhere.
    loose: bool,
    /// It stands at the end of a page and is no word of the schedule that this document has.
    foreign: i32,
}

/// The model for one document.
pub(super) struct Model<'h> {
    columns: &'h [Column],
    habits: &'h Habits,
    source: &'h str,
}

/// The columns of a row's pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Assignment {
    /// For each piece the index of its column; the number of columns where it floats.
    pub columns: Vec<usize>,
    /// For each piece the next best column, where that is nearly as good.
    pub doubts: Vec<Option<usize>>,
}

/// How close the second-best reading must be to be reported.
const CLOSE: i32 = 6;

impl<'h> Model<'h> {
    pub fn new(columns: &'h [Column], habits: &'h Habits, source: &'h str) -> Self {
        Self { columns, habits, source }
    }

    /// The best assignment of the pieces of one row.
    pub fn assign(&self, row: &Row) -> Assignment {
        let atoms = &row.atoms[..];
        let states = self.columns.len() + 1;
        let known: Vec<Known> = (0..atoms.len()).map(|at| self.known(row, at)).collect();
        let mut forward: Vec<Vec<i32>> = Vec::with_capacity(atoms.len());
        for at in 0..atoms.len() {
            let row = (0..states).map(|to| {
                let before = self.sources(to).map(|from| self.arrive(&forward, atoms, &known, at, from, to));
                before.max().unwrap_or(NEVER) + self.fit(to, &atoms[at], &known[at])
            });
            let row = row.collect();
            forward.push(row);
        }
        let backward = self.backward(atoms, &known);
        let columns = self.path(atoms, &known, &backward);
        Assignment { doubts: doubts(&forward, &backward, &columns), columns }
    }

    /// For each piece and column, the best that can follow.
    fn backward(&self, atoms: &[Atom], known: &[Known]) -> Vec<Vec<i32>> {
        let states = self.columns.len() + 1;
        let mut rows = vec![(0..states).map(|last| self.end(last)).collect::<Vec<_>>()];
        for at in (1..atoms.len()).rev() {
            let after = &rows[rows.len() - 1];
            let fits: Vec<i32> = (0..states).map(|to| self.fit(to, &atoms[at], &known[at]) + after[to]).collect();
            let row = (0..states).map(|from| {
                let next =
                    (from..states).map(|to| self.step(from, to, &atoms[at - 1], &atoms[at], &known[at]) + fits[to]);
                next.max().unwrap_or(NEVER)
            });
            let row = row.collect();
            rows.push(row);
        }
        rows.reverse();
        rows
    }

    /// The best columns, from the first piece on.
    fn path(&self, atoms: &[Atom], known: &[Known], backward: &[Vec<i32>]) -> Vec<usize> {
        let states = self.columns.len() + 1;
        let mut path: Vec<usize> = Vec::with_capacity(atoms.len());
        for (at, atom) in atoms.iter().enumerate() {
            let worth = |to: usize| {
                let arrival = match path.last() {
                    None => self.skips(0, to) + self.begin(to, atom),
                    Some(from) => self.step(*from, to, &atoms[at - 1], atom, &known[at]),
                };
                arrival + self.fit(to, atom, &known[at]) + backward[at][to]
            };
            // Of equals the first.
            let best = (0..states).rev().max_by_key(|to| worth(*to)).unwrap_or(0);
            path.push(best);
        }
        path
    }

    pub fn debug(&self, row: &Row, path: &[usize]) {
        let atoms = &row.atoms;
        for at in 0..atoms.len() {
            let known = self.known(row, at);
            let fits: Vec<i32> = (0..=self.columns.len()).map(|to| self.fit(to, &atoms[at], &known)).collect();
            let step = if at == 0 {
                self.skips(0, path[0])
            } else {
                self.step(path[at - 1], path[at], &atoms[at - 1], &atoms[at], &known)
            };
            eprintln!(
                "{} -> {} step {step} fits {fits:?} gap {} w {} h {} {:?} {:?} {known:?}",
                atoms[at].span.of(self.source),
                path[at],
                atoms[at].gap,
                atoms[at].width,
                atoms[at].head,
                atoms[at].form,
                atoms[at].likeness
            );
        }
    }

    /// From which columns a piece of column `to` can come; `None` is the row's number.
    fn sources(&self, to: usize) -> impl Iterator<Item = Option<usize>> {
        (0..=to).map(Some).chain([None])
    }

    fn arrive(
        &self,
        forward: &[Vec<i32>],
        atoms: &[Atom],
        known: &[Known],
        at: usize,
        from: Option<usize>,
        to: usize,
    ) -> i32 {
        match (at.checked_sub(1), from) {
            (None, None) => self.skips(0, to) + self.begin(to, &atoms[at]),
            (Some(before), Some(from)) => {
                forward[before][from] + self.step(from, to, &atoms[before], &atoms[at], &known[at])
            }
            (None, Some(_)) | (Some(_), None) => NEVER,
        }
    }

    /// What the document knows of a piece.
    fn known(&self, row: &Row, at: usize) -> Known {
        let atoms = &row.atoms;
        let text = atoms[at].span.of(self.source);
        let mut known = Known { loose: self.habits.loose.contains_key(text), ..Known::default() };
        known.schedule = self.habits.schedule.get(text).map_or(0, |count| if *count > 1 { 30 } else { 0 });
        let dated = atoms[at].likeness.schedule >= 25;
        if row.closing && known.schedule == 0 && !dated {
            known.foreign = self.habits.foreign;
        }
        if at < 3 && text.len() <= 40 {
            let count = |from: usize| {
                let spans: Vec<_> = atoms[from..=at].iter().map(|atom| atom.span).collect();
                self.habits.categories.get(&normal_form(self.source, &spans)).copied().unwrap_or(0)
            };
            known.category = if count(at) > 1 { 30 - 2 * atoms[at].likeness.phrase.min(15) } else { 0 };
            known.completes = at > 0 && count(0) > 1;
        }
        known
    }

    /// How a piece fits a column.
    fn fit(&self, to: usize, atom: &Atom, known: &Known) -> i32 {
        let Some(column) = self.columns.get(to) else { return fit_loose(atom, known, self.habits) };
        let like = &atom.likeness;
        let own = match column {
            Column::Category => fit_category(atom, known),
            Column::Name => fit_name(atom, known),
            Column::Content => fit_content(atom, known),
            Column::Lead => fit_party(atom, known) + self.habits.lists[to].likely(like.list, 0.4),
            Column::Cooperating => fit_party(atom, known) + self.habits.lists[to].likely(like.list, 0.6),
            Column::Schedule => fit_schedule(atom, known),
            Column::Number | Column::Other => -3,
        };
        own - self.overflow(to, *column, atom)
    }

    /// How likely an entry of the column begins as this piece does.
    fn begin(&self, to: usize, atom: &Atom) -> i32 {
        let Some(column) = self.columns.get(to) else { return 0 };
        let mark = match atom.form {
            Form::Bullet => bullet(atom, self.source),
            Form::Plain => None,
            Form::Note | Form::Reference | Form::ReferenceRest => return 0,
        };
        let bulleted = match column {
            Column::Category | Column::Name | Column::Number | Column::Schedule => 0.05,
            Column::Content | Column::Lead | Column::Other => 0.5,
            Column::Cooperating => 0.3,
        };
        self.habits.marks[to].likely(mark, if mark.is_some() { bulleted } else { 1.0 - bulleted })
    }

    /// A piece that is wider than its column.
    fn overflow(&self, to: usize, column: Column, atom: &Atom) -> i32 {
        let (limit, weight) = match self.habits.widths[to] {
            Some(width) => (width + 2, 6),
            None => (widest(column), 2),
        };
        let over = i32::try_from(atom.width.saturating_sub(limit)).unwrap_or(100);
        if over == 0 { 0 } else { (10 + weight * over).min(60) }
    }

    /// How likely it is that `atom` in column `to` follows `before` in column `from`.
    fn step(&self, from: usize, to: usize, before: &Atom, atom: &Atom, known: &Known) -> i32 {
        if to < from {
            return NEVER;
        }
        if from == to { self.stay(to, before, atom, known) } else { self.advance(from, to, before, atom) }
    }

    fn stay(&self, to: usize, before: &Atom, atom: &Atom, known: &Known) -> i32 {
        let Some(column) = self.columns.get(to) else { return 5 };
        let turn = if atom.turn { -10 } else { 0 };
        if !atom.first_on_line {
            return if *column == Column::Schedule { 0 } else { -25 };
        }
        turn + match atom.form {
            Form::Bullet if atom.first_bullet => self.begin(to, atom) - 15,
            Form::Bullet if atom.gap == 0 => self.begin(to, atom) + 10,
            Form::Bullet => self.begin(to, atom) - 10,
            Form::Note => 20 * i32::from(*column == Column::Name) - 5 * bounded(atom.gap),
            Form::Reference => 20 * i32::from(*column == Column::Cooperating) - 10 * bounded(atom.gap),
            Form::ReferenceRest => 0,
            Form::Plain if *column == Column::Schedule => 0,
            Form::Plain if *column == Column::Category && known.completes => 30,
            Form::Plain => self.wrap(to, *column, before, atom),
        }
    }

    /// A plain line goes on in the same cell.
    fn wrap(&self, to: usize, column: Column, before: &Atom, atom: &Atom) -> i32 {
        let mut score = if atom.gap > 0 { -40 } else { 0 };
        score += if atom.open { 25 } else { 0 } + if atom.after_comma { 15 } else { 0 };
        score -= if before.first_on_line { 0 } else { 20 - 2 * self.habits.shared.leaning() };
        score += if before.form == Form::Reference { -30 } else { 0 };
        let parties = matches!(column, Column::Lead | Column::Cooperating);
        score
            + match self.filled(to, before, atom) {
                Fill::Full => 20,
                Fill::Nearly => 5,
                Fill::Short if parties && before.likeness.organization > 0 && atom.likeness.organization > 0 => -10,
                Fill::Short => -25,
            }
    }

    fn filled(&self, to: usize, before: &Atom, atom: &Atom) -> Fill {
        match self.habits.widths[to] {
            Some(width) => fill(before.width, atom.head, width),
            None if self.habits.any.support(before.width, atom.head) >= 3 => Fill::Full,
            None if self.habits.any.support(before.width, atom.head) == 2 => Fill::Nearly,
            // The narrowest column breaks words that nothing else breaks.
            None if self.columns.get(to) == Some(&Column::Category) => Fill::Nearly,
            None => Fill::Short,
        }
    }

    fn advance(&self, from: usize, to: usize, before: &Atom, atom: &Atom) -> i32 {
        let mut score = self.skips(from + 1, to) + self.begin(to, atom);
        score -= if atom.open { 50 } else { 0 } + if atom.after_comma { 30 } else { 0 };
        if to == self.columns.len() {
            return score;
        }
        let spaced = self.habits.gaps.yes > 0;
        score -= match atom.form {
            Form::ReferenceRest => return NEVER,
            Form::Reference => 25,
            Form::Note => 20,
            // A list goes on, unless there is a blank line.
            Form::Bullet if spaced && atom.gap == 0 && before.first_bullet => 5,
            Form::Bullet if spaced && atom.gap == 0 && before.form == Form::Bullet => 20,
            Form::Bullet if spaced && atom.gap == 0 && !atom.first_bullet => 10,
            Form::Plain if spaced && atom.gap == 0 && before.first_on_line && before.form == Form::Bullet => 10,
            Form::Plain | Form::Bullet => 0,
        };
        if atom.first_on_line {
            let wraps = atom.form == Form::Plain
                && self.habits.widths[from].is_some()
                && self.filled(from, before, atom) == Fill::Full;
            score += if atom.gap > 0 {
                15
            } else if wraps {
                -8
            } else {
                0
            };
            score -= if atom.gap > 0 { 0 } else { atom.likeness.rest };
            score -= if atom.turn { 10 } else { 0 };
        }
        score
    }

    /// What it costs to leave the columns `from..to` empty.
    fn skips(&self, from: usize, to: usize) -> i32 {
        let empty = self.columns.iter().enumerate().take(to).skip(from);
        empty.map(|(at, column)| skip(*column) * (20 + self.habits.filled[at].leaning()) / 20).sum::<i32>() * -1
    }

    /// What it costs that nothing follows column `last`.
    fn end(&self, last: usize) -> i32 {
        self.skips(last + 1, self.columns.len())
    }
}

/// What it costs to leave a column empty, before the document's habit is known.
fn skip(column: Column) -> i32 {
    match column {
        Column::Category => 15,
        Column::Name | Column::Content => 40,
        Column::Lead => 30,
        Column::Cooperating => 20,
        Column::Schedule => 10,
        Column::Other | Column::Number => 5,
    }
}

/// The widest that a column ever is, in display columns.
fn widest(column: Column) -> usize {
    match column {
        Column::Category => 16,
        Column::Number => 8,
        Column::Name => 60,
        Column::Content | Column::Other => 140,
        Column::Lead => 44,
        Column::Cooperating => 100,
        Column::Schedule => 40,
    }
}

fn fit_category(atom: &Atom, known: &Known) -> i32 {
    if atom.form != Form::Plain || atom.likeness.list {
        return -60;
    }
    known.category - atom.likeness.phrase - 2 * known.schedule
}

fn fit_name(atom: &Atom, known: &Known) -> i32 {
    let form = match atom.form {
        Form::Plain => 0,
        Form::Note => -5,
        Form::Bullet | Form::Reference | Form::ReferenceRest => -30,
    };
    let listed = if atom.likeness.list {
        (atom.likeness.organization / 2).max(0)
    } else {
        atom.likeness.organization.max(0) / 3
    };
    form - listed - known.category - known.schedule
}

fn fit_content(atom: &Atom, known: &Known) -> i32 {
    let form = match atom.form {
        Form::Plain | Form::Bullet => 0,
        Form::Note => -5,
        Form::Reference | Form::ReferenceRest => -20,
    };
    let short = if atom.width < 16 && atom.form == Form::Plain { 5 } else { 0 };
    let party = atom.likeness.organization.clamp(0, 30) * 2 / 3;
    form + atom.likeness.prose.min(20) / 2 - party - short - known.category - known.schedule
}

fn fit_party(atom: &Atom, known: &Known) -> i32 {
    let form = match atom.form {
        Form::Plain | Form::Bullet => 0,
        Form::Note => -20,
        Form::Reference | Form::ReferenceRest => return -5,
    };
    form + atom.likeness.organization.clamp(-30, 30) / 2
        - atom.likeness.prose.min(30) / 3
        - known.schedule
        - atom.likeness.schedule.max(0)
        - known.category
}

fn fit_schedule(atom: &Atom, known: &Known) -> i32 {
    let form = match atom.form {
        Form::Plain => 0,
        Form::Bullet | Form::Note => -15,
        Form::Reference | Form::ReferenceRest => -60,
    };
    let wide = if atom.width > 26 { 20 } else { 0 };
    let floating = if known.loose { 15 } else { 0 };
    // 連絡会 is a name, 連絡会（６月） is what happens in June.
    let party = if atom.likeness.schedule >= 25 { 0 } else { atom.likeness.organization.max(0) };
    form + known.schedule + atom.likeness.schedule - party - wide - floating - (atom.likeness.prose - 12).max(0)
}

fn fit_loose(atom: &Atom, known: &Known, habits: &Habits) -> i32 {
    let unusual = atom.trailing && habits.trailing.leaning() < 0;
    let hints = [(unusual, 30), (atom.turn, 20), (known.loose, 25), (known.foreign > 0, known.foreign)];
    let hints: i32 = hints.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
    hints - 15 - known.schedule
}

fn bounded(gap: usize) -> i32 {
    i32::try_from(gap.min(3)).unwrap_or(3)
}

/// For each piece the next best column, where a path through it is nearly as good as the best.
fn doubts(forward: &[Vec<i32>], backward: &[Vec<i32>], path: &[usize]) -> Vec<Option<usize>> {
    let mut found = Vec::with_capacity(path.len());
    for ((forward, backward), own) in forward.iter().zip(backward).zip(path) {
        let through = |to: usize| forward[to] + backward[to];
        let others = (0..forward.len()).filter(|to| to != own).max_by_key(|to| through(*to));
        found.push(others.filter(|to| through(*own) - through(*to) <= CLOSE));
    }
    found
}
