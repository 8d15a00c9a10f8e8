//! A part of the minutes: its label, its notes, its opinions, its parts.

use serde::{Deserialize, Serialize};

use super::{Fields, LineRange, Opinion, Passage, Positions, Table, is_false};

/// A part of the minutes, which may hold parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Path of label numbers, which survives a re-parse: `agenda-2/theme-1/item-1`.
    pub id: String,
    /// What kind of part this is.
    pub kind: SectionKind,
    /// Its number or bracketed name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Its heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Text that reports and is nobody's opinion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// What was said, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// Tables that stand here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Where label and heading stand.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// Positions of what only carries structure.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub marks: Positions,
    /// First and last line, from 1; what is detached does not count.
    pub lines: LineRange,
}

impl Section {
    /// A section with nothing in it yet; its marks and lines are known when it closes.
    pub(crate) fn new(
        id: String,
        kind: SectionKind,
        label: Option<Label>,
        heading: Option<String>,
        fields: Fields,
    ) -> Self {
        Self {
            id,
            kind,
            label,
            heading,
            notes: Vec::new(),
            opinions: Vec::new(),
            tables: Vec::new(),
            sections: Vec::new(),
            fields,
            marks: Positions::default(),
            lines: [1, 1],
        }
    }
}

/// Kinds of sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// A numbered 議題: （１）….
    Agenda,
    /// A theme: ①….
    Theme,
    /// An item: 【№１】….
    Item,
    /// 【その他】.
    Other,
    /// 【総括】.
    Summary,
    /// Anything else with a heading.
    Heading,
}

/// A section's number, with the style in which it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The label in normal form: `【№1】`.
    pub text: String,
    /// How it is written.
    pub style: LabelStyle,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The numbers of an item: 【№３～５】 gives 3, 4, 5.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<u32>,
}

/// How a label is written; read from the source, for folding would make ①, １ and 1 one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LabelStyle {
    /// `（１）`, `(1)`.
    ParenDigit,
    /// `①`, `➀`.
    Circled,
    /// `【№１】`, `【番号５】`.
    BracketNumber,
    /// `１`, `1.`.
    Digit,
    /// `（ア）`.
    ParenKana,
    /// `ア`.
    Kana,
    /// `第１`, `日程第１`.
    Ordinal,
    /// `【その他】`.
    Bracket,
}

/// A text that reports: what was explained, decided, or is to be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The normal form of what `spans` select.
    pub text: String,
    /// What kind of note this is, where it is a special one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<NoteKind>,
    /// Who has to act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Where it stands.
    pub spans: Positions,
    /// Where the assignee stands.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// First and last line, from 1.
    pub lines: LineRange,
    /// Whether it stands away from its section.
    #[serde(default, skip_serializing_if = "is_false")]
    pub detached: bool,
}

impl Note {
    /// An ordinary note, where it stands.
    pub(crate) fn new(passage: Passage) -> Self {
        let Passage { text, spans, lines } = passage;
        Self { text, kind: None, assignee: None, spans, fields: Fields::new(), lines, detached: false }
    }
}

/// Special kinds of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// A stage direction or a time: 〔「異議なし」と呼ぶ者あり〕.
    Procedure,
    /// Homework: （★遠藤）.
    Action,
}
