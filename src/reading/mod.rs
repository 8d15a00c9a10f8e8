//! A document on its way from lines to output, and what all kinds of documents have in common.
//!
//! | file | reads |
//! |---|---|
//! | `plan` | a plan table |
//! | `table` | a grid of columns |
//! | `verbatim` | minutes with turns |
//! | `summary` | minutes that sum up, and what is none of these |
//! | `mixed` | minutes and a plan in one file |
//! | `finish` | what every reading ends with |

mod envelope;
mod finish;
mod mixed;
mod plan;
mod signs;
mod summary;
mod table;
mod verbatim;

use std::sync::Arc;

use crate::blocks::Blocks;
use crate::embedded::Embedded;
use crate::finding::Finding;
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::line::Line;
use crate::model::Document;
use crate::options::Options;
use crate::source::{Source, Undecodable};
use crate::span::Span;
use crate::trace::{Decision, Trace};
use crate::{embedded, grid, validate};
use envelope::envelope;

/// A document on its way from blocks to output.
pub(crate) struct Reading<'s, 'o, 't> {
    document: Document,
    ledger: Ledger<'s>,
    findings: Vec<Finding>,
    options: &'o Options,
    register: Arc<Register>,
    /// The tables that stand between other text, whose lines the sheet no longer has.
    tables: Vec<Embedded>,
    /// The plan below the minutes, which has been read before them.
    attached: Option<mixed::Attached>,
    trace: Option<&'t mut Trace>,
}

impl<'s, 'o, 't> Reading<'s, 'o, 't> {
    /// Nothing read yet; `plain` is the source for patterns.
    pub fn new(
        source: &'s Source,
        plain: &'s str,
        undecodable: &[Undecodable],
        bytes: &[u8],
        options: &'o Options,
        trace: Option<&'t mut Trace>,
    ) -> Self {
        Self {
            document: envelope(source, bytes, options),
            ledger: Ledger::reading(source, plain),
            findings: validate::doubtful_characters(source, undecodable),
            options,
            register: options.register.clone().unwrap_or_else(Register::embedded),
            tables: Vec::new(),
            attached: None,
            trace,
        }
    }

    /// The same, where these lines are what a web page shows around the document.
    pub fn around(mut self, site: Vec<(Span, Decision)>) -> Self {
        if let Some(trace) = &mut self.trace {
            trace.lines(site);
        }
        self
    }

    /// The text for patterns.
    pub fn text(&self) -> &'s str {
        self.ledger.text()
    }

    /// The same, where these tables have been taken out of the text.
    pub fn with_tables(self, tables: Vec<Embedded>) -> Self {
        Self { tables, ..self }
    }
}

impl Reading<'_, '_, '_> {
    fn place_tables(&mut self) {
        if let Some(trace) = &mut self.trace {
            let readings = self.tables.iter().map(Embedded::reading);
            readings.for_each(|reading| trace.lines(grid::decisions(reading, &[], &self.ledger)));
        }
        let sections = &mut self.document.sections;
        let printed = embedded::place(&self.tables, sections, &mut self.ledger, &mut self.findings);
        if !printed.is_empty() {
            self.document.furniture.extend(printed);
            self.document.furniture.sort_by(|one, other| one.spans.0.cmp(&other.spans.0));
        }
    }

    /// Places what the page prints, as far as the reading does not claim it for itself.
    fn place_furniture(&mut self, sheet: &Blocks, is_free: impl Fn(&Line) -> bool) {
        if let Some(trace) = &mut self.trace {
            trace.furniture(sheet.furniture.iter().filter(|(line, _)| is_free(line)), self.ledger.text());
        }
        let lines = sheet.furniture.iter().filter(|(line, _)| is_free(line));
        let apart = !self.document.furniture.is_empty();
        let placed = lines.map(|(line, kind)| self.ledger.furniture(line.span, *kind));
        self.document.furniture.extend(placed);
        if apart {
            self.document.furniture.sort_by(|one, other| one.spans.0.cmp(&other.spans.0));
        }
    }
}
