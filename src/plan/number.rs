//! What numbers a row: `3`, or the parts of `1-2`.

use crate::rules::{is_circled, is_digit};
use crate::values::number::number;

/// The most parts that a row's number has.
const MOST_PARTS: usize = 3;

/// What stands between two parts: `1-2`, `Ⅰ－３`.
const BETWEEN: [char; 7] = ['-', '－', '‐', '–', '―', '−', 'ー'];

/// A row's number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Number {
    /// Its parts from the left; what it does not have is 0.
    parts: [u32; MOST_PARTS],
}

impl Number {
    pub fn of(whole: u32) -> Self {
        Self { parts: [whole, 0, 0] }
    }

    /// `1-2`, `Ⅰ-3`, `2-1-4`, `1-(2)-③`; none where the text is anything else, or one number.
    pub fn of_parts(text: &str) -> Option<Self> {
        let mut parts = [0; MOST_PARTS];
        let mut count = 0;
        for part in text.split(BETWEEN) {
            let inner = part.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
            let part = inner.unwrap_or(part);
            let circled = count > 0 && part.chars().count() == 1 && part.starts_with(is_circled);
            let digits = !part.is_empty() && part.chars().count() <= 2 && part.chars().all(is_digit);
            let roman = count == 0 && part.chars().count() == 1 && part.starts_with(|c| ('Ⅰ'..='Ⅻ').contains(&c));
            *parts.get_mut(count)? = number(part).filter(|own| *own > 0 && (digits || roman || circled))?;
            count += 1;
        }
        (count > 1).then_some(Self { parts })
    }

    /// The number, where it is one.
    pub fn whole(self) -> Option<u32> {
        (self.parts[1] == 0).then_some(self.parts[0])
    }

    /// The number or its last part.
    pub fn last(self) -> u32 {
        self.parts.iter().rev().copied().find(|part| *part > 0).unwrap_or(0)
    }

    /// `1-2`, as an id has it.
    pub fn path(self) -> String {
        let parts = self.parts.iter().take_while(|part| **part > 0).map(u32::to_string);
        parts.collect::<Vec<_>>().join("-")
    }

    /// What it is worth that a row of this number follows one of the other, where a row has parts: 1-2 follows 1-1, and 2-1
    /// follows either.
    pub fn follows_parts(self, before: Self) -> i32 {
        let level = (0..MOST_PARTS).find(|at| self.parts[*at] != before.parts[*at]);
        let Some(level) = level else { return -15 };
        let begins = self.parts[level + 1..].iter().all(|part| *part <= 1);
        match self.parts[level].checked_sub(before.parts[level]) {
            Some(1) if begins => 20,
            Some(1..=5) => -10,
            Some(_) => -40,
            None => -60,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_parts_counts_in_its_last_part_or_begins_anew() {
        let of = |text: &str| Number::of_parts(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(of("１－２").path(), "1-2");
        assert_eq!(of("Ⅱ-3").last(), 3);
        assert_eq!([of("1-(2)-③").path(), of("２－（１）").path()], ["1-2-3", "2-1"]);
        for (before, after) in [("1-1", "1-2"), ("1-4", "2-1"), ("Ⅰ-2", "Ⅱ-1"), ("1-1-2", "1-2-1"), ("1-2-3", "2-1-1")]
        {
            assert_eq!(of(after).follows_parts(of(before)), 20, "{before} {after}");
        }
        assert!(of("2-3").follows_parts(of("1-1")) < 0);
        for text in ["12", "4-6月", "090-1234-56", "A-1", "1-", "-1", "0-1"] {
            assert_eq!(Number::of_parts(text), None, "{text}");
        }
    }
}
