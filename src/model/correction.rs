//! What a person corrected, as it stands in the output.

use serde::{Deserialize, Serialize};

use super::{Basis, LineRange, Positions};

/// One correction that was applied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Applied {
    /// What kind of correction it is.
    pub kind: CorrectionKind,
    /// Always `corrected`.
    pub basis: Basis,
    /// The text to which the correction is anchored, as its author quoted it.
    pub quote: String,
    /// Where that text stands.
    pub at: Positions,
    /// First and last line, from 1.
    pub lines: LineRange,
    /// Id of the element that was changed; absent for the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// What the program had read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What it is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// Why, in its author's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Kinds of corrections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CorrectionKind {
    /// This bracket names no speaker: it is part of the text.
    NotSpeaker,
    /// This label is that organization.
    Organization,
    /// These lines are one opinion.
    Join,
    /// This date is a misprint.
    Date,
}
