//! UTF-8 with damage, and UTF-16.

use super::output::Output;

/// Which byte of a UTF-16 unit comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ByteOrder {
    Little,
    Big,
}

impl ByteOrder {
    pub(super) fn unit(self, pair: [u8; 2]) -> u16 {
        match self {
            Self::Little => u16::from_le_bytes(pair),
            Self::Big => u16::from_be_bytes(pair),
        }
    }
}

/// One U+FFFD for each maximal part of a character, as Python and the web do.
pub(super) fn read_utf8(bytes: &[u8], output: &mut Output) {
    let mut offset = 0;
    for chunk in bytes.utf8_chunks() {
        output.push_str(chunk.valid());
        offset += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            output.push_malformed(offset, chunk.invalid().len());
            offset += chunk.invalid().len();
        }
    }
}

/// One U+FFFD for each lone surrogate and for an odd byte at the end.
pub(super) fn read_utf16(bytes: &[u8], order: ByteOrder, output: &mut Output) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut offset = 0;
    for decoded in char::decode_utf16(pairs.iter().map(|&pair| order.unit(pair))) {
        match decoded {
            Ok(c) => {
                output.push(c);
                offset += 2 * c.len_utf16();
            }
            Err(_lone_surrogate) => {
                output.push_malformed(offset, 2);
                offset += 2;
            }
        }
    }
    if !rest.is_empty() {
        output.push_malformed(offset, rest.len());
    }
}
