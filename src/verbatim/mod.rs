//! Verbatim minutes: who speaks where, learned from the document itself, and what is said in paragraphs.
//!
//! | step | gives |
//! |---|---|
//! | `glance` | which lines need no pattern at all |
//! | `candidate` | every line where a head would stand |
//! | `titles` | what the name of a line must say that little else sets off |
//! | `unmarked` | the heads that no mark opens |
//! | `listed` | the heads that only the attendee list tells |
//! | `torn` | the heads that a line end breaks |
//! | `speaker` | what a head's words say: person, role, organization, or nobody |
//! | `manner` | how the text sounds that follows such a line |
//! | `group` | what is counted of one form of head: whether it opens turns here |
//! | `around` | what stands above and behind a head |
//! | `beside` | the heads that only those around them tell |
//! | `bodies` | the heads that are a body's name and nothing else |
//! | `blanks` | names whose letters were left out |
//! | `refused` | which lines look like heads and are none |
//! | `above_points` | names above bulleted points, which open no turns |
//! | `learn` | which forms open turns in this document, and so which lines are heads |
//! | `letters` | letters and mails, in which no head opens a turn |
//! | `legend` | marks that the document explains |
//! | `sides` | the marks of questions and answers |
//! | `points` | what several say below one such mark |
//! | `asked` | questions that marks announce, and answers that name who gives them |
//! | `askers` | who asks next, between an answer and a question |
//! | `layout` | what every other line is: heading, stage direction, speech |
//! | `series` | the headings that no head follows |
//! | `flow` | which lines of speech belong to one paragraph |
//! | `front` | what stands before the first turn |
//! | `tail` | where the turns end and a summarised part begins |
//! | `after` | who signs below the last turn, and when the next meeting is |
//! | `times` | when it began and ended, as the text says where it does |
//! | `build` | sections, turns and notes |
//! | `under` | the first turns under the last heading of the front |
//! | `decisions` | which rule decided each line, for `explain` |

mod above_points;
mod after;
mod around;
mod asked;
mod askers;
mod beside;
mod blanks;
mod bodies;
mod build;
mod candidate;
mod cards;
mod closing;
mod decisions;
mod flow;
mod front;
mod glance;
mod group;
pub(crate) mod heading;
mod layout;
mod learn;
mod legend;
mod letters;
mod listed;
mod manner;
mod party;
mod points;
mod refused;
mod series;
mod sides;
pub(crate) mod speaker;
mod tail;
mod times;
mod titles;
mod torn;
mod under;
mod unmarked;
mod window;

pub(crate) use decisions::decisions;
pub(crate) use learn::learn;
pub(crate) use letters::is_letter;
pub(crate) use tail::tail;

use crate::attendees::Attendees;
use crate::finding::Finding;
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::line::Line;
use crate::segment::Minutes;
use crate::span::Span;
use speaker::Speaker;

/// Reads minutes whose heads are known. Lines of attendee lists are left to the meeting.
pub(crate) fn read(
    body: &[Line],
    heads: &[Head],
    attendees: &Attendees,
    register: &Register,
    ledger: &mut Ledger,
    findings: &mut Vec<Finding>,
) -> Minutes {
    let listed = &attendees.listed;
    let layout = layout::layout(body, ledger.text(), heads, listed);
    let lines = attendees.without_lists(&body[..layout.first]).into_owned();
    let roster = attendees.roster();
    let mut minutes = front::front(lines, (register, attendees), ledger, findings);
    let ids = std::mem::take(&mut minutes.ids);
    let has_next = minutes.meeting.next.is_some();
    let plan = build::Plan { body, layout, heads, roster: &roster, listed, ids, has_next };
    let times = times::times(body, &plan.layout, heads, ledger.text());
    let mut built = build::build(plan, ledger, findings);
    under::join(&mut minutes.sections, &mut built.sections);
    minutes.sections.extend(built.sections);
    minutes.ids = built.ids;
    if let Some((name, value)) = built.next {
        minutes.meeting.set_next(ledger.place(&[name]), ledger.passage(&[value]));
    }
    minutes.meeting.start_time = minutes.meeting.start_time.or(times.0);
    minutes.meeting.end_time = minutes.meeting.end_time.or(times.1);
    attendees.place(&mut minutes.meeting, ledger);
    minutes
}

/// The head of a turn.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// Index into the body.
    pub line: usize,
    /// How many lines it takes.
    pub height: usize,
    /// The rule that found it, as `explain` shows it.
    pub rule: &'static str,
    pub voice: Voice,
    /// The head without marks and outer brackets.
    pub label: Vec<Span>,
    pub marks: Vec<Span>,
    /// What follows on the same line.
    pub text: Vec<Span>,
}

/// Whose turn a head opens.
#[derive(Clone, Debug)]
pub(crate) enum Voice {
    /// `○内田議長`: the head in normal form and what it says.
    Speaker { name: String, speaker: Speaker },
    /// `・平大臣から、「…」`: a report of what was said; nobody is named in `一部の委員から、「…」`.
    Reported(Option<(String, Speaker)>),
    /// `○村上総務大臣から、以下の発言があった。`: the report stands below.
    Announced { name: String, speaker: Speaker },
    /// `●資料を説明する。` below `（○：委員　●：事務局）`: what the mark stands for, and where that is said.
    Explained { name: String, speaker: Speaker, at: Span },
    /// `問１`, `Ｑ`.
    Question,
    /// `答`, `Ａ`.
    Answer,
    /// `（意見）`.
    Opinion,
}
