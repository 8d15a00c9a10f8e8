//! What an ingest refuses to do, for it would harm somebody's files or data.

mod collection;

use std::fs;
use std::process::Output;

use collection::{Collection, Dataset, giji, told};

/// `giji` with these arguments, in the collection's folder.
fn run(collection: &Collection, arguments: &[&str]) -> Output {
    giji(arguments).current_dir(collection.folder.path()).output().unwrap()
}

#[test]
fn a_folder_with_files_of_somebody_else_is_not_written_to() {
    let collection = Collection::small(3);
    for name in ["documents.csv", "dataset.sqlite", "documents/a.json", "note.txt"] {
        let path = collection.path("data").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "mine").unwrap();
        for more in [&[][..], &["--dry-run"], &["--lang", "ja"]] {
            let output = collection.ingest("data", more);
            assert_eq!(output.status.code(), Some(2), "{}", told(&output));
            assert!(told(&output).contains("--out data: "), "{}", told(&output));
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert!(!collection.path("data/manifest.json").exists() && !collection.path("data/.giji").exists());
        fs::remove_dir_all(collection.path("data")).unwrap();
    }
    fs::create_dir(collection.path("data")).unwrap();
    collection.ingested("data", &[]);
    fs::write(collection.path("data/note.txt"), "mine").unwrap();
    collection.ingested("data", &["--again"]);
}

#[test]
fn a_dataset_lies_neither_in_a_source_nor_around_one() {
    let collection = Collection::small(3);
    for out in ["source", "./source/", "source/data", "source/new/data", "other/../source/data", "."] {
        let output = run(&collection, &["ingest", "source", "--out", out]);
        assert_eq!(output.status.code(), Some(2), "{out}: {}", told(&output));
        assert!(told(&output).contains("the source folder source"), "{out}: {}", told(&output));
    }
    assert!(!collection.source().join("documents").exists() && !collection.path("manifest.json").exists());
    let output = run(&collection, &["ingest", "source", "--out", "source2"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

#[test]
fn pruning_names_what_it_removes_and_refuses_to_remove_a_whole_folder() {
    let collection = Collection::small(4);
    collection.ingested("data", &[]);
    collection.remove("002.txt");
    for (more, wanted) in [(&["--prune", "--dry-run"][..], "002: would be removed"), (&["--prune"], "002: removed")] {
        let output = collection.ingest("data", more);
        assert!(output.status.success() && told(&output).contains(wanted), "{}", told(&output));
    }
    // What is left of a disk that is not mounted.
    fs::rename(collection.source(), collection.path("elsewhere")).unwrap();
    fs::create_dir(collection.source()).unwrap();
    let before = Dataset::read(&collection.path("data"));
    for more in [&["--prune"][..], &["--prune", "--dry-run"]] {
        let output = collection.ingest("data", more);
        assert_eq!(output.status.code(), Some(3), "{}", told(&output));
        let said = told(&output);
        assert!(said.contains("source: this folder holds no document") && said.contains("all 3"), "{said}");
        assert!(said.contains("\n  a folder/1 \n"), "{said}");
    }
    before.assert_same(&Dataset::read(&collection.path("data")), "an empty folder");
    // Documents that moved to another folder are not lost.
    let output = run(&collection, &["ingest", "source", "elsewhere", "--out", "data", "--prune"]);
    assert!(output.status.success() && told(&output).contains("0 removed"), "{}", told(&output));
}

#[test]
fn a_missing_settings_file_is_a_mistake_and_a_missing_folder_a_failure() {
    let collection = Collection::small(2);
    let refused = |arguments: &[&str], code: i32, named: &str| {
        let output = collection.ingest("data", arguments);
        assert_eq!(output.status.code(), Some(code), "{}", told(&output));
        assert!(told(&output).contains(named), "{}", told(&output));
        assert!(!collection.path("data/manifest.json").exists());
    };
    refused(&["--config", "none.toml"], 2, "none.toml: there is no such file");
    refused(&["nowhere"], 3, "nowhere: there is no such file or folder");
    collection.write("giji.toml", "registers = [\"none.csv\"]\n");
    refused(&[], 2, "none.csv: there is no such file");
    collection.write("giji.toml", "corrections = \"none.toml\"\n");
    refused(&[], 2, "none.toml: there is no such file");
    for (lang, words) in
        [("en", ["3 a document failed", "vanished"]), ("ja", ["DIR・DATA", "元ファイルのなくなった文書や"])]
    {
        let output = run(&collection, &["ingest", "--help", "--lang", lang]);
        assert!(words.iter().all(|word| told(&output).contains(word)), "{}", told(&output));
    }
}
