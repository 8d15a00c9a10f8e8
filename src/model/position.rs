//! Positions at the edge: code points of the decoded source.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// Places in the decoded source: half-open `[start, end]` pairs in Unicode code points, one for each physical line
/// piece, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Positions(pub Vec<[usize; 2]>);

impl Positions {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// First and last line, counted from 1.
pub type LineRange = [usize; 2];

/// The positions of scalar fields, by the field's name.
pub type Fields = IndexMap<String, Positions>;
