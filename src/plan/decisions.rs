//! Which rules decided the lines of a plan, for `explain`. Which cell a piece of a row fills is scored and shows in the leaves.

use super::outline::{Kind, Word, word};
use super::words::words;
use super::{Draft, PlanItem};
use crate::ledger::Ledger;
use crate::line::Line;
use crate::rules::plan::{COLUMNS, LABELS, PERIODS, REFERENCES};
use crate::span::Span;
use crate::trace::Decision;

impl Draft {
    /// The lines with what they were read as, and the references of the rows: `plan.row` where a number opens one.
    pub fn decisions(&self, items: &[PlanItem], ledger: &Ledger) -> Vec<(Span, Decision)> {
        let lines = self.sheet.body.iter().zip(&self.outline.kinds).enumerate();
        let mut decisions = Vec::new();
        for (at, (line, kind)) in lines {
            let rules = self.rules(at, *kind, ledger.text());
            decisions.extend(rules.into_iter().map(|(rule, continues)| (line.span, Decision { rule, continues })));
        }
        for reference in items.iter().flat_map(|item| &item.references) {
            let at = ledger.spans(&reference.spans).first().copied();
            let rule = REFERENCES.rule(&reference.text).map(|rule| Decision { rule: rule.id, continues: false });
            decisions.extend(at.zip(rule));
        }
        decisions
    }

    /// The rules of a line, each with whether it goes on: a line of the head has one for each of its words.
    fn rules(&self, at: usize, kind: Kind, source: &str) -> Vec<(&'static str, bool)> {
        let line = &self.sheet.body[at];
        match kind {
            Kind::Title => vec![("plan.title", false)],
            Kind::Repeated => vec![("plan.repeated-title", false)],
            Kind::Label => vec![(LABELS.rule(line.text(source)).map_or("plan.label", |rule| rule.id), false)],
            Kind::Head => of_head(line, source).into_iter().map(|rule| (rule, false)).collect(),
            Kind::Furniture => vec![("furniture.repeated-header", false)],
            Kind::Group => vec![("plan.group", false)],
            Kind::Between => vec![("plan.between-rows", false)],
            Kind::Text => match self.rows.iter().find(|row| row.lines.contains(&at)) {
                Some(row) => vec![("plan.row", row.lines.start < at)],
                None => vec![("plan.between-rows", false)],
            },
        }
    }
}

fn of_head(line: &Line, source: &str) -> Vec<&'static str> {
    let mut rules: Vec<&'static str> = Vec::new();
    for rule in words(source, line.span).filter_map(|word| rule(word.of(source))) {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    if rules.is_empty() { vec!["plan.head"] } else { rules }
}

/// The rule that reads a word of the head, for `explain`.
fn rule(text: &str) -> Option<&'static str> {
    match word(text)? {
        Word::Column(_) => COLUMNS.rule(text).map(|rule| rule.id),
        Word::Period(_) => PERIODS.rule(text).map(|rule| rule.id),
        Word::Fragment => None,
    }
}
