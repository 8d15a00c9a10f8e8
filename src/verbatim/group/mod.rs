//! What is counted of one form of head, and what follows from it: whether `○…` opens turns in this document, and which
//! of its lines do.

mod admits;
mod summed;

use crate::leading::is_name;
use crate::lexicon::roles::{self, Role};
use crate::line::Line;
use crate::name_lines::Stand;
use crate::rules::bulleted::BULLET;
use crate::rules::is_bullet;
use crate::rules::verbatim::Style;
use crate::verbatim::around::{next_is_marked, says_itself};
use crate::verbatim::candidate::Candidate;
use crate::verbatim::listed::LISTED;
use crate::verbatim::manner::Manner;
use crate::verbatim::speaker::Strength;
use summed::stands_below_point;

/// What is counted of one form.
#[derive(Default, Debug)]
pub(super) struct Group {
    /// Lines of the form from the first one on that names somebody.
    lines: usize,
    /// Those that name somebody.
    pub named: usize,
    /// Those with a role, which no heading has.
    roles: usize,
    /// Those of a name or role that comes again in the document, or that the attendee list has.
    repeated: usize,
    /// Names without a role that the attendee list has, before a colon: `菊地：`.
    listed: usize,
    /// Named ones that the attendee list has, whatever sets them off: `○今井　予算は`.
    known: usize,
    /// Such names that only white space closes: `今井　予算は。`
    bare: usize,
    /// Known family names before a colon that no list has: `松尾：`.
    surnames: usize,
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
    /// Those that are plainly bodies, be they offices or towns.
    bodies: usize,
    /// Those of the desk: `事務局`.
    desks: usize,
    /// Bodies and desks below which somebody says です or ます.
    courteous: usize,
    /// Bodies with a line of their own above a sentence that no bullet opens.
    above_prose: usize,
    /// Bodies and desks with a line of their own above bullets.
    above_points: usize,
    /// Desks below bulleted text: `（事務局）調べる。` below `・人が足りない。（厚木市）`.
    below_points: usize,
    /// Those that may be names and take a line of their own, polite speech below.
    shaped: usize,
    style: Option<Style>,
    /// Where names in brackets stand in this document.
    pub stand: Stand,
    /// Whether the brackets are round, as those behind a text mostly are.
    round: bool,
    /// Whether the document says when or where somebody met.
    pub meets: bool,
    /// Whether the document calls what it tells the main opinions: `（主な意見）`.
    pub tells_opinions: bool,
    /// Whether an arrow stands before them: `→事務局：`.
    arrow: bool,
    /// Whether a bullet stands before them, and how many lines it opens: `- 事務局：`.
    bullet: bool,
    pub bulleted: usize,
}

impl Group {
    pub fn add(&mut self, candidate: &Candidate, manner: Manner, count: usize, body: &[Line], source: &str) {
        self.style = Some(candidate.form.style);
        self.round = candidate.form.mark == '（';
        self.bullet = candidate.rule.starts_with(BULLET);
        self.arrow = matches!(candidate.form.mark, '→' | '⇒');
        let strength = candidate.speaker.strength;
        self.count_bodies(candidate, manner, body, source);
        // 担当：…: before a colon a name is one only where the attendee list has it.
        let plain = candidate.form.style == Style::Colon && strength < Strength::Role;
        if plain && !candidate.listed {
            self.organizations +=
                usize::from(strength == Strength::Organization && says_itself(candidate, body, source));
            self.surnames += usize::from(roles::is_surname(&candidate.name));
            return;
        }
        self.listed += usize::from(plain);
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
        self.known += usize::from(candidate.listed);
        self.roles += usize::from(strength == Strength::Role);
        self.bare += usize::from(candidate.rule == LISTED && strength != Strength::Role);
        self.repeated += usize::from(count > 1 || candidate.listed);
        let speaker = &candidate.speaker;
        self.complete += usize::from(speaker.person.is_some() && speaker.role.is_some());
        self.spoken += usize::from(manner.spoken);
        self.polite += usize::from(manner.polite);
        self.own_line += usize::from(candidate.text.is_empty());
        let trailing = candidate.form.mark == '（' && candidate.text.is_empty();
        self.followed_by_mark += usize::from(trailing && next_is_marked(candidate, body, source));
    }

    /// Whether a bullet stands before the heads, so that other lines with it count.
    pub fn has_bullets(&self) -> bool {
        self.bullet
    }

    /// Counts the names of bodies and of the desk, each once for every line.
    fn count_bodies(&mut self, candidate: &Candidate, manner: Manner, lines: &[Line], source: &str) {
        let desk = candidate.speaker.person.is_none()
            && roles::at_end(&candidate.name).is_some_and(|(at, role)| at == 0 && role == Role::Desk);
        let body = || candidate.speaker.strength <= Strength::Organization && is_name(&candidate.name);
        let own_line = candidate.text.is_empty();
        let next = lines.get(candidate.line + candidate.height).and_then(|line| line.first(source));
        let points = own_line && next.is_some_and(is_bullet);
        if desk {
            self.desks += 1;
            self.below_points += usize::from(stands_below_point(candidate, lines, source));
        } else if manner.spoken && body() {
            self.bodies += 1;
            self.above_prose += usize::from(own_line && !points);
        } else {
            return;
        }
        self.above_points += usize::from(points);
        self.courteous += usize::from(manner.polite);
    }

    /// Whether bodies say in whole sentences what each has to report: `【医師会】⏎在宅医の名簿を作った。⏎【薬剤師会】⏎…`
    fn reports(&self) -> bool {
        let bracketed = self.style == Some(Style::Bracketed);
        let all = self.bodies + self.desks;
        let above = match self.stand {
            Stand::Above => true,
            Stand::Open => !self.round,
            Stand::Below => false,
        };
        bracketed
            && above
            && self.meets
            && self.above_prose >= 2
            && self.above_prose * 2 > self.bodies
            && self.above_points * 2 < all
    }

    /// Whether the names in brackets stand below what was said: as the document tells or, where it does not, above other marks.
    fn ends_texts(&self) -> bool {
        let bracketed = self.style == Some(Style::Bracketed) && self.own_line * 2 > self.named;
        match self.stand {
            Stand::Above if bracketed => return false,
            Stand::Below if bracketed => return true,
            Stand::Above | Stand::Below | Stand::Open => {}
        }
        self.own_line > 0 && self.followed_by_mark * 2 > self.named
    }

    /// Whether the form opens turns, given how many heads of other forms are sure.
    pub fn opens_turns(&self, sure: usize) -> bool {
        let Some(style) = self.style else { return false };
        let most = |part: usize, whole: usize| part * 5 >= whole * 3;
        if self.ends_texts() || self.summarises() {
            return false;
        }
        if self.named == 0 {
            return style == Style::Bracketed
                && self.organizations >= 2
                && (sure >= 2 || self.reports())
                && most(self.organizations, self.lines);
        }
        if sure == 0 && self.answers_points() || self.lists_opinions() {
            return false;
        }
        // → 事務局：来年度…, →（事務局）来年度… answer what somebody else has said; below a bullet they are for the summary to read.
        if self.arrow && sure < 2 {
            return false;
        }
        let speech = most(self.spoken, self.named);
        let politely = most(self.polite, self.named);
        // ・（久我委員）費用が重い。 among bullets that name nobody is a point of a summary.
        if self.bullet && (!politely || self.named < 3 || self.named * 5 < self.bulleted * 4) {
            return false;
        }
        match style {
            Style::MarkBracketed | Style::Mark | Style::MarkColon | Style::Bracketed => {
                // ◎会長 opens turns and so does ○久保委員, though ○ stands before points as well.
                let titled = sure >= 2 && self.complete >= 2 && self.complete == self.named;
                let share = titled || most(self.named + self.organizations + self.shaped, self.lines);
                let enough = match self.roles {
                    // ○今井　予算は。: a name before white space is one where the list has it, as it has nearly all of them.
                    0 if self.known >= 3 && self.known * 5 >= self.lines * 4 => politely,
                    0 => self.named >= 2 && politely && self.own_line * 2 > self.named,
                    1 if self.reports() => true,
                    1 => self.named >= 2 || sure >= 2 || (politely || self.complete == 1) && self.lines == 1,
                    _ => true,
                };
                share && speech && enough
            }
            // A few lines with a colon among many heads of another form are quotations: 担当：福祉課.
            Style::Colon if sure > self.named => (self.roles + self.listed) * 4 >= sure && self.repeated >= 2 && speech,
            Style::Colon => self.roles + self.listed >= 2 && speech,
            // 白鷺市長　矢代正 once among many heads of another form signs what is read out.
            Style::Alone if sure > self.named * 8 && self.roles < 3 => false,
            Style::Alone => speech && (self.roles + self.repeated >= 2 || self.roles >= 1 && politely),
            Style::Spaced => self.roles + self.bare >= 3 && speech && (self.repeated >= 2 || politely),
            // 会長「次に進みます」: the quotation says that this was said.
            Style::Quoted => self.roles + self.listed >= 3 && most(self.roles + self.listed, self.lines),
            Style::Narrative | Style::Announced => self.roles >= 1 && speech,
        }
    }
}

/// Whether a word says what kind of people or body somebody is: `バス会社`, `学識者`; not what happens: `資料説明`.
pub(super) fn is_kind(name: &str) -> bool {
    const ENDS: [&str; 16] = [
        "会社", "者", "代表", "組合", "団体", "機関", "住民", "家族", "市民", "町民", "区民", "病院", "学校", "大学",
        "法人", "警察",
    ];
    let short = (2..=12).contains(&name.chars().count());
    short && !roles::is_heading(name) && ENDS.iter().any(|end| name.ends_with(end)) && !name.ends_with("出席者")
}
