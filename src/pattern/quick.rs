//! The same pattern for an engine that knows ASCII's classes only.

use std::iter::Peekable;
use std::str::Chars;

/// The characters of Unicode's property White_Space, which is what `\s` stands for, as they stand between `[` and `]`.
const SPACES: &str = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// The ideographs that `\p{Han}` stands for, in the same way: Unicode's property Script, as of version 16.
const IDEOGRAPHS: &str = concat!(
    "\u{2e80}-\u{2e99}\u{2e9b}-\u{2ef3}\u{2f00}-\u{2fd5}\u{3005}\u{3007}\u{3021}-\u{3029}\u{3038}-\u{303b}\u{3400}-\u{4dbf}\u{4e00}-\u{9fff}",
    "\u{f900}-\u{fa6d}\u{fa70}-\u{fad9}\u{16fe2}-\u{16fe3}\u{16ff0}-\u{16ff1}\u{20000}-\u{2a6df}\u{2a700}-\u{2b739}\u{2b740}-\u{2b81d}",
    "\u{2b820}-\u{2cea1}\u{2ceb0}-\u{2ebe0}\u{2ebf0}-\u{2ee5d}\u{2f800}-\u{2fa1d}\u{30000}-\u{3134a}\u{31350}-\u{323af}",
);

/// A word boundary of ASCII, which is the only one that the engine knows and therefore writes without flags.
const BOUNDARY: &str = r"(?-u:\b)";

/// The pattern without automata; none where it asks for more than the engine knows.
pub(super) fn compile(pattern: &str) -> Option<regex_lite::Regex> {
    regex_lite::Regex::new(&translated(pattern)?).ok()
}

/// The pattern in the engine's words: `\s` and `\p{Han}` as the characters that they stand for.
fn translated(pattern: &str) -> Option<String> {
    let mut out = String::with_capacity(pattern.len() * 2);
    let mut parts = pattern.split(BOUNDARY).peekable();
    while let Some(part) = parts.next() {
        translate(part, &mut out)?;
        if parts.peek().is_some() {
            out.push_str(r"\b");
        }
    }
    Some(out)
}

fn translate(pattern: &str, out: &mut String) -> Option<()> {
    let mut characters = pattern.chars().peekable();
    let mut in_class = false;
    while let Some(c) = characters.next() {
        match (c, in_class) {
            ('\\', _) => escape(&mut characters, in_class, out)?,
            // No class within a class, and none of `&&`, `--` and `~~` between classes.
            ('[', true) => return None,
            ('&' | '-' | '~', true) if characters.peek() == Some(&c) => return None,
            ('[', false) => {
                in_class = true;
                open(&mut characters, out);
            }
            (']', true) => {
                in_class = false;
                out.push(c);
            }
            ('(', false) if characters.peek() == Some(&'?') => {
                // Names and groups without a name, but no flags.
                let kind = characters.clone().nth(1)?;
                out.push(c);
                matches!(kind, ':' | '<').then_some(())?;
            }
            _ => out.push(c),
        }
    }
    Some(())
}

/// `[`, `[^`, and a `]` right behind it, which closes nothing.
fn open(characters: &mut Peekable<Chars>, out: &mut String) {
    out.push('[');
    out.extend(characters.next_if_eq(&'^'));
    out.extend(characters.next_if_eq(&']').map(|_| r"\]").into_iter().flat_map(str::chars));
}

fn escape(characters: &mut Peekable<Chars>, in_class: bool, out: &mut String) -> Option<()> {
    match characters.next()? {
        's' => out.extend(if in_class { ["", SPACES, ""] } else { ["[", SPACES, "]"] }),
        'p' if "{Han}".chars().all(|c| characters.next_if_eq(&c).is_some()) => {
            out.extend(if in_class { ["", IDEOGRAPHS, ""] } else { ["[", IDEOGRAPHS, "]"] });
        }
        'S' if !in_class => out.extend(["[^", SPACES, "]"]),
        // Signs, and characters by their code.
        c @ ('n' | 't' | 'r' | 'x' | 'u') => out.extend(['\\', c]),
        c if c.is_ascii_punctuation() => out.extend(['\\', c]),
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_ideographs_are_what_they_are_in_unicode() {
        for pattern in [r"^\s$", r"^[a\s]$", r"^\S$", r"^\p{Han}$", r"^[a\p{Han}]$", r"^[^\s\p{Han}]$"] {
            let (full, quick) = (regex::Regex::new(pattern).unwrap(), compile(pattern).unwrap());
            for c in (0..=0x3_2400).filter_map(char::from_u32) {
                let text = c.encode_utf8(&mut [0; 4]).to_owned();
                assert_eq!(quick.is_match(&text), full.is_match(&text), "{pattern} {c:?}");
            }
        }
    }

    #[test]
    fn what_means_something_else_there_is_left_to_the_other_engine() {
        for pattern in [r"\d", r"\w", r"[\S]", r"\p{Katakana}", r"(?i)a", r"\ba", "[a&&[b]]", "[[a]b]", "[a--b]"] {
            assert!(compile(pattern).is_none(), "{pattern}");
        }
        for pattern in [r"am(?-u:\b)", r"[^\s]", r"(?<a>[]a])\(", r"[\[\]－-]", "\u{3000}", r"\u{3000}|\x41", "(?:a)"]
        {
            assert!(compile(pattern).is_some(), "{pattern}");
        }
    }
}
