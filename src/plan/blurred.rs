//! Names of which nobody can say who leads and who helps: `人事課⏎管財課⏎生涯学習課⏎税務課`, all without a mark.
//!
//! Where neither column has marks, lists or blank lines, or both mark their names alike, the line between the two cells is
//! lost. Half of the names under a wrong header would be stated as fact, so such a run is left to the residue.

use crate::rules::plan::Column;

use super::atoms::{Atom, Form};
use super::habits::Habits;

/// The fewest names between which a line can be lost.
const FEWEST: usize = 3;

/// Takes the names of a row out of both columns where the line between them is lost.
pub(super) fn blur(atoms: &[Atom], columns: &[Column], habits: &Habits, chosen: &mut [usize]) {
    let at = |column: Column| columns.iter().position(|other| *other == column);
    let (Some(lead), Some(cooperating)) = (at(Column::Lead), at(Column::Cooperating)) else { return };
    let mark = |column: usize| habits.marks[column].known().flatten().next();
    if lead + 1 != cooperating || [lead, cooperating].iter().any(|column| habits.lists[*column].yes > 0) {
        return;
    }
    let mark = match (mark(lead), mark(cooperating)) {
        (None, None) => None,
        (Some(one), Some(other)) if one == other => Some(one),
        (None | Some(_), Some(_)) | (Some(_), None) => return,
    };
    let own = |column: &usize| *column == lead || *column == cooperating;
    let Some(start) = chosen.iter().position(own) else { return };
    let end = start + chosen[start..].iter().take_while(|column| own(column)).count();
    let names = &atoms[start..end];
    let named = |atom: &Atom| atom.likeness.organization > 0 || mark.is_some();
    let alike = |atom: &Atom| match mark {
        None => atom.form == Form::Plain,
        // The rest of a name has no mark; a whole name without one is another cell's.
        Some(_) => matches!(atom.form, Form::Bullet | Form::Plain) && names[0].form == Form::Bullet,
    };
    let plain = |atom: &Atom| alike(atom) && !atom.open && named(atom);
    let starts = names.iter().skip(1).filter(|atom| atom.first_on_line).count();
    // 人事課⏎管財課 税務課: lines and spaces part different things.
    let told = names.iter().skip(1).any(|atom| atom.gap > 0 || atom.turn) || (1..names.len() - 1).contains(&starts);
    // All of marked names may seem to be of one cell, where rows usually fill both.
    let one = mark.is_some() && chosen[end - 1] == lead && habits.filled[cooperating].leaning() > 0;
    let both = one || chosen[start] == lead && chosen[end - 1] == cooperating;
    if names.len() >= FEWEST && both && !told && names.iter().all(plain) {
        chosen[start..end].fill(columns.len());
    }
}
