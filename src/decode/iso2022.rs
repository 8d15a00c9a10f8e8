//! ISO-2022-JP: seven-bit text whose escape sequences switch character sets.

use super::error::DecodeError;
use super::legacy;
use super::output::{Bad, Output};
use crate::encoding::Encoding;

/// The character set that is switched on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    Ascii,
    /// JIS X 0201 Roman: ASCII with `¥` and `‾`.
    Roman,
    /// JIS X 0201 half-width katakana.
    Katakana,
    /// JIS X 0208, two bytes a character.
    Kanji,
    /// JIS X 0212, two bytes a character.
    Supplementary,
}

/// What an escape sequence asks for.
enum Escape {
    Switch(Set, usize),
    /// The name of the encoding to which this sequence belongs.
    Unsupported(&'static str),
    /// No sequence of this family (`ESC [` colours a terminal).
    Other,
}

fn escape(bytes: &[u8]) -> Escape {
    match bytes {
        [0x1B, b'(', b'B', ..] => Escape::Switch(Set::Ascii, 3),
        [0x1B, b'(', b'J' | b'H', ..] => Escape::Switch(Set::Roman, 3),
        [0x1B, b'(', b'I', ..] => Escape::Switch(Set::Katakana, 3),
        [0x1B, b'$', b'B' | b'@', ..] => Escape::Switch(Set::Kanji, 3),
        [0x1B, b'$', b'(', b'B', ..] => Escape::Switch(Set::Kanji, 4),
        [0x1B, b'$', b'(', b'D', ..] => Escape::Switch(Set::Supplementary, 4),
        [0x1B, b'$', b'(', b'O', ..] => Escape::Unsupported("iso2022_jp_3"),
        [0x1B, b'$', b'(', b'P' | b'Q', ..] => Escape::Unsupported("iso2022_jp_2004"),
        [0x1B, b'$', b'A', ..] | [0x1B, b'$', b'(', b'C', ..] | [0x1B, b'.', b'A' | b'F', ..] => {
            Escape::Unsupported("iso2022_jp_2")
        }
        _ => Escape::Other,
    }
}

/// Whether the bytes hold a Japanese escape sequence and are (but for a little
/// damage) seven-bit.
pub(super) fn is_likely(bytes: &[u8]) -> bool {
    let switches = memchr::memchr_iter(0x1B, bytes).any(|at| match escape(&bytes[at..]) {
        Escape::Switch(Set::Kanji | Set::Katakana | Set::Supplementary, _) | Escape::Unsupported(_) => true,
        Escape::Switch(Set::Ascii | Set::Roman, _) | Escape::Other => false,
    });
    switches && bytes.iter().filter(|byte| !byte.is_ascii()).count() * 50 <= bytes.len()
}

/// Reads ISO-2022-JP, and says whether it needs the extended name.
pub(super) fn read(bytes: &[u8], output: &mut Output) -> Result<Encoding, DecodeError> {
    let mut set = Set::Ascii;
    let mut encoding = Encoding::Iso2022Jp;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == 0x1B {
            match escape(&bytes[at..]) {
                Escape::Switch(to, length) => {
                    set = to;
                    at += length;
                    continue;
                }
                Escape::Unsupported(name) => {
                    return Err(DecodeError::UnsupportedEncoding { name: name.to_owned() });
                }
                Escape::Other => {}
            }
        }
        if matches!(set, Set::Katakana | Set::Supplementary) {
            encoding = Encoding::Iso2022JpExt;
        }
        at += match set {
            Set::Ascii | Set::Roman | Set::Katakana => read_single(bytes, at, set, output),
            Set::Kanji => read_double(bytes, at, &[], output),
            Set::Supplementary => read_double(bytes, at, &[0x8F], output),
        };
    }
    Ok(encoding)
}

/// Reads one character of a one-byte set; gives the number of its bytes.
fn read_single(bytes: &[u8], at: usize, set: Set, output: &mut Output) -> usize {
    match (set, bytes[at]) {
        (_, 0x80..) => output.push_malformed(at, 1),
        (Set::Roman, b'\\') => output.push('¥'),
        (Set::Roman, b'~') => output.push('‾'),
        (Set::Katakana, byte @ 0x21..=0x5F) => {
            output.push(char::from_u32(0xFF40 + u32::from(byte)).unwrap_or('\u{FFFD}'));
        }
        (Set::Katakana, 0x60..) => output.push_malformed(at, 1),
        (_, byte) => output.push(char::from(byte)),
    }
    1
}

/// Reads a run of two-byte characters, or one byte that is none; gives the
/// number of its bytes. `prefix` is what EUC-JP puts before each character.
fn read_double(bytes: &[u8], at: usize, prefix: &[u8], output: &mut Output) -> usize {
    let pairs: Vec<[u8; 2]> = bytes[at..]
        .as_chunks::<2>()
        .0
        .iter()
        .take_while(|pair| pair.iter().all(|byte| (0x21..=0x7E).contains(byte)))
        .copied()
        .collect();
    if pairs.is_empty() {
        let length = damaged_length(&bytes[at..]);
        match bytes[at] {
            // A line end in the middle of a kanji run switches nothing.
            byte @ (..=0x20 | 0x7F) => output.push(char::from(byte)),
            0x21.. => output.push_malformed(at, length),
        }
        return length;
    }
    match decode_pairs(&pairs, prefix) {
        Some(text) => output.push_str(&text),
        None => {
            for (index, &pair) in pairs.iter().enumerate() {
                match decode_pairs(&[pair], prefix) {
                    Some(text) => output.push_str(&text),
                    None => output.push_malformed(at + 2 * index, 2),
                }
            }
        }
    }
    2 * pairs.len()
}

/// How many bytes to give up: the two of a character where the rest of the run
/// comes out even (a byte was changed), one where it does not (a byte was lost).
fn damaged_length(bytes: &[u8]) -> usize {
    // Far enough to see most runs to their end, and no farther than much damage allows.
    let run = bytes.iter().take(256).take_while(|byte| !matches!(byte, 0..=0x20 | 0x7F)).count();
    if run > 0 && run % 2 == 0 { 2 } else { 1 }
}

/// The text of these characters, if every one has a meaning.
fn decode_pairs(pairs: &[[u8; 2]], prefix: &[u8]) -> Option<String> {
    let mut euc = Vec::with_capacity(pairs.len() * (2 + prefix.len()));
    for [first, second] in pairs {
        euc.extend_from_slice(prefix);
        euc.extend([first | 0x80, second | 0x80]);
    }
    let mut output = Output::new(euc.len(), 0);
    legacy::read_euc_jp(&euc, &mut output);
    let (text, Bad { total, .. }) = output.finish();
    (total == 0).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, usize) {
        let mut output = Output::new(bytes.len(), 0);
        read(bytes, &mut output).expect("a supported set");
        let (text, bad) = output.finish();
        (text, bad.total)
    }

    #[test]
    fn the_sets_of_the_family_are_read() {
        assert_eq!(text(b"a\x1b$B0!\x1b(Bb"), ("a亜b".to_owned(), 0));
        assert_eq!(text(b"\x1b$@0!\n0!\x1b(J\\"), ("亜\n亜¥".to_owned(), 0));
        assert_eq!(text(b"\x1b(I12\x1b(B"), ("ｱｲ".to_owned(), 0));
        assert_eq!(text(b"\x1b$(D0!\x1b(B"), ("丂".to_owned(), 0));
        assert_eq!(text(b"\x1b$B0!\x1b(B\x1b$B0!\x1b(B"), ("亜亜".to_owned(), 0));
    }

    #[test]
    fn a_half_character_and_an_eight_bit_byte_are_malformed() {
        assert_eq!(text(b"\x1b$B0!0\x1b(Bc"), ("亜\u{FFFD}c".to_owned(), 1));
        assert_eq!(text(b"\x1b$B0!\x1b(Bc\xb1d"), ("亜c\u{FFFD}d".to_owned(), 1));
    }

    #[test]
    fn an_escape_of_a_terminal_is_no_sign_of_iso_2022_jp() {
        assert!(!is_likely(b"\x1b[31mred\x1b[0m"));
        assert!(is_likely(b"\x1b$B0!\x1b(B"));
    }
}
