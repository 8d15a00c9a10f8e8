//! Names become organizations: what a label's form says, whether a bracket names a speaker, and whom a label means.

pub(crate) mod affiliated;
mod agree;
mod align;
mod by_attendance;
mod by_document;
mod by_form;
mod by_host;
mod by_office;
mod by_register;
mod class;
pub mod context;
mod document;
mod fit;
mod home;
pub mod judge;
mod leaf;
mod listed;
pub mod mentions;
mod names;
mod own_names;
mod places;
pub mod resolution;
pub mod resolve;
pub mod shape;
pub mod split;
pub(crate) use document::link;
