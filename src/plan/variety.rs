//! Between which neighbours a line stands from row to row: what follows now this and now that is a whole of its own.
//!
//! ```text
//! 大月市観光課          大月市観光課          the lines above 大月鉄道 differ, so a name begins with it;
//! 大月鉄道              県交通企画課          護学校 always stands below 座間養
//! 座間養                大月鉄道
//! 護学校
//! ```

use rustc_hash::FxHashMap;

use super::atoms::{Atom, Row};

/// Longer lines (in bytes) are no names.
const LONGEST: usize = 75;

/// What stands beside a line, in all rows.
#[derive(Clone, Copy, Debug)]
enum Beside<'s> {
    /// Always the same, or the edge of a cell.
    One(Option<&'s str>),
    Several,
}

impl<'s> Beside<'s> {
    fn add(&mut self, other: Option<&'s str>) {
        if let Self::One(own) = self
            && *own != other
        {
            *self = Self::Several;
        }
    }

    fn is_several(self) -> bool {
        matches!(self, Self::Several)
    }
}

/// The lines of the rows and what stands above and below each.
#[derive(Debug, Default)]
pub(super) struct Variety<'s> {
    lines: FxHashMap<&'s str, [Beside<'s>; 2]>,
}

impl<'s> Variety<'s> {
    /// Counts the lines that are one piece.
    pub fn count(rows: &[Row], source: &'s str) -> Self {
        let mut lines: FxHashMap<&str, [Beside; 2]> = FxHashMap::default();
        for row in rows {
            for (at, atom) in row.atoms.iter().enumerate().filter(|(_, atom)| is_line(atom)) {
                let text = atom.body().of(source);
                let above = at.checked_sub(1).map(|above| &row.atoms[above]).filter(|_| atom.gap == 0);
                let below = row.atoms.get(at + 1).filter(|below| below.gap == 0);
                let beside = [above, below].map(|other| other.map(|other| other.body().of(source)));
                match lines.get_mut(text) {
                    Some(known) => known.iter_mut().zip(beside).for_each(|(known, other)| known.add(other)),
                    None => {
                        lines.insert(text, beside.map(Beside::One));
                    }
                }
            }
        }
        Self { lines }
    }

    /// Whether different lines stand above this one.
    pub fn begins(&self, line: &str) -> bool {
        self.lines.get(line).is_some_and(|beside| beside[0].is_several())
    }

    /// Whether different lines stand below this one.
    pub fn ends(&self, line: &str) -> bool {
        self.lines.get(line).is_some_and(|beside| beside[1].is_several())
    }
}

/// A short line that is one piece.
fn is_line(atom: &Atom) -> bool {
    atom.first_on_line && atom.last_on_line && atom.span.end - atom.span.start <= LONGEST
}
