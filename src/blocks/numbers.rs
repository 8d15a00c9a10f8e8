//! Numbers alone on a line: which of them are page numbers.

use std::collections::{HashMap, HashSet};

use super::{Sheet, ends_sentence};
use crate::apart::FAR_IN;
use crate::model::FurnitureKind;
use crate::rules::is_digit;
use crate::values::counter;
use crate::values::number::number;

/// Where each page number is printed first and last.
struct Prints(HashMap<u32, (usize, usize)>);

impl Prints {
    /// From lines and their numbers, in the order of the lines.
    fn of<'n>(numbers: impl Iterator<Item = &'n (usize, u32)>) -> Self {
        let mut prints = HashMap::new();
        for (at, number) in numbers {
            prints.entry(*number).or_insert((*at, *at)).1 = *at;
        }
        Self(prints)
    }

    fn of_number(&self, number: u32) -> Option<(usize, usize)> {
        self.0.get(&number).copied()
    }
}

/// The value of `（３）`, `[3]` alone on its line.
fn bracketed(text: &str) -> Option<u32> {
    let inside = text.strip_prefix(['（', '(', '［', '['])?.strip_suffix(['）', ')', '］', ']'])?.trim();
    let digits = (1..=9).contains(&inside.len()) && inside.chars().all(is_digit);
    number(inside).filter(|_| digits)
}

/// In lines of text: no sheet has fewer.
const SHORTEST: usize = 8;

impl Sheet<'_> {
    /// `（１）`, `（２）` … alone on their lines are page numbers where the last of them ends the whole, or one stands in mid-sentence,
    /// far in or where its label stood before, and all of them a page's length apart: a label would have something below it.
    pub(super) fn mark_bracketed_numbers(&mut self) {
        let found: Vec<(usize, u32)> =
            (0..self.lines.len()).filter_map(|at| Some((at, bracketed(self.text(at))?))).collect();
        let Some((end, _)) = found.last().copied() else { return };
        let counts = found.iter().zip(1..).all(|((_, value), expected)| *value == expected);
        let ends = self.kinds[end + 1..].iter().all(Option::is_some);
        let apart = found.windows(2).all(|pair| pair[0].0 + SHORTEST <= pair[1].0) && found[0].0 >= SHORTEST;
        let printed = || found.iter().any(|(at, _)| self.interrupts(*at) || self.stands_far_in(*at));
        if counts && (ends || apart && (printed() || self.repeats_label(&found))) {
            found.into_iter().for_each(|(at, _)| self.kinds[at] = Some(FurnitureKind::PageNumber));
        }
    }

    /// Whether one of the numbers stands above something marked, which heads nothing, and a line above has the same for its label:
    /// `（１）` above `・…` and below `（１）研修について`.
    fn repeats_label(&self, found: &[(usize, u32)]) -> bool {
        let marked = |at: usize| self.lines.get(at + 1).is_some_and(|next| self.is_marked(next));
        found.iter().filter(|(at, _)| marked(*at)).take(3).any(|(at, value)| {
            self.lines[..*at].iter().any(|line| {
                let label = line.text(self.source).split_inclusive(['）', ')']).next().unwrap_or_default();
                label.len() < line.span.end - line.span.start && bracketed(label) == Some(*value)
            })
        })
    }

    /// Whether the line begins where the lines around it have long ended: a number in the middle of its sheet.
    fn stands_far_in(&self, at: usize) -> bool {
        let around = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| self.lines.get(at));
        let farthest = around.map(|line| line.indent).max().unwrap_or(0);
        self.lines[at].indent >= farthest + FAR_IN
    }

    /// Takes `費用は⏎3⏎万円。` for what it is: no page number, unless others count on from it.
    pub(super) fn leave_figures(&mut self) {
        if self.numbers.is_empty() {
            return;
        }
        let values: HashSet<u32> = self.numbers.iter().map(|(_, value)| *value).collect();
        let figure = |(at, value): &(usize, u32)| {
            let (Some(before), Some(after)) = (at.checked_sub(1), self.lines.get(at + 1)) else { return false };
            let alone = !values.contains(&(value + 1)) && (*value <= 1 || !values.contains(&(value - 1)));
            let apart = self.lines[before].page != after.page || self.kinds[before].is_some() || after.gap > 2;
            alone && !apart && counter::is_figure(self.lines[before].last(self.source), after.text(self.source))
        };
        let numbers = self.numbers.iter().filter(|number| !figure(number)).copied().collect();
        self.numbers = numbers;
    }

    /// A number alone on its line is a page number where a page ends beside it or where it stands in mid-sentence.
    pub(super) fn mark_bare_numbers(&mut self) {
        let candidates = std::mem::take(&mut self.numbers);
        let sure: Vec<bool> =
            candidates.iter().map(|(at, _)| self.page_ends_beside(*at) || self.interrupts(*at)).collect();
        let prints =
            Prints::of(candidates.iter().zip(&sure).filter(|(_, sure)| **sure).map(|(candidate, _)| candidate));
        let confirmed = |n: u32, at: usize| {
            let before = n.checked_sub(1).and_then(|n| prints.of_number(n)).is_some_and(|(first, _)| first + 8 < at);
            before || prints.of_number(n + 1).is_some_and(|(_, last)| at + 8 < last)
        };
        let regular = self.is_page_series(&candidates);
        for ((at, n), sure) in candidates.iter().zip(&sure) {
            if *sure || (regular || confirmed(*n, *at)) && !self.opens_row(*at) {
                self.kinds[*at] = Some(FurnitureKind::PageNumber);
            }
        }
        self.numbers = candidates;
    }

    /// Takes every number that stands alone and goes on counting for a page number: for documents without numbered rows.
    ///
    /// `令和７年10月頃⏎１⏎（以上）` has nothing else to tell it by.
    pub(super) fn mark_counting_numbers(&mut self) {
        let mut last = 0;
        for (at, value) in self.numbers.iter().copied() {
            if value > last && value <= last + 3 {
                self.kinds[at] = Some(FurnitureKind::PageNumber);
                last = value;
            }
        }
    }

    /// 1, 2, 3 … at about the same distance each time, a page's length: three numbers or more.
    fn is_page_series(&self, candidates: &[(usize, u32)]) -> bool {
        let pairs = || candidates.windows(2).map(|pair| (pair[0], pair[1]));
        let lengths = || pairs().map(|((a, _), (b, _))| self.lines[b].number - self.lines[a].number);
        let (Some(shortest), Some(longest)) = (lengths().min(), lengths().max()) else { return false };
        let counts = pairs().all(|((_, m), (_, n))| m + 1 == n);
        candidates.len() >= 3 && counts && shortest >= 15 && longest * 3 <= shortest * 4
    }

    fn page_ends_beside(&self, at: usize) -> bool {
        let page = self.lines[at].page;
        let turns = |other: usize| {
            let line = self.lines.get(other);
            line.is_some_and(|line| line.page != page || self.kinds[other] == Some(FurnitureKind::Header))
        };
        at.checked_sub(1).is_some_and(turns) || turns(at + 1)
    }

    /// `…例えば田んぼな⏎4⏎ど…`: a full line before it that ends no sentence, an unmarked one after it.
    fn interrupts(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let Some(after) = self.lines.get(at + 1) else { return false };
        let full = self.lines[before].width * 5 >= self.widest * 4;
        let open = self.lines[before].last(self.source).is_some_and(|c| !ends_sentence(c));
        full && open && self.kinds[before].is_none() && !self.is_marked(after)
    }

    /// A bare number right before or after a marked or short line may be the number of a table's row.
    fn opens_row(&self, at: usize) -> bool {
        self.lines.get(at + 1).is_some_and(|after| after.gap == 0 && after.width * 3 < self.widest)
    }
}
