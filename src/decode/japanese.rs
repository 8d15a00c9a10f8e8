//! Telling damaged UTF-8, CP932 and EUC-JP apart.
//!
//! Each reading is scored by what it makes of the bytes: kana and everyday
//! kanji cost nothing or little, rare characters more, a malformed byte most.

use chardetng::EncodingDetector;

use crate::encoding::Encoding;

/// How much is scored: enough for any decision, and soon read.
const SAMPLE: usize = 64 * 1024;

/// Below this cost a character the cheaper reading is surely the right one;
/// between two bad ones chardetng's frequencies know better.
const CLOSE: f64 = 0.15;

/// Bytes that are no valid UTF-8 (and no UTF-16): which encoding is it?
pub(super) fn choose(bytes: &[u8]) -> Encoding {
    if is_damaged_utf8(bytes) {
        return Encoding::Utf8;
    }
    let sample = sample(bytes);
    let cp932 = cost(sample, cp932_class);
    let euc = cost(sample, euc_class);
    if (cp932 - euc).abs() > CLOSE * cp932.max(euc) {
        return if cp932 < euc { Encoding::Cp932 } else { Encoding::EucJp };
    }
    let mut detector = EncodingDetector::new();
    detector.feed(sample, true);
    if detector.guess(Some(b"jp"), false) == encoding_rs::EUC_JP { Encoding::EucJp } else { Encoding::Cp932 }
}

/// The first stretch that has a byte beyond ASCII, cut at a line end so that
/// it begins with a whole character.
fn sample(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let rest = &bytes[first..];
    match rest.get(..SAMPLE) {
        Some(window) => {
            let end = memchr::memrchr(b'\n', window).map_or(SAMPLE, |at| at + 1);
            &window[..end]
        }
        None => rest,
    }
}

/// Whether the bytes are UTF-8 with some malformed places rather than something
/// else. Two Japanese characters of UTF-8 in succession hardly occur by chance in
/// other encodings (one does: `ゅう` of CP932), so that a text of which a part was
/// pasted in from elsewhere is still UTF-8 and the part is reported, not turned
/// into other characters.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut kana, mut characters, mut any, mut malformed) = (0_usize, 0_usize, 0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        for two in chunk.valid().as_bytes().windows(4) {
            if is_japanese_lead(two[0]) && is_japanese_lead(two[3]) {
                characters += 1;
                kana += usize::from(two[0] == 0xE3 && matches!(two[1], 0x80..=0x83));
            }
        }
        any += chunk.valid().bytes().filter(|&byte| byte >= 0xC0).count();
        malformed += usize::from(!chunk.invalid().is_empty());
    }
    kana * 8 > malformed || characters > malformed || any > 16 * malformed || is_only_cut(bytes)
}

/// Whether this byte is the first of three of a kana, a kanji or a full-width letter.
fn is_japanese_lead(byte: u8) -> bool {
    matches!(byte, 0xE3..=0xE9 | 0xEF)
}

/// Whether nothing is wrong but the last character, cut by a size limit.
fn is_only_cut(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .is_err_and(|error| error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii())
}

/// What a byte sequence is, read in one encoding.
#[derive(Clone, Copy)]
enum Class {
    Ascii,
    /// Hiragana, katakana, full-width letters and digits.
    Kana,
    /// Kanji of level 1: 会 議.
    Common,
    /// 、 。 （ ※ ─ and the like.
    Punctuation,
    /// Kanji of level 2, and Greek and Russian.
    Rare,
    /// Half-width katakana as a word has them.
    HalfWidth,
    /// `ﾞ` after a vowel, `ｯ` after `ﾝ`, `｡` and `･`: half-width, but no word.
    OddHalfWidth,
    /// Half-width katakana of EUC-JP, each of which has a byte 8E of its own.
    MarkedHalfWidth,
    /// Row 13 and the other additions of NEC and IBM: ① 髙.
    Vendor,
    /// JIS X 0212, private use.
    Exotic,
    Malformed,
}

impl Class {
    /// How unlikely it is, a byte.
    fn cost(self) -> f64 {
        match self {
            Self::Ascii | Self::Kana => 0.0,
            Self::Punctuation => 0.1,
            Self::Common => 0.25,
            Self::Vendor => 0.5,
            Self::HalfWidth => 0.5,
            Self::OddHalfWidth => 1.5,
            Self::MarkedHalfWidth => 0.15,
            Self::Rare => 1.2,
            Self::Exotic => 3.0,
            Self::Malformed => 8.0,
        }
    }
}

fn cost(bytes: &[u8], class: fn(&[u8]) -> (Class, usize)) -> f64 {
    let mut at = 0;
    let mut cost = 0.0;
    while at < bytes.len() {
        let (class, length) = class(&bytes[at..]);
        #[allow(clippy::cast_precision_loss)]
        let weight = length as f64;
        cost += class.cost() * weight;
        at += length;
    }
    cost
}

/// The class of the first character of non-empty bytes, and its length.
fn cp932_class(bytes: &[u8]) -> (Class, usize) {
    match bytes {
        [..=0x7F, ..] => (Class::Ascii, 1),
        [first @ 0xA1..=0xDF, rest @ ..] => (half_width(*first, rest.first()), 1),
        [lead @ (0x81..=0x9F | 0xE0..=0xFC), trail @ (0x40..=0x7E | 0x80..=0xFC), ..] => (cp932_pair(*lead, *trail), 2),
        _ => (Class::Malformed, 1),
    }
}

/// Judged with the byte that follows: a voiced mark must have its kana before it.
fn half_width(first: u8, next: Option<&u8>) -> Class {
    let voiceable = matches!(first, 0xB3 | 0xB6..=0xC4 | 0xCA..=0xCE);
    let semi_voiceable = matches!(first, 0xCA..=0xCE);
    match (first, next) {
        (0xA1..=0xA5, _) => Class::OddHalfWidth,
        (_, Some(0xDE)) if !voiceable => Class::OddHalfWidth,
        (_, Some(0xDF)) if !semi_voiceable => Class::OddHalfWidth,
        // Small ｬ ｭ ｮ follow a kana of the row い.
        (_, Some(0xAC..=0xAE)) if !matches!(first, 0xB7 | 0xBC | 0xC1 | 0xC6 | 0xCB | 0xD0 | 0xD8 | 0xDE | 0xDF) => {
            Class::OddHalfWidth
        }
        _ => Class::HalfWidth,
    }
}

fn cp932_pair(lead: u8, trail: u8) -> Class {
    match (lead, trail) {
        (0x81, 0x40..=0xAC) | (0x84, 0x9F..=0xBE) => Class::Punctuation,
        (0x82, 0x4F..=0x9A | 0x9F..=0xF1) | (0x83, 0x40..=0x96) => Class::Kana,
        (0x81, _) | (0x83 | 0x84, _) => Class::Rare,
        (0x82 | 0x85 | 0x86, _) => Class::Malformed,
        (0x87, 0x40..=0x9C) => Class::Vendor,
        (0x88, 0x9F..) | (0x89..=0x97, _) | (0x98, ..=0x72) => Class::Common,
        (0x98, 0x9F..) | (0x99..=0x9F | 0xE0..=0xE9, _) | (0xEA, ..=0xA4) => Class::Rare,
        (0xED | 0xFA | 0xFB, _) | (0xEE, _) | (0xFC, ..=0x4B) => Class::Vendor,
        (0xF0..=0xF9, _) => Class::Exotic,
        _ => Class::Malformed,
    }
}

/// The class of the first character of non-empty bytes, and its length.
fn euc_class(bytes: &[u8]) -> (Class, usize) {
    match bytes {
        [..=0x7F, ..] => (Class::Ascii, 1),
        [0x8E, 0xA1..=0xDF, ..] => (Class::MarkedHalfWidth, 2),
        [0x8F, 0xA1..=0xFE, 0xA1..=0xFE, ..] => (Class::Exotic, 3),
        [lead @ 0xA1..=0xFE, trail @ 0xA1..=0xFE, ..] => (euc_pair(*lead, *trail), 2),
        _ => (Class::Malformed, 1),
    }
}

fn euc_pair(lead: u8, trail: u8) -> Class {
    match (lead, trail) {
        (0xA1, _) | (0xA8, 0xA1..=0xC0) => Class::Punctuation,
        (0xA3, 0xB0..=0xB9 | 0xC1..=0xDA | 0xE1..=0xFA) | (0xA4, 0xA1..=0xF3) | (0xA5, 0xA1..=0xF6) => Class::Kana,
        (0xA2 | 0xA6 | 0xA7, _) => Class::Rare,
        (0xAD, 0xA1..=0xFC) => Class::Vendor,
        (0xB0..=0xCE, _) | (0xCF, 0xA1..=0xD3) => Class::Common,
        (0xD0..=0xF3, _) | (0xF4, 0xA1..=0xA6) => Class::Rare,
        (0xF9..=0xFC, _) => Class::Vendor,
        _ => Class::Malformed,
    }
}
