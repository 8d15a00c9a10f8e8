//! A plan table: its head, its rows, their cells.

use serde::{Deserialize, Serialize};

use super::{Candidates, Evidence, Fields, LineRange, Mention, Method, Positions, Status, TableCell};

/// The head of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The region it is for, derived from the title: `厚木`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Calendar year in which the fiscal year begins (April), derived from the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiscal_year: Option<i16>,
    /// The fiscal year as the title writes it: `平成29年度`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiscal_year_text: Option<String>,
    /// What the title calls its standing: `案`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The label of the handout: `参考資料3－2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_label: Option<String>,
    /// The columns' headers, in the order of the columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// The columns of the schedule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<Period>,
    /// Where its fields stand.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// Positions of what only carries structure.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub marks: Positions,
}

/// One column of the schedule: 第１四半期（４月～６月）.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Which of them, from 1.
    pub number: u32,
    /// Its header: `第1四半期`.
    pub label: String,
    /// The months it names: `4月～6月`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<String>,
    /// First month, `YYYY-MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}$"))]
    pub start: Option<String>,
    /// Last month, `YYYY-MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}$"))]
    pub end: Option<String>,
    /// Where label and months stand.
    pub fields: Fields,
    /// Positions of what only carries structure.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub marks: Positions,
}

/// One row of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanItem {
    /// `item-` and the number.
    pub id: String,
    /// The row's number; a row that `1-2` numbers has none, and the label among its cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// 課題区分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// 項目.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The ※ lines below the name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Cell>,
    /// 内容, one entry for each bullet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Cell>,
    /// 主たる機関.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<PartyCell>,
    /// 協力を得たい関係機関.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cooperating: Vec<PartyCell>,
    /// The cells of the schedule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<ScheduleCell>,
    /// What the row says of other rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// What stands in columns that the plan has no field for, under their own names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<TableCell>,
    /// Organizations that name, notes or content mention.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// Where number, category and name stand.
    pub fields: Fields,
    /// Positions of what only carries structure.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub marks: Positions,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// One entry of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// The normal form of what `spans` select.
    pub text: String,
    /// Where it stands.
    pub spans: Positions,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// One organization of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartyCell {
    /// The name as it stands, in normal form.
    pub label: String,
    /// Where it stands.
    pub spans: Positions,
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
    /// The content of the bracket behind the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where the note stands.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// One cell of the schedule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleCell {
    /// What is planned: `会議開催（9月頃）`.
    pub text: String,
    /// Where it stands.
    pub spans: Positions,
    /// The number of the period in which it falls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<u32>,
    /// The month that it names or that is inferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 12))]
    pub month: Option<u8>,
    /// Where `period` and `month` come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// What speaks for an inference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// Where a statement comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The text says so.
    Stated,
    /// Concluded from other places, which `evidence` names.
    Inferred,
    /// A person said so.
    Corrected,
}

/// What a row says of other rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// How the rows are related.
    pub relation: Relation,
    /// The reference as it stands, in normal form.
    pub text: String,
    /// The numbers it names.
    pub numbers: Vec<u32>,
    /// Where it stands.
    pub spans: Positions,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// How rows are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// 【旧№8、9を統合】: takes the place of rows of the *previous* edition.
    Supersedes,
    /// ※№9とも関連.
    Related,
}
