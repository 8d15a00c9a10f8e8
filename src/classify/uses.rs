//! What numbered lines are in this document: headings with something below, or opinions one after the other.
//!
//! ```text
//! ①研修の実施                     a theme
//! ・年に一度では足りない（厚木市）
//!
//! ①年に一度では足りない（厚木市）   opinions
//! ②時間帯を選べるとよい（愛川町）
//! ```
//!
//! What a line is shows in how its like end and in what stands below them, so that is counted before any line is judged.

use super::topics::{Style, Topic, topic};
use crate::leading::{self, Sign};
use crate::line::Line;
use crate::link::judge::{Position, Verdict, judge};
use crate::rules::summary::RULES;
use crate::rules::{is_bullet, is_circled};
use crate::span::Span;
use crate::survey::Habits;
use crate::text::Text;
use crate::trailing::{Trailing, is_close};

/// What numbered or set-off lines are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Use {
    /// Headings with opinions or items below.
    Theme,
    /// Opinions, one after the other.
    List,
}

/// What this document uses its styles for.
#[derive(Default)]
pub(super) struct Uses {
    /// Styles with one use throughout.
    styles: Vec<(Style, Use)>,
    /// The lines of lists whose style has other uses too, in order.
    listed: Vec<usize>,
    /// The lines of points that belong to one opinion, in order.
    points: Vec<usize>,
}

impl Uses {
    /// What a line of this style is for; `None` where nothing tells, or where the style is a rule's.
    pub fn of(&self, style: Style, at: usize) -> Option<Use> {
        let known = self.styles.iter().find(|(known, _)| *known == style).map(|(_, used)| *used);
        known.or_else(|| self.listed.binary_search(&at).is_ok().then_some(Use::List))
    }

    /// Whether the line is a point of the opinion above it: `①窓口を一つにする` below `・次の点をお願いしたい`.
    pub fn is_point(&self, at: usize) -> bool {
        self.points.binary_search(&at).is_ok()
    }

    /// Whether a style that the rules of the summary know as well has a use here.
    pub fn precede_rules(&self) -> bool {
        !self.listed.is_empty()
            || self.styles.iter().any(|(style, _)| style.is_of_rules() || *style == Style::Ideograph)
    }
}

/// The uses of the styles in this document.
pub(super) fn uses(body: &[Line], source: &str, habits: &Habits) -> Uses {
    let found = body.iter().enumerate().filter_map(|(at, line)| Some((at, topic(line.text(source))?)));
    let mut lines = Lines { found: found.collect(), body, source, habits };
    let mut uses = Uses { points: lines.points(), ..Uses::default() };
    lines.found.retain(|(at, _)| !uses.is_point(*at));
    let mut judged: Vec<Style> = Vec::new();
    for (_, Topic { style, number, .. }) in &lines.found {
        // A list in which this style is used begins at its beginning.
        if *number > 1 || judged.contains(style) {
            continue;
        }
        judged.push(*style);
        let like: Vec<&(usize, Topic)> = lines.found.iter().filter(|(_, topic)| topic.style == *style).collect();
        let used = lines.used(*style, &like);
        uses.styles.extend(used.map(|used| (*style, used)));
        if used.is_none() && style.may_list() {
            let runs = like.chunk_by(|(_, one), (_, next)| next.number == one.number + 1);
            let lists = runs.filter(|run| lines.attributed(run) == run.len() && lines.are_list(run));
            uses.listed.extend(lists.flatten().map(|(at, _)| *at));
        }
    }
    uses.listed.sort_unstable();
    uses
}

/// The lines that a style sets off, in order, and where they stand.
struct Lines<'b> {
    found: Vec<(usize, Topic)>,
    body: &'b [Line],
    source: &'b str,
    habits: &'b Habits,
}

impl Lines<'_> {
    /// The lines of runs `①…②…③…（厚木市）` below a bullet, of which only the last says who voiced them all.
    fn points(&self) -> Vec<usize> {
        let goes_on = |(at, one): &(usize, Topic), (next, other): &(usize, Topic)| {
            other.style == one.style && other.number == one.number + 1 && self.end(*at) == *next
        };
        let runs = self.found.chunk_by(goes_on).filter(|run| run.len() >= 2 && run[0].1.number == 1);
        let belongs = |run: &&[(usize, Topic)]| {
            let (Some((first, _)), Some(((last, _), others))) = (run.first(), run.split_last()) else { return false };
            run[0].1.style.may_list()
                && self.is_named(*last)
                && !others.iter().any(|(at, _)| self.is_named(*at))
                && self.bullet_above(*first).is_some_and(|bullet| !self.is_named(bullet))
        };
        runs.filter(belongs).flatten().map(|(at, _)| *at).collect()
    }

    /// The bullet whose text ends right above the line.
    fn bullet_above(&self, at: usize) -> Option<usize> {
        let above = (at.saturating_sub(8)..at).rev();
        let bullet = above.into_iter().find(|above| self.body[*above].first(self.source).is_some_and(is_bullet))?;
        (self.end(bullet) == at).then_some(bullet)
    }

    fn used(&self, style: Style, like: &[&(usize, Topic)]) -> Option<Use> {
        let heads = like.iter().filter(|line| self.heads(line)).count();
        if !style.is_of_rules() && heads * 3 >= like.len() * 2 {
            return Some(Use::Theme);
        }
        (style.may_list() && self.are_list(like)).then_some(Use::List)
    }

    /// Whether a line is as short as a heading and stands above what a heading stands above.
    fn heads(&self, (at, topic): &(usize, Topic)) -> bool {
        let line = &self.body[*at];
        let text = &line.text(self.source)[topic.text.clone()];
        let short = !text.contains('。') && !text.ends_with('、') && text.chars().nth(60).is_none();
        let unmarked = || self.habits.closes_unmarked && !self.habits.is_nearly_full(line);
        short && (opens_below(self.body, *at, self.source) || unmarked() && !self.is_attributed(*at))
    }

    /// Whether nearly all of the lines begin a text that ends as texts do, with a full stop or a bracket, and half of them
    /// are long or say who says so.
    fn are_list(&self, like: &[&(usize, Topic)]) -> bool {
        let (mut said, mut long) = (0, 0);
        let heads = like.iter().filter(|line| self.heads(line)).count();
        for (at, topic) in like {
            let text = &self.body[*at..self.end(*at)];
            let stops = text.last().is_some_and(|last| last.text(self.source).ends_with('。'));
            // ①研修について（資料１） is a heading with a bracket; (1)… has long been told apart by its length.
            let bracket = || text.last().and_then(|last| last.last(self.source)).is_some_and(is_close);
            let ends = || !topic.style.is_strict() && bracket() || self.is_attributed(*at);
            said += usize::from(stops || ends());
            let sentence = || text.iter().any(|line| line.text(self.source).contains('。'));
            long += usize::from(text.len() > 1 || sentence() || self.is_attributed(*at));
        }
        // ①現状：…②課題：…: what may be a name among names is one only there.
        let may_be = like.iter().filter(|(at, _)| self.begins_with(*at, leading::is_name_among_others)).count();
        let sure = like.iter().filter(|(at, _)| self.begins_with(*at, leading::is_name)).count();
        let enough = like.len() >= 3 || like.len() == 2 && self.attributed(like) == 2;
        enough && sure * 2 >= may_be && heads * 3 <= like.len() && said * 5 >= like.len() * 4 && long * 2 >= like.len()
    }

    fn attributed(&self, like: &[&(usize, Topic)]) -> usize {
        like.iter().filter(|(at, _)| self.is_attributed(*at)).count()
    }

    /// Whether the text that begins here says something and names who says it: `③夜も受けてほしい（厚木市）`, no
    /// `③計画について（厚木市）`.
    fn is_attributed(&self, at: usize) -> bool {
        // What stands below a line that no width has ended is another text.
        let wrapped = |line: &&Line| self.habits.is_full(line) || self.habits.is_nearly_full(line);
        let lines = &self.body[at..self.end(at)];
        let whole = || lines[..lines.len() - 1].iter().all(|line| wrapped(&line));
        let ends = || self.ending(at).is_some_and(|ending| tells(ending.before()) && is_speaker(&ending));
        whole() && (self.begins_with(at, leading::is_name_among_others) || ends())
    }

    /// `①厚木市：窓口を一つにしてほしい`.
    fn begins_with(&self, at: usize, is_name: fn(&str) -> bool) -> bool {
        let line = self.body[at].text(self.source);
        let Some(text) = topic(line).map(|topic| &line[topic.text]) else { return false };
        let lead = leading::lead(text, false).filter(|lead| match lead.sign {
            Sign::Bracket(_) | Sign::Colon | Sign::Dots | Sign::Slash => true,
            Sign::Gap | Sign::Line => false,
        });
        lead.is_some_and(|lead| leading::is_told(&text[lead.end..]) && is_name(&text[lead.name]))
    }

    /// Whether it ends with a name, whatever it is.
    fn is_named(&self, at: usize) -> bool {
        self.ending(at).is_some_and(|ending| is_speaker(&ending))
    }

    /// The bracket at the end of the text that begins here.
    fn ending(&self, at: usize) -> Option<Trailing> {
        let end = self.end(at);
        let pieces: Vec<Span> = self.body[end.saturating_sub(2).max(at)..end].iter().map(|line| line.span).collect();
        Trailing::of(&[], Text::of(self.source, &pieces)).filter(|ending| ending.is_closed)
    }

    /// The line behind the last one of the text that begins here.
    fn end(&self, at: usize) -> usize {
        let opens = |line: &&Line| {
            line.first(self.source).is_some_and(|c| is_bullet(c) || is_circled(c) || "【〔［[＜<№".contains(c))
                || topic(line.text(self.source)).is_some()
                || RULES.rule(line.text(self.source)).is_some()
        };
        at + 1 + self.body[at + 1..].iter().take(40).take_while(|line| !opens(line)).count()
    }
}

fn is_speaker(ending: &Trailing) -> bool {
    let position = Position { before: ending.before(), last_in_paragraph: true, elsewhere: 0, habit: 20, known: false };
    judge(ending.content(), &position).verdict == Verdict::Speaker
}

/// Whether words state something as no heading does: `夜も受けてほしい`, `窓口の一本化が必要`; not `計画について`.
fn tells(text: &str) -> bool {
    const ENDS: [char; 16] =
        ['。', 'い', 'る', 'た', 'う', 'く', 'す', 'つ', 'む', 'か', 'よ', 'ね', 'だ', '？', '?', '」'];
    let text = text.trim_end();
    text.ends_with(ENDS) || text.contains(['が', 'は']) && !text.ends_with("について")
}

/// Whether a bullet or an item stands below the line, or below the one line with which it goes on.
fn opens_below(body: &[Line], at: usize, source: &str) -> bool {
    let opens = |line: &Line| line.first(source).is_some_and(|c| is_bullet(c) || "【〔［[＜<〈№①".contains(c));
    let below = body[at + 1..].iter().take(2).collect::<Vec<_>>();
    below.iter().any(|line| opens(line))
        && below.first().is_some_and(|next| opens(next) || topic(next.text(source)).is_none())
}
