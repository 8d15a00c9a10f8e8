//! Small typed values that the text states: dates, times, numbers, labels.

pub(crate) mod attendance;
pub(crate) mod counter;
pub(crate) mod date;
mod days;
mod era;
pub(crate) mod number;
mod partial;
pub(crate) mod person_name;
pub(crate) mod time;
pub(crate) mod titled;
