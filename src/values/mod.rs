//! Small typed values that the text states: dates, times, numbers, labels.

pub(crate) mod date;
pub(crate) mod number;
pub(crate) mod time;
