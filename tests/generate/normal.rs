//! The contract's normal form, written a second time: gold texts must not come from the code under test.
//!
//! Only what the generator writes is folded here (full-width digits and letters, radicals, half-width katakana,
//! squared abbreviations); its other characters stay as they are in the normal form too.

use unicode_normalization::UnicodeNormalization;

/// One text from the pieces that it has on its physical lines: `["こども", "医療"]` is `こども医療`.
pub fn text_of<S: AsRef<str>>(pieces: &[S]) -> String {
    let mut text = String::new();
    let mut last: Option<char> = None;
    for piece in pieces {
        let piece = piece.as_ref().trim();
        let Some(first) = piece.chars().next() else { continue };
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
        let mixed = (is_japanese(last) && first.is_ascii_alphanumeric()) || (last.is_ascii_alphanumeric() && is_japanese(first));
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
            '｡'..='ﾟ' => {
                let mut letter = String::from(c);
                letter.extend(chars.next_if(|next| matches!(next, 'ﾞ' | 'ﾟ')));
                out.extend(letter.nfkc());
            }
            '⼾' => out.push('戸'),
            '⻑' => out.push('長'),
            '⻘' => out.push('青'),
            '⿊' => out.push('黒'),
            '⻄' => out.push('西'),
            '\u{2f00}'..='\u{2fd5}' => out.extend(std::iter::once(c).nfkc()),
            '㈱' => out.push_str("（株）"),
            '℡' | '㍻' | '㍑' | '㋿' => out.extend(std::iter::once(c).nfkc()),
            '\u{200b}' | '\u{feff}' => {}
            _ => out.push(c),
        }
    }
    out
}
