//! References between rows: `※№9とも関連`, `【旧№8、9を統合】`.

use std::ops::Range;

use crate::model::Relation;
use crate::rules::plan::REFERENCES;
use crate::span::Span;
use crate::text::normal_form;
use crate::values::number::numbers;

/// One reference found in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub relation: Relation,
    pub numbers: Vec<u32>,
    pub range: Range<usize>,
}

/// The first reference in a text.
pub(super) fn find(text: &str) -> Option<Found> {
    if !may_refer(text) {
        return None;
    }
    let (rule, caught) = REFERENCES.decide(text)?;
    let list = caught.name("numbers").or_else(|| caught.name("listed"))?;
    Some(Found { relation: rule.kind, numbers: numbers(list.as_str()), range: caught.range() })
}

/// The references with which a text ends, one behind the other: `…【旧№8を改訂】※№9とも関連`.
pub(super) fn at_end(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for _ in 0..MOST_AT_END {
        let Some(next) = find(&text[from..]) else { break };
        let range = from + next.range.start..from + next.range.end;
        if !text[from..range.start].trim().is_empty() {
            found.clear();
        }
        from = range.end;
        found.push(range);
    }
    if text[from..].trim().is_empty() { found } else { Vec::new() }
}

/// The most references that are looked for in one entry.
const MOST_AT_END: usize = 4;

/// A cheap test that keeps the patterns away from ordinary text: a number behind its sign.
fn may_refer(text: &str) -> bool {
    let mut sign = false;
    for c in text.chars() {
        match c {
            '№' | '番' | '号' | '項' | '目' | '旧' | 'o' | 'O' | 'ｏ' | 'Ｏ' | '度' | 'の' | '回' | '.' | '．'
            | ' ' | '　' | '：' | ':' => sign = true,
            '0'..='9' | '０'..='９' if sign => return true,
            _ => sign = false,
        }
    }
    false
}

/// Whether a piece begins like a reference.
pub(super) fn opens(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    if !"※＊*→⇒【［[〔（(旧関参№N前".contains(first) {
        return false;
    }
    let inner = text.trim_start_matches(['※', '＊', '*', '→', '⇒', '【', '［', '[', '〔', '（', '(', ' ', '　']);
    let marked = inner.len() < text.len();
    let number = |rest: &str| rest.trim_start_matches([' ', '　', '：', ':']).starts_with(crate::rules::is_digit);
    let label = |rest: &str| {
        let rest = rest.trim_start_matches([' ', '　', '：', ':']);
        ["№", "No.", "No", "Ｎｏ．", "Ｎｏ", "NO.", "番号", "項目", "項番"]
            .iter()
            .any(|word| rest.strip_prefix(word).is_some_and(number))
    };
    let old = ["旧", "前年度", "前年度の", "昨年度", "前回"].iter().find_map(|word| inner.strip_prefix(word));
    let related = ["関連", "参照"].iter().find_map(|word| inner.strip_prefix(word));
    old.is_some_and(|rest| label(rest) || marked && number(rest))
        || related.is_some_and(label)
        || label(inner) && (marked || find(text).is_some_and(|found| found.range.start == 0))
}

/// Whether the pieces together are a whole reference.
pub(super) fn completes(source: &str, pieces: &[Span]) -> bool {
    let text = normal_form(source, pieces);
    let brackets = |open: &[char], close: &[char]| text.matches(open).count() <= text.matches(close).count();
    brackets(&['【', '［', '[', '（', '(', '〔'], &['】', '］', ']', '）', ')', '〕'])
        && find(&text).is_some_and(|found| found.range.start == 0 && found.range.end == text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_spellings_give_relation_and_numbers() {
        let cases = [
            ("※№9とも関連", Relation::Related, vec![9]),
            ("※№7、21とも関連", Relation::Related, vec![7, 21]),
            ("※No.３と関連", Relation::Related, vec![3]),
            ("（№９関連）", Relation::Related, vec![9]),
            ("【旧№8、9を統合】", Relation::Supersedes, vec![8, 9]),
            ("【旧No.1、10、20を統合】", Relation::Supersedes, vec![1, 10, 20]),
            ("【旧№３を改訂】", Relation::Supersedes, vec![3]),
            ("【旧№８～10を再編】", Relation::Supersedes, vec![8, 9, 10]),
        ];
        for (text, relation, numbers) in cases {
            let found = find(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.relation, found.numbers, found.range), (relation, numbers, 0..text.len()), "{text}");
            assert!(opens(text), "{text}");
        }
        assert!(!opens("※医療課開催"));
        assert!(!opens("（医療型障害児入所施設）"));
    }
}
