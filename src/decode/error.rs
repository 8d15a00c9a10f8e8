//! `DecodeError`: why a file gives no document.

use std::fmt;

use crate::encoding::Encoding;
use crate::lang::Lang;

/// Why bytes are no text. Damaged text is no error: it gives diagnostics.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DecodeError {
    /// A file of no bytes, or of a BOM alone.
    Empty,
    /// A file of more than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge {
        /// The size of the file.
        bytes: u64,
        /// The size that is still read.
        limit: u64,
    },
    /// `%PDF-1.7`, `PK␃␄`, a run of NUL bytes.
    Binary {
        /// What it looks like.
        kind: BinaryKind,
    },
    /// `--encoding euc_jis_2004`, a UTF-32 BOM, `ESC $ ( Q` in ISO-2022-JP.
    UnsupportedEncoding {
        /// The name that was given, or that the bytes ask for.
        name: String,
    },
}

/// What a file without text looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryKind {
    /// `%PDF-`
    Pdf,
    /// `PK` 03 04: also .docx, .xlsx and .pptx.
    Zip,
    /// D0 CF 11 E0: .doc, .xls and .ppt before 2007.
    OldOffice,
    /// `{\rtf`
    Rtf,
    /// PNG, JPEG, GIF, TIFF.
    Image,
    /// gzip, bzip2, xz, zstd, 7z.
    Compressed,
    /// NUL bytes or control characters that no text has.
    Noise,
}

impl DecodeError {
    /// One or two sentences: what is wrong, and what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, Self::Empty) => "the file is empty".to_owned(),
            (Lang::Ja, Self::Empty) => "ファイルが空です".to_owned(),
            (Lang::En, Self::TooLarge { bytes, limit }) => {
                format!("{bytes} bytes are more than the {limit} that are read; is this one document?")
            }
            (Lang::Ja, Self::TooLarge { bytes, limit }) => {
                format!("{bytes}バイトあり、上限の{limit}バイトを超えています。一つの文書か確かめてください")
            }
            (lang, Self::Binary { kind }) => kind.message(lang).to_owned(),
            (Lang::En, Self::UnsupportedEncoding { name }) => {
                format!("the encoding “{name}” is not supported; these are: {}", Encoding::SUPPORTED)
            }
            (Lang::Ja, Self::UnsupportedEncoding { name }) => {
                format!("文字コード「{name}」には対応していません。使えるもの: {}", Encoding::SUPPORTED)
            }
        }
    }
}

impl BinaryKind {
    fn message(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, Self::Pdf) => "this is a PDF, not text; run pdftotext on it first",
            (Lang::Ja, Self::Pdf) => "テキストではなくPDFです。先にpdftotextで変換してください",
            (Lang::En, Self::Zip) => {
                "this is a zip file (.docx and .xlsx are too), not text; save its content as text first"
            }
            (Lang::Ja, Self::Zip) => {
                "テキストではなくzip（.docxや.xlsxも同じ）です。先に中身をテキストで保存してください"
            }
            (Lang::En, Self::OldOffice) => "this is an old Office file (.doc, .xls), not text; save it as text first",
            (Lang::Ja, Self::OldOffice) => {
                "テキストではなく旧形式のOffice文書（.doc、.xls）です。先にテキストで保存してください"
            }
            (Lang::En, Self::Rtf) => "this is RTF, not plain text; save it as text first",
            (Lang::Ja, Self::Rtf) => "RTF形式です。先にプレーンテキストで保存してください",
            (Lang::En, Self::Image) => "this is an image, not text; run a text recogniser (OCR) on it first",
            (Lang::Ja, Self::Image) => "テキストではなく画像です。先に文字認識（OCR）を行ってください",
            (Lang::En, Self::Compressed) => "this file is compressed; unpack it first",
            (Lang::Ja, Self::Compressed) => "圧縮されたファイルです。先に展開してください",
            (Lang::En, Self::Noise) => {
                "this looks like binary data, not text; if it is text, name its encoding with --encoding"
            }
            (Lang::Ja, Self::Noise) => {
                "テキストではなくバイナリのようです。テキストなら--encodingで文字コードを指定してください"
            }
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for DecodeError {}
