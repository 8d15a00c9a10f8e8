//! A collection as tables: the same columns as NDJSON, CSV, SQLite and, behind a feature, Parquet.

pub mod database;
mod extent;
mod fragment;
#[cfg(feature = "parquet")]
pub mod parquet;
mod record;
pub mod rows;
mod search;
mod table;

pub use extent::{Extent, Files, Member};
pub use fragment::{Fragment, csv_header};
pub use search::bigrams;
pub use table::{Column, ColumnType, Table};
