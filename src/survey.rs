//! Stage: body → the document's own habits.
//!
//! A dump's author (or the extractor) breaks lines at a width, leaves blank lines, chooses bullets. What is a habit
//! shows by repetition, so it is counted before any line is judged.

use crate::lexicon::one_of::OneOf;
use crate::line::Line;
use crate::name_lines::{self, Stand};
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::trailing::is_close;

/// How far a wrapped line may fall short of the width: kinsoku moves up to two characters to the next line.
const SLACK: usize = 4;

/// Hardly anyone wraps text at fewer columns.
pub(crate) const NARROW: usize = 40;

/// The document's conventions.
#[derive(Debug)]
pub(crate) struct Habits {
    /// Blank lines that stand between lines of one paragraph: 1 where the dump puts one after every line.
    pub gap: usize,
    /// Whether no line begins with 、 or 。: the author's program keeps them, and the middle dot, off line beginnings.
    pub kinsoku: bool,
    /// Whether most bulleted texts end with a bracket: then one that does not has not ended yet.
    pub closes_with_bracket: bool,
    /// Whether no text carries a bullet and several end with a bracket: then the bracket tells where one ends.
    pub closes_unmarked: bool,
    /// Whether texts end with brackets that head something elsewhere: `…難しい。＜厚木市＞`.
    pub closes_with_angles: bool,
    /// Where names in brackets stand that have lines of their own.
    pub names: Stand,
    /// Whether names stand at the right margin below what was said.
    pub names_at_right: bool,
    /// The width of the longest line.
    widest: usize,
    /// How many lines of each width go on in the next line.
    wraps: Vec<usize>,
    /// How many such lines there are.
    wrapped: usize,
    /// The width that a fifth of all lines pass.
    passed: usize,
}

/// Counts how lines break and what stands between them.
pub(crate) fn survey(body: &[Line], source: &str) -> Habits {
    let pairs = || body.windows(2).map(|pair| (&pair[0], &pair[1]));
    let gap = usual_gap(body);
    let ends = Ends::count(body, source);
    let mut habits = Habits {
        gap,
        kinsoku: !body.iter().any(|line| line.first(source).is_some_and(|c| matches!(c, '、' | '。' | '，' | '．'))),
        closes_with_bracket: ends.match_bullets(),
        closes_unmarked: ends.replace_bullets(),
        closes_with_angles: ends.angled >= 2,
        names: name_lines::stand(body, source),
        names_at_right: pairs().filter(|(line, next)| name_lines::stands_at_right(line, next, source)).nth(1).is_some(),
        widest: body.iter().map(|line| line.width).max().unwrap_or(0),
        wraps: Vec::new(),
        wrapped: 0,
        passed: passed(body),
    };
    let widest = habits.widest;
    for (line, next) in pairs() {
        // 【№３】研修 above a text without a bullet ends where its author likes.
        let heading = habits.closes_unmarked && is_labelled(line, source) && line.width * 4 < widest * 3;
        // （水曜日） and （厚木市） end something more often than a margin ends a line behind them.
        let ended = line.last(source) == Some('。') || ends_with_bracket(line, source);
        let stops = ended || heading || falls_short(line, next);
        let goes_on = next.gap <= gap && !opens(next, source) && !stops;
        if goes_on {
            habits.count(line.width);
        }
    }
    if !habits.gathers(body) && is_ragged(body) {
        habits.wraps.clear();
        habits.wrapped = 0;
    }
    habits
}

/// Blank lines that stand between lines of one paragraph: 1 where the dump puts one after every line.
pub(crate) fn usual_gap(body: &[Line]) -> usize {
    let apart = body.iter().skip(1).filter(|line| line.gap > 0).count();
    usize::from(apart * 10 > body.len().saturating_sub(1) * 6)
}

/// Whether a line ends well before the one below it does: then no margin ended it, but its author.
pub(crate) fn falls_short(line: &Line, next: &Line) -> bool {
    line.width + 3 * SLACK < next.width
}

/// The width that a fifth of the lines pass.
fn passed(body: &[Line]) -> usize {
    let mut widths: Vec<usize> = body.iter().map(|line| line.width).collect();
    let at = widths.len() * 4 / 5;
    if widths.is_empty() { 0 } else { *widths.select_nth_unstable(at).1 }
}

/// Whether lines end where their authors like: the longest ones are of many lengths, as no wrapped text is.
fn is_ragged(body: &[Line]) -> bool {
    let mut widths: Vec<usize> = body.iter().map(|line| line.width).collect();
    widths.sort_unstable_by(|one, other| other.cmp(one));
    let among = (widths.len() / 20).max(3);
    widths.len() >= 12 && widths[1] > widths[among] + 3 * SLACK
}

impl Habits {
    fn count(&mut self, width: usize) {
        let width = width.min(400);
        if self.wraps.len() <= width {
            self.wraps.resize(width + 1, 0);
        }
        self.wraps[width] += 1;
        self.wrapped += 1;
    }

    /// Whether half of the lines that go on are of about one width, and not many lines pass it.
    fn gathers(&self, body: &[Line]) -> bool {
        let near = |width: usize| {
            let near = width.saturating_sub(SLACK)..(width + SLACK + 1).min(self.wraps.len());
            self.wraps[near].iter().sum::<usize>()
        };
        let used = (0..self.wraps.len()).filter(|width| self.wraps[*width] > 0);
        let Some(best) = used.max_by_key(|width| near(*width)) else { return true };
        let longer = body.iter().filter(|line| line.width > best + SLACK).count();
        near(best) * 2 >= self.wrapped && longer * 3 <= body.len()
    }

    /// Whether the line reaches a width at which this document wraps.
    ///
    /// Two lines of about that width that go on make a width; in a short dump the longest one does, unless it is short.
    pub fn is_full(&self, line: &Line) -> bool {
        let width = line.width.min(400);
        if self.wraps.is_empty() {
            return false;
        }
        let near = width.saturating_sub(SLACK)..(width + SLACK + 1).min(self.wraps.len());
        let support: usize = self.wraps.get(near).map_or(0, |counts| counts.iter().sum());
        // 審議期間, 平成30年7月から8月頃: words on lines of their own are of one width by chance, and others pass it. Few lines
        // of a short width went on by chance; where a third of all are of it, the text is narrow.
        let narrow = width < NARROW && support * 3 < self.wrapped;
        let wide = if narrow { 2 } else { 4 };
        let may = width * wide >= self.wraps.len() && (width >= NARROW || width + SLACK >= self.passed);
        let usual = support >= 2 + self.wrapped / 50 && may;
        usual || width >= NARROW && width + SLACK >= self.wraps.len() - 1
    }

    /// Whether the line comes close to the widest wrapped one: enough for a heading, which ends where its author likes.
    pub fn is_nearly_full(&self, line: &Line) -> bool {
        self.wrapped > 0 && line.width * 20 >= self.usual_width() * 17
    }

    /// Whether the line ends well before the longest one of all.
    pub fn is_short(&self, line: &Line) -> bool {
        line.width * 20 < self.widest * 17
    }

    /// The width that a tenth of the wrapped lines reach or pass.
    fn usual_width(&self) -> usize {
        let mut wider = 0;
        let reached = self.wraps.iter().rposition(|count| {
            wider += count;
            wider * 10 >= self.wrapped
        });
        reached.unwrap_or(0)
    }
}

/// How lines begin and end that may begin and end texts.
#[derive(Default)]
struct Ends {
    bullets: usize,
    /// Lines that end with a bracket.
    closed: usize,
    /// Those of them whose bracket heads something elsewhere.
    angled: usize,
}

impl Ends {
    fn count(body: &[Line], source: &str) -> Self {
        let mut ends = Self::default();
        for line in body {
            let closed = ends_with_bracket(line, source);
            ends.bullets += usize::from(line.first(source).is_some_and(is_bullet));
            ends.closed += usize::from(closed);
            ends.angled += usize::from(closed && line.last(source).is_some_and(closes_heading));
        }
        ends
    }

    /// Whether there are nearly as many lines that end with a bracket as lines that begin with a bullet.
    fn match_bullets(&self) -> bool {
        self.bullets >= 3 && self.closed * 10 >= self.bullets * 7
    }

    /// Whether bullets are rare, below half of the lines that end with a bracket.
    fn replace_bullets(&self) -> bool {
        self.closed >= 3 && self.bullets * 2 <= self.closed
    }
}

/// The end of a bracket that heads something elsewhere: `【№１】`, `＜主な意見＞`.
fn closes_heading(c: char) -> bool {
    matches!(c, '】' | '〉' | '＞' | '》')
}

/// Whether a text ends with a bracket here; `【№１】` and `＜主な意見＞` are headings, and end none.
fn ends_with_bracket(line: &Line, source: &str) -> bool {
    static HEADED: OneOf = OneOf::new("【〈＜《");
    let headed = || line.last(source).is_some_and(closes_heading) && line.first(source).is_some_and(|c| HEADED.has(c));
    line.last(source).is_some_and(is_close) && !headed()
}

/// Whether the line begins with a label: `【№１】`, `①`, `（１）`, `Ⅰ`.
fn is_labelled(line: &Line, source: &str) -> bool {
    static LABELS: OneOf = OneOf::new("【〔［[〈＜<（(№ⅠⅡⅢⅣⅤⅥⅦⅧⅨ◆■");
    line.first(source).is_some_and(|c| is_circled(c) || is_digit(c) || LABELS.has(c))
}

/// Whether the line begins with what may open a paragraph: a bullet, a number, a bracket.
fn opens(line: &Line, source: &str) -> bool {
    static OPENINGS: OneOf = OneOf::new("（(【〔［[〈＜<※⑴⑵⑶⑷⑸⑹");
    let Some(c) = line.first(source) else { return false };
    is_bullet(c) || is_circled(c) || is_digit(c) || OPENINGS.has(c)
}
