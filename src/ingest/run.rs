//! The run: who knows [`ingest`] knows the order of the steps.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::error::IngestError;
use super::index::Index;
use super::linking::Linking;
use super::lock::Lock;
use super::manifest::{FORMAT, Manifest};
use super::ordered::ordered;
use super::place;
use super::plan::{Manner, Step, Task, check_removals, plan};
use super::process::{Change, Done, Readers};
use super::request::{Event, Request, corrections, register};
use super::scan::scan;
use super::seen::Seen;
use super::stage::{Stage, update_database};
use super::summary::Summary;
use super::tables::{Tables, no_index};
use crate::corrections::Corrections;

/// Brings the dataset to what the folders hold.
///
/// # Errors
/// What ends the run as a whole. The dataset is then as it was, or is completed by the next run.
pub fn ingest(request: &Request, observe: &mut (dyn FnMut(Event) + Send)) -> Result<Summary, IngestError> {
    let rules = request.settings.rules().map_err(|message| IngestError::Settings {
        path: request.settings.path.clone().unwrap_or_default(),
        message,
    })?;
    let corrections = corrections(request)?;
    let data = &request.data;
    place::check(data, &request.folders)?;
    let found = scan(&request.folders, data, &rules)?;
    let stage = Stage::of(data);
    let mut summary = Summary { dry_run: request.dry_run, problems: found.problems.clone(), ..Summary::default() };
    let _lock = if request.dry_run { None } else { Some(lock(data)?) };
    if !request.dry_run {
        summary.recovered = stage.recover()?;
    }
    let (manifest, index) = stage.current();
    let manifest = Manifest::load(&manifest)?.unwrap_or_default();
    let index = Index::load(&index).filter(|index| index.fits(data));
    let mut seen = Seen::load(data);
    let readers = Readers {
        data,
        stage: &stage,
        rules: &rules,
        corrections: &corrections,
        register: register(&request.settings)?,
        max_bytes: request.settings.max_bytes.min(crate::decode::MAX_BYTES),
        compact: request.settings.compact,
        lang: request.lang,
        dry_run: request.dry_run,
        force: request.force,
        verify: request.verify,
        tables: index.is_some(),
    };
    let manner = Manner { verify: request.verify, force: request.force, prune: request.prune };
    let empty = found.empty.clone();
    let tasks = plan(found, &manifest, &seen, &readers, manner);
    check_removals(&tasks, &empty)?;
    observe(Event::Planned { documents: tasks.len() });
    let index = index.unwrap_or_else(no_index);
    let run = Run { request, readers: &readers, stage: &stage, old: &manifest, index: &index };
    if run.is_idle(&tasks) {
        run.count(&tasks, &mut summary, observe);
        summary.nothing_new = true;
        summary.now = manifest.totals.clone();
        summary.database_rebuilt = !request.dry_run && update_database(data, &manifest, &index)?;
    } else if let Err(error) = run.write(&tasks, &mut seen, &mut summary, observe) {
        if !stage.pending() {
            let _ = stage.clear();
        }
        return Err(error);
    }
    finish(request, &corrections, &manifest, &seen, &mut summary)?;
    Ok(summary)
}

fn lock(data: &Path) -> Result<Lock, IngestError> {
    fs::create_dir_all(data).map_err(IngestError::write(data))?;
    Lock::take(data)
}

fn finish(
    request: &Request,
    corrections: &Corrections,
    old: &Manifest,
    seen: &Seen,
    summary: &mut Summary,
) -> Result<(), IngestError> {
    summary.before = (!old.documents.is_empty()).then(|| old.totals.clone());
    if request.dry_run {
        return Ok(());
    }
    let manifest = Manifest::load(&request.data.join("manifest.json"))?.unwrap_or_default();
    let outputs = manifest.documents.values().filter_map(|entry| entry.output.as_ref());
    let applied: BTreeSet<&str> = outputs.flat_map(|output| &output.corrections).map(String::as_str).collect();
    summary.unused_corrections = corrections.unused(&applied).iter().map(|one| one.quote.clone()).collect();
    if *seen != Seen::load(&request.data) {
        seen.save(&request.data)?;
    }
    Ok(())
}

struct Run<'r> {
    request: &'r Request,
    readers: &'r Readers<'r>,
    stage: &'r Stage,
    old: &'r Manifest,
    index: &'r Index,
}

impl Run<'_> {
    /// Whether there is nothing to read and nothing to write.
    fn is_idle(&self, tasks: &[Task]) -> bool {
        let kept = |task: &Task| match (&task.step, &task.entry) {
            (Step::Keep, _) => true,
            (Step::Vanished, Some(entry)) => entry.state == super::manifest::State::Vanished,
            (Step::Vanished | Step::Look(_) | Step::Remove | Step::Fail(..), _) => false,
        };
        let headers = super::tables::headers(self.request.settings.excel);
        let tables = self.readers.tables && self.index.headers == headers;
        tables && !self.old.documents.is_empty() && tasks.iter().all(kept)
    }

    fn count(&self, tasks: &[Task], summary: &mut Summary, observe: &mut (dyn FnMut(Event) + Send)) {
        for task in tasks {
            if let Ok(done) = self.readers.process(task) {
                note(task, &done, summary, observe);
            }
        }
    }

    /// Reads what is to be read, prepares every file and commits.
    fn write(
        &self,
        tasks: &[Task],
        seen: &mut Seen,
        summary: &mut Summary,
        observe: &mut (dyn FnMut(Event) + Send),
    ) -> Result<(), IngestError> {
        let started = SystemTime::now();
        let mut manifest = Manifest {
            format: FORMAT.to_owned(),
            generator: concat!("giji ", env!("CARGO_PKG_VERSION")).to_owned(),
            ..Manifest::default()
        };
        let mut remove = Vec::new();
        let data = self.readers.data;
        let mut tables = match self.request.dry_run {
            true => None,
            false => Some(Tables::new(data, self.stage, self.index, self.request.settings.excel)?),
        };
        ordered(
            tasks,
            self.request.jobs,
            |task| self.readers.process(task),
            |task, done| {
                let done = done?;
                let failure = done.entry.as_ref().and_then(|entry| entry.failure.as_ref());
                if let (true, Some(failure)) = (self.request.fail_fast, failure) {
                    return Err(IngestError::Stopped { path: task.source(), failure: failure.clone() });
                }
                note(task, &done, summary, observe);
                if let Some(tables) = &mut tables {
                    tables.add(&task.id, &done.rows).map_err(IngestError::write(data))?;
                }
                match done.seen {
                    Some((path, stamp, sha256)) => seen.note(&task.id, &path, stamp, &sha256, started),
                    None if matches!(task.step, Step::Keep) => {}
                    None => seen.forget(&task.id),
                }
                let output = |entry: &super::manifest::Entry| entry.output.as_ref().map(|output| output.path.clone());
                let before = task.entry.as_ref().and_then(output);
                remove.extend(before.filter(|_| done.entry.as_ref().and_then(output).is_none()));
                manifest.documents.extend(done.entry.map(|entry| (task.id.clone(), entry)));
                Ok(())
            },
        )?;
        let Some(tables) = tables else { return Ok(()) };
        let index = tables.finish().map_err(IngestError::write(data))?;
        self.commit(manifest, index, remove, summary, observe)
    }

    fn commit(
        &self,
        mut manifest: Manifest,
        mut index: Index,
        remove: Vec<String>,
        summary: &mut Summary,
        observe: &mut (dyn FnMut(Event) + Send),
    ) -> Result<(), IngestError> {
        let linking = Linking {
            data: self.readers.data,
            stage: self.stage,
            jobs: self.request.jobs,
            compact: self.readers.compact,
            bom: self.request.settings.excel,
        };
        linking.link(&mut manifest, &mut index)?;
        manifest.sum_up();
        summary.now = manifest.totals.clone();
        let unchanged = manifest == *self.old
            && remove.is_empty()
            && index.documents == self.index.documents
            && index.headers == self.index.headers;
        if unchanged && self.readers.tables && !self.stage.path("documents").exists() {
            summary.nothing_new = true;
            self.stage.clear()?;
            summary.database_rebuilt = update_database(self.readers.data, &manifest, self.index)?;
            return Ok(());
        }
        observe(Event::Writing);
        self.stage.commit(&manifest, index, remove)
    }
}

fn note(task: &Task, done: &Done, summary: &mut Summary, observe: &mut (dyn FnMut(Event) + Send)) {
    let failure = done.entry.as_ref().and_then(|entry| entry.failure.as_ref());
    summary.doubtful_encodings.extend(done.doubt.clone());
    match done.change {
        Change::New => summary.new += 1,
        Change::Changed => summary.changed += 1,
        Change::Same => summary.same += 1,
        Change::Failed => summary.failed += 1,
        Change::Vanished => summary.vanished.push(task.id.clone()),
        Change::Removed => {
            summary.removed += 1;
            summary.pruned.push(task.id.clone());
        }
    }
    match failure {
        Some(failure) => {
            summary.failures.push((task.id.clone(), failure.clone()));
            observe(Event::Failed { path: &task.source(), failure });
        }
        None => observe(Event::Done { id: &task.id, change: done.change }),
    }
}
