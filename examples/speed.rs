fn main() {
    let mut total = 0usize;
    let mut docs = vec![];
    for f in std::env::args().skip(1) {
        docs.push(std::fs::read(&f).unwrap());
    }
    for _ in 0..1 {
        for d in &docs {
            let _ = giji::parse(d, &giji::Options::named("a.txt"));
        }
    }
    let t = std::time::Instant::now();
    let n = std::env::var("N").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    let mut out = 0;
    let mut pt = std::time::Duration::ZERO;
    for _ in 0..n {
        for d in &docs {
            let t = std::time::Instant::now();
            if let Ok(p) = giji::parse(d, &giji::Options::named("a.txt")) {
                pt += t.elapsed();
                total += d.len();
                out += p.to_ndjson().len();
            }
        }
    }
    let e = t.elapsed();
    println!(
        "{} MB parse+json {:.1} MB/s; parse only {:.1}; out {}",
        total as f64 / 1e6,
        total as f64 / 1e6 / e.as_secs_f64(),
        total as f64 / 1e6 / pt.as_secs_f64(),
        out
    );
}
