//! Where a line may break, by the usual rules (禁則).

use crate::line::columns_of;

/// What may not begin a line (行頭禁則).
fn never_first(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '・'
            | '？'
            | '！'
            | '）'
            | '」'
            | '』'
            | '】'
            | '］'
            | '〉'
            | '》'
            | '：'
            | '；'
            | ')'
            | ']'
            | ','
            | '.'
            | ':'
            | ';'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'っ'
            | 'ぁ'
            | 'ぃ'
            | 'ぅ'
            | 'ぇ'
            | 'ぉ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
            | 'ー'
            | '々'
            | '％'
            | '℃'
    )
}

/// What may not end a line (行末禁則).
fn never_last(c: char) -> bool {
    matches!(c, '（' | '「' | '『' | '【' | '［' | '〈' | '《' | '(' | '[' | '№')
}

/// Display columns of the shortest beginning after which a line may break.
pub(super) fn head(text: &str) -> usize {
    let mut chars = text.chars().peekable();
    let mut width = 0;
    while let Some(c) = chars.next() {
        width += columns_of(c);
        let Some(next) = chars.peek() else { break };
        let word = c.is_ascii_graphic() && next.is_ascii_graphic();
        if !word && !never_first(*next) && !never_last(c) {
            break;
        }
    }
    width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_stand_alone_goes_with_its_neighbour() {
        let cases = [("施", 2), ("る。地域", 4), ("（東京", 4), ("GPSを", 3), ("ー）と", 4)];
        for (text, width) in cases {
            assert_eq!(head(text), width, "{text}");
        }
    }
}
