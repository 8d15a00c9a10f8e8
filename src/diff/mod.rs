//! What differs between two documents, two editions of a plan, or two datasets.

mod dataset;
mod document;
mod items;
mod lines;
mod near;
mod opinions;
mod text;
mod words;

pub use dataset::{DatasetDiff, datasets};
pub use document::{DocumentDiff, FieldChange, Names, documents};
pub use items::{ItemChange, ItemKind};
pub use lines::Lines;
pub use opinions::{OpinionChange, OpinionKind};
pub use words::{Operation, Piece};
