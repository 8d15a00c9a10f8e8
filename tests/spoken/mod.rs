//! Verbatim minutes made from known turns: head styles × wraps × page furniture × encodings.

mod author;
mod head;
mod page;

pub use page::spoken;
