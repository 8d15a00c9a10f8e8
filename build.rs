//! Unpacks the dictionary of `src/morph/data` for `src/morph/dictionary.rs`, when the feature `morphology` asks for it.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/morph/data");
    #[cfg(feature = "morphology")]
    unpack::dictionary();
}

#[cfg(feature = "morphology")]
mod unpack {
    use std::path::Path;
    use std::{env, fs, io};

    use ruzstd::decoding::StreamingDecoder;

    /// Each `data/NAME.zst` becomes `OUT_DIR/NAME`.
    pub fn dictionary() {
        let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
        for entry in fs::read_dir("src/morph/data").expect("the dictionary is part of the package") {
            let packed = entry.expect("a readable folder").path();
            if packed.extension().is_some_and(|extension| extension == "zst") {
                let name = packed.file_stem().expect("a file has a name");
                unpack(&packed, &Path::new(&out).join(name)).expect("the dictionary is intact");
            }
        }
    }

    fn unpack(packed: &Path, unpacked: &Path) -> io::Result<()> {
        let mut decoder = StreamingDecoder::new(fs::File::open(packed)?).map_err(io::Error::other)?;
        io::copy(&mut decoder, &mut fs::File::create(unpacked)?)?;
        Ok(())
    }
}
