//! A source's bytes → its document, and the document's rows and facts.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::failure::{Failure, FailureCode};
use super::plan::Task;
use super::process::{Fresh, Readers};
use super::read::Content;
use super::scan::Found;
use crate::dataset::Fragment;
use crate::dataset::rows::{Context, DiagnosticRow, Rows};
use crate::lang::Lang;
use crate::links::Facts;
use crate::model::Document;
use crate::options::Options;

impl Readers<'_> {
    /// Decodes, parses and corrects. A bug in the program costs one document, not the run.
    pub(super) fn document(&self, task: &Task, found: &Found, content: &Content) -> Result<Document, Failure> {
        let name = found.path.rsplit('/').next().unwrap_or(&found.path);
        let options = Options {
            name: name.to_owned(),
            id: Some(task.id.clone()),
            encoding: task.known.encoding,
            r#type: task.known.r#type.unwrap_or_default(),
            lang: self.lang,
            register: self.register.0.clone(),
            region: task.known.region.clone(),
        };
        let read = || {
            let mut document = crate::parse(&content.bytes, &options)?.document;
            self.corrections.apply(&mut document, &content.bytes, &options)?;
            Ok(document)
        };
        match catch_unwind(AssertUnwindSafe(read)) {
            Ok(Ok(document)) => Ok(document),
            Ok(Err(cause)) => Err(Failure::of_decoding(&cause, self.lang)),
            Err(panic) => Err(Failure::new(FailureCode::InternalError, panic_message(panic.as_ref()))),
        }
    }

    /// The rows of a document, or of a failure alone.
    pub(super) fn rows(
        &self,
        task: &Task,
        document: Option<&Document>,
        failure: Option<&Failure>,
        path: &str,
    ) -> (Fresh, Rows) {
        let mut rows = Rows::default();
        let mut facts = Vec::new();
        if let Some(document) = document {
            let found = Facts::of(document, task.known.region.as_deref());
            let entities = found.organizations.iter().map(|one| (one.id.clone(), one.entity.clone())).collect();
            rows = Rows::of(document, &Context { path: path.to_owned(), region: found.region.clone(), entities });
            facts = serde_json::to_vec(&found).unwrap_or_default();
            facts.push(b'\n');
        }
        rows.diagnostics.extend(failure.map(|failure| failure_row(&task.id, failure, self.lang)));
        (Fresh { fragments: Fragment::all(&rows), facts, body: 0 }, rows)
    }
}

fn failure_row(id: &str, failure: &Failure, lang: Lang) -> DiagnosticRow {
    DiagnosticRow {
        document: id.to_owned(),
        seq: 0,
        code: failure.code.word().to_owned(),
        severity: "error".to_owned(),
        message: failure.message(lang),
        first_line: None,
        last_line: None,
        start: None,
        end: None,
        data: None,
    }
}

fn panic_message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
