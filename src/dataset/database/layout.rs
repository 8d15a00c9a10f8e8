//! The database's tables, keys and indexes, as SQL.

use crate::dataset::table::{Column, ColumnType, Table};

/// Tables, keys, the full-text index, and the program's own two tables.
pub(super) fn tables() -> String {
    let mut sql: String = Table::ALL.into_iter().map(create).collect();
    sql.push_str(
        "CREATE VIRTUAL TABLE search USING fts5(document UNINDEXED, element UNINDEXED, text, tokenize = 'trigram');
CREATE VIRTUAL TABLE search2 USING fts5(pairs, content = '', detail = none, tokenize = \"unicode61 remove_diacritics 0\");
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
INSERT INTO search2 (search2, rank) VALUES ('hashsize', 8388608);
CREATE TABLE giji_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE giji_state (document TEXT PRIMARY KEY, digest TEXT NOT NULL, first_text INTEGER NOT NULL, last_text INTEGER NOT NULL) WITHOUT ROWID;
",
    );
    sql
}

fn create(table: Table) -> String {
    let columns: Vec<String> = table.columns().iter().map(declaration).collect();
    let key = table.key().join(", ");
    // A document that could not be read has diagnostics and no row of its own.
    let foreign = match table {
        Table::Documents | Table::Diagnostics => "",
        Table::Opinions | Table::Items | Table::Parties | Table::Organizations | Table::Links => {
            ",\n  FOREIGN KEY (document) REFERENCES documents (document)"
        }
    };
    format!("CREATE TABLE {} (\n  {},\n  PRIMARY KEY ({key}){foreign}\n);\n", table.name(), columns.join(",\n  "))
}

fn declaration(column: &Column) -> String {
    let r#type = match column.r#type {
        ColumnType::Text => "TEXT",
        ColumnType::Integer | ColumnType::Boolean => "INTEGER",
    };
    let null = if column.optional { "" } else { " NOT NULL" };
    format!("\"{}\" {}{null}", column.name, r#type)
}

/// The indexes, made when the rows are in.
pub(super) fn indexes() -> String {
    let indexes = [
        ("documents", "region, date"),
        ("documents", "meeting, number"),
        ("opinions", "entity"),
        ("opinions", "document, opinion"),
        ("items", "document, item"),
        ("organizations", "document, organization"),
        ("opinions", "document, item_number"),
        ("items", "document, number"),
        ("parties", "entity, part"),
        ("parties", "document, element"),
        ("organizations", "entity"),
        ("organizations", "name"),
        ("diagnostics", "code"),
        ("links", "relation, decision"),
        ("links", "to_document, to_element"),
    ];
    let name = |table: &str, columns: &str| format!("{table}_{}", columns.replace(", ", "_"));
    indexes
        .iter()
        .map(|(table, columns)| format!("CREATE INDEX {} ON {table} ({columns});\n", name(table, columns)))
        .collect()
}
