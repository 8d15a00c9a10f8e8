//! Where documents come from: files and standard input.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use giji::decode::{MAX_BYTES, check_size};

use super::problem::Problem;

/// One source of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// `-`.
    Stdin,
    /// Anything else.
    File(PathBuf),
}

/// The inputs that the arguments name; none means standard input, unless a person would have to type it.
pub fn inputs(files: Vec<PathBuf>) -> Result<Vec<Input>, Problem> {
    if files.is_empty() {
        return if io::stdin().is_terminal() { Err(Problem::NoInput) } else { Ok(vec![Input::Stdin]) };
    }
    let inputs: Vec<Input> = files.into_iter().map(Input::of).collect();
    if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Problem::StdinTwice);
    }
    Ok(inputs)
}

impl Input {
    pub fn of(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }

    /// The name for `source.name`: the file's own, without its folders.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        }
    }

    /// The name for messages, as it was given.
    pub fn shown(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// All bytes; never more than one above the limit, whatever the file's size says.
    pub fn read(&self) -> Result<Vec<u8>, Problem> {
        match self {
            Self::Stdin => {
                take(io::stdin().lock(), 0).map_err(|cause| Problem::Unreadable { name: self.shown(), cause })
            }
            Self::File(path) => self.read_file(path),
        }
    }

    fn read_file(&self, path: &Path) -> Result<Vec<u8>, Problem> {
        let unreadable = |cause| Problem::Unreadable { name: self.shown(), cause };
        let metadata = path.metadata().map_err(unreadable)?;
        if metadata.is_dir() {
            return Err(Problem::Directory { name: self.shown() });
        }
        check_size(metadata.len()).map_err(|cause| Problem::Decode { name: self.shown(), cause })?;
        let file = File::open(path).map_err(unreadable)?;
        take(file, metadata.len()).map_err(unreadable)
    }
}

fn take(from: impl Read, expected: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0) + 1);
    from.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
