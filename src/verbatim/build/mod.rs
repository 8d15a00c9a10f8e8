//! Sections, turns and notes from lines whose roles are known.

mod answering;
mod note;
mod section;
mod turn;

use crate::attendees::Roster;
use crate::finding::Finding;
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{NoteKind, Section};
use crate::rules::asides::Aside;
use crate::span::Span;
use crate::verbatim::Head;
use crate::verbatim::after;
use crate::verbatim::flow::Flow;
use crate::verbatim::front;
use crate::verbatim::layout::{Layout, Role};
use crate::verbatim::party::Parties;
use note::closes;
use section::Open;
use turn::Turn;

/// What the verbatim part is built from.
pub(super) struct Plan<'b> {
    pub body: &'b [Line],
    pub layout: Layout,
    pub heads: &'b [Head],
    pub roster: &'b Roster,
    /// Which lines belong to attendee lists.
    pub listed: &'b [bool],
    /// The ids that are taken.
    pub ids: Ids,
    /// Whether the head states the next meeting.
    pub has_next: bool,
}

/// The verbatim part.
pub(super) struct Built {
    pub sections: Vec<Section>,
    pub ids: Ids,
    /// The next meeting, where it is stated below the turns: the field's name and its value.
    pub next: Option<(Span, Span)>,
}

/// Builds the verbatim part: every line from `layout.first` on is placed, lines of attendee lists excepted.
pub(super) fn build(plan: Plan, ledger: &mut Ledger, findings: &mut Vec<Finding>) -> Built {
    let Plan { body, layout, heads, roster, listed, ids, has_next } = plan;
    let speech: Vec<(&Line, bool)> = (layout.first..body.len())
        .filter(|at| match layout.roles[*at] {
            Role::Speech => !listed[*at],
            Role::Head(head) => !heads[head].text.is_empty(),
            _ => false,
        })
        .map(|at| (&body[at], matches!(layout.roles[at], Role::Head(_))))
        .collect();
    let gap = usize::from(speech.iter().filter(|(line, _)| line.gap > 0).count() * 10 > speech.len() * 7);
    let flow = Flow::of(&speech, ledger.text(), gap);
    let mut builder = Builder {
        body,
        heads,
        flow,
        parties: Parties::new(roster),
        ledger,
        findings,
        open: Vec::new(),
        done: Vec::new(),
        ids,
        turn: None,
        question: None,
        over: false,
        next: None,
        has_next,
    };
    for (at, role) in layout.roles.into_iter().enumerate().skip(layout.first) {
        if !listed[at] {
            builder.line(at, role);
        }
    }
    builder.finish()
}

struct Builder<'b, 's, 'r> {
    body: &'b [Line],
    heads: &'b [Head],
    flow: Flow,
    parties: Parties<'r>,
    ledger: &'b mut Ledger<'s>,
    findings: &'b mut Vec<Finding>,
    /// The open sections, outermost first.
    open: Vec<Open>,
    done: Vec<Section>,
    ids: Ids,
    turn: Option<Turn>,
    /// The id of the last question.
    question: Option<String>,
    /// Whether the end of the whole has been passed.
    over: bool,
    /// The next meeting: the field's name and its value.
    next: Option<(Span, Span)>,
    has_next: bool,
}

impl Builder<'_, '_, '_> {
    fn line(&mut self, at: usize, role: Role) {
        let span = self.body[at].span;
        match role {
            Role::Head(head) => {
                self.close_turn();
                self.over = false;
                let text = self.heads[head].text.clone();
                let paragraphs = if text.is_empty() { Vec::new() } else { vec![text] };
                self.turn = Some(Turn { head, paragraphs, last: at + self.heads[head].height - 1 });
            }
            Role::HeadGoesOn => {}
            Role::Heading(heading) => {
                self.close_turn();
                self.open_section(heading);
            }
            Role::HeadingGoesOn => self.widen_heading(span),
            Role::Number => {
                self.close_turn();
                self.current().marks.push(span);
            }
            Role::Aside(Aside::Opinions) => {
                self.close_turn();
                self.current().marks.push(span);
            }
            Role::Aside(Aside::Procedure) => {
                // 午前10時40分　閉会: what stands below the last one is nobody's speech.
                let last = self.heads.last().is_none_or(|head| head.line < at);
                if last && closes(span.of(self.ledger.text())) {
                    self.close_turn();
                    self.over = true;
                }
                // 12: 午前11時20分散会: a database numbers its lines.
                let mut line = self.body[at];
                let number = front::take_number(&mut line, self.ledger.text());
                self.current().marks.extend(number);
                self.note(vec![line.span], Some(NoteKind::Procedure));
            }
            Role::Aside(Aside::End) => {
                self.close_turn();
                self.current().marks.push(span);
                self.over = true;
            }
            Role::AsideGoesOn => self.widen_note(span),
            Role::Signing => {
                self.close_turn();
                self.over = true;
                self.report(at);
            }
            Role::Next => {
                self.close_turn();
                self.over = true;
                match after::next(span, self.ledger.text()).filter(|_| self.next.is_none() && !self.has_next) {
                    Some(next) => self.next = Some(next),
                    None => self.report(at),
                }
            }
            Role::Speech if self.over || self.turn.is_none() => self.report(at),
            Role::Speech => self.speech(at),
        }
    }

    fn finish(mut self) -> Built {
        self.close_turn();
        while !self.open.is_empty() {
            self.close_section();
        }
        Built { sections: self.done, ids: self.ids, next: self.next }
    }
}
