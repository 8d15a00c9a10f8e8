//! The headings of parts among speech: what a numbered line before a head opens.

use crate::line::Line;
use crate::model::{LabelStyle, SectionKind};
use crate::rules::headings::{HEADINGS, Numbering};
use crate::span::Span;
use crate::values::number::{letter, number};

/// The heading of a part, as a line opens it.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    pub numbering: Numbering,
    /// What stands before the label, and between it and the words: `■`, `．`.
    pub marks: Vec<Span>,
    pub label: Option<Span>,
    /// The heading's words, one piece for each line.
    pub text: Vec<Span>,
    pub indent: usize,
}

impl Heading {
    /// What the line would open if it were a heading.
    pub fn of(line: &Line, source: &str) -> Option<Self> {
        let text = line.text(source);
        // （２）毎年続けること。（拍手）: the sentence ends before what was done.
        if text.ends_with(['。', '、', '，']) || line.width > 120 || text.contains("。（") || text.contains("。(")
        {
            return None;
        }
        let (rule, caught) = HEADINGS.decide(text)?;
        let span = |name: &str| {
            let range = caught.name(name)?.range();
            let span = Span::new(line.span.start + range.start, line.span.start + range.end).trim(source);
            (!span.is_empty()).then_some(span)
        };
        let close = span("close");
        let words = span("text");
        let label = span("label").or_else(|| span("closed"));
        let behind = words.map_or(line.span.end, |words| words.start);
        let between = label.map(|label| Span::new(label.end, behind).trim(source));
        // 【第２号議案：会費について】: the second bracket too.
        let around = span("mark").into_iter().chain(between).chain(span("end"));
        let marks = around.filter(|mark| !mark.is_empty()).collect();
        let heading =
            Self { numbering: rule.kind, marks, label, text: words.into_iter().collect(), indent: line.indent };
        Some(match close {
            // 【質疑応答】: the brackets belong to the label, which is the heading.
            Some(_) => Self { marks: Vec::new(), label: Some(line.span), text: Vec::new(), ..heading },
            None => heading,
        })
    }

    /// The number of its label.
    pub fn number(&self, source: &str) -> Option<u32> {
        self.label.map(|label| label.of(source)).and_then(|label| number(label).or_else(|| letter(label)))
    }

    pub fn is_numbered(&self) -> bool {
        match self.numbering {
            Numbering::Ordinal
            | Numbering::ParenDigit
            | Numbering::Circled
            | Numbering::Digit
            | Numbering::ParenKana
            | Numbering::Item
            | Numbering::Kana => true,
            Numbering::Bracket | Numbering::Person | Numbering::None => false,
        }
    }

    pub fn kind(&self) -> SectionKind {
        match self.numbering {
            Numbering::Ordinal | Numbering::ParenDigit => SectionKind::Agenda,
            Numbering::Circled => SectionKind::Theme,
            Numbering::Item => SectionKind::Item,
            Numbering::Digit
            | Numbering::ParenKana
            | Numbering::Kana
            | Numbering::Bracket
            | Numbering::Person
            | Numbering::None => SectionKind::Heading,
        }
    }

    pub fn style(&self) -> Option<LabelStyle> {
        match self.numbering {
            Numbering::Ordinal => Some(LabelStyle::Ordinal),
            Numbering::ParenDigit => Some(LabelStyle::ParenDigit),
            Numbering::Circled => Some(LabelStyle::Circled),
            Numbering::Digit => Some(LabelStyle::Digit),
            Numbering::ParenKana => Some(LabelStyle::ParenKana),
            Numbering::Kana => Some(LabelStyle::Kana),
            Numbering::Item => Some(LabelStyle::BracketNumber),
            Numbering::Bracket => Some(LabelStyle::Bracket),
            Numbering::Person | Numbering::None => None,
        }
    }
}
