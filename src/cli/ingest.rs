//! `giji ingest`: folders of dumps become a dataset.

use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

use clap::ValueEnum;
use giji::Lang;
use giji::ingest::{Change, Event, Request, Settings, Summary};
use indicatif::{ProgressBar, ProgressStyle};

use super::exit::Exit;
use super::problem::Problem;
use super::screen::{note, print, shown};

/// Take folders of text dumps into a dataset: documents, tables, a database
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// Folders with text files
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,
    /// Folder of the dataset
    #[arg(short, long, value_name = "DATA")]
    out: PathBuf,
    /// Settings of the collection [default: DIR/giji.toml]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How many documents are read at once [default: number of CPUs]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Trust no time stamp: hash every source and every document
    #[arg(long)]
    verify: bool,
    /// Read unchanged documents again
    #[arg(long)]
    again: bool,
    /// Remove documents whose sources are gone
    #[arg(long)]
    prune: bool,
    /// Write nothing, say what would be done
    #[arg(long)]
    dry_run: bool,
    /// Where a document fails, end and write nothing
    #[arg(long)]
    fail_fast: bool,
    /// Begin CSV files with a byte order mark, for Excel
    #[arg(long)]
    excel: bool,
    /// Form of the summary: text, or json [default: text]
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: Format,
    /// Show errors only
    #[arg(short, long, conflicts_with = "verbose")]
    quiet: bool,
    /// Show a line for each document
    #[arg(short, long)]
    verbose: bool,
    /// Exit with 1 where a document vanished or a correction no longer applies
    #[arg(long)]
    strict: bool,
}

const AFTER_HELP: &str = "\
Examples:
  giji ingest minutes/ --out data/
  giji ingest minutes/ plans/ --out data/ --prune      forget what is gone
  giji ingest minutes/ --out data/ --dry-run           only say what would be done

Writes documents/<id>.json, the tables documents, opinions, items, parties, organizations, diagnostics
and links as NDJSON and CSV, dataset.sqlite and manifest.json. From the second run on only what is new
or changed is read. A run that was interrupted is completed by the next one.

Exit codes: 0 done, 1 something for --strict, 2 wrong command line or settings (nothing is
changed), 3 a document failed (the others are done), or a DIR or DATA cannot be read or written.";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub fn run(arguments: Arguments, lang: Lang) -> Result<Exit, Problem> {
    let ingest_problem = |cause| Problem::Ingest { cause };
    let mut settings = Settings::load(arguments.config.as_deref(), &arguments.folders).map_err(ingest_problem)?;
    settings.excel |= arguments.excel;
    let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let request = Request {
        folders: arguments.folders,
        data: arguments.out,
        settings,
        lang,
        jobs: arguments.jobs.map_or_else(cores, NonZeroUsize::get),
        verify: arguments.verify,
        force: arguments.again,
        prune: arguments.prune,
        dry_run: arguments.dry_run,
        fail_fast: arguments.fail_fast,
    };
    let mut screen = Screen { bar: None, quiet: arguments.quiet, verbose: arguments.verbose, lang };
    let done = giji::ingest::ingest(&request, &mut |event| screen.show(&event));
    screen.end();
    let summary = done.map_err(ingest_problem)?;
    report(&summary, arguments.quiet, lang);
    match arguments.format {
        Format::Text if arguments.quiet => {}
        Format::Text => print(&shown(&summary.text(lang)))?,
        Format::Json => print(&format!("{}\n", serde_json::to_string(&summary).unwrap_or_default()))?,
    }
    let doubtful = !summary.vanished.is_empty() || !summary.unused_corrections.is_empty();
    Ok(if summary.failed > 0 || !summary.problems.is_empty() {
        Exit::Failed
    } else if arguments.strict && doubtful {
        Exit::Warnings
    } else {
        Exit::Fine
    })
}

/// What a person should know, line by line on standard error.
fn report(summary: &Summary, quiet: bool, lang: Lang) {
    for problem in &summary.problems {
        note(problem);
    }
    if quiet {
        return;
    }
    if summary.recovered {
        note(match lang {
            Lang::En => "the last run was interrupted while writing; this was completed first",
            Lang::Ja => "前回の書き込みが中断されていたため、先に完了させました",
        });
    }
    for doubt in &summary.doubtful_encodings {
        note(&doubt.message(lang));
    }
    for id in &summary.vanished {
        note(&match lang {
            Lang::En => format!("{id}: the source is gone; --prune removes the document"),
            Lang::Ja => format!("{id}: 元ファイルがありません。--prune で除けます"),
        });
    }
    for id in &summary.pruned {
        note(&match (lang, summary.dry_run) {
            (Lang::En, false) => format!("{id}: removed, its source is gone"),
            (Lang::En, true) => format!("{id}: would be removed, its source is gone"),
            (Lang::Ja, false) => format!("{id}: 元ファイルがないため、除きました"),
            (Lang::Ja, true) => format!("{id}: 元ファイルがないため、除くことになります"),
        });
    }
    for quote in &summary.unused_corrections {
        note(&match lang {
            Lang::En => format!("the correction of “{quote}” applies nowhere"),
            Lang::Ja => format!("「{quote}」の訂正は、どの文書にも適用できません"),
        });
    }
}

/// What became of a document, for `--verbose`; English words are made equally long.
fn word(change: Change, lang: Lang) -> &'static str {
    let (english, japanese) = match change {
        Change::New => ("new     ", "新規"),
        Change::Changed => ("changed ", "変更"),
        Change::Same => ("same    ", "変更なし"),
        Change::Failed => ("failed  ", "失敗"),
        Change::Vanished => ("vanished", "所在不明"),
        Change::Removed => ("removed ", "削除"),
    };
    match lang {
        Lang::En => english,
        Lang::Ja => japanese,
    }
}

/// Progress: a bar on a terminal, plain lines otherwise.
struct Screen {
    bar: Option<ProgressBar>,
    quiet: bool,
    verbose: bool,
    lang: Lang,
}

impl Screen {
    fn show(&mut self, event: &Event) {
        match event {
            Event::Planned { documents } => self.begin(*documents),
            Event::Done { id, change } => {
                if self.verbose {
                    self.line(&format!("{}  {id}", word(*change, self.lang)));
                }
                self.step();
            }
            Event::Failed { path, failure } => {
                self.line(&format!("{path}: {}", failure.message(self.lang)));
                self.step();
            }
            Event::Writing => self.writing(),
        }
    }

    fn begin(&mut self, documents: usize) {
        if self.quiet || !io::stderr().is_terminal() {
            return;
        }
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {per_sec} {eta}");
        let bar = ProgressBar::new(documents as u64);
        self.bar = Some(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())));
    }

    fn step(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    fn line(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| note(text)),
            None => note(text),
        }
    }

    fn writing(&mut self) {
        self.end();
        if !self.quiet {
            note(match self.lang {
                Lang::En => "writing tables, links and database",
                Lang::Ja => "表・関連・データベースを書き込んでいます",
            });
        }
    }

    fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}
