//! The whole run, bytes to JSON: speed in MB of source a second, and the memory that it holds at most (`max alloc`).
//!
//! `cargo bench --bench whole`, `cargo bench --bench whole -- long` for the documents of 1 to 8 MB.

mod documents;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use documents::{Long, Set, long, sets};
use giji::{Options, parse};

#[global_allocator]
static MEMORY: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn json(bytes: &[u8]) -> usize {
    let parsed = parse(bytes, &Options::named("bench.txt")).expect("it can be decoded");
    parsed.to_json().len()
}

#[divan::bench(args = sets())]
fn documents(bencher: Bencher, set: &Set) {
    bencher
        .counter(BytesCount::new(set.bytes()))
        .bench(|| set.documents.iter().map(|bytes| json(black_box(bytes))).sum::<usize>());
}

#[divan::bench(args = long(), sample_count = 3, sample_size = 1)]
fn long_documents(bencher: Bencher, document: &Long) {
    bencher.counter(BytesCount::new(document.bytes.len())).bench(|| json(black_box(&document.bytes)));
}
