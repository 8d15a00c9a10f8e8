//! A folder of dumps becomes a dataset: incremental, safe, linked.
//!
//! | step | file |
//! |---|---|
//! | no dataset over foreign files or among the sources | `place` |
//! | one ingest at a time | `lock` |
//! | an interrupted commit is completed, an interrupted preparation forgotten | `stage` |
//! | folders → files with ids | `scan` |
//! | files and manifest → tasks | `plan` |
//! | task → document, rows, facts; in parallel, delivered in order | `process`, `rows`, `stored`, `ordered` |
//! | rows → table files: what is unchanged is copied from the old ones | `tables` |
//! | facts → links, in `links` and in the documents | `linking` |
//! | everything prepared is moved into place, the database follows, the manifest is last | `stage` |
//!
//! Nothing in the data folder changes before everything is prepared and on disk; from then on an interrupted run is
//! completed by the next one.

mod error;
mod failure;
mod index;
mod linking;
mod lock;
mod manifest;
mod ordered;
mod place;
mod plan;
mod process;
mod read;
mod request;
mod rows;
mod run;
mod scan;
mod seen;
mod settings;
mod splice;
mod stage;
mod stated;
mod stored;
mod summary;
mod tables;

pub use error::IngestError;
pub use failure::{Failure, FailureCode};
pub use manifest::{Entry, Manifest, Output, State, Totals};
pub use process::Change;
pub use request::{Event, Request};
pub use run::ingest;
pub(crate) use settings::glob;
pub use settings::{Override, Settings};
pub use stated::DoubtfulEncoding;
pub use summary::Summary;
