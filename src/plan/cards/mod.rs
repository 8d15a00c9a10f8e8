//! Plans written as cards: a heading with a number, and below it a line or more for each column.
//!
//! ```text
//! №２　研修会の実施
//! 課題区分：人材育成
//! 内容：・多職種を対象とした研修会を開催する
//! 主たる機関：西条保健所
//! ```
//!
//! `label` reads what may be a label, `habit` learns which are the document's, `heading` reads the numbers. Each card is a row of
//! a grid, each label the header of a column.

mod habit;
mod heading;
mod label;
mod names;
mod sheet;

use crate::grid::{Grid, GridRow, Reading};
use crate::line::Line;
use crate::rules::is_bullet;
use crate::rules::plan::{COLUMNS, Column};
use crate::span::Span;

use super::Inferred;
use super::{check, groups, references, tells_meeting, title};
use habit::Habit;
pub(super) use habit::may_be;
use heading::{Heading, heading};
use label::Label;
use sheet::{Sheet, sheet};

/// The most lines above the first card.
const MOST_ABOVE: usize = 12;
/// Of so many lines at most one belongs to no card.
const MOST_BETWEEN: usize = 3;
/// The columns of what the heading says: the number and the name.
const OF_HEADING: usize = 2;

/// A label and the lines of its value.
struct Field<'s> {
    key: usize,
    line: usize,
    label: Label<'s>,
}

/// One card: the line that opens it, where one does, and its fields.
struct Card<'s> {
    heading: Option<(usize, Heading<'s>)>,
    fields: Vec<Field<'s>>,
}

impl Card<'_> {
    fn start(&self) -> usize {
        self.heading.as_ref().map_or(self.fields[0].line, |(line, _)| *line)
    }
}

/// Reads the cards; nothing where the document is none. `text` has the lines that are not blank.
pub(super) fn read(lines: &[Line], text: &[Line], source: &str) -> Option<Inferred> {
    let habit = Habit::of(text, source)?;
    let sheet = sheet(lines, source, |line| habit.read(line, source).is_some());
    // 担当課, 概要 below each item of an agenda: a meeting's.
    if tells_meeting(&sheet.lines, source) {
        return None;
    }
    let mut cards = cards(&sheet, &habit, source);
    let own_number = habit.keys().iter().position(|key| kind(key) == Some(Column::Number));
    if own_number.is_none() {
        head(&mut cards, &sheet, source)?;
    }
    let first = cards.first().map(Card::start).filter(|first| *first <= MOST_ABOVE)?;
    if cards.len() < 2 || sheet.counts_on || own_number.is_none() && !names::are_named(habit.keys(), &cards) {
        return None;
    }
    let mut builder = Builder { sheet: &sheet, habit: &habit, source, own_number, grid: Grid::default() };
    builder.columns(&cards);
    for at in 0..cards.len() {
        let end = cards.get(at + 1).map_or(sheet.lines.len(), Card::start);
        builder.card(&cards[at], end)?;
    }
    // Lines that no card holds: the labels are something else's.
    if builder.grid.notes.len() * MOST_BETWEEN > sheet.lines.len() {
        return None;
    }
    let kinds = names::kinds(habit.keys(), &cards, own_number.is_none(), source);
    let mut grid = builder.grid;
    title::above(&mut grid, &sheet.lines[..first], source);
    let mut findings = Vec::new();
    check::rows(&grid.rows, &mut findings);
    Some(Inferred { grids: Reading { tables: vec![grid], furniture: sheet.furniture, share: 100 }, kinds, findings })
}

/// What a label is known to head.
fn kind(key: &str) -> Option<Column> {
    COLUMNS.rule(key).map(|rule| rule.kind)
}

/// The cards by their labels alone: one that stands again begins another card.
fn cards<'s>(sheet: &Sheet, habit: &Habit, source: &'s str) -> Vec<Card<'s>> {
    let mut cards: Vec<Card> = Vec::new();
    for (line, (key, label)) in
        sheet.lines.iter().enumerate().filter_map(|(at, line)| Some((at, habit.read(line, source)?)))
    {
        let field = Field { key, line, label };
        match cards.last_mut().filter(|card| card.fields.iter().all(|own| own.key != key)) {
            Some(card) => card.fields.push(field),
            None => cards.push(Card { heading: None, fields: vec![field] }),
        }
    }
    cards
}

/// Gives every card its heading: alike in style, and counting upwards.
fn head<'s>(cards: &mut [Card<'s>], sheet: &Sheet, source: &'s str) -> Option<()> {
    let mut above = 0;
    let mut before: Option<Heading<'s>> = None;
    for card in cards {
        let first = card.fields[0].line;
        let own = |line: usize| heading(sheet.lines[line].span, source).map(|heading| (line, heading));
        let follows = |(_, found): &(usize, Heading<'s>)| {
            before.as_ref().is_none_or(|before| found.style == before.style && found.number > before.number)
        };
        let (line, found) = (above..first).rev().filter_map(own).find(follows)?;
        before = Some(found.clone());
        card.heading = Some((line, found));
        above = card.fields.last().map_or(first, |field| field.line) + 1;
    }
    Some(())
}

/// The grid while it grows.
struct Builder<'a, 's> {
    sheet: &'a Sheet,
    habit: &'a Habit,
    source: &'s str,
    /// The label of the number, where the cards have one.
    own_number: Option<usize>,
    grid: Grid,
}

impl Builder<'_, '_> {
    /// The column of a label.
    fn column(&self, key: usize) -> usize {
        if self.own_number.is_none() { key + OF_HEADING } else { key }
    }

    /// The headers: each label where it stands first.
    fn columns(&mut self, cards: &[Card]) {
        self.grid.whole_lines = true;
        self.grid.columns = vec![Vec::new(); self.column(self.habit.keys().len())];
        for field in cards.iter().flat_map(|card| &card.fields) {
            let column = self.column(field.key);
            if self.grid.columns[column].is_empty() {
                self.grid.columns[column] = vec![field.label.span];
            }
        }
    }

    /// Enters a card, which ends before a line; nothing where its number is none.
    fn card(&mut self, card: &Card, end: usize) -> Option<()> {
        let mut row = GridRow { key: Some(self.own_number.unwrap_or(0)), ..GridRow::default() };
        if let Some((line, heading)) = &card.heading {
            row.number = heading.number.whole();
            row.marks.extend(&heading.marks);
            row.cells.push((0, vec![heading.digits]));
            let mut name = vec![heading.name];
            name.extend(self.below(*line, card.fields[0].line));
            name.retain(|piece| !piece.is_empty());
            if !name.is_empty() {
                row.cells.push((1, name));
            }
        }
        for (at, field) in card.fields.iter().enumerate() {
            let column = self.column(field.key);
            if self.grid.columns[column].first() != Some(&field.label.span) {
                row.marks.push(field.label.span);
            }
            row.marks.extend(&field.label.marks);
            let mut value = match card.fields.get(at + 1) {
                Some(next) => self.within(field, next.line),
                None => self.last(field, end),
            };
            if self.own_number == Some(field.key) {
                let digits = value.first().copied().filter(|_| value.len() == 1)?;
                let found = heading(digits, self.source).filter(|found| found.name.is_empty())?;
                row.number = found.number.whole();
                row.marks.extend(&found.marks);
                value = vec![found.digits];
            }
            if !value.is_empty() {
                row.cells.push((column, value));
            }
        }
        row.cells.sort_by_key(|(column, _)| *column);
        self.grid.rows.push(row);
        Some(())
    }

    /// The lines between a heading and the first label: remarks, and the rest of a name that has filled its line.
    fn below(&mut self, heading: usize, first: usize) -> Vec<Span> {
        let mut own = Vec::new();
        for at in heading + 1..first {
            let line = &self.sheet.lines[at];
            let full = self.sheet.lines[at - 1].width * 10 >= self.sheet.widest * 8;
            let remark = line.text(self.source).starts_with('※');
            let goes_on = at == heading + 1 && full || own.len() == at - heading - 1 && remark;
            if goes_on { own.push(line.span) } else { self.grid.notes.push(line.span) }
        }
        own
    }

    /// The value of a field with another one below it.
    fn within(&self, field: &Field, end: usize) -> Vec<Span> {
        let lines = self.sheet.lines[field.line + 1..end].iter().map(|line| line.span);
        std::iter::once(field.label.value).chain(lines).filter(|piece| !piece.is_empty()).collect()
    }

    /// The value of a card's last field: a blank line ends it, unless a mark goes on behind that.
    fn last(&mut self, field: &Field, end: usize) -> Vec<Span> {
        let mut value: Vec<Span> = Some(field.label.value).filter(|piece| !piece.is_empty()).into_iter().collect();
        let is_marked = |piece: &Span| piece.of(self.source).starts_with(is_bullet);
        let mut at = field.line + 1;
        while at < end {
            let line = &self.sheet.lines[at];
            let refers = references::opens(line.text(self.source));
            let listed = value.first().is_some_and(is_marked) && is_marked(&line.span);
            let apart = line.gap > 0 && self.sheet.gaps_tell && !value.is_empty() && !refers && !listed;
            let over = !refers
                && at + 1 == end
                && end < self.sheet.lines.len()
                && groups::alone(line.span, 0, self.source).is_some();
            if apart || over && !value.is_empty() && !listed {
                break;
            }
            value.push(line.span);
            at += 1;
        }
        self.grid.notes.extend(self.sheet.lines[at..end].iter().map(|line| line.span));
        value
    }
}
