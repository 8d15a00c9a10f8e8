//! Folders → the files that belong to the collection, each with its id.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::error::IngestError;
use super::seen::Stamp;
use super::settings::Rules;

/// One file.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The folder, as it was given.
    pub root: String,
    /// The path below it, with `/` between names.
    pub path: String,
    /// Where to open it.
    pub at: PathBuf,
    pub stamp: Stamp,
}

/// What the folders hold.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub files: BTreeMap<String, Found>,
    /// Ids that two files claim, with the paths of both.
    pub collisions: BTreeMap<String, (Found, String)>,
    /// Folders that were walked from end to end: what is missing there has vanished.
    pub whole: BTreeSet<String>,
    /// Those of them that hold no document.
    pub empty: BTreeSet<String>,
    /// What could not be walked.
    pub problems: Vec<String>,
}

/// Walks the folders. One that cannot be read at all ends the ingest: its documents have not vanished.
pub(super) fn scan(roots: &[PathBuf], data: &Path, rules: &Rules) -> Result<Scan, IngestError> {
    let mut scan = Scan::default();
    let data = fs::canonicalize(data).ok();
    let mut walked = BTreeSet::new();
    for root in roots {
        let problem = |cause| IngestError::NoFolder { path: root.clone(), cause };
        fs::read_dir(root).map_err(problem)?;
        // `s s/ ./s` is one folder, not three with the same documents.
        if !walked.insert(fs::canonicalize(root).map_err(problem)?) {
            continue;
        }
        scan.walk(root, data.as_deref(), rules);
    }
    Ok(scan)
}

/// How a folder is written in the manifest: without a slash at its end.
pub(super) fn root_name(root: &Path) -> String {
    let clean: PathBuf = root.components().collect();
    clean.to_string_lossy().replace('\\', "/")
}

impl Scan {
    fn walk(&mut self, root: &Path, data: Option<&Path>, rules: &Rules) {
        let name = root_name(root);
        let (mut whole, mut taken) = (true, false);
        let own = |entry: &DirEntry| is_hidden(entry) || is_data(entry, data);
        for entry in
            WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().filter_entry(|entry| !own(entry))
        {
            let entry = match entry {
                Ok(entry) => entry,
                Err(cause) => {
                    // A link that leads back to its own folder hides nothing: everything behind it is walked already.
                    whole &= cause.loop_ancestor().is_some();
                    self.problems.push(cause.to_string());
                    continue;
                }
            };
            if entry.file_type().is_dir() {
                continue;
            }
            let path = below(root, entry.path());
            if rules.takes(&path) {
                taken = true;
                self.take(&name, path, &entry);
            }
        }
        if whole && !taken {
            self.empty.insert(name.clone());
        }
        if whole {
            self.whole.insert(name);
        }
    }

    fn take(&mut self, root: &str, path: String, entry: &DirEntry) {
        let metadata = match entry.metadata() {
            Ok(metadata) if metadata.is_file() => metadata,
            Ok(_) => return self.problems.push(format!("{}: this is no file", entry.path().display())),
            Err(cause) => return self.problems.push(cause.to_string()),
        };
        let id = id(&path);
        let found = Found { root: root.to_owned(), path, at: entry.path().to_owned(), stamp: Stamp::of(&metadata) };
        if let Some((first, _)) = self.collisions.get(&id) {
            let both = format!("{}, {}", first.path, found.path);
            self.collisions.insert(id, (first.clone(), both));
        } else if let Some(first) = self.files.remove(&id) {
            let other =
                if first.root == found.root { found.path.clone() } else { format!("{}/{}", found.root, found.path) };
            self.collisions.insert(id, (first, other));
        } else {
            self.files.insert(id, found);
        }
    }
}

/// A link in a source folder may lead to the data folder; its own files are no sources.
fn is_data(entry: &DirEntry, data: Option<&Path>) -> bool {
    entry.file_type().is_dir()
        && data.is_some_and(|data| {
            data.file_name() == Some(entry.file_name()) && fs::canonicalize(entry.path()).is_ok_and(|path| path == data)
        })
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

/// `/data/神奈川/a.txt` below `/data` → `神奈川/a.txt`.
fn below(root: &Path, path: &Path) -> String {
    let names = path.strip_prefix(root).unwrap_or(path).components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    names.collect::<Vec<_>>().join("/")
}

/// `神奈川/第１回.概要.txt` → `神奈川/第１回.概要`
fn id(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if folder.is_empty() { stem.to_owned() } else { format!("{folder}/{stem}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_path_without_extension() {
        assert_eq!(id("神奈川/第１回.概要.txt"), "神奈川/第１回.概要");
        assert_eq!(id("a.b/c"), "a.b/c");
        assert_eq!(id("x.txt"), "x");
    }
}
