//! The texts that snapshots hold.

mod counts;
mod summary;
mod table;

use std::path::Path;
use std::process::Command;

use giji::{ExplainedLine, Options};

pub use counts::Corpus;
pub use summary::summary;

/// Options for a document of the corpus.
pub fn options(path: &Path) -> Options {
    Options::named(&path.file_name().unwrap_or_default().to_string_lossy())
}

/// Each line with text: the line, `=` the rules that decided it, `>` what the output takes of it.
pub fn elements(bytes: &[u8], path: &Path) -> String {
    let lines = giji::explain(bytes, &options(path)).expect("the corpus can be decoded");
    lines.iter().filter(|line| !line.text.trim().is_empty()).map(element).collect()
}

fn element(line: &ExplainedLine) -> String {
    let mut text = format!("{:>4} | {}\n", line.number, line.text);
    for decision in &line.decisions {
        text += &format!("     = {}{}\n", decision.rule, if decision.continues { ", continued" } else { "" });
    }
    for piece in &line.pieces {
        text += &format!("     > {}: {}\n", piece.leaf, piece.text);
    }
    text
}

/// What `giji check` shows of the document.
pub fn diagnostics(path: &Path) -> String {
    let (folder, file) = (path.parent().expect("it lies in a folder"), path.file_name().expect("it has a name"));
    let mut check = Command::new(env!("CARGO_BIN_EXE_giji"));
    check.args(["--lang", "ja", "check"]).arg(file).current_dir(folder).env("NO_COLOR", "1");
    let output = check.output().expect("the command runs");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {complaint}", path.display());
    String::from_utf8(output.stdout).expect("it writes UTF-8")
}
