//! What a caller may say about one document.

use std::sync::Arc;

use crate::encoding::Encoding;
use crate::lang::Lang;
use crate::lexicon::register::Register;

/// How to read one document. `Options::default()` decides everything by the document.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// File name for `source.name`; its stem is the document's id unless `id` says otherwise.
    pub name: String,
    /// The document's id.
    pub id: Option<String>,
    /// The encoding; chosen by the bytes where absent.
    pub encoding: Option<Encoding>,
    /// What kind of document it is.
    pub r#type: TypeHint,
    /// Language of the diagnostics' messages.
    pub lang: Lang,
    /// The organizations that are known; those that come with the program where absent.
    pub register: Option<Arc<Register>>,
    /// The region, where the document does not say it: it tells whom 県 or 市立病院 means, and is written nowhere.
    pub region: Option<String>,
}

/// What kind of document the caller expects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypeHint {
    /// Decided by the document.
    #[default]
    Auto,
    /// Minutes.
    Minutes,
    /// A plan table.
    Plan,
}

impl Options {
    /// Options for a file of this name.
    ///
    /// ```
    /// assert_eq!(giji::Options::named("minutes.txt").name, "minutes.txt");
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The id of the document: the one given, else the file's stem.
    pub(crate) fn document_id(&self) -> String {
        let stem = std::path::Path::new(&self.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        match (&self.id, stem) {
            (Some(id), _) => id.clone(),
            (None, Some(stem)) if stem != "-" => stem,
            (None, _) => "stdin".to_owned(),
        }
    }
}
