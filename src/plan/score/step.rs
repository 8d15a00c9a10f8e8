//! How likely one piece follows another.

use crate::rules::plan::Column;

use super::super::atoms::{Atom, Form};
use super::super::columns::{Fill, fill};
use super::super::habits::bullet;
use super::super::likeness::is_sentence_end;
use super::super::tally::Marks;
use super::known::Known;
use super::other::is_count;
use super::{Model, NEVER};

/// More columns than any table has, and one for what floats.
pub(in super::super) const STATES: usize = 16;

/// How sure it is that a letter alone ends the word above it.
const ENDS_WORD: i32 = 60;

/// The worth of every step to one piece. A step from column `from` on to column `to` is worth `leave[from] + enter[to]`, and
/// what it costs to leave the columns between them empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub stay: [i32; STATES],
    pub leave: [i32; STATES],
    pub enter: [i32; STATES],
}

/// What it costs to leave a column empty, before the document's habit is known; where each cell has lines of its own
/// (`split`), a cell that seems to be missing is rather one that was taken for another's.
pub(super) fn skip(column: Column, split: bool) -> i32 {
    match column {
        Column::Category | Column::Cooperating | Column::Schedule if split => 50,
        Column::Lead if split => 60,
        Column::Category => 15,
        Column::Name | Column::Content => 40,
        Column::Lead => 30,
        Column::Cooperating => 20,
        Column::Schedule => 10,
        Column::Other | Column::Number => 5,
    }
}

/// What the marks are worth with which entries of a column begin.
#[derive(Debug)]
pub(super) struct MarkWorth {
    seen: Vec<(Option<char>, i32)>,
    /// Any other bullet.
    other: i32,
}

/// What the marks of a column are worth.
pub(super) fn marks(column: Column, marks: &Marks, split: bool) -> MarkWorth {
    let bulleted = match column {
        // Names one below the other would need no line of their own for that.
        Column::Lead | Column::Cooperating if split => 0.1,
        Column::Category | Column::Name | Column::Number | Column::Schedule => 0.05,
        Column::Content | Column::Lead => 0.5,
        Column::Other => 0.1,
        Column::Cooperating => 0.3,
    };
    let known = marks.known().filter(|mark| mark.is_some()).chain([None]);
    let worth = known.map(|mark| (mark, marks.likely(mark, if mark.is_some() { bulleted } else { 1.0 - bulleted })));
    MarkWorth { seen: worth.collect(), other: marks.likely(Some('\0'), bulleted) }
}

impl Model<'_> {
    /// The worth of the steps from `before`, or from the row's number, to `atom`.
    pub(super) fn step(&self, before: Option<&Atom>, atom: &Atom, known: &Known) -> Step {
        let loose = self.columns.len();
        let mut step = Step { stay: [NEVER; STATES], leave: [0; STATES], enter: [0; STATES] };
        for to in 0..loose {
            step.enter[to] = self.begin(to, atom);
        }
        let Some(before) = before else { return step };
        let open = -(if atom.open { 50 } else { 0 } + if atom.after_comma { 30 } else { 0 });
        // Where no cell shares its line with another one, none begins in the middle of a line.
        let own_lines = self.habits.split || self.habits.unbroken;
        let inside = if own_lines && !atom.first_on_line { -100 } else { 0 };
        let apart = open + inside + self.apart(before, atom);
        step.enter[..loose].iter_mut().for_each(|worth| *worth += apart);
        // What floats stands on lines of its own.
        let beside = if atom.first_on_line { 0 } else { -40 };
        step.enter[loose] = if atom.form == Form::ReferenceRest { NEVER } else { open + beside };
        for (from, column) in self.columns.iter().enumerate() {
            step.stay[from] = self.stay(from, *column, before, atom, known);
            step.leave[from] = if self.looks_wrapped(from, before, atom) { -8 } else { 0 };
        }
        step.stay[loose] = 5;
        if atom.tail {
            step.stay[..loose].fill(ENDS_WORD);
            step.enter[..loose].iter_mut().for_each(|worth| *worth -= ENDS_WORD);
        }
        step
    }

    /// How likely an entry of the column begins as this piece does.
    fn begin(&self, to: usize, atom: &Atom) -> i32 {
        let mark = match atom.form {
            Form::Bullet => bullet(atom, self.source),
            Form::Plain => None,
            Form::Note | Form::Reference | Form::ReferenceRest => return 0,
        };
        let marks = &self.marks[to];
        marks.seen.iter().find(|(own, _)| *own == mark).map_or(marks.other, |(_, worth)| *worth)
    }

    fn stay(&self, to: usize, column: Column, before: &Atom, atom: &Atom, known: &Known) -> i32 {
        if column != Column::Schedule && (before.blank || atom.blank) {
            // A sign fills its cell.
            return -60;
        }
        let turn = if atom.turn { -10 } else { 0 };
        if !atom.first_on_line {
            let listed = atom.form == Form::Bullet && before.form == Form::Bullet;
            // 主たる機関 is one more often than what is to help.
            let party =
                column == Column::Cooperating && before.likeness.organization > 0 && atom.likeness.organization > 0;
            return match column {
                Column::Schedule => 0,
                _ if self.habits.split || self.habits.unbroken => 0,
                // 実施箇所数　12か所
                Column::Other if is_count(atom, atom.span.of(self.source)) => -5,
                _ if listed => -5,
                _ if party => -12,
                _ => -25,
            };
        }
        let gap = i32::try_from(atom.gap.min(3)).unwrap_or(3);
        turn + match atom.form {
            Form::Bullet if atom.first_bullet => self.begin(to, atom) - 15,
            Form::Bullet if atom.gap == 0 => self.begin(to, atom) + 10,
            Form::Bullet => self.begin(to, atom) - 10,
            Form::Note => 20 * i32::from(column == Column::Name) - 5 * gap,
            Form::Reference => 20 * i32::from(column == Column::Cooperating) - 10 * gap,
            Form::ReferenceRest => 0,
            Form::Plain if column == Column::Schedule => 0,
            Form::Plain if column == Column::Category && known.completes => 30,
            Form::Plain => self.wrap(to, column, before, atom),
        }
    }

    /// A plain line goes on in the same cell.
    fn wrap(&self, to: usize, column: Column, before: &Atom, atom: &Atom) -> i32 {
        if before.body().is_empty() {
            // A bullet that has lost its text to the next line.
            return 60;
        }
        if self.habits.unbroken && !atom.open && !atom.after_comma {
            // Names may stand one below the other in one cell, lists hardly.
            let stacked = matches!(column, Column::Lead | Column::Cooperating) && !before.likeness.list;
            return if stacked { -8 } else { -60 };
        }
        let mut score = if atom.gap > 0 { -40 } else { 0 };
        score += if atom.open { 25 } else { 0 } + if atom.after_comma { 15 } else { 0 };
        score -= if before.first_on_line { 0 } else { 20 - 2 * self.habits.shared.leaning() };
        score -= if before.form == Form::Reference { 30 } else { 0 };
        // ・研修会での説明 above 上越市福祉課, each on its line: the name begins a cell.
        let named = before.likeness.organization <= 0 && atom.likeness.organization > 0;
        score -= if self.habits.split && named { 25 } else { 0 };
        // …を協議する above 三川町: what is told has ended, and a name goes on with no sentence.
        let tells = matches!(column, Column::Name | Column::Content | Column::Other);
        score -= if tells && named && is_sentence_end(before.body().of(self.source)) { 25 } else { 0 };
        let parties = matches!(column, Column::Lead | Column::Cooperating);
        // 高崎医師会 above 高崎総合病院、館林医師会: the list is another cell.
        let listed = parties && atom.likeness.list && !before.likeness.list && !atom.after_comma;
        score -= if self.habits.split && listed { 15 } else { 0 };
        // …、民生委員 above 児童委員協議会: what is no list of its own goes on with one.
        let tail = parties && before.likeness.list && !atom.likeness.list;
        score += if self.habits.split && tail { 15 } else { 0 };
        score
            + match self.filled(to, before, atom) {
                Fill::Full => 20,
                Fill::Nearly => 5,
                Fill::Short if parties && before.likeness.organization > 0 && atom.likeness.organization > 0 => -10,
                Fill::Short => -25,
            }
    }

    fn filled(&self, to: usize, before: &Atom, atom: &Atom) -> Fill {
        let Some(width) = self.habits.widths[to] else {
            return match self.habits.any.support(before.width, atom.head) {
                3.. => Fill::Full,
                2 => Fill::Nearly,
                // The narrowest column breaks words that nothing else breaks.
                _ if self.columns[to] == Column::Category => Fill::Nearly,
                _ => Fill::Short,
            };
        };
        fill(before.width, atom.head, width)
    }

    fn looks_wrapped(&self, from: usize, before: &Atom, atom: &Atom) -> bool {
        let below = atom.first_on_line && atom.gap == 0 && atom.form == Form::Plain;
        below && self.habits.widths[from].is_some_and(|width| fill(before.width, atom.head, width) == Fill::Full)
    }

    /// How likely a new cell begins with `atom`, whatever its column.
    fn apart(&self, before: &Atom, atom: &Atom) -> i32 {
        let close = self.habits.gaps.yes > 0 && atom.gap == 0;
        let form = match atom.form {
            Form::ReferenceRest => return NEVER,
            Form::Reference => 25,
            Form::Note => 20,
            // A list goes on, unless there is a blank line.
            Form::Bullet if close && before.first_bullet => 5,
            Form::Bullet if close && before.form == Form::Bullet => 20,
            Form::Bullet if close && !atom.first_bullet => 10,
            Form::Plain if close && before.first_on_line && before.form == Form::Bullet => 10,
            Form::Plain | Form::Bullet => 0,
        };
        if !atom.first_on_line {
            return -form;
        }
        let line = if atom.gap > 0 { 15 } else { -atom.likeness.rest };
        line - form - if atom.turn { 10 } else { 0 }
    }
}
