//! Opinion under 【№n】 → item n of the plan, only where region, fiscal year and edition agree.

use super::facts::{Facts, Numbered};
use super::plans::{Plan, Plans};
use crate::model::{Agreement, Decision, Link, LinkRelation, Reason};

/// How many regions or plans an explanation lists.
const LISTED: usize = 3;

/// One link for each opinion and number; several only where several editions are possible.
pub(super) fn links(plans: &Plans, facts: &Facts) -> Vec<Link> {
    let mut links = Vec::new();
    for section in &facts.numbered {
        for number in &section.numbers {
            let found = find(plans, facts, section, *number);
            for opinion in &section.opinions {
                links.extend(found.iter().map(|link| Link { from: Some(opinion.clone()), ..link.clone() }));
            }
        }
    }
    links
}

fn find(plans: &Plans, facts: &Facts, section: &Numbered, number: u32) -> Vec<Link> {
    let same_region = match region(plans, facts) {
        Ok(plans) => plans,
        Err((reason, evidence)) => return vec![nil(number, reason, evidence)],
    };
    let region = Agreement::new("region", text(&facts.region), text(&facts.region));
    let (year, of_meeting) = match (section.year, facts.year_of_meeting()) {
        (Some(year), _) => (year, false),
        (None, Some(year)) => (year, true),
        (None, None) => return vec![nil(number, Reason::YearUnknown, vec![region])],
    };
    let same_year: Vec<&Plan> = same_region.iter().filter(|plan| plan.year == Some(year)).collect();
    if same_year.is_empty() {
        let there = list(same_region.iter().map(Plan::year_text));
        let reason = if of_meeting { Reason::YearUnknown } else { Reason::OtherYear };
        return vec![nil(number, reason, vec![region, Agreement::new("fiscal-year", &year.to_string(), &there)])];
    }
    let year = Agreement::new("fiscal-year", &year.to_string(), &year.to_string());
    let editions: Vec<&Plan> = match &section.edition {
        Some(stated) => same_year.iter().copied().filter(|plan| plan.edition.as_ref() == Some(stated)).collect(),
        None => same_year.clone(),
    };
    if editions.is_empty() {
        let there = list(same_year.iter().map(|plan| plan.edition_text().to_owned()));
        let edition = Agreement::new("edition", text(&section.edition), &there);
        return vec![nil(number, Reason::OtherEdition, vec![region, year, edition])];
    }
    let doubt = match (of_meeting, editions.len()) {
        (true, _) => Some(Reason::YearOfMeeting),
        (false, 1) => None,
        (false, _) => Some(Reason::SeveralEditions),
    };
    let seen = [region, year];
    editions.into_iter().take(LISTED).map(|plan| in_plan(plan, section, number, doubt, &seen)).collect()
}

/// The plans of the document's region, or why there are none.
fn region<'p>(plans: &'p Plans, facts: &Facts) -> Result<&'p [Plan], (Reason, Vec<Agreement>)> {
    if plans.regions.is_empty() {
        return Err((Reason::NoPlan, Vec::new()));
    }
    let there = || list(plans.regions.iter().cloned());
    let Some(region) = &facts.region else {
        return Err((Reason::RegionUnknown, vec![Agreement::new("region", "", &there())]));
    };
    match plans.of_region(region) {
        [] => Err((Reason::OtherRegion, vec![Agreement::new("region", region, &there())])),
        found => Ok(found),
    }
}

/// The item in one plan.
fn in_plan(plan: &Plan, section: &Numbered, number: u32, doubt: Option<Reason>, seen: &[Agreement]) -> Link {
    let mut evidence = seen.to_vec();
    evidence.push(Agreement::new("edition", text(&section.edition), plan.edition_text()));
    let items = plan.of_number(number);
    let Some(item) = items.first() else {
        return Link { document: Some(plan.document.clone()), ..nil(number, Reason::NoSuchNumber, evidence) };
    };
    let mut doubt = doubt.or((items.len() > 1).then_some(Reason::NumberTwice));
    if let Some(heading) = &section.heading {
        let shared = shared_word(heading, &item.words);
        evidence.push(Agreement::new("heading", heading, shared.as_deref().unwrap_or_default()));
        if shared.is_none() {
            doubt = doubt.or(Some(Reason::OtherHeading));
        }
    }
    Link {
        document: Some(plan.document.clone()),
        to: Some(item.id.clone()),
        decision: if doubt.is_some() { Decision::Candidate } else { Decision::Linked },
        reason: doubt,
        ..nil(number, Reason::NoPlan, evidence)
    }
}

fn nil(number: u32, reason: Reason, evidence: Vec<Agreement>) -> Link {
    Link {
        relation: LinkRelation::PlanItem,
        from: None,
        number: Some(number),
        document: None,
        to: None,
        decision: Decision::Nil,
        reason: Some(reason),
        evidence,
    }
}

/// In characters.
const LONGEST_HEADING: usize = 200;

/// The longest run of at least two letters that both texts have, hiragana alone not counted: `連絡会議`.
fn shared_word(heading: &str, words: &str) -> Option<String> {
    // A heading has a few words; what is longer is none, and every part of it would be looked for.
    let letters: Vec<char> = heading.chars().take(LONGEST_HEADING).collect();
    let mut best: &[char] = &[];
    for start in 0..letters.len() {
        let mut end = start + best.len().max(1) + 1;
        while end <= letters.len() && is_word(&letters[start..end]) {
            if !words.contains(&letters[start..end].iter().collect::<String>()) {
                break;
            }
            best = &letters[start..end];
            end += 1;
        }
    }
    (!best.is_empty()).then(|| best.iter().collect())
}

/// `会議` is a word, `との` is none.
fn is_word(letters: &[char]) -> bool {
    letters.iter().all(|c| c.is_alphanumeric()) && letters.iter().any(|c| !('ぁ'..='ん').contains(c))
}

/// The first ones, each once: `2016、2018、…`.
fn list(values: impl Iterator<Item = String>) -> String {
    let mut distinct: Vec<String> = Vec::new();
    for value in values.filter(|value| !value.is_empty()) {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
        if distinct.len() > LISTED {
            distinct[LISTED] = "…".to_owned();
            break;
        }
    }
    distinct.join("、")
}

fn text(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_shares_a_word_with_its_item_and_no_particle() {
        assert_eq!(shared_word("ネットワーク会議", "連絡会議の定期開催"), Some("会議".to_owned()));
        assert_eq!(shared_word("窓口の一覧", "会議の開催"), None);
        assert_eq!(shared_word("連絡会議", "連絡会議の定期開催"), Some("連絡会議".to_owned()));
    }
}
