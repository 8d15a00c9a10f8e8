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

[-gone-] and {+added+} mark words within what stayed. In long documents what was reworded is looked for near its
old place only; elsewhere it is gone and added.

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
    let named_json = path.extension().is_some_and(|end| end == "json" || end == "ndjson" || end == "jsonl");
    // JSON is longer than its text: the limit of texts is not for it.
    let bytes = if named_json {
        fs::read(path).map_err(|cause| Problem::Unreadable { name: input.shown(), cause })?
    } else {
        input.read()?
    };
    if named_json || begins_as_json(&bytes) {
        return only_one(&bytes, lang)
            .map_err(|cause| Problem::NotComparable { cause: format!("{}: {cause}", input.shown()) });
    }
    let options = Options { lang, ..Options::named(&input.name()) };
    let parsed = giji::parse(&bytes, &options).map_err(|cause| Problem::Decode { name: input.shown(), cause })?;
    Ok(parsed.document)
}

/// Whether it begins as our own output does: `giji parse old.txt | giji diff - new.json`.
fn begins_as_json(bytes: &[u8]) -> bool {
    let inside = bytes.trim_ascii_start().strip_prefix(b"{");
    inside.is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\"schema_version\""))
}

/// The document of a JSON file; NDJSON of several says nothing of which to compare with which.
fn only_one(bytes: &[u8], lang: Lang) -> Result<Document, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut documents = serde_json::Deserializer::from_slice(bytes).into_iter::<Document>();
    let first = documents.next().unwrap_or_else(|| serde_json::from_slice(bytes)).map_err(|cause| cause.to_string())?;
    match documents.next() {
        None => Ok(first),
        Some(Err(cause)) => Err(cause.to_string()),
        Some(Ok(_)) => Err(match lang {
            Lang::En => "several documents; compare them one by one, or two datasets (giji ingest)".to_owned(),
            Lang::Ja => "複数の文書が入っています。1文書ずつ、またはデータセット（giji ingest）どうしで比べてください"
                .to_owned(),
        }),
    }
}
