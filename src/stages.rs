//! The stages one by one, for the benches: each is given what the stages before it made of one document.
//!
//! No part of the library's promise; only the feature `stages` shows it.

use std::sync::Arc;

use crate::attendees::{self, Attendees};
use crate::attribute::{self, End};
use crate::blocks::{self, Blocks, Rows};
use crate::element::Element;
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::line::Line;
use crate::model::Document;
use crate::parse::parse;
use crate::source::Source;
use crate::survey::{self, Habits};
use crate::{Options, Parsed, TypeHint, classify, grid, link, normalize, plain, plan, segment, verbatim};

/// One document with what every stage makes of it. A stage's answer is a count, so that nothing of it can be left out.
pub struct Workbench<'s> {
    source: &'s Source<'s>,
    register: Arc<Register>,
    lines: Vec<Line>,
    sheet: Blocks,
    attendees: Attendees,
    habits: Habits,
    elements: Vec<Element>,
    ends: Vec<End>,
    parsed: Parsed,
}

impl<'s> Workbench<'s> {
    /// Runs all stages once.
    ///
    /// # Panics
    /// Where the text is one that [`parse`] refuses.
    #[must_use]
    pub fn new(source: &'s Source<'s>) -> Self {
        let text: &str = &source.text;
        let register = Register::embedded();
        let lines = normalize::normalize(source);
        let sheet = blocks::blocks(&lines, text, Rows::Numbered);
        let attendees = attendees::attendees(&sheet.body, text);
        let habits = survey::survey(&sheet.body, text);
        let elements = classify::classify(&sheet.body, text, &habits);
        let ends = attribute::attribute(&elements, text, &register, &attendees, None);
        let parsed = parse(text.as_bytes(), &Options::named("bench.txt")).expect("the text can be parsed");
        Self { source, register, lines, sheet, attendees, habits, elements, ends, parsed }
    }

    #[must_use]
    pub fn normalize(&self) -> usize {
        normalize::normalize(self.source).len()
    }

    #[must_use]
    pub fn plain(&self) -> usize {
        plain::plain(&self.source.text, &self.lines).len()
    }

    #[must_use]
    pub fn blocks(&self) -> usize {
        blocks::blocks(&self.lines, &self.source.text, Rows::Numbered).body.len()
    }

    #[must_use]
    pub fn grid(&self) -> usize {
        grid::read(&self.lines, &self.source.text).map_or(0, |grids| grids.tables.len())
    }

    #[must_use]
    pub fn attendees(&self) -> usize {
        size_of_val(&attendees::attendees(&self.sheet.body, &self.source.text))
    }

    #[must_use]
    pub fn verbatim(&self) -> usize {
        verbatim::learn(&self.sheet.body, &self.source.text, &self.attendees).len()
    }

    #[must_use]
    pub fn survey(&self) -> usize {
        size_of_val(&survey::survey(&self.sheet.body, &self.source.text))
    }

    #[must_use]
    pub fn classify(&self) -> usize {
        classify::classify(&self.sheet.body, &self.source.text, &self.habits).len()
    }

    #[must_use]
    pub fn attribute(&self) -> usize {
        attribute::attribute(&self.elements, &self.source.text, &self.register, &self.attendees, None).len()
    }

    #[must_use]
    pub fn segment(&self) -> usize {
        let mut ledger = Ledger::new(self.source);
        segment::segment(&self.elements, &self.ends, &mut ledger, &mut Vec::new()).sections.len()
    }

    /// Looks for the rows of a plan, and reads them where there are any.
    #[must_use]
    pub fn plan(&self) -> usize {
        let draft = plan::draft(&self.sheet, &self.source.text, TypeHint::Auto);
        let items = |draft| plan::read(&draft, &mut Ledger::new(self.source), &mut Vec::new()).items.len();
        draft.map_or(0, items)
    }

    /// The finished document, for `link`.
    #[must_use]
    pub fn document(&self) -> Document {
        Document { organizations: Vec::new(), ..self.parsed.document.clone() }
    }

    #[must_use]
    pub fn link(&self, mut document: Document) -> usize {
        link::link(&mut document, &self.register, None, &[], &Ledger::new(self.source), &mut Vec::new());
        document.organizations.len()
    }

    #[must_use]
    pub fn emit(&self) -> usize {
        self.parsed.to_json().len()
    }
}
