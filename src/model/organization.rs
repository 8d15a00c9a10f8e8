//! Organizations, and how a name was resolved to one.

use serde::{Deserialize, Serialize};

use super::Positions;

/// An organization that the document names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// The register's id, else `org:` and the name.
    pub id: String,
    /// Its name in normal form.
    pub name: String,
    /// Other names under which the document knows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    /// What kind of organization it is, as far as its form or the register says.
    pub classification: Classification,
    /// Id of the organization it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Its region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Public identifiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// Id of the register row that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
}

/// A public identifier: 全国地方公共団体コード 142107.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Whose numbers these are.
    pub scheme: String,
    /// The number.
    pub identifier: String,
}

/// Kinds of organizations, a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Classification {
    /// 市町村, 特別区.
    Municipality,
    /// 都道府県.
    Prefecture,
    /// 府省庁.
    Ministry,
    /// 部, 課, 係, 室 of another organization.
    Department,
    /// 保健所, 保健福祉事務所.
    PublicHealthOffice,
    /// 児童相談所.
    ChildGuidanceCenter,
    /// 病院, 医療センター.
    Hospital,
    /// 診療所, クリニック.
    Clinic,
    /// 医師会, 歯科医師会, 薬剤師会.
    MedicalAssociation,
    /// 学校, 園 of education.
    School,
    /// 教育委員会.
    BoardOfEducation,
    /// PTA, 父母の会.
    ParentsAssociation,
    /// 訪問看護ステーション.
    VisitingNurseStation,
    /// 相談支援事業所.
    ConsultationOffice,
    /// 福祉施設.
    WelfareFacility,
    /// 社会福祉協議会.
    SocialWelfareCouncil,
    /// 協議会, 部会, 委員会.
    Council,
    /// 会社.
    Company,
    /// 法人, 会.
    Association,
    /// A group that is no organization: 行政, 医療機関.
    Generic,
    /// A name whose kind nothing says.
    Other,
}

/// How far a name is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The organization is known, with evidence.
    Resolved,
    /// Plainly a name, nowhere known.
    Unregistered,
    /// Several organizations of equal standing; see `candidates`.
    Ambiguous,
    /// Nothing says who this is.
    Unknown,
}

/// By what a name was resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The name itself.
    Exact,
    /// Another spelling of it: 障がい, 障害.
    Variant,
    /// Another name that the register lists.
    Alias,
    /// A shorter form whose morphemes are the longer one's.
    Abbreviation,
    /// The document's region or its other names.
    Context,
}

/// What speaks for an inference, for a person to check.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// A stated rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Id of a register row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// A place in this document.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub at: Positions,
}

/// Names or ids of the organizations that a label may mean.
pub type Candidates = Vec<String>;
