//! What can go wrong with a command, what to say of it, and how to exit.

use std::io;
use std::io::Write;
use std::path::PathBuf;

use clap::builder::styling::AnsiColor;
use giji::ingest::IngestError;
use giji::lexicon::register_error::RegisterError;
use giji::{DecodeError, Lang};

use super::exit::Exit;
use super::screen::shown;

/// Why a command, or one file of it, is not done.
#[derive(Debug)]
pub enum Problem {
    /// No FILE, and standard input is a keyboard.
    NoInput,
    /// `giji parse - -`.
    StdinTwice,
    /// `--id x` with two files.
    IdForSeveral,
    /// `a.txt` and `a.md`, which would both be `a`.
    SameId { id: String, first: String, second: String },
    /// `--id ../a` with a folder to write to.
    IdLeavesFolder { id: String },
    /// Two files and `-o out.json`.
    SeveralIntoOne { path: PathBuf },
    /// `-o a.txt`, where `a.txt` is being read.
    OutputIsInput { path: PathBuf },
    /// `--excel --format json`.
    ExcelWithoutCsv,
    /// `--suggest --format json`.
    SuggestAsJson,
    /// `--encoding utf-7`.
    Encoding { cause: DecodeError },
    /// `--register list.csv` with a row that makes no sense.
    Register { cause: RegisterError },
    /// `--line 99` of a file of 25 lines.
    NoSuchLine { line: usize, lines: usize },
    /// `giji schema letter`.
    NoSuchSchema { name: String },
    /// A folder where a file should be.
    Directory { name: String },
    /// A file that is missing or closed to us.
    Unreadable { name: String, cause: io::Error },
    /// A file that is no text.
    Decode { name: String, cause: DecodeError },
    /// A full disk, a read-only folder.
    Unwritable { name: String, cause: io::Error },
    /// An ingest as a whole.
    Ingest { cause: IngestError },
    /// Something to compare that is neither document nor dataset.
    NotComparable { cause: String },
    /// The reader of our output has gone: `giji parse … | head -1`.
    ClosedPipe,
}

impl Problem {
    pub fn exit(&self) -> Exit {
        match self {
            Self::NoInput
            | Self::StdinTwice
            | Self::IdForSeveral
            | Self::SameId { .. }
            | Self::IdLeavesFolder { .. }
            | Self::SeveralIntoOne { .. }
            | Self::OutputIsInput { .. }
            | Self::ExcelWithoutCsv
            | Self::SuggestAsJson
            | Self::Encoding { .. }
            | Self::Register { .. }
            | Self::NoSuchLine { .. }
            | Self::NoSuchSchema { .. } => Exit::Usage,
            Self::Directory { .. } | Self::Unreadable { .. } | Self::Decode { .. } | Self::Unwritable { .. } => {
                Exit::Failed
            }
            // Who closes a pipe has seen enough.
            Self::Ingest {
                cause:
                    IngestError::Settings { .. }
                    | IngestError::TwoSettings { .. }
                    | IngestError::Register { .. }
                    | IngestError::NoSettings { .. }
                    | IngestError::Foreign { .. }
                    | IngestError::Overlap { .. },
            } => Exit::Usage,
            Self::Ingest { .. } | Self::NotComparable { .. } => Exit::Failed,
            Self::ClosedPipe => Exit::Fine,
        }
    }

    /// Writes the message to standard error. Where that is closed too there is nobody to tell.
    pub fn report(&self, lang: Lang) {
        if matches!(self, Self::ClosedPipe) {
            return;
        }
        let style = AnsiColor::Red.on_default().bold();
        let word = match lang {
            Lang::En => "error",
            Lang::Ja => "エラー",
        };
        let message = shown(&self.message(lang));
        let _ = writeln!(anstream::stderr(), "{style}{word}:{style:#} {message}");
    }

    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Ja => self.japanese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NoInput => "no file is given; name one, or - for standard input".to_owned(),
            Self::StdinTwice => "standard input (-) is given twice".to_owned(),
            Self::IdForSeveral => "--id is for one file; several have their paths as ids".to_owned(),
            Self::SameId { id, first, second } => {
                format!("{first} and {second} would both have the id “{id}”; nothing was written")
            }
            Self::IdLeavesFolder { id } => format!("the id “{id}” is no file name inside the output folder"),
            Self::SeveralIntoOne { path } => {
                let path = path.display();
                format!(
                    "several files do not go into the one file {path}; give a folder (-o {path}/), or --format ndjson or csv"
                )
            }
            Self::OutputIsInput { path } => format!("{} would overwrite its own source", path.display()),
            Self::ExcelWithoutCsv => "--excel is for --format csv".to_owned(),
            Self::SuggestAsJson => "--suggest prints TSV, or CSV with --format csv".to_owned(),
            Self::Encoding { cause } => format!("--encoding: {}", cause.message(Lang::En)),
            Self::Register { cause } => format!("--register {}", cause.message(Lang::En)),
            Self::NoSuchLine { line, lines } => format!("--line {line}: the file has {lines} lines"),
            Self::NoSuchSchema { name } => {
                format!("there is no schema “{name}”; these there are: {}", giji::schema::NAMES.join(", "))
            }
            Self::Directory { name } => format!("{name}: this is a folder; name its files ({name}/*.txt)"),
            Self::Unreadable { name, cause } | Self::Unwritable { name, cause } => {
                format!("{name}: {}", english_cause(cause))
            }
            Self::Decode { name, cause } => format!("{name}: {}", cause.message(Lang::En)),
            Self::Ingest { cause } => cause.message(Lang::En),
            Self::NotComparable { cause } => cause.clone(),
            Self::ClosedPipe => "the output is closed".to_owned(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            Self::NoInput => "ファイルが指定されていません。標準入力から読むときは - を指定してください".to_owned(),
            Self::StdinTwice => "標準入力（-）が2回指定されています".to_owned(),
            Self::IdForSeveral => "--id は1ファイルのときだけ使えます。複数のときはパスがidになります".to_owned(),
            Self::SameId { id, first, second } => {
                format!("{first} と {second} のidがどちらも「{id}」になります。何も書き込んでいません")
            }
            Self::IdLeavesFolder { id } => {
                format!("id「{id}」は出力フォルダー内のファイル名にできません")
            }
            Self::SeveralIntoOne { path } => {
                let path = path.display();
                format!(
                    "複数のファイルを1つのファイル {path} には書き込めません。フォルダー（-o {path}/）か、--format ndjson または csv を指定してください"
                )
            }
            Self::OutputIsInput { path } => format!("{} は入力ファイルのため、上書きしません", path.display()),
            Self::ExcelWithoutCsv => "--excel は --format csv のときだけ使えます".to_owned(),
            Self::SuggestAsJson => "--suggest の形はTSVか、--format csv によるCSVです".to_owned(),
            Self::Encoding { cause } => format!("--encoding: {}", cause.message(Lang::Ja)),
            Self::Register { cause } => format!("--register {}", cause.message(Lang::Ja)),
            Self::NoSuchLine { line, lines } => format!("--line {line}: このファイルは{lines}行です"),
            Self::NoSuchSchema { name } => {
                format!("スキーマ「{name}」はありません。使えるもの: {}", giji::schema::NAMES.join(", "))
            }
            Self::Directory { name } => {
                format!("{name}: フォルダーです。中のファイルを指定してください（{name}/*.txt）")
            }
            Self::Unreadable { name, cause } | Self::Unwritable { name, cause } => {
                format!("{name}: {}", japanese_cause(cause))
            }
            Self::Decode { name, cause } => format!("{name}: {}", cause.message(Lang::Ja)),
            Self::Ingest { cause } => cause.message(Lang::Ja),
            Self::NotComparable { cause } => cause.clone(),
            Self::ClosedPipe => "出力先が閉じられました".to_owned(),
        }
    }
}

/// The usual causes in plain words, the system's own words for the rest.
fn english_cause(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "this place is read-only".to_owned(),
        _ => cause.to_string(),
    }
}

fn japanese_cause(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "ファイルがありません".to_owned(),
        io::ErrorKind::PermissionDenied => "アクセスが許可されていません".to_owned(),
        io::ErrorKind::StorageFull => "ディスクに空きがありません".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "書き込みできない場所です".to_owned(),
        io::ErrorKind::NotADirectory => "フォルダーではありません".to_owned(),
        io::ErrorKind::AlreadyExists => "同じ名前のものが既にあります".to_owned(),
        _ => format!("入出力エラー（{cause}）"),
    }
}
