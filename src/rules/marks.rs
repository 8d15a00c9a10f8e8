//! What authors put before a line: digits, circled digits, bullets.

#[inline]
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// The three circles are one mark: `〇`, `◯` → `○`.
#[inline]
pub(crate) fn plain_circle(c: char) -> char {
    if matches!(c, '〇' | '◯') { '○' } else { c }
}

/// A digit in a circle, in any of Unicode's styles: ① (U+2460), ➀ (U+2780), ❶, ⓵, ㉑.
#[inline]
pub(crate) fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿' | '➀'..='➓' | '❶'..='❿' | '⓵'..='⓾')
}

/// A mark that authors use as a bullet, the private-use ones of symbol fonts (U+F0B7 …) among them.
#[inline]
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '・' | '･'
            | '•'
            | '●'
            | '○'
            | '〇'
            | '◯'
            | '◎'
            | '◇'
            | '◆'
            | '□'
            | '■'
            | '△'
            | '▲'
            | '▽'
            | '▼'
            | '☆'
            | '★'
            | '▪'
            | '▫'
            | '◾'
            | '◽'
            | '◼'
            | '◻'
            | '⚫'
            | '⚪'
            | '⬤'
            | '❍'
            | '➔'
            | '➣'
            | '‣'
            | '◦'
            | '∙'
            | '·'
            | '◉'
            | '◌'
            | '-'
            | '‐'
            | '‑'
            | '–'
            | '—'
            | '―'
            | '−'
            | '－'
            | '*'
            | '＊'
            | '→'
            | '⇒'
            | '➢'
            | '➤'
            | '►'
            | '▶'
            | '✓'
            | '✔'
            | '❖'
            | '◈'
            | '\u{f020}'..='\u{f0ff}'
    )
}
