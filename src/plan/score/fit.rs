//! How a piece fits a column.

use crate::rules::plan::Column;

use super::super::atoms::{Atom, Form};
use super::super::habits::Habits;
use super::super::tally::Share;
use super::Model;
use super::known::Known;
use super::other::{is_count, is_state};

/// What a list with 、 is worth in a column, and what anything else is: `[no list, list]`.
pub(super) fn lists(column: Column, share: Share) -> [i32; 2] {
    let prior = match column {
        Column::Lead => 0.4,
        Column::Cooperating => 0.6,
        Column::Number | Column::Category | Column::Name | Column::Content | Column::Schedule | Column::Other => {
            return [0, 0];
        }
    };
    [share.likely(false, prior), share.likely(true, prior)]
}

impl Model<'_> {
    pub(super) fn fit(&self, to: usize, atom: &Atom, known: &Known) -> i32 {
        let Some(column) = self.columns.get(to) else { return fit_loose(atom, known, self.habits) };
        if atom.blank {
            return fit_blank(*column);
        }
        let own = match column {
            Column::Category => fit_category(atom, known) - self.habits.unlike,
            Column::Name => fit_name(atom, known),
            Column::Content => fit_content(atom, known),
            Column::Lead | Column::Cooperating => {
                fit_party(atom, known, atom.body().of(self.source)) + self.lists[to][usize::from(atom.likeness.list)]
            }
            Column::Schedule => fit_schedule(atom, known),
            Column::Number => -3,
            Column::Other => self.holds[to].fit(atom, atom.body().of(self.source)),
        };
        own - self.overflow(to, *column, atom)
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

/// `－` may stand anywhere, but every row has a name.
fn fit_blank(column: Column) -> i32 {
    match column {
        Column::Category | Column::Content | Column::Lead | Column::Schedule => 0,
        Column::Cooperating | Column::Other => 5,
        Column::Number | Column::Name => -20,
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
    // A name may tell what is done with what; one that says more is a sentence.
    form - listed - known.category - known.schedule - (atom.likeness.prose - 14).max(0)
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

fn fit_party(atom: &Atom, known: &Known, text: &str) -> i32 {
    let form = match atom.form {
        Form::Plain | Form::Bullet => 0,
        Form::Note => -20,
        Form::Reference | Form::ReferenceRest => return -5,
    };
    // 12,480, 12か所, 実施済
    let other = match text {
        _ if atom.likeness.amount || is_count(atom, text) => 40,
        _ if is_state(text) => 25,
        _ => 0,
    };
    form - other + atom.likeness.organization.clamp(-30, 30) / 2
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
    // 12,480, and a page's number.
    let amount = if atom.likeness.amount { 40 } else { 0 };
    // ６月、９月 are times, 保育所、幼稚園 are not.
    let listed = if atom.likeness.list && atom.likeness.schedule <= 0 { 20 } else { 0 };
    form + known.schedule + atom.likeness.schedule
        - listed
        - amount
        - party
        - wide
        - floating
        - (atom.likeness.prose - 12).max(0)
}

fn fit_loose(atom: &Atom, known: &Known, habits: &Habits) -> i32 {
    let unusual = atom.trailing && habits.trailing.leaning() < 0;
    let hints = [(unusual, 40), (atom.turn, 20), (known.loose, 25), (known.foreign > 0, known.foreign)];
    let hints: i32 = hints.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
    let reference = if matches!(atom.form, Form::Reference | Form::ReferenceRest) { 40 } else { 0 };
    hints - 15 - known.schedule - reference
}
