//! Which rule decided each line of verbatim minutes, for `explain`.

use super::layout::{self, Role};
use super::{Head, front};
use crate::attendees::Attendees;
use crate::classify::classify;
use crate::line::Line;
use crate::rules::asides::ASIDES;
use crate::rules::headings::HEADINGS;
use crate::span::Span;
use crate::survey::survey;
use crate::trace::{Decision, of_elements};

/// The lines with their rules. The stages keep none of this, so it is found out again; only `explain` asks.
pub(crate) fn decisions(body: &[Line], heads: &[Head], attendees: &Attendees, source: &str) -> Vec<(Span, Decision)> {
    let listed = &attendees.listed;
    let layout = layout::layout(body, source, heads, listed);
    let is_free = |at: usize| !listed.get(at).copied().unwrap_or(false);
    let front = (0..layout.first).filter(|at| is_free(*at)).map(|at| body[at]).collect();
    let front = front::prepare(front, source);
    let elements = classify(&front.lines, source, &survey(&front.lines, source));
    let mut decisions = of_elements(&elements, &front.lines);
    decisions.extend(front.dated.map(|line| (line.span, Decision { rule: "front.date", continues: false })));
    let mut turn: Option<&'static str> = None;
    for at in (layout.first..body.len()).filter(|at| is_free(*at)) {
        let (rule, continues) = match &layout.roles[at] {
            Role::Head(number) => {
                let rule = heads[*number].rule;
                turn = Some(rule);
                (rule, false)
            }
            Role::HeadGoesOn => (turn.unwrap_or("head.before-any"), true),
            Role::Heading(_) => (heading(&body[at], source), false),
            Role::HeadingGoesOn => ("heading.wrapped", true),
            Role::Number => ("turn.number", false),
            Role::Aside(_) => (aside(&body[at], source), false),
            Role::AsideGoesOn => ("aside.wrapped", true),
            Role::Signing => ("after.signing", false),
            Role::Next => ("after.next", false),
            Role::Speech => (turn.unwrap_or("front.text"), turn.is_some()),
        };
        decisions.push((body[at].span, Decision { rule, continues }));
    }
    decisions
}

fn heading(line: &Line, source: &str) -> &'static str {
    HEADINGS.rule(line.text(source)).map_or("heading", |rule| rule.id)
}

/// An aside of two lines is known only by both.
fn aside(line: &Line, source: &str) -> &'static str {
    ASIDES.rule(line.text(source)).map_or("aside.wrapped", |rule| rule.id)
}
