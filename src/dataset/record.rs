//! One NDJSON row as a list of cells, in the order of the columns: what a database or a Parquet file takes.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

/// The value of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Null,
    Boolean(bool),
    Integer(i64),
    Text(String),
}

/// `{"document":"a","seq":1,"kind":null}` → `[Text("a"), Integer(1), Null]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record(pub Vec<Cell>);

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Row)
    }
}

struct Row;

impl<'de> Visitor<'de> for Row {
    type Value = Record;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a row of a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let mut cells = Vec::with_capacity(24);
        while map.next_key::<IgnoredAny>()?.is_some() {
            cells.push(map.next_value::<Cell>()?);
        }
        Ok(Record(cells))
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Scalar)
    }
}

struct Scalar;

impl Visitor<'_> for Scalar {
    type Value = Cell;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("text, a whole number, true, false or null")
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Cell, E> {
        Ok(Cell::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Cell, E> {
        Ok(Cell::Integer(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Cell, E> {
        i64::try_from(value).map(Cell::Integer).map_err(E::custom)
    }

    fn visit_str<E>(self, value: &str) -> Result<Cell, E> {
        Ok(Cell::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Cell, E> {
        Ok(Cell::Text(value))
    }
}
