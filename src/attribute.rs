//! Stage: who says it. The last bracket of a text is its speaker's where it reads like one.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::element::{Element, Kind};
use crate::lexicon::register::Register;
use crate::link::context::{Context, DocumentName, Standing, Surroundings};
use crate::link::judge::{Position, Verdict, judge};
use crate::link::split::split_label;
use crate::rules::summary::Kind as Part;
use crate::span::Span;
use crate::text::{Text, normal_form};
use crate::title;

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
}

/// What the end of an element says of its speaker.
#[derive(Clone, Debug)]
pub(crate) enum End {
    /// `…見えにくい（小田原市健康づくり課）`.
    Speaker(Voice),
    /// A bracket that may name a speaker, though nothing supports it.
    Open { label: String, at: Vec<Span> },
    /// No bracket, or one that is part of the text.
    Text,
}

/// Judges the end of every text, in the light of all others and of what the register knows.
pub(crate) fn attribute(elements: &[Element], source: &str, register: &Register) -> Vec<End> {
    let endings: Vec<Option<Trailing>> = elements.iter().map(|element| candidate(element, source)).collect();
    let mut judges = Judges::new(elements, &endings);
    let mut verdicts: Vec<Verdict> = endings
        .iter()
        .map(|ending| ending.as_ref().map_or(Verdict::NotSpeaker, |ending| judges.verdict(ending, false)))
        .collect();
    if verdicts.contains(&Verdict::Unknown) {
        judges.ask_document(elements, &endings, &mut verdicts, source, register);
    }
    let ends = endings.iter().zip(verdicts);
    ends.map(|(ending, verdict)| ending.as_ref().map_or(End::Text, |ending| end(ending, verdict, source))).collect()
}

/// How many characters before a bracket its judgement asks for.
const BEFORE: usize = 4;

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
        let before = last_characters(ending.before(), BEFORE);
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
    // Only the last lines are put into normal form: as many as the bracket takes, and a few characters before it.
    let pieces = element.text.len();
    let tails = std::iter::successors(Some(1), |taken| (*taken < pieces).then_some((taken * 2).min(pieces)));
    tails.into_iter().find_map(|taken| {
        let (head, tail) = element.text.split_at(pieces - taken);
        Trailing::of(head, Text::of(source, tail)).filter(|found| taken == pieces || found.stands_behind_text())
    })
}

fn end(trailing: &Trailing, verdict: Verdict, source: &str) -> End {
    match verdict {
        Verdict::Speaker => End::Speaker(trailing.voice(source)),
        Verdict::Unknown => End::Open {
            label: trailing.content().to_owned(),
            at: trailing.text.spans(trailing.content.clone(), source),
        },
        Verdict::NotSpeaker => End::Text,
    }
}

/// A text and the bracket at its end.
struct Trailing {
    /// The pieces before those of `text`.
    head: Vec<Span>,
    text: Text,
    /// The bracket, its two characters included.
    bracket: Range<usize>,
    /// What stands in it.
    content: Range<usize>,
}

impl Trailing {
    /// Finds the last bracket of a text, a full stop behind it allowed: `…要件（目的（案））` gives `目的（案）`.
    fn of(head: &[Span], text: Text) -> Option<Self> {
        let whole = text.as_str();
        let body = whole.trim_end_matches(['。', '．', '.', ' ']);
        let close = body.char_indices().next_back().filter(|(_, c)| matches!(c, '）' | ')'))?.0;
        let open = matching_open(&body[..close])?;
        let inside = open + whole[open..].chars().next().map_or(0, char::len_utf8);
        let content = trimmed(whole, inside..close);
        (!content.is_empty()).then_some(Self { head: head.to_vec(), bracket: open..body.len(), content, text })
    }

    fn content(&self) -> &str {
        &self.text.as_str()[self.content.clone()]
    }

    /// The text before the bracket, and before other brackets in front of it: `…したい（約4名）` gives `…したい`.
    fn before(&self) -> &str {
        let mut before = self.text.as_str()[..self.bracket.start].trim_end();
        while let Some(inside) = before.strip_suffix(['）', ')']) {
            let Some(open) = matching_open(inside) else { break };
            before = before[..open].trim_end();
        }
        before
    }

    /// Whether as much of the text before it is known as its judgement asks for.
    fn stands_behind_text(&self) -> bool {
        let before = self.before();
        before.chars().nth(BEFORE).is_some() && !before.ends_with(['）', ')'])
    }

    fn voice(&self, source: &str) -> Voice {
        let spans = |range: Range<usize>| self.text.spans(range, source);
        let whole = self.text.as_str();
        let mut text: Vec<Span> = self.head.iter().map(|piece| piece.trim(source)).collect();
        text.extend(spans(0..self.bracket.start));
        text.extend(spans(self.bracket.end..whole.len()));
        let (mut parties, mut marks) = (Vec::new(), spans(self.bracket.start..self.content.start));
        let mut at = self.content.start;
        for part in split_label(self.content()) {
            let range = self.content.start + part.start..self.content.start + part.end;
            marks.extend(spans(at..range.start));
            at = range.end;
            parties.push(Named { label: whole[range.clone()].to_owned(), spans: spans(range) });
        }
        marks.extend(spans(at..self.content.end));
        marks.extend(spans(self.content.end..self.bracket.end));
        Voice { text, label: self.content().to_owned(), parties, marks }
    }
}

/// Where the bracket opens that a closing one after `text` would close.
fn matching_open(text: &str) -> Option<usize> {
    let mut depth = 1;
    for (at, c) in text.char_indices().rev() {
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}
