//! How speech flows over lines: where a line goes on with the one before and where a paragraph begins.
//!
//! Learned from the lines that leave no doubt: a full line that ends no sentence goes on; a short line that ends one
//! does not.

use crate::blocks::ends_sentence;
use crate::lexicon::brackets::is_kanji;
use crate::line::Line;
use crate::rules::is_digit;
use crate::values::counter;

/// How far a wrapped line may fall short of the width: kinsoku and Latin words.
const SLACK: usize = 6;

/// The habits of a stretch of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flow {
    /// The width at which lines wrap; none where every line is a paragraph.
    width: Option<usize>,
    /// Blank lines that stand between lines of one paragraph.
    gap: usize,
    /// The usual column of lines that go on, and of lines that begin a paragraph.
    goes_on: usize,
    begins: usize,
}

impl Flow {
    /// Learns from lines of speech; each says whether a head opens it.
    pub fn of(speech: &[(&Line, bool)], source: &str, gap: usize) -> Self {
        let lines: Vec<&Line> = speech.iter().map(|(line, _)| *line).collect();
        let width = width(&lines, source);
        let mut flow = Self { width, gap, goes_on: 0, begins: 0 };
        let (mut going, mut beginning) = (Vec::new(), Vec::new());
        // A line that a head opens stands where heads stand, not where paragraphs begin.
        for pair in speech.windows(2).filter(|pair| !pair[1].1) {
            let (before, next) = (pair[0].0, pair[1].0);
            let finished = is_finished(before, source);
            match (flow.is_full(before), finished) {
                (true, false) => going.push(next.indent),
                (false, true) => beginning.push(next.indent),
                (true, true) | (false, false) => {}
            }
        }
        flow.goes_on = usual(going).unwrap_or(0);
        flow.begins = usual(beginning).unwrap_or(flow.goes_on);
        flow
    }

    /// Whether `next` goes on with the paragraph that ends in `before`.
    pub fn goes_on(&self, before: &Line, next: &Line, source: &str) -> bool {
        let (full, finished) = (self.is_full(before), is_finished(before, source));
        if next.gap <= self.gap && breaks_phrase(before, next, source) {
            return true;
        }
        if self.width.is_none() || next.gap > self.gap && (finished || !full) {
            return false;
        }
        let indented = self.begins > self.goes_on;
        let hanging = self.goes_on > self.begins;
        let at_margin = next.indent.abs_diff(self.goes_on) <= next.indent.abs_diff(self.begins);
        match (full, finished) {
            (true, false) => true,
            (true, true) => !indented && !hanging || at_margin,
            (false, false) => (indented || hanging) && at_margin && before.width * 2 > self.width.unwrap_or(0),
            (false, true) => false,
        }
    }

    fn is_full(&self, line: &Line) -> bool {
        self.width.is_some_and(|width| line.width + SLACK >= width)
    }
}

/// Whether nobody ends a paragraph between two lines: `定員を⏎超えて`, `費用は年⏎200⏎万円ほど`, `3,210⏎人で`.
fn breaks_phrase(before: &Line, next: &Line, source: &str) -> bool {
    let (text, behind) = (before.text(source), next.text(source));
    let (Some(last), Some(first)) = (text.chars().next_back(), behind.chars().next()) else { return false };
    let figure = |text: &str| text.len() <= 12 && text.chars().all(is_digit);
    let counted = is_digit(last) && counter::follows(behind) || figure(behind) && is_kanji(last);
    counted || matches!(last, 'を' | 'が') && (is_kanji(first) || ('ぁ'..='ヿ').contains(&first))
}

fn is_finished(line: &Line, source: &str) -> bool {
    line.last(source).is_some_and(ends_sentence)
}

/// The width at which lines wrap, if they do: unfinished lines are then nearly all of one width, and none is longer.
fn width(lines: &[&Line], source: &str) -> Option<usize> {
    let mut open: Vec<usize> = lines.iter().filter(|line| !is_finished(line, source)).map(|line| line.width).collect();
    open.sort_unstable();
    let widest = lines.iter().map(|line| line.width).max()?;
    // The longest ones may be lists or tables that are wider than the text.
    let near = |width: usize| {
        let below = open.partition_point(|own| own + SLACK < width);
        open.partition_point(|own| *own <= width + SLACK) - below
    };
    // 井深課長　　開会: short lines that end no sentence say nothing of the width.
    let best = open.iter().rev().copied().max_by_key(|width| (near(*width), *width >= 40))?;
    let longer = lines.iter().filter(|line| line.width > best + SLACK).count();
    let holds = near(best) * 2 >= open.len() && longer * 10 <= lines.len();
    let plain = near(best) >= 3 || widest <= best + SLACK && best >= 40;
    (holds && plain).then(|| open.iter().copied().filter(|own| own.abs_diff(best) <= SLACK).max().unwrap_or(best))
}

/// The commonest value.
fn usual(mut values: Vec<usize>) -> Option<usize> {
    values.sort_unstable();
    let runs = values.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).map(|run| run[0])
}
