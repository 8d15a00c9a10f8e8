//! giji

pub mod lexicon;
pub mod link;
