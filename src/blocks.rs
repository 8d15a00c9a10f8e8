//! Stage: lines → what the page prints on every sheet, and the body that remains.
//!
//! No vocabulary here but that of page furniture. A page number may stand in mid-sentence; taking it out lets the
//! lines around it meet again.

use std::collections::HashMap;
use std::ops::Range;

use crate::line::Line;
use crate::model::FurnitureKind;
use crate::rules::furniture::{Kind, RULES};
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::title::names_document;
use crate::values::number::number;

/// The dump without its page furniture.
pub(crate) struct Blocks {
    /// The text lines, in order, with the blank lines between them counted in `gap`.
    pub body: Vec<Line>,
    /// Page numbers, repeated headers, rules.
    pub furniture: Vec<(Line, FurnitureKind)>,
}

/// Whether a number alone on its line may be the number of a table's row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Rows {
    Numbered,
    Unnumbered,
}

/// A line that may open or continue a text: neither blank nor furniture.
struct Sheet<'l> {
    source: &'l str,
    /// The lines that are not blank.
    lines: Vec<Line>,
    kinds: Vec<Option<FurnitureKind>>,
    widest: usize,
}

/// Sorts out page numbers, rules, page tags and repeated headers.
pub(crate) fn blocks(lines: &[Line], source: &str, rows: Rows) -> Blocks {
    let mut sheet = Sheet::new(lines, source);
    sheet.mark_plain();
    sheet.mark_repeated();
    sheet.mark_bare_numbers();
    if rows == Rows::Unnumbered {
        sheet.mark_counting_numbers();
    }
    sheet.mark_repeated();
    sheet.count_pages();
    sheet.divide()
}

impl<'l> Sheet<'l> {
    fn new(all: &[Line], source: &'l str) -> Self {
        let mut lines: Vec<Line> = Vec::with_capacity(all.len());
        for line in all.iter().filter(|line| !line.is_blank()) {
            // Blank lines around a page's end say nothing about paragraphs.
            let gap = match lines.last() {
                Some(before) if before.page != line.page => 0,
                Some(before) => line.number.saturating_sub(before.number + 1),
                None => line.number - 1,
            };
            lines.push(Line { gap, ..*line });
        }
        let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
        Self { source, kinds: vec![None; lines.len()], lines, widest }
    }

    /// What its own decoration makes furniture.
    fn mark_plain(&mut self) {
        for at in 0..self.lines.len() {
            if let Some((rule, _)) = RULES.decide(self.text(at)) {
                self.kinds[at] = match rule.kind {
                    Kind::PageNumber => Some(FurnitureKind::PageNumber),
                    Kind::Rule => Some(FurnitureKind::Rule),
                    Kind::PageTag => Some(FurnitureKind::PageTag),
                    Kind::BareNumber => None,
                };
            }
        }
    }

    /// A number alone on its line is a page number where a page ends beside it or where it stands in mid-sentence.
    fn mark_bare_numbers(&mut self) {
        let candidates: Vec<(usize, u32)> = (0..self.lines.len())
            .filter(|at| RULES.decide(self.text(*at)).is_some_and(|(rule, _)| rule.kind == Kind::BareNumber))
            .filter_map(|at| Some((at, number(self.text(at))?)))
            .collect();
        let sure: Vec<bool> =
            candidates.iter().map(|(at, _)| self.page_ends_beside(*at) || self.interrupts(*at)).collect();
        let confirmed = |n: u32, at: usize| {
            candidates
                .iter()
                .zip(&sure)
                .any(|((other, m), sure)| *sure && (*m + 1 == n && *other + 8 < at || n + 1 == *m && at + 8 < *other))
        };
        let regular = self.is_page_series(&candidates);
        for ((at, n), sure) in candidates.iter().zip(&sure) {
            if *sure || (regular || confirmed(*n, *at)) && !self.opens_row(*at) {
                self.kinds[*at] = Some(FurnitureKind::PageNumber);
            }
        }
    }

    /// Takes every number that stands alone and goes on counting for a page number: for documents without numbered rows.
    ///
    /// `令和７年10月頃⏎１⏎（以上）` has nothing else to tell it by.
    fn mark_counting_numbers(&mut self) {
        let mut last = 0;
        for at in 0..self.lines.len() {
            let bare = RULES.decide(self.text(at)).filter(|(rule, _)| rule.kind == Kind::BareNumber);
            let Some(value) = bare.and_then(|_| number(self.text(at))) else { continue };
            if value > last && value <= last + 3 {
                self.kinds[at] = Some(FurnitureKind::PageNumber);
                last = value;
            }
        }
    }

    /// 1, 2, 3 … at about the same distance each time, a page's length: three numbers or more.
    fn is_page_series(&self, candidates: &[(usize, u32)]) -> bool {
        let pairs = || candidates.windows(2).map(|pair| (pair[0], pair[1]));
        let lengths = || pairs().map(|((a, _), (b, _))| self.lines[b].number - self.lines[a].number);
        let (Some(shortest), Some(longest)) = (lengths().min(), lengths().max()) else { return false };
        let counts = pairs().all(|((_, m), (_, n))| m + 1 == n);
        candidates.len() >= 3 && counts && shortest >= 15 && longest * 3 <= shortest * 4
    }

    fn page_ends_beside(&self, at: usize) -> bool {
        let page = self.lines[at].page;
        let turns = |other: usize| {
            let line = self.lines.get(other);
            line.is_some_and(|line| line.page != page || self.kinds[other] == Some(FurnitureKind::Header))
        };
        at.checked_sub(1).is_some_and(turns) || turns(at + 1)
    }

    /// `…例えば田んぼな⏎4⏎ど…`: a full line before it that ends no sentence, an unmarked one after it.
    fn interrupts(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let Some(after) = self.lines.get(at + 1) else { return false };
        let full = self.lines[before].width * 5 >= self.widest * 4;
        let open = self.lines[before].last(self.source).is_some_and(|c| !ends_sentence(c));
        full && open && self.kinds[before].is_none() && !self.is_marked(after)
    }

    /// A bare number right before or after a marked or short line may be the number of a table's row.
    fn opens_row(&self, at: usize) -> bool {
        self.lines.get(at + 1).is_some_and(|after| after.gap == 0 && after.width * 3 < self.widest)
    }

    fn is_marked(&self, line: &Line) -> bool {
        let Some(c) = line.first(self.source) else { return false };
        is_bullet(c) || is_circled(c) || is_digit(c) || "（(【※".contains(c)
    }

    /// Headers and footers: lines beside page ends that come again beside other page ends and nowhere else; and the
    /// document's first line wherever it is repeated.
    fn mark_repeated(&mut self) {
        let keys: Vec<String> = (0..self.lines.len()).map(|at| self.key(at)).collect();
        let mut totals: HashMap<&str, usize> = HashMap::new();
        let mut beside: HashMap<&str, usize> = HashMap::new();
        let edges = self.page_edges();
        for (at, key) in keys.iter().enumerate().filter(|(at, _)| self.kinds[*at].is_none()) {
            *totals.entry(key).or_default() += 1;
            *beside.entry(key).or_default() += usize::from(edges[at]);
        }
        let first = (0..self.lines.len()).find(|at| self.kinds[*at].is_none());
        for at in 0..self.lines.len() {
            let key = keys[at].as_str();
            if self.kinds[at].is_some() || Some(at) == first || key.chars().count() < 2 || is_torn(key) {
                continue;
            }
            let repeats_title = first.is_some_and(|first| keys[first] == key && key.chars().count() >= 8);
            let (total, beside) = (totals[key], beside[key]);
            let running =
                edges[at] && beside >= 2 && beside + usize::from(beside > 2) + 1 >= total && self.touches_edge(at);
            let periodic = total >= 3 && self.is_periodic(&keys, key);
            let once_as_title = edges[at] && total == 2 && first.is_some_and(|first| keys[first] == key);
            if repeats_title || (running || periodic || once_as_title) && !self.is_marked(&self.lines[at]) {
                self.kinds[at] = Some(FurnitureKind::Header);
            }
        }
        self.keep_first_of_running(&keys);
    }

    /// Whether nothing but furniture stands between the line and its page's end or beginning.
    fn touches_edge(&self, at: usize) -> bool {
        let ends = |other: Option<usize>| {
            let other = other.filter(|other| *other < self.lines.len());
            other.is_none_or(|other| self.kinds[other].is_some() || self.lines[other].page != self.lines[at].page)
        };
        ends(at.checked_sub(1)) || ends(Some(at + 1))
    }

    /// Whether a line comes again at the same distance each time, as on pages of equal length: three times or more.
    fn is_periodic(&self, keys: &[String], key: &str) -> bool {
        let at: Vec<usize> =
            (0..self.lines.len()).filter(|at| keys[*at] == key).map(|at| self.lines[at].number).collect();
        let steps = || at.windows(2).map(|pair| pair[1] - pair[0]);
        let (Some(shortest), Some(longest)) = (steps().min(), steps().max()) else { return false };
        shortest >= 15 && (longest - shortest) * 10 <= longest
    }

    /// The first sheet's print of a running header is furniture too, unless it is the document's title.
    fn keep_first_of_running(&mut self, keys: &[String]) {
        let Some(first) = (0..self.lines.len()).find(|at| self.kinds[*at] != Some(FurnitureKind::Rule)) else { return };
        let repeated = (first + 1..self.lines.len())
            .any(|at| self.kinds[at] == Some(FurnitureKind::Header) && keys[at] == keys[first]);
        let names = |lines: Range<usize>| {
            let spans: Vec<Span> = self.lines[lines].iter().map(|line| line.span).collect();
            names_document(&normal_form(self.source, &spans))
        };
        let below = (first + 1)..self.lines.len().min(first + 5);
        let is_title = names(first..first + 1) || !below.clone().any(|end| names(below.start..end));
        if repeated {
            self.kinds[first] = (!is_title).then_some(FurnitureKind::Header);
        }
    }

    /// Which lines stand within two text lines of a page's end or beginning.
    fn page_edges(&self) -> Vec<bool> {
        let count = self.lines.len();
        let mut edges = vec![false; count];
        for at in 0..count {
            let number = self.kinds[at] == Some(FurnitureKind::PageNumber);
            let turns = self.lines.get(at + 1).is_some_and(|next| next.page != self.lines[at].page);
            if number || turns {
                let reach = at.saturating_sub(2)..(at + 3).min(count);
                edges[reach].iter_mut().for_each(|edge| *edge = true);
            }
        }
        edges
    }

    /// A line without its white space, every number made the same.
    fn key(&self, at: usize) -> String {
        let mut key = String::with_capacity(self.text(at).len());
        for c in self.text(at).chars().filter(|c| !is_space(*c)) {
            match is_digit(c) {
                true if key.ends_with('#') => {}
                true => key.push('#'),
                false => key.push(c),
            }
        }
        key
    }

    fn text(&self, at: usize) -> &'l str {
        self.lines[at].text(self.source)
    }

    /// Where the dump has no form feeds, page numbers or repeated titles tell the pages.
    fn count_pages(&mut self) {
        if self.lines.iter().any(|line| line.page > 1) {
            return;
        }
        let turn = [FurnitureKind::PageNumber, FurnitureKind::Header]
            .into_iter()
            .find(|kind| self.kinds.contains(&Some(*kind)));
        let Some(turn) = turn else { return };
        let mut page = 1;
        for at in 0..self.lines.len() {
            let turns = self.kinds[at] == Some(turn) && (at == 0 || self.kinds[at - 1] != Some(turn));
            if turns && turn == FurnitureKind::Header {
                page += 1;
            }
            self.lines[at].page = page;
            if turns && turn == FurnitureKind::PageNumber && at > 0 {
                page += 1;
            }
        }
    }

    fn divide(self) -> Blocks {
        let mut blocks = Blocks { body: Vec::with_capacity(self.lines.len()), furniture: Vec::new() };
        let mut turned = false;
        for (line, kind) in self.lines.iter().zip(&self.kinds) {
            match kind {
                Some(kind) => blocks.furniture.push((*line, *kind)),
                None if turned => blocks.body.push(Line { gap: 0, ..*line }),
                None => blocks.body.push(*line),
            }
            turned = kind.is_some();
        }
        blocks
    }
}

/// The rest of a bracket that opened on the line before: no header ends so.
fn is_torn(key: &str) -> bool {
    let count = |brackets: [char; 2]| key.chars().filter(|c| brackets.contains(c)).count();
    count(['）', ')']) != count(['（', '('])
}

/// Whether a character can be the last of a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '．' | '.' | '！' | '!' | '？' | '?' | '」' | '』' | '）' | ')' | '】' | '〕' | ']' | '］')
}
