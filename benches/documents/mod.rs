//! What the benches read: the two source documents, and documents that no two of which are alike.
#![allow(dead_code, reason = "each bench uses a part")]

#[path = "../../tests/generate/mod.rs"]
mod generate;

use std::fmt;
use std::fs;
use std::path::Path;

/// Some documents that are read one after the other.
pub struct Set {
    name: &'static str,
    pub documents: Vec<Vec<u8>>,
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Set {
    pub fn bytes(&self) -> usize {
        self.documents.iter().map(Vec::len).sum()
    }
}

/// The documents of an ordinary day.
pub fn sets() -> Vec<Set> {
    let generated = |make: fn(u64) -> generate::Document| (0..60).map(|seed| make(seed).bytes).collect();
    vec![
        Set { name: "source minutes", documents: vec![corpus("kanagawa/odawara-2017-minutes")] },
        Set { name: "source plan", documents: vec![corpus("kanagawa/atsugi-2017-plan")] },
        Set { name: "60 generated minutes", documents: generated(generate::minutes) },
        Set { name: "60 generated plans", documents: generated(generate::plan) },
    ]
}

/// One long document of about so many bytes.
pub struct Long {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl fmt::Display for Long {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Documents of 1, 2, 4 and 8 MB: time that more than doubles from one to the next is no linear time.
pub fn long() -> Vec<Long> {
    let sizes = [1, 2, 4, 8];
    let repeated = |name: &str, document: &str| sizes.map(|size| repeated(name, &corpus(document), size));
    let mut long: Vec<Long> = Vec::new();
    long.extend(repeated("minutes again and again", "kanagawa/odawara-2017-minutes"));
    long.extend(repeated("plan again and again", "kanagawa/atsugi-2017-plan"));
    long.extend(repeated("turns again and again", "kirisame/kirisame-2023-teireikai"));
    long.extend(sizes.map(|size| joined("varied minutes", size)));
    long
}

fn repeated(name: &str, document: &[u8], megabytes: usize) -> Long {
    let bytes = document.repeat((megabytes * 1_000_000).div_ceil(document.len()));
    Long { name: format!("{name}, {megabytes} MB"), bytes }
}

/// Generated minutes, one behind the other, as UTF-8.
fn joined(name: &str, megabytes: usize) -> Long {
    let mut text = String::new();
    for seed in 0.. {
        let document = generate::minutes(seed);
        let (source, _) = giji::decode::decode(&document.bytes, "bench.txt", None).expect("it can be decoded");
        text.push_str(&source.text);
        if text.len() >= megabytes * 1_000_000 {
            break;
        }
    }
    Long { name: format!("{name}, {megabytes} MB"), bytes: text.into_bytes() }
}

/// A document of the corpus, as UTF-8.
pub fn corpus(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name).with_extension("txt");
    let bytes = fs::read(path).expect("the corpus can be read");
    let (source, _) = giji::decode::decode(&bytes, "bench.txt", None).expect("it can be decoded");
    source.text.clone().into_owned().into_bytes()
}
