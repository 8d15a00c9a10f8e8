//! What the summary counts, document by document.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use giji::model::{Document, Section, Status};

use super::options;

/// Every document of the corpus, as it was read.
pub struct Corpus {
    pub documents: Vec<Counts>,
    /// The ids of the rules that decided any line.
    pub rules_used: BTreeSet<&'static str>,
}

/// The figures of one document, or of all.
#[derive(Clone, Default)]
pub struct Counts {
    pub name: String,
    pub kind: String,
    /// Lines with text.
    pub lines: usize,
    /// Those of which nothing is residue.
    pub placed_lines: usize,
    pub sections: usize,
    /// Items of minutes, rows of plans and tables.
    pub items: usize,
    pub opinions: usize,
    /// Opinions that name their speaker.
    pub attributed: usize,
    /// Places where an organization is named as a speaker or in a cell.
    pub parties: usize,
    /// Those of which it is known who they are.
    pub resolved: usize,
    pub diagnostics: BTreeMap<String, usize>,
}

impl Corpus {
    pub fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let mut corpus = Self { documents: Vec::new(), rules_used: BTreeSet::new() };
        let sources = fs::read_to_string(root.join("SOURCES.tsv")).expect("the corpus has a list");
        let mut paths: Vec<&str> = sources.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        paths.sort_unstable();
        for path in paths {
            corpus.add(&root.join(path), path.trim_end_matches(".txt"));
        }
        corpus
    }

    fn add(&mut self, path: &Path, name: &str) {
        let bytes = fs::read(path).expect("the corpus can be read");
        let parsed = giji::parse(&bytes, &options(path)).expect("the corpus can be decoded");
        let explained = giji::explain(&bytes, &options(path)).expect("the corpus can be decoded");
        let mut counts = Counts { name: name.to_owned(), ..Counts::default() };
        for line in explained.iter().filter(|line| !line.text.trim().is_empty()) {
            counts.lines += 1;
            counts.placed_lines += usize::from(!line.pieces.iter().any(|piece| piece.leaf.starts_with("residue")));
            self.rules_used.extend(line.decisions.iter().map(|decision| decision.rule));
        }
        counts.document(&parsed.document);
        self.documents.push(counts);
    }

    pub fn total(&self) -> Counts {
        let mut total = Counts { name: "total".to_owned(), ..Counts::default() };
        self.documents.iter().for_each(|counts| total.add(counts));
        total
    }
}

impl Counts {
    fn document(&mut self, document: &Document) {
        self.kind = name_of(&document.r#type);
        document.sections.iter().for_each(|section| self.section(section));
        self.items += document.items.len() + document.tables.iter().map(|table| table.rows.len()).sum::<usize>();
        let cells = document.items.iter().flat_map(|item| item.lead.iter().chain(&item.cooperating));
        cells.for_each(|cell| self.party(cell.status));
        for diagnostic in &document.diagnostics {
            *self.diagnostics.entry(name_of(&diagnostic.code)).or_default() += 1;
        }
    }

    fn section(&mut self, section: &Section) {
        self.sections += 1;
        self.items += usize::from(section.kind == giji::model::SectionKind::Item);
        self.items += section.tables.iter().map(|table| table.rows.len()).sum::<usize>();
        for opinion in &section.opinions {
            self.opinions += 1;
            self.attributed += usize::from(opinion.attribution.is_some());
            let parties = opinion.attribution.iter().flat_map(|attribution| &attribution.parties);
            parties.for_each(|party| self.party(party.status));
        }
        section.sections.iter().for_each(|section| self.section(section));
    }

    fn party(&mut self, status: Status) {
        self.parties += 1;
        self.resolved += usize::from(status == Status::Resolved);
    }

    fn add(&mut self, other: &Self) {
        self.lines += other.lines;
        self.placed_lines += other.placed_lines;
        self.sections += other.sections;
        self.items += other.items;
        self.opinions += other.opinions;
        self.attributed += other.attributed;
        self.parties += other.parties;
        self.resolved += other.resolved;
        for (code, count) in &other.diagnostics {
            *self.diagnostics.entry(code.clone()).or_default() += count;
        }
    }
}

/// A value of a closed list, as the JSON writes it.
fn name_of(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("it is JSON");
    value.as_str().unwrap_or_default().to_owned()
}
