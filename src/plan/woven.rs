//! Rows whose cells are woven into each other: the dump goes from line to line of the page, not from cell to cell.
//!
//! ```text
//! 1 体制 退院支援の手引きの作成 病院とケアマネジャーの連絡方法を整 厚木市福祉総務課 厚木医師会、厚木市立病
//! 理し、手引きにまとめる 院
//! ```
//!
//! The first line has a piece of every cell; whose rest each further piece is can be told only where as many cells look cut
//! as there are pieces. Where they are not, the cells that may go on are left to the residue: half a cell is a wrong one.

use crate::rules::plan::Column;

use super::atoms::{Atom, Form, Row};
use super::score::{Assignment, Model};

/// How far a full line may fall short of its column's width, in display columns.
const SLACK: usize = 3;

/// A shorter piece, in display columns, is whole: 啓発.
const SHORTEST: usize = 8;

/// A narrower column has no lines that are plainly full, in display columns.
const WIDE: usize = 20;

/// The widest first line of each column, where the rows of a document are woven.
pub(super) struct Woven {
    widths: Vec<usize>,
}

/// Whether the rows are woven, and how wide their columns are.
pub(super) fn woven(rows: &[Row], columns: &[Column], source: &str, model: &Model) -> Option<Woven> {
    let plain = columns.iter().filter(|column| **column != Column::Schedule).count();
    let (mut all, mut filled, mut nearly) = (0, 0, 0);
    for row in rows {
        let first = first_line(row);
        let below = &row.atoms[first..];
        if below.first().is_none_or(|atom| atom.gap > 0) {
            continue;
        }
        // 1 体制 … 厚木市 above 進捗報告 進捗報告: the schedule has a line of its own.
        let dated = |atom: &Atom| atom.likeness.schedule > 0 || repeats(rows, atom.span.of(source), source);
        let one = below.iter().filter(|atom| atom.first_on_line).count() == 1;
        let schedule = plain < columns.len() && one && below.iter().all(dated);
        all += 1;
        filled += usize::from(first >= plain && !schedule);
        // A category that spans rows stands in the first of them.
        nearly += usize::from(first + 1 >= plain && !schedule);
    }
    if filled < 2 || filled * 2 < all && nearly * 10 < all * 8 {
        return None;
    }
    let mut widths = vec![0; columns.len() + 1];
    let mut assignment = Assignment::default();
    for row in rows {
        let first = Row { atoms: row.atoms[..first_line(row)].to_vec(), closing: false };
        model.assign(&first, &mut assignment);
        for (atom, column) in first.atoms.iter().zip(&assignment.columns) {
            widths[*column] = widths[*column].max(atom.width);
        }
    }
    Some(Woven { widths })
}

/// Whether many rows have this piece, as they have 進捗報告.
fn repeats(rows: &[Row], text: &str, source: &str) -> bool {
    let same = rows.iter().flat_map(|row| &row.atoms).filter(|atom| atom.span.of(source) == text);
    same.count() >= (rows.len() / 4).max(2)
}

/// How many pieces stand on the line of the row's number.
fn first_line(row: &Row) -> usize {
    row.atoms.iter().position(|atom| atom.first_on_line).unwrap_or(row.atoms.len())
}

impl Woven {
    /// Gives the pieces of a row their columns, and brings the row's pieces into the columns' order.
    pub fn assign(&self, row: &mut Row, columns: &[Column], model: &Model, out: &mut Assignment) {
        let first = first_line(row);
        let rest = row.atoms.split_off(first);
        model.assign(row, out);
        model.doubt(out);
        if rest.is_empty() {
            return;
        }
        let told = self.go_on(&row.atoms, &rest, &out.columns);
        let nowhere = columns.len();
        if told.is_none() {
            for (atom, column) in row.atoms.iter().zip(&mut out.columns) {
                let fixed = matches!(columns.get(*column), Some(Column::Category | Column::Name | Column::Schedule));
                if !fixed || self.is_full(atom, *column) {
                    *column = nowhere;
                }
            }
        }
        out.columns.extend(told.unwrap_or_else(|| vec![nowhere; rest.len()]));
        out.doubts.resize(out.columns.len(), None);
        row.atoms.extend(rest);
        let mut order: Vec<usize> = (0..row.atoms.len()).collect();
        order.sort_by_key(|at| out.columns[*at]);
        row.atoms = order.iter().map(|at| row.atoms[*at]).collect();
        out.doubts = order.iter().map(|at| out.doubts[*at]).collect();
        out.columns.sort_unstable();
    }

    /// Which column each further piece goes on; none where that cannot be told.
    fn go_on(&self, first: &[Atom], rest: &[Atom], columns: &[usize]) -> Option<Vec<usize>> {
        let mut open: Vec<usize> =
            cut(first.iter().zip(columns.iter().copied()), |atom, column| self.is_cut(atom, column));
        let mut told: Vec<usize> = Vec::with_capacity(rest.len());
        let mut at = 0;
        while at < rest.len() {
            let line = &rest[at..=at + rest[at..].iter().position(|atom| atom.last_on_line)?];
            let plain = line.iter().all(|atom| atom.form == Form::Plain && atom.gap == 0 && !atom.turn);
            if !plain || line.len() != open.len() {
                return None;
            }
            told.extend(&open);
            open = cut(line.iter().zip(open), |atom, column| self.is_cut(atom, column));
            at += line.len();
        }
        Some(told)
    }

    /// Whether the piece fills its column, as far as the column is known.
    fn is_full(&self, atom: &Atom, column: usize) -> bool {
        atom.width >= SHORTEST && self.widths.get(column).is_some_and(|width| atom.width + SLACK > *width)
    }

    /// The same of a column that is wide enough to tell: 紫野市健康課 is as wide as 紫野薬剤師会, and neither is cut.
    fn is_cut(&self, atom: &Atom, column: usize) -> bool {
        self.widths.get(column).is_some_and(|width| *width >= WIDE) && self.is_full(atom, column)
    }
}

/// The columns whose last pieces are full.
fn cut<'a>(pieces: impl Iterator<Item = (&'a Atom, usize)>, is_full: impl Fn(&Atom, usize) -> bool) -> Vec<usize> {
    pieces.filter(|(atom, column)| is_full(atom, *column)).map(|(_, column)| column).collect()
}
