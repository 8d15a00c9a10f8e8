//! Which marks open turns in this document: one scored decision for each form of head.
//!
//! ○ opens a turn here and a bullet there, and in one file both. What decides is how many of a form's lines name
//! somebody, whether names recur, whether the attendee list has them, and whether speech follows.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::attendees::Attendees;
use crate::leading::{self, Sign};
use crate::lexicon::roles;
use crate::line::Line;
use crate::name_lines;
use crate::rules::summary::{Kind as Part, RULES};
use crate::rules::verbatim::HALF_BRACKET;
use crate::rules::verbatim::Style;
use crate::verbatim::above_points;
use crate::verbatim::after::take_out_signers;
use crate::verbatim::asked::answered_by_name;
use crate::verbatim::beside;
use crate::verbatim::bodies::{names_body, states_meeting};
use crate::verbatim::candidate::{Candidate, Form, Scanner};
use crate::verbatim::cards;
use crate::verbatim::closing::{counts_items, opens_part, take_out_closing};
use crate::verbatim::front;
use crate::verbatim::group::{Group, is_kind};
use crate::verbatim::legend;
use crate::verbatim::letters::is_letter;
use crate::verbatim::manner::manners;
use crate::verbatim::refused::{
    counts_votes, ends_list, gives_part, is_aside, is_free, signs_below_date, states_who, take_out_inner,
};
use crate::verbatim::sides;
use crate::verbatim::speaker::{Speaker, Strength};
use crate::verbatim::{Head, Voice};

/// The candidates that are heads of turns, in order; none where the document is no verbatim one.
pub(crate) fn learn(body: &[Line], source: &str, attendees: &Attendees) -> Vec<Head> {
    if is_letter(body, source) {
        return Vec::new();
    }
    let marked = sides::marked(body, source);
    let sides = sides::paired(&marked);
    // 【№１】 … 【№２】: who counts items summarises, be it questions and answers.
    if counts_items(body, source) {
        return sides;
    }
    let asked: Vec<usize> = marked.iter().map(|head| head.line).collect();
    let named =
        |without: &[usize]| -> Vec<Head> { speakers(body, source, attendees, without).into_iter().map(head).collect() };
    if marked.iter().filter(|head| sides::asks(head)).nth(1).is_some()
        && let Some(heads) = answered_by_name(&marked, named(&asked), body, source)
    {
        return heads;
    }
    let speakers = named(&[]);
    if let Some(both) = one_after_the_other(&speakers, &sides) {
        return both;
    }
    let explained = legend::heads(body, source);
    if explained.len() > speakers.len().max(sides.len()) {
        return explained;
    }
    if sides.len() > speakers.len() { sides } else { front::without_officer(speakers, body, source) }
}

/// Turns and then questions with their answers, or the other way round: a file may hold both.
fn one_after_the_other(speakers: &[Head], sides: &[Head]) -> Option<Vec<Head>> {
    let (said, asked) = (speakers.last()?.line, sides.last()?.line);
    if said < sides[0].line {
        return Some([speakers, sides].concat());
    }
    (asked < speakers[0].line).then(|| [sides, speakers].concat())
}

fn head(candidate: Candidate) -> Head {
    let said = (candidate.name, candidate.speaker);
    let voice = match candidate.form.style {
        Style::Narrative if said.1.strength < Strength::Named => Voice::Reported(None),
        Style::Narrative => Voice::Reported(Some(said)),
        Style::Announced => Voice::Announced { name: said.0, speaker: said.1 },
        Style::MarkBracketed
        | Style::MarkColon
        | Style::Mark
        | Style::Bracketed
        | Style::Colon
        | Style::Quoted
        | Style::Alone
        | Style::Spaced => Voice::Speaker { name: said.0, speaker: said.1 },
    };
    Head {
        line: candidate.line,
        height: candidate.height,
        rule: candidate.rule,
        voice,
        label: candidate.label,
        marks: candidate.marks,
        text: candidate.text,
    }
}

/// The heads that name somebody, lines apart of which something else is known; `without` in order.
fn speakers(body: &[Line], source: &str, attendees: &Attendees, without: &[usize]) -> Vec<Candidate> {
    let (roster, listed) = (&attendees.roster(), &attendees.listed);
    let mut scanner = Scanner::new(source, roster);
    let mut all = scanner.scan(body);
    all.retain(|candidate| without.binary_search(&candidate.line).is_err());
    all.retain(|candidate| is_free(candidate, body, source) && !is_aside(candidate, body, source));
    all.retain(|candidate| !listed.get(candidate.line).copied().unwrap_or(false));
    all.retain(|candidate| !ends_list(candidate, body, source, listed) && !states_who(candidate, source));
    all.retain(|candidate| !gives_part(candidate, source) && !counts_votes(candidate, source));
    all.retain(|candidate| !signs_below_date(candidate, body, source));
    all.retain(|candidate| !opens_part(candidate, body, source));
    take_out_closing(&mut all, body, source);
    take_out_signers(&mut all, body, source);
    cards::take_out(&mut all, body, source);
    above_points::take_out(&mut all, body, source, || tells_opinions(body, source));
    take_out_inner(&mut all, body);
    if all.iter().any(|candidate| candidate.rule == HALF_BRACKET) && bodies_sum_up(body, source) {
        all.retain(|candidate| candidate.rule != HALF_BRACKET);
    }
    for candidate in &mut all {
        let person = candidate.speaker.person.clone().map_or(&*candidate.name, |person| &candidate.name[person]);
        candidate.listed |= candidate.speaker.strength != Strength::No && roster.knows(person);
        // バス会社, 住民: nobody's name.
        let told = matches!(candidate.form.style, Style::Bracketed | Style::Colon);
        if told && !candidate.listed && is_kind(&candidate.name) {
            candidate.speaker.person = None;
        }
        if names_body(candidate, body, source) {
            candidate.speaker = Speaker::body(&candidate.name);
        }
        if candidate.speaker.strength == Strength::Possible && candidate.listed {
            candidate.speaker.strength = Strength::Named;
        }
    }
    let manners = manners(&all, body, source);
    let names = count_names(&all);
    let mut groups: BTreeMap<Form, Group> = BTreeMap::new();
    for (candidate, manner) in all.iter().zip(&manners) {
        groups.entry(candidate.form).or_default().add(candidate, *manner, names[&candidate.name], body, source);
    }
    if groups.keys().any(|form| form.style == Style::Bracketed) {
        let stand = name_lines::stand(body, source);
        let meets = states_meeting(body, source);
        groups.values_mut().for_each(|group| (group.stand, group.meets) = (stand, meets));
    }
    if groups.keys().any(|form| matches!(form.style, Style::MarkBracketed | Style::MarkColon)) {
        let tells_opinions = tells_opinions(body, source);
        groups.values_mut().for_each(|group| group.tells_opinions = tells_opinions);
    }
    for (form, group) in groups.iter_mut().filter(|(_, group)| group.has_bullets()) {
        group.bulleted = body.iter().filter(|line| line.first(source) == Some(form.mark)).count();
    }
    let sure: usize = groups.values().filter(|group| group.opens_turns(0)).map(|group| group.named).sum();
    let opens: Vec<Form> = groups.iter().filter(|(_, group)| group.opens_turns(sure)).map(|(form, _)| *form).collect();
    let alone = opens.iter().any(|form| form.style == Style::Alone);
    let mut begun = false;
    let mut heads = Vec::new();
    for (candidate, manner) in all.into_iter().zip(manners) {
        let group = &groups[&candidate.form];
        let repeated = names[&candidate.name] > 1 || candidate.listed;
        // 事務局： among 事務局 and 座長, each alone on its line.
        let as_alone = alone && repeated && candidate.form.style == Style::Colon && candidate.text.is_empty();
        if (opens.contains(&candidate.form) || as_alone)
            && group.admits(&candidate, manner, repeated, begun, body, source)
        {
            begun = true;
            heads.push(candidate);
        }
    }
    let taken = |at: usize| without.binary_search(&at).is_ok() || listed.get(at).copied().unwrap_or(false);
    beside::add(&mut heads, &mut scanner, body, taken);
    heads
}

/// Whether a line announces the main opinions and nothing else: `（主な意見）`, `■主な意見・質疑`.
fn tells_opinions(body: &[Line], source: &str) -> bool {
    let announces = |text: &str| RULES.rule(text).is_some_and(|rule| rule.kind == Part::Opinions);
    let texts = body
        .iter()
        .map(|line| line.text(source))
        .filter(|text| text.len() <= 90 && text.contains("主な") && (text.contains("意見") || text.contains("発言")));
    texts.into_iter().any(announces)
}

/// Whether half a bracket stands behind towns and offices far more often than behind parts in the meeting, and nobody says
/// です or ます: `保健所）人が足りない。`, a summary in which 座長） says something once.
fn bodies_sum_up(body: &[Line], source: &str) -> bool {
    let (mut bodies, mut parts, mut polite) = (0, 0, 0);
    for text in body.iter().map(|line| line.text(source)) {
        let Some(lead) = leading::lead(text, false).filter(|lead| lead.sign == Sign::HalfBracket) else { continue };
        let name = &text[lead.name];
        if roles::at_end(name).is_some() {
            parts += 1;
        } else if leading::is_name_among_others(name) {
            bodies += 1;
            polite += usize::from(text.contains("です") || text.contains("ます"));
        }
    }
    bodies >= 3 && bodies > 2 * parts && polite * 5 < bodies
}

fn count_names(all: &[Candidate]) -> FxHashMap<String, usize> {
    let mut names = FxHashMap::default();
    for candidate in all {
        *names.entry(candidate.name.clone()).or_insert(0) += 1;
    }
    names
}
