//! Is a bracket at the end of a paragraph a speaker? One decision, made of scored reasons.
//!
//! A wrong speaker is worse than none, so a label needs both: nothing that speaks against a name, and enough that speaks for one.

use super::class::Class;
use super::split::split_label;
use crate::lexicon::brackets::{self, is_kanji};
use crate::morph::{self, PartOfSpeech, Word};

/// Where a bracket stands: `…が見えにくい（小田原市健康づくり課）`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Position<'a> {
    /// The paragraph's text before the bracket; empty where the bracket stands alone.
    pub before: &'a str,
    /// Nothing but white space follows it in its paragraph.
    pub last_in_paragraph: bool,
    /// How often the same label stands at the end of other paragraphs of the document.
    pub elsewhere: usize,
    /// The share, in percent, of the paragraphs around it (the same region of the document) that end with a bracket.
    pub habit: u8,
    /// The document's own names (attendees, columns, headings) or a register have it.
    pub known: bool,
}

/// What is decided about a bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Speaker,
    NotSpeaker,
    /// Neither is sure: the text stays text.
    Unknown,
}

/// A decision with everything that led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    pub score: i32,
    /// Each reason with its weight, strongest evidence of form first: `("form.place", 5)`.
    pub reasons: Vec<(&'static str, i32)>,
}

/// From here on a label is a speaker.
const SPEAKER: i32 = 5;
/// Down from here it is none.
const NOT_SPEAKER: i32 = 0;
/// The weight of a reason that no support outweighs.
pub(super) const REFUSED: i32 = -20;

/// Decides whether a bracket's content (in normal form, brackets left out) names who speaks.
///
/// `小田原市健康づくり課` is a speaker anywhere at a paragraph's end; `たんぽぽ` where the document's paragraphs use to end with
/// speakers; `敬称略` never.
pub fn judge(label: &str, position: &Position) -> Judgement {
    Label::of(label, position.known).judge(position)
}

/// A bracket's content and what its parties are by themselves, wherever it stands.
#[derive(Debug)]
pub struct Label<'l> {
    parties: Vec<(&'l str, Class)>,
    /// What its words say by themselves, whatever its parties are.
    words: Vec<(&'static str, i32)>,
}

impl<'l> Label<'l> {
    /// Takes a content apart; `known` as in [`Position`].
    pub fn of(label: &'l str, known: bool) -> Label<'l> {
        let parties: Vec<&str> = split_label(label).into_iter().map(|range| &label[range]).collect();
        let mut words = Vec::new();
        if label.trim().is_empty() {
            words.push(("label.empty", REFUSED));
        }
        words.extend(brackets::exact(label).filter(|_| !known).map(|reason| (reason, REFUSED)));
        // 市立病院など: what the text speaks of, not who speaks.
        if parties.iter().any(|party| party.ends_with("など")) {
            words.push(("label.examples", REFUSED));
        }
        // 代表: whose, only others of the kind could tell.
        if matches!(label, "代表" | "代表者") {
            words.push(("label.capacity", -6));
        }
        Label { parties: parties.into_iter().map(|party| (party, Class::of(party, known))).collect(), words }
    }

    /// Decides where it stands so; see [`judge`].
    pub fn judge(&self, position: &Position) -> Judgement {
        let mut reasons = Vec::with_capacity(6);
        if !position.last_in_paragraph {
            reasons.push(("position.inside", REFUSED));
        }
        reasons.extend(&self.words);
        if points_to(position.before) {
            reasons.push(("position.pointed-to", REFUSED));
        }
        let classes = || self.parties.iter().map(|(_, class)| *class);
        let strongest = classes().map(Class::weight).max().unwrap_or_default();
        if let Some(class) = classes().min_by_key(|class| class.weight()) {
            reasons.push((class.reason(), class.weight()));
            if strongest >= 4 && (0..4).contains(&class.weight()) {
                reasons.push(("label.beside-organization", 3));
            }
            push_position(position, class.is_weak(), &mut reasons);
            let score: i32 = reasons.iter().map(|(_, weight)| weight).sum();
            if class.is_doubtful() && (SPEAKER - MOST..SPEAKER + MOST).contains(&score) {
                let doubtful = self.parties.iter().filter(|(_, class)| class.is_doubtful());
                reasons.extend(doubtful.filter_map(|(party, _)| by_words(party)).min_by_key(|(_, weight)| *weight));
            }
        }
        decide(reasons)
    }
}

/// The most that morphemes weigh: where they cannot change the verdict nobody asks them.
const MOST: i32 = 4;

/// What the morphemes of a party say, with the feature `morphology`: 花を見る is a phrase, 前回報告 a deed, 遠藤 a person, 日赤 a name.
fn by_words(party: &str) -> Option<(&'static str, i32)> {
    if !party.contains(is_kanji) {
        return None;
    }
    let words = morph::words(party);
    match words.as_slice() {
        words if is_phrase(party, words) => Some(("words.phrase", -MOST)),
        [word] if word.part_of_speech == PartOfSpeech::Person => Some(("words.person", -3)),
        [word] if word.part_of_speech == PartOfSpeech::Noun => Some(("words.common-noun", -3)),
        [.., last] if last.part_of_speech == PartOfSpeech::VerbalNoun => Some(("words.verbal-noun", -3)),
        words if words.iter().any(|word| word.part_of_speech == PartOfSpeech::ProperNoun) => {
            Some(("words.proper-noun", 2))
        }
        _ => None,
    }
}

/// A predicate with a kanji, or a particle before one. Names in hiragana fall into single kana of every kind (花|み|ず|き): these say nothing.
fn is_phrase(party: &str, words: &[Word]) -> bool {
    let starts = std::iter::once(0).chain(words.iter().map(|word| word.end));
    starts.zip(words).any(|(start, word)| match word.part_of_speech {
        PartOfSpeech::Predicate => party[start..word.end].contains(is_kanji),
        PartOfSpeech::Particle => party[word.end..].starts_with(is_kanji),
        PartOfSpeech::Noun | PartOfSpeech::VerbalNoun | PartOfSpeech::ProperNoun | PartOfSpeech::Person => false,
        PartOfSpeech::Unknown | PartOfSpeech::Genitive | PartOfSpeech::Other => false,
    })
}

fn decide(reasons: Vec<(&'static str, i32)>) -> Judgement {
    let score: i32 = reasons.iter().map(|(_, weight)| weight).sum();
    let verdict = if score >= SPEAKER {
        Verdict::Speaker
    } else if score <= NOT_SPEAKER {
        Verdict::NotSpeaker
    } else {
        Verdict::Unknown
    };
    Judgement { verdict, score, reasons }
}

fn push_position(position: &Position, weak: bool, reasons: &mut Vec<(&'static str, i32)>) {
    let before = position.before.trim_end();
    if before.is_empty() {
        reasons.push(("position.alone", 2));
    } else if before.ends_with(['。', '．', '！', '？', '!', '?']) {
        reasons.push(("position.after-sentence", 3));
    } else if ends_like_a_sentence(before) {
        reasons.push(("position.after-predicate", 1));
    } else if weak {
        reasons.push(("position.after-noun", -1));
    }
    match position.elsewhere {
        0 => {}
        1 | 2 => reasons.push(("document.elsewhere", 2)),
        3.. => reasons.push(("document.often-elsewhere", 3)),
    }
    match position.habit {
        0..20 => {}
        20..50 => reasons.push(("document.some-brackets", 2)),
        50.. => reasons.push(("document.bracket-habit", 4)),
    }
}

/// Whether a bracket behind these words names what they point to: 見学先（座間養護学校）, 講師（市立病院）.
fn points_to(before: &str) -> bool {
    let before = before.trim_end();
    let place = before.ends_with('先') && !before.ends_with("優先");
    place || ["会場", "講師", "主催", "共催", "後援"].iter().any(|word| before.ends_with(word))
}

/// The last kana of verbs, adjectives and of what follows them: 見えにくい, 集う, いる, した, とよいか.
fn ends_like_a_sentence(before: &str) -> bool {
    before.ends_with([
        'い', 'る', 'た', 'う', 'く', 'す', 'つ', 'む', 'ぬ', 'ぐ', 'ぶ', 'よ', 'ね', 'か', 'ん', 'だ', '」', '』',
    ]) || brackets::closes(before)
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
