//! Enters a grid into the ledger: the table as it stands in the output.

use super::{Grid, GridRow};
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::model::{Cell, Fields, Relation, Row, RowReference, Table, TableCell};
use crate::rules::table::{REFERENCES, Saying};
use crate::span::{Span, is_space};
use crate::text::{Text, is_japanese, normal_form};
use crate::values::number::numbers;

/// The words before a number that make it no row's: `資料No.3`, `議案第５号`.
const OTHER_COUNTS: &[&str] =
    &["資料", "議案", "図", "表", "別紙", "様式", "写真", "路線", "会議", "通知", "問い合わせ"];

/// Places a table and all of its cells.
pub(crate) fn place(grid: &Grid, ledger: &mut Ledger, findings: &mut Vec<Finding>) -> Table {
    let names = names(grid, ledger.text());
    let mut fields = Fields::new();
    let caption = grid.caption.map(|caption| {
        fields.insert("caption".to_owned(), ledger.place(&[caption]));
        ledger.normal_form(&[caption])
    });
    let mut headers: Vec<Span> = grid.columns.iter().flatten().copied().collect();
    headers.sort_unstable();
    if !headers.is_empty() {
        fields.insert("columns".to_owned(), ledger.place(&headers));
    }
    // A row whose words fit no column, or of bars alone, has nothing to show.
    let filled = grid.rows.iter().filter(|row| !row.cells.is_empty());
    let rows = filled.map(|row| place_row(row, &names, ledger)).collect();
    let mut notes: Vec<Span> = grid.notes.clone();
    notes.sort_unstable();
    let notes = notes.iter().map(|note| ledger.passage(&[*note]));
    let notes = notes.filter(|note| !note.text.is_empty());
    let notes = notes.map(|note| Cell { text: note.text, spans: note.spans, lines: note.lines }).collect();
    for doubt in grid.doubts.iter().filter(|doubt| doubt.columns.len() > 1) {
        let columns = doubt.columns.iter().map(|column| names[*column].clone()).collect();
        let text = ledger.normal_form(&[doubt.span]);
        findings.push(Finding { kind: FindingKind::AmbiguousColumn { text, columns }, at: vec![doubt.span] });
    }
    let mut groups = grid.groups.clone();
    groups.sort_unstable();
    Table { caption, columns: columns(grid, &names), rows, notes, fields, marks: ledger.place(&groups) }
}

/// The columns' headers; none where no column has one.
fn columns(grid: &Grid, names: &[String]) -> Vec<String> {
    if grid.columns.iter().all(Vec::is_empty) { Vec::new() } else { names.to_vec() }
}

/// What each column is called: its header, or its number from 1 where there is none.
fn names(grid: &Grid, source: &str) -> Vec<String> {
    let header = |(at, pieces): (usize, &Vec<Span>)| {
        let pieces: Vec<Span> = pieces.iter().flat_map(|piece| letters(*piece, source)).collect();
        let text = normal_form(source, &pieces);
        if text.is_empty() { (at + 1).to_string() } else { text }
    };
    grid.columns.iter().enumerate().map(header).collect()
}

/// `氏　　名` → 氏, 名: two letters set apart are one word.
fn letters(piece: Span, source: &str) -> Vec<Span> {
    let mut chars = piece.of(source).chars().filter(|c| !is_space(*c));
    let (Some(first), Some(last), None) = (chars.next(), chars.next(), chars.next()) else { return vec![piece] };
    if !is_japanese(first) || !is_japanese(last) {
        return vec![piece];
    }
    vec![Span::new(piece.start, piece.start + first.len_utf8()), Span::new(piece.end - last.len_utf8(), piece.end)]
}

fn place_row(row: &GridRow, names: &[String], ledger: &mut Ledger) -> Row {
    let all: Vec<Span> = row.cells.iter().flat_map(|(_, pieces)| pieces.iter().copied()).collect();
    let mut references = Vec::new();
    let mut cells: Vec<(Span, TableCell)> = Vec::with_capacity(row.cells.len());
    for (column, pieces) in &row.cells {
        if row.key != Some(*column) {
            references.extend(references_of(pieces, ledger));
        }
        let passage = ledger.passage(pieces);
        let cell = TableCell { column: names[*column].clone(), text: passage.text, spans: passage.spans };
        cells.push((pieces[0], cell));
    }
    cells.sort_by_key(|(first, _)| *first);
    references.sort_by(|one: &RowReference, other| one.at.0.cmp(&other.at.0));
    let lines = ledger.lines(&all).unwrap_or([1, 1]);
    Row { number: row.number, cells: cells.into_iter().map(|(_, cell)| cell).collect(), references, lines }
}

/// The rows that a cell names: `No.3102、3103と近い`.
fn references_of(pieces: &[Span], ledger: &Ledger) -> Vec<RowReference> {
    let source = ledger.text();
    let may_name = |piece: &Span| piece.of(source).contains(['N', 'n', 'Ｎ', 'ｎ', '№', '番']);
    if !pieces.iter().any(may_name) {
        return Vec::new();
    }
    let text = Text::of(source, pieces);
    let mut found = Vec::new();
    let mut rest = 0;
    for (at, _) in text.as_str().char_indices() {
        if at < rest || OTHER_COUNTS.iter().any(|word| text.as_str()[..at].ends_with(word)) {
            continue;
        }
        let Some((rule, caught)) = REFERENCES.decide(&text.as_str()[at..]) else { continue };
        let (Some(named), tail) = (caught.name("numbers"), caught.name("tail")) else { continue };
        let end = at + tail.map_or(named.end(), |tail| tail.end());
        let relation = match rule.kind {
            Saying::Related => Relation::Related,
        };
        // No31023103: more digits than any number has.
        let numbers = numbers(named.as_str());
        if numbers.is_empty() {
            continue;
        }
        let spans = text.spans(at..end, source);
        found.push(RowReference {
            relation,
            text: text.as_str()[at..end].to_owned(),
            numbers,
            at: ledger.positions(&spans),
            lines: ledger.lines(&spans).unwrap_or([1, 1]),
        });
        rest = end;
    }
    found
}
