//! How much of the hand labels a reading gives, strictly: texts are equal or not.
//!
//! Labels and readings are both turned into facts, one short sentence each ("place: 4階会議室1"); what both state is
//! right. A key that the labels leave out says nothing, so a reading is asked only about what the labels speak of.
#![allow(dead_code, reason = "each test file uses a part")]

mod attendees;
mod facts;
mod minutes;
#[path = "../generate/normal.rs"]
mod normal;
mod opinions;
mod organizations;
mod plan;
#[path = "../generate/positions.rs"]
mod positions;
mod questions;
mod reading;
mod table;
mod turns;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

pub use facts::{Count, Facts, Score};
use reading::Reading;

/// One file of hand labels and the document it is about.
pub struct Case {
    /// `kanagawa/odawara-2017-minutes`.
    pub document: String,
    /// `gold`, `turns`, `attendees`, `table`, `qa`.
    pub kind: String,
    pub gold: Value,
    /// The document's bytes.
    pub bytes: Vec<u8>,
}

/// All hand labels, in the order of their names.
pub fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = sorted(&root.join("tests/gold")).into_iter().filter(|path| path.is_dir());
    folders.flat_map(|folder| sorted(&folder)).map(|path| case(root, &path)).collect()
}

fn case(root: &Path, path: &Path) -> Case {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let file = name(path);
    let [stem, kind, "json"] = file.split('.').collect::<Vec<_>>()[..] else { panic!("{file} is no name of labels") };
    let document = format!("{}/{stem}", name(path.parent().expect("labels lie in a folder")));
    let text = root.join("corpus").join(format!("{document}.txt"));
    Case {
        gold: serde_json::from_slice(&fs::read(path).expect("labels can be read")).expect("labels are JSON"),
        bytes: fs::read(&text).unwrap_or_else(|error| panic!("{}: {error}", text.display())),
        kind: kind.to_owned(),
        document,
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    paths.sort();
    paths
}

impl Case {
    /// `kanagawa/odawara-2017-minutes.gold`.
    pub fn name(&self) -> String {
        format!("{}.{}", self.document, self.kind)
    }

    /// Parses the document and scores what came of it.
    pub fn score(&self) -> Score {
        let reading = Reading::of(&self.bytes, &self.document);
        self.score_of(&reading)
    }

    /// Scores an output that somebody changed.
    pub fn score_changed(&self, change: impl FnOnce(&mut Value)) -> Score {
        let mut reading = Reading::of(&self.bytes, &self.document);
        change(&mut reading.document);
        self.score_of(&reading)
    }

    fn score_of(&self, reading: &Reading) -> Score {
        let mut facts = Facts::default();
        match (self.kind.as_str(), self.gold["type"].as_str()) {
            ("gold", Some("minutes")) => minutes::compare(&self.gold, reading, &mut facts),
            ("gold", Some("plan")) => plan::compare(&self.gold, reading, &mut facts),
            ("turns", _) => turns::compare(&self.gold, reading, &mut facts),
            ("attendees", _) => attendees::compare(&self.gold, reading, &mut facts),
            ("table", _) => table::compare(&self.gold, reading, &mut facts),
            ("qa", _) => questions::compare(&self.gold, reading, &mut facts),
            (kind, _) => panic!("{}: no scorer for {kind}", self.document),
        }
        organizations::compare(reading, &mut facts);
        let mut faults = positions::faults(&reading.document, &reading.source);
        faults.extend(positions::empty_places(&reading.document));
        facts.score(faults)
    }
}
