//! Why an ingest as a whole ends; a single document that fails is a [`Failure`].

use std::io;
use std::path::PathBuf;

use super::failure::Failure;
use crate::dataset::database::DatabaseError;
use crate::lang::Lang;
use crate::lexicon::register_error::RegisterError;

/// What ends an ingest. The dataset is then as it was, or is completed by the next run.
#[derive(Debug)]
pub enum IngestError {
    /// None of the folders can be read.
    NoFolder { path: PathBuf, cause: io::Error },
    /// `giji.toml` or `corrections.toml` makes no sense.
    Settings { path: PathBuf, message: String },
    /// A register that the settings name makes no sense.
    Register { cause: RegisterError },
    /// A file that the command line or the settings name cannot be read: settings, a register.
    NoSettings { path: PathBuf, cause: io::Error },
    /// Two folders have settings of their own.
    TwoSettings { first: PathBuf, second: PathBuf },
    /// The dataset's folder holds files that are not ours.
    Foreign { path: PathBuf },
    /// The dataset would lie in a source folder, or a source folder in it.
    Overlap { data: PathBuf, source: PathBuf },
    /// `--prune`, and a source folder holds no document any more: a disk that is not mounted is an empty folder.
    Emptied { folder: String, documents: Vec<String> },
    /// Another ingest is writing to the same dataset.
    Locked { path: PathBuf },
    /// The dataset was written by a later version, or its manifest was damaged.
    Manifest { path: PathBuf, message: String },
    /// A file of the dataset cannot be read.
    Read { path: PathBuf, cause: io::Error },
    /// A file of the dataset cannot be written.
    Write { path: PathBuf, cause: io::Error },
    /// The database cannot be written.
    Database { path: PathBuf, cause: DatabaseError },
    /// `--fail-fast`, and a document failed.
    Stopped { path: String, failure: Failure },
}

impl IngestError {
    /// Ties an error of writing to its path: `.map_err(IngestError::write(&path))`.
    pub(super) fn write(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Write { path, cause }
    }

    /// Ties an error of reading to the path of settings.
    pub(super) fn settings(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::NoSettings { path, cause }
    }

    /// Ties an error of reading to its path.
    pub(super) fn read(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Read { path, cause }
    }

    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Ja => self.japanese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NoFolder { path, cause } => {
                format!("{}: {}; nothing was changed", path.display(), cause_text(cause, Lang::En))
            }
            Self::Settings { path, message } => format!("{}: {message}", path.display()),
            Self::Register { cause } => cause.message(Lang::En),
            Self::TwoSettings { first, second } => {
                format!("{} and {} are both there; say which with --config", first.display(), second.display())
            }
            Self::Foreign { path } => {
                let path = path.display();
                format!(
                    "--out {path}: this folder holds other files and no dataset of giji; name an empty or new folder, nothing was written"
                )
            }
            Self::Overlap { data, source } => {
                format!(
                    "--out {}: the dataset and the source folder {} lie in one another; name a folder beside it, nothing was written",
                    data.display(),
                    source.display()
                )
            }
            Self::Emptied { folder, documents } => format!(
                "{folder}: this folder holds no document any more (a disk that is not mounted?); --prune would remove all {} that came from it, so nothing was changed; if that is meant, ingest into a new folder:{}",
                documents.len(),
                listed(documents)
            ),
            Self::Locked { path } => {
                format!("another ingest is writing to {}; wait for it, or write to another folder", path.display())
            }
            Self::Manifest { path, message } => {
                format!("{}: {message}; move the folder away and ingest anew", path.display())
            }
            Self::NoSettings { path, cause } | Self::Read { path, cause } => {
                format!("{}: {}", path.display(), cause_text(cause, Lang::En))
            }
            Self::Write { path, cause } => {
                format!("{}: {}; the dataset is as it was, run again", path.display(), cause_text(cause, Lang::En))
            }
            Self::Database { path, cause } => {
                format!("{}: {cause}; the database is as it was, the next run completes it", path.display())
            }
            Self::Stopped { path, failure } => format!("{path}: {}; nothing was written", failure.message(Lang::En)),
        }
    }

    fn japanese(&self) -> String {
        match self {
            Self::NoFolder { path, cause } => {
                format!("{}: {}。何も変更していません", path.display(), cause_text(cause, Lang::Ja))
            }
            Self::Settings { path, message } => format!("{}: {message}", path.display()),
            Self::Register { cause } => cause.message(Lang::Ja),
            Self::TwoSettings { first, second } => {
                format!("{} と {} の両方があります。--config で指定してください", first.display(), second.display())
            }
            Self::Foreign { path } => {
                let path = path.display();
                format!(
                    "--out {path}: gijiのデータではないファイルがあるフォルダーです。空のフォルダーか新しいフォルダーを指定してください。何も書き込んでいません"
                )
            }
            Self::Overlap { data, source } => {
                format!(
                    "--out {}: 元のフォルダー {} と重なっています。別の場所を指定してください。何も書き込んでいません",
                    data.display(),
                    source.display()
                )
            }
            Self::Emptied { folder, documents } => format!(
                "{folder}: 文書が1つもなくなっています（ディスクの接続を確かめてください）。--prune ではここから来た{}件がすべて除かれるため、何も変更していません。意図したものなら、新しいフォルダーに取り込み直してください:{}",
                documents.len(),
                listed(documents)
            ),
            Self::Locked { path } => {
                format!(
                    "別の取り込みが {} に書き込み中です。終わるまで待つか、別のフォルダーを指定してください",
                    path.display()
                )
            }
            Self::Manifest { path, message } => {
                format!("{}: {message}。フォルダーを移動してから取り込み直してください", path.display())
            }
            Self::NoSettings { path, cause } | Self::Read { path, cause } => {
                format!("{}: {}", path.display(), cause_text(cause, Lang::Ja))
            }
            Self::Write { path, cause } => {
                format!(
                    "{}: {}。データは元のままです。もう一度実行してください",
                    path.display(),
                    cause_text(cause, Lang::Ja)
                )
            }
            Self::Database { path, cause } => {
                format!("{}: {cause}。データベースは元のままで、次の実行で完了します", path.display())
            }
            Self::Stopped { path, failure } => {
                format!("{path}: {}。何も書き込んでいません", failure.message(Lang::Ja))
            }
        }
    }
}

/// Names, one a line below the message; of very many the first.
fn listed(names: &[String]) -> String {
    let most = 50;
    let more = if names.len() > most { "\n  …" } else { "" };
    names.iter().take(most).map(|name| format!("\n  {name}")).chain([more.to_owned()]).collect()
}

/// The usual causes in plain words, the system's own words for the rest.
pub(super) fn cause_text(cause: &io::Error, lang: Lang) -> String {
    let (english, japanese) = match cause.kind() {
        io::ErrorKind::NotFound => ("there is no such file or folder", "ファイルまたはフォルダーがありません"),
        io::ErrorKind::PermissionDenied => ("permission is denied", "アクセスが許可されていません"),
        io::ErrorKind::StorageFull => ("the disk is full", "ディスクに空きがありません"),
        io::ErrorKind::ReadOnlyFilesystem => ("this place is read-only", "書き込みできない場所です"),
        io::ErrorKind::NotADirectory => ("this is no folder", "フォルダーではありません"),
        _ => return cause.to_string(),
    };
    match lang {
        Lang::En => english,
        Lang::Ja => japanese,
    }
    .to_owned()
}
