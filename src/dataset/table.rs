//! The tables and their columns, read off the row types.

use std::sync::OnceLock;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::rows::{DiagnosticRow, DocumentRow, ItemRow, LinkRow, OpinionRow, OrganizationRow, PartyRow};

/// The tables of a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// One row for each source document.
    Documents,
    /// One row for each thing said.
    Opinions,
    /// One row for each row of a plan or of another table.
    Items,
    /// One row for each place where somebody speaks, leads, cooperates, attends or is mentioned.
    Parties,
    /// One row for each organization of each document.
    Organizations,
    /// One row for each diagnostic.
    Diagnostics,
    /// One row for each link between documents, or for each statement that there is none.
    Links,
}

impl Table {
    /// Every table, in the order in which a database needs them.
    pub const ALL: [Self; 7] = [
        Self::Documents,
        Self::Opinions,
        Self::Items,
        Self::Parties,
        Self::Organizations,
        Self::Diagnostics,
        Self::Links,
    ];

    /// The tables whose rows come from one document alone: all but the links.
    pub const OWN: [Self; 6] =
        [Self::Documents, Self::Opinions, Self::Items, Self::Parties, Self::Organizations, Self::Diagnostics];

    /// The name in file names and in SQL.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Opinions => "opinions",
            Self::Items => "items",
            Self::Parties => "parties",
            Self::Organizations => "organizations",
            Self::Diagnostics => "diagnostics",
            Self::Links => "links",
        }
    }

    /// The columns that tell a row from all others, the document's id first.
    #[must_use]
    pub const fn key(self) -> &'static [&'static str] {
        match self {
            Self::Documents => &["document"],
            // Not the elements' ids: they are unique by contract, but a row shall not be refused where one is not.
            Self::Opinions | Self::Items | Self::Parties | Self::Organizations | Self::Diagnostics | Self::Links => {
                &["document", "seq"]
            }
        }
    }

    /// The columns, in order.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        static COLUMNS: OnceLock<Vec<Vec<Column>>> = OnceLock::new();
        let all = COLUMNS.get_or_init(|| Self::ALL.iter().map(|table| columns(&table.schema())).collect());
        &all[self as usize]
    }

    /// The JSON Schema of one NDJSON row.
    #[must_use]
    pub fn schema(self) -> Value {
        let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let mut schema = match self {
            Self::Documents => generator.root_schema_for::<DocumentRow>(),
            Self::Opinions => generator.root_schema_for::<OpinionRow>(),
            Self::Items => generator.root_schema_for::<ItemRow>(),
            Self::Parties => generator.root_schema_for::<PartyRow>(),
            Self::Organizations => generator.root_schema_for::<OrganizationRow>(),
            Self::Diagnostics => generator.root_schema_for::<DiagnosticRow>(),
            Self::Links => generator.root_schema_for::<LinkRow>(),
        };
        schema.insert("$id".to_owned(), format!("urn:giji:schema:{}:1", self.name()).into());
        without_formats(&mut schema);
        schema.to_value()
    }
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub r#type: ColumnType,
    /// Whether a row may leave it empty.
    pub optional: bool,
    /// What it says.
    pub description: String,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    Text,
    Integer,
    Boolean,
}

fn columns(schema: &Value) -> Vec<Column> {
    let Some(properties) = schema["properties"].as_object() else { return Vec::new() };
    properties.iter().map(|(name, property)| column(name, property)).collect()
}

fn column(name: &str, property: &Value) -> Column {
    let types: Vec<&str> = match &property["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    let r#type = if types.contains(&"integer") {
        ColumnType::Integer
    } else if types.contains(&"boolean") {
        ColumnType::Boolean
    } else {
        ColumnType::Text
    };
    let description = property["description"].as_str().unwrap_or_default().to_owned();
    Column { name: name.to_owned(), r#type, optional: types.contains(&"null"), description }
}

/// `uint32` and its like are names of Rust; `minimum` says the same to everybody.
fn without_formats(schema: &mut Schema) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for property in properties.values_mut().filter_map(Value::as_object_mut) {
        property.remove("format");
    }
}
