//! Cheap tests of a line before a rule's pattern is run, or even compiled: most lines fall under no rule.

use rustc_hash::FxHashMap;

use super::marks::{is_bullet, is_circled, is_digit};
use crate::lexicon::any_of::AnyOf;
use crate::lexicon::one_of::OneOf;

/// What a line must be like for a rule to be worth a try. A guard may let a line through that the pattern refuses, never the
/// other way round: a test runs every rule's examples with and without it.
pub(crate) struct Guard {
    pub(super) first: First,
    /// In bytes.
    longest: usize,
    /// The characters with which the line may end; empty for any.
    ending: OneOf,
    /// Characters of which the line has one, among so many at its beginning; empty for any.
    having: (OneOf, usize),
    /// Words of which the line has one, among so many characters at its beginning.
    holding: Option<(&'static [&'static str], usize)>,
}

/// Half-width and full-width digits.
pub(super) const DIGITS: &str = "0123456789０１２３４５６７８９";

/// With which characters a line may begin.
#[derive(Clone, Copy)]
pub(super) enum First {
    /// One of these.
    Of(&'static str),
    /// One of these, behind the number, the marks and the opening brackets that may stand before it.
    Led(&'static str),
    /// A half-width or full-width digit.
    Digit,
    /// ①, ➀, ❶ and their like.
    Circled,
    /// A mark that authors use as a bullet.
    Bullet,
    /// Any character at all.
    Any,
}

impl Guard {
    /// Any line.
    pub const ANY: Self = Self::new(First::Any);
    /// A line that begins with a half-width or full-width digit.
    pub const DIGIT: Self = Self::new(First::Digit);
    /// A line that begins with ①, ➀, ❶ or their like.
    pub const CIRCLED: Self = Self::new(First::Circled);
    /// A line that begins with a mark that authors use as a bullet.
    pub const BULLET: Self = Self::new(First::Bullet);

    const fn new(first: First) -> Self {
        Self { first, longest: usize::MAX, ending: OneOf::new(""), having: (OneOf::new(""), 0), holding: None }
    }

    /// A line that begins with one of these characters.
    pub const fn of(characters: &'static str) -> Self {
        Self::new(First::Of(characters))
    }

    /// A line that begins with one of these characters, or has one behind its number, marks and opening brackets:
    /// `日` of `■（１） 日時`.
    pub const fn led(characters: &'static str) -> Self {
        Self::new(First::Led(characters))
    }

    /// … of at most so many bytes.
    pub const fn short(mut self, longest: usize) -> Self {
        self.longest = longest;
        self
    }

    /// … that ends with one of these characters.
    pub const fn ending(mut self, characters: &'static str) -> Self {
        self.ending = OneOf::new(characters);
        self
    }

    /// … that has one of these characters among so many at its beginning.
    pub const fn having(mut self, characters: &'static str, within: usize) -> Self {
        self.having = (OneOf::new(characters), within);
        self
    }

    /// … that has one of these words, beginning among so many characters at its beginning.
    pub const fn holding(mut self, words: &'static [&'static str], within: usize) -> Self {
        self.holding = Some((words, within));
        self
    }

    /// Whether it looks behind what stands before a word.
    #[cfg(test)]
    pub fn is_led(&self) -> bool {
        matches!(self.first, First::Led(_))
    }

    /// What searches lines for the words of which they have one.
    pub fn words(&self) -> Option<AnyOf> {
        self.holding.map(|(words, _)| AnyOf::new(words))
    }

    /// Whether the line can be meant, its first character aside; `words` is what [`Guard::words`] gave.
    pub fn takes(&self, line: &str, words: Option<&AnyOf>) -> bool {
        let (having, within) = &self.having;
        line.len() <= self.longest
            && (self.ending.is_empty() || line.chars().next_back().is_some_and(|c| self.ending.has(c)))
            && words.zip(self.holding).is_none_or(|(words, (_, within))| words.is_early_in(line, within))
            && (having.is_empty() || line.chars().take(*within).any(|c| having.has(c)))
    }
}

/// The first character behind what may stand before a word: `日` of `■（１） 日時`.
pub(super) fn lead(line: &str) -> Option<char> {
    // 一　日時: ideographs are numbers where white space or a point stands behind them.
    let first = line.chars().next()?;
    if !is_ideographic_number(first) {
        return if is_letter(first) { Some(first) } else { line.chars().find(|&c| !may_precede(c)) };
    }
    let behind = line.trim_start_matches(is_ideographic_number);
    let counted = behind.starts_with(|c: char| c.is_whitespace() || matches!(c, '．' | '.' | '、'));
    let line = if counted { behind } else { line };
    line.chars().find(|&c| !may_precede(c))
}

fn is_ideographic_number(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// A kana or an ideograph, with which most texts begin; ・ alone in their blocks is a mark.
#[inline]
fn is_letter(c: char) -> bool {
    matches!(c, 'ぁ'..='ヺ' | 'ー'..='ヿ' | '㐀'..='鿿')
}

/// White space, digits, marks and brackets, of which numbers and openings are made.
fn may_precede(c: char) -> bool {
    if is_letter(c) {
        return false;
    }
    let sign = matches!(c, '#' | '＃' | '.' | '．' | '、' | ':' | '：' | '｜' | '|');
    let bracket = matches!(
        c,
        '（' | '('
            | '）'
            | ')'
            | '【'
            | '〔'
            | '［'
            | '['
            | '＜'
            | '<'
            | '〈'
            | '《'
            | '≪'
            | '】'
            | '〕'
            | '］'
            | ']'
    );
    sign || bracket || is_digit(c) || is_circled(c) || is_bullet(c) || c.is_whitespace()
}

/// Which rules a line's first characters allow, one bit for each rule.
#[derive(Default)]
pub(super) struct Index {
    listed: FxHashMap<char, u32>,
    led: FxHashMap<char, u32>,
    digit: u32,
    circled: u32,
    bullet: u32,
    any: u32,
}

impl Index {
    pub fn of<'g>(guards: impl Iterator<Item = &'g Guard>) -> Self {
        let mut index = Self::default();
        for (at, guard) in guards.enumerate() {
            assert!(at < 32, "a family holds at most 32 rules, one bit each");
            let bit = 1 << at;
            match guard.first {
                First::Of(list) => list.chars().for_each(|c| *index.listed.entry(c).or_default() |= bit),
                First::Led(list) => list.chars().for_each(|c| *index.led.entry(c).or_default() |= bit),
                First::Digit => index.digit |= bit,
                First::Circled => index.circled |= bit,
                First::Bullet => index.bullet |= bit,
                First::Any => index.any |= bit,
            }
        }
        index
    }

    /// One bit for each rule that such a line may fall under.
    pub fn mask(&self, line: &str) -> u32 {
        let Some(first) = line.chars().next() else { return 0 };
        let found = |rules: &FxHashMap<char, u32>, c: char| rules.get(&c).copied().unwrap_or(0);
        let led = if self.led.is_empty() { 0 } else { lead(line).map_or(0, |c| found(&self.led, c)) };
        let class = if is_letter(first) { 0 } else { self.class(first) };
        found(&self.listed, first) | led | self.any | class
    }

    /// The rules for digits, circled digits and bullets.
    fn class(&self, first: char) -> u32 {
        let class = |holds: bool, mask: u32| if holds { mask } else { 0 };
        class(is_digit(first), self.digit)
            | class(is_circled(first), self.circled)
            | class(is_bullet(first), self.bullet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_precedes_a_word_is_skipped() {
        assert_eq!(lead("■（１） 日時"), Some('日'));
        assert_eq!(lead("３．出席者"), Some('出'));
        assert_eq!(lead("【議事】"), Some('議'));
        assert_eq!(lead("（１）"), None);
        assert_eq!((lead("三　出席者"), lead("一般質問")), (Some('出'), Some('一')));
    }

    #[test]
    fn a_guard_asks_for_length_end_characters_and_words() {
        let guard = Guard::ANY.short(21).ending("者員").having("（(", 4).holding(&["出席", "欠席"], 40);
        let words = guard.words();
        let takes = |line: &str| guard.takes(line, words.as_ref());
        assert!(takes("（出席）者") && takes("欠席(議員"));
        assert!(!takes("（出席）") && !takes("（参加）者") && !takes("（出席）した全職員") && !takes("出席議員（委員"));
    }

    #[test]
    fn a_first_character_finds_all_its_rules() {
        let guards = [Guard::of("①日"), Guard::led("日"), Guard::CIRCLED, Guard::ANY];
        let index = Index::of(guards.iter());
        assert_eq!(index.mask("日時"), 0b1011);
        assert_eq!(index.mask("①日時"), 0b1111);
        assert_eq!(index.mask("場所"), 0b1000);
        assert_eq!(index.mask(""), 0);
    }
}
