//! Minutes: the meeting, its sections, and who said what.

use serde::{Deserialize, Serialize};

use super::{Candidates, Evidence, Fields, LineRange, Method, Positions, Status, Table};

/// The meeting that minutes report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Name without number and 概要, derived from the title: `小田原地域小児等在宅医療連絡会議`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Which meeting of its series, derived from the title: 第２回 → 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The region it speaks for, derived from the title: `小田原`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// ISO 8601 date, derived from `date_text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub date: Option<String>,
    /// The date as it stands: `平成29年1月30日（水）`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_text: Option<String>,
    /// The weekday that the text names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday_stated: Option<String>,
    /// The weekday that the date had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday_actual: Option<String>,
    /// When it began: 24 h, `HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{2}:[0-9]{2}$"))]
    pub start_time: Option<String>,
    /// When it ended: 24 h, `HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{2}:[0-9]{2}$"))]
    pub end_time: Option<String>,
    /// Where it was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The next meeting, as announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextMeeting>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<Attendee>,
    /// Where its fields stand.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// Positions of what only carries structure.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub marks: Positions,
    /// First and last line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<LineRange>,
}

/// The announced next meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextMeeting {
    /// What is announced: `平成29年9月頃`.
    pub text: String,
    /// Where it stands.
    pub spans: Positions,
    /// Calendar year, where the text names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// Month, 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 12))]
    pub month: Option<u8>,
    /// Day of the month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 31))]
    pub day: Option<u8>,
    /// Whether the text calls it approximate: 頃, ごろ, 予定.
    #[serde(default, skip_serializing_if = "is_false")]
    pub approximate: bool,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// One who took part, was absent, or was represented.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    /// The entry as it stands, in normal form.
    pub label: String,
    /// The person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The role in the meeting or the office held: 座長, 課長.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Id of the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The heading under which the entry stands: 委員, 事務局.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether the person was there, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presence: Option<Presence>,
    /// Where the entry stands.
    pub spans: Positions,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// Whether somebody was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// 出席.
    Present,
    /// 欠席.
    Absent,
    /// 代理.
    Proxy,
    /// オブザーバー, 傍聴.
    Observer,
}

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

/// Special kinds of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// A stage direction or a time: 〔「異議なし」と呼ぶ者あり〕.
    Procedure,
    /// Homework: （★遠藤）.
    Action,
}

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
    pub basis: Option<super::plan::Basis>,
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field by reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}
