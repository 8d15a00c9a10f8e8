//! What holds for every input: no panic, every character in one leaf, texts as their spans select, the same bytes for the same bytes.

mod generate;

use generate::mutilate::{KINDS, mutilated};
use generate::positions::{empty_places, faults};
use generate::rng::Rng;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn generated_documents_keep_every_character() {
    for seed in 1000..1000 + cases(30) {
        for document in [generate::minutes(seed), generate::plan(seed)] {
            check(&document.name, &document.bytes);
        }
    }
}

#[test]
fn mutilated_documents_keep_every_character() {
    for seed in 0..cases(40) {
        let rng = &mut Rng::new(seed);
        let document = if seed % 3 == 0 { generate::plan(2000 + seed) } else { generate::minutes(2000 + seed) };
        let text = String::from_utf8_lossy(&document.bytes).replace("\r\n", "\n").replace('\r', "\n");
        for kind in 0..KINDS {
            check(&format!("{} damaged in way {kind} (seed {seed})", document.name), &mutilated(&text, kind, rng));
        }
    }
}

#[test]
fn the_corpus_and_damaged_copies_of_it_keep_every_character() {
    for path in texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")) {
        let bytes = fs::read(&path).expect("a file of the corpus can be read");
        let name = path.display().to_string();
        check(&name, &bytes);
        let text = String::from_utf8_lossy(&bytes);
        let rng = &mut Rng::new(text.len() as u64);
        for kind in 0..KINDS {
            check(&format!("{name} damaged in way {kind}"), &mutilated(&text, kind, rng));
        }
    }
}

#[test]
fn tiny_inputs_are_answered() {
    for text in [
        "",
        "\n",
        " ",
        "（",
        "）",
        "【】",
        "・",
        "①",
        "1",
        "（以上）",
        "\u{feff}",
        "\u{c}",
        "第１回",
        "日時：",
        "・（）",
        "・（A）",
        "○",
        "※",
        "\r\r\n",
    ] {
        check(&format!("{text:?}"), text.as_bytes());
    }
}

/// Parses twice and checks everything that must hold; an input that cannot be decoded is an answer too.
fn check(name: &str, bytes: &[u8]) {
    let options = giji::Options { name: "input.txt".to_string(), ..giji::Options::default() };
    let Ok(parsed) = giji::parse(bytes, &options) else {
        return;
    };
    let document = serde_json::to_value(&parsed.document).expect("a document is JSON");
    let again = giji::parse(bytes, &options).expect("the same bytes can be decoded again");
    assert_eq!(
        serde_json::to_string(&parsed.document).ok(),
        serde_json::to_string(&again.document).ok(),
        "{name}: the same bytes give another JSON"
    );
    let source = decoded(bytes, &document);
    let faults = faults(&document, &source);
    assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
    assert_eq!(empty_places(&document), [""; 0], "{name}: something is null or empty");
    assert_eq!(
        document["source"]["characters"].as_u64(),
        Some(source.chars().count() as u64),
        "{name}: the source has other characters"
    );
}

/// The source as the document says that it was decoded.
fn decoded(bytes: &[u8], document: &Value) -> String {
    let encoding = match document["source"]["encoding"].as_str() {
        Some("cp932" | "shift_jis") => encoding_rs::SHIFT_JIS,
        Some("euc-jp" | "euc_jp") => encoding_rs::EUC_JP,
        Some("iso-2022-jp" | "iso2022_jp") => encoding_rs::ISO_2022_JP,
        Some("utf-16") if bytes.starts_with(b"\xFE\xFF") => encoding_rs::UTF_16BE,
        Some("utf-16" | "utf-16-le" | "utf-16le") => encoding_rs::UTF_16LE,
        Some("utf-16-be" | "utf-16be") => encoding_rs::UTF_16BE,
        Some("utf-8" | "utf-8-sig") => encoding_rs::UTF_8,
        other => panic!("no encoding that Python knows: {other:?}"),
    };
    encoding.decode_with_bom_removal(bytes).0.into_owned()
}

fn cases(usual: u64) -> u64 {
    env::var("GIJI_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
        .into_iter()
        .flat_map(|path| if path.is_dir() { texts(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect()
}
