//! One organization, with the names by which documents call it and how often.

use std::collections::BTreeSet;

use giji::model::{Classification, Document, Method, Organization};
use serde::Serialize;

/// How far an organization is known; the order is that of certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    Ambiguous,
    Unregistered,
    /// A group that is no organization: 行政.
    Generic,
    Resolved,
}

/// One organization, or one label that may mean several.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Absent for an ambiguous label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub name: String,
    pub status: Standing,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classification: Option<Classification>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    pub labels: Vec<Label>,
    /// The ids of all that an ambiguous label may mean.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
    #[serde(flatten)]
    pub counts: Counts,
    /// The files that have it.
    pub files: Vec<String>,
    /// The regions of these documents; an empty one where a document states none.
    #[serde(skip)]
    pub regions: BTreeSet<String>,
}

/// How often an organization stands where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub speaker: usize,
    pub lead: usize,
    pub cooperating: usize,
    pub attendee: usize,
    pub mention: usize,
}

impl Counts {
    pub fn all(&self) -> usize {
        self.speaker + self.lead + self.cooperating + self.attendee + self.mention
    }
}

/// A name by which documents call an organization.
#[derive(Debug, Serialize)]
pub struct Label {
    pub label: String,
    /// By what it was resolved; none where it was not, or stands in running text only.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub methods: BTreeSet<&'static str>,
    pub count: usize,
}

impl Label {
    /// `exact`, or several: `alias/context`.
    pub fn methods(&self) -> String {
        self.methods.iter().copied().collect::<Vec<_>>().join("/")
    }
}

impl Entry {
    pub fn of(organization: &Organization, status: Standing) -> Self {
        Self {
            id: Some(organization.id.clone()),
            classification: Some(organization.classification),
            parent: organization.parent.clone(),
            region: organization.region.clone(),
            ..Self::named(&organization.name, status)
        }
    }

    pub fn ambiguous(label: &str, candidates: &[String]) -> Self {
        Self { candidates: candidates.to_vec(), ..Self::named(label, Standing::Ambiguous) }
    }

    fn named(name: &str, status: Standing) -> Self {
        Self {
            id: None,
            name: name.to_owned(),
            status,
            classification: None,
            parent: None,
            region: None,
            labels: Vec::new(),
            candidates: Vec::new(),
            counts: Counts::default(),
            files: Vec::new(),
            regions: BTreeSet::new(),
        }
    }

    pub fn label(&mut self, text: &str, method: Option<Method>) {
        let at = self.labels.iter().position(|known| known.label == text).unwrap_or(self.labels.len());
        if at == self.labels.len() {
            self.labels.push(Label { label: text.to_owned(), methods: BTreeSet::new(), count: 0 });
        }
        self.labels[at].count += 1;
        self.labels[at].methods.extend(method.map(word));
    }

    pub fn found_in(&mut self, document: &Document, file: &str) {
        if self.files.last().is_none_or(|last| last != file) {
            self.files.push(file.to_owned());
            let meeting = document.meeting.as_ref().and_then(|meeting| meeting.region.clone());
            let region = meeting.or_else(|| document.plan.as_ref()?.region.clone());
            self.regions.insert(region.unwrap_or_default());
        }
    }
}

fn word(method: Method) -> &'static str {
    match method {
        Method::Exact => "exact",
        Method::Variant => "variant",
        Method::Alias => "alias",
        Method::Abbreviation => "abbreviation",
        Method::Context => "context",
    }
}
