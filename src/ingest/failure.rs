//! Why one document failed. The others are done all the same, and what is known of this one stays.

use serde::{Deserialize, Serialize};

use crate::decode::DecodeError;
use crate::lang::Lang;

/// Why a document could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The same in every language.
    pub code: FailureCode,
    /// The particulars: the system's message, the other file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// SHA-256 of the bytes that failed, where they could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// Kinds of failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureCode {
    /// The system does not let us read it.
    UnreadableFile,
    /// It is larger than `max_bytes`.
    TooLarge,
    /// It changed each time it was read.
    ChangedWhileRead,
    /// It has no bytes.
    EmptyFile,
    /// It is no text.
    BinaryFile,
    /// It asks for an encoding that is not read.
    UnsupportedEncoding,
    /// Two files would have the same id.
    SameId,
    /// The program failed on it; that is a bug.
    InternalError,
}

impl FailureCode {
    /// The word in the manifest and in the table `diagnostics`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::UnreadableFile => "unreadable-file",
            Self::TooLarge => "too-large",
            Self::ChangedWhileRead => "changed-while-read",
            Self::EmptyFile => "empty-file",
            Self::BinaryFile => "binary-file",
            Self::UnsupportedEncoding => "unsupported-encoding",
            Self::SameId => "same-id",
            Self::InternalError => "internal-error",
        }
    }
}

impl Failure {
    pub(super) fn new(code: FailureCode, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), sha256: None }
    }

    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let detail = &self.detail;
        match (lang, self.code) {
            (
                _,
                FailureCode::UnreadableFile
                | FailureCode::EmptyFile
                | FailureCode::BinaryFile
                | FailureCode::UnsupportedEncoding,
            ) => detail.clone(),
            (Lang::En, FailureCode::TooLarge) => format!("{detail} bytes are more than max_bytes allows"),
            (Lang::Ja, FailureCode::TooLarge) => format!("{detail}バイトあり、max_bytes の上限を超えています"),
            (Lang::En, FailureCode::ChangedWhileRead) => "the file changed each time it was read".to_owned(),
            (Lang::Ja, FailureCode::ChangedWhileRead) => "読み込み中にファイルが変わり続けました".to_owned(),
            (Lang::En, FailureCode::SameId) => format!("{detail} would have the same id"),
            (Lang::Ja, FailureCode::SameId) => format!("{detail} とidが重なります"),
            (Lang::En, FailureCode::InternalError) => format!("giji failed on this file, please report it: {detail}"),
            (Lang::Ja, FailureCode::InternalError) => {
                format!("gijiの不具合です。報告してください: {detail}")
            }
        }
    }

    pub(super) fn of_decoding(cause: &DecodeError, lang: Lang) -> Self {
        let code = match cause {
            DecodeError::Empty => FailureCode::EmptyFile,
            DecodeError::TooLarge { bytes, .. } => return Self::new(FailureCode::TooLarge, bytes.to_string()),
            DecodeError::Binary { .. } => FailureCode::BinaryFile,
            DecodeError::UnsupportedEncoding { .. } => FailureCode::UnsupportedEncoding,
        };
        Self::new(code, cause.message(lang))
    }
}
