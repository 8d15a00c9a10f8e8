//! `giji schema`: the JSON Schema of the output.

use super::exit::Exit;
use super::problem::Problem;
use super::screen::print;

/// Print the JSON Schema of the output
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// Which schema: document, or a table's rows: documents, opinions, items, … [default: document]
    #[arg(value_name = "NAME", default_value = "document", hide_default_value = true)]
    name: String,
}

const AFTER_HELP: &str = "\
Example:
  giji schema > document.schema.json

Exit codes: 0 done, 2 there is no such schema.";

pub fn run(arguments: &Arguments) -> Result<Exit, Problem> {
    let schema =
        giji::schema::schema(&arguments.name).ok_or_else(|| Problem::NoSuchSchema { name: arguments.name.clone() })?;
    print(&giji::schema::to_json(&schema))?;
    Ok(Exit::Fine)
}
