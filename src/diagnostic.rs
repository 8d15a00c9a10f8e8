//! What a reader should know about a reading, as it stands in the output.

use serde::{Deserialize, Serialize};

use crate::model::{LineRange, Positions};

/// One remark about the document or about how it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Diagnostic {
    /// What it is about; the same in every language.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// A sentence for a person, in English or Japanese.
    pub message: String,
    /// Where in the source.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub at: Positions,
    /// First and last line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<LineRange>,
    /// The particulars, for a program; the same in every language.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    pub data: serde_json::Map<String, serde_json::Value>,
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth a person's look.
    Warning,
    /// Something of the source could not be read.
    Error,
}

/// What a diagnostic is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// An opinion names no speaker.
    UnattributedOpinion,
    /// A closing bracket may name a speaker; nothing supports it.
    UnknownSpeaker,
    /// A name may mean several organizations.
    AmbiguousOrganization,
    /// A name stands in no register and has no form that says what it is.
    UnregisteredOrganization,
    /// One document writes a name in two ways.
    VariantSpelling,
    /// The date had another weekday than the text says.
    WeekdayMismatch,
    /// The date does not exist or does not agree with its era.
    ImpossibleDate,
    /// A number is missing in a series.
    NumberGap,
    /// A number stands twice.
    DuplicateNumber,
    /// A mark has nothing to stand for: ※ without its note.
    DanglingMark,
    /// A row refers to another that does not refer back.
    OneWayReference,
    /// Text that no rule placed; it is in `residue`.
    UnplacedText,
    /// The period of a schedule cell is concluded from another row.
    InferredSchedule,
    /// A cell may belong to either of two columns.
    AmbiguousColumn,
    /// The dump has lost the columns of a table.
    LostColumns,
    /// Which cells make a row is concluded from their count: the dump gives the columns one below the other.
    InferredRows,
    /// Bytes that the encoding does not know.
    UndecodableBytes,
    /// A character of a private font (外字).
    PrivateUseCharacter,
    /// The document is neither minutes nor a table.
    UnknownDocument,
    /// The file holds minutes and a plan; both are kept.
    MixedDocument,
    /// A person's correction that no longer fits the text.
    StaleCorrection,
}

impl Code {
    /// How grave it is, always the same for a code.
    pub fn severity(self) -> Severity {
        match self {
            Self::UnregisteredOrganization
            | Self::VariantSpelling
            | Self::NumberGap
            | Self::OneWayReference
            | Self::InferredSchedule
            | Self::InferredRows
            | Self::MixedDocument => Severity::Info,
            Self::UnattributedOpinion
            | Self::UnknownSpeaker
            | Self::AmbiguousOrganization
            | Self::WeekdayMismatch
            | Self::ImpossibleDate
            | Self::DuplicateNumber
            | Self::DanglingMark
            | Self::UnplacedText
            | Self::AmbiguousColumn
            | Self::LostColumns
            | Self::PrivateUseCharacter
            | Self::UnknownDocument
            | Self::StaleCorrection => Severity::Warning,
            Self::UndecodableBytes => Severity::Error,
        }
    }
}
