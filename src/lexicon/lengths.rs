//! Which lengths the words of a list have, so that a search for the longest word at a place asks only for lengths that exist.

use rustc_hash::FxHashMap;

use super::char_set::CharSet;

/// For the two outermost characters of words (the first two, or the last two) a bit for each length in characters.
#[derive(Debug)]
pub struct Lengths {
    by_pair: FxHashMap<(char, char), u32>,
    /// The outermost characters, which rule out most places of a text.
    outer: CharSet,
    /// Whether any word has one character only.
    has_single: bool,
}

/// No word of our lists is longer.
const LONGEST: usize = 24;

/// The second character of the pair of a word of one character.
const NONE: char = '\0';

impl Lengths {
    /// The lengths of words that are searched for from their beginning.
    pub fn of_prefixes<'w>(words: impl Iterator<Item = &'w str> + Clone) -> Lengths {
        Lengths::of(words.map(|word| (first_two(word), word.chars().count())))
    }

    /// The lengths of words that are searched for from their end.
    pub fn of_suffixes<'w>(words: impl Iterator<Item = &'w str> + Clone) -> Lengths {
        Lengths::of(words.map(|word| (last_two(word), word.chars().count())))
    }

    fn of(words: impl Iterator<Item = ((char, char), usize)> + Clone) -> Lengths {
        let outer = words.clone().map(|((outer, _), _)| outer).collect();
        let has_single = words.clone().any(|(_, length)| length == 1);
        let mut by_pair = FxHashMap::default();
        for (pair, length) in words {
            *by_pair.entry(pair).or_default() |= 1 << length.min(LONGEST);
        }
        Lengths { by_pair, outer, has_single }
    }

    /// Whether a word may begin (or, of suffixes, end) with this character.
    #[inline]
    pub fn may_have(&self, outer: char) -> bool {
        self.outer.may_have(outer)
    }

    /// The ends, in bytes, of the beginnings of `text` that may be words, the longest first.
    pub fn prefixes<'t>(&self, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        let end_of = |length: usize| text.char_indices().nth(length - 1).map(|(at, c)| at + c.len_utf8());
        let first = text.chars().next().filter(|&first| self.outer.may_have(first));
        self.lengths(first.map_or((NONE, NONE), |_| first_two(text))).filter_map(end_of)
    }

    /// The starts, in bytes, of the ends of `text` that may be words, the longest first.
    pub fn suffixes<'t>(&self, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        let start_of = |length: usize| text.char_indices().rev().nth(length - 1).map(|(at, _)| at);
        let last = text.chars().next_back().filter(|&last| self.outer.may_have(last));
        self.lengths(last.map_or((NONE, NONE), |_| last_two(text))).filter_map(start_of)
    }

    /// The lengths of words with this pair, the greatest first; last the length one, if its outer character is a word.
    fn lengths(&self, pair: (char, char)) -> impl Iterator<Item = usize> + use<> {
        let single = if self.has_single { self.mask((pair.0, NONE)) } else { 0 };
        let mask = if pair.0 != NONE { self.mask(pair) | single } else { 0 };
        let highest = (u32::BITS - mask.leading_zeros()) as usize;
        (1..highest).rev().filter(move |length| mask >> length & 1 == 1)
    }

    #[inline]
    fn mask(&self, pair: (char, char)) -> u32 {
        self.by_pair.get(&pair).copied().unwrap_or_default()
    }
}

#[inline]
fn first_two(word: &str) -> (char, char) {
    let mut chars = word.chars();
    (chars.next().unwrap_or(NONE), chars.next().unwrap_or(NONE))
}

#[inline]
fn last_two(word: &str) -> (char, char) {
    let mut chars = word.chars().rev();
    (chars.next().unwrap_or(NONE), chars.next().unwrap_or(NONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lengths_that_exist_are_asked_for_the_longest_first() {
        let lengths = Lengths::of_suffixes(["課", "養護学校", "学校"].into_iter());
        let suffixes = |text: &'static str| lengths.suffixes(text).map(|at| &text[at..]).collect::<Vec<_>>();
        assert_eq!(suffixes("座間養護学校"), ["養護学校", "学校"]);
        assert_eq!(suffixes("福祉課"), ["課"]);
        assert_eq!(suffixes("課"), ["課"]);
        let lengths = Lengths::of_prefixes(["横浜市", "横浜"].into_iter());
        let prefixes = |text: &'static str| lengths.prefixes(text).map(|end| &text[..end]).collect::<Vec<_>>();
        assert_eq!(prefixes("横浜市青葉区"), ["横浜市", "横浜"]);
        assert_eq!(prefixes("厚木市"), [""; 0]);
    }
}
