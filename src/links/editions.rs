//! Items of a plan → items of the earlier edition, and of the same plan.

use super::facts::{Facts, ItemFacts, PlanFacts};
use super::plans::{Plan, Plans};
use crate::model::{Agreement, Decision, Link, LinkRelation, Reason};

pub(super) fn links(plans: &Plans, facts: &Facts) -> Vec<Link> {
    let Some(plan) = &facts.plan else { return Vec::new() };
    let mut links = Vec::new();
    for item in &plan.items {
        for number in &item.supersedes {
            links.extend(earlier(plans, facts, plan, item, *number));
        }
        links.extend(item.related.iter().map(|number| related(facts, plan, item, *number)));
    }
    links
}

/// 【旧№8を統合】: the edition before is last year's plan of the region. Where this year has another plan too, it may
/// as well be that one: then all are candidates.
fn earlier(plans: &Plans, facts: &Facts, plan: &PlanFacts, item: &ItemFacts, number: u32) -> Vec<Link> {
    let start = link(LinkRelation::EarlierItem, item, number);
    let Some(region) = &facts.region else {
        return vec![Link { reason: Some(Reason::RegionUnknown), ..start }];
    };
    let evidence = vec![Agreement::new("region", region, region)];
    let Some(year) = plan.fiscal_year else {
        return vec![Link { reason: Some(Reason::YearUnknown), evidence, ..start }];
    };
    let others = plans.of_region(region).iter().filter(|other| other.document != facts.id);
    let possible: Vec<&Plan> =
        others.filter(|other| other.year.is_some_and(|there| there == year || there == year - 1)).collect();
    if possible.is_empty() {
        let evidence = vec![evidence[0].clone(), Agreement::new("fiscal-year", &year.to_string(), "")];
        return vec![Link { reason: Some(Reason::NoEarlierEdition), evidence, ..start }];
    }
    let sure = possible.len() == 1 && possible[0].year == Some(year - 1);
    possible.iter().map(|other| in_edition(other, sure, year, &start, &evidence)).collect()
}

fn in_edition(other: &Plan, sure: bool, year: i16, start: &Link, evidence: &[Agreement]) -> Link {
    let mut evidence = evidence.to_vec();
    evidence.push(Agreement::new("fiscal-year", &year.to_string(), &other.year_text()));
    evidence.push(Agreement::new("edition", "", other.edition_text()));
    let start = Link { document: Some(other.document.clone()), evidence, ..start.clone() };
    let items = other.of_number(start.number.unwrap_or_default());
    let Some(item) = items.first() else {
        return Link { reason: Some(Reason::NoSuchNumber), ..start };
    };
    let reason = match (sure, items.len()) {
        (true, 1) => None,
        (true, _) => Some(Reason::NumberTwice),
        (false, _) => Some(Reason::SeveralEditions),
    };
    let decision = if reason.is_none() { Decision::Linked } else { Decision::Candidate };
    Link { to: Some(item.id.clone()), decision, reason, ..start }
}

/// ※№9とも関連, with the check whether № 9 refers back.
fn related(facts: &Facts, plan: &PlanFacts, item: &ItemFacts, number: u32) -> Link {
    let start = Link { document: Some(facts.id.clone()), ..link(LinkRelation::RelatedItem, item, number) };
    let found: Vec<&ItemFacts> = plan.items.iter().filter(|other| other.number == Some(number)).collect();
    let Some(other) = found.first() else {
        return Link { document: None, reason: Some(Reason::NoSuchNumber), ..start };
    };
    let back = if item.number.is_some_and(|own| other.related.contains(&own)) { "yes" } else { "no" };
    let evidence = vec![
        Agreement::new("number", &number.to_string(), &number.to_string()),
        Agreement::new("refers-back", "", back),
    ];
    let reason = (found.len() > 1).then_some(Reason::NumberTwice);
    let decision = if reason.is_none() { Decision::Linked } else { Decision::Candidate };
    Link { to: Some(other.id.clone()), decision, reason, evidence, ..start }
}

fn link(relation: LinkRelation, item: &ItemFacts, number: u32) -> Link {
    Link {
        relation,
        from: Some(item.id.clone()),
        number: Some(number),
        document: None,
        to: None,
        decision: Decision::Nil,
        reason: None,
        evidence: Vec::new(),
    }
}
