//! What becomes of each document of the corpus, for a person's eyes: `snapshots/<region>/<name>/`, and over all of them
//! `snapshots/summary.snap`.
//!
//! A snapshot is an approval, not truth (truth is `tests/gold/`): read what changed, then
//! `INSTA_UPDATE=always cargo test --test snapshots` writes it; `INSTA_GLOB_FILTER='kanagawa/*'` looks at some of them.

mod gold_score;
mod snapshot_text;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{env, fs};

use insta::{Settings, assert_snapshot, glob};
use snapshot_text::{Corpus, diagnostics, elements, summary};

fn document_of(path: &Path) -> String {
    let name = |path: Option<&Path>| path.and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    format!("{}/{}", name(path.parent()), path.file_stem().unwrap_or_default().to_string_lossy())
}

/// Settings that put a snapshot where its document's name says.
fn settings(folder: &str) -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(Path::new("../snapshots").join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.remove_snapshot_suffix();
    settings.remove_input_file();
    settings
}

/// While a `glob!` runs, insta takes every difference of the process for one of its own, so only one test may compare.
static COMPARING: Mutex<()> = Mutex::new(());

#[test]
fn what_becomes_of_each_document() {
    let _alone = COMPARING.lock();
    glob!("../corpus", "**/*.txt", |path| {
        let document = document_of(path);
        let bytes = fs::read(path).expect("the corpus can be read");
        let parsed = giji::parse(&bytes, &snapshot_text::options(path)).expect("the corpus can be decoded");
        settings(&document).bind(|| {
            assert_snapshot!("elements", elements(&bytes, path));
            assert_snapshot!("diagnostics", diagnostics(path));
            assert_snapshot!("document", parsed.to_json());
        });
    });
}

#[test]
fn the_summary_of_the_corpus() {
    let _alone = COMPARING.lock();
    settings("").bind(|| assert_snapshot!("summary", summary(&Corpus::read())));
}

/// A document that leaves the corpus takes its snapshots with it.
#[test]
fn every_snapshot_belongs_to_a_document() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for region in folders(root.join("snapshots")).filter(|path| path.is_dir()) {
        for folder in folders(region) {
            let document = folder.strip_prefix(root.join("snapshots")).expect("it is below");
            let text = root.join("corpus").join(document).with_extension("txt");
            assert!(text.exists(), "{} has no {}", folder.display(), text.display());
        }
    }
}
