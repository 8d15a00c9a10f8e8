//! A small collection on disk, the command run on it, and what a dataset holds, for comparison.
#![allow(dead_code, reason = "each test file uses a part")]

#[path = "../command/mod.rs"]
mod command;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;

pub const TABLES: [&str; 7] = ["documents", "opinions", "items", "parties", "organizations", "diagnostics", "links"];

/// A folder with sources and a place for datasets.
pub struct Collection {
    pub folder: TempDir,
}

impl Collection {
    /// An empty one, under a name with a space and Japanese in it.
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("giji 収集 ").tempdir().unwrap();
        fs::create_dir(folder.path().join("source")).unwrap();
        Self { folder }
    }

    /// `count` short documents: minutes of invented regions, some damaged, some CP932, some in folders.
    pub fn small(count: usize) -> Self {
        let collection = Self::new();
        for number in 0..count {
            let (name, bytes) = small(number);
            collection.write(&name, &bytes);
        }
        collection
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn source(&self) -> PathBuf {
        self.path("source")
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.source().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn remove(&self, name: &str) {
        fs::remove_file(self.source().join(name)).unwrap();
    }

    /// `giji ingest source --out OUT` with more arguments.
    pub fn ingest(&self, out: &str, more: &[&str]) -> Output {
        self.command(out, more).output().unwrap()
    }

    pub fn command(&self, out: &str, more: &[&str]) -> Command {
        let mut command = giji(&["ingest", "source", "--out", out]);
        command.args(more).current_dir(self.folder.path());
        command
    }

    /// Runs to the end without failure.
    pub fn ingested(&self, out: &str, more: &[&str]) -> String {
        let output = self.ingest(out, more);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// What an undisturbed run on the sources as they are makes.
    pub fn undisturbed(&self) -> Dataset {
        let out = self.path("undisturbed");
        let _ = fs::remove_dir_all(&out);
        self.ingest("undisturbed", &["--jobs", "1", "--quiet"]);
        Dataset::read(&out)
    }
}

/// The command, with both outputs caught.
pub fn giji(arguments: &[&str]) -> Command {
    let mut command = command::giji(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Both outputs, for a message.
pub fn told(output: &Output) -> String {
    format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Everything that a dataset says, but for the bytes of the database: its rows count.
#[derive(PartialEq)]
pub struct Dataset {
    pub files: BTreeMap<String, Vec<u8>>,
    pub rows: BTreeMap<String, Vec<String>>,
}

impl Dataset {
    pub fn read(data: &Path) -> Self {
        let mut files = BTreeMap::new();
        collect(data, data, &mut files);
        let rows = if data.join("dataset.sqlite").is_file() { rows(data) } else { BTreeMap::new() };
        Self { files, rows }
    }

    pub fn file(&self, name: &str) -> &str {
        std::str::from_utf8(&self.files[name]).unwrap()
    }

    /// Fails with the names of what differs.
    pub fn assert_same(&self, other: &Self, about: &str) {
        for name in self.files.keys().chain(other.files.keys()) {
            assert!(self.files.get(name) == other.files.get(name), "{about}: {name} differs");
        }
        for table in self.rows.keys().chain(other.rows.keys()) {
            assert!(self.rows.get(table) == other.rows.get(table), "{about}: the database's table {table} differs");
        }
    }
}

/// All files but the program's own cache and lock.
fn collect(data: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(data).unwrap().to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            collect(data, &path, files);
        } else if !matches!(name.as_str(), ".giji/seen.json" | ".giji/lock" | "dataset.sqlite") {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// The rows of every table, and what the full-text indexes know of one word, in a fixed order.
fn rows(data: &Path) -> BTreeMap<String, Vec<String>> {
    let database = Connection::open(data.join("dataset.sqlite")).unwrap();
    let sound: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    let mut found = BTreeMap::new();
    for table in TABLES {
        found.insert(table.to_owned(), query(&database, &format!("SELECT * FROM {table} ORDER BY 1, 2, 3")));
    }
    for (index, word) in [("search", "連絡会議"), ("search2", "連絡")] {
        let sql = format!(
            "SELECT document, element FROM search WHERE rowid IN (SELECT rowid FROM {index} WHERE {index} MATCH '{word}') ORDER BY 1, 2"
        );
        found.insert(index.to_owned(), query(&database, &sql));
    }
    found
}

pub fn query(database: &Connection, sql: &str) -> Vec<String> {
    let mut statement = database.prepare(sql).unwrap();
    let columns = statement.column_count();
    let shown = |row: &rusqlite::Row| -> rusqlite::Result<String> {
        let cells: rusqlite::Result<Vec<Value>> = (0..columns).map(|at| row.get(at)).collect();
        Ok(format!("{:?}", cells?))
    };
    statement.query_map([], |row| shown(row)).unwrap().map(Result::unwrap).collect()
}

/// A short document with its file name.
pub fn small(number: usize) -> (String, Vec<u8>) {
    let region = ["三浦半島", "県央", "湘南西部", "足柄上"][number % 4];
    let text = format!(
        "第{}回{region}地域小児等在宅医療連絡会議の概要\n\n１ 日時：平成29年{}月{}日\n２ 場所：保健所 会議室\n３ 議題\n\
（１）平成29年度の取組内容について\n（主な意見）\n①ネットワークの構築\n【№{}】連絡会議\n\
・顔の見える関係が大切なので、連絡会議を年{number}回ひらきたい（三浦市健康づくり課）\n\
・研修は年２回なら可能（うわまち病院）\n・短期入所の空きがわからない。\n（以上）\n",
        number / 4 + 1,
        number % 12 + 1,
        number % 28 + 1,
        number % 9 + 1,
    );
    let (cp932, _, lacking) = encoding_rs::SHIFT_JIS.encode(&text);
    let bytes = match number % 10 {
        3 => text.as_bytes()[..text.len() - 40].to_vec(),
        5 if !lacking => cp932.into_owned(),
        7 => [&text.as_bytes()[..200], b"\xff\xfe\xfd", &text.as_bytes()[200..]].concat(),
        _ => text.into_bytes(),
    };
    let name = match number % 3 {
        0 => format!("{region}/第{number}号.txt"),
        1 => format!("a folder/{number} .txt"),
        _ => format!("{number:03}.txt"),
    };
    (name, bytes)
}
