//! Bytes to text: the only stage that can fail.
//!
//! The encoding is chosen by evidence in this order: what the caller says, a
//! BOM, NUL bytes at every other place (UTF-16), the escape sequences of
//! ISO-2022-JP, validity as UTF-8, and for the rest how well the bytes read as
//! UTF-16, as damaged UTF-8, as CP932 and as EUC-JP.

mod binary;
mod choose;
mod error;
mod iso2022;
mod japanese;
mod legacy;
mod output;
mod unicode;

use std::borrow::Cow;

pub use error::{BinaryKind, DecodeError};

use crate::encoding::Encoding;
use crate::source::Source;
pub use crate::source::{PrivateUse, Undecodable};
use output::Output;

/// The largest file that is read: 64 MiB, a thousand times the usual one. A
/// reader should look at a file's size first, and take at most one byte more
/// than this from standard input.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// How many malformed runs are listed; `Source::undecodable` counts them all.
pub const MAX_LISTED: usize = 1_000;

/// Decodes `bytes`, the content of the file `name`.
pub fn decode<'a>(
    bytes: &'a [u8],
    name: &str,
    forced: Option<Encoding>,
) -> Result<(Source<'a>, Vec<Undecodable>), DecodeError> {
    check_size(bytes.len() as u64)?;
    if bytes.is_empty() {
        return Err(DecodeError::Empty);
    }
    if let Some(kind) = binary::known_magic(bytes) {
        return Err(DecodeError::Binary { kind });
    }
    let encoding = match forced {
        Some(encoding) => choose::with_byte_order(encoding, bytes),
        None => match choose::choose(bytes)? {
            choose::Choice::ValidUtf8(text) => {
                let source = Source::new(name, Cow::Borrowed(text), Encoding::Utf8, bytes.len(), 0);
                return Ok((source, Vec::new()));
            }
            choose::Choice::Encoding(encoding) => encoding,
        },
    };
    let (text, encoding, bad) = read(bytes, encoding)?;
    let unreadable = bad.bytes * 3 > bytes.len();
    if forced.is_none() && (unreadable || binary::is_mostly_noise(&text)) {
        return Err(DecodeError::Binary { kind: BinaryKind::Noise });
    }
    if text.is_empty() {
        return Err(DecodeError::Empty);
    }
    Ok((Source::new(name, text, encoding, bytes.len(), bad.total), bad.listed))
}

/// Refuses a document of more than `MAX_BYTES`, before it is read.
pub fn check_size(bytes: u64) -> Result<(), DecodeError> {
    if bytes > MAX_BYTES {
        return Err(DecodeError::TooLarge { bytes, limit: MAX_BYTES });
    }
    Ok(())
}

/// The text, the encoding as the bytes turned out to need it, and what could
/// not be read.
fn read(bytes: &[u8], encoding: Encoding) -> Result<(Cow<'_, str>, Encoding, output::Bad), DecodeError> {
    let bom = choose::bom_length(bytes, encoding);
    let body = &bytes[bom..];
    if matches!(encoding, Encoding::Utf8 | Encoding::Utf8Sig)
        && let Ok(text) = std::str::from_utf8(body)
    {
        return Ok((Cow::Borrowed(text), encoding, output::Bad::default()));
    }
    let mut output = Output::new(body.len(), bom);
    let encoding = match encoding {
        Encoding::Utf8 | Encoding::Utf8Sig => {
            unicode::read_utf8(body, &mut output);
            encoding
        }
        Encoding::Utf16 => {
            unicode::read_utf16(body, choose::utf16_order(bytes), &mut output);
            encoding
        }
        Encoding::Utf16Le => {
            unicode::read_utf16(body, unicode::ByteOrder::Little, &mut output);
            encoding
        }
        Encoding::Utf16Be => {
            unicode::read_utf16(body, unicode::ByteOrder::Big, &mut output);
            encoding
        }
        Encoding::Cp932 => {
            legacy::read_cp932(body, &mut output);
            encoding
        }
        Encoding::EucJp | Encoding::EucJpNec => legacy::read_euc_jp(body, &mut output),
        Encoding::Iso2022Jp | Encoding::Iso2022JpExt => iso2022::read(body, &mut output)?,
    };
    let (text, bad) = output.finish();
    Ok((Cow::Owned(text), encoding, bad))
}
