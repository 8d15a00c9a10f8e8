//! Real minutes that may not enter the project, where a folder with them exists: `GIJI_REAL` or `../shared/real`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

/// The folder with the samples, or a word that there is none.
fn samples() -> Option<PathBuf> {
    let named = env::var_os("GIJI_REAL").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real"));
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no folder {}", folder.display());
    None
}

fn files(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    let mut paths: Vec<PathBuf> = entries.unwrap_or_default();
    paths.retain(|path| path.to_string_lossy().ends_with(suffix));
    paths.sort();
    paths
}

fn parsed(path: &Path) -> Value {
    let bytes = fs::read(path).expect("a sample can be read");
    let read = giji::parse(&bytes, &giji::Options::named("sample.txt")).expect("a sample is a text");
    serde_json::from_str(&read.to_json()).expect("the output is JSON")
}

/// Line and speaker of every turn, without spaces.
fn turns(sections: &Value, found: &mut Vec<(u64, String)>) {
    for section in sections.as_array().into_iter().flatten() {
        for opinion in section["opinions"].as_array().into_iter().flatten() {
            if let Some(label) = opinion["attribution"]["label"].as_str() {
                found.push((opinion["lines"][0].as_u64().unwrap_or(0), bare(label)));
            }
        }
        turns(&section["sections"], found);
    }
}

fn bare(label: &str) -> String {
    giji::normal_form(label, &[giji::Span::new(0, label.len())]).replace(' ', "")
}

#[test]
fn every_turn_of_real_minutes_is_found_and_no_name_is_wrong() {
    let Some(real) = samples() else { return };
    for gold in ["assembly", "council"].iter().flat_map(|folder| files(&real.join(folder), ".turns.json")) {
        let labels: Value =
            serde_json::from_slice(&fs::read(&gold).expect("labels can be read")).expect("labels are JSON");
        let document = gold.with_file_name(labels["file"].as_str().expect("labels name their file"));
        let mut found = Vec::new();
        turns(&parsed(&document)["sections"], &mut found);
        let wanted: Vec<(u64, String)> = labels["labels"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|label| (label["line"].as_u64().unwrap_or(0), bare(label["label"].as_str().unwrap_or_default())))
            .collect();
        let wrong: Vec<_> = found.iter().filter(|turn| !wanted.contains(turn)).collect();
        let hit = wanted.iter().filter(|turn| found.contains(turn)).count();
        assert!(wrong.is_empty(), "{}: {wrong:?}", document.display());
        assert!(hit * 100 >= wanted.len() * 99, "{}: {hit} of {}", document.display(), wanted.len());
    }
}

#[test]
fn every_real_document_is_placed_to_the_last_character() {
    let Some(real) = samples() else { return };
    for folder in ["assembly", "council", "openings", "opinion_list", "tables", "wg_minutes"] {
        for path in files(&real.join(folder), ".txt") {
            let coverage = &parsed(&path)["coverage"];
            let count = |name: &str| coverage[name].as_u64().expect("coverage counts");
            let sum = count("placed") + count("furniture") + count("residue");
            assert_eq!(count("characters"), sum, "{}", path.display());
        }
    }
}
