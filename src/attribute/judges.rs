//! Whether the bracket at the end of a text names who speaks: one judge for all texts of a document.

use super::is_text;
use crate::attendees::Attendees;
use crate::element::{Element, Kind};
use crate::leading::{self};
use crate::lexicon::register::Register;
use crate::lexicon::roles;
use crate::link::context::{Context, DocumentName, Knowledge, Standing, Surroundings};
use crate::link::judge::{Label, Position, Verdict, judge};
use crate::text::normal_form;
use crate::title;
use crate::trace::Bracket;
use crate::trailing::{BEFORE, Trailing};
use rustc_hash::FxHashMap;

/// What the judgement of one bracket takes from all the others.
pub(super) struct Judges<'e> {
    /// How often each content ends a text.
    counts: FxHashMap<&'e str, usize>,
    /// The share, in percent, of the texts that end with a bracket.
    habit: u8,
    /// Whether nearly all brackets stand behind a full stop: `…してほしい。（厚木市）`.
    after_sentences: bool,
    /// Whether half of the brackets that head something elsewhere name somebody here: `…足りない＜厚木市＞`, not `…開く【新規】`.
    angles_name: bool,
    /// Whether most of what arrows or the margin set off names somebody here: `…足りない。→厚木市`, not `…開く。→実施済み`.
    loose_name: bool,
    /// Each content taken apart once: with what somebody knows, and without.
    labels: FxHashMap<(&'e str, bool), Label<'e>>,
}

impl<'e> Judges<'e> {
    pub fn new(elements: &[Element], endings: &'e [Option<Trailing>]) -> Self {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for ending in endings.iter().flatten() {
            *counts.entry(ending.content()).or_default() += 1;
        }
        let spoken = elements.iter().filter(|element| is_text(element)).count();
        let bracketed = endings.iter().flatten().count();
        let habit = u8::try_from(bracketed * 100 / spoken.max(1)).unwrap_or(100);
        let after = endings.iter().flatten().filter(|ending| ending.stands_after_sentence()).count();
        // The one that stands elsewhere is the one in question.
        let nearly_all = after * 10 >= bracketed * 9 || after + 1 == bracketed;
        let after_sentences = after >= 3 && nearly_all;
        let angled = || endings.iter().flatten().filter(|ending| !ending.is_round());
        let named = angled().filter(|ending| leading::is_name_among_others(ending.content())).count();
        let angles_name = named * 2 > angled().count();
        let loose = || endings.iter().flatten().filter(|ending| ending.is_loose());
        let sure = loose().filter(|ending| leading::is_name(ending.content())).count();
        let loose_name = sure >= 2 && sure * 2 >= loose().count();
        Self { counts, habit, after_sentences, angles_name, loose_name, labels: FxHashMap::default() }
    }

    pub fn verdict(&mut self, ending: &'e Trailing, known: bool) -> Verdict {
        if ending.is_loose() && !self.loose_name && !leading::is_name(ending.content()) {
            return Verdict::NotSpeaker;
        }
        let position = self.position(ending, known);
        let label = self.labels.entry((ending.content(), known));
        label.or_insert_with(|| Label::of(ending.content(), known)).judge(&position).verdict
    }

    fn position(&self, ending: &'e Trailing, known: bool) -> Position<'e> {
        let before = last_characters(ending.before(), BEFORE);
        let elsewhere = self.counts.get(ending.content()).map_or(0, |count| count - 1);
        // What nothing closes must be a name by itself, and what stands before the full stop where others stand behind it:
        // …が増えた（シカ、クマ）。
        let titled = || roles::at_end(ending.content()).is_some();
        let usual = !self.after_sentences || !ending.stands_within_sentence() || titled();
        let usual = usual && (ending.is_round() || self.angles_name);
        let habit = if ending.is_closed && usual { self.habit } else { 0 };
        Position { before, last_in_paragraph: true, elsewhere, habit, known }
    }

    /// The judgement with its reasons, which no verdict keeps.
    pub fn bracket(&self, ending: &'e Trailing, known: Option<Knowledge>) -> Bracket {
        let judgement = judge(ending.content(), &self.position(ending, known.is_some()));
        Bracket { label: ending.content().to_owned(), judgement, known }
    }

    /// Judges again what nothing decided, now with the names of the whole document and of the register; says what knows
    /// each content.
    pub fn ask_document(
        &mut self,
        elements: &[Element],
        endings: &'e [Option<Trailing>],
        verdicts: &mut [Verdict],
        source: &str,
        (register, attendees): (&Register, &Attendees),
    ) -> Vec<Option<Knowledge>> {
        let texts: Vec<String> = elements.iter().map(|element| normal_form(source, &element.text)).collect();
        let title = elements.iter().position(|element| element.kind == Kind::Title);
        let title = title.map_or("", |at| texts[at].as_str());
        let facts = title::facts(title);
        let speakers = endings.iter().zip(&*verdicts).filter(|(_, verdict)| **verdict == Verdict::Speaker);
        let speakers = speakers
            .filter_map(|(ending, _)| ending.as_ref())
            .map(|ending| DocumentName { text: ending.content(), standing: Standing::Speaker });
        let attending = attendees.entries.iter().filter_map(|entry| entry.organization.as_deref());
        let attending = attending.map(|text| DocumentName { text, standing: Standing::Attendee });
        let names: Vec<DocumentName> = attending.chain(speakers).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let region = facts.region.as_deref();
        let cx = Context::new(Surroundings { title, region, date: None, names: &names, texts: &texts, register });
        let judged = endings.iter().zip(verdicts).map(|(ending, verdict)| {
            let ending = ending.as_ref().filter(|_| *verdict == Verdict::Unknown)?;
            let known = cx.knowledge(ending.content())?;
            *verdict = self.verdict(ending, true);
            Some(known)
        });
        judged.collect()
    }
}

fn last_characters(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    &text[start..]
}
