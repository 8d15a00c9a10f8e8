//! Which lengths the words of a list have, so that a search for the longest word at a place asks only for lengths that exist.

use rustc_hash::FxHashMap;

use super::pair_set::PairSet;

/// For the two outermost characters of words (the first two, or the last two) a bit for each length in characters.
#[derive(Debug)]
pub struct Lengths {
    by_pair: FxHashMap<(char, char), u32>,
    /// The pairs, which rule out most places of a text, and the characters that are words alone.
    pairs: PairSet,
}

/// No word of our lists is longer.
const LONGEST: usize = 24;

/// The second character of the pair of a word of one character.
const NONE: char = '\0';

impl Lengths {
    /// The lengths of words that are searched for from their beginning.
    pub fn of_prefixes<'w>(words: impl Iterator<Item = &'w str>) -> Lengths {
        Lengths::of(words.map(|word| (first_two(word), word.chars().count())))
    }

    /// The lengths of words that are searched for from their end.
    pub fn of_suffixes<'w>(words: impl Iterator<Item = &'w str>) -> Lengths {
        Lengths::of(words.map(|word| (last_two(word), word.chars().count())))
    }

    fn of(words: impl Iterator<Item = ((char, char), usize)>) -> Lengths {
        let (mut by_pair, mut pairs) = (FxHashMap::default(), PairSet::default());
        for ((outer, inner), length) in words {
            if length == 1 {
                pairs.insert_alone(outer);
            } else {
                pairs.insert(outer, inner);
                *by_pair.entry((outer, inner)).or_default() |= 1 << length.min(LONGEST);
            }
        }
        Lengths { by_pair, pairs }
    }

    /// Whether a word may begin (or, of suffixes, end) with this character.
    #[inline]
    pub fn may_have(&self, outer: char) -> bool {
        self.pairs.may_have_first(outer)
    }

    /// The pairs of words: the outer character first.
    #[inline]
    pub fn pairs(&self) -> &PairSet {
        &self.pairs
    }

    /// The ends, in bytes, of the beginnings of `text` that may be words, the longest first.
    #[inline]
    pub fn prefixes<'t>(&self, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        let end_of = |length: usize| {
            let mut chars = text.chars();
            chars.nth(length - 1).map(|_| text.len() - chars.as_str().len())
        };
        self.lengths(first_two(text)).filter_map(end_of)
    }

    /// The starts, in bytes, of the ends of `text` that may be words, the longest first.
    #[inline]
    pub fn suffixes<'t>(&self, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        let start_of = |length: usize| {
            let mut chars = text.chars();
            chars.nth_back(length - 1).map(|_| chars.as_str().len())
        };
        self.lengths(last_two(text)).filter_map(start_of)
    }

    /// The lengths of words with this pair, the greatest first; last the length one, if its outer character is a word.
    #[inline]
    fn lengths(&self, (outer, inner): (char, char)) -> impl Iterator<Item = usize> + use<> {
        let mut left = if self.pairs.may_have_first(outer) { self.mask(outer, inner) } else { 0 };
        std::iter::from_fn(move || {
            let longest = left.checked_ilog2()?;
            left ^= 1 << longest;
            Some(longest as usize)
        })
    }

    fn mask(&self, outer: char, inner: char) -> u32 {
        let single = u32::from(self.pairs.may_have_alone(outer)) << 1;
        let longer = if self.pairs.may_have(outer, inner) { self.by_pair.get(&(outer, inner)) } else { None };
        longer.copied().unwrap_or_default() | single
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
