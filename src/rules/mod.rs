//! What opens a line, family by family: a table of rules each, tried in order, the first match decides.
//!
//! Adding knowledge is adding a row with its examples; a test demands that each example is decided by its own row.

pub(crate) mod action;
pub(crate) mod asides;
pub(crate) mod attendees;
pub(crate) mod bulleted;
mod caught;
pub(crate) mod furniture;
mod guard;
pub(crate) mod head;
pub(crate) mod headings;
mod marks;
pub(crate) mod plan;
mod set;
pub(crate) mod sides;
pub(crate) mod site;
pub(crate) mod summary;
pub(crate) mod table;
pub(crate) mod verbatim;

pub(crate) use caught::Caught;
pub(crate) use guard::Guard;
pub(crate) use marks::{is_bullet, is_circled, is_digit, plain_circle};
pub(crate) use set::RuleSet;

/// One rule: a line that matches `pattern` is a `kind`.
pub(crate) struct Rule<K: 'static> {
    /// `family.variant`, what `explain` shows.
    pub id: &'static str,
    pub kind: K,
    /// A cheap test before the pattern.
    pub guard: Guard,
    /// Matches the line as written, without white space at its ends. Its named groups are the parts of the line: `label`, `text`, `value`.
    pub pattern: &'static str,
    /// Lines that this rule, and no earlier one, decides.
    #[cfg_attr(not(test), expect(dead_code, reason = "its readers are the tests"))]
    pub examples: &'static [&'static str],
}

/// What `(?&number)` in a pattern stands for: the number or mark that may precede a field's name.
const NUMBER: &str = concat!(
    r"(?<number>[#＃\s]*(?:[0-9０-９]{1,2}\s*[.．、:：]?|[一二三四五六七八九十]{1,3}[\s.．、]|[（(][0-9０-９]{1,2}[)）]|[①-⑳]|[■□○〇◯●◎◇◆△▲▽▼・▪•*＊-])?)",
    r"\s*",
);

/// The pattern of a mark of one character and the text behind it.
pub(crate) const LEADING_MARK: &str = r"^(?<mark>.)\s*(?<text>.*)$";

/// The ids of all rules, family by family, as `explain` shows them; what the families do not decide has ids of its own.
pub fn ids() -> Vec<&'static str> {
    fn of<K>(family: &'static RuleSet<K>) -> Vec<&'static str> {
        family.rules().iter().map(|rule| rule.id).collect()
    }
    let families = [
        vec![
            "head.title",
            "heading.word",
            "heading.speaker",
            "head.listed",
            "head.together",
            "item.counted",
            "head.legend",
            "after.signing",
            "after.next",
            "theme.topic",
            "heading.topic",
            "opinion.numbered",
            "opinion.led",
            "opinion.answer",
            "answer.named",
            "handout.listed",
            "furniture.repeated-header",
            "site.around",
            "text.paragraph",
        ],
        of(&head::FIELDS),
        of(&summary::RULES),
        of(&furniture::RULES),
        of(&site::TOP),
        of(&site::END),
        of(&site::BESIDE),
        of(&action::DUTIES),
        of(&attendees::LISTS),
        of(&attendees::GROUPS),
        of(&verbatim::MARKED),
        of(&bulleted::BULLETED),
        of(&verbatim::SPACED_MARK),
        of(&verbatim::COLON),
        of(&verbatim::ALONE),
        of(&verbatim::SPACED_LETTERS),
        of(&verbatim::SPACED),
        of(&verbatim::SPACED_ONCE),
        of(&verbatim::SEATED),
        of(&verbatim::SEAT),
        of(&verbatim::QUOTED),
        of(&verbatim::NARRATIVE),
        of(&verbatim::ANNOUNCED),
        of(&asides::ASIDES),
        of(&sides::SIDES),
        of(&headings::HEADINGS),
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
            check(&site::TOP),
            check(&site::END),
            check(&site::BESIDE),
            check(&action::DUTIES),
            check(&attendees::LISTS),
            check(&attendees::GROUPS),
            check(&verbatim::MARKED),
            check(&bulleted::BULLETED),
            check(&verbatim::SPACED_MARK),
            check(&verbatim::COLON),
            check(&verbatim::ALONE),
            check(&verbatim::SPACED_LETTERS),
            check(&verbatim::SPACED),
            check(&verbatim::SPACED_ONCE),
            check(&verbatim::SEATED),
            check(&verbatim::SEAT),
            check(&verbatim::QUOTED),
            check(&verbatim::NARRATIVE),
            check(&verbatim::ANNOUNCED),
            check(&asides::ASIDES),
            check(&sides::SIDES),
            check(&headings::HEADINGS),
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

    fn refused<K>(rules: &'static RuleSet<K>, lines: &[String]) -> Vec<String> {
        let at = (0..rules.rules().len()).flat_map(|at| lines.iter().map(move |line| (at, line)));
        let wrong = at.filter(|(at, line)| rules.refuses(*at, line));
        wrong.map(|(at, line)| format!("{}: {line}", rules.rules()[at].id)).collect()
    }

    /// Every example of every rule, and every line of the corpus.
    fn all_lines() -> Vec<String> {
        fn examples<K>(rules: &'static RuleSet<K>) -> impl Iterator<Item = String> {
            rules.rules().iter().flat_map(|rule| rule.examples).map(|example| (*example).to_owned())
        }
        let corpus = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")).sort_by_file_name();
        let files = corpus.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        let texts = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
        let mut lines: Vec<String> =
            texts.flat_map(|text| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()).collect();
        lines.extend(examples(&head::FIELDS).chain(examples(&summary::RULES)).chain(examples(&furniture::RULES)));
        lines
            .extend(examples(&attendees::LISTS).chain(examples(&attendees::GROUPS)).chain(examples(&verbatim::MARKED)));
        lines.extend(examples(&asides::ASIDES).chain(examples(&sides::SIDES)).chain(examples(&headings::HEADINGS)));
        lines.extend(examples(&site::TOP).chain(examples(&site::END)).chain(examples(&site::BESIDE)));
        lines.extend(examples(&plan::COLUMNS).chain(examples(&plan::PERIODS)).chain(examples(&plan::LABELS)));
        lines.extend(examples(&plan::REFERENCES).chain(examples(&table::WORDS)).chain(examples(&table::BESIDE)));
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    #[test]
    fn no_guard_refuses_what_its_pattern_matches() {
        let lines = &all_lines();
        assert!(lines.len() > 500, "the corpus is not where it should be");
        let wrong = [
            refused(&head::FIELDS, lines),
            refused(&summary::RULES, lines),
            refused(&furniture::RULES, lines),
            refused(&site::TOP, lines),
            refused(&site::END, lines),
            refused(&site::BESIDE, lines),
            refused(&attendees::LISTS, lines),
            refused(&attendees::GROUPS, lines),
            refused(&verbatim::MARKED, lines),
            refused(&verbatim::SPACED_MARK, lines),
            refused(&verbatim::COLON, lines),
            refused(&verbatim::QUOTED, lines),
            refused(&verbatim::NARRATIVE, lines),
            refused(&asides::ASIDES, lines),
            refused(&sides::SIDES, lines),
            refused(&headings::HEADINGS, lines),
            refused(&plan::COLUMNS, lines),
            refused(&plan::PERIODS, lines),
            refused(&plan::LABELS, lines),
            refused(&plan::REFERENCES, lines),
            refused(&table::WORDS, lines),
            refused(&table::BESIDE, lines),
            refused(&table::REFERENCES, lines),
        ];
        assert_eq!(wrong.concat(), [""; 0]);
    }

    /// The rules whose patterns find something else in a line without automata than with them, and those that never go without.
    fn doubted<K>(rules: &'static RuleSet<K>, lines: &[String]) -> (Vec<String>, Vec<&'static str>) {
        let rows = || rules.rules().iter().enumerate();
        let pairs = rows().flat_map(|(at, rule)| lines.iter().map(move |line| (at, rule, line)));
        let wrong = pairs.filter(|(at, _, line)| !rules.agrees(*at, line));
        let slow = rows().filter(|(at, _)| !rules.is_quick(*at)).map(|(_, rule)| rule.id);
        (wrong.map(|(_, rule, line)| format!("{}: {line}", rule.id)).collect(), slow.collect())
    }

    #[test]
    fn patterns_find_the_same_with_and_without_automata() {
        let lines: &Vec<String> = &all_lines().into_iter().step_by(7).collect();
        let doubted = [
            doubted(&head::FIELDS, lines),
            doubted(&summary::RULES, lines),
            doubted(&furniture::RULES, lines),
            doubted(&site::TOP, lines),
            doubted(&site::END, lines),
            doubted(&attendees::LISTS, lines),
            doubted(&attendees::GROUPS, lines),
            doubted(&verbatim::MARKED, lines),
            doubted(&bulleted::BULLETED, lines),
            doubted(&asides::ASIDES, lines),
            doubted(&sides::SIDES, lines),
            doubted(&headings::HEADINGS, lines),
            doubted(&plan::COLUMNS, lines),
            doubted(&plan::LABELS, lines),
            doubted(&plan::REFERENCES, lines),
            doubted(&table::WORDS, lines),
            doubted(&table::REFERENCES, lines),
        ];
        let (wrong, slow): (Vec<_>, Vec<_>) = doubted.into_iter().unzip();
        assert_eq!(wrong.concat(), [""; 0]);
        // Whether a word ends there is asked of all letters.
        assert_eq!(slow.concat(), ["attendees.absent"]);
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
