//! Sections that open and close at headings: `日程第１　…`, `（２）意見交換`.

use super::Builder;
use crate::model::{Fields, Label, LabelStyle, Section, SectionKind};
use crate::rules::headings::Numbering;
use crate::rules::verbatim::is_mark;
use crate::span::Span;
use crate::values::number::{letter, number, numbers};
use crate::verbatim::heading::Heading;

/// A section that still grows.
pub(super) struct Open {
    pub section: Section,
    pub numbering: Numbering,
    /// How far its heading is indented.
    pub indent: usize,
    pub marks: Vec<Span>,
    pub spans: Vec<Span>,
}

impl Builder<'_, '_, '_> {
    pub(super) fn open_section(&mut self, heading: Heading) {
        self.lift(&heading);
        while let Some(at) = self.open.iter().rposition(|open| open.numbering == heading.numbering) {
            (at..self.open.len()).for_each(|_| self.close_section());
        }
        // ◎日程第１ below ◎開議の宣告: the mark tells that they stand beside each other.
        let sign = |marks: &[Span], source: &str| {
            let sign = marks.first()?.of(source).chars().next()?;
            is_mark(sign).then_some(sign)
        };
        let source = self.ledger.text();
        let own = sign(&heading.marks, source);
        let alike = self.open.iter().rposition(|open| own.is_some() && sign(&open.marks, source) == own);
        alike.into_iter().for_each(|at| (at..self.open.len()).for_each(|_| self.close_section()));
        // What stands before the first heading has none, and holds no other.
        if let [bare] = self.open.as_slice()
            && bare.section.label.is_none()
            && bare.section.heading.is_none()
        {
            self.close_section();
        }
        // ３　その他 below （２）…, where １ and ２ stand in the front: a number alone is above one in brackets.
        let later = heading.numbering == Numbering::Digit
            && heading.number(self.ledger.text()).is_some_and(|number| number > 1)
            && self.open.iter().all(|open| open.numbering != Numbering::Digit);
        let lower = |open: &Open| {
            matches!(
                open.numbering,
                Numbering::ParenDigit | Numbering::Circled | Numbering::Kana | Numbering::ParenKana
            )
        };
        while later && self.open.last().is_some_and(lower) {
            self.close_section();
        }
        // Who asks next stands beside what the one before asked about.
        while heading.numbering == Numbering::Person
            && self.open.last().is_some_and(|open| open.section.label.is_none())
        {
            self.close_section();
        }
        if matches!(heading.numbering, Numbering::Bracket | Numbering::None) {
            // ○会議要旨 left of 　４　閉会 is no part of it.
            let left = |open: &Open| open.indent > heading.indent + 1;
            // 報告事項 below 第２号議案 is no part of it either.
            let words = heading.text.last().map_or("", |words| words.of(self.ledger.text()));
            let topic = heading.marks.is_empty() && words.ends_with('項');
            let beside = |open: &Open| topic && open.indent >= heading.indent;
            let person = |open: &Open| open.numbering == Numbering::Person;
            let equal = |open: &Open| !person(open) && (open.section.label.is_none() || left(open) || beside(open));
            while self.open.last().is_some_and(equal) {
                self.close_section();
            }
        }
        let label: Vec<Span> = heading.label.into_iter().collect();
        let mut fields = Fields::new();
        let value = heading.style().filter(|_| !label.is_empty()).map(|style| {
            let written = label.first().map_or("", |span| span.of(self.ledger.text()));
            let counts = style == LabelStyle::BracketNumber;
            Label {
                text: self.ledger.normal_form(&label),
                style,
                number: if counts { None } else { number(written).or_else(|| letter(written)) },
                numbers: if counts { numbers(written) } else { Vec::new() },
            }
        });
        if value.is_some() {
            fields.insert("label", self.ledger.place(&label));
        }
        let words = (!heading.text.is_empty()).then(|| self.ledger.normal_form(&heading.text));
        if words.is_some() {
            fields.insert("heading", self.ledger.place(&heading.text));
        }
        let first = |label: &Label| label.number.or(label.numbers.first().copied());
        let id = self.id(heading.kind(), value.as_ref().and_then(first));
        let spans = label.iter().chain(&heading.text).copied().collect();
        let section = Section::new(id, heading.kind(), value, words, fields);
        let marks = heading.marks;
        let (numbering, indent) = (heading.numbering, heading.indent);
        self.open.push(Open { section, numbering, indent, marks, spans });
    }

    /// Takes a heading without a number out of the numbered part above it where the numbers begin anew below it:
    /// `■審議事項` between `（２）…` and `（１）…`.
    fn lift(&mut self, next: &Heading) {
        let begins = next.is_numbered() && next.number(self.ledger.text()) == Some(1);
        let is_bare = |open: &Open| {
            let (section, empty) = (&open.section, open.section.opinions.is_empty() && open.section.notes.is_empty());
            section.label.is_none() && section.heading.is_some() && empty && section.sections.is_empty()
        };
        let within = self.open.iter().any(|open| open.numbering == next.numbering);
        if !begins || !within || !self.open.last().is_some_and(is_bare) {
            return;
        }
        let Some(mut bare) = self.open.pop() else { return };
        while self.open.iter().any(|open| open.numbering == next.numbering) {
            self.close_section();
        }
        while self.open.last().is_some_and(|open| open.section.label.is_none()) {
            self.close_section();
        }
        bare.section.id = self.id(bare.section.kind, None);
        self.open.push(bare);
    }

    pub(super) fn widen_heading(&mut self, span: Span) {
        let places = self.ledger.place(&[span]);
        let open = self.current();
        open.spans.push(span);
        open.section.fields.extend("heading", places);
        let all = open.section.fields.get("heading").cloned().unwrap_or_default();
        let text = self.ledger.normal_form(&self.ledger.spans(&all));
        self.current().section.heading = Some(text);
    }

    /// The innermost open section; one without a label where there is none.
    pub(super) fn current(&mut self) -> &mut Open {
        if self.open.is_empty() {
            let id = self.id(SectionKind::Heading, None);
            let section = Section::new(id, SectionKind::Heading, None, None, Fields::new());
            let (numbering, marks, spans) = (Numbering::None, Vec::new(), Vec::new());
            self.open.push(Open { section, numbering, indent: 0, marks, spans });
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    fn id(&mut self, kind: SectionKind, number: Option<u32>) -> String {
        let parent = self.open.last().map(|open| open.section.id.as_str());
        match (kind, number) {
            (SectionKind::Agenda, Some(number)) => self.ids.give(parent, &format!("agenda-{number}")),
            (SectionKind::Item, Some(number)) => self.ids.give(parent, &format!("item-{number}")),
            (SectionKind::Theme, Some(number)) => self.ids.give(parent, &format!("theme-{number}")),
            (_, Some(number)) => self.ids.give(parent, &format!("heading-{number}")),
            (_, None) => self.ids.give_unlabelled(parent),
        }
    }

    pub(super) fn close_section(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        open.section.marks = self.ledger.place(&open.marks);
        open.spans.extend(&open.marks);
        if let Some(parent) = self.open.last_mut() {
            parent.spans.extend(extremes(&open.spans));
        }
        let Some(lines) = self.ledger.lines(&open.spans) else { return };
        open.section.lines = lines;
        match self.open.last_mut() {
            Some(parent) => parent.section.sections.push(open.section),
            None => self.done.push(open.section),
        }
    }
}

/// The outermost two of many spans: enough to know where a part begins and ends.
fn extremes(spans: &[Span]) -> impl Iterator<Item = Span> {
    let first = spans.iter().min_by_key(|span| span.start).copied();
    let last = spans.iter().max_by_key(|span| span.end).copied();
    first.into_iter().chain(last)
}
