//! The characters of the normal form: what a single source character becomes.
//!
//! Full-width digits and letters become ASCII, half-width katakana full-width, ㈱ ℡ ㍑ ㍻ letters, compatibility
//! ideographs and radicals the ordinary *Japanese* character. №, ①, Ⅳ, ㎡, brackets, ：, ～, －, ・ stay as written.

use unicode_normalization::UnicodeNormalization;

/// What one character of the source becomes in the normal form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fold {
    /// Stays as written: `漢`, `№`, `①`.
    Same,
    /// One other character: `Ａ` → `A`, `⾧` → `長`.
    To(char),
    /// What NFKC gives, possibly several characters: `㍑` → `リットル`.
    Nfkc,
    /// What NFC gives: `U+FA19` → `神`.
    Nfc,
    /// The NFKC form in full-width brackets: `㈱` → `（株）`.
    Bracketed,
    /// Not a character for a reader: U+200B, U+00AD.
    Nothing,
}

/// Radicals whose ordinary Japanese character differs from NFKC's answer, or for which NFKC has none.
const RADICALS: [(char, char); 28] = [
    ('⼾', '戸'),
    ('⿊', '黒'),
    ('⻑', '長'),
    ('⻄', '西'),
    ('⻘', '青'),
    ('⻩', '黄'),
    ('⻭', '歯'),
    ('⻲', '亀'),
    ('⻤', '鬼'),
    ('⻁', '虎'),
    ('⻨', '麦'),
    ('⻝', '食'),
    ('⻞', '食'),
    ('⻟', '食'),
    ('⻫', '斉'),
    ('⻯', '竜'),
    ('⻰', '龍'),
    ('⻆', '角'),
    ('⻅', '見'),
    ('⻉', '貝'),
    ('⻋', '車'),
    ('⻔', '門'),
    ('⻢', '馬'),
    ('⻣', '骨'),
    ('⻥', '魚'),
    ('⻦', '鳥'),
    ('⻬', '斉'),
    ('⻳', '亀'),
];

/// What `c` becomes. The common Japanese blocks leave at the first test.
#[inline]
pub(crate) fn fold_char(c: char) -> Fold {
    match c {
        '\u{0}'..='\u{ac}' | '\u{3000}'..='\u{321f}' | '\u{3400}'..='\u{9fff}' => Fold::Same,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Fold::Nothing,
        '℡' | '\u{3300}'..='\u{3357}' | '\u{337b}'..='\u{337f}' | '㋿' => Fold::Nfkc,
        '\u{2e80}'..='\u{2fd5}' => radical(c),
        '\u{3220}'..='\u{3243}' => Fold::Bracketed,
        '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}' => Fold::Nfc,
        '\u{fb00}'..='\u{fb06}' | '\u{ff61}'..='\u{ff9f}' => Fold::Nfkc,
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Fold::To(char::from_u32(c as u32 - 0xfee0).unwrap_or(c)),
        _ => Fold::Same,
    }
}

fn radical(c: char) -> Fold {
    if let Some((_, to)) = RADICALS.iter().find(|(from, _)| *from == c) {
        return Fold::To(*to);
    }
    match c {
        '\u{2f00}'..='\u{2fd5}' | '\u{2e9f}' | '\u{2ef3}' => Fold::Nfkc,
        _ => Fold::Same,
    }
}

/// Appends what `c` becomes.
pub(crate) fn push_folded(c: char, out: &mut String) {
    match fold_char(c) {
        Fold::Same => out.push(c),
        Fold::To(to) => out.push(to),
        Fold::Nfkc => out.extend(std::iter::once(c).nfkc()),
        Fold::Nfc => out.extend(std::iter::once(c).nfc()),
        Fold::Bracketed => push_bracketed(c, out),
        Fold::Nothing => {}
    }
}

/// A radical or a compatibility ideograph, which stand for an ordinary one.
pub(crate) fn is_odd_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}')
}

fn push_bracketed(c: char, out: &mut String) {
    out.push('（');
    out.extend(std::iter::once(c).nfkc().filter(|c| !matches!(c, '(' | ')')));
    out.push('）');
}

/// Appends a half-width katakana with its detached sound mark: `ｶﾞ` → `ガ`.
pub(crate) fn push_voiced(kana: char, mark: char, out: &mut String) {
    out.extend([kana, mark].into_iter().nfkc());
}

/// `ｦ` to `ﾝ`, the half-width letters that a sound mark may follow.
pub(crate) fn is_half_kana(c: char) -> bool {
    ('ｦ'..='ﾝ').contains(&c)
}

/// `ﾞ` and `ﾟ`, the half-width sound marks.
pub(crate) fn is_half_mark(c: char) -> bool {
    matches!(c, 'ﾞ' | 'ﾟ')
}
