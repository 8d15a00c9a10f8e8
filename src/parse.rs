//! The pipeline: each stage is a verb with a file of its own, and this is their order.

use std::borrow::Cow;

use crate::blocks::{Blocks, Rows, blocks};
use crate::decode::{DecodeError, decode};
use crate::embedded::{self, Embedded};
use crate::encoding::Encoding;
use crate::line::Line;
use crate::normalize::normalize;
use crate::options::{Options, TypeHint};
use crate::parsed::Parsed;
use crate::plain::plain;
use crate::reading::Reading;
use crate::source::{Source, Undecodable};
use crate::trace::Trace;
use crate::unfold::unfold;
use crate::{attendees, grid, plan, site, verbatim};

/// Reads one document from its bytes.
///
/// # Errors
/// Only decoding can fail: an empty, binary or too large file, or an encoding that contradicts the bytes.
pub fn parse(bytes: &[u8], options: &Options) -> Result<Parsed, DecodeError> {
    let (source, undecodable) = decode(bytes, &options.name, options.encoding)?;
    Ok(read(&source, &undecodable, bytes, options, None))
}

/// Reads one document from a text that is already decoded.
#[must_use]
pub fn parse_str(text: &str, options: &Options) -> Parsed {
    let source = Source::new(&options.name, text.into(), Encoding::Utf8, text.len(), 0);
    read(&source, &[], text.as_bytes(), options, None)
}

/// The stages in their order; a trace takes down which rule decided which line.
pub(crate) fn read(
    source: &Source,
    undecodable: &[Undecodable],
    bytes: &[u8],
    options: &Options,
    trace: Option<&mut Trace>,
) -> Parsed {
    let lines = normalize(source);
    let text = &plain(&source.text, &lines);
    let (lines, of_site) = site::divide(lines, text);
    let reading = Reading::new(source, text, undecodable, bytes, options, trace).around(of_site);
    // As many cells a line as the header has: the count tells more than what the cells say.
    if options.r#type != TypeHint::Minutes
        && let Some(grids) = grid::spaced(&lines, text)
    {
        return reading.table(&grids, &lines);
    }
    if options.r#type != TypeHint::Minutes
        && let Some(plan) = plan::inferred(&lines, text)
    {
        return reading.inferred(plan, &lines);
    }
    let sheet = blocks(&lines, text, Rows::Numbered);
    match plan::find(&sheet, text, options.r#type) {
        plan::Found::Plan(draft) => reading.plan(&draft, &sheet),
        plan::Found::Parts(parts) => mixed(reading, sheet, lines, parts, options),
        plan::Found::Nothing => minutes(reading, sheet, &lines, options),
    }
}

/// Minutes and a plan in one file, each read as what it is; the whole as one where no plan can be read.
fn mixed(reading: Reading, sheet: Blocks, mut lines: Vec<Line>, parts: plan::Parts, options: &Options) -> Parsed {
    let text = reading.text();
    let (plan::Parts::PlanBelow(cut) | plan::Parts::MinutesBelow(cut)) = parts;
    let (above, below) = sheet.divided(cut);
    let of_plan = if matches!(parts, plan::Parts::PlanBelow(_)) { &below } else { &above };
    match (plan::draft(of_plan, text, options.r#type), parts) {
        (Some(draft), plan::Parts::PlanBelow(_)) => {
            lines.retain(|line| line.span.start < cut);
            minutes(reading.with_plan(&draft, &below), above, &lines, options)
        }
        (Some(draft), plan::Parts::MinutesBelow(_)) if plan::tells_meeting(&below.body, text) => {
            lines.retain(|line| line.span.start >= cut);
            minutes(reading.with_plan(&draft, &above), below, &lines, options)
        }
        (Some(draft), plan::Parts::MinutesBelow(_)) => reading.plan_and_minutes(&draft, &above, &below),
        (None, _) => match plan::draft(&sheet, text, options.r#type) {
            Some(draft) => reading.plan(&draft, &sheet),
            None => minutes(reading, sheet, &lines, options),
        },
    }
}

/// Minutes of either kind, a table, or what is none of these.
fn minutes(reading: Reading, sheet: Blocks, lines: &[Line], options: &Options) -> Parsed {
    let text = reading.text();
    let (sheet, tables) = running(sheet, lines, text);
    // A table and minutes around it: what is left tells a meeting without it.
    let body = &sheet.body;
    let around = !tables.is_empty() && (plan::tells_meeting(body, text) || plan::states_meeting(body, text));
    let reading = reading.with_tables(tables);
    let attendees = attendees::attendees(&sheet.body, text);
    let heads = verbatim::learn(&sheet.body, text, &attendees);
    let lost = grid::has_lost_columns(lines, text);
    if !lost && !heads.is_empty() {
        return reading.verbatim(&sheet, &heads, &attendees);
    }
    // １　窓口を一つにする（厚木市）: what a meeting numbers and nothing heads are opinions.
    let numbered = |grids: &grid::Reading| grids.is_numbered_list() && plan::tells_meeting(&sheet.body, text);
    let table = |grids: &grid::Reading| !around && is_table(grids, text, options.r#type) && !numbered(grids);
    match grid::read(lines, text).filter(table) {
        Some(grids) => reading.table(&grids, lines),
        None => reading.summary(&sheet, lines, lost, &attendees),
    }
}

/// The sheet as running text, and the tables that stand between it: lines that were run together are lines again, and
/// numbers alone are pages'.
fn running(sheet: Blocks, lines: &[Line], source: &str) -> (Blocks, Vec<Embedded>) {
    // Only a table's row may begin with a number alone; elsewhere one that counts on is a page's.
    let mut sheet = if sheet.has_numbers { blocks(lines, source, Rows::Unnumbered) } else { sheet };
    if let Cow::Owned(body) = unfold(&sheet.body, source) {
        sheet.body = body;
    }
    let tables = embedded::tables(lines, source);
    embedded::take_out(&mut sheet, &tables);
    (sheet, tables)
}

/// Whether tables are what the document is made of.
fn is_table(grids: &grid::Reading, source: &str, hint: TypeHint) -> bool {
    match hint {
        TypeHint::Plan => grids.tables.iter().any(|grid| plan::columns_of_grid(grid, source).is_some()),
        TypeHint::Minutes => false,
        TypeHint::Auto => grids.share >= 50,
    }
}
