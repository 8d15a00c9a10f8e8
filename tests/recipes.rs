//! The README's recipes for other tools are run, each with its own tool.
//!
//! A tool that is not here is skipped with a word; `GIJI_RECIPES=all` makes that a failure. Without a `duckdb` of its
//! own the Python module of that name serves; `GIJI_PYTHON` names the Python that has it.

mod collection;

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use collection::{Collection, told};

struct Recipe {
    tool: String,
    code: String,
}

/// The fenced blocks of a text: ```` ```sql duckdb ````.
fn recipes(text: &str) -> Vec<Recipe> {
    let mut recipes = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(tool) = line.strip_prefix("```").filter(|tool| !tool.is_empty()) else { continue };
        let code: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        recipes.push(Recipe { tool: tool.to_owned(), code: code.join("\n") + "\n" });
    }
    recipes
}

fn file(name: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).ok()
}

fn python() -> String {
    env::var("GIJI_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

/// The tool with its arguments, and what it reads; nothing where it is not here.
fn command(recipe: &Recipe) -> Option<(Command, String)> {
    let with = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments);
        command
    };
    let has = |program: &str, arguments: &[&str]| {
        let status = with(program, arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    let python = python();
    match recipe.tool.as_str() {
        "sh" => has("jq", &["--version"]).then(|| (with("bash", &["-e", "-o", "pipefail"]), recipe.code.clone())),
        "sql sqlite3" => has("sqlite3", &["--version"])
            .then(|| (with("sqlite3", &["-bail", "data/dataset.sqlite"]), recipe.code.clone())),
        "sql duckdb" if has("duckdb", &["--version"]) => Some((with("duckdb", &["-bail"]), recipe.code.clone())),
        "sql duckdb" => has(&python, &["-c", "import duckdb"]).then(|| {
            let run = "import duckdb, sys\nprint(duckdb.sql(sys.stdin.read()))";
            (with(&python, &["-c", run]), recipe.code.clone())
        }),
        "python" => has(&python, &["-c", "import pandas"]).then(|| (with(&python, &["-"]), recipe.code.clone())),
        other => panic!("no tool for {other}"),
    }
}

fn run(mut command: Command, input: &str, collection: &Collection) -> Output {
    let own = assert_cmd::cargo::cargo_bin!("giji");
    let path = env::join_paths(
        [own.parent().unwrap().to_owned()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap())),
    );
    command.env("PATH", path.unwrap()).env("PYTHONUTF8", "1").current_dir(collection.folder.path());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn every_recipe_of_the_readme_runs_and_shows_something() {
    let collection = Collection::small(40);
    for name in ["atsugi-2017-plan", "odawara-2017-minutes"] {
        collection.write(&format!("{name}.txt"), file(&format!("corpus/kanagawa/{name}.txt")).unwrap());
    }
    collection.ingested("data", &[]);
    let recipes = recipes(&file("tests/recipes/recipes.md").unwrap());
    assert!(recipes.len() >= 10);
    for recipe in &recipes {
        let Some((command, input)) = command(recipe) else {
            assert!(env::var("GIJI_RECIPES").as_deref() != Ok("all"), "no tool for {}", recipe.tool);
            eprintln!("skipped, no tool for {}", recipe.tool);
            continue;
        };
        let output = run(command, &input, &collection);
        assert!(output.status.success(), "{}\n{}", recipe.code, told(&output));
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(shown.lines().count() > 0 && !shown.contains("0 rows"), "{} shows nothing\n{shown}", recipe.code);
    }
}

#[test]
fn the_readme_has_every_recipe_word_for_word() {
    let Some(readme) = file("README.md").filter(|readme| readme.contains("giji ingest")) else {
        eprintln!("the README does not speak of ingest, skipped");
        return;
    };
    for recipe in recipes(&file("tests/recipes/recipes.md").unwrap()) {
        assert!(readme.contains(&recipe.code), "the README lacks\n{}", recipe.code);
    }
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_files_have_the_same_rows_and_columns() {
    let collection = Collection::small(30);
    collection.ingested("data", &[]);
    let code = "import duckdb\nfor table in ['documents', 'opinions', 'items', 'parties', 'organizations', 'diagnostics', 'links']:\n    \
        a = duckdb.sql(f\"SELECT * FROM read_parquet('data/{table}.parquet')\")\n    \
        b = duckdb.sql(f\"SELECT * FROM read_csv('data/{table}.csv', all_varchar=true, header=true)\")\n    \
        assert a.columns == b.columns, table\n    \
        text = lambda rows: [tuple('' if c is None else str(c) for c in row) for row in rows.fetchall()]\n    \
        assert text(a) == text(b), table\nprint('same')";
    let mut command = Command::new(python());
    command.args(["-c", code]);
    if !Command::new(python()).args(["-c", "import duckdb"]).status().is_ok_and(|status| status.success()) {
        eprintln!("skipped, no duckdb here");
        return;
    }
    let output = run(command, "", &collection);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "same\n", "{}", told(&output));
}
