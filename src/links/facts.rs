//! What one document contributes to the links between documents: small enough to be kept for ten thousand of them.

use serde::{Deserialize, Serialize};

use crate::model::{Classification, Document, Organization, PlanItem, Reference, Relation, Section};
use crate::values::date;

/// The facts of one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The document's id.
    pub id: String,
    /// The region it states, or that the collection's settings give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Name, number and date of the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingFacts>,
    /// Fiscal year and standing of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanFacts>,
    /// 【№n】 sections with what was said under them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbered: Vec<Numbered>,
    /// The named organizations, without generic groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<Named>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeetingFacts {
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanFacts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiscal_year: Option<i16>,
    /// 案, 最終案; absent where the title says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    pub items: Vec<ItemFacts>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemFacts {
    pub id: String,
    pub number: Option<u32>,
    /// Category, name and content, to compare a heading with.
    pub words: String,
    /// 【旧№8、9を統合】
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<u32>,
    /// ※№9とも関連
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<u32>,
}

/// A 【№n】 section: what it says of the plan that it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numbered {
    pub numbers: Vec<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The fiscal year that the nearest heading above names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// The edition that the same heading names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Ids of the opinions.
    pub opinions: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Named {
    pub id: String,
    pub name: String,
    /// The organization in the whole collection; see [`entity`].
    pub entity: String,
}

impl Facts {
    /// The facts of a document; `region` is what the settings say of it.
    pub fn of(document: &Document, region: Option<&str>) -> Self {
        let region = region_of(document).or(region).map(str::to_owned);
        let mut numbered = Vec::new();
        let title = document.title.as_ref().map_or("", |title| title.text.as_str());
        collect(&document.sections, &Scope { year: None, edition: None }, &mut numbered);
        let organizations = document.organizations.iter().filter(|one| one.classification != Classification::Generic);
        let organizations = organizations.map(|one| Named {
            id: one.id.clone(),
            name: one.name.clone(),
            entity: entity(one, &document.id, region.as_deref()),
        });
        let organizations = organizations.collect();
        Self {
            id: document.id.clone(),
            meeting: meeting(document),
            plan: plan(document, title),
            numbered,
            organizations,
            region,
        }
    }

    /// The fiscal year in which the meeting was held: 2017-01-30 → 2016.
    pub fn year_of_meeting(&self) -> Option<i16> {
        fiscal_year_of(self.meeting.as_ref()?.date.as_deref()?)
    }
}

/// The fiscal year of an ISO date: it begins in April.
pub fn fiscal_year_of(date: &str) -> Option<i16> {
    let (year, rest) = date.split_once('-')?;
    let year: i16 = year.parse().ok()?;
    let month: u8 = rest.split('-').next()?.parse().ok()?;
    Some(if month < 4 { year - 1 } else { year })
}

/// The region that the document itself states.
pub fn region_of(document: &Document) -> Option<&str> {
    let of_plan = document.plan.as_ref().and_then(|plan| plan.region.as_deref());
    of_plan.or_else(|| document.meeting.as_ref().and_then(|meeting| meeting.region.as_deref()))
}

/// Which organization this is in the whole collection: the register's row, a public code, the name within its registered
/// parent or within the region; where nothing of these is known, an organization of this document alone.
pub fn entity(organization: &Organization, document: &str, region: Option<&str>) -> String {
    if let Some(register) = &organization.register {
        return register.clone();
    }
    if let Some(code) = organization.identifiers.first() {
        return format!("{}:{}", code.scheme, code.identifier);
    }
    let name = &organization.name;
    match (&organization.parent, organization.region.as_deref().or(region)) {
        (Some(parent), _) if !parent.starts_with("org:") => format!("org:{name}@{parent}"),
        (_, Some(region)) => format!("org:{name}@{region}"),
        (_, None) => format!("org:{name}@document:{document}"),
    }
}

fn meeting(document: &Document) -> Option<MeetingFacts> {
    let meeting = document.meeting.as_ref()?;
    Some(MeetingFacts { name: meeting.name.clone()?, number: meeting.number, date: meeting.date.clone() })
}

fn plan(document: &Document, title: &str) -> Option<PlanFacts> {
    let plan = document.plan.as_ref()?;
    let edition = plan.status.clone().or_else(|| edition(title));
    Some(PlanFacts { fiscal_year: plan.fiscal_year, edition, items: document.items.iter().map(item).collect() })
}

fn item(item: &PlanItem) -> ItemFacts {
    let mut words =
        [item.category.as_deref(), item.name.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    for cell in &item.content {
        words.push(' ');
        words.push_str(&cell.text);
    }
    let numbers = |relation| numbers(&item.references, relation);
    ItemFacts {
        id: item.id.clone(),
        number: item.number,
        words,
        supersedes: numbers(Relation::Supersedes),
        related: numbers(Relation::Related),
    }
}

fn numbers(references: &[Reference], relation: Relation) -> Vec<u32> {
    references.iter().filter(|one| one.relation == relation).flat_map(|one| one.numbers.iter().copied()).collect()
}

/// What the headings above say.
#[derive(Clone)]
struct Scope {
    year: Option<i16>,
    edition: Option<String>,
}

fn collect(sections: &[Section], above: &Scope, numbered: &mut Vec<Numbered>) {
    for section in sections {
        let heading = section.heading.as_deref().unwrap_or_default();
        let scope = match date::fiscal_year(heading) {
            Some((year, _)) => Scope { year: Some(year), edition: edition(heading) },
            None => above.clone(),
        };
        let numbers = section.label.as_ref().map(|label| label.numbers.clone()).unwrap_or_default();
        if !numbers.is_empty() && !section.opinions.is_empty() {
            numbered.push(Numbered {
                numbers,
                heading: section.heading.clone(),
                year: scope.year,
                edition: scope.edition.clone(),
                opinions: section.opinions.iter().map(|opinion| opinion.id.clone()).collect(),
            });
        }
        collect(&section.sections, &scope, numbered);
    }
}

/// The edition that a title names in brackets: `取組内容（案）` → `案`.
fn edition(text: &str) -> Option<String> {
    let brackets = text.split(['（', '(']).skip(1).filter_map(|rest| rest.split(['）', ')']).next());
    let mut editions = brackets
        .filter(|inner| inner.ends_with('案') || matches!(*inner, "最終" | "確定" | "決定" | "改訂版" | "修正"));
    editions.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fiscal_year_begins_in_april() {
        assert_eq!(fiscal_year_of("2017-01-30"), Some(2016));
        assert_eq!(fiscal_year_of("2017-04-01"), Some(2017));
        assert_eq!(fiscal_year_of("someday"), None);
    }

    #[test]
    fn an_edition_stands_in_brackets() {
        assert_eq!(edition("平成29年度の取組内容（案）"), Some("案".to_owned()));
        assert_eq!(edition("取組（最終案）について"), Some("最終案".to_owned()));
        assert_eq!(edition("提案（再掲）について"), None);
    }
}
