//! `giji diff`: what differs between two documents, two editions of a plan, or two datasets.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use giji::{Document, Lang, Options, diff};

use super::exit::Exit;
use super::input::Input;
use super::problem::Problem;
use super::screen::{print, shown};

/// Compare two documents, two editions of a plan, or two datasets
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// A text, a document as JSON, or a dataset's folder
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// What to compare it with
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// text for a person, or json [default: text]
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: Format,
    /// Exit with 1 where anything differs
    #[arg(long)]
    strict: bool,
}

const AFTER_HELP: &str = "\
Examples:
  giji diff plan-2016.txt plan-2017.txt                items added, gone, merged, moved, reworded
  giji diff data-before/ data-after/ --format json     two datasets

[-gone-] and {+added+} mark words within what stayed.

Exit codes: 0 done, 1 there are differences under --strict, 2 wrong command line, 3 a file could not be read.";

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub fn run(arguments: &Arguments, lang: Lang) -> Result<Exit, Problem> {
    let (empty, text, json) = if arguments.old.is_dir() || arguments.new.is_dir() {
        let diff = diff::datasets(&arguments.old, &arguments.new).map_err(|cause| Problem::Ingest { cause })?;
        (diff.is_empty(), diff.text(lang), serde_json::to_string_pretty(&diff))
    } else {
        let diff = diff::documents(&document(&arguments.old, lang)?, &document(&arguments.new, lang)?);
        (diff.is_empty(), diff.text(lang), serde_json::to_string_pretty(&diff))
    };
    match arguments.format {
        Format::Text => print(&shown(&text))?,
        Format::Json => print(&format!("{}\n", json.unwrap_or_default()))?,
    }
    Ok(if arguments.strict && !empty { Exit::Warnings } else { Exit::Fine })
}

/// A document that was written as JSON, or a text that is read now.
fn document(path: &Path, lang: Lang) -> Result<Document, Problem> {
    let input = Input::of(path.to_owned());
    if path.extension().is_some_and(|end| end == "json") {
        let bytes = fs::read(path).map_err(|cause| Problem::Unreadable { name: input.shown(), cause })?;
        return serde_json::from_slice(&bytes)
            .map_err(|cause| Problem::NotComparable { cause: format!("{}: {cause}", input.shown()) });
    }
    let bytes = input.read()?;
    let options = Options { lang, ..Options::named(&input.name()) };
    let parsed = giji::parse(&bytes, &options).map_err(|cause| Problem::Decode { name: input.shown(), cause })?;
    Ok(parsed.document)
}
