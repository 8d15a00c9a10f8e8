//! Sections within sections, built element by element.

mod heading;
mod open;
mod text;

use std::collections::BTreeSet;

use crate::attribute::End;
use crate::element::{Element, Kind};
use crate::finding::Finding;
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::lexicon::roles;
use crate::model::Section;
use crate::rules::is_bullet;
use crate::rules::summary::Kind as Part;
use crate::segment::hull;
use crate::segment::summary::Detached;
use crate::span::Span;
use open::Open;

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
    /// Where the bullets begin that stand above a （主な意見） of their heading: they report, and are no opinions.
    reports: Vec<usize>,
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
            reports: above_marks(elements),
        }
    }

    /// The same, where other parts have taken ids.
    pub fn with_ids(self, ids: Ids) -> Self {
        Self { ids, ..self }
    }

    /// Whether no section has begun.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.done.is_empty()
    }

    /// Whether topics with numbers or bullets are open: `（１）素案について`.
    pub fn has_topics(&self) -> bool {
        self.open.iter().any(|open| open.section.label.is_some() || !open.marks.is_empty())
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
            Part::Opinions if self.open.last().is_some_and(Open::lists_decisions) => {
                self.close_last(ledger);
                self.part(part, element, end, ledger, findings, frame);
            }
            Part::Opinions if self.is_beside(element, ledger.text()) => {
                self.close_unlabelled(ledger);
                self.part(part, element, end, ledger, findings, frame);
            }
            Part::Opinions => match self.open.last_mut() {
                Some(open) => {
                    open.marks.extend(&element.marks);
                    open.opinions = true;
                }
                None => {
                    self.open_unlabelled().opinions = true;
                    self.open[0].marks.extend(&element.marks);
                }
            },
            Part::End => {
                frame.extend(&element.marks);
                self.close_all(ledger);
                self.detached.after_end = true;
            }
            Part::Note => self.reference_note(element, ledger),
            Part::Bullet => self.bullet(element, end, ledger, findings),
        }
    }

    /// Whether 主な意見 stands beside the open heading and not below it: `○主な意見` beside `○事務局の説明`, `（主な意見）` below
    /// `■実績について`.
    fn is_beside(&self, mark: &Element, source: &str) -> bool {
        let Some(open) = self.open.last().filter(|open| open.is_marked_heading()) else { return false };
        let marked = mark.marks.first().is_some_and(|mark| mark.of(source).starts_with(is_bullet));
        // 実績について is a topic; 事務局の説明 is what somebody did about one.
        let word =
            |words: &str| !words.ends_with("について") && roles::is_heading(&words.replace(char::is_whitespace, ""));
        marked || open.section.heading.as_deref().is_none_or(word)
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

/// The first lines of the bullets between a heading and its （主な意見）: `・資料１により説明`.
fn above_marks(elements: &[Element]) -> Vec<usize> {
    let is = |element: &Element, part: Part| element.kind == Kind::Part(part);
    let mut found = Vec::new();
    for mark in (0..elements.len()).filter(|at| is(&elements[*at], Part::Opinions)) {
        let above = elements[..mark].iter().rev().take_while(|element| is(element, Part::Bullet)).count();
        let heads =
            |element: &Element| is(element, Part::Theme) || is(element, Part::Agenda) || is(element, Part::Heading);
        if mark.checked_sub(above + 1).is_some_and(|heading| heads(&elements[heading])) {
            found.extend(elements[mark - above..mark].iter().map(|element| element.lines.start));
        }
    }
    found
}
