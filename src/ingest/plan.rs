//! What is there and what was there → what is to be done, document by document, in the order of the ids.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use super::error::IngestError;
use super::failure::{Failure, FailureCode};
use super::manifest::{Entry, Manifest, State};
use super::process::Readers;
use super::scan::{Found, Scan};
use super::seen::Seen;
use super::settings::Known;

/// What is to be done with one document.
pub(super) struct Task {
    pub id: String,
    /// What is known of the file beforehand.
    pub known: Known,
    /// Digest of everything but the source on which its output depends.
    pub settings: String,
    /// What the dataset has of it.
    pub entry: Option<Entry>,
    pub step: Step,
}

pub(super) enum Step {
    /// Nothing changed, or its folder was not walked.
    Keep,
    /// The file may have changed.
    Look(Found),
    /// The file is no longer there.
    Vanished,
    /// It vanished, and `--prune` was given.
    Remove,
    /// It failed before it was read.
    Fail(Found, Failure),
}

/// How the run was asked to look.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    /// Read everything, whatever size and time say.
    pub verify: bool,
    /// Make everything anew.
    pub force: bool,
    pub prune: bool,
}

/// Refuses to remove everything that came from a folder because it is empty now.
pub(super) fn check_removals(tasks: &[Task], empty: &BTreeSet<String>) -> Result<(), IngestError> {
    let (walked, mut roots) = (Walked::new(empty), HashMap::new());
    let mut removed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for task in tasks.iter().filter(|task| matches!(task.step, Step::Remove)) {
        if let Some(entry) = task.entry.as_ref().filter(|entry| walked.held(&entry.root, &mut roots)) {
            removed.entry(&entry.root).or_default().push(task.id.clone());
        }
    }
    match removed.pop_first() {
        Some((folder, documents)) => Err(IngestError::Emptied { folder: folder.to_owned(), documents }),
        None => Ok(()),
    }
}

pub(super) fn plan(scan: Scan, manifest: &Manifest, seen: &Seen, readers: &Readers, manner: Manner) -> Vec<Task> {
    let walked = Walked::new(&scan.whole);
    let Scan { mut files, mut collisions, .. } = scan;
    let ids: BTreeSet<String> =
        files.keys().chain(collisions.keys()).chain(manifest.documents.keys()).cloned().collect();
    let mut roots = HashMap::new();
    ids.into_iter()
        .map(|id| {
            let entry = manifest.documents.get(&id).cloned();
            let step = match (collisions.remove(&id), files.remove(&id), &entry) {
                (Some((found, other)), _, _) => Step::Fail(found, Failure::new(FailureCode::SameId, other)),
                (None, Some(found), _) => Step::Look(found),
                (None, None, Some(entry)) if walked.held(&entry.root, &mut roots) => {
                    if manner.prune {
                        Step::Remove
                    } else {
                        Step::Vanished
                    }
                }
                (None, None, _) => Step::Keep,
            };
            let path = match &step {
                Step::Look(found) | Step::Fail(found, _) => found.path.clone(),
                Step::Keep | Step::Vanished | Step::Remove => {
                    entry.as_ref().map_or(String::new(), |entry| entry.path.clone())
                }
            };
            let known = readers.known(&path);
            let settings = readers.settings(&id, &known);
            let mut task = Task { id, known, settings, entry, step };
            if !manner.verify && !manner.force && task.is_unchanged(seen, readers.data()) {
                task.step = Step::Keep;
            }
            task
        })
        .collect()
}

impl Task {
    /// The path of its source as a person would open it: `minutes/odawara/a.txt`.
    pub fn source(&self) -> String {
        match (&self.step, &self.entry) {
            (Step::Look(found) | Step::Fail(found, _), _) => found.at.display().to_string(),
            (_, Some(entry)) => Path::new(&entry.root).join(&entry.path).display().to_string(),
            (_, None) => self.id.clone(),
        }
    }

    /// Whether size, time and settings are those of the last run, and the output is there.
    fn is_unchanged(&self, seen: &Seen, data: &Path) -> bool {
        let (Step::Look(found), Some(entry)) = (&self.step, &self.entry) else { return false };
        let same_place = entry.root == found.root && entry.path == found.path && entry.settings == self.settings;
        let Some(sha256) = seen.sha256(&self.id, &found.at, found.stamp) else { return false };
        let read = match (entry.state, &entry.failure) {
            (State::Current, _) => entry.sha256.as_deref(),
            (State::Failed, Some(failure)) => failure.sha256.as_deref(),
            (State::Failed, None) | (State::Vanished, _) => None,
        };
        same_place && read == Some(sha256) && is_intact(entry, data)
    }
}

/// Whether the document is there, at its length.
pub(super) fn is_intact(entry: &Entry, data: &Path) -> bool {
    entry
        .output
        .as_ref()
        .is_none_or(|output| data.join(&output.path).metadata().is_ok_and(|metadata| metadata.len() == output.bytes))
}

/// The folders that were walked from end to end, under whatever name they were given.
struct Walked {
    names: BTreeSet<String>,
    real: BTreeSet<std::path::PathBuf>,
}

impl Walked {
    fn new(names: &BTreeSet<String>) -> Self {
        let real = names.iter().filter_map(|name| fs::canonicalize(name).ok()).collect();
        Self { names: names.clone(), real }
    }

    fn held(&self, root: &str, known: &mut HashMap<String, bool>) -> bool {
        if let Some(held) = known.get(root) {
            return *held;
        }
        let held = self.names.contains(root) || fs::canonicalize(root).is_ok_and(|root| self.real.contains(&root));
        known.insert(root.to_owned(), held);
        held
    }
}
