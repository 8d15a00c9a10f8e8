//! Each stage by itself: speed in MB of source a second, and the memory that it holds at most (`max alloc`).
//!
//! `cargo bench --features stages --bench stages`

mod documents;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use documents::{Set, sets};
use giji::Source;
use giji::decode::decode;
use giji::stages::Workbench;

#[global_allocator]
static MEMORY: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn source(bytes: &[u8]) -> Source<'_> {
    decode(bytes, "bench.txt", None).expect("it can be decoded").0
}

/// Runs one stage over all documents of a set.
fn stage(bencher: Bencher, set: &Set, run: impl Fn(&Workbench) -> usize + Sync) {
    let sources: Vec<Source> = set.documents.iter().map(|bytes| source(bytes)).collect();
    let benches: Vec<Workbench> = sources.iter().map(Workbench::new).collect();
    bencher
        .counter(BytesCount::new(set.bytes()))
        .bench_local(|| benches.iter().map(|bench| run(black_box(bench))).sum::<usize>());
}

#[divan::bench(args = sets())]
fn a_decode(bencher: Bencher, set: &Set) {
    bencher
        .counter(BytesCount::new(set.bytes()))
        .bench(|| set.documents.iter().map(|bytes| source(black_box(bytes)).line_starts.len()).sum::<usize>());
}

#[divan::bench(args = sets())]
fn b_normalize(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.normalize());
}

#[divan::bench(args = sets())]
fn b_plain(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.plain());
}

#[divan::bench(args = sets())]
fn c_blocks(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.blocks());
}

#[divan::bench(args = sets())]
fn d_plan(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.plan());
}

#[divan::bench(args = sets())]
fn e_grid(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.grid());
}

#[divan::bench(args = sets())]
fn f_attendees(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.attendees());
}

#[divan::bench(args = sets())]
fn g_verbatim(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.verbatim());
}

#[divan::bench(args = sets())]
fn h_survey(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.survey());
}

#[divan::bench(args = sets())]
fn i_classify(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.classify());
}

#[divan::bench(args = sets())]
fn j_attribute(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.attribute());
}

#[divan::bench(args = sets())]
fn k_segment(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.segment());
}

#[divan::bench(args = sets())]
fn l_link(bencher: Bencher, set: &Set) {
    let sources: Vec<Source> = set.documents.iter().map(|bytes| source(bytes)).collect();
    let benches: Vec<Workbench> = sources.iter().map(Workbench::new).collect();
    bencher
        .counter(BytesCount::new(set.bytes()))
        .with_inputs(|| benches.iter().map(Workbench::document).collect::<Vec<_>>())
        .bench_local_values(|documents| {
            benches.iter().zip(documents).map(|(bench, document)| bench.link(document)).sum::<usize>()
        });
}

#[divan::bench(args = sets())]
fn m_emit(bencher: Bencher, set: &Set) {
    stage(bencher, set, |bench| bench.emit());
}
