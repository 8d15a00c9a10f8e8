//! The tables as Parquet files: the same columns, in groups of rows so that memory stays flat.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use super::extent::{Files, Member};
use super::record::{Cell, Record};
use super::table::{Column, ColumnType, Table};

/// So many rows are held and written at once.
const GROUP: usize = 20_000;

/// Writes one table to `path`.
///
/// # Errors
/// What the disk refuses, and rows that are not as the columns say.
pub fn write(path: &Path, files: &mut Files, members: &[Member], table: Table) -> io::Result<()> {
    let schema = Arc::new(schema(table).map_err(other)?);
    let properties = Arc::new(WriterProperties::builder().set_compression(Compression::SNAPPY).build());
    let mut writer = SerializedFileWriter::new(File::create(path)?, schema, properties).map_err(other)?;
    let mut rows = Vec::new();
    for member in members {
        files.rows(member, table, |record| {
            rows.push(record);
            if rows.len() == GROUP {
                group(&mut writer, table, &rows).map_err(other)?;
                rows.clear();
            }
            Ok::<(), io::Error>(())
        })?;
    }
    group(&mut writer, table, &rows).map_err(other)?;
    writer.close().map_err(other)?;
    Ok(())
}

fn schema(table: Table) -> Result<Type, ParquetError> {
    let fields = table.columns().iter().map(|column| field(column).map(Arc::new)).collect::<Result<_, _>>()?;
    Type::group_type_builder(table.name()).with_fields(fields).build()
}

fn field(column: &Column) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.r#type {
        ColumnType::Text => (Physical::BYTE_ARRAY, ConvertedType::UTF8),
        ColumnType::Integer => (Physical::INT64, ConvertedType::NONE),
        ColumnType::Boolean => (Physical::BOOLEAN, ConvertedType::NONE),
    };
    let repetition = if column.optional { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    Type::primitive_type_builder(&column.name, physical)
        .with_converted_type(logical)
        .with_repetition(repetition)
        .build()
}

/// Writes rows column by column.
fn group(writer: &mut SerializedFileWriter<File>, table: Table, rows: &[Record]) -> Result<(), ParquetError> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut group = writer.next_row_group()?;
    for (at, column) in table.columns().iter().enumerate() {
        let cells = || rows.iter().map(|row| &row.0[at]);
        let levels: Option<Vec<i16>> =
            column.optional.then(|| cells().map(|cell| i16::from(*cell != Cell::Null)).collect());
        let levels = levels.as_deref();
        let mut out = group.next_column()?.ok_or_else(|| ParquetError::General("a column is missing".to_owned()))?;
        match column.r#type {
            ColumnType::Text => {
                let values: Vec<ByteArray> = cells().filter_map(text).collect();
                out.typed::<ByteArrayType>().write_batch(&values, levels, None)?;
            }
            ColumnType::Integer => {
                let values: Vec<i64> = cells().filter_map(integer).collect();
                out.typed::<Int64Type>().write_batch(&values, levels, None)?;
            }
            ColumnType::Boolean => {
                let values: Vec<bool> = cells().filter_map(boolean).collect();
                out.typed::<BoolType>().write_batch(&values, levels, None)?;
            }
        }
        out.close()?;
    }
    group.close()?;
    Ok(())
}

fn text(cell: &Cell) -> Option<ByteArray> {
    match cell {
        Cell::Text(text) => Some(ByteArray::from(text.as_str())),
        Cell::Null | Cell::Integer(_) | Cell::Boolean(_) => None,
    }
}

fn integer(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Integer(value) => Some(*value),
        Cell::Null | Cell::Text(_) | Cell::Boolean(_) => None,
    }
}

fn boolean(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Boolean(value) => Some(*value),
        Cell::Null | Cell::Text(_) | Cell::Integer(_) => None,
    }
}

fn other(cause: ParquetError) -> io::Error {
    io::Error::other(cause)
}
