//! Names become organizations: what a label's form says, whether a bracket names a speaker, and whom a label means.

pub mod judge;
pub mod shape;
pub mod split;
mod unregistered;

pub(crate) use unregistered::{link, organization};
