//! What an ingest refuses to do, for it would harm somebody's files or data.

mod collection;

use std::fs;
use std::process::Output;

use collection::{Collection, giji, told};

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
