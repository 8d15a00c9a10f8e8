//! Tables that stand inside minutes: which lines they take, and which section they belong to.
//!
//! A header line with a column of numbers (`番号  事業名  担当課`) opens one; it ends where the lines stop keeping
//! columns. Headers on lines of their own open one too, and each row has a line for each of its cells. What the grid
//! cannot read stays with the text.

use std::collections::HashSet;
use std::ops::Range;

use crate::blocks::Blocks;
use crate::finding::Finding;
use crate::grid;
use crate::ledger::Ledger;
use crate::line::Line;
use crate::model::{Fields, Furniture, LineRange, Positions, Section, SectionKind, Table};
use crate::plan;
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::Span;

/// A table and the stretch of the source that it takes.
pub(crate) struct Embedded {
    span: Span,
    reading: grid::Reading,
}

/// The fewest numbered lines that make a table.
const FEWEST: usize = 2;
/// So many blank lines stand for a table that is taken out.
const BEHIND: usize = 9;

/// Finds the tables of a dump that stand between other text; none where tables are what the dump is made of.
pub(crate) fn tables(lines: &[Line], source: &str) -> Vec<Embedded> {
    let mut found: Vec<(Range<usize>, Option<grid::Reading>)> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let celled = grid::celled(&lines[at..], source).filter(|(_, reading)| {
            let headers: Vec<&str> =
                reading.tables[0].columns.iter().flatten().map(|header| header.of(source)).collect();
            !lists_persons(&headers)
        });
        if let Some((taken, reading)) = celled {
            found.push((at..at + taken, Some(reading)));
            at += taken;
            continue;
        }
        if !is_header(&lines[at], source) {
            at += 1;
            continue;
        }
        let end = end(lines, at, source);
        let rows = lines[at + 1..end].iter().filter(|line| line.first(source).is_some_and(is_digit)).count();
        found.extend((rows >= FEWEST).then(|| (caption(lines, at, source)..end, None)));
        at = end;
    }
    let length = |lines: &[Line]| lines.iter().map(|line| line.span.end - line.span.start).sum::<usize>();
    let taken: usize = found.iter().map(|(range, _)| length(&lines[range.clone()])).sum();
    if taken == 0 || taken * 5 > length(lines) * 4 && !is_below_head(lines, found[0].0.start, source) {
        return Vec::new();
    }
    found.into_iter().filter_map(|(range, reading)| table(&lines[range], reading, source)).collect()
}

/// Whether a meeting's head stands above line `at`: then the document is the meeting's, however much of it is a table.
fn is_below_head(lines: &[Line], at: usize, source: &str) -> bool {
    let above: Vec<Line> = lines[..at].iter().filter(|line| !line.is_blank()).copied().collect();
    plan::states_meeting(&above, source)
}

/// The table that such lines are, if it is known or the grid can read nearly all of them.
fn table(lines: &[Line], known: Option<grid::Reading>, source: &str) -> Option<Embedded> {
    let reading = known.or_else(|| grid::read(lines, source)).filter(|reading| reading.share >= 90)?;
    let last = lines.iter().rfind(|line| !line.is_blank())?;
    Some(Embedded { span: Span::new(lines[0].span.start, last.span.end), reading })
}

/// Whether a line is the header of numbered rows and no list of persons.
fn is_header(line: &Line, source: &str) -> bool {
    let text = line.text(source);
    if text.len() > 600 || !grid::may_be_header(line, source) {
        return false;
    }
    let chunks = chunks(text);
    let is_key = |chunk: &&str| grid::is_key_header(chunk);
    chunks.len() >= 3 && !lists_persons(&chunks) && chunks.iter().take(2).any(is_key)
}

/// Whether the headers are those of a list of persons, and not of what each of them said.
fn lists_persons(headers: &[&str]) -> bool {
    let of_person =
        |header: &&str| ["氏", "委員", "所属", "職名", "役職", "名前"].iter().any(|word| header.starts_with(word));
    let told =
        |header: &&str| ["意見", "発言", "質問", "質疑", "回答", "対応"].iter().any(|word| header.contains(word));
    headers.iter().any(of_person) && !headers.iter().any(told)
}

/// The stretches of a line that wide gaps part.
fn chunks(text: &str) -> Vec<&str> {
    text.split("  ")
        .flat_map(|part| part.split(['\u{3000}', '\t']))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// The first line behind the table: one that keeps no columns, or that opens something else.
fn end(lines: &[Line], header: usize, source: &str) -> usize {
    let mut end = header + 1;
    for (at, line) in lines.iter().enumerate().skip(header + 1) {
        if line.is_blank() {
            continue;
        }
        let text = line.text(source);
        let opens = line.first(source).is_some_and(|c| is_bullet(c) || is_circled(c) || "（(【〔［[〈＜<※".contains(c));
        let keeps = line.has_wide_gap || line.indent >= 4;
        let apart = at > end;
        let numbered = line.first(source).is_some_and(is_digit) && keeps;
        let told = text.ends_with('。') && line.indent < 4 && !(numbered && chunks(text).len() > 2);
        if opens || !keeps || told || apart && !numbered && chunks(text).len() < 3 {
            break;
        }
        end = at + 1;
    }
    end
}

/// The line of the caption, which stands right above the header: `表２　事業の一覧`.
fn caption(lines: &[Line], header: usize, source: &str) -> usize {
    let above = header.checked_sub(1).filter(|at| !lines[*at].is_blank());
    let is_caption = |at: &usize| {
        let text = lines[*at].text(source);
        let named =
            text.ends_with(['表', '覧', '）', ')', '】']) || text.starts_with(['表', '別']) || text.contains("単位");
        named && text.chars().count() <= 30 && !text.contains(['。', '、'])
    };
    above.filter(is_caption).unwrap_or(header)
}

/// Takes the tables' lines out of the sheet.
pub(crate) fn take_out(sheet: &mut Blocks, tables: &[Embedded]) {
    let inside = |line: &Line| {
        let at = tables.partition_point(|table| table.span.end < line.span.end);
        tables.get(at).is_some_and(|table| table.span.start <= line.span.start)
    };
    let mut behind = false;
    sheet.body.retain_mut(|line| {
        let taken = inside(line);
        if behind && !taken {
            line.gap = line.gap.max(BEHIND);
        }
        behind = taken;
        !taken
    });
    sheet.furniture.retain(|(line, _)| !inside(line));
}

impl Embedded {
    pub fn reading(&self) -> &grid::Reading {
        &self.reading
    }
}

/// Gives each table to the last section that begins before it; gives what pages print within the tables.
pub(crate) fn place(
    tables: &[Embedded],
    sections: &mut Vec<Section>,
    ledger: &mut Ledger,
    findings: &mut Vec<Finding>,
) -> Vec<Furniture> {
    let mut furniture = Vec::new();
    for embedded in tables {
        let lines = ledger.lines(&[embedded.span]).unwrap_or([1, 1]);
        let grids = embedded.reading.tables.iter();
        let placed: Vec<Table> = grids.map(|grid| grid::place(grid, ledger, findings)).collect();
        if sections.first().is_none_or(|first| first.lines[0] > lines[0]) {
            sections.insert(0, unlabelled(sections, lines));
        }
        add(sections, lines, placed);
        furniture.extend(embedded.reading.furniture.iter().map(|(span, kind)| ledger.furniture(*span, *kind)));
    }
    furniture
}

/// Adds tables to the innermost section that begins before them; the sections around it grow with it.
fn add(sections: &mut [Section], lines: LineRange, tables: Vec<Table>) {
    let behind = sections.partition_point(|section| section.lines[0] <= lines[0]);
    let Some(section) = sections[..behind].last_mut() else { return };
    section.lines[1] = section.lines[1].max(lines[1]);
    if section.sections.first().is_some_and(|first| first.lines[0] <= lines[0]) {
        add(&mut section.sections, lines, tables);
    } else {
        section.tables.extend(tables);
    }
}

/// A section for tables that stand before all others.
fn unlabelled(sections: &[Section], lines: LineRange) -> Section {
    let used: HashSet<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    let id =
        (1usize..).map(|number| format!("section-{number}")).find(|id| !used.contains(id.as_str())).unwrap_or_default();
    Section {
        id,
        kind: SectionKind::Heading,
        label: None,
        heading: None,
        notes: Vec::new(),
        opinions: Vec::new(),
        tables: Vec::new(),
        sections: Vec::new(),
        fields: Fields::new(),
        marks: Positions::default(),
        lines,
    }
}
