//! What is known before any document is read: word lists and the default register, as tables that a colleague without Rust can correct.

pub mod abbreviations;
pub mod any_end;
pub mod any_of;
pub mod brackets;
pub mod char_set;
pub mod departments;
pub mod forms;
pub mod groups;
pub mod lengths;
pub mod letters;
pub mod municipalities;
pub mod one_of;
pub mod pair_set;
pub mod register;
mod register_date;
pub mod register_error;
pub mod register_file;
mod register_quotes;
pub mod register_record;
mod register_starts;
pub mod roles;
pub mod table;
pub mod variants;
