//! Bars at the ends of lines, which an extractor puts behind each cell of a form: `１ 開催日時 |⏎令和６年… |`.

use super::Sheet;
use crate::line::Line;
use crate::span::{Span, is_space};

/// From how many such lines on it is the extractor's habit.
const FEWEST: usize = 3;

impl Sheet<'_> {
    /// Whether lines end with a bar and have no other, so that none of them is a table's row.
    pub(super) fn ends_cells(&self) -> bool {
        let free = self.lines.iter().zip(&self.kinds).filter(|(_, kind)| kind.is_none());
        // 開催日時 | 令和６年… |: a field and its value.
        let alone = |cell: Span| !cell.is_empty() && !cell.of(self.source).contains([':', '：']);
        free.filter(|(line, _)| self.cell(line).is_some_and(alone)).nth(FEWEST - 1).is_some()
    }

    /// The line without the bars at its end, and these; nothing where it has none, or others.
    pub(super) fn without_bars(&self, line: &Line) -> Option<(Line, Line)> {
        let cell = self.cell(line)?;
        let bars = Span::new(cell.end, line.span.end).trim(self.source);
        Some((Line { span: cell, ..*line }, Line { span: bars, ..*line }))
    }

    fn cell(&self, line: &Line) -> Option<Span> {
        let text = line.text(self.source);
        let cell = text.trim_end_matches(|c: char| matches!(c, '|' | '｜') || is_space(c));
        let alone = text.ends_with(['|', '｜']) && !cell.contains(['|', '｜']);
        alone.then(|| Span::new(line.span.start, line.span.start + cell.len()))
    }
}
