//! `Encoding`: the encodings that can be read, by the names that people and Python use.

use std::fmt;
use std::str::FromStr;

use crate::decode::DecodeError;

/// How a source was written. `Display` gives the name under which Python's
/// `open(path, encoding=NAME, newline="")` reads the same text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Encoding {
    /// UTF-8 without a BOM; also plain ASCII.
    Utf8,
    /// UTF-8 that begins with the bytes `EF BB BF`.
    Utf8Sig,
    /// UTF-16 that says its byte order with a BOM.
    Utf16,
    /// UTF-16, little-endian, without a BOM.
    Utf16Le,
    /// UTF-16, big-endian, without a BOM.
    Utf16Be,
    /// Shift_JIS as Windows writes it, with `①` and `㈱`.
    Cp932,
    /// EUC-JP: JIS X 0208, JIS X 0212 and half-width katakana.
    EucJp,
    /// EUC-JP with NEC's row 13 (`①`, `㈱`), which Python reads under the name of
    /// the JIS X 0213 encoding only; the rest of JIS X 0213 is not read.
    EucJpNec,
    /// ISO-2022-JP, with the escape sequences `ESC $ B` and `ESC ( B`.
    Iso2022Jp,
    /// ISO-2022-JP with half-width katakana (`ESC ( I`) or JIS X 0212 (`ESC $ ( D`).
    Iso2022JpExt,
}

impl Encoding {
    /// The names to offer where a name was not understood.
    pub const SUPPORTED: &'static str = "utf-8, utf-16, utf-16-le, utf-16-be, cp932 (shift_jis), euc_jp, iso2022_jp";

    /// The name that Python knows: `utf-8`, `cp932`, `euc_jp`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8Sig => "utf-8-sig",
            Self::Utf16 => "utf-16",
            Self::Utf16Le => "utf-16-le",
            Self::Utf16Be => "utf-16-be",
            Self::Cp932 => "cp932",
            Self::EucJp => "euc_jp",
            Self::EucJpNec => "euc_jis_2004",
            Self::Iso2022Jp => "iso2022_jp",
            Self::Iso2022JpExt => "iso2022_jp_ext",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Encoding {
    type Err = DecodeError;

    /// Reads a name in any of its usual spellings: `Shift_JIS`, `sjis`, `Windows-31J`.
    fn from_str(name: &str) -> Result<Self, DecodeError> {
        let plain: String = name
            .trim()
            .chars()
            .filter(|c| !matches!(c, '-' | '_' | ' ' | '.'))
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match plain.as_str() {
            "utf8" | "ascii" | "usascii" => Ok(Self::Utf8),
            "utf8sig" | "utf8bom" => Ok(Self::Utf8Sig),
            "utf16" | "unicode" => Ok(Self::Utf16),
            "utf16le" => Ok(Self::Utf16Le),
            "utf16be" => Ok(Self::Utf16Be),
            "cp932" | "ms932" | "windows31j" | "cswindows31j" | "windows932" | "mskanji" | "932" | "shiftjis"
            | "xsjis" | "sjis" | "sjiswin" => Ok(Self::Cp932),
            "eucjp" | "xeucjp" | "ujis" | "eucjpms" | "eucjpwin" | "cp51932" => Ok(Self::EucJp),
            "iso2022jp" | "iso2022jp1" | "jis" | "csiso2022jp" | "cp50220" | "cp50221" => Ok(Self::Iso2022Jp),
            "iso2022jpext" => Ok(Self::Iso2022JpExt),
            _ => Err(DecodeError::UnsupportedEncoding { name: name.trim().to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_spellings_of_a_name_are_understood() {
        for (name, encoding) in [
            ("UTF-8", Encoding::Utf8),
            ("utf8", Encoding::Utf8),
            ("utf-8-sig", Encoding::Utf8Sig),
            ("UTF-16LE", Encoding::Utf16Le),
            ("utf-16-be", Encoding::Utf16Be),
            ("Shift_JIS", Encoding::Cp932),
            ("x-sjis", Encoding::Cp932),
            ("Windows-31J", Encoding::Cp932),
            ("EUC-JP", Encoding::EucJp),
            ("euc_jp", Encoding::EucJp),
            ("ISO-2022-JP", Encoding::Iso2022Jp),
            ("JIS", Encoding::Iso2022Jp),
        ] {
            assert_eq!(name.parse(), Ok(encoding), "{name}");
        }
    }

    #[test]
    fn jis_x_0213_and_foreign_encodings_are_refused_by_name() {
        for name in ["euc_jis_2004", "shift_jisx0213", "iso2022_jp_2004", "gb18030", "utf-32", ""] {
            let error = name.parse::<Encoding>().expect_err(name);
            assert_eq!(error, DecodeError::UnsupportedEncoding { name: name.to_owned() });
        }
    }
}
