//! Parquet files hold the same rows and columns as NDJSON: read back with the format's own library.
#![cfg(feature = "parquet")]

mod collection;

use std::fs::File;
use std::path::Path;

use collection::{Collection, Dataset, TABLES};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::{Map, Value};

#[test]
fn parquet_files_read_back_have_the_rows_and_columns_of_the_ndjson() {
    let collection = Collection::small(30);
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/kanagawa/atsugi-2017-plan.txt");
    collection.write("plan.txt", std::fs::read(plan).unwrap());
    collection.ingested("data", &[]);
    let data = Dataset::read(&collection.path("data"));
    for table in TABLES {
        let wanted: Vec<Map<String, Value>> =
            data.file(&format!("{table}.ndjson")).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let found = rows(&collection.path(&format!("data/{table}.parquet")));
        assert!(!wanted.is_empty(), "{table} has no rows to compare");
        assert_eq!(found.len(), wanted.len(), "{table}");
        for (found, wanted) in found.iter().zip(&wanted) {
            assert_eq!(found.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>(), "{table}");
            assert_eq!(found, wanted, "{table}");
        }
    }
}

fn rows(path: &Path) -> Vec<Map<String, Value>> {
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    let rows = reader.get_row_iter(None).unwrap().map(Result::unwrap);
    rows.map(|row| row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect()).collect()
}

fn value(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(value) => (*value).into(),
        Field::Long(value) => (*value).into(),
        Field::Str(value) => value.as_str().into(),
        other => panic!("no column holds {other:?}"),
    }
}
