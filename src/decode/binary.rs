//! Telling text from files that hold none.

use super::error::BinaryKind;

/// How files begin that people pass by mistake.
const MAGIC: &[(&[u8], BinaryKind)] = &[
    (b"%PDF-", BinaryKind::Pdf),
    (b"PK\x03\x04", BinaryKind::Zip),
    (b"PK\x05\x06", BinaryKind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", BinaryKind::OldOffice),
    (b"{\\rtf", BinaryKind::Rtf),
    (b"\x89PNG\r\n\x1A\n", BinaryKind::Image),
    (b"\xFF\xD8\xFF", BinaryKind::Image),
    (b"GIF87a", BinaryKind::Image),
    (b"GIF89a", BinaryKind::Image),
    (b"II*\0", BinaryKind::Image),
    (b"MM\0*", BinaryKind::Image),
    (b"\x1F\x8B\x08", BinaryKind::Compressed),
    (b"BZh", BinaryKind::Compressed),
    (b"\xFD7zXZ\0", BinaryKind::Compressed),
    (b"\x28\xB5\x2F\xFD", BinaryKind::Compressed),
    (b"7z\xBC\xAF\x27\x1C", BinaryKind::Compressed),
];

/// How much of a text is looked at for control characters.
const SAMPLE: usize = 64 * 1024;

/// What the first bytes say.
pub(super) fn known_magic(bytes: &[u8]) -> Option<BinaryKind> {
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, kind)| kind)
}

/// Whether more than one character in fifty is a control character that no
/// text has; one stray NUL in a document is not enough.
pub(super) fn is_mostly_noise(text: &str) -> bool {
    let sample = &text.as_bytes()[..text.len().min(SAMPLE)];
    // So many at once that their count fits a byte: such a sum is done for many bytes together.
    let noise: usize = sample
        .chunks(255)
        .map(|bytes| usize::from(bytes.iter().map(|byte| u8::from(is_noise(*byte))).sum::<u8>()))
        .sum();
    noise * 50 > sample.len()
}

/// A control character other than TAB, LF, VT, FF, CR, SUB (the end of a DOS
/// file) and ESC (terminal colours).
#[inline]
fn is_noise(byte: u8) -> bool {
    (byte <= 0x08) | (0x0e..=0x19).contains(&byte) | (0x1c..=0x1f).contains(&byte) | (byte == 0x7f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_magic_hides_a_longer_one() {
        for (index, (magic, _)) in MAGIC.iter().enumerate() {
            assert!(MAGIC[..index].iter().all(|(earlier, _)| !magic.starts_with(earlier)));
        }
    }

    #[test]
    fn a_stray_control_character_makes_no_binary() {
        assert!(!is_mostly_noise(&format!("会議の概要{}\0", "あ".repeat(40))));
        assert!(is_mostly_noise("あ\0\0\0\0い"));
    }
}
