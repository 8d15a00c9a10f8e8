//! The last steps of every reading: names, what is left over, coverage, diagnostics.

use std::borrow::Cow;

use super::Reading;
use super::mixed::complete;
use crate::finding::{Finding, FindingKind};
use crate::line::Line;
use crate::link;
use crate::model::{DocumentType, Passage, Residue};
use crate::parsed::Parsed;

impl Reading<'_, '_, '_> {
    /// Says who the names are, lists what is left over, counts, and turns findings into diagnostics in the order of
    /// their places.
    pub(super) fn finish(mut self, body: &[Line]) -> Parsed {
        let mut body = Cow::Borrowed(body);
        if let Some(attached) = self.attached.take() {
            complete(&mut self.document, &attached, body.len());
            body.to_mut().extend(attached.lines);
        }
        let region = self.options.region.as_deref();
        let defines = ["（以下", "略称"].iter().any(|word| self.ledger.text().contains(word));
        let left = if defines { self.ledger.unplaced() } else { Vec::new() };
        link::link(&mut self.document, &self.register, region, &left, &self.ledger, &mut self.findings);
        let in_rows = matches!(self.document.r#type, DocumentType::Plan | DocumentType::Table);
        let left = self.ledger.unplaced();
        for span in &left {
            let at = body.partition_point(|line| line.span.end <= span.start);
            let page = body.get(at).map_or(1, |line| line.page);
            let passage = self.ledger.passage(&[*span]);
            if self.document.r#type != DocumentType::Unknown {
                let kind = FindingKind::UnplacedText { text: passage.text.clone(), in_rows };
                self.findings.push(Finding { kind, at: vec![*span] });
            }
            let Passage { text, spans, lines } = passage;
            self.document.residue.push(Residue { text, spans, page, lines });
        }
        self.document.coverage = self.ledger.coverage(self.ledger.ink(&left));
        self.document.source.characters = self.ledger.characters();
        self.findings.sort_by_key(|finding| finding.at.first().map_or(0, |span| span.start));
        let diagnostics = self.findings.iter().map(|finding| finding.diagnostic(self.options.lang, &self.ledger));
        self.document.diagnostics = diagnostics.collect();
        Parsed { document: self.document }
    }
}
