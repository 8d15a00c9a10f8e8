//! Which of the lines that begin with a number are rows: the best chain of them that counts upwards.

use crate::line::Line;
use crate::rules::is_digit;

use super::number::Number;
use super::rows::RowLines;

/// More ways to write a number than a document has.
const MOST_WAYS: usize = 8;

/// How many candidates back a chain may reach over.
const REACH: usize = 24;

/// The rows among candidates that may be written in several ways: below `1 体制構築`, `（１） 研修` counts for itself.
pub(super) fn alike(found: Vec<RowLines>, body: &[Line], source: &str) -> (Vec<RowLines>, Vec<usize>) {
    let written = |row: &RowLines| -> Vec<&str> { row.marks.iter().map(|mark| mark.of(source)).collect() };
    let chosen = chain(&found, body, source);
    let first = found.first().map(written);
    if found.iter().all(|row| Some(written(row)) == first) {
        return (found, chosen);
    }
    let mut ways: Vec<Vec<&str>> = Vec::new();
    for row in &found {
        let way = written(row);
        if !ways.contains(&way) && ways.len() < MOST_WAYS {
            ways.push(way);
        }
    }
    let mut best: Option<(Vec<RowLines>, Vec<usize>)> = None;
    for way in ways {
        let own: Vec<RowLines> = found.iter().filter(|row| written(row) == way).cloned().collect();
        let rows = chain(&own, body, source);
        if rows.len() > best.as_ref().map_or(0, |(_, rows)| rows.len()) {
            best = Some((own, rows));
        }
    }
    // Rows that are written in two ways are rows: 1, №2, №3.
    best.filter(|(_, rows)| rows.len() >= 3 && rows.len() * 3 >= chosen.len() * 2).unwrap_or((found, chosen))
}

/// The best chain of candidates that counts upwards, as indices.
pub(super) fn chain(found: &[RowLines], body: &[Line], source: &str) -> Vec<usize> {
    let mut best: Vec<(i32, Option<usize>)> = Vec::with_capacity(found.len());
    for (at, row) in found.iter().enumerate() {
        let alone = -2 * i32::try_from(row.number.last().min(10)).unwrap_or(10) + 2;
        let from = (at.saturating_sub(REACH)..at)
            .map(|before| (best[before].0 + step(found[before].number, row.number), Some(before)));
        let (score, before) =
            from.chain([(alone, None)]).max_by_key(|(score, before)| (*score, *before)).unwrap_or((alone, None));
        best.push((score + shape(row, body, source), before));
    }
    let mut at = (0..best.len()).max_by_key(|at| best[*at].0);
    let mut chosen = Vec::new();
    while let Some(here) = at {
        chosen.push(here);
        at = best[here].1;
    }
    chosen.reverse();
    chosen
}

/// What it is worth that `to` follows `from`.
fn step(from: Number, to: Number) -> i32 {
    let (Some(from), Some(to)) = (from.whole(), to.whole()) else { return to.follows_parts(from) };
    match to {
        _ if to == from + 1 => 20,
        _ if to == from => -15,
        _ if to > from && to - from <= 5 => -10,
        _ if to > from => -40,
        1 => -40,
        _ => -60,
    }
}

/// How much a line looks like the beginning of a row.
fn shape(row: &RowLines, body: &[Line], source: &str) -> i32 {
    let line = &body[row.lines.start];
    let rest = row.rest.trim(source);
    let letter = rest.of(source).chars().next().is_none_or(|c| !c.is_ascii() && !is_digit(c));
    5 * i32::from(line.gap > 0) + 10 * i32::from(letter) - 20 * i32::from(row.doubtful)
}
