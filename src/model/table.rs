//! A table of any columns: its rows, its cells, and what they say of other rows.

use serde::{Deserialize, Serialize};

use super::{Cell, Fields, LineRange, Positions, Relation};

/// A table of any columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What stands above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The columns' headers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// What is said of the whole table: its unit, what its marks mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Cell>,
    /// Where caption and columns stand.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// Positions of what only carries structure.
    #[serde(default, skip_serializing_if = "Positions::is_empty")]
    pub marks: Positions,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The row's number, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Its cells, in the order in which their text begins; an empty cell is absent.
    pub cells: Vec<TableCell>,
    /// What the row says of other rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<RowReference>,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// What a cell says of other rows: `No.23890と接触`. The text stays in its cell, so this is no leaf.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowReference {
    /// How the rows are related.
    pub relation: Relation,
    /// The reference as it stands, in normal form.
    pub text: String,
    /// The numbers it names.
    pub numbers: Vec<u32>,
    /// Where it stands, inside its cell.
    pub at: Positions,
    /// First and last line, from 1.
    pub lines: LineRange,
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableCell {
    /// The header of its column, or its number from 1 where there is none.
    pub column: String,
    /// The normal form of what `spans` select.
    pub text: String,
    /// Where it stands.
    pub spans: Positions,
}
