//! What `parse` writes and where: one document or several, a file or a folder, and what is never overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use giji::{Options, parse};
use serde_json::Value;

use crate::{MINUTES, ODAWARA, code, dumps, err, files, json, out, run, run_in};

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
fn the_same_files_give_the_same_bytes() {
    for arguments in [&["parse", ODAWARA, MINUTES][..], &["parse", "--format", "csv", ODAWARA], &["check", ODAWARA]] {
        assert_eq!(run(arguments).stdout, run(arguments).stdout);
    }
}
