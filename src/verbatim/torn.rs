//! Heads that a line end breaks: `○国土整備省（穂積⏎都市部長）　…`, `○矢代福祉総務課⏎長　…`.

use crate::line::Line;
use crate::rules::verbatim::Style;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::verbatim::candidate::{Candidate, LONGEST, Scanner};
use crate::verbatim::glance::leaves_open;
use crate::verbatim::speaker::{Speaker, Strength};
use crate::verbatim::window::Window;

impl Scanner<'_> {
    /// A head that a line end breaks: `○国土整備省（穂積⏎都市部長）　…`, `○矢代福祉総務課⏎長　…`.
    ///
    /// `found` is what the first line says alone.
    pub(super) fn broken(&mut self, body: &[Line], at: usize, found: Option<&Candidate>) -> Option<Candidate> {
        let (line, next) = (&body[at], body.get(at + 1)?);
        let text = line.text(self.source);
        // Most lines are longer than any head: that is seen before anything is counted.
        if next.gap > 1 || text.len() > 4 * LONGEST || text.chars().count() > LONGEST {
            return None;
        }
        if !leaves_open(text) {
            let first = found.filter(|found| found.text.is_empty() && next.gap == 0)?;
            return self.completed(first, next);
        }
        if found.is_some() {
            return None;
        }
        let joined = format!("{}{}", text, next.text(self.source));
        let window = Window { text: joined.into(), pieces: vec![line.span, next.span] };
        let mut found = self.marked(&window, at)?;
        found.height = 2;
        (found.speaker.strength == Strength::Role).then_some(found)
    }

    /// A department whose office stands at the next line's beginning: `○矢代福祉総務課⏎長　お答えします。`
    fn completed(&mut self, first: &Candidate, next: &Line) -> Option<Candidate> {
        let department = first.speaker.strength == Strength::Organization && first.form.style == Style::Mark;
        let text = next.text(self.source);
        let end = text.find(is_space).unwrap_or(text.len());
        if !department || !text.starts_with('長') {
            return None;
        }
        let mut found = first.clone();
        let rest = Span::new(next.span.start, next.span.start + end);
        found.label.push(rest);
        found.name = normal_form(self.source, &found.label);
        found.speaker = Speaker::of(&found.name);
        found.height = 2;
        found.text = Some(Span::new(rest.end, next.span.end).trim(self.source))
            .filter(|text| !text.is_empty())
            .into_iter()
            .collect();
        (found.speaker.strength == Strength::Role).then_some(found)
    }
}
