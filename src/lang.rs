//! The language of messages.

/// The language in which messages are written; codes and data are the same in both.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    #[default]
    En,
    Ja,
}
