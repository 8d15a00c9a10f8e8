//! A heading with a sentence on its own line: `４　結果　全構成員の賛成により、原案のとおり決定した。`

use crate::element::{Element, Kind};
use crate::rules::summary::Kind as Part;
use crate::span::{Span, is_space};

/// How many characters such a heading has at most; a longer one would stand alone.
const LONGEST: usize = 10;

/// Divides headings from the sentences behind them: no heading ends with a full stop.
pub(super) fn divide(elements: Vec<Element>, source: &str) -> Vec<Element> {
    let mut divided = Vec::with_capacity(elements.len());
    for mut element in elements {
        let told = behind(&element, source).map(|at| {
            let first = element.text[0];
            let text = std::iter::once(Span::new(at, first.end).trim(source)).chain(element.text.drain(..).skip(1));
            let text = text.collect();
            element.text.push(Span::new(first.start, at).trim(source));
            let (kind, rule) = (Kind::Paragraph, "text.paragraph");
            Element { kind, rule, label: None, marks: Vec::new(), text, ..element.clone() }
        });
        divided.push(element);
        divided.extend(told);
    }
    divided
}

/// Where the sentence begins behind a short heading and a wide gap.
fn behind(element: &Element, source: &str) -> Option<usize> {
    let numbered = element.kind == Kind::Part(Part::Heading) && element.label.is_some();
    let last = element.text.last().filter(|_| numbered)?.of(source);
    let first = element.text[0];
    let text = first.of(source);
    let gap = text.find(is_space).filter(|_| last.ends_with('。'))?;
    let rest = text[gap..].trim_start_matches(is_space);
    let wide = text[gap..].starts_with(['\u{3000}', '\t']) || text[gap..].starts_with("  ");
    let short = text[..gap].chars().count() <= LONGEST && text[..gap].chars().all(char::is_alphabetic);
    (wide && short && !rest.is_empty()).then(|| first.end - rest.len())
}
