//! Stage: who says it. The last bracket of a text is its speaker's where it reads like one.

mod alone;
mod duty;
mod judges;
mod person;

use rustc_hash::FxHashSet;

pub(crate) use alone::speaker_of;
pub(crate) use duty::Duty;
pub(crate) use person::Person;

use crate::attendees::Attendees;
use crate::classify::answer::answers;
use crate::classify::handout::LISTED;
use crate::element::{Element, Kind};
use crate::leading::{self, Sign};
use crate::lexicon::register::Register;
use crate::lexicon::roles::{self, Role};
use crate::link::context::Knowledge;
use crate::link::ditto::is_ditto;
use crate::link::judge::Verdict;
use crate::rules::summary::Kind as Part;
use crate::span::Span;
use crate::text::Text;
use crate::trace::Trace;
pub(crate) use crate::trailing::Voice;
use crate::trailing::{Named, Trailing, is_close, is_open, may_part};
use judges::Judges;

/// What the end of an element says of its speaker.
#[derive(Clone, Debug)]
pub(crate) enum End {
    /// `…見えにくい（小田原市健康づくり課）`.
    Speaker(Voice),
    /// A bracket that may name a speaker, though nothing supports it.
    Open { label: String, at: Vec<Span> },
    /// `…を確認する（★百目鬼）`: who has to act.
    Duty(Duty),
    /// No bracket, or one that is part of the text.
    Text,
}

/// Judges the end of every text, in the light of all others and of what the register knows; a trace takes down why.
pub(crate) fn attribute(
    elements: &[Element],
    source: &str,
    register: &Register,
    attendees: &Attendees,
    trace: Option<&mut Trace>,
) -> Vec<End> {
    let roster = &attendees.roster();
    let begins = leading::habit(elements.iter().filter_map(|element| first_line(element, source)));
    let mut endings: Vec<Option<Trailing>> = elements
        .iter()
        .map(|element| named_first(element, begins, source).or_else(|| candidate(element, source)))
        .collect();
    let pairs = elements.iter().zip(&endings);
    let mut duties: Vec<Option<Duty>> =
        pairs.map(|(element, ending)| duty::of(element, ending.as_ref(), source, roster)).collect();
    for (ending, _) in endings.iter_mut().zip(&duties).filter(|(_, duty)| duty.is_some()) {
        *ending = None;
    }
    let persons: Vec<Option<Vec<Named>>> =
        endings.iter().map(|ending| person::named(ending.as_ref()?, source, roster)).collect();
    let mut judges = Judges::new(elements, &endings);
    let mut verdicts: Vec<Verdict> = endings
        .iter()
        .zip(&persons)
        .map(|(ending, person)| {
            ending.as_ref().map_or(Verdict::NotSpeaker, |ending| judges.verdict(ending, person.is_some()))
        })
        .collect();
    let mut reasons: Vec<Option<Knowledge>> = Vec::new();
    if verdicts.contains(&Verdict::Unknown) {
        reasons = judges.ask_document(elements, &endings, &mut verdicts, source, (register, attendees));
    }
    mark_dittos(elements, &endings, &mut verdicts);
    if let Some(trace) = trace {
        let reasons = reasons.into_iter().chain(std::iter::repeat(None));
        for (ending, known) in endings.iter().zip(reasons).filter_map(|(ending, known)| Some((ending.as_ref()?, known)))
        {
            trace.bracket(ending.place(source), judges.bracket(ending, known));
        }
    }
    let attending = attendees.entries.iter().filter_map(|entry| entry.organization.as_deref());
    let alone = endings.iter().flatten().map(Trailing::content).filter(|content| !content.contains(may_part));
    let known: FxHashSet<&str> = alone.chain(attending).collect();
    let ends = endings.iter().zip(verdicts).zip(persons);
    let ends = ends.map(|((ending, verdict), persons)| match ending {
        Some(ending) => end(ending, verdict, persons, &known, source),
        None => End::Text,
    });
    let ends = ends.zip(&mut duties).map(|(end, duty)| duty.take().map_or(end, End::Duty)).collect();
    alone::below_names(ends, elements, source, roster)
}

/// `（同）` right below an opinion that ends with its speaker: that one said this too.
fn mark_dittos(elements: &[Element], endings: &[Option<Trailing>], verdicts: &mut [Verdict]) {
    let mut named = false;
    for ((element, ending), verdict) in elements.iter().zip(endings).zip(verdicts) {
        let ditto = |ending: &Trailing| ending.is_closed && is_ditto(ending.content());
        if named && ending.as_ref().is_some_and(ditto) {
            *verdict = Verdict::Speaker;
        }
        named = is_text(element) && ending.is_some() && *verdict == Verdict::Speaker;
    }
}

/// Whether somebody may have said it; handouts are nobody's words.
fn is_text(element: &Element) -> bool {
    matches!(element.kind, Kind::Part(Part::Bullet) | Kind::Paragraph) && element.rule != LISTED
}

/// The first line of an opinion without its bullet, and whether more lines follow.
fn first_line<'s>(element: &Element, source: &'s str) -> Option<(&'s str, bool)> {
    let bullet = element.kind == Kind::Part(Part::Bullet) && is_text(element);
    element.text.first().filter(|_| bullet).map(|first| (first.of(source), element.text.len() > 1))
}

/// The name with which an opinion begins, in a document whose opinions use to.
fn named_first(element: &Element, sign: Option<Sign>, source: &str) -> Option<Trailing> {
    let bullet = element.kind == Kind::Part(Part::Bullet) && is_text(element);
    // （会長）久我委員、（副会長）岡野委員に決定: what they were made, and not what they said.
    let made = |name: &Trailing| leading::gives_part(name.behind());
    sign.filter(|_| bullet)
        .and_then(|sign| Trailing::leading(&element.text, source, sign).filter(|name| !made(name)))
        .or_else(|| Some(element).filter(|_| bullet).and_then(|element| answered_by(element, source)))
}

/// The name with which an answer begins, whatever other opinions begin with: `→（事務局）…`, `⇒事務局：…`, `⇒事務局　…`.
fn answered_by(element: &Element, source: &str) -> Option<Trailing> {
    let first = element.text.first().filter(|_| answers(element, source))?.of(source);
    let lead = leading::lead(first, false)?;
    let name = &first[lead.name];
    let desk = roles::at_end(name) == Some((0, Role::Desk));
    let named = match lead.sign {
        Sign::Bracket(_) | Sign::Colon => {
            desk || roles::at_end(name).is_some_and(|(at, _)| at == 0) || leading::is_name(name)
        }
        Sign::Gap => desk,
        Sign::HalfBracket | Sign::Dots | Sign::Slash | Sign::Line => false,
    };
    named.then(|| Trailing::leading(&element.text, source, lead.sign)).flatten()
}

fn candidate(element: &Element, source: &str) -> Option<Trailing> {
    if !is_text(element) {
        return None;
    }
    let last = element.text.last()?.of(source).trim_end_matches(['。', '．', '.']);
    if !last.trim_end().ends_with(is_close) && !lacks_its_end(&element.text, source) {
        return Trailing::apart(&element.text, source);
    }
    // Only the last lines are put into normal form: as many as the bracket takes, and a few characters before it.
    let pieces = element.text.len();
    let tails = std::iter::successors(Some(1), |taken| (*taken < pieces).then_some((taken * 2).min(pieces)));
    let ending = tails.into_iter().find_map(|taken| {
        let (head, tail) = element.text.split_at(pieces - taken);
        Trailing::of(head, Text::of(source, tail)).filter(|found| taken == pieces || found.stands_behind_text())
    });
    // 【潮音市】 alone says nothing that it could be taken off.
    let ending =
        ending.filter(|found| element.kind != Kind::Paragraph || !found.before().is_empty() || found.is_round());
    // あいさつ（こども課長）: who does it, and nothing said.
    let greets =
        |words: &str| words.chars().nth(12).is_none() && ["あいさつ", "挨拶"].iter().any(|end| words.ends_with(end));
    let heads = |words: &str| element.kind == Kind::Paragraph && roles::is_heading(words) || greets(words);
    ending.filter(|found| !heads(found.before()))
}

/// Whether the last two lines of a text open a bracket that they do not close: `…してほしい（厚木市`.
fn lacks_its_end(text: &[Span], source: &str) -> bool {
    let last = text.len().saturating_sub(2);
    let brackets = text[last..].iter().rev().flat_map(|piece| piece.of(source).chars().rev());
    brackets.take(40).find(|c| is_open(*c) || is_close(*c)).is_some_and(is_open)
}

fn end(
    trailing: &Trailing,
    verdict: Verdict,
    persons: Option<Vec<Named>>,
    known: &FxHashSet<&str>,
    source: &str,
) -> End {
    match verdict {
        Verdict::Speaker => {
            let parties = persons.unwrap_or_else(|| trailing.parties_among(known, source));
            End::Speaker(trailing.voice(parties, source))
        }
        Verdict::Unknown => End::Open { label: trailing.content().to_owned(), at: trailing.content_spans(source) },
        Verdict::NotSpeaker => End::Text,
    }
}
