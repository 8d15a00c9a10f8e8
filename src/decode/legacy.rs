//! CP932 and EUC-JP, through encoding_rs.

use encoding_rs::{DecoderResult, EUC_JP, SHIFT_JIS};

use super::output::Output;
use crate::encoding::Encoding;

/// How much encoding_rs gets at a time: it starts anew after each malformed
/// byte, so a piece begins small there and grows while all is well.
const PIECE: std::ops::RangeInclusive<usize> = 32..=4096;

/// Reads CP932; a malformed byte is one U+FFFD and the next byte is tried again.
pub(super) fn read_cp932(bytes: &[u8], output: &mut Output) {
    read(bytes, SHIFT_JIS, cp932_length, output, |text, _, output| output.push_str(text));
}

/// Reads EUC-JP with Python's mapping, and says which name it has there: row 13
/// of NEC (`①`) is known to Python under another one.
pub(super) fn read_euc_jp(bytes: &[u8], output: &mut Output) -> Encoding {
    let mut encoding = Encoding::EucJp;
    read(bytes, EUC_JP, euc_length, output, |text, written, output| {
        let mut at = 0;
        for c in text.chars() {
            if written[at] == 0xAD {
                encoding = Encoding::EucJpNec;
            }
            output.push(jis_char(c, written[at] == 0x8F));
            at += euc_length(written[at]);
        }
    });
    encoding
}

/// The character of JIS X 0208 (`of_0212`: of JIS X 0212) as JIS itself and
/// Python map it, where Windows, and with it encoding_rs, maps another one.
fn jis_char(c: char, of_0212: bool) -> char {
    match c {
        '～' if of_0212 => '~',
        '～' => '〜',
        '∥' => '‖',
        '－' => '−',
        '￠' => '¢',
        '￡' => '£',
        '￢' => '¬',
        _ => c,
    }
}

/// The bytes of the character that begins with `first`.
fn cp932_length(first: u8) -> usize {
    if matches!(first, 0x81..=0x9F | 0xE0..=0xFC) { 2 } else { 1 }
}

/// The bytes of the character that begins with `first`.
fn euc_length(first: u8) -> usize {
    match first {
        0x8F => 3,
        0x8E | 0xA1..=0xFE => 2,
        _ => 1,
    }
}

/// Decodes piece by piece; `write` gets each readable stretch, decoded and as
/// it was written.
fn read(
    bytes: &[u8],
    encoding: &'static encoding_rs::Encoding,
    length: fn(u8) -> usize,
    output: &mut Output,
    mut write: impl FnMut(&str, &[u8], &mut Output),
) {
    let mut piece = String::with_capacity(3 * bytes.len().min(*PIECE.end()) + 16);
    let mut size = *PIECE.end();
    let mut done = 0;
    while done < bytes.len() {
        let end = piece_end(bytes, done, size, length);
        size = (2 * size).min(*PIECE.end());
        let mut decoder = encoding.new_decoder_without_bom_handling();
        piece.clear();
        let (result, _) = decoder.decode_to_string_without_replacement(&bytes[done..end], &mut piece, true);
        let start = done;
        done = match result {
            DecoderResult::InputEmpty => end,
            DecoderResult::Malformed(..) | DecoderResult::OutputFull => {
                piece.chars().fold(start, |at, _| at + length(bytes[at]))
            }
        };
        write(&piece, &bytes[start..done], output);
        if let DecoderResult::Malformed(..) = result {
            // As Python: a character cut at the very end is one; any other
            // malformed byte stands alone and the one after it begins anew.
            let cut = done + length(bytes[done]) > bytes.len();
            let malformed = if cut { bytes.len() - done } else { 1 };
            output.push_malformed(done, malformed);
            done += malformed;
            size = *PIECE.start();
        }
    }
}

/// The end of the piece from `start`, between two characters.
fn piece_end(bytes: &[u8], start: usize, size: usize, length: fn(u8) -> usize) -> usize {
    let limit = bytes.len().min(start + size);
    if limit == bytes.len() {
        return limit;
    }
    let mut end = start;
    while end < limit {
        end += length(bytes[end]);
    }
    end.min(bytes.len())
}
