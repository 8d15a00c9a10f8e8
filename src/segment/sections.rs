//! Sections within sections, built element by element.

use std::collections::BTreeSet;

use crate::attribute::{Duty, End};
use crate::element::{Element, Kind};
use crate::finding::{Finding, FindingKind};
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::model::{Fields, Label, LabelStyle, LineRange, Note, NoteKind, Opinion, OpinionKind, Section, SectionKind};
use crate::rules::summary::Kind as Part;
use crate::segment::hull;
use crate::segment::opinion::{self, Parts};
use crate::segment::summary::Detached;
use crate::span::Span;
use crate::text::normal_form;
use crate::values::number::{number, numbers};

/// The open sections, outermost first, and what is finished.
pub(crate) struct Sections {
    open: Vec<Open>,
    done: Vec<Section>,
    ids: Ids,
    detached: Detached,
    /// The numbers of the items so far.
    items: BTreeSet<u32>,
    /// Whether opinions of this document carry bullets: then a paragraph without one is a note.
    bulleted: bool,
}

/// A section that still grows.
pub(super) struct Open {
    pub section: Section,
    pub marks: Vec<Span>,
    pub lines: Option<LineRange>,
    /// Whether （主な意見） has been passed.
    pub opinions: bool,
    /// How far its first line is indented.
    pub indent: usize,
}

impl Sections {
    pub fn new(elements: &[Element]) -> Self {
        let bulleted = elements.iter().any(|element| element.kind == Kind::Part(Part::Bullet));
        Self {
            open: Vec::new(),
            done: Vec::new(),
            ids: Ids::default(),
            detached: Detached::default(),
            items: BTreeSet::new(),
            bulleted,
        }
    }

    /// The same, where other parts have taken ids.
    pub fn with_ids(self, ids: Ids) -> Self {
        Self { ids, ..self }
    }

    /// What a marked line opens or adds.
    pub fn part(
        &mut self,
        part: Part,
        element: &Element,
        end: &End,
        ledger: &mut Ledger,
        findings: &mut Vec<Finding>,
        frame: &mut Vec<Span>,
    ) {
        match part {
            Part::Agenda | Part::Theme | Part::Item | Part::Other | Part::Summary | Part::Heading => {
                self.detached.active = false;
                self.open_section(part, element, ledger, findings);
            }
            Part::Opinions if self.open.last().is_some_and(Open::is_marked_heading) => {
                self.close_unlabelled(ledger);
                self.part(part, element, end, ledger, findings, frame);
            }
            Part::Opinions => match self.open.last_mut() {
                Some(open) => {
                    open.marks.extend(&element.marks);
                    open.opinions = true;
                }
                None => {
                    self.open_unlabelled(ledger).opinions = true;
                    self.open[0].marks.extend(&element.marks);
                }
            },
            Part::End => {
                frame.extend(&element.marks);
                self.close_all(ledger);
                self.detached.after_end = true;
            }
            Part::Note => self.reference_note(element, ledger, findings),
            Part::Bullet => self.bullet(element, end, ledger, findings),
        }
    }

    fn open_section(&mut self, part: Part, element: &Element, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        let (kind, style) = kind_of(part);
        let ordinal = |label: Span| label.of(ledger.text()).starts_with(char::is_alphabetic);
        let style =
            if kind == SectionKind::Agenda && element.label.is_some_and(ordinal) { LabelStyle::Ordinal } else { style };
        self.close_unlabelled(ledger);
        let nested = element.label.is_none();
        // 第４ holds the 議案第１号 and 議案第２号 that stand right of it.
        let within = |open: &Open| {
            let both = open.section.label.as_ref().is_some_and(|label| label.style == LabelStyle::Ordinal);
            both && style == LabelStyle::Ordinal && element.indent > open.indent + 3
        };
        let ends = |open: &Open| ends_before(open.section.kind, kind) && !within(open);
        while !nested && self.open.last().is_some_and(ends) {
            self.close_last(ledger);
        }
        // ○本日の会議に付した事件 left of 　第１　会議録署名議員の指名 is no part of it.
        while nested && self.open.last().is_some_and(|open| open.indent > element.indent + 1) {
            self.close_last(ledger);
        }
        let label_spans: Vec<Span> = element.label.into_iter().collect();
        let label = (!label_spans.is_empty()).then(|| self.label(kind, style, &label_spans, ledger));
        if let Some(label) = label.as_ref().filter(|_| kind == SectionKind::Item) {
            self.check_numbers(&label.numbers, &label_spans, findings);
        }
        let id = self.id(kind, label.as_ref());
        let mut fields = Fields::new();
        if label.is_some() {
            fields.insert("label", ledger.place(&label_spans));
        }
        let dangling = kind == SectionKind::Summary && is_reference_mark(element, ledger.text());
        let mut marks = element.marks.clone();
        let mut lines = ledger.lines(&label_spans);
        let heading = (!element.text.is_empty() && !dangling).then(|| {
            lines = hull(lines, ledger.lines(&element.text));
            fields.insert("heading", ledger.place(&element.text));
            normal_form(ledger.text(), &element.text)
        });
        if dangling {
            marks.extend(&element.text);
            self.detached.awaited = Some((id.clone(), element.text.clone()));
        }
        // （２）主な意見は以下のとおり: what follows are opinions.
        let announces = |heading: &String| {
            ["主な意見", "主なご意見", "主な御意見", "主な発言", "主な質疑"].iter().any(|word| heading.contains(word))
        };
        let opinions = heading.as_ref().is_some_and(announces);
        let section = section(id, kind, label, heading, fields);
        self.open.push(Open { section, marks, lines, opinions, indent: element.indent });
    }

    fn label(&self, kind: SectionKind, style: LabelStyle, spans: &[Span], ledger: &Ledger) -> Label {
        let text = normal_form(ledger.text(), spans);
        let written = spans.first().map_or("", |span| span.of(ledger.text()));
        let is_item = kind == SectionKind::Item;
        let is_named = matches!(kind, SectionKind::Other | SectionKind::Summary);
        Label {
            style,
            number: if is_item || is_named { None } else { number(written) },
            numbers: if is_item { numbers(written) } else { Vec::new() },
            text,
        }
    }

    fn check_numbers(&mut self, found: &[u32], at: &[Span], findings: &mut Vec<Finding>) {
        let last = self.items.last().copied().unwrap_or(0);
        for value in found.iter().filter(|value| self.items.contains(value)) {
            findings.push(Finding { kind: FindingKind::DuplicateNumber { number: *value }, at: at.to_vec() });
        }
        let first = found.iter().min().copied().unwrap_or(0);
        if last > 0 && first > last + 1 && first - last < 100 {
            let missing = (last + 1..first).collect();
            findings.push(Finding { kind: FindingKind::NumberGap { missing }, at: at.to_vec() });
        }
        self.items.extend(found);
    }

    /// The path of label numbers; a repeated one gets `~2`.
    fn id(&mut self, kind: SectionKind, label: Option<&Label>) -> String {
        let Some(label) = label else {
            return self.ids.give_unlabelled(self.open.last().map(|open| open.section.id.as_str()));
        };
        let numbers = |list: &[u32]| list.iter().map(u32::to_string).collect::<Vec<_>>().join("-");
        let own = match kind {
            SectionKind::Item => format!("item-{}", numbers(&label.numbers)),
            SectionKind::Other => "other".to_owned(),
            SectionKind::Summary => "summary".to_owned(),
            SectionKind::Agenda => format!("agenda-{}", label.number.unwrap_or(0)),
            SectionKind::Theme => format!("theme-{}", label.number.unwrap_or(0)),
            SectionKind::Heading => format!("heading-{}", label.number.unwrap_or(0)),
        };
        self.ids.give(self.open.last().map(|open| open.section.id.as_str()), &own)
    }

    /// A place for opinions where the document names none.
    fn open_unlabelled(&mut self, _ledger: &Ledger) -> &mut Open {
        let id = self.ids.give_unlabelled(self.open.last().map(|open| open.section.id.as_str()));
        let section = section(id, SectionKind::Heading, None, None, Fields::new());
        self.open.push(Open { section, marks: Vec::new(), lines: None, opinions: false, indent: 0 });
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    /// `・…`: an opinion, or directly under an agenda item a note.
    fn bullet(&mut self, element: &Element, end: &End, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        if self.detached.active {
            self.detached.point(element, end, ledger, findings);
            return;
        }
        if let End::Duty(duty) = end {
            self.duty(element, duty, ledger);
            return;
        }
        let speaks = matches!(end, End::Speaker(_));
        if self.open.is_empty() {
            self.open_unlabelled(ledger);
        }
        let Some(open) = self.open.last_mut() else { return };
        let reports = matches!(open.section.kind, SectionKind::Agenda | SectionKind::Heading);
        if reports && !open.opinions && !speaks {
            open.marks.extend(&element.marks);
            open.note(element, ledger);
        } else {
            open.opinion(element, end, ledger, findings);
        }
    }

    /// A paragraph that nothing marks. Before the first section only sentences are placed.
    pub fn paragraph(&mut self, element: &Element, end: &End, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        if self.detached.active {
            self.detached.point(element, end, ledger, findings);
            return;
        }
        if let End::Duty(duty) = end {
            self.duty(element, duty, ledger);
            return;
        }
        let bulleted = self.bulleted;
        // Sentences before the first section are text; a short line there may be anything.
        let told = |span: &Span| span.of(ledger.text()).ends_with('。');
        if self.open.is_empty() && element.text.last().is_some_and(told) {
            self.open_unlabelled(ledger);
        }
        let Some(open) = self.open.last_mut() else { return };
        let speaks = matches!(end, End::Speaker(_));
        let opinions =
            open.opinions || matches!(open.section.kind, SectionKind::Theme | SectionKind::Item | SectionKind::Other);
        if speaks || opinions && !bulleted {
            open.opinion(element, end, ledger, findings);
        } else {
            open.note(element, ledger);
        }
    }

    /// `…を確認する（★百目鬼）`: a note of what somebody has to do. What stands beside the next meeting's date is only a task.
    pub fn duty(&mut self, element: &Element, duty: &Duty, ledger: &mut Ledger) {
        let beside_field = matches!(element.kind, Kind::Field(_));
        let text = if beside_field { duty.task.clone() } else { [&*duty.text, &*duty.task].concat() };
        if text.is_empty() {
            return;
        }
        if self.open.is_empty() {
            self.open_unlabelled(ledger);
        }
        let Some(open) = self.open.last_mut() else { return };
        open.marks.extend(if beside_field { &[][..] } else { &element.marks });
        open.marks.extend(&duty.marks);
        let passage = ledger.passage(&text);
        let all: Vec<Span> = text.iter().chain(&duty.marks).copied().collect();
        let lines = ledger.lines(&all).unwrap_or(passage.lines);
        open.lines = hull(open.lines, Some(lines));
        let mut fields = Fields::new();
        fields.insert("assignee", ledger.place(&duty.assignee_at));
        open.section.notes.push(Note {
            text: passage.text,
            kind: Some(NoteKind::Action),
            assignee: Some(duty.assignee.clone()),
            spans: passage.spans,
            fields,
            lines,
            detached: false,
        });
    }

    /// `※…`: the note that a dangling ※ waits for, else a note where it stands.
    fn reference_note(&mut self, element: &Element, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        let alone = element.text.is_empty();
        if alone {
            if let Some(open) = self.open.last_mut().filter(|open| open.section.kind == SectionKind::Summary) {
                open.marks.extend(&element.marks);
                self.detached.awaited = Some((open.section.id.clone(), element.marks.clone()));
            }
            return;
        }
        let text = normal_form(ledger.text(), &element.text);
        if self.detached.claims(&text) {
            self.close_all(ledger);
            self.detached.note(element, ledger);
            return;
        }
        let _ = findings;
        if let Some(open) = self.open.last_mut() {
            open.marks.extend(&element.marks);
            open.note(element, ledger);
        }
    }

    pub fn close_all(&mut self, ledger: &mut Ledger) {
        while !self.open.is_empty() {
            self.close_last(ledger);
        }
    }

    /// Closes the headings that have no number, `〇事務局の説明`: they are the lowest level.
    fn close_unlabelled(&mut self, ledger: &mut Ledger) {
        while self.open.last().is_some_and(Open::is_marked_heading) {
            self.close_last(ledger);
        }
    }

    fn close_last(&mut self, ledger: &mut Ledger) {
        let Some(open) = self.open.pop() else { return };
        let lines = open.lines;
        let Some(section) = open.into_section(ledger) else { return };
        match self.open.last_mut() {
            Some(parent) => {
                parent.lines = hull(parent.lines, lines);
                parent.section.sections.push(section);
            }
            None => self.done.push(section),
        }
    }

    /// Closes everything and gives the detached note to its section; with the sections, the ids that they took.
    pub fn finish(mut self, ledger: &mut Ledger, findings: &mut Vec<Finding>) -> (Vec<Section>, Ids) {
        self.close_all(ledger);
        self.detached.deliver(&mut self.done, ledger, findings);
        (self.done, self.ids)
    }
}

impl Open {
    fn is_marked_heading(&self) -> bool {
        self.section.label.is_none() && self.section.heading.is_some()
    }

    pub fn note(&mut self, element: &Element, ledger: &mut Ledger) {
        if element.text.is_empty() {
            return;
        }
        let passage = ledger.passage(&element.text);
        self.lines = hull(self.lines, Some(passage.lines));
        self.section.notes.push(Note {
            text: passage.text,
            kind: None,
            assignee: None,
            spans: passage.spans,
            fields: Fields::new(),
            lines: passage.lines,
            detached: false,
        });
    }

    fn opinion(&mut self, element: &Element, end: &End, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        let number = self.section.opinions.len() + 1;
        let id = format!("{}/opinion-{number}", self.section.id);
        let kind = match self.section.kind {
            SectionKind::Summary => OpinionKind::Summary,
            SectionKind::Agenda
            | SectionKind::Theme
            | SectionKind::Item
            | SectionKind::Other
            | SectionKind::Heading => OpinionKind::Opinion,
        };
        let parts = Parts::of(element, end);
        if parts.text.is_empty() {
            return;
        }
        let mut opinion: Opinion = opinion::opinion(id, kind, &parts, ledger, findings);
        self.reply(element, &mut opinion, ledger.text());
        self.lines = hull(self.lines, Some(opinion.lines));
        self.section.opinions.push(opinion);
    }

    /// `→了解した。` below `・出典を明記すること。` answers it; so does a second arrow.
    fn reply(&self, element: &Element, opinion: &mut Opinion, source: &str) {
        let arrow = element.marks.first().is_some_and(|mark| mark.of(source).starts_with(['→', '⇒']));
        let Some(before) = self.section.opinions.last().filter(|_| arrow) else { return };
        opinion.kind = OpinionKind::Answer;
        opinion.replies_to = before.replies_to.clone().or_else(|| Some(before.id.clone()));
    }

    fn into_section(mut self, ledger: &mut Ledger) -> Option<Section> {
        self.section.marks = ledger.place(&self.marks);
        self.section.lines = self.lines.or_else(|| ledger.lines(&self.marks))?;
        Some(self.section)
    }
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

fn kind_of(part: Part) -> (SectionKind, LabelStyle) {
    match part {
        Part::Agenda => (SectionKind::Agenda, LabelStyle::ParenDigit),
        Part::Theme => (SectionKind::Theme, LabelStyle::Circled),
        Part::Item => (SectionKind::Item, LabelStyle::BracketNumber),
        Part::Other => (SectionKind::Other, LabelStyle::Bracket),
        Part::Summary => (SectionKind::Summary, LabelStyle::Bracket),
        Part::Heading | Part::Opinions | Part::End | Part::Note | Part::Bullet => {
            (SectionKind::Heading, LabelStyle::Digit)
        }
    }
}

/// Whether a section of kind `open` ends where one of kind `next` begins.
fn ends_before(open: SectionKind, next: SectionKind) -> bool {
    match next {
        SectionKind::Heading => true,
        SectionKind::Agenda => open != SectionKind::Heading,
        SectionKind::Theme | SectionKind::Other | SectionKind::Summary => {
            !matches!(open, SectionKind::Agenda | SectionKind::Heading)
        }
        SectionKind::Item => {
            matches!(open, SectionKind::Item | SectionKind::Other | SectionKind::Summary)
        }
    }
}

/// 【総括】 whose only text is a ※.
fn is_reference_mark(element: &Element, source: &str) -> bool {
    matches!(element.text.as_slice(), [one] if one.of(source) == "※")
}
