//! The command as people and scripts meet it.

#[path = "../command/mod.rs"]
mod command;
mod commands;
mod input;
mod output;
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use command::{code, err, giji, out, run};
use serde_json::Value;
use tempfile::TempDir;

const MINUTES: &str = "tests/data/example/minutes.txt";

const ODAWARA: &str = "corpus/kanagawa/odawara-2017-minutes.txt";

fn run_in(folder: &TempDir, arguments: &[&str]) -> Output {
    giji(arguments).current_dir(folder.path()).output().unwrap()
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    assert_cmd::Command::from_std(giji(arguments)).write_stdin(input).output().unwrap()
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
