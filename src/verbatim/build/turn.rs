//! A turn that grows paragraph by paragraph, and the opinion that it becomes.

use crate::pattern::Pattern;

use super::{Builder, answering};
use crate::finding::{Finding, FindingKind};
use crate::model::{Opinion, OpinionKind};
use crate::rules::verbatim::QUOTED_HEAD;
use crate::span::Span;
use crate::text::Text;
use crate::verbatim::Voice;
use crate::verbatim::speaker::Speaker;
use crate::{attribute, segment, trailing};

/// A turn that still grows.
pub(super) struct Turn {
    pub head: usize,
    pub paragraphs: Vec<Vec<Span>>,
    /// The last line of speech.
    pub last: usize,
}

impl Builder<'_, '_, '_> {
    /// A line of the open turn: a further piece of its paragraph or a new one.
    pub(super) fn speech(&mut self, at: usize) {
        let (line, source) = (&self.body[at], self.ledger.text());
        let Some(turn) = &mut self.turn else { return };
        let before = &self.body[turn.last];
        let reported = matches!(self.heads[turn.head].voice, Voice::Reported(_));
        let goes_on = !turn.paragraphs.is_empty() && self.flow.goes_on(before, line, source);
        let announced = matches!(self.heads[turn.head].voice, Voice::Announced { .. });
        let head = &self.body[self.heads[turn.head].line];
        // ○最後に、…挨拶があった。: a point as far out as the head, with its mark, reports something else.
        let beside = announced && line.first(source) == head.first(source) && line.indent <= head.indent;
        if reported && !goes_on || beside {
            self.close_turn();
            self.report(at);
            return;
        }
        turn.last = at;
        match turn.paragraphs.last_mut().filter(|_| goes_on) {
            Some(paragraph) => paragraph.push(line.span),
            None => turn.paragraphs.push(vec![line.span]),
        }
    }

    pub(super) fn close_turn(&mut self) {
        let Some(turn) = self.turn.take() else { return };
        let head = &self.heads[turn.head];
        let mut marks = head.marks.clone();
        let (mut text, mut spans) = (String::new(), Vec::new());
        let mut paragraphs = turn.paragraphs;
        if matches!(head.voice, Voice::Reported(_)) || head.rule == QUOTED_HEAD {
            marks.extend(close_quotation(&mut paragraphs, self.ledger.text()));
        }
        paragraphs.retain(|paragraph| !self.ledger.normal_form(paragraph).is_empty());
        // A head that nothing follows says nothing: it stays unplaced, and a diagnostic names it.
        if paragraphs.is_empty() && !matches!(head.voice, Voice::Reported(None)) {
            return;
        }
        let office = if matches!(head.voice, Voice::Answer) && head.label.is_empty() {
            answering::office(&mut paragraphs, self.ledger.text())
        } else {
            None
        };
        let label = office.as_ref().map_or(&head.label, |(_, office)| office);
        marks.extend(office.iter().flat_map(|(mark, _)| mark));
        let unnamed = label.is_empty();
        let signed = unnamed.then(|| self.signed(&head.voice, &mut paragraphs)).flatten();
        for paragraph in &paragraphs {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&self.ledger.normal_form(paragraph));
            spans.extend(paragraph);
        }
        marks.extend(signed.iter().flat_map(|voice| &voice.marks));
        marks.sort_unstable();
        let parties = signed.iter().flat_map(|voice| &voice.parties).flat_map(|party| &party.spans);
        let all: Vec<Span> = spans.iter().chain(&marks).chain(label).chain(parties).copied().collect();
        let lines = self.ledger.lines(&all).unwrap_or([1, 1]);
        let attribution = match &head.voice {
            Voice::Speaker { name, speaker }
            | Voice::Announced { name, speaker }
            | Voice::Reported(Some((name, speaker))) => {
                Some(self.parties.attribution(name, speaker, &head.label, self.ledger))
            }
            Voice::Explained { name, speaker, at } => Some(match signed {
                Some(voice) => segment::attribution(&voice, self.ledger),
                None => self.parties.explained(name, speaker, *at, self.ledger),
            }),
            Voice::Reported(None) => {
                spans.splice(0..0, head.label.iter().copied());
                text.insert_str(0, &self.ledger.normal_form(&head.label));
                None
            }
            Voice::Question | Voice::Answer | Voice::Opinion if !label.is_empty() => {
                let name = self.ledger.normal_form(label);
                Some(self.parties.attribution(&name, &Speaker::of(&name), label, self.ledger))
            }
            Voice::Question | Voice::Answer | Voice::Opinion => {
                signed.map(|voice| segment::attribution(&voice, self.ledger))
            }
        };
        if attribution.is_none() {
            self.findings.push(Finding { kind: FindingKind::UnattributedOpinion, at: spans.clone() });
        }
        let (kind, voice) = (kind(&head.voice), head.voice.clone());
        let positions = self.ledger.place(&spans);
        let mark_positions = self.ledger.place(&marks);
        let open = self.current();
        open.spans.extend(&all);
        let id = format!("{}/opinion-{}", open.section.id, open.section.opinions.len() + 1);
        open.section.opinions.push(Opinion {
            id: id.clone(),
            kind,
            text,
            spans: positions,
            marks: mark_positions,
            detached: false,
            lines,
            attribution,
            paragraphs: (paragraphs.len() > 1).then_some(paragraphs.len()),
            replies_to: None,
            mentions: Vec::new(),
        });
        self.answer(voice, id);
    }

    /// Takes the bracket off the end of a question or an answer that names who said it: `…の見通しは。（浦辺副会長）`.
    fn signed(&self, voice: &Voice, paragraphs: &mut [Vec<Span>]) -> Option<trailing::Voice> {
        match voice {
            Voice::Question | Voice::Answer | Voice::Opinion | Voice::Explained { .. } => {}
            Voice::Speaker { .. } | Voice::Announced { .. } | Voice::Reported(_) => return None,
        }
        let last = paragraphs.last_mut()?;
        let signed = attribute::speaker_of(last, self.ledger.text(), self.parties.roster())?;
        last.clone_from(&signed.text);
        Some(signed)
    }

    /// Ties an answer to the question before it.
    fn answer(&mut self, voice: Voice, id: String) {
        match voice {
            Voice::Question | Voice::Opinion => self.question = Some(id),
            Voice::Answer => {
                let question = self.question.clone();
                if let Some(opinion) = self.current().section.opinions.last_mut() {
                    opinion.replies_to = question;
                }
            }
            Voice::Speaker { .. } | Voice::Explained { .. } | Voice::Announced { .. } | Voice::Reported(_) => {}
        }
    }
}

fn kind(voice: &Voice) -> OpinionKind {
    match voice {
        Voice::Speaker { .. } | Voice::Explained { .. } => OpinionKind::Speech,
        Voice::Announced { .. } | Voice::Reported(_) => OpinionKind::Opinion,
        Voice::Question => OpinionKind::Question,
        Voice::Answer => OpinionKind::Answer,
        Voice::Opinion => OpinionKind::Opinion,
    }
}

/// Takes what closes a quotation off the text: `」との発言があった。` is a mark.
fn close_quotation(paragraphs: &mut [Vec<Span>], source: &str) -> Vec<Span> {
    static CLOSE: Pattern = Pattern::new("」(?:と|との|という|旨の|などの)?[^「」。]{0,24}。?$");
    let Some(last) = paragraphs.last_mut() else { return Vec::new() };
    let text = Text::of(source, last);
    let Some(found) = CLOSE.find(text.as_str()) else { return Vec::new() };
    let marks = text.spans(found.range(), source);
    *last = text.spans(0..found.start(), source);
    marks
}
