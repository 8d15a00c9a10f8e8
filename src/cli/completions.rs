//! `giji completions`: what a shell needs to complete `giji`.

use clap_complete::Shell;
use giji::Lang;

use super::arguments;
use super::exit::Exit;
use super::problem::Problem;
use super::screen::print;

/// Print a completion script for a shell
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
    shell: Shell,
}

const AFTER_HELP: &str = "\
Examples:
  giji completions bash > ~/.local/share/bash-completion/completions/giji
  giji completions powershell >> $PROFILE

Exit codes: 0 done, 2 there is no such shell.";

pub fn run(arguments: &Arguments, lang: Lang) -> Result<Exit, Problem> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut arguments::command(lang), "giji", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}
