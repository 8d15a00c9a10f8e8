//! Morphemes, for the few labels that need them. This folder alone names lindera, and only with the feature `morphology`.

#[cfg(feature = "morphology")]
mod dictionary;

/// A morpheme of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it ends, in bytes.
    pub end: usize,
    pub part_of_speech: PartOfSpeech,
}

/// What matters of a part of speech when one asks whether a label is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "morphology"), expect(dead_code, reason = "without a dictionary nothing is read"))]
pub enum PartOfSpeech {
    /// 病院
    Noun,
    /// 報告: with する a verb.
    VerbalNoun,
    /// 北里, 日赤: of a place or an organization.
    ProperNoun,
    /// 遠藤
    Person,
    /// In no dictionary.
    Unknown,
    /// の
    Genitive,
    /// を, は, に
    Particle,
    /// する, ない, た, 難しい
    Predicate,
    /// Affixes, signs, adverbs.
    Other,
}

/// The morphemes of a text in normal form; none without the feature `morphology`.
#[cfg(feature = "morphology")]
pub fn words(text: &str) -> Vec<Word> {
    let Some(segmenter) = dictionary::segmenter() else { return Vec::new() };
    let tokens = segmenter.segment(text.into()).unwrap_or_default();
    let word = |mut token: lindera::token::Token| {
        let (unknown, end) = (token.word_id.is_unknown(), token.byte_end);
        let genitive = token.surface == "の";
        let read = part_of_speech(&token.details(), genitive);
        Word { end, part_of_speech: if unknown { PartOfSpeech::Unknown } else { read } }
    };
    tokens.into_iter().map(word).collect()
}

/// The morphemes of a text in normal form; none without the feature `morphology`.
#[cfg(not(feature = "morphology"))]
pub fn words(_text: &str) -> Vec<Word> {
    Vec::new()
}

/// Where the morphemes of a text end, in bytes; none without the feature `morphology`.
pub fn cuts(text: &str) -> Vec<usize> {
    words(text).iter().map(|word| word.end).collect()
}

/// By the names of IPADIC: `名詞,サ変接続`, `名詞,固有名詞,人名`, `助詞,連体化`.
#[cfg(feature = "morphology")]
fn part_of_speech(details: &[&str], genitive: bool) -> PartOfSpeech {
    let detail = |at: usize| details.get(at).copied().unwrap_or_default();
    match (detail(0), detail(1), detail(2)) {
        ("名詞", "サ変接続", _) => PartOfSpeech::VerbalNoun,
        ("名詞", "固有名詞", "人名") => PartOfSpeech::Person,
        ("名詞", "固有名詞", _) => PartOfSpeech::ProperNoun,
        ("名詞", "接尾" | "非自立" | "数", _) => PartOfSpeech::Other,
        ("名詞", ..) => PartOfSpeech::Noun,
        ("助詞", ..) if genitive => PartOfSpeech::Genitive,
        ("助詞", ..) => PartOfSpeech::Particle,
        ("動詞" | "形容詞" | "助動詞", ..) => PartOfSpeech::Predicate,
        _ => PartOfSpeech::Other,
    }
}

#[cfg(all(test, feature = "morphology"))]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, PartOfSpeech)> {
        let mut start = 0;
        let pieces = words(text).into_iter().map(|word| (std::mem::replace(&mut start, word.end), word));
        pieces.map(|(start, word)| (&text[start..word.end], word.part_of_speech)).collect()
    }

    #[test]
    fn a_label_falls_into_morphemes() {
        assert_eq!(read("こども医療"), [("こども", PartOfSpeech::Noun), ("医療", PartOfSpeech::Noun)]);
        assert_eq!(read("前回報告"), [("前回", PartOfSpeech::Noun), ("報告", PartOfSpeech::VerbalNoun)]);
        assert_eq!(read("遠藤"), [("遠藤", PartOfSpeech::Person)]);
    }

    #[test]
    fn the_ends_are_those_of_the_text() {
        assert_eq!(cuts("小田原養護学校").last(), Some(&"小田原養護学校".len()));
    }
}
