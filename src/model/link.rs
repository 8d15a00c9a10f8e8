//! Links between the documents of a collection, with what speaks for them.

use serde::{Deserialize, Serialize};

/// One link, or the statement that there is none: 【№３】 of the minutes → item 3 of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// How the two are related.
    pub relation: LinkRelation,
    /// Id of the element in this document; absent where the document as a whole is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The number that the text names: № 3, 第2回.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Id of the other document; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Id of the element in the other document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How sure it is.
    pub decision: Decision,
    /// Why it is not `linked`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// What was compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Agreement>,
}

/// How two elements are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LinkRelation {
    /// An opinion under 【№n】 → item n of the plan.
    PlanItem,
    /// 【旧№8、9を統合】 → the items of the earlier edition.
    EarlierItem,
    /// ※№9とも関連 → item 9 of the same plan.
    RelatedItem,
    /// The meeting that follows in its series.
    NextMeeting,
    /// A meeting of the series that should lie before this one.
    EarlierMeeting,
    /// The same organization where the collection names it first.
    SameOrganization,
}

/// How sure a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Everything that must agree does.
    Linked,
    /// Possible; a person should decide.
    Candidate,
    /// No link, for the reason given.
    Nil,
}

/// Why a link is not `linked`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The collection has no plan.
    NoPlan,
    /// This document does not say its region.
    RegionUnknown,
    /// The other document is of another region.
    OtherRegion,
    /// The text does not say which fiscal year's plan it means.
    YearUnknown,
    /// Only the meeting has a fiscal year, not what it speaks about.
    YearOfMeeting,
    /// The region's plans are of other fiscal years.
    OtherYear,
    /// The plan is another edition: 案, 最終案.
    OtherEdition,
    /// Several editions are possible.
    SeveralEditions,
    /// No earlier edition is in the collection.
    NoEarlierEdition,
    /// The other document has no such number.
    NoSuchNumber,
    /// The other document has the number twice.
    NumberTwice,
    /// The headings share no word.
    OtherHeading,
    /// A meeting of the series is missing.
    Gap,
    /// The order by number is not the order by date.
    DateOrder,
    /// The numbering begins anew.
    NumberingRestarts,
    /// One of the two is in the register, the other is not.
    OneUnregistered,
    /// The names are the same, the registered organizations are not.
    OtherOrganization,
}

/// One thing that was compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// What: `region`, `fiscal-year`, `edition`, `number`, `heading`, `name`, `register`, `date`, `refers-back`.
    pub what: String,
    /// What this document says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub here: Option<String>,
    /// What the other document says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub there: Option<String>,
}

impl Agreement {
    /// `region: 厚木 | 小田原`; an empty text is a side that says nothing.
    #[must_use]
    pub fn new(what: &str, here: &str, there: &str) -> Self {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Self { what: what.to_owned(), here: filled(here), there: filled(there) }
    }
}
