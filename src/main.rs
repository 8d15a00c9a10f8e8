use std::io::Write;
fn main() {
    for f in std::env::args().skip(2) {
        let b = std::fs::read(&f).unwrap();
        let n = std::path::Path::new(&f).file_name().unwrap().to_string_lossy().into_owned();
        match giji::parse(&b, &giji::Options::named(&n)) {
            Ok(p) => {
                let _ = std::io::stdout().write_all(p.to_json().as_bytes());
            }
            Err(e) => {
                eprintln!("{e}");
                std::process::exit(3)
            }
        }
    }
}
