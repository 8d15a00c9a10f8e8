//! A numbered line, and what the text that it begins tells of it: where it ends, who is named there.

use std::cell::OnceCell;

use super::topics::{Topic, topic};
use crate::leading::{self, Sign};
use crate::line::Line;
use crate::link::judge::{Position, Verdict, judge};
use crate::rules::summary::RULES;
use crate::rules::{is_bullet, is_circled};
use crate::span::Span;
use crate::survey::Habits;
use crate::text::Text;
use crate::trailing::{Trailing, is_close};

/// A line that a style sets off, and what is found out about the text that it begins.
pub(super) struct Numbered {
    pub at: usize,
    pub topic: Topic,
    end: OnceCell<usize>,
    attributed: OnceCell<bool>,
}

impl Numbered {
    pub fn new(at: usize, topic: Topic) -> Self {
        Self { at, topic, end: OnceCell::new(), attributed: OnceCell::new() }
    }
}

/// What the lines are read in.
pub(super) struct Lines<'b> {
    pub body: &'b [Line],
    pub source: &'b str,
    pub habits: &'b Habits,
}

impl Lines<'_> {
    /// Whether a line is as short as a heading and stands above what a heading stands above.
    pub fn heads(&self, numbered: &Numbered) -> bool {
        let line = &self.body[numbered.at];
        let text = &line.text(self.source)[numbered.topic.text.clone()];
        let short = !text.contains('。') && !text.ends_with('、') && text.chars().nth(60).is_none();
        let unmarked = || self.habits.closes_unmarked && !self.habits.is_nearly_full(line);
        short && (opens_below(self.body, numbered.at, self.source) || unmarked()) && !self.is_attributed(numbered)
    }

    /// Whether the text that begins here says something and names who says it: `③夜も受けてほしい（厚木市）`, no
    /// `③計画について（厚木市）`.
    pub fn is_attributed(&self, line: &Numbered) -> bool {
        *line.attributed.get_or_init(|| {
            // What stands below a line that no width has ended is another text.
            let wrapped = |line: &Line| self.habits.is_full(line) || self.habits.is_nearly_full(line);
            let end = self.end(line);
            let ending = || self.ending(line.at, end);
            let ends = || ending().is_some_and(|ending| tells(ending.before()) && is_speaker(&ending));
            self.body[line.at..end - 1].iter().all(wrapped)
                && (self.begins_with(line, leading::is_name_among_others) || ends())
        })
    }

    /// `①厚木市：窓口を一つにしてほしい`.
    pub fn begins_with(&self, line: &Numbered, is_name: fn(&str) -> bool) -> bool {
        let text = &self.body[line.at].text(self.source)[line.topic.text.clone()];
        let lead = leading::lead(text, false).filter(|lead| match lead.sign {
            Sign::Bracket(_) | Sign::Colon | Sign::Dots | Sign::Slash => true,
            Sign::Gap | Sign::Line => false,
        });
        lead.is_some_and(|lead| leading::is_told(&text[lead.end..]) && is_name(&text[lead.name]))
    }

    /// Whether these lines end with a name, whatever it is.
    pub fn is_named(&self, at: usize, end: usize) -> bool {
        self.ending(at, end).is_some_and(|ending| is_speaker(&ending))
    }

    /// The bracket at the end of these lines.
    fn ending(&self, at: usize, end: usize) -> Option<Trailing> {
        let lines = &self.body[end.saturating_sub(2).max(at)..end];
        let last = lines.last()?.text(self.source).trim_end_matches(['。', '．', '.', ' ']);
        if !last.ends_with(is_close) {
            return None;
        }
        let pieces: Vec<Span> = lines.iter().map(|line| line.span).collect();
        Trailing::of(&[], Text::of(self.source, &pieces))
    }

    /// The line behind the last one of the text that begins here.
    pub fn end(&self, line: &Numbered) -> usize {
        let below = || self.body[line.at + 1..].iter().take(40).take_while(|below| !self.opens(below)).count();
        *line.end.get_or_init(|| line.at + 1 + below())
    }

    /// Whether a line begins with what opens a text of its own.
    pub fn opens(&self, line: &Line) -> bool {
        line.first(self.source).is_some_and(|c| is_bullet(c) || is_circled(c) || "【〔［[＜<№".contains(c))
            || topic(line.text(self.source)).is_some()
            || RULES.rule(line.text(self.source)).is_some()
    }
}

fn is_speaker(ending: &Trailing) -> bool {
    let position = Position { before: ending.before(), last_in_paragraph: true, elsewhere: 0, habit: 20, known: false };
    judge(ending.content(), &position).verdict == Verdict::Speaker
}

/// Whether words state something as no heading does: `夜も受けてほしい`, `窓口の一本化が必要`; not `計画について`.
fn tells(text: &str) -> bool {
    let text = text.trim_end();
    stops(text) || text.contains(['が', 'は']) && !text.ends_with("について")
}

/// Whether words end as a sentence does: `夜も受けてほしい`, `難しいのではないか`.
pub(super) fn stops(text: &str) -> bool {
    text.ends_with(['。', 'い', 'る', 'た', 'う', 'く', 'す', 'つ', 'む', 'か', 'よ', 'ね', 'だ', '？', '?', '」'])
}

/// Whether a bullet or an item stands below the line, or below the one line with which it goes on.
fn opens_below(body: &[Line], at: usize, source: &str) -> bool {
    let opens = |line: &Line| line.first(source).is_some_and(|c| is_bullet(c) || "【〔［[＜<〈№①".contains(c));
    let below = body[at + 1..].iter().take(2).collect::<Vec<_>>();
    below.iter().any(|line| opens(line))
        && below.first().is_some_and(|next| opens(next) || topic(next.text(source)).is_none())
}
