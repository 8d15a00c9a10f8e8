//! What a large register costs: to load, and in the run over varied documents.
//!
//! `cargo bench --bench register`; the aims are 100 ms for 20,000 rows, and less than a fifth more for the run.

mod documents;

use std::fmt::Write as _;
use std::fs;
use std::sync::{Arc, LazyLock};

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use documents::{Set, sets};
use giji::lexicon::municipalities::Municipalities;
use giji::lexicon::register::Register;
use giji::{Options, parse};
use tempfile::NamedTempFile;

/// How many rows the large register has.
const ROWS: usize = 20_000;

fn main() {
    divan::main();
}

/// Invented facilities of every municipality, as a prefecture might list them.
static FILE: LazyLock<NamedTempFile> = LazyLock::new(|| {
    const KINDS: [(&str, &str); 11] = [
        ("立中央病院", "hospital"),
        ("みなみクリニック", "clinic"),
        ("医師会立休日診療所", "clinic"),
        ("訪問看護ステーションひかり", "visiting-nurse-station"),
        ("相談支援センターつばさ", "consultation-office"),
        ("第一小学校", "school"),
        ("特別支援学校", "school"),
        ("地域包括支援センターあおぞら", "consultation-office"),
        ("手をつなぐ育成会", "association"),
        ("障害者自立支援協議会", "council"),
        ("放課後等デイサービスにじいろ", "welfare-facility"),
    ];
    let mut text = String::from("id\tname\tother_names\tclassification\tregion\tsource\n");
    let governments = (1..=47).flat_map(|digits| Municipalities::all().in_prefecture(&format!("{digits:02}")));
    let towns = governments.filter(|row| !row.is_prefecture());
    let rows = towns.flat_map(|town| KINDS.iter().map(move |kind| (town, kind))).take(ROWS);
    for (at, (town, (kind, classification))) in rows.enumerate() {
        let (name, core) = (town.name, town.core());
        writeln!(text, "row-{at}\t{name}{kind}\t{core}{kind}\t{classification}\t{name}\tinvented").expect("memory");
    }
    let file = NamedTempFile::new().expect("a temporary file");
    fs::write(file.path(), text).expect("it can be written");
    file
});

static LARGE: LazyLock<Arc<Register>> =
    LazyLock::new(|| Arc::new(Register::with_files([FILE.path()]).expect("the rows are sound")));

#[divan::bench]
fn load(bencher: Bencher) {
    LazyLock::force(&FILE);
    bencher
        .counter(ItemsCount::new(ROWS))
        .bench(|| Register::with_files([FILE.path()]).expect("the rows are sound").len());
}

#[divan::bench(args = sets())]
fn without(bencher: Bencher, set: &Set) {
    run(bencher, set, None);
}

#[divan::bench(args = sets())]
fn with_twenty_thousand_rows(bencher: Bencher, set: &Set) {
    run(bencher, set, Some(Arc::clone(&LARGE)));
}

fn run(bencher: Bencher, set: &Set, register: Option<Arc<Register>>) {
    let options = Options { register, ..Options::named("bench.txt") };
    let json = |bytes: &Vec<u8>| parse(black_box(bytes), &options).expect("it can be decoded").to_json().len();
    bencher.counter(BytesCount::new(set.bytes())).bench(|| set.documents.iter().map(json).sum::<usize>());
}
