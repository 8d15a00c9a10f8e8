//! The pipeline: each stage is a verb with a file of its own, and this is their order.

use std::borrow::Cow;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::attendees::{self, Attendees};
use crate::blocks::{Blocks, Rows};
use crate::decode::{DecodeError, decode};
use crate::element::{Element, Kind};
use crate::embedded::Embedded;
use crate::encoding::Encoding;
use crate::finding::{Finding, FindingKind};
use crate::ids::Ids;
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::line::Line;
use crate::model::{Coverage, Document, DocumentType, Meeting, Passage, Plan, Residue, SCHEMA_VERSION, SourceInfo};
use crate::options::{Options, TypeHint};
use crate::source::{Source, Undecodable};
use crate::text::normal_form;
use crate::trace::Trace;
use crate::{
    attribute, blocks, classify, embedded, emit, grid, link, normalize, plan, segment, survey, unfold, validate,
    verbatim,
};

/// A document that was read. It always exists; what went wrong stands in `document.diagnostics`.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub document: Document,
}

impl Parsed {
    /// The document as indented JSON, with a line feed at its end.
    #[must_use]
    pub fn to_json(&self) -> String {
        String::from_utf8(self.to_json_bytes()).expect("serde_json writes UTF-8")
    }

    /// The document as one line of JSON, with a line feed at its end.
    #[must_use]
    pub fn to_ndjson(&self) -> String {
        String::from_utf8(self.to_ndjson_bytes()).expect("serde_json writes UTF-8")
    }

    /// [`to_json`](Self::to_json) as UTF-8 bytes, for writing.
    #[must_use]
    pub fn to_json_bytes(&self) -> Vec<u8> {
        // Positions and names of fields make the output up to ten times as long as the source; what is reserved and not used costs nothing.
        let mut out = Vec::with_capacity(16 * self.document.source.bytes);
        emit::pretty(&self.document, &mut out).expect("memory takes what is written");
        out
    }

    /// [`to_ndjson`](Self::to_ndjson) as UTF-8 bytes, for writing.
    #[must_use]
    pub fn to_ndjson_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(12 * self.document.source.bytes);
        emit::compact(&self.document, &mut out).expect("memory takes what is written");
        out
    }
}

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
    let lines = normalize::normalize(source);
    let sheet = blocks::blocks(&lines, &source.text, Rows::Numbered);
    let draft = plan::draft(&sheet, &source.text, options.r#type);
    let lost = grid::has_lost_columns(&lines, &source.text);
    let reading = Reading {
        document: envelope(source, bytes, options),
        ledger: Ledger::new(source),
        findings: validate::doubtful_characters(source, undecodable),
        options,
        register: options.register.clone().unwrap_or_else(Register::embedded),
        tables: Vec::new(),
        trace,
    };
    if let Some(draft) = draft {
        return reading.plan(&draft, &sheet);
    }
    // Only a table's row may begin with a number alone; elsewhere one that counts on is a page's.
    let sheet = if sheet.has_numbers { blocks::blocks(&lines, &source.text, Rows::Unnumbered) } else { sheet };
    let sheet = match unfold::unfold(&sheet.body, &source.text) {
        Cow::Owned(body) => Blocks { body, ..sheet },
        Cow::Borrowed(_) => sheet,
    };
    let tables = embedded::tables(&lines, &source.text);
    let mut sheet = sheet;
    embedded::take_out(&mut sheet, &tables);
    let attendees = attendees::attendees(&sheet.body, &source.text);
    let heads = verbatim::learn(&sheet.body, &source.text, &attendees);
    let reading = Reading { tables, ..reading };
    if !lost && !heads.is_empty() {
        return reading.verbatim(&sheet, &heads, &attendees);
    }
    match grid::read(&lines, &source.text).filter(|grids| is_table(grids, &source.text, options.r#type)) {
        Some(grids) => reading.table(&grids, &lines),
        None => reading.summary(&sheet, &lines, lost, &attendees),
    }
}

/// A document on its way from blocks to output.
struct Reading<'s, 'o, 't> {
    document: Document,
    ledger: Ledger<'s>,
    findings: Vec<Finding>,
    options: &'o Options,
    register: Arc<Register>,
    /// The tables that stand between other text, whose lines the sheet no longer has.
    tables: Vec<Embedded>,
    trace: Option<&'t mut Trace>,
}

impl Reading<'_, '_, '_> {
    fn plan(mut self, draft: &plan::Draft, sheet: &Blocks) -> Parsed {
        self.place_furniture(sheet, |line| !draft.claims(line));
        let parts = plan::read(draft, &mut self.ledger, &mut self.findings);
        if let Some(trace) = &mut self.trace {
            trace.lines(draft.decisions(&parts.items, &self.ledger));
        }
        self.document.r#type = DocumentType::Plan;
        self.document.title = parts.title;
        self.document.plan = Some(parts.plan).filter(|plan| *plan != Plan::default());
        self.document.items = parts.items;
        self.document.furniture.extend(parts.furniture);
        self.document.furniture.sort_by(|one, other| one.spans.0.cmp(&other.spans.0));
        self.finish(draft.body())
    }

    fn table(mut self, grids: &grid::Reading, lines: &[Line]) -> Parsed {
        let furniture = grids.furniture.iter();
        self.document.furniture = furniture.map(|(span, kind)| self.ledger.furniture(*span, *kind)).collect();
        if let [grid] = grids.tables.as_slice()
            && let Some(kinds) = plan::columns_of_grid(grid, self.ledger.text())
        {
            let parts = plan::of_grid(grid, &kinds, &mut self.ledger);
            if let Some(trace) = &mut self.trace {
                trace.lines(grid::decisions(grids, &[], &self.ledger));
            }
            self.document.r#type = DocumentType::Plan;
            self.document.title = parts.title;
            self.document.plan = Some(parts.plan);
            self.document.items = parts.items;
            return self.finish(lines);
        }
        let tables = grids.tables.iter();
        self.document.tables = tables.map(|table| grid::place(table, &mut self.ledger, &mut self.findings)).collect();
        if let Some(trace) = &mut self.trace {
            trace.lines(grid::decisions(grids, &self.document.tables, &self.ledger));
        }
        self.document.r#type = DocumentType::Table;
        self.finish(lines)
    }

    /// Minutes that sum up; a document that is none of all is unknown.
    fn summary(mut self, sheet: &Blocks, lines: &[Line], lost: bool, attendees: &Attendees) -> Parsed {
        let source = self.ledger.text();
        let body = attendees.without_lists(&sheet.body);
        let habits = survey::survey(&body, source);
        let elements = classify::classify(&body, source, &habits);
        let ends = attribute::attribute(&elements, source, &self.register, attendees, self.trace.as_deref_mut());
        let is_minutes = is_minutes(&elements, &ends, source, attendees, self.options.r#type);
        // Minutes of a meeting say when it was; a title alone does not outweigh columns that are plainly lost.
        let dated = elements.iter().any(|element| element.kind == Kind::Field(crate::rules::head::Field::Date));
        if lost && !(is_minutes && dated) {
            // Numbers alone on their lines are rows' here, not pages'.
            self.findings.push(Finding { kind: FindingKind::LostColumns, at: Vec::new() });
            return self.finish(lines);
        }
        self.place_furniture(sheet, |_| true);
        if is_minutes {
            if let Some(trace) = &mut self.trace {
                trace.elements(&elements, &body);
                trace.attendees(attendees, &sheet.body, source);
            }
            let mut minutes = segment::segment(&elements, &ends, &mut self.ledger, &mut self.findings);
            attendees.place(&mut minutes.meeting, &mut self.ledger);
            self.document.r#type = DocumentType::Minutes;
            self.document.title = minutes.title;
            self.document.meeting = Some(minutes.meeting).filter(|meeting| *meeting != Meeting::default());
            self.document.sections = minutes.sections;
            self.place_tables();
        } else {
            self.findings.push(Finding { kind: FindingKind::UnknownDocument, at: Vec::new() });
        }
        self.finish(&sheet.body)
    }

    /// Minutes in which turns have been found.
    fn verbatim(mut self, sheet: &Blocks, heads: &[verbatim::Head], attendees: &Attendees) -> Parsed {
        self.place_furniture(sheet, |_| true);
        let tail = verbatim::tail(&sheet.body, heads, self.ledger.text());
        if let Some(trace) = &mut self.trace {
            trace.attendees(attendees, &sheet.body, self.ledger.text());
            trace.lines(verbatim::decisions(&sheet.body[..tail], heads, attendees, self.ledger.text()));
        }
        let minutes =
            verbatim::read(&sheet.body[..tail], heads, attendees, &self.register, &mut self.ledger, &mut self.findings);
        self.document.r#type = DocumentType::Minutes;
        self.document.title = minutes.title;
        self.document.meeting = Some(minutes.meeting).filter(|meeting| *meeting != Meeting::default());
        self.document.sections = minutes.sections;
        self.written(&sheet.body[tail..], minutes.ids, attendees);
        self.place_tables();
        self.finish(&sheet.body)
    }

    /// What stands behind the turns under a heading of its own, summarised: `（参考）書面で提出された意見`.
    fn written(&mut self, lines: &[Line], ids: Ids, attendees: &Attendees) {
        let Some((heading, lines)) = lines.split_first() else { return };
        let source = self.ledger.text();
        let habits = survey::survey(lines, source);
        let elements = classify::classify_part(lines, source, &habits);
        let ends = attribute::attribute(&elements, source, &self.register, attendees, self.trace.as_deref_mut());
        if let Some(trace) = &mut self.trace {
            trace.elements(&elements, lines);
        }
        let sections = segment::part(heading, &elements, &ends, ids, &mut self.ledger, &mut self.findings);
        self.document.sections.extend(sections);
    }

    fn place_tables(&mut self) {
        if let Some(trace) = &mut self.trace {
            let readings = self.tables.iter().map(Embedded::reading);
            readings.for_each(|reading| trace.lines(grid::decisions(reading, &[], &self.ledger)));
        }
        let sections = &mut self.document.sections;
        let printed = embedded::place(&self.tables, sections, &mut self.ledger, &mut self.findings);
        if !printed.is_empty() {
            self.document.furniture.extend(printed);
            self.document.furniture.sort_by(|one, other| one.spans.0.cmp(&other.spans.0));
        }
    }

    /// Places what the page prints, as far as the reading does not claim it for itself.
    fn place_furniture(&mut self, sheet: &Blocks, is_free: impl Fn(&Line) -> bool) {
        if let Some(trace) = &mut self.trace {
            trace.furniture(sheet.furniture.iter().filter(|(line, _)| is_free(line)), self.ledger.text());
        }
        let lines = sheet.furniture.iter().filter(|(line, _)| is_free(line));
        self.document.furniture = lines.map(|(line, kind)| self.ledger.furniture(line.span, *kind)).collect();
    }

    /// Says who the names are, lists what is left over, counts, and turns findings into diagnostics in the order of
    /// their places.
    fn finish(mut self, body: &[Line]) -> Parsed {
        let region = self.options.region.as_deref();
        link::link(&mut self.document, &self.register, region, &self.ledger, &mut self.findings);
        let in_rows = matches!(self.document.r#type, DocumentType::Plan | DocumentType::Table);
        let left = self.ledger.unplaced();
        for span in &left {
            let at = body.partition_point(|line| line.span.end <= span.start);
            let page = body.get(at).map_or(1, |line| line.page);
            let passage = self.ledger.passage(&[*span]);
            if self.document.r#type != DocumentType::Unknown {
                let kind = FindingKind::UnplacedText { text: passage.text.clone(), in_rows };
                self.findings.push(Finding { kind, at: vec![*span] });
            }
            let Passage { text, spans, lines } = passage;
            self.document.residue.push(Residue { text, spans, page, lines });
        }
        self.document.coverage = self.ledger.coverage(self.ledger.ink(&left));
        self.document.source.characters = self.ledger.characters();
        self.findings.sort_by_key(|finding| finding.at.first().map_or(0, |span| span.start));
        let diagnostics = self.findings.iter().map(|finding| finding.diagnostic(self.options.lang, &self.ledger));
        self.document.diagnostics = diagnostics.collect();
        Parsed { document: self.document }
    }
}

/// Whether tables are what the document is made of.
fn is_table(grids: &grid::Reading, source: &str, hint: TypeHint) -> bool {
    match hint {
        TypeHint::Plan => grids.tables.iter().any(|grid| plan::columns_of_grid(grid, source).is_some()),
        TypeHint::Minutes => false,
        TypeHint::Auto => grids.share >= 50,
    }
}

/// Minutes have a title that says so, or at least two of: a date, an agenda, sections, opinions.
fn is_minutes(
    elements: &[Element],
    ends: &[attribute::End],
    source: &str,
    attendees: &Attendees,
    hint: TypeHint,
) -> bool {
    use crate::rules::{head::Field, summary::Kind as Part};
    let has = |kind: Kind| elements.iter().any(|element| element.kind == kind);
    let signs = [
        has(Kind::Title),
        elements.iter().any(|element| element.kind == Kind::Title && is_record(&normal_form(source, &element.text))),
        has(Kind::Field(Field::Date)),
        has(Kind::Field(Field::Place)),
        has(Kind::Field(Field::Agenda)) || has(Kind::Part(Part::Agenda)),
        has(Kind::Part(Part::Item)) || has(Kind::Part(Part::Opinions)),
        !attendees.entries.is_empty(),
        attendees.are_present(),
        ends.iter().filter(|end| matches!(end, attribute::End::Speaker(_))).count() >= 2,
        elements.iter().filter(|element| opens_or_closes(element, source)).count() >= 2,
    ];
    let count = signs.iter().filter(|sign| **sign).count();
    match hint {
        TypeHint::Minutes => true,
        TypeHint::Plan => false,
        TypeHint::Auto => count >= 2,
    }
}

/// Whether a title says that it is the record of a meeting: `第２回審議会 会議録`.
fn is_record(title: &str) -> bool {
    const WORDS: [&str; 8] =
        ["会議録", "議事録", "議事概要", "議事要旨", "議事要録", "会議概要", "会議要旨", "会議要録"];
    // 会議録（案）, 議事録（要旨）
    let bare = title.rfind(['（', '(']).map_or(title, |open| title[..open].trim_end());
    title.chars().count() > 6 && WORDS.iter().any(|word| title.ends_with(word) || bare.ends_with(word))
}

/// Whether a numbered heading is what only meetings have: `１ 開会`, `２ 会長あいさつ`.
fn opens_or_closes(element: &Element, source: &str) -> bool {
    use crate::rules::summary::Kind as Part;
    const WORDS: [&str; 10] =
        ["開会", "閉会", "あいさつ", "挨拶", "議事", "議題", "質疑", "意見交換", "自己紹介", "委嘱状"];
    let heading = matches!(element.kind, Kind::Part(Part::Heading | Part::Agenda));
    let text = || normal_form(source, &element.text);
    heading && !element.text.is_empty() && WORDS.iter().any(|word| text().contains(word))
}

fn envelope(source: &Source, bytes: &[u8], options: &Options) -> Document {
    let digest = Sha256::digest(bytes);
    Document {
        schema_version: SCHEMA_VERSION.to_owned(),
        generator: concat!("giji ", env!("CARGO_PKG_VERSION")).to_owned(),
        id: options.document_id(),
        r#type: DocumentType::Unknown,
        source: SourceInfo {
            name: if options.name.is_empty() { "-".to_owned() } else { options.name.clone() },
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
            encoding: source.encoding.to_string(),
            bytes: source.bytes,
            characters: 0,
            lines: if source.text.is_empty() { 0 } else { source.line_starts.len() },
        },
        title: None,
        meeting: None,
        plan: None,
        sections: Vec::new(),
        items: Vec::new(),
        tables: Vec::new(),
        organizations: Vec::new(),
        furniture: Vec::new(),
        residue: Vec::new(),
        coverage: Coverage { characters: 0, placed: 0, furniture: 0, residue: 0 },
        diagnostics: Vec::new(),
        corrections: Vec::new(),
        links: Vec::new(),
    }
}
