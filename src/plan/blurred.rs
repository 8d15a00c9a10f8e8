//! Names of which nobody can say who leads and who helps: `人事課⏎管財課⏎生涯学習課⏎税務課`, all without a mark.
//!
//! Where neither column has marks, lists or blank lines, the line between the two cells is lost. Half of the names under a
//! wrong header would be stated as fact, so such a run is left to the residue.

use crate::rules::plan::Column;

use super::atoms::{Atom, Form};
use super::habits::Habits;

/// The fewest names between which a line can be lost.
const FEWEST: usize = 3;

/// Takes the names of a row out of both columns where the line between them is lost.
pub(super) fn blur(atoms: &[Atom], columns: &[Column], habits: &Habits, chosen: &mut [usize]) {
    let at = |column: Column| columns.iter().position(|other| *other == column);
    let (Some(lead), Some(cooperating)) = (at(Column::Lead), at(Column::Cooperating)) else { return };
    let marked =
        |column: usize| habits.lists[column].yes > 0 || habits.marks[column].known().any(|mark| mark.is_some());
    if lead + 1 != cooperating || marked(lead) || marked(cooperating) {
        return;
    }
    let own = |column: &usize| *column == lead || *column == cooperating;
    let Some(start) = chosen.iter().position(own) else { return };
    let end = start + chosen[start..].iter().take_while(|column| own(column)).count();
    let names = &atoms[start..end];
    let plain = |atom: &Atom| atom.form == Form::Plain && !atom.open && atom.likeness.organization > 0;
    let starts = names.iter().skip(1).filter(|atom| atom.first_on_line).count();
    // 人事課⏎管財課 税務課: lines and spaces part different things.
    let told = names.iter().skip(1).any(|atom| atom.gap > 0 || atom.turn) || (1..names.len() - 1).contains(&starts);
    let both = chosen[start] == lead && chosen[end - 1] == cooperating;
    if names.len() >= FEWEST && both && !told && names.iter().all(plain) {
        chosen[start..end].fill(columns.len());
    }
}
