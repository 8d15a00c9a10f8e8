//! Sections, turns and notes from lines whose roles are known.

use std::sync::LazyLock;

use regex::Regex;

use crate::attendees::Roster;
use crate::finding::{Finding, FindingKind};
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{Fields, Label, LineRange, Note, NoteKind, Opinion, OpinionKind, Section, SectionKind};
use crate::rules::is_bullet;
use crate::rules::verbatim::{Aside, Numbering};
use crate::span::{Span, is_space};
use crate::text::{Text, normal_form};
use crate::values::number::number;
use crate::verbatim::flow::Flow;
use crate::verbatim::front;
use crate::verbatim::heading::Heading;
use crate::verbatim::layout::{Layout, Role};
use crate::verbatim::party::Parties;
use crate::verbatim::{Head, Voice};

/// What the verbatim part is built from.
pub(super) struct Plan<'b> {
    pub body: &'b [Line],
    pub layout: Layout,
    pub heads: &'b [Head],
    pub roster: &'b Roster,
    /// Which lines belong to attendee lists.
    pub listed: &'b [bool],
    /// The ids that are taken.
    pub ids: Ids,
}

/// Builds the verbatim part: every line from `layout.first` on is placed, lines of attendee lists excepted.
pub(super) fn build(plan: Plan, ledger: &mut Ledger, findings: &mut Vec<Finding>) -> (Vec<Section>, Ids) {
    let Plan { body, layout, heads, roster, listed, ids } = plan;
    let speech: Vec<(&Line, bool)> = (layout.first..body.len())
        .filter(|at| match layout.roles[*at] {
            Role::Speech => !listed[*at],
            Role::Head(head) => !heads[head].text.is_empty(),
            _ => false,
        })
        .map(|at| (&body[at], matches!(layout.roles[at], Role::Head(_))))
        .collect();
    let gap = usize::from(speech.iter().filter(|(line, _)| line.gap > 0).count() * 10 > speech.len() * 7);
    let flow = Flow::of(&speech, ledger.text(), gap);
    let mut builder = Builder {
        body,
        heads,
        flow,
        parties: Parties::new(roster),
        ledger,
        findings,
        open: Vec::new(),
        done: Vec::new(),
        ids,
        turn: None,
        question: None,
        over: false,
    };
    for (at, role) in layout.roles.into_iter().enumerate().skip(layout.first) {
        if !listed[at] {
            builder.line(at, role);
        }
    }
    builder.finish()
}

struct Builder<'b, 's, 'r> {
    body: &'b [Line],
    heads: &'b [Head],
    flow: Flow,
    parties: Parties<'r>,
    ledger: &'b mut Ledger<'s>,
    findings: &'b mut Vec<Finding>,
    /// The open sections, outermost first.
    open: Vec<Open>,
    done: Vec<Section>,
    ids: Ids,
    turn: Option<Turn>,
    /// The id of the last question.
    question: Option<String>,
    /// Whether the end of the whole has been passed.
    over: bool,
}

/// A section that still grows.
struct Open {
    section: Section,
    numbering: Numbering,
    marks: Vec<Span>,
    spans: Vec<Span>,
}

/// A turn that still grows.
struct Turn {
    head: usize,
    paragraphs: Vec<Vec<Span>>,
    /// The last line of speech.
    last: usize,
}

impl Builder<'_, '_, '_> {
    fn line(&mut self, at: usize, role: Role) {
        let span = self.body[at].span;
        match role {
            Role::Head(head) => {
                self.close_turn();
                self.over = false;
                let text = self.heads[head].text.clone();
                let paragraphs = if text.is_empty() { Vec::new() } else { vec![text] };
                self.turn = Some(Turn { head, paragraphs, last: at + self.heads[head].height - 1 });
            }
            Role::HeadGoesOn => {}
            Role::Heading(heading) => {
                self.close_turn();
                self.open_section(heading);
            }
            Role::HeadingGoesOn => self.widen_heading(span),
            Role::Number => {
                self.close_turn();
                self.current().marks.push(span);
            }
            Role::Aside(Aside::Opinions) => {
                self.close_turn();
                self.current().marks.push(span);
            }
            Role::Aside(Aside::Procedure) => {
                // 午前10時40分　閉会: what stands below the last one is nobody's speech.
                let last = self.heads.last().is_none_or(|head| head.line < at);
                if last && closes(span.of(self.ledger.text())) {
                    self.close_turn();
                    self.over = true;
                }
                // 12: 午前11時20分散会: a database numbers its lines.
                let mut line = self.body[at];
                let number = front::take_number(&mut line, self.ledger.text());
                self.current().marks.extend(number);
                self.note(vec![line.span], Some(NoteKind::Procedure));
            }
            Role::Aside(Aside::End) => {
                self.close_turn();
                self.current().marks.push(span);
                self.over = true;
            }
            Role::AsideGoesOn => self.widen_note(span),
            Role::Speech if self.over || self.turn.is_none() => self.report(at),
            Role::Speech => self.speech(at),
        }
    }

    /// A line of the open turn: a further piece of its paragraph or a new one.
    fn speech(&mut self, at: usize) {
        let (line, source) = (&self.body[at], self.ledger.text());
        let Some(turn) = &mut self.turn else { return };
        let before = &self.body[turn.last];
        let reported = matches!(self.heads[turn.head].voice, Voice::Reported(_));
        let goes_on = !turn.paragraphs.is_empty() && self.flow.goes_on(before, line, source);
        if reported && !goes_on {
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

    /// A line that is nobody's speech.
    fn report(&mut self, at: usize) {
        let (line, source) = (&self.body[at], self.ledger.text());
        let bullet = line.first(source).filter(|c| is_bullet(*c)).map_or(0, char::len_utf8);
        let text = Span::new(line.span.start + bullet, line.span.end).trim(source);
        if bullet > 0 && !text.is_empty() {
            self.current().marks.push(Span::new(line.span.start, line.span.start + bullet));
            self.note(vec![text], None);
            return;
        }
        self.note(vec![line.span], None);
    }

    fn note(&mut self, spans: Vec<Span>, kind: Option<NoteKind>) {
        let passage = self.ledger.passage(&spans);
        let note = Note {
            text: passage.text,
            kind,
            assignee: None,
            spans: passage.spans,
            fields: Fields::new(),
            lines: passage.lines,
            detached: false,
        };
        let open = self.current();
        open.spans.extend(spans);
        open.section.notes.push(note);
    }

    /// Adds the second line of a wrapped stage direction to its note.
    fn widen_note(&mut self, span: Span) {
        let passage = self.ledger.passage(&[span]);
        let open = self.current();
        open.spans.push(span);
        let Some(note) = open.section.notes.last_mut() else { return };
        note.text.push_str(&passage.text);
        note.spans.0.extend(passage.spans.0);
        note.lines[1] = passage.lines[1];
    }

    fn close_turn(&mut self) {
        let Some(turn) = self.turn.take() else { return };
        let head = &self.heads[turn.head];
        let mut marks = head.marks.clone();
        let (mut text, mut spans) = (String::new(), Vec::new());
        let mut paragraphs = turn.paragraphs;
        if matches!(head.voice, Voice::Reported(_)) {
            marks.extend(close_quotation(&mut paragraphs, self.ledger.text()));
        }
        paragraphs.retain(|paragraph| !normal_form(self.ledger.text(), paragraph).is_empty());
        // A head that nothing follows says nothing: it stays unplaced, and a diagnostic names it.
        if paragraphs.is_empty() && !matches!(head.voice, Voice::Reported(None)) {
            return;
        }
        for paragraph in &paragraphs {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&normal_form(self.ledger.text(), paragraph));
            spans.extend(paragraph);
        }
        marks.sort_unstable();
        let all: Vec<Span> = spans.iter().chain(&marks).chain(&head.label).copied().collect();
        let lines = self.ledger.lines(&all).unwrap_or([1, 1]);
        let attribution = match &head.voice {
            Voice::Speaker { name, speaker } | Voice::Reported(Some((name, speaker))) => {
                Some(self.parties.attribution(name, speaker, &head.label, self.ledger))
            }
            Voice::Reported(None) => {
                spans.splice(0..0, head.label.iter().copied());
                text.insert_str(0, &normal_form(self.ledger.text(), &head.label));
                None
            }
            Voice::Question | Voice::Answer | Voice::Opinion => None,
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
            Voice::Speaker { .. } | Voice::Reported(_) => {}
        }
    }

    fn open_section(&mut self, heading: Heading) {
        while let Some(at) = self.open.iter().rposition(|open| open.numbering == heading.numbering) {
            (at..self.open.len()).for_each(|_| self.close_section());
        }
        if matches!(heading.numbering, Numbering::Bracket | Numbering::None) {
            while self.open.last().is_some_and(|open| open.section.label.is_none()) {
                self.close_section();
            }
        }
        let label: Vec<Span> = heading.label.into_iter().collect();
        let mut fields = Fields::new();
        let value = heading.style().filter(|_| !label.is_empty()).map(|style| Label {
            text: normal_form(self.ledger.text(), &label),
            style,
            number: label.first().and_then(|span| number(span.of(self.ledger.text()))),
            numbers: Vec::new(),
        });
        if value.is_some() {
            fields.insert("label", self.ledger.place(&label));
        }
        let words = (!heading.text.is_empty()).then(|| normal_form(self.ledger.text(), &heading.text));
        if words.is_some() {
            fields.insert("heading", self.ledger.place(&heading.text));
        }
        let id = self.id(heading.kind(), value.as_ref().and_then(|label| label.number));
        let spans = label.iter().chain(&heading.text).copied().collect();
        let section = section(id, heading.kind(), value, words, fields);
        let marks = heading.marks;
        self.open.push(Open { section, numbering: heading.numbering, marks, spans });
    }

    fn widen_heading(&mut self, span: Span) {
        let text = normal_form(self.ledger.text(), &[span]);
        let places = self.ledger.place(&[span]);
        let open = self.current();
        open.spans.push(span);
        open.section.heading.get_or_insert_default().push_str(&text);
        open.section.fields.extend("heading", places);
    }

    /// The innermost open section; one without a label where there is none.
    fn current(&mut self) -> &mut Open {
        if self.open.is_empty() {
            let id = self.id(SectionKind::Heading, None);
            let section = section(id, SectionKind::Heading, None, None, Fields::new());
            self.open.push(Open { section, numbering: Numbering::None, marks: Vec::new(), spans: Vec::new() });
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    fn id(&mut self, kind: SectionKind, number: Option<u32>) -> String {
        let parent = self.open.last().map(|open| open.section.id.as_str());
        match (kind, number) {
            (SectionKind::Agenda, Some(number)) => self.ids.give(parent, &format!("agenda-{number}")),
            (SectionKind::Theme, Some(number)) => self.ids.give(parent, &format!("theme-{number}")),
            (_, Some(number)) => self.ids.give(parent, &format!("heading-{number}")),
            (_, None) => self.ids.give_unlabelled(parent),
        }
    }

    fn close_section(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        open.section.marks = self.ledger.place(&open.marks);
        open.spans.extend(&open.marks);
        if let Some(parent) = self.open.last_mut() {
            parent.spans.extend(extremes(&open.spans));
        }
        let Some(lines) = self.lines(&open.spans) else { return };
        open.section.lines = lines;
        match self.open.last_mut() {
            Some(parent) => parent.section.sections.push(open.section),
            None => self.done.push(open.section),
        }
    }

    fn lines(&self, spans: &[Span]) -> Option<LineRange> {
        self.ledger.lines(spans)
    }

    fn finish(mut self) -> (Vec<Section>, Ids) {
        self.close_turn();
        while !self.open.is_empty() {
            self.close_section();
        }
        (self.done, self.ids)
    }
}

/// Whether a stage direction ends the meeting: `午後２時35分　散　会`.
fn closes(text: &str) -> bool {
    let words: String = text.chars().filter(|c| !is_space(*c)).collect();
    ["閉会", "散会", "閉議", "延会"].iter().any(|word| words.contains(word))
}

/// The outermost two of many spans: enough to know where a part begins and ends.
fn extremes(spans: &[Span]) -> impl Iterator<Item = Span> {
    let first = spans.iter().min_by_key(|span| span.start).copied();
    let last = spans.iter().max_by_key(|span| span.end).copied();
    first.into_iter().chain(last)
}

fn kind(voice: &Voice) -> OpinionKind {
    match voice {
        Voice::Speaker { .. } => OpinionKind::Speech,
        Voice::Reported(_) => OpinionKind::Opinion,
        Voice::Question => OpinionKind::Question,
        Voice::Answer => OpinionKind::Answer,
        Voice::Opinion => OpinionKind::Opinion,
    }
}

/// Takes what closes a quotation off the text: `」との発言があった。` is a mark.
fn close_quotation(paragraphs: &mut [Vec<Span>], source: &str) -> Vec<Span> {
    static CLOSE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("」(?:と|との|という|旨の|などの)?[^「」。]{0,24}。?$").expect("a fixed pattern"));
    let Some(last) = paragraphs.last_mut() else { return Vec::new() };
    let text = Text::of(source, last);
    let Some(found) = CLOSE.find(text.as_str()) else { return Vec::new() };
    let marks = text.spans(found.range(), source);
    *last = text.spans(0..found.start(), source);
    marks
}

fn section(id: String, kind: SectionKind, label: Option<Label>, heading: Option<String>, fields: Fields) -> Section {
    Section {
        id,
        kind,
        label,
        heading,
        notes: Vec::new(),
        opinions: Vec::new(),
        tables: Vec::new(),
        sections: Vec::new(),
        fields,
        marks: crate::model::Positions::default(),
        lines: [1, 1],
    }
}
