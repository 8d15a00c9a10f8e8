//! What comes out: one [`Document`] for one source, in the words of the output contract.
//!
//! The JSON Schema in `schemas/` is generated from these types; their doc comments are its descriptions. What the text
//! does not state is absent: never null, never an empty string or list.

mod correction;
mod link;
mod meeting;
mod opinion;
mod organization;
mod plan;
mod position;
mod section;
mod table;
mod walk;

use serde::{Deserialize, Serialize};

pub use correction::{Applied, CorrectionKind};
pub use link::{Agreement, Decision, Link, LinkRelation, Reason};
pub use meeting::{Attendance, Attendee, Meeting, NextMeeting, Presence, Statement};
pub use opinion::{Attribution, Mention, Opinion, OpinionKind, Party};
pub use organization::{Candidates, Classification, Evidence, Identifier, Method, Organization, Status};
pub use plan::{Basis, Cell, PartyCell, Period, Plan, PlanItem, Reference, Relation, ScheduleCell};
pub use position::{Fields, LineRange, Positions};
pub use section::{Label, LabelStyle, Note, NoteKind, Section, SectionKind};
pub use table::{Row, RowReference, Table, TableCell};

use crate::diagnostic::Diagnostic;

/// The version of the output contract.
pub const SCHEMA_VERSION: &str = "1";

/// One source document as data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Version of the output contract: "1".
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: String,
    /// Name and version of the program: `giji 0.1.0`.
    pub generator: String,
    /// Identifies the document: its file stem, or what `--id` says.
    pub id: String,
    /// What kind of document this is.
    pub r#type: DocumentType,
    /// The file that was read.
    pub source: SourceInfo,
    /// The document's title as it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Passage>,
    /// The head of minutes: what was held when and where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
    /// The head of a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// The minutes, section by section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// The rows of a plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<PlanItem>,
    /// The tables of a document that is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
    /// Every organization that is named, in order of first appearance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<Organization>,
    /// Page numbers, repeated headers, rules: text that belongs to the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub furniture: Vec<Furniture>,
    /// What could not be placed; each has a diagnostic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub residue: Vec<Residue>,
    /// How many characters went where.
    pub coverage: Coverage,
    /// What a reader should know about this reading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Diagnostic>,
    /// What a person corrected; each change to the reading is listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Applied>,
    /// Links to elements of other documents of the collection; always the last key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

/// What kind of document a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentType {
    /// Minutes of a meeting: 議事録, 会議録, 概要.
    Minutes,
    /// A plan table: 取組内容, アクションプラン.
    Plan,
    /// Any other table with numbered rows.
    Table,
    /// Neither: everything is in `residue`.
    Unknown,
}

/// The file that was read, as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceInfo {
    /// File name, `-` for standard input.
    pub name: String,
    /// SHA-256 of the bytes, hexadecimal.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// The encoding, by a name that Python knows.
    pub encoding: String,
    /// Length in bytes.
    pub bytes: usize,
    /// Length in Unicode code points, without a byte order mark.
    pub characters: usize,
    /// Number of lines; LF, CRLF and CR end one.
    pub lines: usize,
}

/// A text and its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// The normal form of what `spans` select.
    pub text: String,
    /// Where it stands.
    pub spans: Positions,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// Text that belongs to the page and not to the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Furniture {
    /// The normal form of what `spans` select.
    pub text: String,
    /// Where it stands.
    pub spans: Positions,
    /// What it is.
    pub kind: FurnitureKind,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// Kinds of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureKind {
    /// `- 1 -`, `4`, `1/5`.
    PageNumber,
    /// A title or table header that the page repeats.
    Header,
    /// `――――`, `＝＝＝`.
    Rule,
    /// `<PAGE="2">`.
    PageTag,
}

/// Text that no rule placed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Residue {
    /// The normal form of what `spans` select; absent where nothing of it is readable (U+200B alone).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Where it stands.
    pub spans: Positions,
    /// The page, from 1, as far as the dump shows pages.
    pub page: usize,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// Every non-white-space character is in one of three places; the figures add up.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Characters of the source that are not white space.
    pub characters: usize,
    /// Those that a `spans`, `fields` or `marks` of the document selects.
    pub placed: usize,
    /// Those in `furniture`.
    pub furniture: usize,
    /// Those in `residue`.
    pub residue: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field by reference")]
fn is_false(value: &bool) -> bool {
    !value
}
