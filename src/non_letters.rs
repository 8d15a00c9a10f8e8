//! The characters of a text among which its punctuation is: all but kana and ideographs, which are most of it.

/// The characters between the letters of a text, in order: brackets, marks, digits, Latin letters, white space. ・ and ー count as kana here.
pub(crate) fn non_letters(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut rest = text;
    std::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        let mut at = 0;
        // U+3040 to U+9FFF, told by the first two of their three bytes.
        while let [0xe3, 0x81..=0xbf, ..] | [0xe4..=0xe9, ..] = bytes[at..] {
            at += 3;
        }
        let mut letters = rest[at..].chars();
        let c = letters.next()?;
        rest = letters.as_str();
        Some(c)
    })
}

#[cfg(test)]
mod tests {
    use super::non_letters;

    #[test]
    fn kana_and_ideographs_are_passed_over() {
        let found: String = non_letters("第１回（仮称）カナ・会議「議題」、No.5 終了。漢").collect();
        assert_eq!(found, "１（）「」、No.5 。");
    }
}
