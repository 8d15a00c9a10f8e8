//! What is known before any document is read: word lists and the default register, as tables that a colleague without Rust can correct.

pub mod brackets;
pub mod forms;
pub mod groups;
pub mod municipalities;
pub mod roles;
pub mod table;
