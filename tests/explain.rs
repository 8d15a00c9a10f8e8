//! `explain` leaves no line of the corpus without the rule that decided it, and no closing bracket without its judgement.

use std::fs;
use std::path::PathBuf;

use giji::link::judge::Verdict;
use giji::{ExplainedLine, Options, explain};

fn corpus() -> Vec<PathBuf> {
    let folders = fs::read_dir("corpus").unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let mut texts: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.sort();
    texts
}

fn explained(path: &str) -> Vec<ExplainedLine> {
    explain(&fs::read(path).unwrap(), &Options::named(path)).unwrap()
}

#[test]
fn every_line_that_is_placed_names_its_rule() {
    let mut silent = Vec::new();
    for path in corpus() {
        for line in explained(path.to_str().unwrap()) {
            let placed = line.pieces.iter().any(|piece| !piece.leaf.starts_with("residue"));
            if placed && line.decisions.is_empty() {
                silent.push(format!("{}:{}: {}", path.display(), line.number, line.text));
            }
        }
    }
    assert_eq!(silent, [""; 0]);
}

#[test]
fn a_closing_bracket_shows_every_sign_and_their_sum() {
    let lines = explained("corpus/kanagawa/odawara-2017-minutes.txt");
    let brackets: Vec<_> = lines.iter().flat_map(|line| &line.brackets).collect();
    for bracket in &brackets {
        let sum: i32 = bracket.judgement.reasons.iter().map(|(_, weight)| weight).sum();
        assert_eq!(bracket.judgement.score, sum, "{}", bracket.label);
    }
    let nursing = brackets.iter().find(|bracket| bracket.label == "小田原市健康づくり課").unwrap();
    assert_eq!(nursing.judgement.verdict, Verdict::Speaker);
    assert!(nursing.judgement.reasons.contains(&("form.place", 5)), "{nursing:?}");
}

#[test]
fn a_plan_row_and_a_table_row_go_on_over_their_lines() {
    let rules = |path: &str, rule: &str| {
        let lines = explained(path);
        lines
            .iter()
            .flat_map(|line| &line.decisions)
            .filter(|decision| decision.rule == rule && !decision.continues)
            .count()
    };
    assert_eq!(rules("corpus/kanagawa/atsugi-2017-plan.txt", "plan.row"), 23);
    assert!(rules("corpus/mizuho/mizuhogaoka-2021-shutsubotsu.txt", "table.row") > 1);
}
