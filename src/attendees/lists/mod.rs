//! Which lines are attendee lists, and what stands in them.

mod alone;
mod asides;
mod begin;
mod beside;
mod bodies;
mod columns;
mod divided;
mod entries;
mod heading;
mod labelled;
mod regroup;
mod shapes;
mod signed;
mod spaced;
mod stated;
mod turns;
mod unread;
mod whose;
mod within;

use std::cell::Cell;

use crate::attendees::Attendees;
use crate::line::Line;
use crate::model::Presence;
use crate::rules::head::{FIELDS, Field};
use crate::survey::usual_gap;
use asides::{is_courtesy, is_header, is_total};
use entries::unnumbered;
use unread::are_letters_apart;

/// How far into a document a list may begin, in lines.
const FAR: usize = 600;

/// How many bytes are read at least in search of headings within one line: a line of a thousand bytes may hold thirty.
const PATIENCE: usize = 16_000;

/// Finds the lists and reads their entries.
pub(crate) fn attendees(body: &[Line], source: &str) -> Attendees {
    let gap = usual_gap(body);
    let mut reader = Reader {
        body,
        source,
        gap,
        out: Attendees::default(),
        group: None,
        presence: None,
        headed: None,
        begun: 0,
        heads: 0,
        columns: Vec::new(),
        signed: false,
        paired: None,
        within: None,
        nobody: false,
        counted: None,
        unread: Vec::new(),
        open: None,
        patience: Cell::new(0),
    };
    reader.out.listed = vec![false; body.len()];
    let mut at = 0;
    while at < body.len().min(FAR) {
        at = reader.line(at);
    }
    reader.close();
    if reader.out.entries.is_empty() && !reader.out.stated.iter().any(|stated| stated.within) {
        return Attendees { listed: vec![false; body.len()], ..Attendees::default() };
    }
    reader.out
}

struct Reader<'b> {
    body: &'b [Line],
    source: &'b str,
    /// Blank lines between the lines of one paragraph.
    gap: usize,
    out: Attendees,
    group: Option<String>,
    presence: Option<Presence>,
    /// The sign and the number of the last group that has one: `（` and 1 of `（１）委員`.
    counted: Option<(char, u32)>,
    /// The body that a bracket above the entries names: 青木町 of `（青木町）`.
    within: Option<String>,
    /// Whether the last heading says of its group that there is nobody.
    nobody: bool,
    /// The last heading that stands alone on its line.
    headed: Option<usize>,
    /// The line of the last heading.
    begun: usize,
    /// How many entries stand before the last heading.
    heads: usize,
    /// The columns that the header above names.
    columns: Vec<columns::Column>,
    /// Whether a column of the list says who was there: its header or the list's own name has 出欠.
    signed: bool,
    /// The last line whose body was taken for that of the person above it.
    paired: Option<usize>,
    /// The lines of the open list since its last entry that nothing was read of.
    unread: Vec<usize>,
    /// The first line of the open list, how many entries and marks there were before it, and where it stands open.
    open: Option<Start>,
    /// How many bytes may still be read in search of headings within the line.
    patience: Cell<usize>,
}

/// Where an open list began.
#[derive(Clone, Copy)]
struct Start {
    line: usize,
    entries: usize,
    marks: usize,
    /// How many statements there were before it.
    stated: usize,
    /// The presence that the list's own heading states.
    presence: Option<Presence>,
    /// Whether it says who they are, not whether they were there.
    members: bool,
    /// How many lines since gave no entry.
    idle: usize,
}

impl Reader<'_> {
    /// Reads a line; gives the next one to read.
    fn line(&mut self, at: usize) -> usize {
        let line = &self.body[at];
        self.patience.set(PATIENCE + 4 * (line.span.end - line.span.start));
        let heading = self.heading(line).filter(|heading| !self.opens_turn(at, heading));
        if let Some(heading) = heading {
            return self.begin(at, heading);
        }
        if let Some(heading) = self.torn_label(at) {
            self.out.listed[at] = true;
            return self.begin(at + 1, heading);
        }
        if is_courtesy(line.text(self.source)) {
            self.out.marks.push(line.span);
            self.out.listed[at] = true;
            return at + 1;
        }
        if self.open.is_some() && is_total(line.text(self.source)) {
            self.out.marks.push(line.span);
            self.out.listed[at] = true;
            return at + 1;
        }
        if self.open.is_none() {
            return match self.group_alone(at) {
                Some(heading) => self.begin(at, heading),
                None => at + 1,
            };
        }
        // 傍聴人：なし: those below are no observers.
        if self.nobody || self.is_other_field(line) || line.text(self.source).contains('。') {
            self.close();
            return at + 1;
        }
        // ４　欠席者委員　２番　…: a cell that an extractor has put together, and no entry of those who were there.
        if unnumbered(line.text(self.source)).starts_with("欠席") {
            self.close();
            return at + 1;
        }
        if is_header(line.text(self.source)) {
            self.signed |= line.text(self.source).contains(['欠', '席']);
            self.columns = columns::columns(line.text(self.source));
            self.out.marks.push(line.span);
            self.out.listed[at] = true;
            return at + 1;
        }
        if let Some(next) = self.stacked_rows(at) {
            return next;
        }
        if self.row(at) {
            if let Some(open) = &mut self.open {
                open.idle = 0;
            }
            return at + 1;
        }
        if self.states_nobody(at) || self.states_count(at) {
            return at + 1;
        }
        if let Some(heading) = self.counted_on(at).or_else(|| self.bracketed_on(at)).or_else(|| self.bracket_led(at)) {
            return self.begin(at, heading);
        }
        if self.body_of_above(at) || self.begin_body(at) || self.body_alone(at) {
            return at + 1;
        }
        if let Some(next) = self.body_lines(at).or_else(|| self.bodies_apart(at)) {
            return next;
        }
        let before = self.out.entries.len();
        let marks = self.out.marks.len();
        let (found, next) = self.entry_line(at);
        if !found {
            self.out.marks.truncate(marks);
        }
        if found && self.is_head(before, next) {
            self.out.entries.truncate(before);
            self.out.marks.truncate(marks);
            self.close();
            return at + 1;
        }
        if found {
            self.pass_over();
            self.pass_staff(before);
            self.pass_beside(at, before);
        }
        if let Some(open) = &mut self.open {
            let apart = || are_letters_apart(line.text(self.source));
            open.idle = if found || apart() { 0 } else { open.idle + (next - at) };
        }
        if !found {
            self.unread.extend(at..next);
        }
        let prose = line.width > 80 || self.open.is_some_and(|open| open.idle > 2);
        if !found && (prose || !self.may_belong(line)) {
            self.close();
            return at + 1;
        }
        (at..next).for_each(|own| self.out.listed[own] = found);
        next
    }

    /// Ends the open list; one without any entry was none.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.unread.clear();
        self.counted = None;
        self.within = None;
        self.group = None;
        self.presence = None;
        // ◯構成員　村上: one member alone is no list of them.
        let one = open.members && self.out.entries.len() <= open.entries + 1;
        // 出席者⏎（１）委員　10人⏎（２）事務局　３人: groups are counted, nobody is named.
        let counted = self.out.stated[open.stated..].iter().any(|stated| stated.within);
        if one || self.out.entries.len() == open.entries && !counted {
            self.out.entries.truncate(open.entries);
            self.out.marks.truncate(open.marks);
            self.out.stated.truncate(open.stated);
            self.out.listed[open.line..].fill(false);
        }
    }

    /// A field of the head other than a list ends the list.
    fn is_other_field(&self, line: &Line) -> bool {
        let text = line.text(self.source);
        FIELDS.rule(text).is_some_and(|rule| match rule.kind {
            Field::Date | Field::Time | Field::Place | Field::Agenda | Field::Next | Field::Name => true,
            Field::Opening | Field::Closing | Field::Manner | Field::Other => true,
            Field::Attendees | Field::Unnamed => false,
        })
    }
}
