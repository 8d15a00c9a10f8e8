//! Headings over groups of rows, where the table has no column for what they say: `基本方針１　人材育成`, `【人材育成】`.
//!
//! A heading stands on a line of its own above a row's number. That a line there is none of the cells of the row above is told
//! by its mark, or by labels that count from group to group; a plain line only where the first row has one too.

use crate::pattern::Pattern;
use rustc_hash::FxHashMap;

use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::PlanItem;
use crate::rules::is_digit;
use crate::rules::plan::Column;
use crate::span::{Span, is_space};
use crate::values::number::{letter, number};

use super::likeness::{Whole, has_suffix, likeness};
use super::outline::Kind;
use super::rows::RowLines;
use super::words::words;

/// A longer line (in characters) is no heading.
const LONGEST: usize = 26;

/// The heading over some rows.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// What it says.
    pub text: Span,
    /// Its brackets, its mark or its label.
    pub marks: Vec<Span>,
    /// The first of its rows.
    pub row: usize,
    line: usize,
    way: Way,
}

/// How a heading is told from a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Way {
    /// `【人材育成】`, `■人材育成`; another stage has judged it.
    Marked,
    /// `Ⅱ　人材育成`: what stands around the number, and the number.
    Labelled(String, u32),
    /// `人材育成`.
    Plain,
}

/// The headings over the rows; their lines belong to no row any more.
pub(super) fn headings(
    body: &[Line],
    kinds: &mut [Kind],
    rows: &[RowLines],
    columns: &[Column],
    source: &str,
) -> Vec<Heading> {
    if columns.contains(&Column::Category) {
        return Vec::new();
    }
    let above =
        |row: usize| rows[row].lines.start.checked_sub(1).filter(|at| row == 0 || *at > rows[row - 1].lines.start);
    let near = (0..rows.len()).filter_map(|row| heading(above(row)?, row, body, kinds, source));
    let found: Vec<Heading> = near.collect();
    let tails = Tails::of(body, rows, columns, source);
    let chosen = marked(&found).or_else(|| labelled(&found)).or_else(|| plain(&found, body, &tails, source));
    let chosen = chosen.unwrap_or_default();
    for heading in &chosen {
        kinds[heading.line] = Kind::Group;
    }
    chosen
}

/// Gives a row the category that the heading over its group says; the first row of the group has the heading itself.
pub(super) fn give(item: &mut PlanItem, heading: &Heading, begins: bool, ledger: &mut Ledger) {
    item.category = Some(ledger.normal_form(&[heading.text]));
    if !begins {
        return;
    }
    item.fields.insert("category".to_owned(), ledger.place(&[heading.text]));
    let first = ledger.lines(&[heading.text]).map_or(item.lines[0], |lines| lines[0]);
    item.lines[0] = item.lines[0].min(first);
    let mut marks = ledger.place(&heading.marks).0;
    marks.extend(&item.marks.0);
    item.marks.0 = marks;
}

/// What a line that is no row's says of the rows below it: `■人材育成`, `Ⅱ　人材育成`.
pub(super) fn alone(line: Span, row: usize, source: &str) -> Option<Heading> {
    let text = line.of(source);
    let marked =
        || bracketed(line, source).filter(|_| text.starts_with(['【', '＜', '《', '〈', '■', '◆', '□', '◇', '●']));
    let labelled = || label(line, source).map(|(text, mark, _)| (text, vec![mark]));
    let (text, marks) = marked().or_else(labelled).filter(|_| text.chars().count() <= LONGEST)?;
    Some(Heading { text: text.trim(source), marks, row, line: 0, way: Way::Marked })
}

/// What a line above a row would be as a heading.
fn heading(line: usize, row: usize, body: &[Line], kinds: &[Kind], source: &str) -> Option<Heading> {
    let own = body[line];
    let text = own.text(source);
    if !matches!(kinds[line], Kind::Text | Kind::Between) || text.chars().count() > LONGEST {
        return None;
    }
    let heading = |text: Span, marks: Vec<Span>, way: Way| Heading { text: text.trim(source), marks, row, line, way };
    if kinds[line] == Kind::Between {
        return bracketed(own.span, source).map(|(text, marks)| heading(text, marks, Way::Marked));
    }
    if text.contains(['、', '。', '※']) {
        return None;
    }
    match label(own.span, source) {
        Some((text, mark, way)) => Some(heading(text, vec![mark], way)),
        None => Some(heading(own.span, Vec::new(), Way::Plain)),
    }
}

/// `【人材育成】`, `■ 人材育成` without what marks it.
fn bracketed(line: Span, source: &str) -> Option<(Span, Vec<Span>)> {
    let text = line.of(source);
    let first = text.chars().next()?.len_utf8();
    let last = text.chars().next_back().filter(|c| "】＞>》〉".contains(*c)).map_or(0, char::len_utf8);
    let inner = Span::new(line.start + first, line.end - last);
    let marks = [Span::new(line.start, inner.start), Span::new(inner.end, line.end)];
    let marks = marks.into_iter().filter(|mark| !mark.is_empty()).collect();
    (inner.start < inner.end && !inner.of(source).trim().is_empty()).then_some((inner, marks))
}

/// `基本方針１　人材育成`, `（２）人材育成`, `Ⅲ 人材育成`: the text, the label and how it counts.
fn label(line: Span, source: &str) -> Option<(Span, Span, Way)> {
    static LABEL: Pattern = Pattern::new(concat!(
        r"^(?<label>(?<before>[（(]|第|(?:基本|重点|個別)?(?:方針|目標|項目|施策|戦略|分野|方向性?|課題|テーマ|プロジェクト|取組|柱)\s*)?",
        r"(?<number>[0-9０-９]{1,2}|[Ⅰ-Ⅻ]|[一二三四五六七八九十]|[ア-オ])(?<after>[）)]|[.．:：](?:[^0-9０-９]|$))?)",
    ));
    let text = line.of(source);
    let caught = LABEL.captures(text)?;
    let word = |name: &str| caught.name(name).map_or("", |found| found.as_str());
    let after: String = word("after").chars().take(1).collect();
    let end = caught.name("number")?.end() + after.len();
    let rest = &text[end..];
    // 2 回目, 10月: a bare number needs more than what it counts behind it.
    let parted = !after.is_empty() || rest.starts_with(is_space);
    let words = rest.trim();
    let said = words.chars().next().is_some_and(|c| !is_digit(c) && !c.is_ascii()) && words.chars().count() > 1;
    let own = word("number");
    let count = number(own).or_else(|| letter(own))?;
    let way = Way::Labelled(format!("{}{}{after}", word("before").trim(), style(own)), count);
    let at = line.start + end;
    (parted && said).then(|| (Span::new(at, line.end), Span::new(line.start, at), way))
}

/// The kind of digits that a label has.
fn style(label: &str) -> char {
    match label.chars().next() {
        Some('0'..='9' | '０'..='９') => '1',
        Some('Ⅰ'..='Ⅻ') => 'Ⅰ',
        Some('ア'..='オ') => 'ア',
        _ => '一',
    }
}

fn marked(found: &[Heading]) -> Option<Vec<Heading>> {
    let marked: Vec<Heading> = found.iter().filter(|heading| heading.way == Way::Marked).cloned().collect();
    (!marked.is_empty()).then_some(marked)
}

/// Labels of one kind that count from the first row on; the first again is a page's.
fn labelled(found: &[Heading]) -> Option<Vec<Heading>> {
    let first = found.iter().find(|heading| matches!(heading.way, Way::Labelled(_, 1)))?;
    let Way::Labelled(kind, _) = &first.way else { return None };
    let mut last = 0;
    let mut chosen: Vec<Heading> = Vec::new();
    for heading in found {
        match &heading.way {
            Way::Labelled(own, number) if own == kind && (*number == last + 1 || *number == last) => {
                last = *number;
                chosen.push(heading.clone());
            }
            Way::Labelled(..) | Way::Marked | Way::Plain => {}
        }
    }
    (last > 1 || first.row == 0).then_some(chosen)
}

/// Plain lines: the first row has one, and where another stands, the row above has come to its end.
fn plain(found: &[Heading], body: &[Line], tails: &Tails, source: &str) -> Option<Vec<Heading>> {
    let may_be = |heading: &&Heading| {
        let text = heading.text.of(source);
        let known = heading.way == Way::Plain && tails.ends_above(heading, body, source);
        known && !text.contains(|c| is_space(c) || is_digit(c)) && !has_suffix(text) && text.chars().count() > 1
    };
    let chosen: Vec<Heading> = found.iter().filter(may_be).cloned().collect();
    if chosen.len() < 2 || chosen[0].row > 0 {
        return None;
    }
    let lines = counts(body.iter().map(|line| line.text(source)));
    chosen.iter().all(|heading| lines.get(heading.text.of(source)) == Some(&1)).then_some(chosen)
}

/// With which words the rows end.
struct Tails<'s> {
    /// The words and how many rows have them there.
    words: FxHashMap<&'s str, usize>,
    scheduled: bool,
}

impl<'s> Tails<'s> {
    fn of(body: &[Line], rows: &[RowLines], columns: &[Column], source: &'s str) -> Self {
        let scheduled = columns.contains(&Column::Schedule);
        let tail = |row: &RowLines| row.lines.clone().rev().take(2).filter_map(|at| last(&body[at], source));
        Self { words: counts(rows.iter().flat_map(tail)), scheduled }
    }

    /// Whether the line above a heading ends its row: a word with which rows end, a date, or, without a schedule, a name.
    fn ends_above(&self, heading: &Heading, body: &[Line], source: &str) -> bool {
        if heading.row == 0 {
            return true;
        }
        let Some(word) = heading.line.checked_sub(1).and_then(|at| last(&body[at], source)) else { return false };
        let like = likeness(word, Whole { begins: true, ends: true }, |_| false);
        let again = || self.words.get(word).is_some_and(|count| *count > 1);
        if self.scheduled { like.schedule > 0 || like.organization <= 0 && again() } else { like.organization > 0 }
    }
}

/// How often each text stands there.
fn counts<'s>(texts: impl Iterator<Item = &'s str>) -> FxHashMap<&'s str, usize> {
    let mut counts = FxHashMap::default();
    texts.for_each(|text| *counts.entry(text).or_default() += 1);
    counts
}

/// The last word of a line.
fn last<'s>(line: &Line, source: &'s str) -> Option<&'s str> {
    words(source, line.span).last().map(|word| word.of(source))
}
