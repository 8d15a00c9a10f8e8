//! Counts of what was so and what was not, as points of the scoring model.

/// How often something was so and how often not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Share {
    pub yes: u32,
    pub no: u32,
}

impl Share {
    pub fn add(&mut self, yes: bool) {
        if yes {
            self.yes += 1;
        } else {
            self.no += 1;
        }
    }

    /// Five times the logarithm of how likely this is, with `prior` for the first.
    pub fn likely(self, yes: bool, prior: f64) -> i32 {
        let share = (f64::from(self.yes) + 4.0 * prior) / (f64::from(self.yes + self.no) + 4.0);
        logarithm(if yes { share } else { 1.0 - share }, 5.0)
    }

    /// From -10 (never) to 10 (always), 0 where nothing is known.
    pub fn leaning(self) -> i32 {
        let (yes, no) = (f64::from(self.yes), f64::from(self.no));
        #[allow(clippy::cast_possible_truncation, reason = "between -10 and 10")]
        let leaning = ((yes - no) / (yes + no + 2.0) * 10.0) as i32;
        leaning
    }
}

/// Marks with which the entries of a column begin: `・`, `○`, or none.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    counts: Vec<(Option<char>, u32)>,
    all: u32,
}

impl Marks {
    pub fn add(&mut self, mark: Option<char>) {
        self.all += 1;
        match self.counts.iter_mut().find(|(known, _)| *known == mark) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((mark, 1)),
        }
    }

    /// The marks that were seen.
    pub fn known(&self) -> impl Iterator<Item = Option<char>> + '_ {
        self.counts.iter().map(|(mark, _)| *mark)
    }

    /// Ten times the logarithm of how likely an entry begins so, with `prior` for the first.
    pub fn likely(&self, mark: Option<char>, prior: f64) -> i32 {
        let count = self.counts.iter().find(|(known, _)| *known == mark).map_or(0, |(_, count)| *count);
        let share = (f64::from(count) + 2.0 * prior) / (f64::from(self.all) + 2.0);
        logarithm(share, 10.0)
    }
}

/// The logarithm of a share, in points of the scoring model.
fn logarithm(share: f64, scale: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation, reason = "a small number")]
    let points = (scale * share.ln()) as i32;
    points.max(-35)
}
