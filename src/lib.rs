//! Turns the text dump of Japanese public minutes and plan tables into data that points back to its source.

#![forbid(unsafe_code)]

mod apart;
mod attendees;
mod attribute;
mod blocks;
mod characters;
mod classify;
pub mod corrections;
pub mod dataset;
pub mod decode;
mod diagnostic;
pub mod diff;
mod element;
mod embedded;
mod emit;
mod encoding;
mod explain;
mod finding;
mod fold;
mod grid;
mod ids;
pub mod ingest;
mod lang;
mod leading;
mod ledger;
pub mod lexicon;
mod line;
pub mod link;
pub mod links;
pub mod model;
mod morph;
mod name_lines;
mod non_letters;
mod normalize;
mod options;
mod parse;
mod parsed;
mod pattern;
mod plain;
mod plan;
mod reading;
mod rules;
pub mod schema;
mod segment;
mod site;
mod source;
mod span;
#[cfg(feature = "stages")]
#[doc(hidden)]
pub mod stages;
mod survey;
mod text;
mod title;
mod trace;
mod trailing;
mod unfold;
mod validate;
mod values;
mod verbatim;

pub use characters::Characters;
pub use decode::DecodeError;
pub use diagnostic::{Code, Diagnostic, Severity};
pub use encoding::Encoding;
pub use explain::{ExplainedLine, Piece, explain};
pub use lang::Lang;
pub use model::{Document, DocumentType};
pub use options::{Options, TypeHint};
pub use parse::{parse, parse_str};
pub use parsed::Parsed;
#[doc(hidden)]
pub use rules::ids as rule_ids;
pub use source::Source;
pub use span::Span;
pub use text::{Text, normal_form};
pub use trace::{Bracket, Decision};
