//! The command as the tests run it: in a fixed, English environment, from the project's root, with nothing to read.

#![allow(dead_code, reason = "each test file uses a part")]

use std::process::{Command, Output, Stdio};

/// `giji` with these arguments.
pub fn giji(arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("giji"));
    for name in ["LC_ALL", "LC_MESSAGES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.env("LANG", "C").current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).stdin(Stdio::null());
    command
}

/// What `giji` answers to these arguments.
pub fn run(arguments: &[&str]) -> Output {
    giji(arguments).output().unwrap()
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}
