//! The arguments that say how to read a document; `parse`, `check`, `explain` and `orgs` share them.

use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;
use giji::lexicon::register::Register;
use giji::{DecodeError, Encoding, Lang, Options, TypeHint};

use super::input::Input;
use super::problem::Problem;

#[derive(clap::Args)]
pub struct Reading {
    /// Encoding of the files, e.g. utf-8, cp932, euc_jp [default: by the bytes]
    #[arg(long, value_name = "ENCODING")]
    encoding: Option<String>,
    /// What the files are: auto, minutes or plan [default: auto]
    #[arg(
        long = "type",
        value_name = "TYPE",
        value_enum,
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true
    )]
    r#type: Type,
    /// A register of organizations, TSV or CSV, beside the built-in one; may be given several times
    #[arg(long = "register", value_name = "FILE")]
    registers: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Type {
    Auto,
    Minutes,
    Plan,
}

impl Reading {
    /// The library's options for any file of this run.
    pub fn options(&self, lang: Lang) -> Result<Options, Problem> {
        let encoding = self.encoding.as_deref().map(str::parse::<Encoding>).transpose();
        Ok(Options {
            encoding: encoding.map_err(|cause: DecodeError| Problem::Encoding { cause })?,
            r#type: match self.r#type {
                Type::Auto => TypeHint::Auto,
                Type::Minutes => TypeHint::Minutes,
                Type::Plan => TypeHint::Plan,
            },
            lang,
            register: self.register()?,
            ..Options::default()
        })
    }

    /// The built-in rows and those of the files; none where no file is given.
    fn register(&self) -> Result<Option<Arc<Register>>, Problem> {
        if self.registers.is_empty() {
            return Ok(None);
        }
        let register = Register::with_files(&self.registers).map_err(|cause| Problem::Register { cause })?;
        Ok(Some(Arc::new(register)))
    }
}

/// The options for one file of the run.
pub fn for_input(options: &Options, input: &Input, id: &str) -> Options {
    Options { name: input.name(), id: Some(id.to_owned()), ..options.clone() }
}
