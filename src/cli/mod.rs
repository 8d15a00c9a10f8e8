//! The command: arguments in, documents and remarks out. One file per subcommand.

mod arguments;
mod check;
mod completions;
mod csv;
mod diff;
mod excerpt;
mod exit;
mod explain;
mod flat;
mod id;
mod ingest;
mod input;
mod japanese;
mod language;
mod orgs;
mod output;
mod parse;
mod problem;
mod reading;
mod schema;
mod screen;
mod strip;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use arguments::{Arguments, Subcommand};

/// Runs the command with these arguments, the program's name first.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let lang = language::choose(&arguments, |name| std::env::var(name).ok());
    let command = arguments::command(lang);
    let chosen = command.try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    let chosen = match chosen {
        Ok(chosen) => chosen,
        Err(error) => return usage::report(&error, lang).into(),
    };
    let outcome = match chosen.subcommand {
        Subcommand::Parse(arguments) => parse::run(arguments, lang),
        Subcommand::Check(arguments) => check::run(arguments, lang),
        Subcommand::Explain(arguments) => explain::run(arguments, lang),
        Subcommand::Diff(arguments) => diff::run(&arguments, lang),
        Subcommand::Orgs(arguments) => orgs::run(arguments, lang),
        Subcommand::Ingest(arguments) => ingest::run(arguments, lang),
        Subcommand::Schema(arguments) => schema::run(&arguments),
        Subcommand::Completions(arguments) => completions::run(&arguments, lang),
    };
    let exit = outcome.unwrap_or_else(|problem| {
        problem.report(lang);
        problem.exit()
    });
    exit.into()
}
