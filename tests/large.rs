//! Writes a large collection for measuring: `GIJI_LARGE=DIR cargo test --test large -- --ignored`.
//!
//! Documents have 5 to 100 KB; families, encodings and damage are mixed. `GIJI_DOCUMENTS` says how many (10,000).

mod generate;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use generate::mutilate::{KINDS, mutilated};
use generate::rng::Rng;

#[test]
#[ignore = "writes documents when GIJI_LARGE names a folder"]
fn a_large_collection_is_written() {
    let Some(folder) = env::var_os("GIJI_LARGE").map(PathBuf::from) else { return };
    let count = env::var("GIJI_DOCUMENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let parts: Vec<Vec<String>> = vec![
        (0..400).filter_map(|seed| String::from_utf8(generate::minutes(seed).bytes).ok()).collect(),
        (0..200).filter_map(|seed| String::from_utf8(generate::plan(seed).bytes).ok()).collect(),
        (0..200).map(verbatim).collect(),
    ];
    for number in 0..count {
        write(&folder, number, &parts);
    }
}

fn write(folder: &Path, number: u64, parts: &[Vec<String>]) {
    let rng = &mut Rng::new(number ^ 0x1A26_E000);
    let family: usize = rng.weighted(&[(50, 0), (15, 1), (35, 2)]);
    // Evenly spread over the logarithm: many short documents, few long ones.
    let size = 5_000 << rng.between(0, 4);
    let size = size + rng.between(0, size / 4);
    let mut text = rng.pick::<String>(&parts[family]).clone();
    while text.len() < size {
        text += rng.pick::<String>(&parts[family]);
    }
    let bytes = match rng.between(0, 99) {
        0..5 => {
            let kind = rng.between(0, KINDS - 1);
            mutilated(&text, kind, rng)
        }
        5..25 => encoding_rs::SHIFT_JIS.encode(&text).0.into_owned(),
        _ => text.into_bytes(),
    };
    let path = folder.join(format!("{:02}", number % 50)).join(format!("{number:05}.txt"));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Verbatim minutes: heads with a circle, turns of several lines.
fn verbatim(seed: u64) -> String {
    let rng = &mut Rng::new(seed ^ 0x5EEC);
    let names = ["議長（清野一榮議員）", "佐藤委員", "福祉課長（田中　実）", "山本議員", "事務局"];
    let sentences = [
        "ただいまから会議を開きます。",
        "短期入所の受け入れが足りないという声が、毎年のように寄せられております。",
        "予算の範囲で、来年度から段階的に進めてまいりたいと考えております。",
        "災害時の電源の確保について、どのような備えがあるのか伺います。",
        "関係機関と協議の上、連絡体制を整えます。",
    ];
    let mut text = format!("令和{}年第{}回定例会会議録\n\n", rng.between(1, 6), rng.between(1, 4));
    for _ in 0..rng.between(20, 60) {
        text += &format!("○{}　", rng.word(&names));
        for _ in 0..rng.between(1, 8) {
            text += rng.word(&sentences);
        }
        text += "\n";
    }
    text
}
