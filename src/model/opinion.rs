//! One thing that was said, who said it, and whom it names.

use serde::{Deserialize, Serialize};

use super::is_false;
use super::{Basis, Candidates, Evidence, LineRange, Method, Positions, Status};

/// One thing that was said or written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// The section's id and a running number: `agenda-2/theme-1/item-1/opinion-2`.
    pub id: String,
    /// What kind of utterance this is.
    pub kind: OpinionKind,
    /// What was said, without bullet and speaker; paragraphs are joined by a line feed.
    pub text: String,
    /// Where the text stands.
    pub spans: Positions,
    /// Positions of bullet and brackets.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub marks: Positions,
    /// Whether it stands away from its section.
    #[serde(default, skip_serializing_if = "is_false")]
    pub detached: bool,
    /// First and last line, from 1, beginning with the bullet or the speaker's head.
    pub lines: LineRange,
    /// Who said it; absent where nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// The number of paragraphs, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraphs: Option<usize>,
    /// Id of the opinion that this one answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replies_to: Option<String>,
    /// Organizations that the text names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
}

/// Kinds of utterances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OpinionKind {
    /// Summarised by the minutes' author.
    Opinion,
    /// Verbatim.
    Speech,
    /// A question, where the text marks it as one.
    Question,
    /// An answer, where the text marks it as one.
    Answer,
    /// An explanation.
    Explanation,
    /// A point of the closing summary.
    Summary,
}

/// Who said it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// The whole content of the bracket, or the whole head, in normal form.
    pub label: String,
    /// One entry for each organization or person.
    pub parties: Vec<Party>,
    /// `inferred` where the speaker does not stand with the opinion itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// One organization or person of an attribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The name as it stands, in normal form.
    pub label: String,
    /// Where it stands; absent where the party is inferred.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub spans: Positions,
    /// The person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The role in the meeting: 座長, 委員.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Id of the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// How far the name is known.
    pub status: Status,
    /// By what it was resolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// What speaks for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Whom it may mean, where that is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Candidates,
    /// First and last line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<LineRange>,
}

/// An organization that a text names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// Id of the organization.
    pub organization: String,
    /// The name as it stands, in normal form.
    pub label: String,
    /// Where it stands.
    pub at: Positions,
}
