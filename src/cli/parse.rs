//! `giji parse`: documents as JSON, NDJSON or CSV.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::NonEmptyStringValueParser;
use giji::{Lang, Options, Parsed, Severity};

use super::csv::{self, Sheet};
use super::exit::Exit;
use super::id;
use super::input::{Input, inputs};
use super::output::{Destination, Output, destination};
use super::problem::Problem;
use super::reading::{Reading, for_input};
use super::screen::note;

/// Read documents and write them as JSON, NDJSON or CSV
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// Text files; - is standard input [default: -]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write to this file; to a file for each document where PATH is a folder or ends with / [default: standard output]
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// json, ndjson (one line for each document) or csv (one row for each opinion or plan item)
    /// [default: json; ndjson where several documents go to standard output]
    #[arg(long, value_name = "FORMAT", value_enum, hide_possible_values = true)]
    format: Option<Format>,
    /// CSV for Excel: with a byte order mark and CRLF line ends; implies --format csv
    #[arg(long)]
    excel: bool,
    /// JSON without white space
    #[arg(long)]
    compact: bool,
    /// The document's id, for one file [default: the file's name without extension]
    #[arg(long, value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    id: Option<String>,
    #[command(flatten)]
    reading: Reading,
    /// Exit with 1 where a document has warnings
    #[arg(long)]
    strict: bool,
}

const AFTER_HELP: &str = "\
Examples:
  giji parse minutes.txt                        JSON on standard output
  giji parse dumps/*.txt -o json/               json/dumps/NAME.json for each file
  giji parse dumps/*.txt > all.ndjson           one line for each document
  giji parse --excel dumps/*.txt -o rows.csv    a table for a spreadsheet
  pdftotext plan.pdf - | giji parse --type plan --id plan-2017

Several files: their ids are their paths without extension. Two equal ids are an error, and
nothing is written. A file that cannot be read is reported, and the others are done.

CSV columns: document, type, title, region, date, fiscal_year, id, kind, agenda, category,
numbers, heading, text, speaker, persons, roles, organizations, organization_ids, lead,
cooperating, schedule, notes, references, replies_to, first_line, last_line. A list in a
cell has one entry per line. Cells are the text as it stands; one that begins with = + -
or @ is a formula to a spreadsheet: import the columns as text where you do not trust the
source.

Exit codes: 0 done, 1 warnings under --strict, 2 wrong command line, 3 a file failed (the
others are done).";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Ndjson,
    Csv,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
        }
    }
}

/// Reads one file after the other and writes each before the next, so that memory stays flat.
pub fn run(arguments: Arguments, lang: Lang) -> Result<Exit, Problem> {
    let format = format(&arguments)?;
    let options = arguments.reading.options(lang)?;
    let inputs = inputs(arguments.files)?;
    let ids = id::distinct(&inputs, arguments.id)?;
    let destination = destination(arguments.output, &ids, &inputs, format.unwrap_or(Format::Json).extension())?;
    let format = settle(format, &destination, &inputs)?;
    let form = Form { format, compact: arguments.compact, excel: arguments.excel };
    let mut sink = Sink { destination, form, open: None };
    let mut exit = Exit::Fine;
    for (at, (input, id)) in inputs.iter().zip(&ids).enumerate() {
        match read(input, id, &options) {
            Ok(parsed) => {
                sink.write(&parsed, at)?;
                if arguments.strict {
                    exit = exit.max(warned(&parsed, input, lang));
                }
            }
            Err(problem) => {
                problem.report(lang);
                exit = exit.max(problem.exit());
            }
        }
    }
    sink.finish()?;
    Ok(exit)
}

fn read(input: &Input, id: &str, options: &Options) -> Result<Parsed, Problem> {
    let bytes = input.read()?;
    giji::parse(&bytes, &for_input(options, input, id)).map_err(|cause| Problem::Decode { name: input.shown(), cause })
}

/// What the flags say together, before the destination is known.
fn format(arguments: &Arguments) -> Result<Option<Format>, Problem> {
    match (arguments.format, arguments.excel) {
        (None | Some(Format::Csv), true) => Ok(Some(Format::Csv)),
        (Some(Format::Json | Format::Ndjson), true) => Err(Problem::ExcelWithoutCsv),
        (format, false) => Ok(format),
    }
}

/// Several documents in one stream are one a line; in one file only where that is asked for.
fn settle(format: Option<Format>, destination: &Destination, inputs: &[Input]) -> Result<Format, Problem> {
    let several = inputs.len() > 1;
    match (format, destination) {
        (None | Some(Format::Json), Destination::File(path)) if several => {
            Err(Problem::SeveralIntoOne { path: path.clone() })
        }
        (None | Some(Format::Json), Destination::Stdout) if several => Ok(Format::Ndjson),
        (format, _) => Ok(format.unwrap_or(Format::Json)),
    }
}

/// Says how many warnings a document has, under `--strict`.
fn warned(parsed: &Parsed, input: &Input, lang: Lang) -> Exit {
    let grave = parsed.document.diagnostics.iter().filter(|diagnostic| diagnostic.severity >= Severity::Warning);
    let count = grave.count();
    if count == 0 {
        return Exit::Fine;
    }
    let name = input.shown();
    note(&match lang {
        Lang::En => format!("{name}: {count} warnings; giji check shows them"),
        Lang::Ja => format!("{name}: 警告{count}件（giji checkで確認できます）"),
    });
    Exit::Warnings
}

/// How a document is written.
#[derive(Clone, Copy)]
struct Form {
    format: Format,
    compact: bool,
    excel: bool,
}

impl Form {
    fn write(self, parsed: &Parsed, first: bool, out: &mut Output) -> Result<(), Problem> {
        let sheet = Sheet { head: first, excel: self.excel };
        out.write(|out| match self.format {
            Format::Json if !self.compact => parsed.write_json(out),
            Format::Json | Format::Ndjson => parsed.write_ndjson(out),
            Format::Csv => out.write_all(&csv::rows(&parsed.document, sheet)),
        })
    }
}

/// The destination while it is being written.
struct Sink {
    destination: Destination,
    form: Form,
    /// What takes all documents: opened by the first one, so that a run without any leaves no file.
    open: Option<Output>,
}

impl Sink {
    /// Writes the document of the input at this place in the arguments.
    fn write(&mut self, parsed: &Parsed, at: usize) -> Result<(), Problem> {
        let first = self.open.is_none();
        let shared = match &self.destination {
            Destination::Folder(paths) => {
                let mut output = Output::file(&paths[at])?;
                self.form.write(parsed, first, &mut output)?;
                return output.finish();
            }
            Destination::Stdout => self.open.take().map_or_else(|| Ok(Output::stdout()), Ok),
            Destination::File(path) => self.open.take().map_or_else(|| Output::file(path), Ok),
        };
        self.form.write(parsed, first, self.open.insert(shared?))
    }

    fn finish(self) -> Result<(), Problem> {
        self.open.map_or(Ok(()), Output::finish)
    }
}
