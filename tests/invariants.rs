//! What holds for every input: no panic, every character in one leaf, texts as their spans select, no id
//! twice, the same bytes for the same bytes.

mod generate;

use generate::ids::wrong_ids;
use generate::mutilate::{KINDS, mutilated, with_random_bytes};
use generate::positions::{empty_places, faults};
use generate::rng::Rng;
use serde_json::Value;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn generated_documents_keep_every_character() {
    let mut faults = Faults::default();
    for seed in 1000..1000 + cases(30) {
        for document in [generate::minutes(seed), generate::plan(seed)] {
            faults.check(&document.name, &document.bytes);
        }
    }
    faults.none();
}

#[test]
fn mutilated_documents_keep_every_character() {
    let mut faults = Faults::default();
    for seed in 0..cases(40) {
        let rng = &mut Rng::new(seed);
        let document = if seed % 3 == 0 { generate::plan(2000 + seed) } else { generate::minutes(2000 + seed) };
        let text = read(&document.bytes).replace("\r\n", "\n").replace('\r', "\n");
        for kind in 0..KINDS {
            faults
                .check(&format!("{} damaged in way {kind} (seed {seed})", document.name), &mutilated(&text, kind, rng));
        }
        let damaged = with_random_bytes(&document.bytes, rng);
        faults.check(&format!("{} with random bytes (seed {seed})", document.name), &damaged);
    }
    faults.none();
}

#[test]
fn the_corpus_and_damaged_copies_of_it_keep_every_character() {
    let mut faults = Faults::default();
    for path in texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")) {
        let bytes = fs::read(&path).expect("a file of the corpus can be read");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        faults.check(&name, &bytes);
        let text = read(&bytes);
        let rng = &mut Rng::new(text.len() as u64);
        for kind in 0..KINDS {
            faults.check(&format!("{name} damaged in way {kind}"), &mutilated(&text, kind, rng));
        }
    }
    faults.none();
}

#[test]
fn tiny_inputs_are_answered() {
    let mut faults = Faults::default();
    for text in TINY {
        faults.check(&format!("{text:?}"), text.as_bytes());
    }
    faults.none();
}

#[test]
fn a_row_whose_number_is_printed_twice_keeps_an_id_of_its_own_and_is_reported() {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/kanagawa/atsugi-2017-plan.txt");
    let text = read(&fs::read(plan).expect("the plan can be read")).replacen("\n13 人材育成", "\n12 人材育成", 1);
    let document = giji::parse_str(&text, &giji::Options::named("plan.txt")).document;
    let ids: Vec<&str> = document.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids[11..14], ["item-12", "item-12~2", "item-14"]);
    let codes: Vec<_> = document.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert!(codes.contains(&giji::Code::DuplicateNumber), "{codes:?}");
}

const TINY: &[&str] = &[
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
    "※\n○",
    "【総括】\n※",
    "（１）\n①\n【№１】\n・",
    // Numbers at the end of their type.
    "第4294967295回部会の概要\n日時：平成99999999999年2月1日 99999999999時\n（4294967295）取組\n【№4294967295】\n・一つ\n【№4294967294～4294967295】\n・二つ\n",
    "令和九九九九九九九九九九九九九九年四二九四九六七二九五月十日\n第四二九四九六七二九五回部会\n4294967295\n\n4294967294\n\u{c}\n4294967295\n",
    // A summary that has points of its own and a note with more.
    "第１回部会\n日時：平成29年2月1日\n（１）取組\n①体制\n【総括】※\n・一つ（三浦市）\n（以上）\n※座長により次のまとめがあった。\n・二つ\n",
    // Agenda items before the first turn, and the same ones between turns.
    "第１回委員会会議録\n日時：平成29年2月1日\n議題\n（１）予算\n（１）予算\n○議長（山田太郎君）　開会します。\n（１）予算\n○議長（山田太郎君）　始めます。\n○三番（鈴木花子君）　伺います。\n○議長（山田太郎君）　閉じます。\n",
];

/// What did not hold, by input; all of it is shown at the end, so that one fault does not hide the next.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn check(&mut self, name: &str, bytes: &[u8]) {
        let found = catch_unwind(|| broken_promises(bytes)).unwrap_or_else(|_| vec!["it panics".to_string()]);
        self.0.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    }

    fn none(self) {
        let shown = self.0.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
        assert!(self.0.is_empty(), "{} promises are broken\n{shown}", self.0.len());
    }
}

/// Parses twice and checks everything that must hold; an input that cannot be decoded is an answer too.
fn broken_promises(bytes: &[u8]) -> Vec<String> {
    let options = giji::Options { name: "input.txt".to_string(), ..giji::Options::default() };
    let Ok(parsed) = giji::parse(bytes, &options) else { return Vec::new() };
    let document = serde_json::to_value(&parsed.document).expect("a document is JSON");
    let source = decoded(bytes, &document);
    let mut found = faults(&document, &source);
    found.extend(empty_places(&document));
    found.extend(wrong_ids(&document));
    let again = giji::parse(bytes, &options).map(|again| serde_json::to_string(&again.document).ok());
    if again.ok() != Some(serde_json::to_string(&parsed.document).ok()) {
        found.push("the same bytes give another JSON".to_string());
    }
    if document["source"]["characters"].as_u64() != Some(source.chars().count() as u64) {
        found.push(format!(
            "the source has {} characters, not {}",
            source.chars().count(),
            document["source"]["characters"]
        ));
    }
    found
}

/// The source as the document says that it was decoded. Encodings that `encoding_rs` lacks, and malformed bytes, of which
/// every reader makes something else, are left to the decoder itself, which has tests of its own.
fn decoded(bytes: &[u8], document: &Value) -> String {
    let encoding = match document["source"]["encoding"].as_str() {
        Some("cp932") => encoding_rs::SHIFT_JIS,
        Some("euc_jp") => encoding_rs::EUC_JP,
        Some("iso2022_jp") => encoding_rs::ISO_2022_JP,
        Some("utf-16") if bytes.starts_with(b"\xFE\xFF") => encoding_rs::UTF_16BE,
        Some("utf-16" | "utf-16-le") => encoding_rs::UTF_16LE,
        Some("utf-16-be") => encoding_rs::UTF_16BE,
        Some("utf-8" | "utf-8-sig") => encoding_rs::UTF_8,
        _ => return read(bytes),
    };
    let (text, malformed) = encoding.decode_with_bom_removal(bytes);
    if malformed { read(bytes) } else { text.into_owned() }
}

/// A file of the corpus as text.
fn read(bytes: &[u8]) -> String {
    let (source, _) = giji::decode::decode(bytes, "input.txt", None).expect("the corpus can be decoded");
    source.text.to_string()
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
