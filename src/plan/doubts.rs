//! Pieces whose column is open, for the findings.

use crate::finding::{Finding, FindingKind};
use crate::rules::plan::Column;
use crate::text::normal_form;

use super::atoms::Atom;
use super::score::Assignment;

/// Reports pieces that stand nearly as well in another column.
pub(super) fn doubts(
    pieces: &[Atom],
    assignment: &Assignment,
    columns: &[Column],
    source: &str,
    findings: &mut Vec<Finding>,
) {
    for ((piece, own), other) in pieces.iter().zip(&assignment.columns).zip(&assignment.doubts) {
        let Some(other) = other else { continue };
        let columns = [*own, *other].map(|at| columns.get(at).map_or("residue", |column| name(*column)).to_owned());
        let text = normal_form(source, &[piece.span]);
        findings.push(Finding {
            kind: FindingKind::AmbiguousColumn { text, columns: columns.to_vec() },
            at: vec![piece.span],
        });
    }
}

/// The key under which a column stands in the output.
fn name(column: Column) -> &'static str {
    match column {
        Column::Number => "number",
        Column::Category => "category",
        Column::Name => "name",
        Column::Content => "content",
        Column::Lead => "lead",
        Column::Cooperating => "cooperating",
        Column::Schedule => "schedule",
        Column::Other => "residue",
    }
}
