//! The command as people and scripts meet it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use giji::{Options, parse};
use serde_json::Value;
use tempfile::TempDir;

const MINUTES: &str = "tests/data/example/minutes.txt";
const ODAWARA: &str = "corpus/kanagawa/odawara-2017-minutes.txt";

/// The command in a fixed, English environment.
fn giji(arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("giji"));
    for name in ["LC_ALL", "LC_MESSAGES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.env("LANG", "C").current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    giji(arguments).output().unwrap()
}

fn run_in(folder: &TempDir, arguments: &[&str]) -> Output {
    giji(arguments).current_dir(folder.path()).output().unwrap()
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    assert_cmd::Command::from_std(giji(arguments)).write_stdin(input).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A folder with two minutes, one of them a folder deeper.
fn dumps() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("b")).unwrap();
    fs::copy(MINUTES, folder.path().join("第１回.txt")).unwrap();
    fs::copy(MINUTES, folder.path().join("b/2017.1.30.txt")).unwrap();
    folder
}

/// Every file below a folder, by its relative path.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.path() {
            path if path.is_dir() => {
                found.extend(files(&path).iter().map(|below| Path::new(&entry.file_name()).join(below)))
            }
            _ => found.push(PathBuf::from(entry.file_name())),
        }
    }
    found.sort();
    found
}

#[test]
fn one_file_gives_the_librarys_json_on_standard_output() {
    let output = run(&["parse", MINUTES]);
    let want = parse(&fs::read(MINUTES).unwrap(), &Options::named("minutes.txt")).unwrap();
    assert_eq!((code(&output), out(&output), err(&output)), (0, want.to_json(), String::new()));
    let compact = run(&["parse", "--compact", MINUTES]);
    assert_eq!(out(&compact), want.to_ndjson());
    assert_eq!(out(&run(&["parse", "--format", "ndjson", MINUTES])), want.to_ndjson());
}

#[test]
fn several_files_give_a_line_each_in_their_order_with_their_paths_as_ids() {
    let folder = dumps();
    let output = run_in(&folder, &["parse", "第１回.txt", "./b/2017.1.30.txt"]);
    let ids: Vec<Value> = out(&output).lines().map(|line| json(line)["id"].clone()).collect();
    assert_eq!((code(&output), ids), (0, vec!["第１回".into(), "b/2017.1.30".into()]));
}

#[test]
fn a_folder_takes_a_file_for_each_document_and_nothing_else() {
    let folder = dumps();
    let output = run_in(&folder, &["parse", "第１回.txt", "b/2017.1.30.txt", "-o", "new/json/"]);
    assert_eq!((code(&output), out(&output), err(&output)), (0, String::new(), String::new()));
    let written = folder.path().join("new/json");
    assert_eq!(files(&written), [PathBuf::from("b/2017.1.30.json"), PathBuf::from("第１回.json")]);
    let document = json(&fs::read_to_string(written.join("第１回.json")).unwrap());
    assert_eq!((&document["id"], &document["source"]["name"]), (&"第１回".into(), &"第１回.txt".into()));
}

#[test]
fn an_existing_folder_needs_no_slash_and_one_file_may_have_its_own_id() {
    let folder = dumps();
    let output = run_in(&folder, &["parse", "第１回.txt", "--id", "c/x", "-o", "b"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(folder.path().join("b/c/x.json").is_file());
}

#[test]
fn a_file_takes_one_document_or_what_ndjson_and_csv_join() {
    let folder = dumps();
    let both = ["parse", "第１回.txt", "b/2017.1.30.txt", "-o", "all"];
    let refused = run_in(&folder, &both);
    assert_eq!((code(&refused), folder.path().join("all").exists()), (2, false));
    assert!(err(&refused).contains("-o all/"), "{}", err(&refused));
    let joined = run_in(&folder, &[&both[..], &["--format", "ndjson"]].concat());
    assert_eq!(code(&joined), 0);
    assert_eq!(fs::read_to_string(folder.path().join("all")).unwrap().lines().count(), 2);
    let one = run_in(&folder, &["parse", "第１回.txt", "-o", "all"]);
    assert_eq!(code(&one), 0);
    assert_eq!(json(&fs::read_to_string(folder.path().join("all")).unwrap())["id"], "第１回");
}

#[test]
fn two_equal_ids_are_refused_before_anything_is_written() {
    let folder = dumps();
    fs::copy(MINUTES, folder.path().join("第１回.md")).unwrap();
    let output = run_in(&folder, &["parse", "第１回.txt", "b/2017.1.30.txt", "第１回.md", "-o", "out/"]);
    assert_eq!((code(&output), folder.path().join("out").exists()), (2, false));
    let said = err(&output);
    assert!(said.contains("第１回.txt") && said.contains("第１回.md") && said.contains("“第１回”"), "{said}");
}

#[test]
fn a_source_is_never_overwritten_and_no_id_leaves_the_folder() {
    let folder = dumps();
    for output in ["第１回.txt", "./第１回.txt", "b/../第１回.txt"] {
        let refused = run_in(&folder, &["parse", "第１回.txt", "-o", output]);
        assert_eq!(code(&refused), 2, "{}", err(&refused));
    }
    assert_eq!(fs::read(folder.path().join("第１回.txt")).unwrap(), fs::read(MINUTES).unwrap());
    assert_eq!(code(&run_in(&folder, &["parse", "第１回.txt", "--id", "../x", "-o", "b/"])), 2);
    assert!(!folder.path().join("x.json").exists());
}

#[test]
fn files_that_cannot_be_read_are_named_and_the_others_are_done() {
    let folder = dumps();
    fs::write(folder.path().join("a.pdf"), "%PDF-1.7").unwrap();
    fs::write(folder.path().join("empty.txt"), "").unwrap();
    let names = ["a.pdf", "第１回.txt", "empty.txt", "missing.txt", "b", "b/2017.1.30.txt"];
    let output = run_in(&folder, &[&["parse"], &names[..]].concat());
    assert_eq!((code(&output), out(&output).lines().count()), (3, 2));
    let said = err(&output);
    let want = [
        "error: a.pdf: this is a PDF",
        "error: empty.txt: the file is empty",
        "error: missing.txt: there is no such file",
        "error: b: this is a folder",
    ];
    assert_eq!(said.lines().count(), want.len(), "{said}");
    want.iter().zip(said.lines()).for_each(|(want, line)| assert!(line.starts_with(want), "{line}"));
    let japanese = err(&run_in(&folder, &[&["--lang", "ja", "parse"], &names[..]].concat()));
    assert!(japanese.lines().all(|line| line.starts_with("エラー: ")), "{japanese}");
    assert!(japanese.contains("missing.txt: ファイルがありません"), "{japanese}");
}

#[test]
fn a_file_that_fails_leaves_the_old_output_alone() {
    let folder = dumps();
    fs::write(folder.path().join("old.json"), "old").unwrap();
    let output = run_in(&folder, &["parse", "missing.txt", "-o", "old.json"]);
    assert_eq!(code(&output), 3);
    assert_eq!(fs::read_to_string(folder.path().join("old.json")).unwrap(), "old");
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let folder = dumps();
    let output = run_in(&folder, &["parse", "第１回.txt", "-o", "第１回.txt/x.json"]);
    assert_eq!(code(&output), 3);
    assert!(err(&output).starts_with("error: 第１回.txt/x.json: "), "{}", err(&output));
}

#[cfg(unix)]
#[test]
fn a_device_is_written_and_not_replaced() {
    assert_eq!(code(&run(&["parse", MINUTES, "-o", "/dev/null"])), 0);
    assert!(!Path::new("/dev/null").is_file());
    let folder = dumps();
    let link = folder.path().join("link.json");
    std::os::unix::fs::symlink("real.json", &link).unwrap();
    fs::write(folder.path().join("real.json"), "old").unwrap();
    assert_eq!(code(&run_in(&folder, &["parse", "第１回.txt", "-o", "link.json"])), 0);
    assert!(link.is_symlink());
    assert!(fs::read_to_string(folder.path().join("real.json")).unwrap().starts_with('{'));
}

#[test]
fn standard_input_is_read_by_default_and_by_its_dash() {
    let bytes = fs::read(MINUTES).unwrap();
    for arguments in [&["parse"][..], &["parse", "-"]] {
        let output = run_with(arguments, &bytes);
        let document = json(&out(&output));
        assert_eq!((&document["id"], &document["source"]["name"]), (&"stdin".into(), &"-".into()));
    }
    assert_eq!(json(&out(&run_with(&["parse", "-", "--id", "x"], &bytes)))["id"], "x");
    assert_eq!(code(&run_with(&["parse", "-", "-"], &bytes)), 2);
    assert_eq!(code(&run_with(&["parse"], b"")), 3);
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let folder = dumps();
    fs::File::create(folder.path().join("huge.txt")).unwrap().set_len(1 << 30).unwrap();
    let output = run_in(&folder, &["parse", "huge.txt", "第１回.txt"]);
    assert_eq!((code(&output), out(&output).lines().count()), (3, 1));
    assert!(err(&output).contains("huge.txt: 1073741824 bytes are more than the"), "{}", err(&output));
}

#[test]
fn the_encoding_may_be_given_and_an_unknown_one_is_refused_with_those_there_are() {
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("第１回検討会の概要\n１ 日時：平成29年２月１日\n２ 場所：県庁\n");
    let document = json(&out(&run_with(&["parse", "--encoding", "Shift_JIS"], &bytes)));
    assert_eq!((&document["source"]["encoding"], &document["meeting"]["place"]), (&"cp932".into(), &"県庁".into()));
    let refused = run(&["parse", "--encoding", "utf-7", MINUTES]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("“utf-7”") && err(&refused).contains("cp932"), "{}", err(&refused));
}

#[test]
fn the_type_may_be_given_and_an_unknown_one_is_refused_with_those_there_are() {
    assert_ne!(json(&out(&run(&["parse", "--type", "plan", MINUTES])))["type"], "minutes");
    let refused = run(&["parse", "--type", "letter", MINUTES]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("auto, minutes, plan"), "{}", err(&refused));
}

#[test]
fn strict_turns_warnings_into_an_exit_code_and_keeps_the_output() {
    assert_eq!(code(&run(&["parse", MINUTES])), 0);
    let strict = run(&["parse", "--strict", MINUTES]);
    assert_eq!((code(&strict), out(&strict)), (1, out(&run(&["parse", MINUTES]))));
    assert!(err(&strict).contains("minutes.txt: 1 warning"), "{}", err(&strict));
    assert_eq!(code(&run(&["parse", "--strict", MINUTES, "missing.txt"])), 3);
    assert_eq!(code(&run(&["check", "--strict", MINUTES])), 1);
    assert_eq!(code(&run(&["check", MINUTES])), 0);
}

#[test]
fn csv_of_several_files_has_one_head_and_excel_its_mark() {
    let folder = dumps();
    let both = ["parse", "第１回.txt", "b/2017.1.30.txt", "--excel"];
    let text = out(&run_in(&folder, &both));
    assert_eq!(text.matches("organization_ids").count(), 1);
    assert!(text.starts_with("\u{feff}document,type,") && text.ends_with("\r\n"), "{text}");
    assert_eq!(code(&run_in(&folder, &[&both[..], &["-o", "rows.csv"]].concat())), 0);
    assert_eq!(fs::read_to_string(folder.path().join("rows.csv")).unwrap(), text);
    assert_eq!(code(&run_in(&folder, &[&both[..], &["-o", "each/"]].concat())), 0);
    let each = fs::read_to_string(folder.path().join("each/第１回.csv")).unwrap();
    assert!(each.starts_with("\u{feff}document,"));
    assert_eq!(code(&run(&["parse", "--excel", "--format", "ndjson", MINUTES])), 2);
}

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

#[test]
fn the_same_files_give_the_same_bytes() {
    for arguments in [&["parse", ODAWARA, MINUTES][..], &["parse", "--format", "csv", ODAWARA], &["check", ODAWARA]] {
        assert_eq!(run(arguments).stdout, run(arguments).stdout);
    }
}
