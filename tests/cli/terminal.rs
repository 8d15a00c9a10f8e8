//! The language of messages, colours, closed pipes, wrong command lines.

use std::io::Read;
use std::process::Stdio;

use crate::{MINUTES, ODAWARA, code, err, giji, json, out, run};

#[test]
fn the_locale_chooses_the_language_and_the_flag_overrules_it() {
    let help = |variables: &[(&str, &str)], arguments: &[&str]| {
        out(&giji(arguments).envs(variables.iter().copied()).output().unwrap())
    };
    assert!(help(&[], &["parse", "--help"]).contains("Usage:"));
    assert!(help(&[("LANG", "ja_JP.UTF-8")], &["parse", "--help"]).contains("使い方:"));
    assert!(help(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")], &["--help"]).contains("Usage:"));
    assert!(help(&[("LC_MESSAGES", "ja_JP")], &["--lang", "en", "--help"]).contains("Usage:"));
    let message = |lang: &str| {
        let document = json(&out(&run(&["parse", "--lang", lang, MINUTES])));
        document["diagnostics"][0]["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(message("ja"), "発言者の表示がない意見です");
    assert_eq!(message("en"), "the opinion names no speaker");
}

#[test]
fn wrong_command_lines_exit_with_2_and_say_why_in_the_language() {
    let wrong: [(&[&str], &str, &str); 9] = [
        (&["parse", "--foo"], "'--foo'", "引数「--foo」は使えません"),
        (&["parse", "--typ", "plan"], "'--type'", "「--type」のことですか"),
        (&["parse", "--format", "xml"], "json, ndjson, csv", "（使える値: json, ndjson, csv）"),
        (&["parse", "--id", "", "x"], "--id <ID>", "「--id <ID>」に値がありません"),
        (&["chek"], "'chek'", "サブコマンド「chek」はありません"),
        (&["explain"], "<FILE>", "必要な引数がありません: <FILE>"),
        (&["explain", "x", "--line", "0"], "'0'", "「0」は「--line <N>」の値として使えません"),
        (&["parse", "--strict", "--strict"], "multiple times", "一度しか指定できません"),
        (&["parse", "x", "y", "--id", "z"], "--id is for one file", "--id は1ファイルのときだけ使えます"),
    ];
    for (arguments, english, japanese) in wrong {
        for (lang, want) in [("en", english), ("ja", japanese)] {
            let output = giji(arguments).env("LANG", lang).output().unwrap();
            assert_eq!((code(&output), out(&output)), (2, String::new()), "{arguments:?}");
            assert!(err(&output).contains(want), "{arguments:?}: {}", err(&output));
        }
    }
    assert_eq!(code(&run(&[])), 2);
}

#[test]
fn colour_comes_only_where_it_is_wanted() {
    let escape = '\u{1b}';
    assert!(!out(&run(&["check", MINUTES])).contains(escape));
    let forced = out(&giji(&["check", MINUTES]).env("CLICOLOR_FORCE", "1").output().unwrap());
    assert!(forced.contains(escape), "{forced}");
    let refused = giji(&["check", MINUTES, "missing.txt"]).env("NO_COLOR", "1").output().unwrap();
    assert!(!out(&refused).contains(escape) && !err(&refused).contains(escape));
    let json = out(&giji(&["parse", MINUTES]).env("CLICOLOR_FORCE", "1").output().unwrap());
    assert!(!json.contains(escape));
}

#[test]
fn a_closed_pipe_is_the_quiet_end() {
    let commands: [&[&str]; 6] = [
        &["parse", ODAWARA],
        &["check", ODAWARA],
        &["explain", ODAWARA],
        &["schema"],
        &["completions", "bash"],
        &["parse", "--help"],
    ];
    for arguments in commands {
        let mut child = giji(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        let status = child.wait().unwrap();
        assert_eq!((status.code(), said.as_str()), (Some(0), ""), "{arguments:?}");
    }
}
