//! Documents made from known structure must come back as that structure.

mod generate;

use std::{env, fs, path::Path};

#[test]
#[ignore = "writes documents for other tools when GIJI_DUMP_GENERATED names a folder"]
fn generated_documents_are_written_for_other_tools() {
    let Ok(folder) = env::var("GIJI_DUMP_GENERATED") else { return };
    let cases = env::var("GIJI_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(60);
    for seed in 0..cases {
        write(&Path::new(&folder).join("minutes"), &generate::minutes(seed));
    }
    for seed in 0..cases.div_ceil(2) {
        write(&Path::new(&folder).join("plan"), &generate::plan(seed));
    }
}

fn write(folder: &Path, document: &generate::Document) {
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::write(folder.join(format!("{}.txt", document.name)), &document.bytes).expect("the document can be written");
    let gold = serde_json::to_string_pretty(&document.gold).expect("gold is JSON");
    fs::write(folder.join(format!("{}.gold.json", document.name)), gold).expect("the answer can be written");
}
