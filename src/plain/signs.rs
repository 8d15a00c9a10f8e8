//! Characters that stand for another one wherever they stand.

use super::StandIn;
use crate::fold::{is_odd_ideograph, push_folded};
use crate::line::Line;

/// Characters of extractors and input methods, and the one that Japanese authors mean: the colons, brackets and arrows
/// of other blocks, by Unicode's names and decompositions.
const SIGNS: [(char, char); 35] = [
    // Vertical and small forms, the ratio and the modifier colon.
    ('︓', '：'),
    ('︰', '：'),
    ('﹕', '：'),
    ('∶', '：'),
    ('꞉', '：'),
    ('︵', '（'),
    ('︶', '）'),
    ('﹙', '（'),
    ('﹚', '）'),
    ('⦅', '（'),
    ('⦆', '）'),
    ('｟', '（'),
    ('｠', '）'),
    ('❨', '（'),
    ('❩', '）'),
    ('〖', '【'),
    ('〗', '】'),
    ('︻', '【'),
    ('︼', '】'),
    ('〚', '［'),
    ('〛', '］'),
    ('⟦', '［'),
    ('⟧', '］'),
    ('〘', '〔'),
    ('〙', '〕'),
    ('❲', '〔'),
    ('❳', '〕'),
    // U+2329 and U+27E8 are the brackets of mathematics.
    ('\u{2329}', '〈'),
    ('\u{232a}', '〉'),
    ('⟨', '〈'),
    ('⟩', '〉'),
    ('➡', '→'),
    ('⇨', '⇒'),
    ('‧', '・'),
    ('･', '・'),
];

/// Whether a character is read as another one.
#[inline]
pub(crate) fn stands_for_another(c: char) -> bool {
    is_odd_ideograph(c) || sign(c).is_some()
}

fn sign(c: char) -> Option<char> {
    let may = matches!(
        c,
        '‧' | '\u{21e8}'
            | '\u{2236}'
            | '\u{2329}' | '\u{232a}'
            | '\u{2768}'..='\u{27ef}'
            | '\u{2985}' | '\u{2986}'
            | '\u{3016}'..='\u{301b}'
            | '\u{a789}'
            | '\u{fe13}'..='\u{fe5a}'
            | '\u{ff5f}' | '\u{ff60}'
            | '･'
    );
    may.then(|| SIGNS.iter().find(|(written, _)| *written == c)).flatten().map(|(_, read_as)| *read_as)
}

/// Those of the lines that have any.
pub(super) fn stand_ins(text: &str, lines: &[Line]) -> Vec<StandIn> {
    let lines = lines.iter().filter(|line| line.has_stand_in);
    let characters = lines.flat_map(|line| line.text(text).char_indices().map(|(at, c)| (line.span.start + at, c)));
    characters.filter_map(|(at, c)| Some(StandIn { at, read_as: sign(c).or_else(|| ideograph(c))? })).collect()
}

/// The ordinary ideograph of a radical or a compatibility ideograph.
fn ideograph(c: char) -> Option<char> {
    if !is_odd_ideograph(c) {
        return None;
    }
    let mut folded = String::new();
    push_folded(c, &mut folded);
    let mut folded = folded.chars();
    folded.next().filter(|_| folded.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::tests::plain_of;

    #[test]
    fn each_takes_as_many_bytes_as_it_stands_for() {
        for (written, read_as) in SIGNS {
            assert_eq!(written.len_utf8(), read_as.len_utf8(), "{written}");
            assert!(stands_for_another(written), "{written}");
        }
    }

    #[test]
    fn signs_and_ideographs_are_made_ordinary() {
        assert_eq!(plain_of("⽇時︓令和３年\n〖議題〗"), "日時：令和３年\n【議題】");
        // A kana that has a letter with its sound mark takes more bytes.
        assert_eq!(plain_of("ｶﾞ･①"), "ｶﾞ・①");
    }
}
