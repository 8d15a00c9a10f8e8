//! At which display width a column breaks its lines, learned from the lines that it broke.
//!
//! A line of width `w` that goes on with something of width `h` that cannot be parted says: the column is at least `w` and
//! less than `w + h` wide. Lines of one column agree on a few widths; the width with most votes wins.

/// Wider than any column.
const LIMIT: usize = 256;

/// Votes for the width of a column.
#[derive(Clone, Debug)]
pub(super) struct Votes {
    /// Votes for a width, from lines that went on.
    wraps: Vec<u32>,
    /// How many lines of a width there are.
    lines: Vec<u32>,
}

impl Default for Votes {
    fn default() -> Self {
        Self { wraps: vec![0; LIMIT], lines: vec![0; LIMIT] }
    }
}

impl Votes {
    /// A line of `width` went on in the next line with a `head` that cannot be parted.
    pub fn wrap(&mut self, width: usize, head: usize) {
        for votes in self.wraps.iter_mut().take((width + head).min(LIMIT)).skip(width) {
            *votes += 1;
        }
    }

    /// A line of the column is this wide.
    pub fn line(&mut self, width: usize) {
        self.lines[width.min(LIMIT - 1)] += 1;
    }

    /// How many lines that went on agree with this line's going on.
    pub fn support(&self, width: usize, head: usize) -> u32 {
        self.wraps.iter().take((width + head).min(LIMIT)).skip(width).copied().max().unwrap_or(0)
    }

    /// The width on which most lines agree, and how many they are; none where more lines are wider: no column breaks there.
    pub fn best(&self) -> Option<(usize, u32)> {
        let mut wider: u32 = self.lines.iter().sum();
        let mut best: Option<(i64, usize)> = None;
        for (width, votes) in self.wraps.iter().enumerate() {
            wider -= self.lines[width];
            let score = i64::from(*votes) - i64::from(wider);
            if *votes > 0 && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, width));
            }
        }
        best.filter(|(score, _)| *score > 0).map(|(_, width)| (width, self.wraps[width]))
    }
}

/// How a line relates to the width of its column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fill {
    /// What follows would not have fitted on it.
    Full,
    /// What follows would nearly have filled it: fonts are not exact.
    Nearly,
    /// What follows would have fitted.
    Short,
}

/// Whether a line of `width` is full when `head` follows it in a column of `limit`.
pub(super) fn fill(width: usize, head: usize, limit: usize) -> Fill {
    match (width + head).checked_sub(limit) {
        Some(1..) => Fill::Full,
        Some(0) => Fill::Nearly,
        None if width + head + 2 >= limit => Fill::Nearly,
        None => Fill::Short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_is_where_most_wrapped_lines_agree() {
        let mut votes = Votes::default();
        for (width, head) in [(78, 2), (76, 4), (77, 2), (60, 2)] {
            votes.wrap(width, head);
            votes.line(width);
        }
        assert_eq!(votes.best(), Some((78, 3)));
        assert_eq!(fill(76, 2, 78), Fill::Nearly);
        assert_eq!(fill(76, 4, 78), Fill::Full);
        assert_eq!(fill(40, 2, 78), Fill::Short);
    }
}
