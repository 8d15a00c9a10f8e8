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

/// What a function gives for each family of rules: `each_family!(of)` is `[of(&head::FIELDS), …]`, and `each_family!(of, lines)`
/// hands the lines to each call.
macro_rules! each_family {
    ($of:ident $(, $with:expr)*) => {
        each_family!(@families $of ($($with),*)
            head::FIELDS, summary::RULES, furniture::RULES, site::TOP, site::END, site::BESIDE, action::DUTIES,
            attendees::LISTS, attendees::GROUPS, verbatim::MARKED, bulleted::BULLETED, verbatim::SPACED_MARK,
            verbatim::COLON, verbatim::ALONE, verbatim::SPACED_LETTERS, verbatim::SPACED, verbatim::SPACED_ONCE,
            verbatim::SEATED, verbatim::SEAT, verbatim::QUOTED, verbatim::NARRATIVE, verbatim::ANNOUNCED, asides::ASIDES,
            sides::SIDES, headings::HEADINGS, plan::COLUMNS, plan::PERIODS, plan::LABELS, plan::REFERENCES, table::WORDS,
            table::BESIDE, table::REFERENCES)
    };
    (@families $of:ident $with:tt $($family:path),*) => { [$(each_family!(@call $of $with $family)),*] };
    (@call $of:ident ($($with:expr),*) $family:path) => { $of(&$family $(, $with)*) };
}

/// The ids of all rules, family by family, as `explain` shows them; what the families do not decide has ids of its own.
pub fn ids() -> Vec<&'static str> {
    fn of<K>(family: &'static RuleSet<K>) -> Vec<&'static str> {
        family.rules().iter().map(|rule| rule.id).collect()
    }
    let others = vec![
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
    ];
    [others, each_family!(of).concat()].concat()
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
        for id in each_family!(check).concat() {
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
        fn examples<K>(rules: &'static RuleSet<K>) -> Vec<String> {
            rules.rules().iter().flat_map(|rule| rule.examples).map(|example| (*example).to_owned()).collect()
        }
        let corpus = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")).sort_by_file_name();
        let files = corpus.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        let texts = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
        let mut lines: Vec<String> =
            texts.flat_map(|text| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()).collect();
        lines.extend(each_family!(examples).concat());
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    #[test]
    fn no_guard_refuses_what_its_pattern_matches() {
        let lines = &all_lines();
        assert!(lines.len() > 500, "the corpus is not where it should be");
        let wrong = each_family!(refused, lines);
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
        let doubted = each_family!(doubted, lines);
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
