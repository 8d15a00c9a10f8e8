//! Which rule decided each line, written down while the pipeline runs, for `explain`.

use crate::element::Element;
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::furniture::RULES;
use crate::span::Span;
use crate::verbatim::Head;

/// The rule that decided a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id: `opinion.bullet`, `furniture.page-number-between-dashes`.
    pub rule: &'static str,
    /// Whether the line goes on with what a line before it opened by this rule.
    pub continues: bool,
}

/// The decisions of one run, each with the physical line that it is about.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    decisions: Vec<(Span, Decision)>,
}

impl Trace {
    /// The lines that belong to the page.
    pub fn furniture(&mut self, furniture: &[(Line, FurnitureKind)], source: &str) {
        for (line, kind) in furniture {
            let by_itself = RULES.rule(line.text(source)).map(|rule| rule.id);
            let rule = match kind {
                // What repeats is no matter of one line's form.
                FurnitureKind::Header => "furniture.repeated-header",
                FurnitureKind::PageNumber => by_itself.unwrap_or("furniture.page-number"),
                FurnitureKind::Rule => by_itself.unwrap_or("furniture.rule"),
                FurnitureKind::PageTag => by_itself.unwrap_or("furniture.page-tag"),
            };
            self.decisions.push((line.span, Decision { rule, continues: false }));
        }
    }

    /// The lines of the body, as far as elements were made of them.
    pub fn elements(&mut self, elements: &[Element], body: &[Line]) {
        for element in elements {
            let lines = body[element.lines.clone()].iter().enumerate();
            let decided = lines.map(|(at, line)| (line.span, Decision { rule: element.rule, continues: at > 0 }));
            self.decisions.extend(decided);
        }
    }

    /// The lines that open turns.
    pub fn heads(&mut self, heads: &[Head], body: &[Line]) {
        for head in heads {
            let lines = body[head.line..head.line + head.height].iter().enumerate();
            self.decisions.extend(lines.map(|(at, line)| (line.span, Decision { rule: head.rule, continues: at > 0 })));
        }
    }

    /// The decisions in the order of their lines.
    pub fn finish(mut self) -> Vec<(Span, Decision)> {
        self.decisions.sort_by_key(|(span, _)| *span);
        self.decisions
    }
}
