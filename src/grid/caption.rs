//! Which of the lines above a table is its caption.

use crate::rules::plan::LABELS;
use crate::span::Span;

/// Takes the caption out of the lines above a table: the first that is more than the handout's label, `資料１`.
pub(super) fn take(above: &mut Vec<Span>, source: &str) -> Option<Span> {
    let is_label = |span: &Span| LABELS.rule(span.of(source)).is_some();
    let at = above.iter().position(|span| !is_label(span)).unwrap_or(0);
    (at < above.len()).then(|| above.remove(at))
}
