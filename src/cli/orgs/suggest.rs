//! Register rows for what the register lacks, ready to be corrected and fed back.

use giji::Lang;
use giji::lexicon::forms;
use giji::lexicon::municipalities::{Municipalities, Municipality};
use giji::lexicon::register::{Register, Row};
use giji::lexicon::register_record::{columns, record};
use giji::link::shape::Shape;
use giji::model::{Classification, Identifier};
use indexmap::IndexMap;

use super::entry::{Entry, Standing};

/// A table with the register's own columns: a row for each unregistered name, and for each that an ambiguous label may mean.
pub fn rows(entries: &[Entry], register: &Register, delimiter: u8, lang: Lang) -> String {
    let mut rows = Suggestions { register, lang, rows: IndexMap::new() };
    for entry in entries {
        match entry.status {
            Standing::Unregistered => rows.unregistered(entry),
            Standing::Ambiguous => rows.ambiguous(entry),
            Standing::Resolved | Standing::Generic => {}
        }
    }
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer.write_record(columns()).expect("memory takes what is written");
    for (row, note) in rows.rows.values() {
        writer.write_record(record(row, note)).expect("memory takes what is written");
    }
    String::from_utf8(writer.into_inner().expect("memory takes what is written")).expect("the cells are UTF-8")
}

struct Suggestions<'r> {
    register: &'r Register,
    lang: Lang,
    /// Each row with its note, by id.
    rows: IndexMap<String, (Row, String)>,
}

impl Suggestions<'_> {
    fn unregistered(&mut self, entry: &Entry) {
        let id = entry.id.clone().unwrap_or_default();
        let others = entry.labels.iter().map(|label| label.label.clone()).filter(|label| *label != entry.name);
        let row = Row {
            other_names: others.collect(),
            classification: entry.classification.unwrap_or(Classification::Other),
            parent: entry.parent.clone(),
            region: region_of(entry),
            ..row(id.clone(), &entry.name)
        };
        let (times, files) = (entry.counts.all(), files(entry));
        let note = match self.lang {
            Lang::En => format!("unregistered; {times} × in {files}"),
            Lang::Ja => format!("未登録。{files}に{times}件"),
        };
        self.rows.entry(id).or_insert((row, note));
    }

    fn ambiguous(&mut self, entry: &Entry) {
        let (label, times, files) = (&entry.name, entry.counts.all(), files(entry));
        let note = match self.lang {
            Lang::En => format!("{label} may mean this row or another; {times} × in {files}"),
            Lang::Ja => format!("「{label}」の候補の一つ。{files}に{times}件"),
        };
        for id in &entry.candidates {
            let (row, notes) =
                self.rows.entry(id.clone()).or_insert_with(|| (candidate(id, self.register), String::new()));
            if row.name != *label && !row.other_names.contains(label) {
                row.other_names.push(label.clone());
            }
            *notes += if notes.is_empty() { "" } else { "; " };
            *notes += &note;
        }
    }
}

/// A row for one of the candidates: the register's own, a government's, or one that tells what the name tells.
fn candidate(id: &str, register: &Register) -> Row {
    if let Some(row) = register.by_id(id) {
        return row.clone();
    }
    if let Some(government) = id.strip_prefix("lg:").and_then(|code| Municipalities::all().by_code(code)) {
        let identifier = Identifier {
            scheme: "全国地方公共団体コード".to_owned(),
            identifier: government.code.to_owned(),
        };
        let classification =
            if government.is_prefecture() { Classification::Prefecture } else { Classification::Municipality };
        return Row {
            classification,
            region: prefecture(government),
            identifiers: vec![identifier],
            ..row(id.to_owned(), government.name)
        };
    }
    let name = id.strip_prefix("org:").unwrap_or(id);
    let shape = Shape::of(name);
    let region = shape.place.as_ref().and_then(|place| match &*place.rows {
        [only] => prefecture(only),
        _ => None,
    });
    let classification = forms::of(name).map_or(Classification::Other, |form| form.classification);
    Row { classification, region, ..row(id.to_owned(), name) }
}

/// The name of the prefecture: 長野県.
fn prefecture(government: &Municipality) -> Option<String> {
    let row = Municipalities::all().prefecture(government.prefecture())?;
    Some(row.name.to_owned())
}

fn row(id: String, name: &str) -> Row {
    Row {
        id,
        name: name.to_owned(),
        other_names: Vec::new(),
        classification: Classification::Other,
        region: None,
        parent: None,
        valid_from: None,
        valid_to: None,
        identifiers: Vec::new(),
        source: None,
    }
}

/// The region of all documents that have the name, where they have one in common.
fn region_of(entry: &Entry) -> Option<String> {
    let region = entry.regions.first().filter(|_| entry.regions.len() == 1)?;
    (!region.is_empty()).then(|| region.clone())
}

/// The first files, for a note.
fn files(entry: &Entry) -> String {
    const SHOWN: usize = 3;
    let shown: Vec<&str> = entry.files.iter().take(SHOWN).map(String::as_str).collect();
    let more = if entry.files.len() > SHOWN { " …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
