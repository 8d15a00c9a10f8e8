//! What `parse` reads and how it is told: standard input, encodings, types, `--strict`, `--format csv`.

use std::fs;

use crate::{MINUTES, code, dumps, err, json, out, run, run_in, run_with};

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
