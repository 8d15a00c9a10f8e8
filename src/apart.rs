//! A name at the end of a text that no round bracket holds: `…したい。　　保健所`, `…したい。【厚木市】`, `…したい。→厚木市`.

use crate::leading::is_name;
use crate::span::{Span, is_space};
use crate::text::Text;
use crate::trailing::{Trailing, is_open};

/// In characters: no name at the end of a text is longer.
const LONGEST: usize = 30;

/// What may stand before and behind such a name; nothing but white space, too.
const SIGNS: [(char, char); 9] = [
    ('【', '】'),
    ('〈', '〉'),
    ('＜', '＞'),
    ('<', '>'),
    ('《', '》'),
    ('－', '－'),
    ('―', '―'),
    ('—', '—'),
    ('-', '-'),
];

/// What may stand before one with nothing behind it: `…したい。→厚木市`.
const ARROWS: [char; 8] = ['／', '→', '⇒', '－', '―', '—', '─', '…'];

/// In columns: a line set in so far below what was said stands at the right margin.
pub(crate) const FAR_IN: usize = 16;

/// Where the strokes begin among them.
const FIRST_STROKE: usize = 5;

impl Trailing {
    /// The name behind the last sentence of a text, set off by other signs than those that hold remarks too.
    ///
    /// Whether that is one, the others like it tell where its own words do not.
    pub fn apart(text: &[Span], source: &str) -> Option<Self> {
        let last = text.last()?.of(source);
        // Seen before anything is put into normal form: most texts end with a full stop or a round bracket.
        if last.ends_with(['。', '）', ')', '、', '」', '．']) {
            return None;
        }
        let begin = text.len().saturating_sub(2);
        if !text[begin..].iter().any(|span| span.of(source).contains('。')) {
            return None;
        }
        // 市民課　　申請書を見直す。　　通年: where columns stand apart, the last cell names nobody.
        let in_columns = |span: &Span| {
            let text = span.of(source);
            let said = &text[..text.rfind('。').unwrap_or(text.len())];
            said.contains("  ") || said.contains("　　")
        };
        if text[begin..].iter().any(in_columns) {
            return None;
        }
        let whole = Text::of(source, text);
        let said = whole.as_str();
        let start = said.rfind(['。', '？', '！'])? + '。'.len_utf8();
        let behind = &said[start..];
        let bare = behind.trim();
        let (open, close) = (bare.chars().next()?, bare.chars().next_back()?);
        let held = SIGNS.iter().position(|pair| *pair == (open, close));
        let content = match held {
            Some(_) => bare[open.len_utf8()..].strip_suffix(close)?.trim(),
            None if ARROWS.contains(&open) => bare.trim_start_matches(ARROWS).trim(),
            None if behind.starts_with(' ') || stands_far_in(text, source) => bare,
            None => return None,
        };
        let long = content.chars().nth(LONGEST).is_some() || content.chars().nth(1).is_none();
        // What stands in brackets is judged as in round ones, with all others; so is what an arrow or the margin sets off.
        let strokes = held.is_some_and(|at| at >= FIRST_STROKE);
        let gap = held.is_none() && behind.starts_with(' ') && !ARROWS.contains(&open);
        let name = !long && (!strokes && !gap || is_name(content));
        let from = said.len() - behind.trim_start().len();
        let at = from + said[from..].find(content)?;
        let (bracket, content) = (from..said.trim_end().len(), at..at + content.len());
        name.then(|| Self::at(whole, bracket, content))
    }

    /// Whether no bracket holds the name: `…したい。→厚木市`.
    pub fn is_loose(&self) -> bool {
        let sign = self.text.as_str()[self.bracket.clone()].chars().next();
        self.bracket.start > 0 && !sign.is_some_and(is_open)
    }
}

/// Whether the last piece of a text stands at the right margin below a sentence.
fn stands_far_in(text: &[Span], source: &str) -> bool {
    let [.., above, last] = text else { return false };
    let blank = source[..last.start].chars().rev().take_while(|c| is_space(*c) && !matches!(c, '\n' | '\r'));
    let columns: usize = blank.map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum();
    above.of(source).ends_with('。') && columns >= FAR_IN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_behind_the_last_sentence_stands_apart_from_it() {
        let name = |text: &str| {
            let found = Trailing::apart(&[Span::new(0, text.len())], text)?;
            Some(found.content().to_owned())
        };
        for text in [
            "続けたい。　　厚木保健所",
            "続けたい。【厚木保健所】",
            "続けたい。　－厚木保健所－",
            "続けたい。／厚木保健所",
            "続けたい。→厚木保健所",
            "続けたい。 ― 厚木保健所",
            "続けたい。\n　　　　　　　　　　厚木保健所",
        ] {
            assert_eq!(name(text).as_deref(), Some("厚木保健所"), "{text}");
        }
        for text in ["続けたい。", "続けたい。　次回も", "続けたい　厚木保健所", "続けたい。厚木保健所"]
        {
            assert_eq!(name(text), None, "{text}");
        }
    }
}
