//! The contract's normal form, written a second time: gold texts must not come from the code under test.
//!
//! Its definition is a page of the contract; this says it in other words and is used on whatever a parser may select.

use unicode_normalization::UnicodeNormalization;

/// One text from the pieces that it has on its physical lines: `["こども", "医療"]` is `こども医療`.
pub fn text_of<S: AsRef<str>>(pieces: &[S]) -> String {
    let mut text = String::new();
    let mut last: Option<char> = None;
    for piece in pieces {
        let piece = piece.as_ref().trim();
        let Some(first) = piece.chars().next() else {
            continue;
        };
        if last.is_some_and(|c| c.is_ascii_graphic()) && first.is_ascii_graphic() {
            text.push(' ');
        }
        text.push_str(&one_piece(piece));
        last = piece.chars().last();
    }
    text
}

/// The normal form of a text that stands on one line.
pub fn normal(text: &str) -> String {
    text_of(&[text])
}

fn one_piece(piece: &str) -> String {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let mut spaced = String::new();
    let mut at = 0;
    while at < words.len() {
        let run = letters_set_apart(&words[at..]);
        if run > 0 {
            push_word(&mut spaced, &words[at..at + run].concat());
            at += run;
        } else {
            push_word(&mut spaced, words[at]);
            at += 1;
        }
    }
    fold(&spaced)
}

/// How many single characters stand here, one blank apart: `震 災 を 経` is four. The first may be any
/// character, the others must be Japanese; fewer than three are no word set apart.
fn letters_set_apart(words: &[&str]) -> usize {
    let single = |word: &&str| word.chars().count() == 1;
    if !words.first().is_some_and(single) {
        return 0;
    }
    let others = words[1..].iter().take_while(|word| single(word) && word.chars().all(is_japanese)).count();
    if others >= 2 { others + 1 } else { 0 }
}

/// Adds a word after a blank, unless the blank stands between a Japanese and a half-width character.
fn push_word(text: &mut String, word: &str) {
    if let (Some(last), Some(first)) = (text.chars().last(), word.chars().next()) {
        let mixed = (is_japanese(last) && first.is_ascii_alphanumeric())
            || (last.is_ascii_alphanumeric() && is_japanese(first));
        if !mixed {
            text.push(' ');
        }
    }
    text.push_str(word);
}

fn is_japanese(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

fn fold(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => out.extend(char::from_u32(c as u32 - 0xFEE0)),
            'ｦ'..='ﾝ' => {
                let mut letter = String::from(c);
                letter.extend(chars.next_if(|next| matches!(next, 'ﾞ' | 'ﾟ')));
                out.extend(letter.nfkc());
            }
            '㈠'..='㉃' => {
                let inside: String = std::iter::once(c).nfkc().filter(|c| !matches!(c, '(' | ')')).collect();
                out.push_str(&format!("（{inside}）"));
            }
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            _ => match RADICALS.iter().find(|(radical, _)| *radical == c) {
                Some((_, japanese)) => out.push(*japanese),
                None if is_composed_anew(c) => out.extend(std::iter::once(c).nfc()),
                None if is_unfolded(c) => out.extend(std::iter::once(c).nfkc()),
                None => out.push(c),
            },
        }
    }
    out
}

/// Compatibility ideographs: 豈 U+F900 is 豈 U+8C48.
fn is_composed_anew(c: char) -> bool {
    matches!(c, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Half-width kana marks, radicals, ligatures, squared words and era names.
fn is_unfolded(c: char) -> bool {
    matches!(c, '｡'..='ﾟ' | '\u{2f00}'..='\u{2fd5}' | '⺟' | '⻳' | 'ﬀ'..='ﬆ' | '㌀'..='㍗' | '㍻'..='㍿' | '㋿' | '℡')
}

/// Radicals with no answer, or an un-Japanese one, in NFKC.
const RADICALS: &[(char, char)] = &[
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
