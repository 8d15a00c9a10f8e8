//! `giji orgs`: the organizations of documents, by which names they go, and what the register lacks.

mod entry;
mod sheet;
mod suggest;
mod table;
mod tally;

use std::path::PathBuf;

use clap::ValueEnum;
use giji::lexicon::register::Register;
use giji::{Lang, Options};

use super::exit::Exit;
use super::id;
use super::input::{Input, inputs};
use super::problem::Problem;
use super::reading::{Reading, for_input};
use super::screen::print;
use tally::Tally;

/// List the organizations of all files together: labels, method, and how often each speaks, leads, cooperates, attends or is mentioned
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// Text files; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// table for a person, json or csv [default: table; of --suggest, TSV]
    #[arg(long, value_name = "FORMAT", value_enum, hide_possible_values = true)]
    format: Option<Format>,
    /// Print register rows for what is unregistered or ambiguous instead
    #[arg(long)]
    suggest: bool,
    #[command(flatten)]
    reading: Reading,
}

const AFTER_HELP: &str = "\
Examples:
  giji orgs minutes.txt
  giji orgs --format csv dumps/*.txt > organizations.csv
  giji orgs --suggest dumps/*.txt > register.tsv            correct this, and then:
  giji orgs --register register.tsv dumps/*.txt

The table lists the organizations that appear most often first. Status: resolved,
unregistered (a name that nothing knows), ambiguous (with its candidates), generic (a
group that is no organization). Method stands behind each label: exact, variant, alias,
abbreviation, context.

--suggest prints rows with the register's own columns. A name that nothing knows has one
row: correct its name, classification and region. An ambiguous label has a row for each
candidate: keep it in one of them, delete the other rows or, where a register has them,
take the label out of their other_names.

Exit codes: 0 done, 2 wrong command line or register, 3 a file failed (the others are
done).";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
}

/// Reads one file after the other and prints what they have together.
pub fn run(arguments: Arguments, lang: Lang) -> Result<Exit, Problem> {
    if arguments.suggest && arguments.format == Some(Format::Json) {
        return Err(Problem::SuggestAsJson);
    }
    let options = arguments.reading.options(lang)?;
    let inputs = inputs(arguments.files)?;
    let ids = id::ids(&inputs);
    let mut tally = Tally::default();
    let mut exit = Exit::Fine;
    for (input, id) in inputs.iter().zip(&ids) {
        if let Err(problem) = count(input, &for_input(&options, input, id), &mut tally) {
            problem.report(lang);
            exit = exit.max(problem.exit());
        }
    }
    let entries = tally.finish();
    let text = match (arguments.suggest, arguments.format) {
        (true, format) => {
            let register = options.register.clone().unwrap_or_else(Register::embedded);
            suggest::rows(&entries, &register, if format == Some(Format::Csv) { b',' } else { b'\t' }, lang)
        }
        (false, None | Some(Format::Table)) => table::render(&entries, lang),
        (false, Some(Format::Json)) => sheet::json(&entries),
        (false, Some(Format::Csv)) => sheet::csv(&entries),
    };
    print(&text)?;
    Ok(exit)
}

fn count(input: &Input, options: &Options, tally: &mut Tally) -> Result<(), Problem> {
    let bytes = input.read()?;
    let parsed = giji::parse(&bytes, options).map_err(|cause| Problem::Decode { name: input.shown(), cause })?;
    tally.add(&parsed.document, &input.shown());
    Ok(())
}
