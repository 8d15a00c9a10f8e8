//! What opens a line, family by family: a table of rules each, tried in order, the first match decides.
//!
//! Adding knowledge is adding a row with its examples; a test demands that each example is decided by its own row.

pub(crate) mod attendees;
pub(crate) mod furniture;
pub(crate) mod head;
pub(crate) mod plan;
pub(crate) mod summary;
pub(crate) mod table;
pub(crate) mod verbatim;

use std::sync::{LazyLock, OnceLock};

use regex::{Captures, Regex};

/// One rule: a line that matches `pattern` is a `kind`.
pub(crate) struct Rule<K: 'static> {
    /// `family.variant`, what `explain` shows.
    pub id: &'static str,
    pub kind: K,
    /// The characters with which such a line begins; a cheap test before the pattern.
    pub first: First,
    /// Matches the line as written, without white space at its ends. Its named groups are the parts of the line: `label`, `text`, `value`.
    pub pattern: &'static str,
    /// Lines that this rule, and no earlier one, decides.
    #[cfg_attr(not(test), expect(dead_code, reason = "its readers are the tests"))]
    pub examples: &'static [&'static str],
}

/// With which characters a line may begin.
#[derive(Clone, Copy)]
pub(crate) enum First {
    /// One of these.
    Of(&'static str),
    /// One of these, in a line of at most so many bytes.
    Short(&'static str, usize),
    /// A half-width or full-width digit.
    Digit,
    /// ①, ➀, ❶ and their like.
    Circled,
    /// A mark that authors use as a bullet.
    Bullet,
    /// Any character at all.
    Any,
}

impl First {
    /// Whether a line of so many bytes can be meant.
    fn takes(self, length: usize) -> bool {
        match self {
            Self::Short(_, longest) => length <= longest,
            Self::Of(_) | Self::Digit | Self::Circled | Self::Bullet | Self::Any => true,
        }
    }
}

/// What `(?&number)` in a pattern stands for: the number or mark that may precede a field's name.
const NUMBER: &str = concat!(
    r"(?<number>[#＃\s]*(?:[0-9０-９]{1,2}\s*[.．、:：]?|[（(][0-9０-９]{1,2}[)）]|[①-⑳]|[■□○〇◯●◎◇◆・▪*＊-])?)",
    r"\s*",
);

/// The pattern of a mark of one character and the text behind it.
pub(crate) const LEADING_MARK: &str = r"^(?<mark>.)\s*(?<text>.*)$";

/// A table of rules with its compiled patterns.
pub(crate) struct RuleSet<K: 'static> {
    rules: &'static [Rule<K>],
    compiled: OnceLock<Vec<OnceLock<Regex>>>,
    index: OnceLock<Index>,
    any: OnceLock<Regex>,
}

/// Which rules a first character allows, one bit for each rule.
struct Index {
    listed: Vec<(char, u32)>,
    digit: u32,
    circled: u32,
    bullet: u32,
    any: u32,
}

impl Index {
    fn of<K>(rules: &[Rule<K>]) -> Self {
        assert!(rules.len() <= 32, "a family holds at most 32 rules, one bit each");
        let mut listed: Vec<(char, u32)> = Vec::new();
        let mut index = Self { listed: Vec::new(), digit: 0, circled: 0, bullet: 0, any: 0 };
        for (at, rule) in rules.iter().enumerate() {
            let bit = 1 << at;
            match rule.first {
                First::Of(list) | First::Short(list, _) => listed.extend(list.chars().map(|c| (c, bit))),
                First::Digit => index.digit |= bit,
                First::Circled => index.circled |= bit,
                First::Bullet => index.bullet |= bit,
                First::Any => index.any |= bit,
            }
        }
        listed.sort_unstable();
        for (c, bit) in listed {
            match index.listed.last_mut() {
                Some((known, mask)) if *known == c => *mask |= bit,
                _ => index.listed.push((c, bit)),
            }
        }
        index
    }
}

impl<K> RuleSet<K> {
    pub const fn new(rules: &'static [Rule<K>]) -> Self {
        Self { rules, compiled: OnceLock::new(), index: OnceLock::new(), any: OnceLock::new() }
    }

    /// The first rule that matches the line.
    pub fn rule(&'static self, line: &str) -> Option<&'static Rule<K>> {
        self.candidates(line).find(|(at, _)| self.regex(*at).is_match(line)).map(|(_, rule)| rule)
    }

    /// The rule of a line that is a mark and a text, where no other rule begins with that mark: what most lines are.
    ///
    /// `・意見` → its rule and the bytes of `・`; no pattern needs to be run.
    pub fn leading(&'static self, line: &str) -> Option<(&'static Rule<K>, usize)> {
        let mut candidates = self.candidates(line);
        let (_, rule) = candidates.next().filter(|(_, rule)| rule.pattern == LEADING_MARK)?;
        line.chars().next().map(|mark| (rule, mark.len_utf8()))
    }

    /// The rules that such a line may fall under, in order.
    fn candidates(&'static self, line: &str) -> impl Iterator<Item = (usize, &'static Rule<K>)> {
        let mut mask = line.chars().next().map_or(0, |first| self.mask(first));
        let length = line.len();
        std::iter::from_fn(move || {
            let at = mask.trailing_zeros() as usize;
            mask &= mask.wrapping_sub(1);
            self.rules.get(at).map(|rule| (at, rule))
        })
        .filter(move |(_, rule)| rule.first.takes(length))
    }

    /// One bit for each rule that a line with this first character may fall under.
    fn mask(&'static self, first: char) -> u32 {
        let index = self.index.get_or_init(|| Index::of(self.rules));
        let listed = index.listed.binary_search_by_key(&first, |(c, _)| *c).map_or(0, |at| index.listed[at].1);
        let of = |class: bool, mask: u32| if class { mask } else { 0 };
        listed
            | index.any
            | of(is_digit(first), index.digit)
            | of(is_circled(first), index.circled)
            | of(is_bullet(first), index.bullet)
    }

    /// The first rule that matches the line, with what its groups caught.
    pub fn decide<'l>(&'static self, line: &'l str) -> Option<(&'static Rule<K>, Captures<'l>)> {
        self.candidates(line).find_map(|(at, rule)| {
            let regex = self.regex(at);
            if !regex.is_match(line) {
                return None;
            }
            regex.captures(line).map(|caught| (rule, caught))
        })
    }

    /// Whether any rule matches the line: one pattern for all of them, for texts that mostly match none.
    pub fn accepts(&'static self, line: &str) -> bool {
        let any = self.any.get_or_init(|| {
            let patterns: Vec<String> =
                self.rules.iter().map(|rule| nameless(&rule.pattern.replace("(?&number)", NUMBER))).collect();
            Regex::new(&patterns.join("|")).expect("the rules' own patterns")
        });
        any.is_match(line)
    }

    fn regex(&'static self, at: usize) -> &'static Regex {
        let compiled = self.compiled.get_or_init(|| self.rules.iter().map(|_| OnceLock::new()).collect());
        compiled[at].get_or_init(|| {
            let rule = &self.rules[at];
            Regex::new(&rule.pattern.replace("(?&number)", NUMBER))
                .unwrap_or_else(|error| panic!("rule {}: {error}", rule.id))
        })
    }

    pub fn rules(&self) -> &'static [Rule<K>] {
        self.rules
    }
}

/// A pattern without the names of its groups, which may stand only once in a joined one.
fn nameless(pattern: &str) -> String {
    static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\(\?<[a-z_]+>").expect("a fixed pattern"));
    NAME.replace_all(pattern, "(?:").into_owned()
}

pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// A digit in a circle, in any of Unicode's styles: ① (U+2460), ➀ (U+2780), ❶, ⓵, ㉑.
pub(crate) fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿' | '➀'..='➓' | '❶'..='❿' | '⓵'..='⓾')
}

/// A mark that authors use as a bullet, the private-use ones of symbol fonts (U+F0B7 …) among them.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '・' | '･'
            | '•'
            | '●'
            | '○'
            | '〇'
            | '◯'
            | '◎'
            | '◇'
            | '◆'
            | '□'
            | '■'
            | '△'
            | '▲'
            | '▽'
            | '▼'
            | '☆'
            | '★'
            | '▪'
            | '▫'
            | '‣'
            | '◦'
            | '∙'
            | '·'
            | '◉'
            | '◌'
            | '-'
            | '‐'
            | '‑'
            | '–'
            | '—'
            | '―'
            | '−'
            | '－'
            | '*'
            | '＊'
            | '→'
            | '⇒'
            | '➢'
            | '➤'
            | '►'
            | '▶'
            | '✓'
            | '✔'
            | '❖'
            | '◈'
            | '\u{f020}'..='\u{f0ff}'
    )
}

/// The ids of all rules, family by family, as `explain` shows them; what the families do not decide has ids of its own.
pub fn ids() -> Vec<&'static str> {
    fn of<K>(family: &'static RuleSet<K>) -> Vec<&'static str> {
        family.rules().iter().map(|rule| rule.id).collect()
    }
    let families = [
        vec!["head.title", "furniture.repeated-header", "text.paragraph"],
        of(&head::FIELDS),
        of(&summary::RULES),
        of(&furniture::RULES),
        of(&attendees::LISTS),
        of(&verbatim::MARKED),
        of(&verbatim::SPACED_MARK),
        of(&verbatim::COLON),
        of(&verbatim::ALONE),
        of(&verbatim::SPACED),
        of(&verbatim::NARRATIVE),
        of(&verbatim::ASIDES),
        of(&verbatim::SIDES),
        of(&verbatim::HEADINGS),
        of(&plan::COLUMNS),
        of(&plan::PERIODS),
        of(&plan::LABELS),
        of(&plan::REFERENCES),
        of(&table::WORDS),
        of(&table::BESIDE),
        of(&table::REFERENCES),
    ];
    families.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<K: PartialEq>(rules: &'static RuleSet<K>) -> Vec<&'static str> {
        for rule in rules.rules() {
            assert!(!rule.examples.is_empty(), "{} shows no example", rule.id);
            for example in rule.examples {
                let decided = rules.decide(example).map(|(rule, _)| rule.id);
                assert_eq!(decided, Some(rule.id), "{example}");
            }
        }
        rules.rules().iter().map(|rule| rule.id).collect()
    }

    #[test]
    fn every_example_is_decided_by_its_own_rule() {
        let families = [
            check(&head::FIELDS),
            check(&summary::RULES),
            check(&furniture::RULES),
            check(&attendees::LISTS),
            check(&verbatim::MARKED),
            check(&verbatim::SPACED_MARK),
            check(&verbatim::COLON),
            check(&verbatim::ALONE),
            check(&verbatim::SPACED),
            check(&verbatim::NARRATIVE),
            check(&verbatim::ASIDES),
            check(&verbatim::SIDES),
            check(&verbatim::HEADINGS),
            check(&plan::COLUMNS),
            check(&plan::PERIODS),
            check(&plan::LABELS),
            check(&plan::REFERENCES),
            check(&table::WORDS),
            check(&table::BESIDE),
            check(&table::REFERENCES),
        ];
        for id in families.concat() {
            assert!(ids().contains(&id), "{id} is not listed");
        }
    }

    #[test]
    fn every_rule_id_is_unique() {
        let mut ids = ids();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "a rule id stands twice");
    }
}
