//! What the command says to its caller.

use std::process::ExitCode;

/// The exit codes; of several the greater one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: everything was done.
    Fine,
    /// 1: there are warnings, and `--strict` asks about them.
    Warnings,
    /// 2: the command line makes no sense; nothing was done.
    Usage,
    /// 3: a file could not be read, decoded or written; the others are done.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Warnings => 1,
            Exit::Usage => 2,
            Exit::Failed => 3,
        })
    }
}
