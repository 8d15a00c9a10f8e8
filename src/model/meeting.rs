//! The meeting that minutes report: name, date, place, who took part.

use serde::{Deserialize, Serialize};

use super::{Fields, LineRange, Positions};
use super::{Passage, is_false};
use crate::values::attendance;

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
    /// ISO 8601 date, derived from `date_text`, or from the title where no other place states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub date: Option<String>,
    /// The last day, where `date_text` states a period or several days: `令和7年2月10日（月）～2月14日（金）`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub end_date: Option<String>,
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
    /// How it was held, where the text says so beside its title: `書面開催`, `オンライン開催`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The next meeting, as announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextMeeting>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<Attendee>,
    /// What is said of who took part without a list of them: `傍聴者：なし`, `出席委員　別紙のとおり`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<Attendance>,
    /// What else the head states under a name of its own: `会議の公開：公開`, `担当課　高齢福祉課`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
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

/// A statement on who took part that names nobody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Whom it is about, as the field is called: `傍聴者`, `出席委員`.
    pub group: String,
    /// What it says: `2名`, `なし`, `別紙名簿のとおり`.
    pub text: String,
    /// How many there were, where `text` is nothing but a number or says that there were none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Where `text` stands.
    pub spans: Positions,
    /// First and last line, from 1.
    pub lines: LineRange,
}

impl Attendance {
    /// A statement where it stands.
    pub(crate) fn of(group: String, passage: Passage) -> Self {
        let Passage { text, spans, lines } = passage;
        Self { group, count: attendance::count(&text), text, spans, lines }
    }
}

/// What the head states under a name that no other field stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The name as it stands, in normal form, without its number and colon: `会議の公開`.
    pub name: String,
    /// What it says: `公開（傍聴者1名）`.
    pub text: String,
    /// Where `text` stands; the name is among the marks.
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
