//! How a page breaks a paragraph into lines: by display columns, with or without 行頭禁則.

/// Two columns for what Japanese fonts draw wide, one for ASCII and half-width katakana.
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() || ('｡'..='ﾟ').contains(&c) { 1 } else { 2 }).sum()
}

/// What may not begin or end a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kinsoku {
    /// The character before goes down with it.
    PushDown,
    /// 、 and 。 hang over the edge; other characters are pushed down.
    Hang,
    /// Nothing is forbidden (plain text editors), except to tear off half-width words.
    None,
}

const NOT_FIRST: &str = "、。，．・？！）」』】］〉》：；)],.:;ゃゅょっぁぃぅぇぉァィゥェォッャュョー々％℃";
const NOT_LAST: &str = "（「『【［〈《([№";

/// Where a line of `width` columns ends in `text`: the first character of the next line.
/// `marks` are characters that open something in this document and so never begin a line within a sentence.
pub fn break_at(text: &[char], width: usize, kinsoku: Kinsoku, marks: &str) -> usize {
    let mut used = 0;
    let mut fits = text.len();
    for (i, c) in text.iter().enumerate() {
        used += columns(c.encode_utf8(&mut [0; 4]));
        if used > width {
            fits = i;
            break;
        }
    }
    if fits == text.len() {
        return fits;
    }
    if kinsoku == Kinsoku::Hang && matches!(text[fits], '、' | '。') {
        fits += 1;
    }
    let mut at = fits;
    while at > 1 && !may_break(text, at, kinsoku, marks) {
        at -= 1;
    }
    if at > 1 { at } else { fits.max(1) }
}

fn may_break(text: &[char], at: usize, kinsoku: Kinsoku, marks: &str) -> bool {
    let Some(&next) = text.get(at) else {
        return true;
    };
    let last = text[at - 1];
    if marks.contains(next) || matches!(next, ' ' | 'ﾞ' | 'ﾟ') || (last.is_ascii_graphic() && next.is_ascii_graphic())
    {
        return false;
    }
    kinsoku == Kinsoku::None || !(NOT_FIRST.contains(next) || NOT_LAST.contains(last))
}
