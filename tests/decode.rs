//! Decoding from the outside: bytes as other programs write them.

use encoding_rs::{EUC_JP, ISO_2022_JP, SHIFT_JIS};
use giji::decode::{BinaryKind, MAX_BYTES, MAX_LISTED, Undecodable, check_size, decode};
use giji::{DecodeError, Encoding, Lang, Source};

const MINUTES: &str = "第２回あさひ地域連絡会議の概要\r\n日時：令和３年６月２日（水）\r\n\
                       （１）地域での取組について\r\n　・訪問看護との連携が必要。（あさひ市）\r\n";

fn read(bytes: &[u8]) -> (Source<'_>, Vec<Undecodable>) {
    decode(bytes, "t.txt", None).expect("a text")
}

fn refused(bytes: &[u8]) -> DecodeError {
    decode(bytes, "t.txt", None).expect_err("no text")
}

fn legacy(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(text);
    assert!(!unmappable, "{text}");
    bytes.into_owned()
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[track_caller]
fn check(bytes: &[u8], encoding: Encoding, text: &str) {
    let (source, bad) = read(bytes);
    assert_eq!((source.encoding, source.text.as_ref()), (encoding, text));
    assert_eq!((source.bytes, bad.len()), (bytes.len(), 0));
}

#[test]
fn every_encoding_gives_the_same_text_with_its_line_ends() {
    check(MINUTES.as_bytes(), Encoding::Utf8, MINUTES);
    check(&legacy(MINUTES, SHIFT_JIS), Encoding::Cp932, MINUTES);
    check(&legacy(MINUTES, EUC_JP), Encoding::EucJp, MINUTES);
    check(&legacy(MINUTES, ISO_2022_JP), Encoding::Iso2022Jp, MINUTES);
    check(&utf16(MINUTES, u16::to_le_bytes), Encoding::Utf16Le, MINUTES);
    check(&utf16(MINUTES, u16::to_be_bytes), Encoding::Utf16Be, MINUTES);
}

#[test]
fn a_bom_decides_and_is_no_part_of_the_text() {
    let with_bom = format!("\u{FEFF}{MINUTES}");
    check(with_bom.as_bytes(), Encoding::Utf8Sig, MINUTES);
    check(&utf16(&with_bom, u16::to_le_bytes), Encoding::Utf16, MINUTES);
    check(&utf16(&with_bom, u16::to_be_bytes), Encoding::Utf16, MINUTES);
}

#[test]
fn utf_16_without_a_bom_and_without_ascii_is_told_by_its_kana() {
    let text = "こどもの在宅医療について、地域で話し合った。";
    check(&utf16(text, u16::to_le_bytes), Encoding::Utf16Le, text);
    check(&utf16(text, u16::to_be_bytes), Encoding::Utf16Be, text);
}

#[test]
fn utf_16_of_ascii_is_not_taken_for_text_with_nul() {
    check(&utf16("minutes 2\n", u16::to_le_bytes), Encoding::Utf16Le, "minutes 2\n");
}

#[test]
fn two_or_three_kanji_are_enough_to_tell_the_legacy_encodings_apart() {
    for text in ["会議", "札幌市", "小田原市", "横須賀市", "概要", "議題", "日本", "令和３年"] {
        check(&legacy(text, SHIFT_JIS), Encoding::Cp932, text);
        check(&legacy(text, EUC_JP), Encoding::EucJp, text);
    }
}

#[test]
fn half_width_katakana_is_read_in_each_legacy_encoding() {
    let text = "ｺﾄﾞﾓｲﾘｮｳ　こども医療\n";
    check(&legacy(text, SHIFT_JIS), Encoding::Cp932, text);
    check(&legacy(text, EUC_JP), Encoding::EucJp, text);
    check(b"\x1b(I:D^S\x1b(B\n", Encoding::Iso2022JpExt, "ｺﾄﾞﾓ\n");
}

#[test]
fn vendor_characters_have_pythons_name_for_what_they_are() {
    let text = "①会議の№３は㈱あさひ\n";
    check(&legacy(text, SHIFT_JIS), Encoding::Cp932, text);
    check(&legacy(text, EUC_JP), Encoding::EucJpNec, text);
    assert_eq!(Encoding::EucJpNec.to_string(), "euc_jis_2004");
}

#[test]
fn dashes_are_mapped_as_python_maps_them() {
    let written = "３～５、３－２の会議";
    check(&legacy(written, SHIFT_JIS), Encoding::Cp932, written);
    check(&legacy(written, EUC_JP), Encoding::EucJp, "３〜５、３−２の会議");
}

#[test]
fn a_last_character_that_is_cut_is_reported_and_the_rest_is_utf_8() {
    let (source, bad) = read(&"１行目\n会議".as_bytes()[..15]);
    assert_eq!((source.encoding, source.text.as_ref()), (Encoding::Utf8, "１行目\n会\u{FFFD}"));
    assert_eq!(bad, [Undecodable { byte_offset: 13, length: 2, at: 13, replacements: 1, line: 2 }]);
}

#[test]
fn an_offset_counts_the_bom_and_a_line_counts_every_kind_of_line_end() {
    let (source, bad) = read(b"\xEF\xBB\xBFa\r\nb\rc\n\xE4d\n\xFF\xFE");
    assert_eq!(source.text, "a\r\nb\rc\n\u{FFFD}d\n\u{FFFD}\u{FFFD}");
    let places: Vec<_> = bad.iter().map(|b| (b.byte_offset, b.length, b.line)).collect();
    assert_eq!(places, [(10, 1, 4), (13, 2, 5)]);
    for run in &bad {
        assert!(source.text[run.at..].starts_with('\u{FFFD}'));
        assert_eq!(source.line_of(run.at), run.line);
    }
}

#[test]
fn a_part_in_another_encoding_is_reported_rather_than_changing_the_whole() {
    let mut mixed = MINUTES.repeat(3).into_bytes();
    mixed.extend(legacy(MINUTES, SHIFT_JIS));
    let (source, bad) = read(&mixed);
    assert_eq!(source.encoding, Encoding::Utf8);
    assert!(source.text.starts_with(&MINUTES.repeat(3)) && !bad.is_empty());
    assert!(bad.iter().all(|run| run.line > 12));
}

#[test]
fn a_few_damaged_bytes_change_no_encoding() {
    for (encoding, bytes) in [
        (Encoding::Utf8, MINUTES.repeat(20).into_bytes()),
        (Encoding::Cp932, legacy(&MINUTES.repeat(20), SHIFT_JIS)),
        (Encoding::EucJp, legacy(&MINUTES.repeat(20), EUC_JP)),
        (Encoding::Iso2022Jp, legacy(&MINUTES.repeat(20), ISO_2022_JP)),
    ] {
        let mut damaged = bytes;
        for at in (100..damaged.len()).step_by(503) {
            damaged[at] = 0xFF;
        }
        let (source, bad) = read(&damaged);
        assert_eq!(source.encoding, encoding);
        assert!(!bad.is_empty(), "{encoding}");
        for run in &bad {
            assert_eq!(source.line_of(run.at), run.line);
            assert!(damaged[run.byte_offset..][..run.length].iter().any(|&byte| byte >= 0x80));
        }
    }
}

#[test]
fn the_caller_overrides_what_the_bytes_suggest() {
    let (source, bad) = decode("会議".as_bytes(), "t", Some(Encoding::Cp932)).expect("a text");
    assert_eq!(source.encoding, Encoding::Cp932);
    assert!(source.text.starts_with('莨') && bad.len() <= 2);
    let bytes = utf16("会議", u16::to_be_bytes);
    let (source, _) = decode(&bytes, "t", Some(Encoding::Utf16Be)).expect("a text");
    assert_eq!(source.text, "会議");
}

#[test]
fn private_use_characters_are_found_in_cp932() {
    let mut bytes = legacy("会議\r\n氏名", SHIFT_JIS);
    bytes.extend(b"\xF0\x40\xF0\x41");
    let (source, bad) = read(&bytes);
    let gaiji = source.private_use();
    assert!(bad.is_empty() && gaiji.len() == 1);
    assert_eq!((gaiji[0].line, gaiji[0].characters.as_str()), (2, "\u{E000}\u{E001}"));
}

#[test]
fn files_that_are_no_text_are_refused_with_what_they_look_like() {
    let kind = |bytes: &[u8]| match refused(bytes) {
        DecodeError::Binary { kind } => kind,
        other => panic!("{other:?}"),
    };
    assert_eq!(kind(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3"), BinaryKind::Pdf);
    assert_eq!(kind(b"PK\x03\x04\x14\0\x06\0"), BinaryKind::Zip);
    assert_eq!(kind(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), BinaryKind::OldOffice);
    assert_eq!(kind(b"\x89PNG\r\n\x1A\n\0\0"), BinaryKind::Image);
    assert_eq!(kind(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), BinaryKind::Noise);
    let noise: Vec<u8> = (0..5000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(kind(&noise), BinaryKind::Noise);
    assert_eq!(kind(&[0xFF; 100]), BinaryKind::Noise);
}

#[test]
fn an_empty_file_and_a_bom_alone_are_refused_and_white_space_is_not() {
    assert_eq!(refused(b""), DecodeError::Empty);
    assert_eq!(refused(b"\xEF\xBB\xBF"), DecodeError::Empty);
    assert_eq!(refused(b"\xFF\xFE"), DecodeError::Empty);
    check(b" \n\r\n", Encoding::Utf8, " \n\r\n");
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let error = check_size(1 << 30).expect_err("too large");
    assert_eq!(error, DecodeError::TooLarge { bytes: 1 << 30, limit: MAX_BYTES });
    assert!(check_size(MAX_BYTES).is_ok());
}

#[test]
fn encodings_beyond_ours_are_named() {
    for bytes in [&b"\xFF\xFE\0\0a\0\0\0"[..], b"\x1b$(Q-!\x1b(B\n", b"\x84\x31\x95\x33abc"] {
        assert!(matches!(refused(bytes), DecodeError::UnsupportedEncoding { .. }));
    }
    let error = "Shift_JISX0213".parse::<Encoding>().expect_err("not supported");
    assert!(error.to_string().contains("Shift_JISX0213") && error.to_string().contains("cp932"));
    assert!(error.message(Lang::Ja).contains("対応していません"));
}

#[test]
fn much_damage_is_counted_in_full_listed_in_part_and_soon_done() {
    for forced in [Encoding::Utf8, Encoding::Cp932, Encoding::EucJp, Encoding::Iso2022Jp] {
        let bytes = b"a\xFF\n".repeat(200_000);
        let (source, bad) = decode(&bytes, "t", Some(forced)).expect("a text");
        assert_eq!((source.undecodable, bad.len()), (200_000, MAX_LISTED), "{forced}");
        assert_eq!(bad[MAX_LISTED - 1].line, MAX_LISTED);
    }
}

#[test]
fn valid_utf_8_is_borrowed() {
    let (source, _) = read(MINUTES.as_bytes());
    assert!(matches!(source.text, std::borrow::Cow::Borrowed(_)));
}
