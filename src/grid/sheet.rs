//! The dump as lines of words: what every step of the reading looks at.

use rustc_hash::FxHashSet;

use super::key::is_key_header;
use super::list;
use super::measure::Measure;
use super::word::{Word, words};
use crate::lexicon::one_of::OneOf;
use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::table::{BESIDE, KEY_ENDS, WORDS, Word as Kind};
use crate::rules::{furniture, is_digit};
use crate::span::{Span, is_space};

/// The most lines above a table that are about it.
pub(super) const MOST_ABOVE: usize = 5;

/// The text lines of a dump with their words; what the page prints is told apart.
pub(super) struct Sheet<'s> {
    pub source: &'s str,
    pub lines: Vec<Line>,
    pub words: Vec<Vec<Word>>,
    pub furniture: Vec<Option<FurnitureKind>>,
    /// Blank lines that stand between most lines: 1 where the dump puts one after each.
    pub usual_gap: usize,
}

impl<'s> Sheet<'s> {
    /// `None` where too few lines keep columns to look any further.
    pub fn new(all: &[Line], source: &'s str) -> Option<Self> {
        let lines = text_lines(all);
        let apart = lines.iter().filter(|line| line.has_wide_gap).count();
        if apart < 2 || apart * 12 < lines.len() || !may_hold_table(&lines, source) {
            return None;
        }
        let measure = Measure::of_dump(&lines, source);
        let words = lines.iter().map(|line| words(line, source, measure)).collect();
        let furniture = (0..lines.len()).map(|at| page_furniture(&lines, at, source)).collect();
        let usual_gap = usual_gap(&lines);
        Some(Self { source, lines, words, furniture, usual_gap })
    }

    pub fn text(&self, at: usize) -> &'s str {
        self.lines[at].text(self.source)
    }

    pub fn kind(&self, word: &Word) -> Option<Kind> {
        WORDS.rule(word.text(self.source)).map(|rule| rule.kind)
    }

    /// Whether the line is said of the table: `（単位：千円）`, `※…`.
    pub fn is_note(&self, at: usize) -> bool {
        BESIDE.rule(self.text(at)).is_some()
    }

    /// The stretches of a line that wide gaps part.
    pub fn chunks(&self, at: usize) -> usize {
        self.words[at].iter().skip(1).filter(|word| word.gap >= 2).count() + 1
    }

    /// Whether a line stands farther below the one before it than lines usually do, or on another page.
    pub fn is_apart(&self, at: usize) -> bool {
        at == 0 || self.lines[at].gap > self.usual_gap || self.lines[at - 1].page != self.lines[at].page
    }

    /// Takes out what pages repeat of the lines above the first header.
    pub fn mark_printed(&mut self, header: usize) {
        let above = header.saturating_sub(MOST_ABOVE)..header;
        let printed: FxHashSet<String> = above.map(|at| self.key(at)).filter(|key| key.chars().count() > 3).collect();
        for at in header + 1..self.lines.len() {
            if self.furniture[at].is_none() && printed.contains(&self.key(at)) {
                self.furniture[at] = Some(FurnitureKind::Header);
            }
        }
    }

    /// A line without its white space.
    fn key(&self, at: usize) -> String {
        self.text(at).split_whitespace().collect()
    }

    pub fn span(&self, at: usize) -> Span {
        self.lines[at].span
    }
}

pub(super) fn text_lines(all: &[Line]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(all.len());
    for line in all.iter().filter(|line| !line.is_blank()) {
        let gap = match lines.last() {
            Some(before) => line.number.saturating_sub(before.number + 1),
            None => line.number - 1,
        };
        lines.push(Line { gap, ..*line });
    }
    lines
}

/// Whether any line may be a header with a column of numbers, or enough lines are numbered for a list that begins near the
/// top: without either there is no grid, and most dumps need not be cut into columns to know it.
fn may_hold_table(lines: &[Line], source: &str) -> bool {
    let mut numbered = lines.iter().enumerate().filter(|(_, line)| may_be_numbered(line, source)).map(|(at, _)| at);
    let near = numbered.next().is_some_and(|first| first < MOST_ABOVE);
    near && numbered.nth(list::FEWEST - 2).is_some() || lines.iter().any(|line| may_open_columns(line, source))
}

/// Whether the first word of a line in columns ends as a number does: `第 ３号`, `(4)`.
fn may_be_numbered(line: &Line, source: &str) -> bool {
    static ENDS: OneOf = OneOf::new("号番.．)）第");
    let ends = |word: &str| word.ends_with(|c| is_digit(c) || ENDS.has(c));
    line.has_wide_gap && words_of(line.text(source)).next().is_some_and(ends)
}

/// Whether one of the first words of a line in columns is the header of a numbering column. Two more than the header
/// itself may need, for words are joined by their distance, and that depends on the measure.
fn may_open_columns(line: &Line, source: &str) -> bool {
    // 番 stands above 号.
    let key = |word: &Word| word.text(source) == "番" || is_key_header(word.text(source));
    may_be_header(line, source) && words(line, source, Measure::Wide).iter().take(4).any(key)
}

/// Whether a line may be a header: it keeps columns, and one of its first words ends as that of a numbering column does.
pub(crate) fn may_be_header(line: &Line, source: &str) -> bool {
    static ENDS: OneOf = OneOf::new(KEY_ENDS);
    line.has_wide_gap && words_of(line.text(source)).take(4).any(|word| word.ends_with(|c| ENDS.has(c)))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_space).filter(|word| !word.is_empty())
}

/// Page numbers, tags and rules; a bare number only at a page's edge and away from the margin.
pub(super) fn page_furniture(lines: &[Line], at: usize, source: &str) -> Option<FurnitureKind> {
    let line = &lines[at];
    let rule = furniture::RULES.rule(line.text(source))?;
    let first = at == 0 || lines[at - 1].page != line.page;
    let last = lines.get(at + 1).is_none_or(|next| next.page != line.page);
    match rule.kind {
        furniture::Kind::PageNumber => Some(FurnitureKind::PageNumber),
        furniture::Kind::PageTag => Some(FurnitureKind::PageTag),
        furniture::Kind::Rule => Some(FurnitureKind::Rule),
        furniture::Kind::BareNumber => ((first || last) && line.indent > 8).then_some(FurnitureKind::PageNumber),
    }
}

/// The gap before most lines: 0, or 1 where the dump puts a blank line after every line.
fn usual_gap(lines: &[Line]) -> usize {
    let apart = lines.iter().skip(1).filter(|line| line.gap > 0).count();
    usize::from(apart * 10 > lines.len().saturating_sub(1) * 8)
}
