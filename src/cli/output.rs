//! Where documents go: standard output, one file, or a folder with a file each.
//!
//! A file is written beside its place and then moved there, so that nobody ever sees half of it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::NamedTempFile;

use super::input::Input;
use super::problem::Problem;
use super::screen::stdout_problem;

/// Where everything goes.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    Stdout,
    /// One file for all documents.
    File(PathBuf),
    /// One file for each document, in the order of the inputs.
    Folder(Vec<PathBuf>),
}

/// What `-o` means: a path that ends with a slash or is a folder takes a file for each document.
pub fn destination(
    output: Option<PathBuf>,
    ids: &[String],
    inputs: &[Input],
    extension: &str,
) -> Result<Destination, Problem> {
    let destination = match output {
        None => Destination::Stdout,
        Some(path) if path.as_os_str() == "-" => Destination::Stdout,
        Some(path) if is_folder(&path) => {
            let files = ids.iter().map(|id| file_in(&path, id, extension));
            Destination::Folder(files.collect::<Result<_, _>>()?)
        }
        Some(path) => Destination::File(path),
    };
    match &destination {
        Destination::Stdout => {}
        Destination::File(path) => refuse_input(path, inputs)?,
        Destination::Folder(paths) => paths.iter().try_for_each(|path| refuse_input(path, inputs))?,
    }
    Ok(destination)
}

fn is_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::is_separator) || path.is_dir()
}

/// `kanagawa/a` → `DIR/kanagawa/a.json`.
fn file_in(folder: &Path, id: &str, extension: &str) -> Result<PathBuf, Problem> {
    let inside = !id.is_empty() && Path::new(id).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return Err(Problem::IdLeavesFolder { id: id.to_owned() });
    }
    // `with_extension` would take `.30` of `2017.1.30` for one.
    Ok(folder.join(format!("{id}.{extension}")))
}

/// A source is never overwritten, by whatever name it is given.
fn refuse_input(path: &Path, inputs: &[Input]) -> Result<(), Problem> {
    let Ok(real) = path.canonicalize() else { return Ok(()) };
    let is_input = inputs.iter().any(|input| match input {
        Input::Stdin => false,
        Input::File(file) => file.canonicalize().is_ok_and(|file| file == real),
    });
    if is_input { Err(Problem::OutputIsInput { path: path.to_owned() }) } else { Ok(()) }
}

/// An open output.
pub struct Output {
    name: String,
    to: BufWriter<Target>,
}

/// What an output writes to.
pub enum Target {
    Stdout(io::StdoutLock<'static>),
    /// A file that is not there yet, and where it will be.
    Beside(NamedTempFile<File>, PathBuf),
    /// A device or pipe, which cannot be replaced.
    Device(File),
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::Beside(out, _) => out.write(bytes),
            Self::Device(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::Beside(out, _) => out.flush(),
            Self::Device(out) => out.flush(),
        }
    }
}

/// In bytes; a document's JSON is a few of these.
const BUFFER: usize = 1 << 16;

impl Output {
    pub fn stdout() -> Self {
        Self::new("-".to_owned(), Target::Stdout(io::stdout().lock()))
    }

    /// Opens a file for writing; its folders are made where they are missing.
    pub fn file(path: &Path) -> Result<Self, Problem> {
        let name = path.display().to_string();
        match open(path) {
            Ok(to) => Ok(Self::new(name, to)),
            Err(cause) => Err(Problem::Unwritable { name, cause }),
        }
    }

    fn new(name: String, to: Target) -> Self {
        Self { name, to: BufWriter::with_capacity(BUFFER, to) }
    }

    /// Writes what `write` gives, piece by piece.
    pub fn write(&mut self, write: impl FnOnce(&mut BufWriter<Target>) -> io::Result<()>) -> Result<(), Problem> {
        write(&mut self.to).map_err(|cause| problem(self.to.get_ref(), &self.name, cause))
    }

    /// Ends the output: what was written beside its place moves there.
    pub fn finish(mut self) -> Result<(), Problem> {
        self.to.flush().map_err(|cause| problem(self.to.get_ref(), &self.name, cause))?;
        // Flushed, so that the buffer that is given up here is empty.
        let (Target::Beside(file, path), _) = self.to.into_parts() else { return Ok(()) };
        file.persist(path).map(drop).map_err(|error| Problem::Unwritable { name: self.name, cause: error.error })
    }
}

fn problem(to: &Target, name: &str, cause: io::Error) -> Problem {
    match to {
        Target::Stdout(_) => stdout_problem(cause),
        Target::Beside(..) | Target::Device(_) => Problem::Unwritable { name: name.to_owned(), cause },
    }
}

fn open(path: &Path) -> io::Result<Target> {
    if path.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        return Ok(Target::Device(File::options().write(true).open(path)?));
    }
    // A link stays a link: what it points to is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    // Created by `File`, and not by `tempfile`, so that the file has the usual permissions.
    let file =
        tempfile::Builder::new().prefix(".giji-").suffix(".tmp").make_in(folder, |path| File::create_new(path))?;
    Ok(Target::Beside(file, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_with_dots_keeps_them_and_none_leaves_the_folder() {
        let path = file_in(Path::new("out"), "kanagawa/2017.1.30", "json").unwrap();
        assert_eq!(path, Path::new("out").join("kanagawa/2017.1.30.json"));
        for id in ["../a", "/a", "a/../../b", ""] {
            assert!(matches!(file_in(Path::new("out"), id, "json"), Err(Problem::IdLeavesFolder { .. })), "{id}");
        }
    }

    #[test]
    fn nothing_stands_at_the_place_before_the_output_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/a.json");
        let mut output = Output::file(&path).unwrap();
        output.write(|out| out.write_all(b"{}")).unwrap();
        assert!(!path.exists());
        output.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"{}");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "the temporary file is gone");
    }

    #[test]
    fn an_output_that_is_given_up_leaves_the_old_file_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, "old").unwrap();
        let mut output = Output::file(&path).unwrap();
        output.write(|out| out.write_all(b"ne")).unwrap();
        drop(output);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
