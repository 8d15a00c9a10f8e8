//! Which marks open turns in this document: one scored decision for each form of head.
//!
//! ○ opens a turn here and a bullet there, and in one file both. What decides is how many of a form's lines name
//! somebody, whether names recur, whether the attendee list has them, and whether speech follows.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::attendees::Attendees;
use crate::blocks::ends_sentence;
use crate::leading::{self, Sign};
use crate::lexicon::brackets::is_katakana;
use crate::lexicon::roles;
use crate::line::Line;
use crate::name_lines;
use crate::rules::asides::ASIDES;
use crate::rules::head::{FIELDS, Field};
use crate::rules::verbatim::HALF_BRACKET;
use crate::rules::verbatim::Style;
use crate::text::normal_form;
use crate::trailing::{is_close, is_open};
use crate::values::attendance;
use crate::verbatim::asked::answered_by_name;
use crate::verbatim::beside;
use crate::verbatim::bodies::{names_body, states_meeting};
use crate::verbatim::candidate::{Candidate, Form, Scanner};
use crate::verbatim::cards;
use crate::verbatim::closing::{counts_items, opens_part, take_out_closing};
use crate::verbatim::front;
use crate::verbatim::group::{Group, is_kind};
use crate::verbatim::heading::Heading;
use crate::verbatim::legend;
use crate::verbatim::letters::is_letter;
use crate::verbatim::listed::LISTED;
use crate::verbatim::manner::manners;
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
    all.retain(|candidate| !opens_part(candidate, body, source));
    take_out_closing(&mut all, body, source);
    cards::take_out(&mut all, body, source);
    take_out_inner(&mut all, body);
    if all.iter().any(|candidate| candidate.rule == HALF_BRACKET) && bodies_sum_up(body, source) {
        all.retain(|candidate| candidate.rule != HALF_BRACKET);
    }
    for candidate in &mut all {
        let person = candidate.speaker.person.clone().map_or(&*candidate.name, |person| &candidate.name[person]);
        candidate.listed |= candidate.speaker.strength != Strength::No && roster.knows(person);
        // バス会社, 住民: nobody's name.
        if candidate.form.style == Style::Bracketed && !candidate.listed && is_kind(&candidate.name) {
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

/// Takes out listed names that stand farther in than the heads of offices beside them: `　　　　　今井　委員の…` within a turn.
fn take_out_inner(all: &mut Vec<Candidate>, body: &[Line]) {
    let spaced = |candidate: &&Candidate| candidate.form.style == Style::Spaced && candidate.rule != LISTED;
    let Some(outer) = all.iter().filter(spaced).map(|candidate| body[candidate.line].indent).max() else { return };
    all.retain(|candidate| candidate.rule != LISTED || body[candidate.line].indent <= outer);
}

/// What happens in a meeting; such a word makes a stage direction of what looks like a name: `（全員挙手）`.
const STAGE: [&str; 14] =
    ["挙手", "起立", "拍手", "退席", "着席", "入室", "退室", "休憩", "再開", "異議", "了承", "賛成", "反対", "採決"];

/// Whether a name alone on its line is the last one of a list rather than a head: it stands right below the list, and no
/// sentence begins below it.
fn ends_list(candidate: &Candidate, body: &[Line], source: &str, listed: &[bool]) -> bool {
    let below_list = candidate.line > 0 && listed.get(candidate.line - 1).copied().unwrap_or(false);
    let next = || body.get(candidate.line + candidate.height);
    let speech = |line: &Line| line.text(source).contains('。') || line.width >= 50;
    let near = body[candidate.line].gap == 0;
    // 久我企画官 above ５．議事要旨: nothing is said.
    const PARTS: [&str; 8] = ["議事", "議題", "要旨", "概要", "内容", "経過", "次第", "議事録"];
    let heading = |line: &Line| {
        let part = PARTS.iter().any(|part| line.text(source).trim_end_matches(['：', ':']).ends_with(part));
        part && line.width <= 30 && Heading::of(line, source).is_some_and(|heading| heading.is_numbered())
    };
    if candidate.form.style == Style::Alone && candidate.text.is_empty() && next().is_some_and(heading) {
        return true;
    }
    candidate.form.style == Style::Alone && below_list && near && !next().is_some_and(speech)
}

/// Whether a bracket is a stage direction or a number, so that it says nothing of the heads of its form.
fn is_aside(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let named = candidate.speaker.strength == Strength::Named;
    let stage = || STAGE.iter().any(|word| candidate.name.contains(word));
    if candidate.form.style != Style::Bracketed || candidate.speaker.strength > Strength::Named || named && !stage() {
        return false;
    }
    let number = candidate.name.chars().all(|c| c.is_ascii_digit() || is_katakana(c));
    candidate.speaker.strength == Strength::No && number
        || candidate.text.is_empty() && ASIDES.rule(body[candidate.line].text(source)).is_some()
}

/// Whether a line may be a head by what it is otherwise and by what stands before it.
///
/// A field is none (`○場所　市役所`), and without a mark a line is none that goes on with a sentence.
fn is_free(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let line = &body[candidate.line];
    match candidate.form.style {
        // 《傍聴者》　なし, 〔欠席者〕２名: who was there is nobody's speech.
        Style::Bracketed if counts_those_present(candidate, source) => false,
        Style::Mark | Style::MarkColon | Style::MarkBracketed | Style::Bracketed => {
            let role = candidate.speaker.strength == Strength::Role;
            role || FIELDS.rule(line.text(source)).is_none_or(|rule| matches!(rule.kind, Field::Unnamed | Field::Other))
        }
        // …（県薬 above 剤師会）: the end of a bracket that is open.
        Style::Colon if candidate.rule == HALF_BRACKET && is_torn(candidate.line, body, source) => false,
        Style::Colon | Style::Quoted | Style::Alone | Style::Spaced => {
            let before = candidate.line.checked_sub(1).map(|at| &body[at]);
            let open = |before: &Line| before.last(source).is_some_and(|c| !ends_sentence(c));
            // 出席者 alone on its line heads a list.
            let list = candidate.form.style == Style::Alone
                && candidate.name.ends_with('者')
                && is_list_name(line.text(source));
            // 保護者各位 above 花水木小学校長: who writes a letter stands below those who get it.
            let addressed =
                |before: &Line| ["各位", "御中", "殿"].iter().any(|word| before.text(source).ends_with(word));
            // パネリスト　…氏 above 　　　　　　市民代表　…氏: a list of those who will speak.
            let beside = |before: &Line| {
                line.gap == 0 && before.text(source).ends_with('氏') && !before.text(source).contains('。')
            };
            let many = line.text(source).ends_with('氏') && before.is_some_and(beside);
            // 保健所 at the right margin below a sentence says whose that was.
            let signs = |before: &Line| name_lines::stands_at_right(before, line, source);
            if list
                || candidate.form.style == Style::Alone
                    && (many || before.is_some_and(|before| addressed(before) || signs(before)))
            {
                return false;
            }
            // 日程第３　議案第18号　…の一部改正について ends without a full stop and is no sentence that goes on.
            let heading = |before: &Line| Heading::of(before, source).is_some_and(|heading| heading.is_numbered());
            !before.is_some_and(|before| line.gap == 0 && open(before) && before.width >= 50 && !heading(before))
        }
        Style::Narrative | Style::Announced => true,
    }
}

/// `説明者：事務局`: it states who explained, and says nothing itself.
fn states_who(candidate: &Candidate, source: &str) -> bool {
    let states = ["説明者", "発表者", "報告者", "提案者", "発言者", "回答者", "質問者"].contains(&&*candidate.name);
    states && Speaker::of(&normal_form(source, &candidate.text)).strength >= Strength::Organization
}

/// Whether the text behind a list's name only says how many they were.
fn counts_those_present(candidate: &Candidate, source: &str) -> bool {
    let names_list = ["傍聴者", "傍聴人", "出席者", "欠席者", "参加者", "報道関係者"].contains(&&*candidate.name);
    names_list && attendance::count(&normal_form(source, &candidate.text)).is_some()
}

/// Whether a bracket is open at the beginning of a line.
fn is_torn(line: usize, body: &[Line], source: &str) -> bool {
    let above = body[line.saturating_sub(3)..line].iter().rev().flat_map(|line| line.text(source).chars().rev());
    above.take(120).find(|c| is_open(*c) || is_close(*c)).is_some_and(is_open)
}

fn is_list_name(text: &str) -> bool {
    FIELDS.rule(text).is_some_and(|rule| rule.kind == Field::Attendees)
}

fn count_names(all: &[Candidate]) -> FxHashMap<String, usize> {
    let mut names = FxHashMap::default();
    for candidate in all {
        *names.entry(candidate.name.clone()).or_insert(0) += 1;
    }
    names
}
