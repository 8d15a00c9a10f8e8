//! Everything is prepared beside the dataset, then moved into place.
//!
//! `DATA/.giji/stage` mirrors the dataset. Once the file `COMMIT` stands in it, what is staged is whole and on disk: it
//! is moved file by file, the database follows, the manifest is moved last. A run that finds `COMMIT` completes this
//! first; one that finds a stage without it throws the stage away.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::error::IngestError;
use super::index::Index;
use super::manifest::Manifest;
use super::read::sha256;
use crate::dataset::{Files, Table, database};

/// The program's own folder inside the dataset.
pub(super) const INTERNAL: &str = ".giji";
const MANIFEST: &str = "manifest.json";
/// The database's name.
pub(super) const DATABASE: &str = "dataset.sqlite";

/// The commit's journal.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Journal {
    /// Files to be removed, relative to the dataset.
    remove: Vec<String>,
}

/// The place where a run prepares its files.
pub(super) struct Stage {
    data: PathBuf,
    folder: PathBuf,
}

impl Stage {
    /// Where the stage of a dataset lies, whether or not it exists.
    pub fn of(data: &Path) -> Self {
        Self { data: data.to_owned(), folder: data.join(INTERNAL).join("stage") }
    }

    /// Whether an earlier run was interrupted in the middle of its commit.
    pub fn pending(&self) -> bool {
        self.folder.join("COMMIT").is_file()
    }

    /// Completes or throws away what an earlier run left.
    pub fn recover(&self) -> Result<bool, IngestError> {
        if self.pending() {
            self.complete()?;
            return Ok(true);
        }
        self.clear()?;
        Ok(false)
    }

    /// An empty stage.
    pub fn clear(&self) -> Result<(), IngestError> {
        match fs::remove_dir_all(&self.folder) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                Err(IngestError::Write { path: self.folder.clone(), cause })
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Where to write the file that will stand at this path of the dataset.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Where manifest and index are to be read: in the stage while a commit is pending.
    pub fn current(&self) -> (PathBuf, PathBuf) {
        let manifest = self.path(MANIFEST);
        match self.pending() && manifest.is_file() {
            true => (manifest, self.folder.clone()),
            false => (self.data.join(MANIFEST), self.data.clone()),
        }
    }

    /// Writes manifest and index, makes everything durable and moves it into place.
    pub fn commit(&self, manifest: &Manifest, mut index: Index, remove: Vec<String>) -> Result<(), IngestError> {
        let bytes = manifest.to_json();
        index.generation = sha256(&bytes);
        let write = |path: PathBuf, bytes: &[u8]| -> Result<(), IngestError> {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(IngestError::write(folder))?;
            }
            fs::write(&path, bytes).map_err(IngestError::write(&path))
        };
        write(self.path(MANIFEST), &bytes)?;
        write(self.path(INTERNAL).join("index.json"), &json(&index))?;
        #[cfg(feature = "parquet")]
        self.write_parquet(&index)?;
        // Without the feature the Parquet files of an earlier run would no longer be true.
        #[cfg(not(feature = "parquet"))]
        let remove = remove.into_iter().chain(Table::ALL.map(|table| format!("{}.parquet", table.name()))).collect();
        self.make_durable().map_err(IngestError::write(&self.folder))?;
        let journal = self.path("COMMIT");
        write_beside(&journal, &json(&Journal { remove })).map_err(IngestError::write(&journal))?;
        self.complete()
    }

    /// The tables once more, from the staged rows.
    #[cfg(feature = "parquet")]
    fn write_parquet(&self, index: &Index) -> Result<(), IngestError> {
        use crate::dataset::parquet;
        let members = index.members(|_| String::new());
        let mut files = Files::open(&self.folder).map_err(IngestError::read(&self.folder))?;
        for table in Table::ALL {
            let path = self.path(&format!("{}.parquet", table.name()));
            parquet::write(&path, &mut files, &members, table).map_err(IngestError::write(&path))?;
        }
        Ok(())
    }

    /// Every step can be done again: what is moved already is not in the stage any more.
    fn complete(&self) -> Result<(), IngestError> {
        let journal = self.path("COMMIT");
        let bytes = fs::read(&journal).map_err(IngestError::read(&journal))?;
        let list: Journal = serde_json::from_slice(&bytes)
            .map_err(|cause| IngestError::Manifest { path: journal.clone(), message: cause.to_string() })?;
        self.move_files()?;
        for path in &list.remove {
            self.remove(path)?;
        }
        let manifest = self.path(MANIFEST);
        if manifest.is_file() {
            self.update_database(&manifest)?;
            make_folder_durable(&self.data);
            self.place(MANIFEST)?;
            make_folder_durable(&self.data);
        }
        fs::remove_file(&journal).map_err(IngestError::write(&journal))?;
        self.clear()
    }

    fn move_files(&self) -> Result<(), IngestError> {
        for entry in WalkDir::new(&self.folder).sort_by_file_name() {
            let entry = entry.map_err(|cause| IngestError::Read { path: self.folder.clone(), cause: cause.into() })?;
            let relative =
                entry.path().strip_prefix(&self.folder).unwrap_or(entry.path()).to_string_lossy().into_owned();
            if entry.file_type().is_file() && relative != "COMMIT" && relative != MANIFEST {
                self.place(&relative)?;
            }
        }
        Ok(())
    }

    fn place(&self, relative: &str) -> Result<(), IngestError> {
        let to = self.data.join(relative);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(IngestError::write(folder))?;
        }
        fs::rename(self.path(relative), &to).map_err(IngestError::write(&to))
    }

    /// Removes a document, and its folder where that is now empty.
    fn remove(&self, relative: &str) -> Result<(), IngestError> {
        let path = self.data.join(relative);
        match fs::remove_file(&path) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(IngestError::Write { path, cause }),
            Ok(()) | Err(_) => {}
        }
        let mut folder = path.parent();
        while let Some(empty) = folder.filter(|folder| *folder != self.data && fs::remove_dir(folder).is_ok()) {
            folder = empty.parent();
        }
        Ok(())
    }

    fn update_database(&self, manifest: &Path) -> Result<(), IngestError> {
        let Some(index) = Index::load(&self.data) else { return Ok(()) };
        let Some(manifest) = Manifest::load(manifest)? else { return Ok(()) };
        update_database(&self.data, &manifest, &index).map(drop)
    }

    /// One call for the whole file system where the system has it: ten thousand calls cost minutes.
    #[cfg(target_os = "linux")]
    fn make_durable(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(File::open(&self.folder)?)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn make_durable(&self) -> io::Result<()> {
        for entry in WalkDir::new(&self.folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                File::options().write(true).open(entry.path())?.sync_all()?;
            }
        }
        Ok(())
    }
}

/// Brings the database to the generation of the manifest; says whether it was not there yet.
pub(super) fn update_database(data: &Path, manifest: &Manifest, index: &Index) -> Result<bool, IngestError> {
    let path = data.join(DATABASE);
    if database::generation(&path).as_deref() == Some(index.generation.as_str()) {
        return Ok(false);
    }
    let members = index.members(|id| manifest.documents.get(id).map(digest).unwrap_or_default());
    let mut files = Files::open(data).map_err(IngestError::read(data))?;
    database::sync(&path, &mut files, &members, &index.generation)
        .map_err(|cause| IngestError::Database { path: path.clone(), cause })?;
    Ok(true)
}

/// Changes whenever a row of the document may.
fn digest(entry: &super::manifest::Entry) -> String {
    let output = entry.output.as_ref();
    let failure = entry.failure.as_ref().map(|failure| (failure.code, failure.detail.as_str()));
    let links = output.and_then(|output| output.links_sha256.as_deref());
    let body = output.map(|output| output.body_sha256.as_str());
    sha256(&json(&(body, links, failure, &entry.settings, &entry.path)))[..32].to_owned()
}

/// Writes a file beside its place and moves it there.
pub(super) fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    if let Some(folder) = path.parent() {
        make_folder_durable(folder);
    }
    Ok(())
}

/// A moved name is on disk when its folder is. Systems that cannot open folders do this by themselves.
fn make_folder_durable(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
