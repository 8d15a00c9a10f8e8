//! The pipeline: each stage is a verb with a file of its own, and this is their order.

use sha2::{Digest, Sha256};

use crate::decode::{DecodeError, decode};
use crate::element::{Element, Kind};
use crate::encoding::Encoding;
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::model::{Coverage, Document, DocumentType, Residue, SCHEMA_VERSION, SourceInfo};
use crate::options::{Options, TypeHint};
use crate::source::{Source, Undecodable};
use crate::{attribute, blocks, classify, emit, link, normalize, segment, survey, validate};

/// A document that was read. It always exists; what went wrong stands in `document.diagnostics`.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub document: Document,
}

impl Parsed {
    /// The document as indented JSON, with a line feed at its end.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = Vec::new();
        emit::pretty(&self.document, &mut out).expect("memory takes what is written");
        String::from_utf8(out).expect("serde_json writes UTF-8")
    }

    /// The document as one line of JSON, with a line feed at its end.
    #[must_use]
    pub fn to_ndjson(&self) -> String {
        let mut out = Vec::new();
        emit::compact(&self.document, &mut out).expect("memory takes what is written");
        String::from_utf8(out).expect("serde_json writes UTF-8")
    }
}

/// Reads one document from its bytes.
///
/// # Errors
/// Only decoding can fail: an empty, binary or too large file, or an encoding that contradicts the bytes.
pub fn parse(bytes: &[u8], options: &Options) -> Result<Parsed, DecodeError> {
    let (source, undecodable) = decode(bytes, &options.name, options.encoding)?;
    Ok(read(&source, &undecodable, bytes, options))
}

/// Reads one document from a text that is already decoded.
#[must_use]
pub fn parse_str(text: &str, options: &Options) -> Parsed {
    let source = Source::new(&options.name, text.into(), Encoding::Utf8, text.len(), 0);
    read(&source, &[], text.as_bytes(), options)
}

fn read(source: &Source, undecodable: &[Undecodable], bytes: &[u8], options: &Options) -> Parsed {
    let lines = normalize::normalize(source);
    let sheet = blocks::blocks(&lines, &source.text, blocks::Rows::Unnumbered);
    let habits = survey::survey(&sheet.body, &source.text);
    let mut ledger = Ledger::new(source);
    let mut findings = validate::doubtful_characters(source, undecodable);
    let mut document = envelope(source, bytes, options);
    document.furniture = sheet.furniture.iter().map(|(line, kind)| ledger.furniture(line.span, *kind)).collect();
    let elements = classify::classify(&sheet.body, &source.text, &habits);
    if is_minutes(&elements, options.r#type) {
        let ends = attribute::attribute(&elements, &source.text);
        let minutes = segment::segment(&elements, &ends, &mut ledger, &mut findings);
        document.r#type = DocumentType::Minutes;
        document.title = minutes.title;
        document.meeting = Some(minutes.meeting);
        document.sections = minutes.sections;
        document.organizations = link::link(&mut document.sections);
    }
    if document.r#type == DocumentType::Unknown {
        findings.push(Finding { kind: FindingKind::UnknownDocument, at: Vec::new() });
    }
    finish(document, ledger, findings, &lines, options)
}

/// Minutes have a title that says so, or at least two of: a date, an agenda, sections, opinions.
fn is_minutes(elements: &[Element], hint: TypeHint) -> bool {
    use crate::rules::{head::Field, summary::Kind as Part};
    let has = |kind: Kind| elements.iter().any(|element| element.kind == kind);
    let signs = [
        has(Kind::Title),
        has(Kind::Field(Field::Date)),
        has(Kind::Field(Field::Place)),
        has(Kind::Field(Field::Agenda)) || has(Kind::Part(Part::Agenda)),
        has(Kind::Part(Part::Item)) || has(Kind::Part(Part::Opinions)),
    ];
    let count = signs.iter().filter(|sign| **sign).count();
    match hint {
        TypeHint::Minutes => true,
        TypeHint::Plan => false,
        TypeHint::Auto => count >= 2,
    }
}

fn envelope(source: &Source, bytes: &[u8], options: &Options) -> Document {
    let digest = Sha256::digest(bytes);
    Document {
        schema_version: SCHEMA_VERSION.to_owned(),
        generator: concat!("giji ", env!("CARGO_PKG_VERSION")).to_owned(),
        id: options.document_id(),
        r#type: DocumentType::Unknown,
        source: SourceInfo {
            name: options.name.clone(),
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

/// Lists what is left over, counts, and turns findings into diagnostics in the order of their places.
fn finish(
    mut document: Document,
    mut ledger: Ledger,
    mut findings: Vec<Finding>,
    lines: &[crate::line::Line],
    options: &Options,
) -> Parsed {
    let left = ledger.unplaced();
    for span in &left {
        let at = lines.partition_point(|line| line.span.end <= span.start);
        let page = lines.get(at).map_or(1, |line| line.page);
        let passage = ledger.passage(&[*span]);
        if document.r#type != DocumentType::Unknown {
            let kind = FindingKind::UnplacedText { text: passage.text.clone() };
            findings.push(Finding { kind, at: vec![*span] });
        }
        document.residue.push(Residue { text: passage.text, spans: passage.spans, page, lines: passage.lines });
    }
    document.coverage = ledger.coverage(ledger.ink(&left));
    document.source.characters = ledger.characters();
    findings.sort_by_key(|finding| finding.at.first().map_or(0, |span| span.start));
    document.diagnostics = findings.iter().map(|finding| finding.diagnostic(options.lang, &ledger)).collect();
    Parsed { document }
}
