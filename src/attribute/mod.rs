//! Stage: who says it. The last bracket of a text is its speaker's where it reads like one.

mod duty;
mod person;
mod trailing;

use rustc_hash::FxHashMap;

pub(crate) use duty::Duty;
pub(crate) use person::Person;

use crate::attendees::Roster;
use crate::element::{Element, Kind};
use crate::lexicon::register::Register;
use crate::lexicon::roles::{self, Role};
use crate::link::context::{Context, DocumentName, Standing, Surroundings};
use crate::link::judge::{Position, Verdict, judge};
use crate::link::split::split_label;
use crate::rules::summary::Kind as Part;
use crate::span::Span;
use crate::text::{Text, normal_form};
use crate::title;
use trailing::Trailing;

/// A text whose end names its speaker, taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    /// The text without the bracket.
    pub text: Vec<Span>,
    /// The bracket's content in normal form.
    pub label: String,
    /// One entry for each organization: `（A、B）` has two.
    pub parties: Vec<Named>,
    /// The brackets and what separates the parties.
    pub marks: Vec<Span>,
}

/// A name and its place.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub label: String,
    pub spans: Vec<Span>,
    /// Whom the attendee list knows by that name.
    pub person: Option<Person>,
    /// Whether it is a role with a letter that tells those of one role apart: `Ａ構成員`.
    pub is_role: bool,
}

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

/// Judges the end of every text, in the light of all others and of what the register knows.
pub(crate) fn attribute(elements: &[Element], source: &str, register: &Register, roster: &Roster) -> Vec<End> {
    let mut duties: Vec<Option<Duty>> = elements.iter().map(|element| duty::of(element, source, roster)).collect();
    let free = elements.iter().zip(&duties).map(|(element, duty)| Some(element).filter(|_| duty.is_none()));
    let endings: Vec<Option<Trailing>> = free.map(|element| candidate(element?, source)).collect();
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
    if verdicts.contains(&Verdict::Unknown) {
        judges.ask_document(elements, &endings, &mut verdicts, source, register);
    }
    let ends = endings.iter().zip(verdicts).zip(persons);
    let ends = ends.map(|((ending, verdict), persons)| match ending {
        Some(ending) => end(ending, verdict, persons, source),
        None => End::Text,
    });
    ends.zip(&mut duties).map(|(end, duty)| duty.take().map_or(end, End::Duty)).collect()
}

/// What the judgement of one bracket takes from all the others.
struct Judges<'e> {
    /// How often each content ends a text.
    counts: FxHashMap<&'e str, usize>,
    /// The share, in percent, of the texts that end with a bracket.
    habit: u8,
    /// Verdicts by content and by the end of what stands before it, which is all that decides.
    known: FxHashMap<(&'e str, &'e str, bool), Verdict>,
}

impl<'e> Judges<'e> {
    fn new(elements: &[Element], endings: &'e [Option<Trailing>]) -> Self {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for ending in endings.iter().flatten() {
            *counts.entry(ending.content()).or_default() += 1;
        }
        let spoken = elements.iter().filter(|element| is_text(element)).count();
        let bracketed = endings.iter().flatten().count();
        let habit = u8::try_from(bracketed * 100 / spoken.max(1)).unwrap_or(100);
        Self { counts, habit, known: FxHashMap::default() }
    }

    fn verdict(&mut self, ending: &'e Trailing, known: bool) -> Verdict {
        let before = last_characters(ending.before(), 4);
        let elsewhere = self.counts.get(ending.content()).map_or(0, |count| count - 1);
        let habit = self.habit;
        *self.known.entry((ending.content(), before, known)).or_insert_with(|| {
            let position = Position { before, last_in_paragraph: true, elsewhere, habit, known };
            judge(ending.content(), &position).verdict
        })
    }

    /// Judges again what nothing decided, now with the names of the whole document and of the register.
    fn ask_document(
        &mut self,
        elements: &[Element],
        endings: &'e [Option<Trailing>],
        verdicts: &mut [Verdict],
        source: &str,
        register: &Register,
    ) {
        let texts: Vec<String> = elements.iter().map(|element| normal_form(source, &element.text)).collect();
        let title = elements.iter().position(|element| element.kind == Kind::Title);
        let title = title.map_or("", |at| texts[at].as_str());
        let facts = title::facts(title);
        let speakers = endings.iter().zip(&*verdicts).filter(|(_, verdict)| **verdict == Verdict::Speaker);
        let names: Vec<DocumentName> = speakers
            .filter_map(|(ending, _)| ending.as_ref())
            .map(|ending| DocumentName { text: ending.content(), standing: Standing::Speaker })
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let region = facts.region.as_deref();
        let cx = Context::new(Surroundings { title, region, date: None, names: &names, texts: &texts, register });
        for (ending, verdict) in endings.iter().zip(verdicts) {
            if let Some(ending) = ending.as_ref().filter(|_| *verdict == Verdict::Unknown)
                && cx.knows(ending.content())
            {
                *verdict = self.verdict(ending, true);
            }
        }
    }
}

fn last_characters(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    &text[start..]
}

fn is_text(element: &Element) -> bool {
    matches!(element.kind, Kind::Part(Part::Bullet) | Kind::Paragraph)
}

fn candidate(element: &Element, source: &str) -> Option<Trailing> {
    if !is_text(element) {
        return None;
    }
    let last = element.text.last()?.of(source).trim_end_matches(['。', '．', '.']);
    if !last.trim_end().ends_with(['）', ')']) {
        return None;
    }
    Trailing::of(Text::of(source, &element.text))
}

fn end(trailing: &Trailing, verdict: Verdict, persons: Option<Vec<Named>>, source: &str) -> End {
    match verdict {
        Verdict::Speaker => {
            let parties = persons.unwrap_or_else(|| organizations(trailing, source));
            End::Speaker(voice(trailing, parties, source))
        }
        Verdict::Unknown => {
            End::Open { label: trailing.content().to_owned(), at: trailing.spans(trailing.content.clone(), source) }
        }
        Verdict::NotSpeaker => End::Text,
    }
}

/// The parties of a label as it divides itself: `厚木市、愛川町`.
fn organizations(trailing: &Trailing, source: &str) -> Vec<Named> {
    let parts = split_label(trailing.content()).into_iter().map(|part| {
        let range = trailing.content.start + part.start..trailing.content.start + part.end;
        let label = trailing.content()[part].to_owned();
        Named { spans: trailing.spans(range, source), person: None, is_role: is_lettered_role(&label), label }
    });
    parts.collect()
}

/// `A構成員`, `委員1`: a role and one letter.
fn is_lettered_role(label: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || "甲乙丙丁".contains(c);
    let bare = label.strip_prefix(letter).or_else(|| label.strip_suffix(letter));
    bare.and_then(roles::at_end).is_some_and(|(at, role)| at == 0 && role != Role::Honorific)
}

fn voice(trailing: &Trailing, parties: Vec<Named>, source: &str) -> Voice {
    let mut text = trailing.spans(0..trailing.bracket.start, source);
    text.extend(trailing.spans(trailing.bracket.end..trailing.text.as_str().len(), source));
    let mut marks = trailing.spans(trailing.bracket.start..trailing.content.start, source);
    let content = trailing.spans(trailing.content.clone(), source);
    marks.extend(without(&content, parties.iter().flat_map(|party| &party.spans), source));
    marks.extend(trailing.spans(trailing.content.end..trailing.bracket.end, source));
    Voice { text, label: trailing.content().to_owned(), parties, marks }
}

/// What of the spans the taken ones leave over, without white space at the ends.
fn without<'s>(spans: &[Span], taken: impl Iterator<Item = &'s Span>, source: &str) -> Vec<Span> {
    let mut rest: Vec<Span> = spans.to_vec();
    for taken in taken {
        let cut = |span: Span| {
            let before = Span::new(span.start, span.end.min(taken.start).max(span.start));
            let behind = Span::new(span.start.max(taken.end).min(span.end), span.end);
            if taken.end <= span.start || span.end <= taken.start { vec![span] } else { vec![before, behind] }
        };
        rest = rest.into_iter().flat_map(cut).collect();
    }
    rest.into_iter().map(|span| span.trim(source)).filter(|span| !span.is_empty()).collect()
}
