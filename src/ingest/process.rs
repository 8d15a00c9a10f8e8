//! Task → document, rows and facts. This is what runs in parallel.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::IngestError;
use super::failure::{Failure, FailureCode};
use super::manifest::{Entry, State};
use super::plan::{Step, Task, is_intact};
use super::read::{Content, read, sha256};
use super::scan::Found;
use super::seen::Stamp;
use super::settings::{Known, Rules};
use super::stage::Stage;
use super::stated::DoubtfulEncoding;
use crate::corrections::Corrections;
use crate::dataset::Fragment;
use crate::lang::Lang;
use crate::lexicon::register::Register;

/// Everything that the reading of a document needs.
pub(super) struct Readers<'r> {
    pub data: &'r Path,
    pub stage: &'r Stage,
    pub rules: &'r Rules,
    pub corrections: &'r Corrections,
    /// The organizations that are known, and a digest of the files they come from.
    pub register: (Option<Arc<Register>>, String),
    pub max_bytes: u64,
    pub compact: bool,
    pub lang: Lang,
    /// Only say what would be done.
    pub dry_run: bool,
    pub force: bool,
    pub verify: bool,
    /// Whether the rows of unchanged documents can be copied from the table files.
    pub tables: bool,
}

/// What became of a task.
pub(super) struct Done {
    /// What the manifest says from now on; nothing where the document is removed.
    pub entry: Option<Entry>,
    pub rows: Contribution,
    /// Size, time and content of the file, where it was read.
    pub seen: Option<(PathBuf, Stamp, String)>,
    pub change: Change,
    /// An encoding of the settings that does not fit.
    pub doubt: Option<DoubtfulEncoding>,
}

/// The rows of a document in the new tables.
pub(super) enum Contribution {
    /// Those of the old tables.
    Kept,
    New(Box<Fresh>),
    None,
}

/// New rows and facts.
pub(super) struct Fresh {
    pub fragments: [Fragment; 6],
    pub facts: Vec<u8>,
    /// Length of the document without links.
    pub body: u64,
}

/// How a document differs from the last run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    New,
    Changed,
    Same,
    Failed,
    Vanished,
    Removed,
}

impl Readers<'_> {
    pub fn data(&self) -> &Path {
        self.data
    }

    pub fn known(&self, path: &str) -> Known {
        self.rules.known(path)
    }

    /// Digest of everything but the source on which a document's output depends.
    pub fn settings(&self, id: &str, known: &Known) -> String {
        let program = concat!(env!("CARGO_PKG_VERSION"), " ", "1");
        let text = format!(
            "{program} {:?} {} {known:?} {} {:?}",
            self.lang,
            self.compact,
            self.register.1,
            self.corrections.digests(id)
        );
        sha256(text.as_bytes())[..16].to_owned()
    }

    /// Does one task.
    pub fn process(&self, task: &Task) -> Result<Done, IngestError> {
        match (&task.step, &task.entry) {
            (Step::Remove, _) | (Step::Keep | Step::Vanished, None) => {
                Ok(Done { entry: None, rows: Contribution::None, seen: None, change: Change::Removed, doubt: None })
            }
            (Step::Keep, Some(entry)) => self.keep(task, entry.clone(), state_of(entry)),
            (Step::Vanished, Some(entry)) => {
                let entry = Entry { state: State::Vanished, failure: None, ..entry.clone() };
                self.keep(task, entry, Change::Vanished)
            }
            (Step::Fail(found, failure), entry) => self.fail(task, found, entry.as_ref(), failure.clone()),
            (Step::Look(found), entry) => self.look(task, found, entry.as_ref()),
        }
    }

    fn look(&self, task: &Task, found: &Found, entry: Option<&Entry>) -> Result<Done, IngestError> {
        let content = match read(&found.at, self.max_bytes, self.lang) {
            Ok(content) => content,
            Err(failure) => return self.fail(task, found, entry, failure),
        };
        let seen = Some((found.at.clone(), content.stamp, content.sha256.clone()));
        let same = entry.filter(|entry| entry.settings == task.settings && !self.force);
        let done = match same {
            Some(entry) if entry.sha256.as_ref() == Some(&content.sha256) && self.is_intact(entry) => {
                let place = (found.root.clone(), found.path.clone());
                let moved = entry.path != found.path;
                let entry =
                    Entry { root: place.0, path: place.1, state: State::Current, failure: None, ..entry.clone() };
                if moved { self.parse(task, found, &content)? } else { self.keep(task, entry, Change::Same)? }
            }
            Some(entry)
                if entry.failure.as_ref().is_some_and(|failure| failure.sha256.as_ref() == Some(&content.sha256)) =>
            {
                self.keep(task, entry.clone(), Change::Failed)?
            }
            Some(_) | None => self.parse(task, found, &content)?,
        };
        let stated = task.known.encoding;
        let doubt = stated.and_then(|stated| DoubtfulEncoding::of(&task.source(), &content.bytes, stated));
        Ok(Done { seen, doubt, ..done })
    }

    /// The rows that are there already; made from the stored document where the table files cannot serve, or where a
    /// failure is to be added or taken away.
    fn keep(&self, task: &Task, entry: Entry, change: Change) -> Result<Done, IngestError> {
        let before = task.entry.as_ref().and_then(|entry| entry.failure.as_ref());
        if self.dry_run || (self.tables && entry.failure.as_ref() == before) {
            return Ok(Done { entry: Some(entry), rows: Contribution::Kept, seen: None, change, doubt: None });
        }
        let stored = entry.output.as_ref().map(|output| self.stored(output));
        let stored = match stored {
            Some(Ok(stored)) => Some(stored),
            Some(Err(detail)) => {
                let failure = Some(Failure::new(FailureCode::UnreadableFile, detail));
                let entry = Entry { output: None, sha256: None, state: State::Failed, failure, ..entry };
                let rows = Contribution::New(Box::new(self.rows(task, None, entry.failure.as_ref(), &entry.path).0));
                return Ok(Done { entry: Some(entry), rows, seen: None, change: Change::Failed, doubt: None });
            }
            None => None,
        };
        let document = stored.as_ref().map(|stored| &stored.document);
        let mut fresh = self.rows(task, document, entry.failure.as_ref(), &entry.path).0;
        fresh.body = stored.as_ref().map_or(0, |stored| stored.body().len() as u64);
        Ok(Done { entry: Some(entry), rows: Contribution::New(Box::new(fresh)), seen: None, change, doubt: None })
    }

    /// Whether the stored document is there; under `--verify`, whether it is what was written.
    fn is_intact(&self, entry: &Entry) -> bool {
        let Some(output) = &entry.output else { return true };
        if !self.verify {
            return is_intact(entry, self.data);
        }
        let stored = self.stored(output);
        stored.is_ok_and(|stored| sha256(&stored.body()) == output.body_sha256)
    }

    fn fail(&self, task: &Task, found: &Found, entry: Option<&Entry>, failure: Failure) -> Result<Done, IngestError> {
        let start = Entry {
            root: found.root.clone(),
            path: found.path.clone(),
            sha256: None,
            settings: task.settings.clone(),
            state: State::Failed,
            failure: None,
            output: None,
        };
        let kept = entry.cloned().unwrap_or(start);
        let entry = Entry { state: State::Failed, failure: Some(failure), ..kept };
        if task.entry.is_some() {
            return self.keep(task, entry, Change::Failed);
        }
        let rows = Contribution::New(Box::new(self.rows(task, None, entry.failure.as_ref(), &found.path).0));
        Ok(Done { entry: Some(entry), rows, seen: None, change: Change::Failed, doubt: None })
    }

    fn parse(&self, task: &Task, found: &Found, content: &Content) -> Result<Done, IngestError> {
        let change = match &task.entry {
            Some(Entry { output: Some(_), .. }) => Change::Changed,
            Some(_) | None => Change::New,
        };
        let settings = task.settings.clone();
        let document = match self.document(task, found, content) {
            Ok(document) => document,
            Err(failure) => {
                let failure = Failure { sha256: Some(content.sha256.clone()), ..failure };
                let mut done = self.fail(task, found, task.entry.as_ref(), failure)?;
                if let Some(entry) = done.entry.as_mut().filter(|entry| entry.output.is_none()) {
                    entry.settings = settings;
                }
                return Ok(done);
            }
        };
        let entry = Entry {
            root: found.root.clone(),
            path: found.path.clone(),
            sha256: Some(content.sha256.clone()),
            settings,
            state: State::Current,
            failure: None,
            output: None,
        };
        if self.dry_run {
            return Ok(Done { entry: Some(entry), rows: Contribution::None, seen: None, change, doubt: None });
        }
        let (mut fresh, rows) = self.rows(task, Some(&document), None, &found.path);
        let output = self.write(task, &document, &rows)?;
        fresh.body = output.bytes;
        let rows = Contribution::New(Box::new(fresh));
        Ok(Done { entry: Some(Entry { output: Some(output), ..entry }), rows, seen: None, change, doubt: None })
    }
}

fn state_of(entry: &Entry) -> Change {
    match entry.state {
        State::Current => Change::Same,
        State::Vanished => Change::Vanished,
        State::Failed => Change::Failed,
    }
}
