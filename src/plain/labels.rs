//! Numbers and letters in one character, `㋐`, `⒈`, `ⓐ`, `㈠`, read as the circled numbers that most authors write, where this
//! document has none of these.

use super::StandIn;
use crate::line::Line;
use crate::rules::is_circled;

/// One label alone may be a word's: `㈠` in a list of what a law says.
const AT_LEAST: usize = 2;

/// The labels at the beginning of lines.
pub(super) fn stand_ins(text: &str, lines: &[Line]) -> Vec<StandIn> {
    let mut found = Vec::new();
    let mut used = None;
    for line in lines {
        let Some(first) = line.first(text) else { continue };
        // Letters begin most lines.
        if matches!(first, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}') {
            continue;
        }
        if is_circled(first) {
            return Vec::new();
        }
        // Another series is another level.
        let Some((series, read_as)) = circled(first) else { continue };
        if *used.get_or_insert(series) == series {
            found.push(StandIn { at: line.span.start, read_as });
        }
    }
    if found.len() < AT_LEAST { Vec::new() } else { found }
}

/// The first label of a series, and the circled number of this one's place in it: ㋒ → ㋐, ③.
fn circled(c: char) -> Option<(char, char)> {
    let series = [('⒈', '⒛'), ('⒜', '⒵'), ('ⓐ', 'ⓩ'), ('Ⓐ', 'Ⓩ'), ('㋐', '㋾'), ('㊀', '㊉'), ('㈠', '㈩')];
    let (first, _) = series.into_iter().find(|(first, last)| (*first..=*last).contains(&c))?;
    let place = c as u32 - first as u32;
    char::from_u32('①' as u32 + place).filter(|number| *number <= '⑳').map(|number| (first, number))
}

#[cfg(test)]
mod tests {
    use crate::plain::tests::plain_of;

    #[test]
    fn labels_of_other_series_are_read_as_circled_numbers() {
        for text in ["⒈相談\n⒉研修\n", "ⓐ相談\nⓑ研修\n", "㋐相談\n㋑研修\n", "㈠相談\n㈡研修\n", "⒜相談\n⒝研修\n"]
        {
            assert_eq!(plain_of(text), "①相談\n②研修\n", "{text}");
        }
        assert_eq!(plain_of("⒈窓口\nⓐ昼\nⓑ夜\n⒉研修\n"), "①窓口\nⓐ昼\nⓑ夜\n②研修\n");
        for text in ["①相談\nⓐ窓口\nⓑ時間\n", "㈠相談\n", "㈱みどり\n㈱あおば\n"] {
            assert_eq!(plain_of(text), text);
        }
    }
}
