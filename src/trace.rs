//! Which rule decided each line, written down while the pipeline runs, for `explain`.

use crate::attendees::Attendees;
use crate::element::Element;
use crate::grid::printed;
use crate::line::Line;
use crate::link::context::Knowledge;
use crate::link::judge::Judgement;
use crate::model::FurnitureKind;
use crate::rules::attendees::{GROUPS, LISTS};
use crate::rules::furniture::RULES;
use crate::span::Span;

/// The rule that decided a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id: `opinion.bullet`, `furniture.page-number-between-dashes`.
    pub rule: &'static str,
    /// Whether the line goes on with what a line before it opened by this rule.
    pub continues: bool,
}

/// A bracket at the end of a text, and the judgement whether it names who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// Its content in normal form.
    pub label: String,
    /// The verdict with its score and every sign that counts.
    pub judgement: Judgement,
    /// What knows the label, where that had to be asked.
    pub known: Option<Knowledge>,
}

/// The decisions of one run, each with the physical line that it is about.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    decisions: Vec<(Span, Decision)>,
    brackets: Vec<(Span, Bracket)>,
}

/// The lines of elements with their rules.
pub(crate) fn of_elements(elements: &[Element], body: &[Line]) -> Vec<(Span, Decision)> {
    let decisions = elements.iter().flat_map(|element| {
        let lines = body[element.lines.clone()].iter().enumerate();
        lines.map(|(at, line)| (line.span, Decision { rule: element.rule, continues: at > 0 }))
    });
    decisions.collect()
}

impl Trace {
    /// The lines that belong to the page.
    pub fn furniture<'l>(&mut self, furniture: impl Iterator<Item = &'l (Line, FurnitureKind)>, source: &str) {
        for (line, kind) in furniture {
            let by_itself = RULES.rule(line.text(source)).map(|rule| rule.id);
            // What repeats is no matter of one line's form.
            let rule = by_itself.filter(|_| *kind != FurnitureKind::Header).unwrap_or(printed(*kind));
            self.decisions.push((line.span, Decision { rule, continues: false }));
        }
    }

    /// The lines of the body, as far as elements were made of them.
    pub fn elements(&mut self, elements: &[Element], body: &[Line]) {
        self.decisions.extend(of_elements(elements, body));
    }

    /// Lines that a family of regions decided by itself.
    pub fn lines(&mut self, decisions: Vec<(Span, Decision)>) {
        self.decisions.extend(decisions);
    }

    /// The lines of attendee lists: a heading has a rule of its own.
    pub fn attendees(&mut self, attendees: &Attendees, body: &[Line], source: &str) {
        let listed = body.iter().zip(&attendees.listed).filter(|(_, listed)| **listed);
        for (line, _) in listed {
            let text = line.text(source);
            let rule = LISTS.rule(text).or_else(|| GROUPS.rule(text)).map_or("attendees.entry", |rule| rule.id);
            self.decisions.push((line.span, Decision { rule, continues: false }));
        }
    }

    /// A bracket and where it stands.
    pub fn bracket(&mut self, at: Span, bracket: Bracket) {
        self.brackets.push((at, bracket));
    }

    /// The decisions, and the brackets, each in the order of their lines.
    pub fn finish(mut self) -> (Vec<(Span, Decision)>, Vec<(Span, Bracket)>) {
        self.decisions.sort_by_key(|(span, _)| *span);
        self.brackets.sort_by_key(|(span, _)| *span);
        (self.decisions, self.brackets)
    }
}
