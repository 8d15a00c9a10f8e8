//! Which encoding the bytes are in, by evidence.

use memchr::memchr;

use super::error::DecodeError;
use super::unicode::ByteOrder;
use super::{iso2022, japanese};
use crate::encoding::Encoding;

/// The result of looking.
pub(super) enum Choice<'a> {
    /// UTF-8 without a BOM, and nothing wrong with it.
    ValidUtf8(&'a str),
    /// To be read as this.
    Encoding(Encoding),
}

/// How much is looked at to tell UTF-16.
const SAMPLE: usize = 64 * 1024;

/// Chooses without help.
pub(super) fn choose(bytes: &[u8]) -> Result<Choice<'_>, DecodeError> {
    if let Some(encoding) = by_bom(bytes)? {
        return Ok(Choice::Encoding(encoding));
    }
    // ASCII as UTF-16 is valid UTF-8 too, with a NUL at every other place.
    if memchr(0, bytes).is_some()
        && let Some(order) = guess_utf16(bytes, WITH_NUL)
    {
        return Ok(Choice::Encoding(order_encoding(order)));
    }
    if iso2022::is_likely(bytes) {
        return Ok(Choice::Encoding(Encoding::Iso2022Jp));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(match super::binary::is_mostly_noise(text) {
            true => Choice::Encoding(Encoding::Utf8),
            false => Choice::ValidUtf8(text),
        });
    }
    if let Some(order) = guess_utf16(bytes, WITHOUT_NUL) {
        return Ok(Choice::Encoding(order_encoding(order)));
    }
    Ok(Choice::Encoding(japanese::choose(bytes)))
}

/// The caller's choice; `utf-16-le` becomes `utf-16` where there is a BOM and
/// the other way round, so that the name fits the bytes.
pub(super) fn with_byte_order(forced: Encoding, bytes: &[u8]) -> Encoding {
    match forced {
        Encoding::Utf8 | Encoding::Utf8Sig if bytes.starts_with(b"\xEF\xBB\xBF") => Encoding::Utf8Sig,
        Encoding::Utf8 | Encoding::Utf8Sig => Encoding::Utf8,
        Encoding::Utf16Le if bytes.starts_with(b"\xFF\xFE") => Encoding::Utf16,
        Encoding::Utf16Be if bytes.starts_with(b"\xFE\xFF") => Encoding::Utf16,
        Encoding::Utf16 if bom_length(bytes, Encoding::Utf16) == 0 => {
            order_encoding(guess_utf16(bytes, WITH_NUL).unwrap_or(ByteOrder::Little))
        }
        Encoding::Utf16
        | Encoding::Utf16Le
        | Encoding::Utf16Be
        | Encoding::Cp932
        | Encoding::EucJp
        | Encoding::EucJpNec
        | Encoding::Iso2022Jp
        | Encoding::Iso2022JpExt => forced,
    }
}

/// The bytes of the BOM that this encoding has at the start of these bytes.
pub(super) fn bom_length(bytes: &[u8], encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8Sig if bytes.starts_with(b"\xEF\xBB\xBF") => 3,
        Encoding::Utf16 if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") => 2,
        Encoding::Utf8
        | Encoding::Utf8Sig
        | Encoding::Utf16
        | Encoding::Utf16Le
        | Encoding::Utf16Be
        | Encoding::Cp932
        | Encoding::EucJp
        | Encoding::EucJpNec
        | Encoding::Iso2022Jp
        | Encoding::Iso2022JpExt => 0,
    }
}

/// The order that the BOM of UTF-16 states.
pub(super) fn utf16_order(bytes: &[u8]) -> ByteOrder {
    if bytes.starts_with(b"\xFE\xFF") { ByteOrder::Big } else { ByteOrder::Little }
}

fn by_bom(bytes: &[u8]) -> Result<Option<Encoding>, DecodeError> {
    let unsupported = |name: &str| Err(DecodeError::UnsupportedEncoding { name: name.to_owned() });
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Ok(Some(Encoding::Utf8Sig)),
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => unsupported("utf-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Ok(Some(Encoding::Utf16)),
        [0x84, 0x31, 0x95, 0x33, ..] => unsupported("gb18030"),
        _ => Ok(None),
    }
}

fn order_encoding(order: ByteOrder) -> Encoding {
    match order {
        ByteOrder::Little => Encoding::Utf16Le,
        ByteOrder::Big => Encoding::Utf16Be,
    }
}

/// How many units must be kana, ASCII or full-width: those with the high bytes
/// 30, NUL and FF. Kanji alone prove nothing: two bytes of any text look like one.
struct Demand {
    /// One unit in so many,
    one_in: usize,
    /// and at least so many.
    least: usize,
}

/// NUL bytes are in no other text, so that a line end or two will do.
const WITH_NUL: Demand = Demand { one_in: 20, least: 1 };

const WITHOUT_NUL: Demand = Demand { one_in: 5, least: 4 };

/// The byte order in which nearly all units are what Japanese text has.
fn guess_utf16(bytes: &[u8], demand: Demand) -> Option<ByteOrder> {
    let (pairs, _) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
    let sure = |order: ByteOrder| count(pairs, order, is_sure);
    [ByteOrder::Little, ByteOrder::Big]
        .into_iter()
        .filter(|&order| sure(order) >= demand.least.max(pairs.len() / demand.one_in))
        .filter(|&order| count(pairs, order, is_plausible) * 10 >= pairs.len() * 9)
        .max_by_key(|&order| sure(order))
}

fn count(pairs: &[[u8; 2]], order: ByteOrder, which: fn(u16) -> bool) -> usize {
    pairs.iter().filter(|&&pair| which(order.unit(pair))).count()
}

fn is_sure(unit: u16) -> bool {
    matches!(unit, 0x09..=0x0D | 0x20..=0x7E | 0x3000..=0x30FF | 0xFF01..=0xFF9F)
}

fn is_plausible(unit: u16) -> bool {
    is_sure(unit)
        || matches!(unit, 0xA0..=0xFF | 0x370..=0x45F | 0x2000..=0x27BF | 0x3200..=0x33FF)
        || matches!(unit, 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFFE0..=0xFFEF | 0xD800..=0xDFFF)
}
