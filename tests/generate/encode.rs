//! Text → bytes as an office program or an extractor saves them.

/// How a document is saved. Its `name` is what Python calls the encoding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saved {
    Utf8,
    Utf8Bom,
    Cp932,
    EucJp,
    Iso2022Jp,
    Utf16Le,
    Utf16Be,
    /// Without a byte order mark.
    Utf16LeBare,
}

impl Saved {
    pub fn name(self) -> &'static str {
        match self {
            Saved::Utf8 | Saved::Utf8Bom => "utf-8",
            Saved::Cp932 => "cp932",
            Saved::EucJp => "euc-jp",
            Saved::Iso2022Jp => "iso-2022-jp",
            Saved::Utf16Le | Saved::Utf16LeBare => "utf-16-le",
            Saved::Utf16Be => "utf-16-be",
        }
    }

    /// Encodings without ① and №, and whose tables disagree on ～ and －: documents in them are written without.
    pub fn is_narrow(self) -> bool {
        matches!(self, Saved::EucJp | Saved::Iso2022Jp)
    }
}

/// The bytes, or nothing where the encoding lacks a character of the text.
pub fn encode(text: &str, saved: Saved) -> Option<Vec<u8>> {
    if saved.is_narrow() && text.chars().any(|c| "①②③④⑤⑥⑦⑧⑨⑩№～－―‖㈱℡㍻㋿".contains(c))
    {
        return None;
    }
    match saved {
        Saved::Utf8 => Some(text.as_bytes().to_vec()),
        Saved::Utf8Bom => Some([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        Saved::Cp932 => legacy(text, encoding_rs::SHIFT_JIS),
        Saved::EucJp => legacy(text, encoding_rs::EUC_JP),
        Saved::Iso2022Jp => legacy(text, encoding_rs::ISO_2022_JP),
        Saved::Utf16Le => Some(with_bom(text).flat_map(u16::to_le_bytes).collect()),
        Saved::Utf16LeBare => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Saved::Utf16Be => Some(with_bom(text).flat_map(u16::to_be_bytes).collect()),
    }
}

fn legacy(text: &str, encoding: &'static encoding_rs::Encoding) -> Option<Vec<u8>> {
    let (bytes, _, lacking) = encoding.encode(text);
    (!lacking).then(|| bytes.into_owned())
}

fn with_bom(text: &str) -> impl Iterator<Item = u16> {
    std::iter::once(0xFEFF).chain(text.encode_utf16().collect::<Vec<_>>())
}
