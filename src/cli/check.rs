//! `giji check`: what a person should look at, with the source line.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::ValueEnum;
use giji::decode::decode;
use giji::{Code, Diagnostic, Lang, Options, Severity};
use serde_json::json;

use super::excerpt::Excerpts;
use super::exit::Exit;
use super::id;
use super::input::{Input, inputs};
use super::problem::Problem;
use super::reading::{Reading, for_input};
use super::screen::print;

/// Show what a person should look at: each diagnostic with its source line, and counts
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// Text files; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// text for a person, or json: one object a line for each file [default: text]
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: Format,
    #[command(flatten)]
    reading: Reading,
    /// Exit with 1 where there are warnings
    #[arg(long)]
    strict: bool,
}

const AFTER_HELP: &str = "\
Examples:
  giji check minutes.txt
  giji check --strict dumps/*.txt                      for a script
  giji check --format json a.txt | jq .diagnostics     for a tool

JSON: {file, id, diagnostics, counts: {error, warning, info}}; {file, error} where a file
cannot be read.

Exit codes: 0 done, 1 warnings under --strict, 2 wrong command line, 3 a file failed (the
others are done).";

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Checks one file after the other.
pub fn run(arguments: Arguments, lang: Lang) -> Result<Exit, Problem> {
    let options = arguments.reading.options(lang)?;
    let inputs = inputs(arguments.files)?;
    let ids = id::ids(&inputs);
    let mut counts = Counts::default();
    let mut exit = Exit::Fine;
    for (input, id) in inputs.iter().zip(&ids) {
        let checked = match arguments.format {
            Format::Text => as_text(input, &for_input(&options, input, id), &mut counts),
            Format::Json => as_json(input, &for_input(&options, input, id), &mut counts),
        };
        match checked {
            Err(problem @ (Problem::Directory { .. } | Problem::Unreadable { .. } | Problem::Decode { .. })) => {
                problem.report(lang);
                exit = exit.max(problem.exit());
                if let Format::Json = arguments.format {
                    print(&format!("{}\n", json!({ "file": input.shown(), "error": problem.message(lang) })))?;
                }
            }
            other => other?,
        }
    }
    if let Format::Text = arguments.format {
        print(&counts.summary(lang))?;
    }
    let warned = arguments.strict && counts.grave() > 0;
    Ok(if warned { exit.max(Exit::Warnings) } else { exit })
}

fn as_text(input: &Input, options: &Options, counts: &mut Counts) -> Result<(), Problem> {
    let decode_problem = |cause| Problem::Decode { name: input.shown(), cause };
    let bytes = input.read()?;
    let (source, _) = decode(&bytes, &options.name, options.encoding).map_err(decode_problem)?;
    let parsed = giji::parse(&bytes, options).map_err(decode_problem)?;
    let name = input.shown();
    let excerpts = Excerpts::new(&name, &source, options.lang);
    counts.documents += 1;
    for diagnostic in &parsed.document.diagnostics {
        counts.add(diagnostic);
        print(&excerpts.render(diagnostic))?;
    }
    Ok(())
}

fn as_json(input: &Input, options: &Options, counts: &mut Counts) -> Result<(), Problem> {
    let bytes = input.read()?;
    let parsed = giji::parse(&bytes, options).map_err(|cause| Problem::Decode { name: input.shown(), cause })?;
    let diagnostics = &parsed.document.diagnostics;
    let mut own = Counts::default();
    for diagnostic in diagnostics {
        counts.add(diagnostic);
        own.add(diagnostic);
    }
    let [error, warning, info] = own.by_severity();
    let line = json!({
        "file": input.shown(),
        "id": parsed.document.id,
        "diagnostics": diagnostics,
        "counts": { "error": error, "warning": warning, "info": info },
    });
    print(&format!("{line}\n"))
}

/// How often each code was given, in how many documents.
#[derive(Default)]
struct Counts {
    documents: usize,
    codes: BTreeMap<Code, usize>,
}

impl Counts {
    fn add(&mut self, diagnostic: &Diagnostic) {
        *self.codes.entry(diagnostic.code).or_default() += 1;
    }

    /// Errors, warnings, informations.
    fn by_severity(&self) -> [usize; 3] {
        let of = |severity| self.codes.iter().filter(|(code, _)| code.severity() == severity).map(|(_, n)| n).sum();
        [of(Severity::Error), of(Severity::Warning), of(Severity::Info)]
    }

    fn grave(&self) -> usize {
        let [error, warning, _] = self.by_severity();
        error + warning
    }

    /// A line for each code, and the sum.
    fn summary(&self, lang: Lang) -> String {
        let mut text = String::new();
        for (code, count) in &self.codes {
            let name = serde_json::to_value(code).unwrap_or_default();
            text += &format!("{count:>6}  {}\n", name.as_str().unwrap_or_default());
        }
        let [error, warning, info] = self.by_severity();
        let documents = self.documents;
        text + &match lang {
            Lang::En => {
                let s = |count: usize| if count == 1 { "" } else { "s" };
                format!(
                    "{documents} document{}: {error} error{}, {warning} warning{}, {info} for information\n",
                    s(documents),
                    s(error),
                    s(warning)
                )
            }
            Lang::Ja => format!("{documents}文書: エラー{error}件、警告{warning}件、情報{info}件\n"),
        }
    }
}
