//! The command line as a whole. Its English help is the doc comments, its Japanese help is in `japanese`.

use clap::{ArgAction, CommandFactory, Parser};
use giji::Lang;

use super::language::Language;
use super::{check, completions, diff, explain, ingest, japanese, orgs, parse, schema};

/// Turns text dumps of Japanese public minutes and plan tables into JSON that points back to its source
#[derive(Parser)]
#[command(
    name = "giji",
    version,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    after_help = AFTER_HELP
)]
pub struct Arguments {
    #[command(subcommand)]
    pub subcommand: Subcommand,
    /// Language of messages and help: ja or en [default: from LC_ALL, LC_MESSAGES or LANG]
    // Read by `language::choose` before clap is asked, since clap's own words depend on it.
    #[arg(long, global = true, value_name = "LANG", value_enum, hide_possible_values = true, display_order = 100)]
    lang: Option<Language>,
    /// Print help
    #[arg(short, long, global = true, action = ArgAction::Help, display_order = 101)]
    help: Option<bool>,
    /// Print the version
    #[arg(short = 'V', long, action = ArgAction::Version, display_order = 102)]
    version: Option<bool>,
}

const AFTER_HELP: &str = "\
Example:
  giji parse minutes.txt -o minutes.json

Exit codes:
  0  done
  1  there are warnings, and --strict is given
  2  the command line is wrong; nothing was done
  3  a file could not be read, decoded or written; the other files are done

Colours appear on a terminal only; NO_COLOR=1 turns them off.";

/// What there is to do.
#[derive(clap::Subcommand)]
pub enum Subcommand {
    Parse(parse::Arguments),
    Check(check::Arguments),
    Explain(explain::Arguments),
    Orgs(orgs::Arguments),
    Ingest(ingest::Arguments),
    Diff(diff::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
}

/// The command line in a language.
pub fn command(lang: Lang) -> clap::Command {
    let command = Arguments::command();
    match lang {
        Lang::En => command,
        Lang::Ja => japanese::translate(command),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        command(Lang::En).debug_assert();
        command(Lang::Ja).debug_assert();
    }

    #[test]
    fn every_subcommand_shows_an_example_in_both_languages() {
        for (lang, word) in [(Lang::En, "Example"), (Lang::Ja, "例")] {
            for subcommand in command(lang).get_subcommands() {
                let after = subcommand.get_after_help().map(ToString::to_string).unwrap_or_default();
                assert!(after.contains(word), "{} has no example", subcommand.get_name());
                assert!(after.contains(&format!("giji {}", subcommand.get_name())), "{after}");
            }
        }
    }
}
