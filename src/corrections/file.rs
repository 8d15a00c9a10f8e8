//! `corrections.toml`.

use std::fs;
use std::io;
use std::path::Path;

use globset::GlobMatcher;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::anchor::Anchor;
use crate::ingest::{IngestError, glob};
use crate::model::{CorrectionKind, Document};

/// One correction, as a person writes it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Id of the document, or a glob over ids: `odawara/**`.
    pub document: String,
    pub kind: CorrectionKind,
    /// The text that it is about, from the source or from the output; line ends and widths do not matter.
    pub quote: String,
    /// Where the text stands, in code points, if the document has it several times; the nearest place counts.
    #[serde(default)]
    pub at: Option<usize>,
    /// For `organization`: the id of a register row, or a name.
    #[serde(default)]
    pub organization: Option<String>,
    /// For `organization`: the name that belongs to the id.
    #[serde(default)]
    pub name: Option<String>,
    /// For `date`: the right date, ISO 8601.
    #[serde(default)]
    pub date: Option<String>,
    /// Why.
    #[serde(default)]
    pub note: Option<String>,
}

/// All corrections of a collection.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    list: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    correction: Correction,
    matcher: GlobMatcher,
    digest: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    correction: Vec<Correction>,
}

impl Corrections {
    /// The corrections in a file; none where `path` does not exist.
    ///
    /// # Errors
    /// A file that cannot be read or makes no sense.
    pub fn load(path: &Path) -> Result<Self, IngestError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(cause) => return Err(IngestError::Read { path: path.to_owned(), cause }),
        };
        Self::from_toml(&text).map_err(|message| IngestError::Settings { path: path.to_owned(), message })
    }

    /// The corrections in a text; the message says what makes no sense.
    ///
    /// # Errors
    /// A text that is not TOML, an unknown key, a correction without what its kind needs.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|cause| cause.to_string())?;
        let list = written.correction.into_iter().map(Entry::new).collect::<Result<_, _>>()?;
        Ok(Self { list })
    }

    /// Those that concern a document.
    pub(super) fn of<'c>(&'c self, id: &'c str) -> impl Iterator<Item = &'c Correction> {
        self.list.iter().filter(move |entry| entry.matcher.is_match(id)).map(|entry| &entry.correction)
    }

    /// Digests of those that concern a document: it is read again when they change.
    pub(crate) fn digests(&self, id: &str) -> Vec<&str> {
        let own = self.list.iter().filter(|entry| entry.matcher.is_match(id));
        own.map(|entry| entry.digest.as_str()).collect()
    }

    /// Digests of those that changed a document.
    pub(crate) fn applied(&self, document: &Document) -> Vec<String> {
        let applied = |entry: &&Entry| {
            let same =
                |one: &crate::model::Applied| one.quote == entry.correction.quote && one.kind == entry.correction.kind;
            entry.matcher.is_match(&document.id) && document.corrections.iter().any(same)
        };
        self.list.iter().filter(applied).map(|entry| entry.digest.clone()).collect()
    }

    /// Those that changed no document, given the digests of those that did.
    pub(crate) fn unused(&self, applied: &std::collections::BTreeSet<&str>) -> Vec<&Correction> {
        self.list
            .iter()
            .filter(|entry| !applied.contains(entry.digest.as_str()))
            .map(|entry| &entry.correction)
            .collect()
    }
}

impl Entry {
    fn new(correction: Correction) -> Result<Self, String> {
        let missing = match correction.kind {
            CorrectionKind::Organization => correction.organization.is_none().then_some("organization"),
            CorrectionKind::Date => correction.date.is_none().then_some("date"),
            CorrectionKind::NotSpeaker | CorrectionKind::Join => None,
        };
        let quote = &correction.quote;
        if let Some(missing) = missing {
            return Err(format!("the correction of “{quote}” lacks the key {missing}"));
        }
        if let Some(date) = correction.date.as_ref().filter(|date| date.parse::<jiff::civil::Date>().is_err()) {
            return Err(format!("the correction of “{quote}”: {date} is no date such as 2017-01-31"));
        }
        if quote.trim().is_empty() {
            return Err("a correction quotes nothing".to_owned());
        }
        let text = serde_json::to_string(&correction).map_err(|cause| cause.to_string())?;
        let digest = Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let matcher = glob(&correction.document)?.compile_matcher();
        Ok(Self { matcher, digest, correction })
    }
}

impl Correction {
    /// Whether it names one document, which then answers for it.
    pub(super) fn is_for_one(&self) -> bool {
        !self.document.contains(['*', '?', '[', '{'])
    }

    /// Which of the places it means: the nearest to `at`; without `at` the only one, and every one for a label.
    pub(super) fn choose(&self, mut places: Vec<Anchor>) -> Vec<Anchor> {
        if let Some(at) = self.at {
            let nearest = places.iter().map(|place| place.at.abs_diff(at)).min();
            places.retain(|place| Some(place.at.abs_diff(at)) == nearest);
            places.truncate(1);
        } else if places.len() > 1 && self.kind != CorrectionKind::Organization {
            places.clear();
        }
        places
    }
}
