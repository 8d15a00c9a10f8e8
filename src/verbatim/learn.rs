//! Which marks open turns in this document: one scored decision for each form of head.
//!
//! ○ opens a turn here and a bullet there, and in one file both. What decides is how many of a form's lines name
//! somebody, whether names recur, whether the attendee list has them, and whether speech follows.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::attendees::{Attendees, Roster};
use crate::blocks::ends_sentence;
use crate::fold::with_plain_ideographs;
use crate::lexicon::any_of::AnyOf;
use crate::line::Line;
use crate::rules::head::{FIELDS, Field};
use crate::rules::verbatim::Style;
use crate::rules::{is_bullet, is_digit};
use crate::verbatim::candidate::{Candidate, Form, Scanner};
use crate::verbatim::sides::sides;
use crate::verbatim::speaker::Strength;
use crate::verbatim::{Head, Voice};

/// How many lines below a head are searched for a full stop.
const REACH: usize = 12;

/// Endings of speech to others.
static POLITE: AnyOf = AnyOf::new(&["ます", "です", "まし", "ませ", "くださ", "でしょう"]);

/// What follows a candidate.
#[derive(Clone, Copy, Default)]
struct Manner {
    /// A sentence ends in it.
    spoken: bool,
    /// It says です or ます.
    polite: bool,
}

/// The candidates that are heads of turns, in order; none where the document is no verbatim one.
pub(crate) fn learn(body: &[Line], source: &str, attendees: &Attendees) -> Vec<Head> {
    let speakers = speakers(body, source, &attendees.roster(), &attendees.listed);
    let sides = sides(body, source);
    if sides.len() > speakers.len() { sides } else { speakers.into_iter().map(head).collect() }
}

fn head(candidate: Candidate) -> Head {
    let said = (candidate.name, candidate.speaker);
    let voice = match candidate.form.style {
        Style::Narrative if said.1.strength < Strength::Named => Voice::Reported(None),
        Style::Narrative => Voice::Reported(Some(said)),
        Style::MarkBracketed
        | Style::MarkColon
        | Style::Mark
        | Style::Bracketed
        | Style::Colon
        | Style::Alone
        | Style::Spaced => Voice::Speaker { name: said.0, speaker: said.1 },
    };
    Head {
        line: candidate.line,
        height: candidate.height,
        rule: candidate.rule,
        voice,
        label: candidate.label,
        marks: candidate.marks,
        text: candidate.text,
    }
}

fn speakers(body: &[Line], source: &str, roster: &Roster, listed: &[bool]) -> Vec<Candidate> {
    let mut all = Scanner::new(source).scan(body);
    all.retain(|candidate| is_free(candidate, body, source));
    all.retain(|candidate| !listed.get(candidate.line).copied().unwrap_or(false));
    for candidate in &mut all {
        let person = candidate.speaker.person.clone().map_or(&*candidate.name, |person| &candidate.name[person]);
        candidate.listed = candidate.speaker.strength != Strength::No && roster.knows(person);
        if candidate.speaker.strength == Strength::Possible && candidate.listed {
            candidate.speaker.strength = Strength::Named;
        }
    }
    let manners = manners(&all, body, source);
    let names = count_names(&all);
    let mut groups: BTreeMap<Form, Group> = BTreeMap::new();
    for (candidate, manner) in all.iter().zip(&manners) {
        groups.entry(candidate.form).or_default().add(candidate, *manner, names[&candidate.name], body, source);
    }
    let sure: usize = groups.values().filter(|group| group.opens_turns(0)).map(|group| group.named).sum();
    let opens: Vec<Form> = groups.iter().filter(|(_, group)| group.opens_turns(sure)).map(|(form, _)| *form).collect();
    let mut begun = false;
    let mut heads = Vec::new();
    for (candidate, manner) in all.into_iter().zip(manners) {
        let group = &groups[&candidate.form];
        let repeated = names[&candidate.name] > 1 || candidate.listed;
        if opens.contains(&candidate.form) && group.admits(&candidate, manner, repeated, begun, body, source) {
            begun = true;
            heads.push(candidate);
        }
    }
    heads
}

/// Whether a line may be a head by what it is otherwise and by what stands before it.
///
/// A field is none (`○場所　市役所`), and without a mark a line is none that goes on with a sentence.
fn is_free(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let line = &body[candidate.line];
    match candidate.form.style {
        Style::Mark | Style::MarkColon | Style::MarkBracketed | Style::Bracketed => {
            let role = candidate.speaker.strength == Strength::Role;
            role || FIELDS
                .rule(&with_plain_ideographs(line.text(source)))
                .is_none_or(|rule| rule.kind == Field::Unnamed)
        }
        Style::Colon | Style::Alone | Style::Spaced => {
            let before = candidate.line.checked_sub(1).map(|at| &body[at]);
            let open = |before: &Line| before.last(source).is_some_and(|c| !ends_sentence(c));
            !before.is_some_and(|before| line.gap == 0 && open(before) && before.width >= 50)
        }
        Style::Narrative => true,
    }
}

fn count_names(all: &[Candidate]) -> FxHashMap<String, usize> {
    let mut names = FxHashMap::default();
    for candidate in all {
        *names.entry(candidate.name.clone()).or_insert(0) += 1;
    }
    names
}

/// How the text sounds that follows each candidate, up to the next one of its form that names somebody.
fn manners(all: &[Candidate], body: &[Line], source: &str) -> Vec<Manner> {
    let mut manners = vec![Manner::default(); all.len()];
    let mut following: FxHashMap<Form, usize> = FxHashMap::default();
    // Candidates stand close together: what lies below one lies below the next.
    let mut lines: Vec<Option<Manner>> = vec![None; body.len()];
    for (at, candidate) in all.iter().enumerate().rev() {
        let next = following.get(&candidate.form).copied().unwrap_or(body.len());
        let end = next.min(candidate.line + candidate.height + REACH);
        let mut manner = Manner::default();
        for span in &candidate.text {
            manner.join(Manner::of(span.of(source)));
        }
        for below in (candidate.line + candidate.height).min(end)..end {
            if manner.spoken && manner.polite {
                break;
            }
            manner.join(*lines[below].get_or_insert_with(|| Manner::of(body[below].text(source))));
        }
        manners[at] = manner;
        if candidate.speaker.strength >= Strength::Organization {
            following.insert(candidate.form, candidate.line);
        }
    }
    manners
}

impl Manner {
    fn of(text: &str) -> Self {
        Self { spoken: text.contains(['。', '．']), polite: POLITE.is_in(text) }
    }

    fn join(&mut self, other: Self) {
        self.spoken |= other.spoken;
        self.polite |= other.polite;
    }
}

/// What is counted of one form.
#[derive(Default, Debug)]
struct Group {
    /// Lines of the form from the first one on that names somebody.
    lines: usize,
    /// Those that name somebody.
    named: usize,
    /// Those with a role, which no heading has.
    roles: usize,
    /// Those of a name or role that comes again in the document, or that the attendee list has.
    repeated: usize,
    /// Those with a person and a role.
    complete: usize,
    /// Those named ones that speech follows.
    spoken: usize,
    polite: usize,
    /// Those whose next line opens something else, as after a trailing attribution.
    followed_by_mark: usize,
    /// Names that take a line of their own.
    own_line: usize,
    organizations: usize,
    /// Those that may be names and take a line of their own, polite speech below.
    shaped: usize,
    style: Option<Style>,
}

impl Group {
    fn add(&mut self, candidate: &Candidate, manner: Manner, count: usize, body: &[Line], source: &str) {
        self.style = Some(candidate.form.style);
        let strength = candidate.speaker.strength;
        let named = strength >= Strength::Named;
        if !named && self.named == 0 && strength != Strength::Organization {
            return;
        }
        self.lines += 1;
        if strength == Strength::Organization && manner.spoken {
            self.organizations += 1;
        }
        let shaped = strength == Strength::Possible && candidate.text.is_empty() && manner.polite;
        self.shaped += usize::from(shaped);
        if !named {
            return;
        }
        self.named += 1;
        self.roles += usize::from(strength == Strength::Role);
        self.repeated += usize::from(count > 1 || candidate.listed);
        let speaker = &candidate.speaker;
        self.complete += usize::from(speaker.person.is_some() && speaker.role.is_some());
        self.spoken += usize::from(manner.spoken);
        self.polite += usize::from(manner.polite);
        self.own_line += usize::from(candidate.text.is_empty());
        let trailing = candidate.form.mark == '（' && candidate.text.is_empty();
        self.followed_by_mark += usize::from(trailing && next_is_marked(candidate, body, source));
    }

    /// Whether the form opens turns, given how many heads of other forms are sure.
    fn opens_turns(&self, sure: usize) -> bool {
        let Some(style) = self.style else { return false };
        let most = |part: usize, whole: usize| part * 5 >= whole * 3;
        if self.followed_by_mark * 2 > self.named && self.own_line > 0 {
            return false;
        }
        if self.named == 0 {
            return style == Style::Bracketed
                && self.organizations >= 2
                && sure >= 2
                && most(self.organizations, self.lines);
        }
        let speech = most(self.spoken, self.named);
        let politely = most(self.polite, self.named);
        match style {
            Style::MarkBracketed | Style::Mark | Style::MarkColon | Style::Bracketed => {
                let share = most(self.named + self.organizations + self.shaped, self.lines);
                let enough = match self.roles {
                    0 => self.named >= 2 && politely && self.own_line * 2 > self.named,
                    1 => self.named >= 2 || sure >= 2 || (politely || self.complete == 1) && self.lines == 1,
                    _ => true,
                };
                share && speech && enough
            }
            // A few lines with a colon among many heads of another form are quotations: 担当：福祉課.
            Style::Colon if sure > self.named => self.roles * 4 >= sure && self.repeated >= 2 && speech,
            Style::Colon => self.roles >= 2 && speech,
            Style::Alone => speech && (self.roles + self.repeated >= 2 || self.roles >= 1 && politely),
            Style::Spaced => self.roles >= 3 && self.repeated >= 2 && speech,
            Style::Narrative => self.roles >= 1 && speech,
        }
    }

    /// Whether this line of a form that opens turns is a head.
    fn admits(
        &self,
        candidate: &Candidate,
        manner: Manner,
        repeated: bool,
        begun: bool,
        body: &[Line],
        source: &str,
    ) -> bool {
        let trailing =
            candidate.form.mark == '（' && candidate.text.is_empty() && next_is_marked(candidate, body, source);
        if !begun && (!manner.spoken || trailing || !opens_meeting(candidate, repeated)) {
            return false;
        }
        match (candidate.speaker.strength, candidate.form.style) {
            (Strength::No, Style::Narrative) => true,
            (Strength::No, _) => false,
            (Strength::Role, Style::Alone) => repeated || manner.polite || is_plain_role(candidate),
            (Strength::Role, Style::Spaced) => repeated || manner.spoken,
            (Strength::Role, _) => true,
            (_, Style::Narrative) => true,
            (Strength::Named, Style::Alone) => repeated && manner.spoken,
            (Strength::Named, Style::Colon | Style::Spaced) => false,
            (Strength::Named, _) => manner.spoken || repeated,
            (Strength::Organization, Style::Bracketed | Style::Mark | Style::MarkBracketed | Style::MarkColon) => {
                manner.spoken
            }
            (Strength::Possible, Style::Mark | Style::Bracketed | Style::MarkBracketed) => {
                let usual = self.own_line * 2 > self.named;
                manner.spoken && (repeated || manner.polite && usual == candidate.text.is_empty())
            }
            (
                Strength::Organization | Strength::Possible,
                Style::Alone | Style::Colon | Style::Spaced | Style::MarkColon,
            ) => false,
        }
    }
}

/// Whether the first turn may be this one's: a full name on its own line or one that recurs needs no list of names.
fn opens_meeting(candidate: &Candidate, repeated: bool) -> bool {
    let full = candidate.text.is_empty() && candidate.name.contains(' ');
    match candidate.speaker.strength {
        Strength::No | Strength::Organization => false,
        Strength::Possible => repeated || full,
        Strength::Named | Strength::Role => true,
    }
}

/// A role and no more: 事務局.
fn is_plain_role(candidate: &Candidate) -> bool {
    candidate.speaker.person.is_none()
}

/// Whether the line below opens something else.
fn next_is_marked(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let next = body.get(candidate.line + candidate.height).and_then(|line| line.first(source));
    next.is_none_or(|c| is_bullet(c) || is_digit(c) || "（(【〔［[〈①②③".contains(c))
}
