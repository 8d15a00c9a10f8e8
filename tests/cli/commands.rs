//! The other commands: `check`, `explain`, `schema`, `completions`.

use std::fs;

use serde_json::Value;

use crate::{MINUTES, ODAWARA, code, err, json, out, run, run_with};

#[test]
fn check_shows_the_line_with_its_mark_and_counts() {
    let output = run(&["check", ODAWARA]);
    let shown = out(&output);
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    assert!(shown.contains("warning[weekday-mismatch]"), "{shown}");
    assert!(shown.contains("19：00～21：00") && shown.contains("^^^^^^^^"), "{shown}");
    assert!(shown.lines().last().unwrap().starts_with("1 document: 0 errors, "), "{shown}");
    let japanese = out(&run(&["check", "--lang", "ja", ODAWARA]));
    assert!(japanese.contains("警告[weekday-mismatch]: 2017-01-30は月曜日ですが"), "{japanese}");
    assert!(japanese.lines().last().unwrap().starts_with("1文書: エラー0件、警告"), "{japanese}");
}

#[test]
fn check_gives_tools_the_diagnostics_of_each_file_on_a_line() {
    let output = run(&["check", "--format", "json", MINUTES, "missing.txt", ODAWARA]);
    let lines: Vec<Value> = out(&output).lines().map(json).collect();
    assert_eq!((code(&output), lines.len()), (3, 3));
    let document = json(&out(&run(&["parse", MINUTES])));
    assert_eq!((&lines[0]["file"], &lines[0]["diagnostics"]), (&MINUTES.into(), &document["diagnostics"]));
    assert_eq!(lines[1]["error"], "missing.txt: there is no such file");
    assert!(lines[2]["counts"]["warning"].as_u64().unwrap() > 0);
}

#[test]
fn explain_shows_every_line_or_the_one_that_is_asked_for() {
    let all = out(&run(&["explain", MINUTES]));
    let text = fs::read_to_string(MINUTES).unwrap();
    assert_eq!(all.lines().filter(|line| line.contains(" | ")).count(), text.lines().count(), "{all}");
    let one = out(&run(&["explain", MINUTES, "--line", "13"]));
    assert!(one.starts_with("  13 | 康づくり課）\n     = opinion.bullet, continued\n"), "{one}");
    assert!(one.contains("> agenda-1/theme-1/item-1/opinion-1.attribution.parties[0]: 康づくり課\n"), "{one}");
    assert!(out(&run(&["explain", "--lang", "ja", MINUTES, "--line", "13"])).contains("（前の行の続き）"));
    let beyond = run(&["explain", MINUTES, "--line", "99"]);
    assert_eq!((code(&beyond), err(&beyond)), (2, "error: --line 99: the file has 25 lines\n".to_owned()));
}

#[test]
fn a_file_cannot_send_escape_sequences_to_the_terminal() {
    let text = "第１回検討会の概要\n１ 日時：平成29年２月１日（火）\u{1b}[2J\n２ 場所：県\u{1b}]0;x\u{7}庁\n";
    for arguments in [&["explain", "-"][..], &["check", "-"]] {
        let shown = out(&run_with(arguments, text.as_bytes()));
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{7}'), "{shown:?}");
    }
}

#[test]
fn schema_prints_the_schema_of_the_folder() {
    let output = run(&["schema"]);
    assert_eq!(out(&output), fs::read_to_string("schemas/document.schema.json").unwrap());
    assert_eq!(out(&run(&["schema", "document"])), out(&output));
    let refused = run(&["schema", "letter"]);
    assert_eq!((code(&refused), out(&refused)), (2, String::new()));
}

#[test]
fn every_shell_has_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&["completions", shell]);
        assert_eq!(code(&output), 0);
        assert!(out(&output).contains("explain"), "{shell}");
    }
    assert_eq!(code(&run(&["completions", "tcsh"])), 2);
}
