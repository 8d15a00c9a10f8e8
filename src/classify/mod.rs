//! Stage: body lines → elements; the first rule that matches decides, and wrapped lines are joined.
//!
//! Whether a line opens something and whether it goes on with what is open are two questions. The second one matters
//! where a wrap puts a mark at the beginning of a line by chance (`…保健⏎・福祉…`) or where a bracket is torn.
//!
//! | file | tells |
//! |---|---|
//! | `opening` | what a line would open if it stood alone |
//! | `unruled` | what no rule knows: headings by the document's own habits, answers by name |
//! | `by_chance` | whether its mark stands there only because the line before was full |
//! | `goes_on` | whether an unmarked line goes on with what is open |
//! | `voiced` | whether a text, or a line, names its speaker |
//! | `style`, `topics`, `numbered`, `uses`, `listed` | how a line is numbered, what its text tells, what such lines are for here |
//! | `own_label` | labels that only this document has: `意見１：…` |
//! | `bracketed` | whether a bracket alone on its line is a name, a label or a heading |
//! | `marked`, `bullet` | which marks head something, and which are bullets |
//! | `answer` | words that announce an answer: `（回答）…` |
//! | `handout`, `statement` | lines that stand among the fields of a head |
//! | `told` | a heading with a sentence on its line |
//! | `agenda` | what stands numbered right below 議題 |
//! | `speakers` | names that stand alone above what their bearers said |

mod agenda;
pub(crate) mod answer;
mod bracketed;
mod bullet;
mod by_chance;
mod goes_on;
pub(crate) mod handout;
mod listed;
mod marked;
mod numbered;
mod opening;
mod own_label;
pub(crate) mod speakers;
mod statement;
mod style;
mod told;
pub(crate) mod topics;
mod unruled;
mod uses;
mod voiced;

use crate::element::{Element, Kind};
use crate::leading::{self, Sign};
use crate::line::Line;
use crate::name_lines::Stand;
use crate::non_letters::non_letters;
use crate::rules::head::Field;
use crate::rules::is_digit;
use crate::rules::summary::Kind as Part;
use crate::span::Span;
use crate::survey::Habits;
use crate::title;
use crate::trailing::{is_close, is_open};
use crate::values::number::{letter, numbers, place_in_series};
use bullet::BulletShape;
use marked::{HeadingMark, heading_marks, sets_headings_apart};
use opening::{Opening, paragraph};
use uses::{Uses, uses};

/// Turns the body of minutes into elements, in order; every line lies in exactly one.
pub(crate) fn classify(body: &[Line], source: &str, habits: &Habits) -> Vec<Element> {
    let mut classifier = Classifier::new(body, source, habits);
    let title = title::lines(body, source);
    for at in 0..body.len() {
        if title.contains(&at) {
            classifier.title(at);
        } else {
            classifier.line(at);
        }
    }
    classifier.finish()
}

/// Turns lines of a part that has no head of its own into elements.
pub(crate) fn classify_part(body: &[Line], source: &str, habits: &Habits) -> Vec<Element> {
    let mut classifier = Classifier::new(body, source, habits);
    (classifier.in_body, classifier.told) = (true, true);
    (0..body.len()).for_each(|at| classifier.line(at));
    classifier.finish()
}

/// Whether a line tells something: a sentence ends with it, or a bracket behind one.
fn is_told(text: &str) -> bool {
    text.ends_with(['。', '．', '？', '?', '」'])
}

struct Classifier<'b> {
    body: &'b [Line],
    source: &'b str,
    habits: &'b Habits,
    elements: Vec<Element>,
    /// Whether the list of topics has begun, with which the head is mostly over.
    in_body: bool,
    /// Whether anything has been told since: a sentence, an opinion.
    told: bool,
    /// Brackets that the open element has opened and not closed.
    depth: usize,
    /// The last number of each labelled kind, for `by_chance`.
    counters: Vec<(Part, u32)>,
    /// The bullets seen.
    bullets: Vec<BulletShape>,
    /// The marks that this document puts before headings: `〇審議結果`.
    heading_marks: Vec<HeadingMark>,
    /// Whether short lines below blank ones are headings here: `問い合わせ先`.
    sets_headings_apart: bool,
    /// How texts without a bullet begin with the name of who says them: `【厚木市】…`.
    led: Option<Sign>,
    /// Whether a name alone stood above a bullet, right below a heading.
    has_name_above: bool,
    /// The ways in which this document sets off its themes and lists: `Ⅰ 連携`, `１）…`.
    uses: Uses,
}

impl<'b> Classifier<'b> {
    fn new(body: &'b [Line], source: &'b str, habits: &'b Habits) -> Self {
        Self {
            body,
            source,
            habits,
            elements: Vec::new(),
            has_name_above: false,
            in_body: false,
            told: false,
            depth: 0,
            counters: Vec::new(),
            bullets: Vec::new(),
            heading_marks: heading_marks(body, source),
            sets_headings_apart: sets_headings_apart(body, source, habits.gap),
            led: leading::habit_of_lines(body, source),
            uses: uses(body, source, habits),
        }
    }

    fn finish(mut self) -> Vec<Element> {
        for element in &mut self.elements {
            element.drop_void(self.source);
        }
        let mut elements = told::divide(self.elements, self.source);
        if self.habits.names != Stand::Below {
            speakers::mark(&mut elements, self.source);
        }
        agenda::mark(&mut elements, self.source);
        handout::mark(&mut elements, self.source);
        elements
    }

    fn title(&mut self, at: usize) {
        match self.elements.last_mut() {
            Some(open) if open.kind == Kind::Title => {
                open.text.push(self.body[at].span);
                open.lines.end = at + 1;
            }
            _ => {
                let mut opening = paragraph(&self.body[at], Kind::Title, "head.title");
                opening.text = title::without_mark(opening.text, self.source);
                let mark = Span::new(self.body[at].span.start, opening.text.start).trim(self.source);
                opening.marks.extend((!mark.is_empty()).then_some(mark));
                self.open(at, opening);
            }
        }
    }

    fn line(&mut self, at: usize) {
        let in_opinion = || self.elements.last().is_some_and(|open| open.kind == Kind::Part(Part::Bullet));
        if self.completes_date(at) || self.uses.is_point(at) && in_opinion() || self.names_who_said_it(at) {
            return self.join(at);
        }
        let opening = self.opening(at);
        match opening {
            Some(opening) if !self.by_chance(&opening, at) => self.open(at, opening),
            Some(_) => self.join(at),
            None if self.goes_on(at) => self.join(at),
            None => self.open(at, paragraph(&self.body[at], Kind::Paragraph, "text.paragraph")),
        }
    }

    fn join(&mut self, at: usize) {
        let span = self.body[at].span;
        self.count_brackets(span);
        self.told |= self.in_body && is_told(span.of(self.source));
        if let Some(open) = self.elements.last_mut() {
            open.text.push(span);
            open.lines.end = at + 1;
        }
    }

    fn open(&mut self, at: usize, opening: Opening) {
        let line = &self.body[at];
        self.depth = 0;
        let text = opening.text.trim(self.source);
        self.count_brackets(text);
        match opening.kind {
            Kind::Part(part) => {
                let bullet_in_head = text.is_empty() && part == Part::Agenda
                    || part == Part::Bullet
                    || part == Part::Note
                    || part == Part::Heading;
                self.in_body |= !bullet_in_head;
                let opinions = matches!(part, Part::Item | Part::Other | Part::Summary | Part::Opinions | Part::End);
                self.told |= self.in_body && (opinions || is_told(text.of(self.source)));
                self.remember(part, opening.label, line);
            }
            Kind::Field(field) => {
                // ４　議事 is followed by ５.
                let number = opening.marks.first().filter(|mark| mark.of(self.source).starts_with(is_digit));
                self.remember(Part::Heading, number.copied(), line);
                self.in_body |= field == Field::Agenda && !self.goes_with_title(&opening);
            }
            Kind::Paragraph if is_told(text.of(self.source)) => self.told |= self.in_body,
            Kind::Title | Kind::Paragraph => {}
        }
        self.has_name_above |= self.ends_with_name_above();
        self.elements.push(Element {
            kind: opening.kind,
            rule: opening.rule,
            label: opening.label,
            marks: opening.marks,
            text: if text.is_empty() { Vec::new() } else { vec![text] },
            lines: at..at + 1,
            indent: line.indent,
        });
    }

    /// `議事要旨` below the title, before the first field: it says what the document is and ends no head.
    fn goes_with_title(&self, opening: &Opening) -> bool {
        let names = opening.marks.iter().any(|mark| title::names_document(mark.of(self.source)));
        names && self.elements.iter().all(|element| matches!(element.kind, Kind::Title | Kind::Paragraph))
    }

    fn remember(&mut self, part: Part, label: Option<Span>, line: &Line) {
        if part == Part::Bullet
            && let Some(shape) = BulletShape::of(line, self.source).filter(|shape| !self.bullets.contains(shape))
        {
            self.bullets.push(shape);
        }
        let labelled =
            || label.and_then(|label| place_in_series(label.of(self.source)).or_else(|| letter(label.of(self.source))));
        let value = match part {
            Part::Bullet => topics::topic(line.text(self.source)).map(|topic| topic.number),
            Part::Item => label.and_then(|label| numbers(label.of(self.source)).last().copied()),
            Part::Agenda | Part::Theme | Part::Other | Part::Summary | Part::Opinions | Part::End => labelled(),
            Part::Note | Part::Heading => labelled(),
        };
        let Some(value) = value else { return };
        match self.counters.iter_mut().find(|(kind, _)| *kind == part) {
            Some((_, last)) => *last = value,
            None => self.counters.push((part, value)),
        }
    }

    fn count_brackets(&mut self, span: Span) {
        for c in non_letters(span.of(self.source)) {
            if is_open(c) {
                self.depth += 1;
            } else if is_close(c) {
                self.depth = self.depth.saturating_sub(1);
            }
        }
    }
}
